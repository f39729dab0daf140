# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing back paragraphs: those taken out of this draft, and those dropped in an earlier version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.comparing.records import Thread
from drafting.draft.blocks import orphans, parents, why_not
from drafting.draft.counting import changed_keys, recounted
from drafting.draft.record import Draft, DraftParagraph
from drafting.draft.start import paragraphs_of
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.errors import DraftError
from drafting.resolution import Part
from drafting.translation import tr

_NEW = "+"  # the unit of an annex or a part that comes back, until it is named by its place


@dataclass(frozen=True, slots=True)
class Gone:
    """A paragraph of an earlier text that the draft does not hold: `version` is the index of that text."""

    version: int
    id: str


def removed(draft: Draft) -> tuple[Gone, ...]:
    """The paragraphs of the base that were taken out of this draft, in the order of the base."""
    held = {paragraph.origin for paragraph in draft.paragraphs}
    last = len(draft.lineage.versions) - 1
    return tuple(Gone(last, one.id) for one in draft.base.paragraphs if one.id not in held)


def dropped(draft: Draft) -> tuple[Gone, ...]:
    """The paragraphs that earlier versions had and the base has no more, in the order of the lineage."""
    return tuple(Gone(*thread.last_place) for thread in draft.lineage.dropped)


def bring_back(draft: Draft, gone: Gone) -> Step:
    """Bring a paragraph back as it read there, with those of its points that are gone too.

    It comes to stand behind what stood before it there, or as near to that as it can. One of the base is that
    paragraph again: its past, its footnotes and the proposals that nothing else in the draft carries on come
    back. One of an earlier version is the drafter's own paragraph, with its footnotes. Raises DraftError when
    the draft holds it, when no text has it, or when its annex or part is no longer in the draft.
    """
    last = len(draft.lineage.versions) - 1
    if not 0 <= gone.version <= last or gone.id not in draft.lineage.versions[gone.version]:
        raise DraftError(tr("No loaded version has this paragraph. Nothing was changed."))
    of_base = gone.version == last
    if of_base and gone not in removed(draft):
        raise DraftError(
            tr("{paragraph} stands in the draft. Nothing was changed.").format(paragraph=gone.id)
        )
    there = paragraphs_of(draft.lineage.versions[gone.version], draft.carry.proposals if of_base else ())
    wanted = _with_points(draft, there, gone)
    number = draft.last_key
    standing = {choice.proposal for _, choice in draft.choices()}
    made = []
    for one in wanted:
        number += 1
        made.append(_own(one, f"p{number}", standing, of_base=of_base))
    home = _home(draft, there, wanted[0], gone.version)
    made = [
        replace(one, unit=home, opens=one.opens_unit or wanted[at].opens_unit) for at, one in enumerate(made)
    ]
    paragraphs = recounted(draft.paragraphs, _placed(draft, there, wanted[0], made, gone.version))
    after = replace(draft, paragraphs=paragraphs, last_key=number)
    source = draft.lineage.versions[gone.version].number
    changed = changed_keys(draft.paragraphs, paragraphs)
    name = tr("Bring {paragraph} back from {source}").format(paragraph=gone.id, source=source)
    return styled(Step(after, changed, name))


def _home(draft: Draft, there: Sequence[DraftParagraph], wanted: DraftParagraph, version: int) -> str:
    """The text of the draft that is the one a paragraph stood in there, whatever it is called now.

    It is known by its line; of one without, by any paragraph of it.
    """
    if not wanted.unit or wanted.opens_unit:
        return _NEW if wanted.unit else ""
    held = _held(draft, version)
    own = [one for one in there if one.unit == wanted.unit]
    lines = [one for one in own if one.opens_unit]
    known = (draft.paragraph(held[one.origin]).unit for one in lines or own if one.origin in held)
    return next(known, _NEW)


def stood_behind(draft: Draft, version: int) -> dict[str, str]:
    """By the id of each paragraph of a loaded version, the key of the one that stood last before it there.

    Of those the draft still holds; empty where it holds none before it. Brought back, a paragraph comes to
    stand behind that one, or as near to it as it can.
    """
    held, found, before = _held(draft, version), {}, ""
    for one in draft.lineage.versions[version].paragraphs:
        found[one.id] = before
        before = held.get(one.id, before)
    return found


def _with_points(draft: Draft, there: Sequence[DraftParagraph], gone: Gone) -> list[DraftParagraph]:
    """The paragraph, and the points that stood under it there and are gone with it."""
    above = parents(there)
    held = _held(draft, gone.version)
    found: list[DraftParagraph] = []
    within: set[str] = set()
    for one in there:
        if one.origin == gone.id or (above[one.key] in within and one.origin not in held):
            within.add(one.key)
            found.append(one)
        elif above[one.key] in within:
            break
    return found


def _held(draft: Draft, version: int) -> dict[str | None, str]:
    """By the id a paragraph has in a version, the key of the one of the draft that carries it on."""
    by_origin = {one.origin: one.key for one in draft.paragraphs if one.origin is not None}
    return {place: by_origin[latest] for place, latest in _lives(draft, version) if latest in by_origin}


def _lives(draft: Draft, version: int) -> Iterator[tuple[str | None, str | None]]:
    threads: Sequence[Thread] = draft.lineage.threads
    for thread in threads:
        if thread.places[version] is not None:
            yield thread.places[version], thread.latest


def _own(paragraph: DraftParagraph, key: str, standing: set[str], *, of_base: bool) -> DraftParagraph:
    """The paragraph under keys of its own, with the proposals that stand nowhere else."""
    notes = {note.key: f"{key}n{index}" for index, note in enumerate(paragraph.notes, start=1)}
    choices = (one for one in paragraph.choices if one.proposal not in standing)
    return replace(
        paragraph,
        key=key,
        origin=paragraph.origin if of_base else None,
        notes=tuple(
            replace(note, key=notes[note.key], origin=note.origin if of_base else None)
            for note in paragraph.notes
        ),
        choices=tuple(replace(one, note=notes[one.note] if one.note else None) for one in choices),
    )


def _placed(
    draft: Draft,
    there: Sequence[DraftParagraph],
    first: DraftParagraph,
    made: Sequence[DraftParagraph],
    version: int,
) -> tuple[DraftParagraph, ...]:
    """The paragraphs of the draft with those made put in where they stood, or as near as they can stand."""
    held = _held(draft, version)
    before = [held[one.origin] for one in there[: there.index(first)] if one.origin in held]
    wanted = draft.position(before[-1]) + 1 if before else 0
    fresh = {one.key for one in made}
    places = sorted(range(len(draft.paragraphs) + 1), key=lambda at: (abs(at - wanted), at < wanted))
    for at in places:
        tried = (*draft.paragraphs[:at], *made, *draft.paragraphs[at:])
        if _opens_anew(made, tried):
            return tried
        if not why_not(draft.paragraphs, tried, fresh) and not orphans(tried) & fresh:
            return tried
    raise DraftError(
        tr(
            "There is no place for it in the draft any more: bring back first what it stands under, "
            "or the line that opens its annex or part. Nothing was changed."
        )
    )


def _opens_anew(made: Sequence[DraftParagraph], tried: Sequence[DraftParagraph]) -> bool:
    """Whether this is the line of an annex or a part, between two others, annexes behind the whole text."""
    if not made[0].opens_unit:
        return False
    at = tried.index(made[0])
    units = {one.unit for one in tried[:at]}
    order = [one.part is Part.ANNEX for one in tried]
    return not units & {one.unit for one in tried[at + 1 :]} and order == sorted(order)
