# SPDX-License-Identifier: GPL-3.0-or-later
"""The weights of the edits of the sample series beside what a human reader called them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Edit, Pair, Weight
from drafting.reading import read

Gold = dict[str, Any]

EXPECTED = {
    "session_ordinal": Weight.ROUTINE,
    "date": Weight.ROUTINE,
    "resolution_reference": Weight.ROUTINE,
    "report_symbol": Weight.ROUTINE,
    "punctuation": Weight.STYLE,
    "abbreviation": Weight.STYLE,
    "substantive": Weight.SUBSTANCE,
    "terminology": Weight.SUBSTANCE,
    "event_update": Weight.SUBSTANCE,
    "declaration_update": Weight.SUBSTANCE,
}
# Where the reader judged by what he knew of the matter, or an edit of ours holds two of his.
JUDGED_OTHERWISE = {
    "E017": "a footnote that came is of substance, whatever it cites",
    "E018": "“and” alone is no punctuation",
    "E019": "a further resolution with its subject is a new clause",
    "E021": "a further resolution is recalled; one edit with the slip in the word order before it",
    "E050": "“States Members of the United Nations” is the full form of “Member States”",
    "E073": "one edit with the aim that was weakened beside it",
    "E090": "a footnote that came is of substance, whatever it cites",
    "E092": "the closing quotation mark by itself is punctuation; the title before it is of substance",
    "E095": "an ordinal is routine; the place of the summit beside it is of substance",
    "E097": "a date is routine; the place of the summit beside it is of substance",
    "E105": "a footnote that went is of substance, whatever it cites",
    "E113": "its first words stand in one edit with the verb that changed",
    "E107": "a date is routine; the name of the declaration beside it is of substance",
}


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[Gold]:
    entries: list[Gold] = json.loads((shared / "gold" / "edits.json").read_text(encoding="utf-8"))
    return [entry for entry in entries if entry["where"] in ("text", "footnote_text")]


@cache
def _aligned(files: tuple[Path, ...], old: str, new: str) -> Alignment:
    named = {path.stem: path for path in files}
    return align(*(read(named[name.replace("/", "-")]) for name in (old, new)))


def _pair(files: tuple[Path, ...], entry: Gold) -> Pair:
    alignment = _aligned(files, *entry["pair"].split("->"))
    return next(pair for pair in alignment.pairs if entry["para"].split("->")[0] in pair.old)


def _near(edit: Edit, entry: Gold) -> bool:
    """Whether an edit of ours touches one of the reader's, give or take the space and the mark beside it."""
    spans = ((edit.old, entry["old_offset"], entry["old"]), (edit.new, entry["new_offset"], entry["new"]))
    return all(span.start <= at + len(words) + 2 and span.end + 2 >= at for span, at, words in spans)


def _weights(files: tuple[Path, ...], entry: Gold) -> Iterator[Weight]:
    pair = _pair(files, entry)
    if entry["where"] == "footnote_text":
        return (note.weight for note in pair.notes)
    return (edit.weight for edit in pair.edits if _near(edit, entry))


def test_weights_are_what_a_reader_called_them(sample_files: tuple[Path, ...], gold: list[Gold]) -> None:
    otherwise = {}
    for entry in gold:
        expected = Weight.ROUTINE if entry["mechanical"] else EXPECTED[entry["category"]]
        found = set(_weights(sample_files, entry))
        if found != {expected}:
            otherwise[entry["id"]] = found
    assert otherwise.keys() == JUDGED_OTHERWISE.keys()


def test_nothing_of_substance_is_taken_for_less(sample_files: tuple[Path, ...], gold: list[Gold]) -> None:
    for entry in gold:
        if entry["category"] == "substantive":
            assert Weight.SUBSTANCE in set(_weights(sample_files, entry)), entry["id"]


def test_what_follows_by_rule_is_routine(sample_files: tuple[Path, ...], gold: list[Gold]) -> None:
    ruled = [entry for entry in gold if entry["mechanical"] and entry["where"] == "text"]
    assert len(ruled) > 8
    assert all(set(_weights(sample_files, entry)) == {Weight.ROUTINE} for entry in ruled)
