# SPDX-License-Identifier: GPL-3.0-or-later
"""Two texts woven into one: pictures of it, and what must hold for any two texts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.resolution import Footnote, Kind, Paragraph, Part
from drafting.writing.marked import Mark
from drafting.writing.tracked.weaving import Strand, woven

_WORDS = [
    "the",
    "Council",
    "decides,",
    "requests",
    "all",
    "States;",
    "7/1",
    "of",
    "3",
    "May",
    "2020",
    "and",
    "(a)",
    "“concern”",
    "in\xa0the",
    "field",
]


def paragraph(text: str, *notes: tuple[int, str], opening: str = "") -> Paragraph:
    """A paragraph with footnotes at these offsets."""
    marks = tuple(Footnote(number, at, said) for number, (at, said) in enumerate(notes, start=1))
    return Paragraph("OP1", Kind.OPERATIVE, Part.OPERATIVE, text, opening=opening, footnotes=marks)


def drawn(strands: Sequence[Strand]) -> str:
    """Strands as a picture: [-gone-] {+come+}, ^note^ and ¶ for the end of a paragraph."""
    signs = {Mark.KEPT: "{}", Mark.DELETED: "[-{}-]", Mark.INSERTED: "{{+{}+}}"}
    told = []
    for strand in strands:
        said = "¶" if strand.ends else strand.text
        if strand.note:
            note = strand.note.new or strand.note.old
            said = f"^{note.text if note else ''}^"
        told.append(signs[strand.mark].format(said))
    return "".join(told)


@pytest.mark.parametrize(
    ("olds", "news", "picture"),
    [
        (["Decides to act;"], ["Decides to act;"], "Decides to act;"),
        (["Decides to act;"], ["Decides not to act;"], "Decides{+ not+} to act;"),
        (["Decides;"], [], "[-Decides;-][-¶-]"),
        ([], ["Decides;"], "{+Decides;+}{+¶+}"),
        (["One act; two acts;"], ["One act;", "two acts;"], "One act;[- -]{+¶+}two acts;"),
        (["One act;", "two acts;"], ["One act; two acts;"], "One act;[-¶-]{+ +}two acts;"),
    ],
)
def test_pictures_of_texts(olds: list[str], news: list[str], picture: str) -> None:
    assert drawn(woven([paragraph(one) for one in olds], [paragraph(one) for one in news])) == picture


@pytest.mark.parametrize(
    ("old", "new", "picture"),
    [
        (("act;", (4, "A/1")), ("act;", (4, "A/1")), "act;^A/1^"),
        (("act;", (4, "A/1")), ("act;",), "act;[-^A/1^-]"),
        (("act;",), ("act;", (4, "A/1")), "act;{+^A/1^+}"),
        (("act now;", (8, "A/1")), ("act then;", (9, "A/1")), "act [-now-]{+then+};^A/1^"),
        (("act;", (4, "A/1")), ("act;", (4, "A/2")), "act;^A/2^"),
        (("act;", (0, "A/1"), (4, "B")), ("act;", (4, "A/1"), (4, "B")), "[-^A/1^-]act;{+^A/1^+}^B^"),
    ],
)
def test_pictures_of_footnotes(
    old: tuple[str, tuple[int, str]], new: tuple[str, tuple[int, str]], picture: str
) -> None:
    assert drawn(woven([paragraph(*old)], [paragraph(*new)])) == picture


def read(strands: Sequence[Strand], without: Mark) -> list[tuple[str, list[tuple[int, str]]]]:
    """The paragraphs of one side, with their footnotes."""
    told: list[tuple[str, list[tuple[int, str]]]] = [("", [])]
    for strand in strands:
        text, notes = told[-1]
        if strand.mark is without:
            continue
        if strand.ends:
            told.append(("", []))
        elif strand.note:
            note = strand.note.old if without is Mark.INSERTED else strand.note.new
            assert note is not None
            notes.append((len(text), note.text))
        else:
            told[-1] = text + strand.text, notes
    return told


def said(paragraphs: Sequence[Paragraph]) -> list[tuple[str, list[tuple[int, str]]]]:
    """The paragraphs as they are to be read back."""
    return [(one.text, [(note.offset, note.text) for note in one.footnotes]) for one in paragraphs]


@st.composite
def texts(draw: st.DrawFn) -> list[Paragraph]:
    """One to three short paragraphs of few words, so that much is alike."""
    found = []
    for _ in range(draw(st.integers(1, 3))):
        text = " ".join(draw(st.lists(st.sampled_from(_WORDS), max_size=10)))
        places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
        notes = [(place, draw(st.sampled_from(("A/1", "See B.", "C")))) for place in places]
        found.append(paragraph(text, *notes, opening=text[: draw(st.integers(0, 6))]))
    return found


@given(texts(), texts())
def test_either_side_is_read_back(olds: list[Paragraph], news: list[Paragraph]) -> None:
    strands = woven(olds, news)
    assert read(strands, Mark.INSERTED) == said(olds)
    assert read(strands, Mark.DELETED) == said(news)


@given(texts())
def test_nothing_is_marked_where_nothing_changed(olds: list[Paragraph]) -> None:
    assert {strand.mark for strand in woven(olds, olds)} <= {Mark.KEPT}
