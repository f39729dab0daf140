# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of a comparison: order, ghosts of moves, tags in words, marked words, footnotes."""

from __future__ import annotations

from pathlib import Path

import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, version
from gold import NAMES, load_gold
from hypothesis import given
from hypothesis import strategies as st
from pictures import compared, drawn

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment
from ui.comparison.arranging import compare
from ui.comparison.rows import Cell, Comparison, Tint, Version, name_of
from ui.comparison.sentences import size


def tags(comparison: Comparison) -> list[str]:
    return [tag.text for row in comparison.rows for cell in row.cells if cell for tag in cell.tags]


def cell(comparison: Comparison, row: int, column: int) -> Cell:
    found = comparison.rows[row].cells[column]
    assert found is not None
    return found


def marked(comparison: Comparison, row: int, column: int) -> list[str]:
    return [
        mark.span.of(passage.text)
        for passage in cell(comparison, row, column).passages
        for mark in passage.marks
    ]


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        ("= PP1 PP1\n~ PP2 PP2\n+ - PP3\n- PP3 -", ["= PP1 PP1", "~ PP2 PP2", "+ - PP3", "- PP3 -"]),
        # The ghost of a move stands after the paragraph that was before it.
        ("> PP3 PP1\n= PP1 PP2\n= PP2 PP3", ["> PP3 PP1", "= PP1 PP2", "= PP2 PP3", "o PP3 -"]),
        ("= PP2 PP1\n= PP3 PP2\n> PP1 PP3", ["o PP1 -", "= PP2 PP1", "= PP3 PP2", "> PP1 PP3"]),
        # Two that left from one place keep their order; a moved neighbour is no anchor.
        (
            "> PP3 PP1\n> PP2 PP2\n= PP1 PP3\n= PP4 PP4",
            ["> PP3 PP1", "> PP2 PP2", "= PP1 PP3", "o PP2 -", "o PP3 -", "= PP4 PP4"],
        ),
        # A removed paragraph is an anchor like any other.
        ("> PP3 PP1\n= PP1 PP2\n- PP2 -", ["> PP3 PP1", "= PP1 PP2", "- PP2 -", "o PP3 -"]),
        ("/ OP1 OP1,OP2\n* OP2,OP3 OP3", ["/ OP1 OP1,OP2", "* OP2,OP3 OP3"]),
    ],
)
def test_order_and_ghosts(picture: str, expected: list[str]) -> None:
    assert drawn(compared(picture)) == expected


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        ("= PP1 PP1\n~ PP2 PP2", []),
        ("+ - PP1", ["new in 56/2"]),
        ("- PP1 -", ["not in 56/2"]),
        (
            "> PP3 PP1\n= PP1 PP2\n= PP2 PP3",
            ["moved up from after PP2 of 53/11", "moved up to PP1 of 56/2"],
        ),
        (
            "= PP2 PP1\n= PP3 PP2\n> PP1 PP3",
            ["moved down to PP3 of 56/2", "moved down from the beginning of 53/11"],
        ),
        (
            "/ OP1 OP1,OP2\n* OP2,OP3 OP3",
            [
                "split into OP1 and OP2",
                "split from OP1 of 53/11",
                "merged into OP3",
                "merged from OP2 and OP3 of 53/11",
            ],
        ),
        (
            "/^ OP1 OP1,OP2\n= OP2 OP3",
            ["split and moved into OP1 and OP2", "split and moved from OP1 of 53/11"],
        ),
        (
            "> OP2 OP1\n= H1 H2",
            ["moved up from after heading II of 53/11", "moved up to OP1 of 56/2"],
        ),
    ],
)
def test_tags(picture: str, expected: list[str]) -> None:
    assert tags(compared(picture)) == expected


def test_a_draft_is_spoken_of_as_the_draft() -> None:
    assert tags(compared("+ - PP1\n- PP1 -", draft=True)) == ["new in the draft", "not in the draft"]


def test_both_ends_of_a_move_know_each_other() -> None:
    rows = compared("> PP3 PP1\n= PP1 PP2\n= PP2 PP3").rows
    assert [row.partner for row in rows] == [3, None, None, 0]


def test_what_counts_as_change() -> None:
    comparison = compared(
        "= PP1 PP1\n~ PP2 PP2\n> PP4 PP3\n= PP3 PP4\n= PP5 PP5", notes={"PP5": (("A/1",), ("A/2",))}
    )
    assert drawn(comparison)[4] == "o PP4 -"
    assert comparison.changes == (1, 2, 5)
    assert [row.number for row in comparison.rows if row.quiet()] == [0, 3]


def test_words_are_marked_on_both_sides() -> None:
    texts = {"OP30": ("Requests the High Commissioner to act", "Reiterates its request to the Office to act")}
    comparison = compared("~ OP30 OP30", texts)
    assert marked(comparison, 0, 0) == ["Requests the High Commissioner"]
    assert marked(comparison, 0, 1) == ["Reiterates its request to the Office"]


def test_marks_of_several_paragraphs_fall_on_each() -> None:
    texts = {"OP1": ("One two three four", "One two\nthree five four")}
    comparison = compared("/ OP1 OP1,OP2", texts)
    assert [passage.text for passage in cell(comparison, 0, 1).passages] == ["One two", "three five four"]
    assert marked(comparison, 0, 1) == ["five"]


def test_footnotes_are_marked() -> None:
    comparison = compared("= PP1 PP1", notes={"PP1": (("See A/46/70.",), ("See A/55/78.", "And this."))})
    old = [
        mark.span.of(note.text) for note in cell(comparison, 0, 0).passages[0].notes for mark in note.marks
    ]
    new = [
        mark.span.of(note.text) for note in cell(comparison, 0, 1).passages[0].notes for mark in note.marks
    ]
    assert old == ["A/46/70"]
    assert new == ["A/55/78", "And this."]


def test_placeholders_are_marked_in_a_draft_only() -> None:
    texts = {"PP1": ("In its resolution 78/1", "In its resolution 79/[…] of […] December")}
    for draft, blanks in ((True, ["79/[…]", "[…]"]), (False, [])):
        passage = cell(compared("~ PP1 PP1", texts, draft=draft), 0, 1).passages[0]
        assert [span.of(passage.text) for span in passage.blanks] == blanks


def test_a_placeholder_is_no_mark_even_in_new_words() -> None:
    texts = {"PP1": ("In its resolution 70/1 of 1 May", "In its resolution 79/[…] of […] May")}
    notes = {"PP1": (("See A/55/78.",), ("See A/58/[…] and.",))}
    passage = cell(compared("~ PP1 PP1", texts, notes, draft=True), 0, 1).passages[0]
    assert [span.of(passage.text) for span in passage.blanks] == ["79/[…]", "[…]"]
    assert [mark.span.of(passage.text) for mark in passage.marks] == ["resolution", "of", "May"]
    assert [span.of(passage.notes[0].text) for span in passage.notes[0].blanks] == ["A/58/[…]"]
    assert [mark.span.of(passage.notes[0].text) for mark in passage.notes[0].marks] == ["and"]


def test_a_ghost_shows_the_first_words_without_marks() -> None:
    text = "Recalling also that one two three four five six seven"
    comparison = compared("> PP2 PP1\n= PP1 PP2", {"PP2": (text, text)})
    ghost = cell(comparison, 2, 0)
    assert ghost.faded
    assert ghost.tint is Tint.MOVED
    assert ghost.passages[0].text == "Recalling also that one two three four five six …"
    assert ghost.passages[0].marks == ()


def test_headings_are_named_by_their_number() -> None:
    assert compared("~ H2 H2").rows[0].names == ("heading II", "heading II")


@pytest.mark.parametrize("pair", [(a, b) for a in NAMES for b in NAMES if a != b])
def test_nothing_of_real_texts_is_lost(shared: Path, pair: tuple[str, str]) -> None:
    """Every paragraph of both versions stands in exactly one row, whole, ghosts apart."""
    old, new = (load_gold(shared / "gold", name) for name in pair)
    comparison = compare(Version("a", "", old), Version("b", "", new), align(old, new))
    for column, resolution in enumerate((old, new)):
        cells = [row.cells[column] for row in comparison.rows if not row.ghost]
        shown = {passage.id: passage.text for cell in cells if cell for passage in cell.passages}
        assert shown == {paragraph.id: paragraph.text for paragraph in resolution.paragraphs}


@given(st.permutations([f"PP{n}" for n in range(1, 9)]), st.integers(0, 7), st.integers(0, 7))
def test_whatever_moves_has_one_ghost(order: list[str], first: int, last: int) -> None:
    """Any pairing: each move has its ghost, partners point at each other, rows are numbered as they stand."""
    lines = [f"{'>' if first <= at <= last else '='} {name} PP{at + 1}" for at, name in enumerate(order)]
    rows = compared("\n".join(lines)).rows
    assert [row.number for row in rows] == list(range(len(rows)))
    moved = [row for row in rows if row.partner is not None]
    assert len(moved) == 2 * max(0, last - first + 1)
    assert all(rows[row.partner or 0].partner == row.number for row in moved)
    assert all(rows[row.partner or 0].ids[0] == row.ids[0] for row in moved)


def test_empty_versions() -> None:
    version = compared("+ - PP1").old
    assert compare(version, version, Alignment(version.resolution, version.resolution, ())).rows == ()


def test_annexes_and_parts_are_called_by_their_names() -> None:
    annexes, parts = version(WITH_ANNEXES), version(WITH_PARTS)
    names = {one.id: name_of(one) for one in (*annexes.paragraphs, *parts.paragraphs)}
    wanted = {"A1": "Annex I", "A1.H2": "heading II of A1", "A1.OP2(b)": "A1.OP2(b)", "B": "part B"}
    assert {name: names[name] for name in wanted} == wanted
    shown = compare(Version("a", "", annexes), Version("b", "", annexes), align(annexes, annexes))
    labels = {cell.passages[0].id: cell.passages[0].label for row in shown.rows for cell in row.cells if cell}
    assert (labels["A1"], labels["A1.H1"], labels["A1.T2"]) == ("Annex I", "I", "A1.T2")


def test_a_paragraph_that_went_into_an_annex_is_tagged_on_both_sides() -> None:
    words = "Every ship of three masts pays one barrel of herring at the first quay"
    old, new = version(f"{WITH_ANNEXES}OP3 | 3 | {words}"), version(f"{WITH_ANNEXES}A2.OP2 | 2 | {words}")
    found = tags(compare(Version("78/9", "", old), Version("80/9", "", new), align(old, new)))
    assert found == ["moved down to A2.OP2 of 80/9", "moved down from after A2.OP1 of 78/9"]


def test_the_size_of_a_version_names_its_annexes() -> None:
    assert size(Version("a", "", version(WITH_ANNEXES))) == "2 preambular, 2 operative, 2 annexes"
    assert size(Version("a", "", version(WITH_PARTS))) == "2 preambular, 4 operative"
