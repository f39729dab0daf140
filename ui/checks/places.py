# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings at their places in the draft, which they keep while text around them is typed; without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from drafting.checking.records import Finding, Mend, Spot
from drafting.draft import Decision, Draft, Ignored, Located
from drafting.draft.splice import between, moved
from drafting.errors import DraftError
from drafting.translation import marked, tr


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of the draft: in the text of a paragraph, or of the footnote `note` in it; by their keys."""

    key: str
    note: str | None
    start: int
    end: int

    @property
    def block(self) -> str:
        """The key of the block of the page it stands in."""
        return self.note or self.key


class Passed(StrEnum):
    """Where the drafter passed a finding over."""

    NOWHERE = ""
    HERE = marked("ignored here")
    ALWAYS = marked("ignored always")


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding where it stands now.

    `fix` are the places its fix changes, in the order of `finding.fix`; none when typing reached into one of
    them, until the text has been checked again. `id` stays the same from one checking to the next. `passed`
    says where the drafter passed it over.
    """

    id: str
    finding: Finding
    at: Anchor
    related: tuple[Anchor, ...] = ()
    fix: tuple[Anchor, ...] = ()
    passed: Passed = Passed.NOWHERE

    @property
    def always(self) -> tuple[str, str]:
        """What names it in every draft: its rule and its words."""
        return self.finding.rule, self.finding.words


def place_all(draft: Draft, found: Iterable[Located]) -> tuple[Placed, ...]:
    """The findings of this very draft with their places."""
    keys = {draft.label(paragraph.key).id: paragraph.key for paragraph in draft.paragraphs}
    notes = {number: key for key, number in draft.note_numbers.items()}
    alike: Counter[tuple[object, ...]] = Counter()
    placed = []
    for one in found:
        finding = one.finding
        sign = finding.rule, one.paragraph, one.note or "", finding.words
        alike[sign] += 1
        at = Anchor(one.paragraph, one.note, finding.spot.start, finding.spot.end)
        related = tuple(filter(None, (_anchor(keys, notes, spot) for spot in finding.related)))
        fix = tuple(filter(None, (_anchor(keys, notes, mend.spot) for mend in finding.fix)))
        name = "|".join((*sign, str(alike[sign])))
        placed.append(Placed(name, finding, at, related, fix))
    return tuple(placed)


def _anchor(keys: Mapping[str, str], notes: Mapping[int, str], spot: Spot) -> Anchor | None:
    note = notes.get(spot.footnote) if spot.footnote is not None else None
    if spot.paragraph not in keys or (spot.footnote is not None and note is None):
        return None
    return Anchor(keys[spot.paragraph], note, spot.start, spot.end)


def follow(placed: Iterable[Placed], before: Draft, after: Draft) -> tuple[Placed, ...]:
    """The findings of one draft where they stand in the next; those whose words were changed are left out."""
    return tuple(_followed(placed, before, after))


def _followed(placed: Iterable[Placed], before: Draft, after: Draft) -> Iterator[Placed]:
    known: dict[Anchor, Anchor | None] = {}

    def now(anchor: Anchor) -> Anchor | None:
        if anchor not in known:
            known[anchor] = _moved(anchor, before, after)
        return known[anchor]

    for one in placed:
        at = now(one.at)
        if at is None:
            continue
        related = tuple(filter(None, map(now, one.related)))
        fix = tuple(filter(None, map(now, one.fix)))
        if (at, related, fix) == (one.at, one.related, one.fix):
            yield one
            continue
        whole = len(fix) == len(one.fix)
        yield replace(one, at=at, related=related, fix=fix if whole else ())


def _moved(anchor: Anchor, before: Draft, after: Draft) -> Anchor | None:
    if anchor.key not in after:
        return None
    old, new = before.paragraph(anchor.key), after.paragraph(anchor.key)
    if old is new:
        return anchor
    text, words = text_at(before, anchor), text_at(after, anchor)
    if text is None or words is None:
        return None
    if text == words:
        return anchor
    start, end, touched = moved(anchor.start, anchor.end, between(text, words))
    return None if touched else replace(anchor, start=start, end=end)


def sorted_out(
    placed: Iterable[Placed], draft: Draft, always: Collection[tuple[str, str]]
) -> tuple[Placed, ...]:
    """The findings with the word where they were passed over: in this draft, or in every one."""

    def passed(one: Placed) -> Passed:
        if one.always in always:
            return Passed.ALWAYS
        here = Ignored(one.finding.rule, one.at.key, one.finding.words) in draft.ignored
        return Passed.HERE if here else Passed.NOWHERE

    return tuple(one if one.passed is (now := passed(one)) else replace(one, passed=now) for one in placed)


def text_at(draft: Draft, anchor: Anchor) -> str | None:
    """The text an anchor counts in; None when its paragraph or footnote is gone."""
    if anchor.key not in draft:
        return None
    paragraph = draft.paragraph(anchor.key)
    if anchor.note is None:
        return paragraph.text
    return next((note.text for note in paragraph.notes if note.key == anchor.note), None)


def located(draft: Draft, placed: Placed) -> Located:
    """The finding as one of this draft, whose labels and offsets may be others than when it was found.

    Places it is compared with that are gone are left out, and so is a fix that would reach into one.
    Raises DraftError when the words it speaks of are gone.
    """
    if text_at(draft, placed.at) is None:
        raise DraftError(tr("The text this finding speaks of was removed. Undo brings it back."))
    finding, spot = placed.finding, _spot(draft, placed.at)
    whole = all(text_at(draft, anchor) is not None for anchor in placed.fix)
    mends = zip(finding.fix, placed.fix, strict=True) if placed.fix and whole else ()
    fix = tuple(Mend(_spot(draft, anchor), mend.old, mend.new) for mend, anchor in mends)
    related = tuple(_spot(draft, one) for one in placed.related if text_at(draft, one) is not None)
    now = replace(finding, spot=spot, related=related, fix=fix)
    return Located(now, placed.at.key, placed.at.note, placed.passed is Passed.HERE)


def _spot(draft: Draft, anchor: Anchor) -> Spot:
    number = draft.note_numbers[anchor.note] if anchor.note else None
    return Spot(draft.label(anchor.key).id, anchor.start, anchor.end, number)


def place_of(draft: Draft, anchor: Anchor) -> str:
    """A place in words: "PP4" or "OP20, footnote 4"."""
    label = draft.label(anchor.key).id
    if not anchor.note:
        return label
    return f"{label}, {tr('footnote {number}').format(number=draft.note_numbers[anchor.note])}"


def proposal_over(draft: Draft, placed: Placed) -> str:
    """The open proposal that would change words of a finding, to be decided on first; empty for none."""
    for anchor in (placed.at, *placed.fix):
        for choice in draft.paragraph(anchor.key).choices if anchor.key in draft else ():
            here = choice.note == anchor.note and choice.start < anchor.end and anchor.start < choice.end
            if here and choice.decision is Decision.OPEN and not draft.proposal(choice.proposal).remark:
                return choice.proposal
    return ""
