# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows, marks and counts of the window say what the report says, on real texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from corpus_texts import series

from drafting.comparing.paragraphs import align
from drafting.reading import read
from drafting.report import alignment_json
from drafting.resolution import Paragraph, Resolution
from ui.comparison.aligning import Alignments
from ui.comparison.arranging import arrange
from ui.comparison.rows import Cell, Column, Comparison, Layer, Mark, Row, Version
from ui.comparison.sentences import summary as summary_of

SERIES = (
    "ga-intl-cooperation-human-rights",
    "ga-migrants",
    "ga-sustainable-fisheries",
    "hrc-climate-change",
    "hrc-intl-cooperation-human-rights",
    "sc-undof",
)
Json = dict[str, Any]
Touched = set[tuple[int, str]]
"""The letters that differ, by their places in a text, each with what its edit weighs."""


def shown(versions: Sequence[Resolution]) -> Comparison:
    """What the window shows of these versions, each beside the one before."""
    aligner = Alignments()
    columns = tuple(
        Column(Version(one.number, "", one), at - 1 if at else None) for at, one in enumerate(versions)
    )
    found = {at: aligner(versions[at - 1], versions[at]) for at in range(1, len(versions))}
    return arrange(columns, found)


def told(old: Resolution, new: Resolution) -> Json:
    """What the report says of two versions."""
    return alignment_json(align(old, new))


def agree(comparison: Comparison, column: int, reported: Json) -> None:
    """Everything a column shows of its changes is in the report, and the other way round."""
    rows = [row for row in comparison.rows if row.pairs[column] and not row.ghost]
    pairs = {(tuple(one["old"]), tuple(one["new"])): one for one in reported["pairs"]}
    own = [pair for row in rows for pair in row.pairs[column]]
    assert {(one.old, one.new): (one.change, one.guess) for one in own} == {
        ids: (one["change"], one["guess"]) for ids, one in pairs.items()
    }
    assert len(own) == len(pairs)
    for row in rows:
        agree_in_marks(row, comparison, column, [pairs[one.old, one.new] for one in row.pairs[column]])
    moved = [one for one in reported["pairs"] if one["change"].startswith("moved")]
    ghosts = [row for row in comparison.rows if row.ghost and row.pairs[column]]
    assert sorted(row.pairs[column][0].old for row in ghosts) == sorted(tuple(one["old"]) for one in moved)


def agree_in_marks(row: Row, comparison: Comparison, column: int, pairs: Sequence[Json]) -> None:
    """The letters marked in both cells of a row are those of the edits."""
    against = comparison.columns[column].against
    assert against is not None
    sides = (("old", against), ("new", column))
    for pair in pairs:
        for side, at in sides:
            texts = [comparison.versions[at].resolution.paragraph(one) for one in pair[side]]
            expected = [edit for edit in pair["words"] if pair["old"] and pair["new"]]
            text = "\n".join(one.text for one in texts)
            assert marked(row.cells[at], texts, gone=side == "old") == touched(expected, side, text), pair
            assert marked_notes(row.cells[at], texts, gone=side == "old") == touched_notes(
                pair, side, texts
            ), pair


def touched(edits: Iterable[Json], side: str, text: str) -> Touched:
    return {
        (place, edit["weight"]) for edit in edits for place in range(*edit[side]) if not text[place].isspace()
    }


def marked(cell: Cell | None, paragraphs: Sequence[Paragraph], *, gone: bool) -> Touched:
    found: Touched = set()
    start = 0
    for paragraph in paragraphs:
        assert cell is not None
        [passage] = [one for one in cell.passages if one.id == paragraph.id]
        assert passage.text == paragraph.text
        found |= {(start + place, layer) for place, layer in letters(passage.marks, passage.text, gone)}
        start += len(paragraph.text) + 1
    return found


def letters(marks: Iterable[Mark], text: str, gone: bool) -> Touched:
    return {
        (place, str(mark.layer))
        for mark in marks
        if mark.layer is not Layer.GLYPHS and mark.gone is gone
        for place in range(mark.span.start, mark.span.end)
        if not text[place].isspace()
    }


def touched_notes(pair: Json, side: str, paragraphs: Sequence[Paragraph]) -> list[Touched]:
    """By footnote what differs; one that came or went differs in every letter."""
    texts = [note.text for paragraph in paragraphs for note in paragraph.footnotes]
    found: list[Touched] = [set() for _ in texts]
    for edit in pair["notes"]:
        if edit[side] is None:
            continue
        alone = edit["old"] is None or edit["new"] is None
        whole = [{"weight": "substance", side: [0, len(texts[edit[side]])]}]
        found[edit[side]] = touched(whole if alone else edit["words"], side, texts[edit[side]])
    return found


def marked_notes(cell: Cell | None, paragraphs: Sequence[Paragraph], *, gone: bool) -> list[Touched]:
    wanted = {paragraph.id for paragraph in paragraphs}
    passages = [one for one in cell.passages if one.id in wanted] if cell else []
    return [letters(note.marks, note.text, gone) for one in passages for note in one.notes]


def agree_in_counts(comparison: Comparison, reported: Json) -> None:
    """The figures on the switches and over the rows, of two versions."""
    summary = reported["summary"]
    for layer in (Layer.SUBSTANCE, Layer.ROUTINE, Layer.STYLE):
        assert comparison.strongest(layer) == summary["weights"][layer], layer
    changed = [one for one in reported["pairs"] if one["change"] != "unchanged" or one["notes"]]
    assert len(comparison.changes) == len(changed)
    assert sum(row.guess for row in comparison.rows if not row.ghost) == sum(
        one["guess"] for one in reported["pairs"]
    )
    assert [pair.new or pair.old for pair in comparison.pairs(1)] == [
        tuple(one["new"] or one["old"]) for one in reported["pairs"]
    ]
    assert summary_of(comparison, 1) == in_words(reported)


def in_words(reported: Json) -> str:
    """The head of a column as the report would have it."""
    kinds = reported["summary"]["changes"]
    notes = sum(one["change"] == "unchanged" and bool(one["notes"]) for one in reported["pairs"])
    counts = {
        "changed": kinds["reworded"] + kinds["split"] + kinds["merged"] + notes,
        "new": kinds["added"],
        "left out": kinds["removed"],
        "moved": kinds["moved"] + kinds["moved+reworded"],
    }
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "nothing changed"


def check(versions: Sequence[Resolution]) -> None:
    """Any two of the versions beside each other, and all of them in windows of five columns."""
    reports = {(old.number, new.number): told(old, new) for old, new in combinations(versions, 2)}
    for old, new in combinations(versions, 2):
        comparison = shown((old, new))
        agree(comparison, 1, reports[old.number, new.number])
        agree_in_counts(comparison, reports[old.number, new.number])
    for first in range(max(len(versions) - 4, 1)):
        several = versions[first : first + 5]
        comparison = shown(several)
        for at in range(1, len(several)):
            agree(comparison, at, reports[several[at - 1].number, several[at].number])


def test_the_samples(sample_files: tuple[Path, ...]) -> None:
    check([read(path) for path in sample_files])


def test_a_mark_too_few_would_be_seen(sample_files: tuple[Path, ...]) -> None:
    old, new = (read(path) for path in sample_files[2:])
    comparison, reported = shown((old, new)), told(old, new)
    row = next(row for row in comparison.rows if row.cells[1] and row.cells[1].passages[0].marks)
    cell = row.cells[1]
    assert cell is not None
    poorer = replace(cell, passages=(replace(cell.passages[0], marks=()), *cell.passages[1:]))
    rows = list(comparison.rows)
    rows[row.number] = replace(row, cells=(row.cells[0], poorer))
    with pytest.raises(AssertionError):
        agree(Comparison(comparison.columns, tuple(rows)), 1, reported)


@pytest.mark.parametrize("name", SERIES)
def test_every_pair_of_a_series(shared: Path, name: str) -> None:
    check(series(shared / "corpus" / "series" / name))
