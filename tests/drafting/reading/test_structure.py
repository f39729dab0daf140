# SPDX-License-Identifier: GPL-3.0-or-later
"""Preamble, operative part, letters, headings: small texts and the ids they should give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.reading.structure.letters import rows_with
from drafting.resolution import Kind, Part, Resolution

ReadText = Callable[[str], Resolution]
PREAMBLE = "The General Assembly,\n\nRecalling its resolution 70/1,\n\n"

TABLE: dict[str, tuple[str, list[str]]] = {
    "plain": ("1. Notes it;\n\n2. Decides so.", ["PP1", "OP1", "OP2"]),
    "one paragraph without number": ("Decides to remain seized of the matter.", ["PP1", "OP1"]),
    "letters": (
        "1. Urges all:\n\n(a) To act;\n\n(b) To go on;\n\n2. Decides so.",
        ["PP1", "OP1", "OP1(a)", "OP1(b)", "OP2"],
    ),
    "two levels": (
        "1. Urges all:\n\n(a) To act:\n\n(i) Now;\n\n(ii) Later;\n\n(b) To go on.",
        ["PP1", "OP1", "OP1(a)", "OP1(a)(i)", "OP1(a)(ii)", "OP1(b)"],
    ),
    "letters in small letters": (
        "1. Urges all:\n\n(a) to act; and\n\n(b) to go on.",
        ["PP1", "OP1", "OP1(a)", "OP1(b)"],
    ),
    "letters in the preamble": (
        "Recalling also:\n\n(a) The first,\n\n(b) The second,\n\n1. Decides so.",
        ["PP1", "PP2", "PP2(a)", "PP2(b)", "OP1"],
    ),
    "headings": (
        "I\n\nThe beginning\n\n1. Notes it;\n\nII. The end\n\n2. Decides so.",
        ["PP1", "H1", "OP1", "H2", "OP2"],
    ),
    "headings without numeral": (
        "1. Notes it;\n\nThe end of it all\n\n2. Decides so.",
        ["PP1", "OP1", "H1", "OP2"],
    ),
    "inserted": ("1. Notes it;\n\n1 bis. Notes more;\n\n2. Decides so.", ["PP1", "OP1", "OP1bis", "OP2"]),
    "number alone on its line": ("1.\n\nNotes it;\n\n2.\n\nDecides so.", ["PP1", "OP1", "OP2"]),
    "preambular again": (
        "1. Notes it;\n\nRecalling also that,\n\n2. Decides so.",
        ["PP1", "OP1", "PP2", "OP2"],
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_ids(read_text: ReadText, name: str) -> None:
    text, ids = TABLE[name]
    resolution = read_text(PREAMBLE + text)
    assert [paragraph.id for paragraph in resolution.paragraphs] == ids
    assert not any(warning.needs_look for warning in resolution.warnings)


def test_a_heading_has_its_numeral_as_label(read_text: ReadText) -> None:
    heading = read_text(PREAMBLE + "I\n\nThe beginning\n\n1. Decides so.").paragraphs[1]
    assert (heading.kind, heading.label, heading.text) == (Kind.HEADING, "I", "The beginning")


def test_a_subparagraph_knows_its_level_and_part(read_text: ReadText) -> None:
    text = "1. Urges all:\n\n(a) To act:\n\n(i) Now."
    letter, numeral = read_text(PREAMBLE + text).paragraphs[2:]
    assert (letter.level, letter.label, letter.opening, letter.part) == (1, "(a)", "", Part.OPERATIVE)
    assert (numeral.level, numeral.label, numeral.text) == (2, "(i)", "Now.")


def test_a_number_used_again_is_told(read_text: ReadText) -> None:
    resolution = read_text(PREAMBLE + "1. Notes it;\n\n1. Notes more;\n\n2. Decides so.")
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["PP1", "OP1", "OP1bis", "OP2"]
    assert [w.place for w in resolution.warnings if w.needs_look] == ["OP1bis"]


def test_a_missing_number_is_told(read_text: ReadText) -> None:
    resolution = read_text(PREAMBLE + "1. Notes it;\n\n3. Decides so.")
    looks = [warning.message for warning in resolution.warnings if warning.needs_look]
    assert looks == ["paragraph 3 follows paragraph 1"]


def test_lost_numbers_are_counted_and_told(read_text: ReadText) -> None:
    resolution = read_text(PREAMBLE + "Notes it;\n\nDecides so.")
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["PP1", "OP1", "OP2"]
    assert any("no numbers" in w.message for w in resolution.warnings if w.needs_look)


def test_a_paragraph_out_of_place_is_kept_by_itself_and_told(read_text: ReadText) -> None:
    resolution = read_text(PREAMBLE + "1. Notes it;\n\nThis is said besides.\n\n2. Decides so.")
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["PP1", "OP1", "T1", "OP2"]
    text = resolution.paragraph("T1")
    assert (text.kind, text.part, text.text) == (Kind.TEXT, Part.OPERATIVE, "This is said besides.")
    assert [warning.place for warning in resolution.warnings if warning.needs_look] == ["T1"]


@pytest.mark.parametrize(
    ("printed", "opening"),
    [
        ("*Recalling* with deep concern its", "Recalling"),  # as the source prints it
        ("*Strongly* condemning all acts", "Strongly condemning"),  # the verb was forgotten
        ("*Recalling its resolution 70/1 of 25 September 2015,*", "Recalling"),  # all in italics
        ("Recalling *also* its resolution", "Recalling also"),  # italics elsewhere
        ("Recalling also its resolution", "Recalling also"),
    ],
)
def test_openings_follow_the_source_where_it_looks_right(
    read_text: ReadText, printed: str, opening: str
) -> None:
    text = f"The General Assembly,\n\n{printed.rstrip(',')},\n\n1. *Decides* so."
    assert read_text(text).paragraphs[0].opening == opening


@pytest.mark.parametrize(
    ("labels", "levels"),
    [
        ("(a) (b) (c)", [1, 1, 1]),
        ("(a): (i) (ii) (b)", [1, 2, 2, 1]),
        ("(g) (h) (i) (j)", [1, 1, 1, 1]),
        ("(h): (i) (ii) (i)", [1, 2, 2, 1]),
        ("(a): (i) (ii) (iii) (iv) (v) (b)", [1, 2, 2, 2, 2, 2, 1]),
        ("(a): (i): (a) (b) (ii) (b)", [1, 2, 3, 3, 2, 1]),
        ("(i) (ii)", [1, 1]),
        ("(z) (aa) (bb)", [1, 1, 1]),
    ],
)
def test_levels_of_letters(labels: str, levels: list[int]) -> None:
    rows: tuple[tuple[str, int], ...] = ()
    found, colon = [], False
    for label in labels.split():
        rows = rows_with(label.rstrip(":"), rows, after_colon=colon)
        colon = label.endswith(":")
        found.append(len(rows))
    assert found == levels
