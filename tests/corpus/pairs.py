# SPDX-License-Identifier: GPL-3.0-or-later
"""One resolution in two formats: how much of the two readings is the same, glyphs aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, zip_longest
from pathlib import Path

import Levenshtein

from drafting.glyphs import squeezed
from drafting.resolution import Kind, Paragraph, Resolution
from tests.corpus.lists import of_list
from tests.corpus.measures import Measure

# Where two files of one resolution do not say the same, as anyone can see who opens both: a slip of the pen,
# a reissue, an address parted by a space. None of it can be laid at the reader's door.
_SOURCES_DIFFER = {
    "A_HRC_RES_47_9": {"PP8"},  # "Subcommittee" in the sample, "Subcommission" in the list
    "A_HRC_RES_50_4": {"PP8"},
    "A_HRC_RES_53_11": {"PP8"},
    "A_HRC_RES_56_2": {"PP14"},  # "underling" in list and XML
    "A_RES_78_68": {"OP72", "OP71"},  # two days, three days in the reissued PDF; a space in an address
    "A_RES_79_145": {"PP35", "OP72"},  # a space in an address
    "A_RES_80_109": {"OP74"},
}
_OPENED = {Kind.PREAMBULAR, Kind.OPERATIVE}
_ORDER = ("list", "XML", "Word", "PDF", "text", "page")  # what is read from fewer guesses comes first


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolution as read from one format."""

    name: str
    kind: str
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Shared:
    """What two readings of one resolution have in common; `differences` says what is not the same.

    `apart_texts` and `apart_notes` count those in which the two sources themselves differ.
    """

    name: str
    kinds: tuple[str, str]
    paragraphs: int
    same_texts: int
    same_ids: int
    openings: int
    same_openings: int
    notes: int
    same_notes: int
    apart_texts: int
    apart_notes: int
    differences: tuple[str, ...]


def shared(measures: Iterable[Measure], lists: Iterable[Path]) -> Iterator[Shared]:
    """Every pair of formats of every resolution that was read in more than one."""
    readings: dict[str, dict[str, Reading]] = {}
    for path in lists:
        readings.setdefault(path.stem, {})["list"] = Reading(path.stem, "list", of_list(path))
    for measure in measures:
        if measure.resolution:
            name, kind = same_name(measure.path), measure.kind
            readings.setdefault(name, {})[kind] = Reading(name, kind, measure.resolution)
    for name in sorted(readings):
        here = [readings[name][kind] for kind in _ORDER if kind in readings[name]]
        for old, new in combinations(here, 2):
            yield compared(old, new)


def same_name(path: Path) -> str:
    """The symbol by which the corpus names a file; the samples are named by their numbers alone."""
    number = re.fullmatch(r"(\d+)-(\d+)", path.stem)
    return f"A_HRC_RES_{number[1]}_{number[2]}" if number else path.stem


def compared(old: Reading, new: Reading) -> Shared:
    """Two readings side by side: paragraphs in order, then openings and footnotes of those that agree."""
    here, there = old.resolution.paragraphs, new.resolution.paragraphs
    listed = "list" in {old.kind, new.kind}
    pairs, unlike = _paired(here, there)
    opened = [] if listed else [(a, b) for a, b in pairs if a.kind in _OPENED]
    noted = [] if listed else [(a, b) for a, b in pairs if a.footnotes or b.footnotes]
    apart = _SOURCES_DIFFER.get(old.name, set())
    lost_notes = {a.id: len(set(_notes(a)) ^ set(_notes(b))) for a, b in noted}
    differences = [
        *(f"text     {_told(*sides)}" for sides in unlike),
        *(f"opening  {a.id}: {a.opening!r} / {b.opening!r}" for a, b in opened if not _same_opening(a, b)),
        *(f"notes    {a.id}: {_notes(a)} / {_notes(b)}" for a, b in noted if lost_notes[a.id]),
        *(f"id       {a.id} / {b.id}: {_short(a.text)}" for a, b in pairs if a.id != b.id and not listed),
    ]
    return Shared(
        name=old.name,
        kinds=(old.kind, new.kind),
        paragraphs=max(len(here), len(there)),
        same_texts=len(pairs),
        same_ids=sum(a.id == b.id for a, b in pairs),
        openings=len(opened),
        same_openings=sum(_same_opening(a, b) for a, b in opened),
        notes=sum(max(len(a.footnotes), len(b.footnotes)) for a, b in noted),
        same_notes=sum(len(set(_notes(a)) & set(_notes(b))) for a, b in noted),
        apart_texts=sum(a is not None and b is not None and a.id == b.id in apart for a, b in unlike),
        apart_notes=sum(1 for name, lost in lost_notes.items() if lost and name in apart),
        differences=tuple(differences),
    )


_Sides = tuple[Paragraph | None, Paragraph | None]


def _paired(
    here: Sequence[Paragraph], there: Sequence[Paragraph]
) -> tuple[list[tuple[Paragraph, Paragraph]], list[_Sides]]:
    """The paragraphs with one text, in order, and beside each other those that differ."""
    old, new = ([squeezed(paragraph.text) for paragraph in side] for side in (here, there))
    pairs: list[tuple[Paragraph, Paragraph]] = []
    unlike: list[_Sides] = []
    for act, start, end, other_start, other_end in Levenshtein.opcodes(old, new):
        if act == "equal":
            pairs += zip(here[start:end], there[other_start:other_end], strict=True)
        else:
            unlike += zip_longest(here[start:end], there[other_start:other_end])
    return pairs, unlike


def _told(first: Paragraph | None, second: Paragraph | None) -> str:
    if first and second:
        return f"{first.id} / {second.id}: {_where_apart(first.text, second.text)}"
    if first:
        return f"{first.id} / –: {_short(first.text)}"
    return f"– / {second.id}: {_short(second.text)}" if second else ""


def _where_apart(first: str, second: str) -> str:
    old, new = squeezed(first), squeezed(second)
    at = Levenshtein.opcodes(old, new)[0][2] if old[:1] == new[:1] else 0
    begin = max(0, at - 25)
    return f"…{old[begin : at + 45]!r} / …{new[begin : at + 45]!r}"


def _short(text: str) -> str:
    return repr(text if len(text) <= 70 else text[:69] + "…")


def _same_opening(a: Paragraph, b: Paragraph) -> bool:
    return squeezed(a.opening) == squeezed(b.opening)


def _notes(paragraph: Paragraph) -> list[tuple[int, int, str]]:
    return [
        (note.number, len(squeezed(paragraph.text[: note.offset])), squeezed(note.text))
        for note in paragraph.footnotes
    ]
