# SPDX-License-Identifier: GPL-3.0-or-later
"""Turning a paragraph into one of another kind: preambular into operative and back, or into a heading.

The words stay as they are. Which form the opening words take there is offered apart (`fitting`), and put in
only when the drafter says so (`fit`). Sources: Editorial Manual on resolutions; rules 1.3 and 1.4.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from drafting.checking.heads import ADVERBS, with_adverb
from drafting.data import load
from drafting.draft.blocks import called, checked, depth, refused, roots, whole
from drafting.draft.counting import changed_keys, recounted
from drafting.draft.editing import Rewritten, rewrite
from drafting.draft.record import Draft, DraftParagraph
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.errors import DraftError
from drafting.reading.languages import ENGLISH
from drafting.reading.openings import opening_of
from drafting.resolution import Kind, Part
from drafting.translation import tr


def make_operative(draft: Draft, keys: Collection[str]) -> Step:
    """Make paragraphs operative ones, with their points.

    Those of the preamble go to the head of the operative part, below its first headings; headings and
    unnumbered text stay where they are. Raises DraftError for lettered points (they are promoted) and for the
    opening line of an annex or part.
    """
    return _turned(draft, keys, Kind.OPERATIVE, Part.OPERATIVE, tr("Make {what} operative"))


def make_preambular(draft: Draft, keys: Collection[str]) -> Step:
    """Make paragraphs preambular ones, with their points, at the end of the preamble; else as above."""
    return _turned(draft, keys, Kind.PREAMBULAR, Part.PREAMBLE, tr("Make {what} preambular"))


def make_heading(draft: Draft, keys: Collection[str]) -> Step:
    """Make paragraphs of the operative part or of an annex headings, numbered as those beside them are.

    Raises DraftError where points stand under one, and in the preamble.
    """
    named = [one.key for one in draft.paragraphs if one.key in keys]
    for key in named:
        _check_plain(draft, draft.paragraph(key))
        if len(whole(draft, [key])) > 1:
            raise refused(tr("Points stand under it, and none can under a heading."))
        if draft.paragraph(key).part is Part.PREAMBLE:
            raise refused(tr("A preamble has no headings."))
    turned = tuple(
        replace(one, kind=Kind.HEADING, title="", restarts=False)
        if one.key in named and one.kind is not Kind.HEADING
        else one
        for one in draft.paragraphs
    )
    name = tr("Make {what} a heading").format(what=called(draft, whole(draft, keys)))
    if turned == draft.paragraphs:
        return Step(draft, frozenset(), name)
    checked(draft.paragraphs, turned, named)
    after = recounted(draft.paragraphs, turned)
    return styled(Step(replace(draft, paragraphs=after), changed_keys(draft.paragraphs, after), name))


def _check_plain(draft: Draft, paragraph: DraftParagraph) -> None:
    if paragraph.opens_unit:
        raise DraftError(tr("This line opens an annex or a part and stays what it is. Nothing was changed."))
    if depth(paragraph):
        name = draft.label(paragraph.key).id
        told = tr("{paragraph} is a point: promote it first. Nothing was changed.")
        raise DraftError(told.format(paragraph=name))


def _turned(draft: Draft, keys: Collection[str], kind: Kind, part: Part, act: str) -> Step:
    named = whole(draft, keys)
    heads = roots(draft, named)
    for key in heads:
        _check_plain(draft, draft.paragraph(key))
    unit = {draft.paragraph(key).unit for key in named}
    if len(unit) > 1:
        raise DraftError(tr("These paragraphs stand in different texts. Nothing was changed."))
    after = draft.paragraphs
    for key in heads if part is Part.PREAMBLE else heads[::-1]:
        after = _placed(after, set(whole(draft, [key])), kind, part)
    if after == draft.paragraphs:
        return Step(draft, frozenset(), act.format(what=called(draft, named)))
    checked(draft.paragraphs, after, heads)
    after = recounted(draft.paragraphs, after)
    changed = frozenset(named) | changed_keys(draft.paragraphs, after)
    return styled(Step(replace(draft, paragraphs=after), changed, act.format(what=called(draft, named))))


def _placed(
    paragraphs: tuple[DraftParagraph, ...], block: Collection[str], kind: Kind, part: Part
) -> tuple[DraftParagraph, ...]:
    """One paragraph with its points turned, at the border of the two parts, or where it stands."""
    taken = [one for one in paragraphs if one.key in block]
    stays = taken[0].part in (part, Part.ANNEX)
    part = taken[0].part if stays else part
    turned = [
        replace(one, part=part)
        if depth(one) or (one.kind is Kind.TEXT and one is not taken[0])
        else replace(one, kind=kind, part=part, level=0, title="", restarts=False)
        for one in taken
    ]
    if stays:
        by_key = {one.key: one for one in turned}
        return tuple(by_key.get(one.key, one) for one in paragraphs)
    rest = [one for one in paragraphs if one.key not in block]
    at = _border(rest, taken[0].unit, below_headings=part is Part.OPERATIVE)
    return (*rest[:at], *turned, *rest[at:])


def _border(paragraphs: list[DraftParagraph], unit: str, *, below_headings: bool) -> int:
    """Where the operative part of a text begins; below the headings that it begins with, when wanted."""
    here = [index for index, one in enumerate(paragraphs) if one.unit == unit]
    inside = (index for index in here if not paragraphs[index].opens_unit)
    operative = [index for index in inside if paragraphs[index].part is Part.OPERATIVE]
    at = operative[0] if operative else (here[-1] + 1 if here else len(paragraphs))
    while below_headings and at in operative and paragraphs[at].kind is Kind.HEADING:
        at += 1
    return at


# ------------------------------------------------------------------------------------ the opening words


@dataclass(frozen=True, slots=True)
class Fitting:
    """What the opening words of a paragraph become in its part: `old` at its beginning gives way to `new`."""

    key: str
    old: str
    new: str


def fitting(draft: Draft, keys: Collection[str]) -> tuple[Fitting, ...]:
    """The opening words of these paragraphs that have the form of the other part, with the fitting form.

    "Recalling also" becomes "Also recalls" in the operative part, and back; of words whose other form is not
    known ("Guided by"), of points, headings, annexes, and other languages than English there is none.
    """
    head = draft.base.masthead
    if head.language != ENGLISH:
        return ()
    plain = (Kind.PREAMBULAR, Kind.OPERATIVE)
    named = (one for one in draft.paragraphs if one.key in keys)
    return tuple(_fittings((one for one in named if one.kind in plain), head.body))


def fit(draft: Draft, fittings: Collection[Fitting], name: str = "") -> Step:
    """Put the fitting forms in; raises DraftError when a paragraph begins otherwise by now."""
    changed: frozenset[str] = frozenset()
    for one in fittings:
        text = draft.paragraph(one.key).text
        if not text.startswith(one.old):
            raise DraftError(tr("The paragraph begins with other words by now. Nothing was changed."))
        step = rewrite(draft, [one.key], [Rewritten(one.key, one.new + text[len(one.old) :])], at=0)
        draft, changed = step.draft, changed | step.changed
    return Step(draft, changed, name or tr("Fit opening words"))


def _fittings(paragraphs: Iterator[DraftParagraph], body: str) -> Iterator[Fitting]:
    for paragraph in paragraphs:
        if paragraph.part is Part.ANNEX:
            continue
        other = Part.PREAMBLE if paragraph.part is Part.OPERATIVE else Part.OPERATIVE
        old = opening_of(paragraph.text, other, body) or opening_of(paragraph.text, paragraph.part, body)
        new = _other_form(old, paragraph.kind)
        if new and new != old:
            yield Fitting(paragraph.key, old, new)


def _other_form(opening: str, kind: Kind) -> str:
    """The opening as a paragraph of this kind has it; "" when no verb in it is known."""
    small = opening.lower()
    made = _phrase(small) if kind is Kind.OPERATIVE else ""
    if not made:
        forms = _forms(kind)
        words = re.split(r"([^\w-]+)", small)
        if not any(word in forms for word in words):
            return ""
        made = "".join(forms.get(word, word) for word in words)
    made = opening[:1] + made[1:] if made[:1] == small[:1] else made[:1].upper() + made[1:]
    adverb = next((one for one in ADVERBS[1:] if re.search(rf"\b{one}\b", made.lower())), "")
    return (with_adverb(made, adverb, kind) or made) if adverb else made


def _phrase(small: str) -> str:
    phrases: Mapping[str, str] = load("opening_forms")["phrases"]
    known = (one for one in sorted(phrases, key=len, reverse=True) if re.match(rf"{one}\b", small))
    found = next(known, "")
    return phrases[found] + small[len(found) :] if found else ""


@cache
def _forms(kind: Kind) -> Mapping[str, str]:
    """What each verb becomes in a paragraph of this kind."""
    verbs: Mapping[str, str] = load("opening_forms")["verbs"]
    return verbs if kind is Kind.OPERATIVE else {third: participle for participle, third in verbs.items()}
