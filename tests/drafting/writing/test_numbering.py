# SPDX-License-Identifier: GPL-3.0-or-later
"""What Word prints as number is the label of the record, whatever the labels are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_reading import NS, Shown, part, shown

from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution
from drafting.writing.word import word_bytes


def paragraph(line: str) -> Paragraph:
    """A picture of a paragraph: "PP", "12", "  (a)" (two spaces a level), "H II"; "H", "-" have no number."""
    level = (len(line) - len(line.lstrip())) // 2
    label = line.strip()
    if label == "PP":
        return Paragraph(line, Kind.PREAMBULAR, Part.PREAMBLE, "Recalling,", opening="Recalling")
    if label.startswith("H"):
        return Paragraph(line, Kind.HEADING, Part.OPERATIVE, "Heading", label[1:].strip())
    kind = Kind.SUBPARAGRAPH if level else Kind.OPERATIVE
    return Paragraph(line, kind, Part.OPERATIVE, "Text;", "" if label == "-" else label, level=level)


def printed(lines: list[str]) -> list[Shown]:
    resolution = Resolution(Masthead(), tuple(map(paragraph, lines)))
    return shown(word_bytes(resolution))[-len(lines) - 1 : -1]


def labels(lines: list[str]) -> list[str]:
    return [item.label.removesuffix(".") for item in printed(lines)]


def wanted(lines: list[str]) -> list[str]:
    return [
        line.strip().removeprefix("H").strip().removesuffix(".").replace("PP", "").replace("-", "")
        for line in lines
    ]


SERIES = [
    "1 2 3",
    "1 |(a) |(b) 2 |(a) 3",
    "1 |(a) ||(i) ||(ii) |||a. |||b. ||||i. ||||ii. |(b) ||(i) 2 |(a) ||(i)",
    "PP |(a) |(b) PP |(a) PP 1 |(a)",
    "PP |(a) 1 2 |(a) |(b)",
    "-",
    "- |(a) |(b)",
    "3 4",
    "1 2 4 5 |(a) 6",
    "1 |(b) |(c) 2 |(a) 3",
    "1 2 3 3 4",
    "1 5_bis 2 3",
    "1 |(a) |(a_bis) |(b) 2",
    "1 ||(i) ||(ii) 2 ||(i)",
    "1 |1. |2.",
    "1 ||||||(x) 2",
    "H_I 1 2 H_II 3 H_III 4",
    "H_I H_A 1 H_B 2 H_II H_A 3 H_B",
    "H_A 1 H_B 2 H_C H_D H_E H_F H_G H_H H_I H_J",
    "H 1 H 2",
    "H_I 1 H H_II H_Annex",
]


@pytest.mark.parametrize("series", SERIES)
def test_numbers_printed(series: str) -> None:
    lines = [item.replace("|", "  ").replace("_", " ") for item in series.split()]
    assert labels(lines) == wanted(lines)


def test_points_beyond_z_go_on_as_word_counts() -> None:
    points = [f"  ({letter})" for letter in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb", "ab"]]
    assert labels(["1", *points]) == wanted(["1", *points])


def test_a_full_stop_stands_where_the_layout_prints_one() -> None:
    lines = ["H I", "1", "  (a)", "    (i)", "      a.", "5 bis"]
    assert [item.label for item in printed(lines)] == ["I.", "1.", "(a)", "(i)", "a.", "5 bis."]


def test_every_level_has_its_style() -> None:
    lines = ["H I", "H A", "H", "PP", "1", "  (a)", "    (i)", "      a.", "        i."]
    styles = ["H1G", "H23G", "H23G", "Preambular", "Operative", "Point1", "Point2", "Point3", "Point4"]
    assert [item.style for item in printed(lines)] == styles


def test_a_level_is_counted_by_an_instance_that_knows_it() -> None:
    # LibreOffice counts every instance for itself: one begun at (ii) would print (a) where (b) is meant.
    assert overrides(["1", "  (a)", "    (ii)", "  (b)"]) == [(2, 2), (1, 2)]
    # A point with no paragraph above it has a list of its own: in the other one 1 would be printed 2.
    assert overrides(["PP", "  (a)", "1", "2", "  (a)"]) == [(1, 1)]


def overrides(lines: list[str]) -> list[tuple[int, int]]:
    """Level and first number of every instance that begins anew."""
    nums = part(word_bytes(Resolution(Masthead(), tuple(map(paragraph, lines)))), "word/numbering.xml")
    levels = nums.xpath("//w:lvlOverride/@w:ilvl", namespaces=NS)
    return list(
        zip(map(int, levels), map(int, nums.xpath("//w:startOverride/@w:val", namespaces=NS)), strict=True)
    )


steps = st.lists(
    st.tuples(st.integers(0, 4), st.integers(1, 30), st.sampled_from(["", "", "", " bis", "-", "PP"])),
    max_size=25,
)


@given(steps)
def test_any_labels_are_printed_as_they_are(steps: list[tuple[int, int, str]]) -> None:
    forms = ("{}", "({})", "({})", "{}.", "{}.")
    lines = []
    for level, number, extra in steps:
        if extra in ("-", "PP"):
            lines.append(extra)
            continue
        sign = (
            str(number)
            if level == 0
            else chr(ord("a") + number % 26)
            if level % 2
            else "i" * (number % 3 + 1)
        )
        lines.append("  " * level + forms[level].format(sign + extra))
    assert labels([*lines, "1"]) == wanted([*lines, "1"])
