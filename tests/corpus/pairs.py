# SPDX-License-Identifier: GPL-3.0-or-later
"""One resolution in two formats: how much of the two readings is the same, glyphs aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import Levenshtein

from drafting.glyphs import squeezed
from drafting.resolution import Kind, Paragraph, Resolution
from tests.corpus.lists import of_list
from tests.corpus.measures import Measure

_ORDER = ("list", "XML", "Word", "PDF", "text", "page")  # what is read from fewer guesses comes first


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolution as read from one format."""

    name: str
    kind: str
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Shared:
    """What two readings of one resolution have in common; `differences` says what is not the same."""

    name: str
    kinds: tuple[str, str]
    paragraphs: int
    same_texts: int
    same_ids: int
    openings: int
    same_openings: int
    notes: int
    same_notes: int
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
    pairs, differences = _paired(here, there)
    openable = {Kind.PREAMBULAR, Kind.OPERATIVE}
    opened = [] if listed else [(a, b) for a, b in pairs if a.kind in openable]
    notes = [] if listed else [(a, b) for a, b in pairs if a.footnotes or b.footnotes]
    counted = sum(max(len(a.footnotes), len(b.footnotes)) for a, b in notes)
    unlike = [
        *(f"opening  {a.id}: {a.opening!r} / {b.opening!r}" for a, b in opened if not _same_opening(a, b)),
        *(f"notes    {a.id}: {_notes(a)} / {_notes(b)}" for a, b in notes if _notes(a) != _notes(b)),
        *(f"id       {a.id} / {b.id}: {_short(a.text)}" for a, b in pairs if a.id != b.id and not listed),
    ]
    return Shared(
        old.name,
        (old.kind, new.kind),
        max(len(here), len(there)),
        len(pairs),
        sum(a.id == b.id for a, b in pairs),
        len(opened),
        sum(_same_opening(a, b) for a, b in opened),
        counted,
        sum(len(set(_notes(a)) & set(_notes(b))) for a, b in notes),
        tuple(differences + unlike),
    )


def _paired(
    here: Sequence[Paragraph], there: Sequence[Paragraph]
) -> tuple[list[tuple[Paragraph, Paragraph]], list[str]]:
    """The paragraphs with one text, in order, and a line for every stretch that differs."""
    old, new = ([squeezed(paragraph.text) for paragraph in side] for side in (here, there))
    pairs: list[tuple[Paragraph, Paragraph]] = []
    differences: list[str] = []
    for act, start, end, other_start, other_end in Levenshtein.opcodes(old, new):
        if act == "equal":
            pairs += zip(here[start:end], there[other_start:other_end], strict=True)
        else:
            differences += _difference(here[start:end], there[other_start:other_end])
    return pairs, differences


def _difference(here: Sequence[Paragraph], there: Sequence[Paragraph]) -> Iterator[str]:
    for number in range(max(len(here), len(there))):
        first = here[number] if number < len(here) else None
        second = there[number] if number < len(there) else None
        if first and second:
            yield f"text     {first.id} / {second.id}: {_where_apart(first.text, second.text)}"
        elif first:
            yield f"missing  {first.id} / –: {_short(first.text)}"
        elif second:
            yield f"more     – / {second.id}: {_short(second.text)}"


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
