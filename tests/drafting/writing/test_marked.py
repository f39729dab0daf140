# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word of both versions is shown, with the mark the alignment gives it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from comparison_samples import ALIGNED, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Change, Edit, Op, Pair, Span
from drafting.resolution import Footnote, Masthead, Paragraph, Resolution
from drafting.writing.marked import Mark, MarkedParagraph, Piece, rows

SIGNS = {Mark.KEPT: "", Mark.DELETED: "-", Mark.INSERTED: "+"}


def picture(pieces: Iterable[Piece]) -> str:
    """-deleted-, +inserted+, _italic_, ^note^."""
    made = ""
    for piece in pieces:
        sign = SIGNS[piece.mark] + ("_" if piece.italic else "")
        made += f"^{piece.note.number}^" if piece.note else f"{sign}{piece.text}{sign[::-1]}"
    return made


def pictures(side: Iterable[MarkedParagraph]) -> list[str]:
    return [picture(item.pieces) for item in side]


@pytest.mark.parametrize(
    ("index", "old", "new"),
    [
        (
            0,
            ["_Recalling_ resolution -50/4- of 7 July 2022,^1^"],
            ["_Recalling_ resolution +53/11+ of 7 July 2022,^1^"],
        ),
        (1, ["-Gone,-^2^"], []),
        (2, ["Requests <all> & some States to act;"], ["Requests <all> & some States to act+ now+;"]),
        (3, ["Moves;"], ["Moves;"]),
        (4, [], ["+New words;+"]),
        (5, ["Stays."], ["Stays."]),
    ],
)
def test_words_carry_their_marks(index: int, old: list[str], new: list[str]) -> None:
    row = rows(ALIGNED)[index]
    assert (pictures(row.old), pictures(row.new)) == (old, new)


def test_footnotes_carry_theirs() -> None:
    first, gone, *_ = rows(ALIGNED)
    assert picture(first.old[0].notes[0].pieces) == "A/HRC/-1-."
    assert picture(first.new[0].notes[0].pieces) == "A/HRC/+9+."
    assert picture(gone.old[0].notes[0].pieces) == "-A/HRC/2.-"
    assert [row.notes_changed for row in rows(ALIGNED)] == [1, 1, 0, 0, 0, 0]


def test_a_split_paragraph_keeps_its_words_apart() -> None:
    old = Resolution(
        Masthead(number="1"), (paragraph("OP1", "Calls for peace and asks for help;", Footnote(1, 34, "A.")),)
    )
    new = Resolution(
        Masthead(number="2"),
        (paragraph("OP1", "Calls for peace;"), paragraph("OP2", "Asks for help;", Footnote(1, 14, "A."))),
    )
    edit = Edit(Op.REPLACE, Span(15, 24), Span(15, 21))  # " and asks" became ";", a new paragraph and "Asks"
    row = rows(Alignment(old, new, (Pair(("OP1",), ("OP1", "OP2"), Change.SPLIT, 0.8, (edit,)),)))[0]
    assert pictures(row.old) == ["Calls for peace- and asks- for help;^1^"]
    assert pictures(row.new) == ["Calls for peace+;+", "+Asks+ for help;^1^"]
    assert not row.new[1].notes[0].changed


words = st.lists(
    st.sampled_from(
        ["the", "States", "peace,", "“law”", "50/4", "53/11", "[…]", "of", "report;", "and", "😀"]
    ),
    max_size=12,
)


@st.composite
def versions(draw: st.DrawFn) -> Resolution:
    made: list[Paragraph] = []
    for number in range(draw(st.integers(0, 6))):
        text = " ".join(draw(words))
        notes = tuple(
            Footnote(1, offset, " ".join(draw(words)))
            for offset in draw(st.sets(st.integers(0, len(text)), max_size=2))
        )
        made.append(
            paragraph(f"PP{number + 1}", text, *notes, opening=text[: draw(st.integers(0, len(text)))])
        )
    return Resolution(Masthead(number="1/1"), tuple(made))


@settings(deadline=None)
@given(versions(), versions())
def test_nothing_of_either_version_is_left_out(old: Resolution, new: Resolution) -> None:
    shown = rows(align(old, new))
    for side, version in ((lambda row: row.old, old), (lambda row: row.new, new)):
        items = {item.paragraph.id: item for row in shown for item in side(row)}
        assert sorted(items) == sorted(item.id for item in version.paragraphs)
        for item in items.values():
            assert "".join(piece.text for piece in item.pieces) == item.paragraph.text
            assert len([piece for piece in item.pieces if piece.note]) == len(item.paragraph.footnotes)
            for note in item.notes:
                assert "".join(piece.text for piece in note.pieces) == note.note.text
