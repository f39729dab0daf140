# SPDX-License-Identifier: GPL-3.0-or-later
"""What an edit never cuts."""

from __future__ import annotations

import pickle
from itertools import permutations
from pathlib import Path

import pytest

from drafting.comparing.paragraphs import align
from drafting.comparing.wholes import Sort, sort_of, wholes
from drafting.glyphs import folded
from drafting.reading import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Recalling General Assembly resolution 77/213 of 15 December 2022,",
         ["General Assembly resolution 77/213 of 15 December 2022"]),
        ("of resolutions 46/14 of 23 March 2021 and 49/25 of 1 April 2022",
         ["resolutions 46/14 of 23 March 2021", "49/25 of 1 April 2022"]),
        ("Security Council resolution 2532 (2020) and its decision 2/115",
         ["Security Council resolution 2532 (2020)", "decision 2/115"]),
        ("resolution 79/[…] of […] December 2024", ["resolution 79/[…] of […] December 2024"]),
        ("on 25 and 26 October 2019; 13 June–8 July 2022", ["25 and 26 October 2019", "13 June–8 July 2022"]),
        ("at its eightieth and sixty-first sessions", ["eightieth and sixty-first sessions"]),
        ("the thirty-first special session", ["thirty-first special session"]),
        ("at the present session", []),
        ("20 per cent within two years", ["20 per cent", "two years"]),
        ("paragraph 3 (b) of section VI", ["paragraph 3 (b)", "section VI"]),
        ("two peoples and one hope", []),
        ("", []),
    ],
)  # fmt: skip
def test_wholes(text: str, found: list[str]) -> None:
    text = folded(text)
    assert [text[one.start : one.end] for one in wholes(text)] == found


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("A/HRC/52/80", Sort.SYMBOL),
        ("A/HRC/59/[…]", Sort.SYMBOL),
        ("53/11", Sort.CITATION),
        ("eighteenth", Sort.ORDINAL),
        ("59th", Sort.ORDINAL),
        ("2030", Sort.DATE),
        ("1,000", Sort.NUMBER),
        ("COVID-19", None),
        ("States", None),
        ("earth", None),
    ],
)
def test_the_sort_of_a_word(word: str, sort: Sort | None) -> None:
    assert sort_of(word) is sort


def test_no_edit_of_the_samples_cuts_a_whole(sample_files: tuple[Path, ...]) -> None:
    versions = [read(path) for path in sample_files]
    seen = 0
    for old, new in permutations(versions, 2):
        for pair in align(old, new).pairs:
            text = folded("\n".join(new.paragraph(name).text for name in pair.new))
            for whole in wholes(text):
                for edit in pair.words:
                    assert not whole.start < edit.new.start < whole.end
                    assert not whole.start < edit.new.end < whole.end
                    seen += 1
    assert seen


def test_an_alignment_travels_between_processes(sample_files: tuple[Path, ...]) -> None:
    alignment = align(read(sample_files[0]), read(sample_files[1]))
    copy = pickle.loads(pickle.dumps(alignment))  # noqa: S301 (our own)
    assert copy == alignment
    assert [pair.weight for pair in copy.pairs] == [pair.weight for pair in alignment.pairs]


@pytest.mark.parametrize(
    "text",
    ["(a)(b)", "5 May 2020", "and 5 May 2020;", "“2 years”", "77/213,78/214", "x77/213", "12–15 June 2023"],
)
def test_a_whole_stands_wherever_no_word_goes_on(text: str) -> None:
    before = "of the Council "
    found = [(one.start + len(before), one.end + len(before), one.sort) for one in wholes(text)]
    assert [tuple(one) for one in wholes(before + text)] == found
    assert [tuple(one) for one in wholes(before + text, len(before))] == found
