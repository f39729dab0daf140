# SPDX-License-Identifier: GPL-3.0-or-later
"""Also and further in runs of paragraphs with the same opening.

Sources: Editorial Manual on resolutions; rules 2.1 to 2.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from drafting.checking.heads import ADVERBS, Head, head_of, same_addressee, with_adverb
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.data import load
from drafting.resolution import Kind, Paragraph, Part
from drafting.translation import tr

_PLACES = {adverb: place for place, adverb in enumerate(ADVERBS)}
_FEW = 3  # places; what a text does in more is its habit


@dataclass(slots=True)
class _Run:
    """Where a run of like openings stands: the last paragraph, its opening, and its place in the run."""

    paragraph: Paragraph
    head: Head
    count: int

    @property
    def spot(self) -> Spot:
        """Where the opening stands."""
        return Spot(self.paragraph.id, 0, len(self.head.opening))


def sequence(subject: Subject) -> Iterator[Finding]:
    """Also and further that do not fit the place of the paragraph in its run."""
    for before, now in subject.once(runs):
        wanted = ADVERBS[now.count % 3]
        if now.head.adverb == wanted:
            continue
        new = with_adverb(now.head.opening, wanted, now.paragraph.kind)
        if new not in ("", now.head.opening):
            yield _misplaced(now, wanted, new, before if now.count else None)


def addressees(subject: Subject) -> Iterator[Finding]:
    """The same request bare again, to somebody else, where the text does so in few places.

    Adopted texts mostly leave the adverb out there: one that does so time and again means it.
    """
    bare = [
        (before, now)
        for before, now in subject.once(runs)
        if before is not None
        and before.head.phrase == now.head.phrase
        and now.head.is_addressed
        and not (now.count or now.head.adverb or same_addressee(before.paragraph, now.paragraph))
    ]
    for before, now in bare if len(bare) <= _FEW else ():
        opening = now.head.opening
        message = tr(
            "“{opening}” follows “{before}” in {paragraph} with another addressee; texts differ in whether "
            "it then takes “also”."
        ).format(opening=opening, before=before.head.opening, paragraph=before.paragraph.id)
        yield finding("opening-addressee", now.spot, opening, message, related=[before.spot])


def inner(subject: Subject) -> Iterator[Finding]:
    """An adverb of sequence used inside a paragraph and by the opening of the next one."""
    for before, now in subject.once(runs):
        if before is None or not now.head.adverb or now.paragraph.kind is not Kind.PREAMBULAR:
            continue
        match = _inner(before.paragraph, now.head)
        if match is None:
            continue
        spot = Spot(before.paragraph.id, *match.span())
        message = tr(
            "{paragraph} already says “{words}” inside, and {next} opens with “{opening}”: keep “{adverb}” "
            "for the opening and leave it out inside."
        ).format(
            paragraph=before.paragraph.id,
            words=match[0],
            next=now.paragraph.id,
            opening=now.head.opening,
            adverb=now.head.adverb,
        )
        adverb = f" {now.head.adverb}"
        cut = Spot(spot.paragraph, spot.end - len(adverb), spot.end)
        fix = [Mend(cut, adverb, "")]
        yield finding("opening-inner", spot, match[0], message, related=[now.spot], fix=fix)


def _inner(paragraph: Paragraph, head: Head) -> re.Match[str] | None:
    verb = f"{head.verb} {head.adverb}"
    at = paragraph.text.find(verb, len(paragraph.opening))
    return re.compile(rf"{re.escape(verb)}\b").match(paragraph.text, at) if at > 0 else None


def runs(subject: Subject) -> tuple[tuple[_Run | None, _Run], ...]:
    """Every paragraph that takes part in runs, with the one before it.

    None stands before the first, nor behind a heading or a paragraph without opening. Behind a paragraph
    whose opening is in square brackets nobody knows the place yet: the adverb that stands there is taken as
    right. Other wordings of a paragraph ("7 alt") take no part. Organs that do not follow the rule have no
    runs.
    """
    if subject.text.masthead.body in load("house_style")["no_sequence"]["bodies"]:
        return ()
    return tuple(_runs(subject.text.paragraphs))


def _runs(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[_Run | None, _Run]]:
    run: _Run | None = None
    unsure = False
    for paragraph in paragraphs:
        if paragraph.kind in (Kind.SUBPARAGRAPH, Kind.TEXT) or paragraph.part is Part.ANNEX:
            continue
        if is_other_wording(paragraph):
            continue
        disputed = paragraph.text[:1] == "["
        if disputed or paragraph.kind is Kind.HEADING or not paragraph.opening:
            run, unsure = None, disputed
            continue
        before, run = run, _next(run, paragraph)
        if unsure:
            run.count, unsure = _PLACES.get(run.head.adverb, 0), False
        yield before, run


def is_other_wording(paragraph: Paragraph) -> bool:
    """Whether it is another wording of the paragraph before it (OP7alt): only one of them will stay."""
    return _other_wording().search(paragraph.id) is not None


@cache
def _other_wording() -> re.Pattern[str]:
    alternative: str = load("labels")["alternative"]
    return re.compile(rf"{alternative}\d*$")


def place_in_run(body: str, before: Sequence[Paragraph]) -> tuple[Head, int] | None:
    """The opening of the last of these paragraphs, and the place in its run of one more that opens like it.

    Places count from 0; None where the last paragraph takes part in no run.
    """
    if body in load("house_style")["no_sequence"]["bodies"]:
        return None
    found = list(_runs(before[_start_of_run(before) :]))
    last = found[-1][1] if found else None
    return (last.head, last.count + 1) if last and last.paragraph is before[-1] else None


def _start_of_run(paragraphs: Sequence[Paragraph]) -> int:
    """From where on paragraphs decide about the run at their end: no need to look at a whole text."""
    last = head_of(paragraphs[-1]).verb
    for at in range(len(paragraphs) - 1, -1, -1):
        one = paragraphs[at]
        counts = one.kind not in (Kind.SUBPARAGRAPH, Kind.TEXT) and not is_other_wording(one)
        if counts and head_of(one).verb != last:
            return at
    return 0


def _next(run: _Run | None, paragraph: Paragraph) -> _Run:
    head = head_of(paragraph)
    if run is None or run.paragraph.kind is not paragraph.kind or run.paragraph.unit != paragraph.unit:
        return _Run(paragraph, head, 0)
    following = run.count + 1
    if head.phrase == run.head.phrase:
        other = head.is_addressed and not same_addressee(run.paragraph, paragraph)
        free = not head.adverb and (other or head.has_aside)
        return _Run(paragraph, head, 0 if free else following)
    # "Noting with concern", "Noting also": the manual's rule is of the verb, practice of the whole phrase.
    like = head.verb == run.head.verb and head.adverb and head.adverb == ADVERBS[following % 3]
    return _Run(paragraph, head, following if like else 0)


def _misplaced(now: _Run, wanted: str, new: str, before: _Run | None) -> Finding:
    opening, fix = now.head.opening, [Mend(now.spot, now.head.opening, new)]
    if before is None:
        message = tr(
            "“{opening}” does not follow a paragraph with the same opening: it takes no adverb."
        ).format(opening=opening)
        return finding("opening-sequence", now.spot, opening, message, fix=fix)
    message = (
        tr("After “{before}” in {paragraph}, “{opening}” takes “{adverb}”.")
        if wanted
        else tr("After “{before}” in {paragraph}, “{opening}” begins the run anew, without an adverb.")
    ).format(before=before.head.opening, paragraph=before.paragraph.id, opening=opening, adverb=wanted)
    return finding("opening-sequence", now.spot, opening, message, related=[before.spot], fix=fix)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {
    "opening-sequence": sequence,
    "opening-addressee": addressees,
    "opening-inner": inner,
}
