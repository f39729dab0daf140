# SPDX-License-Identifier: GPL-3.0-or-later
"""What a copy gives to other programs, and that it is read back as what it was."""

from __future__ import annotations

from dataclasses import replace

from annexed import WITH_ANNEXES, drafted, version
from hypothesis import given
from hypothesis import strategies as st
from small import small_draft

from drafting.draft import Draft
from drafting.draft.clips import Place
from drafting.reading.pasting import clipping_of
from drafting.writing.clip import copied

DRAFT = small_draft()
STARTS = (DRAFT, drafted(version(WITH_ANNEXES)))


def whole(draft: Draft, first: int, last: int) -> tuple[Place, Place]:
    """All of some paragraphs, without the end of the last one."""
    end = draft.paragraphs[last]
    return Place(draft.paragraphs[first].key, 0), Place(end.key, len(end.text), len(end.notes))


def test_the_text_has_numbers_marks_and_footnotes() -> None:
    assert copied(DRAFT, *whole(DRAFT, 1, 4)).text == (
        "Recalling also the Charter,[1] and the seminar held in 2020,\n"
        "1.\tReaffirms that States cooperate;\n"
        "2.\tTakes note of the report of the High Commissioner;[2]\n"
        "(a)\tThe duty to cooperate;\n\n"
        "[1] Art. 1.\n"
        "[2] A/HRC/53/46.\n"
    )


def test_the_page_has_italics_levels_and_the_footnotes_of_word() -> None:
    page = copied(DRAFT, *whole(DRAFT, 3, 4)).html
    assert "<p>2.&nbsp;&nbsp;<i>Takes note</i> of the report" in page
    assert "<p style='margin-left:36pt'>(a)&nbsp;&nbsp;The duty to cooperate;</p>" in page
    assert '<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1">' in page
    assert "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>" in page


def test_words_of_one_paragraph_have_neither_number_nor_block() -> None:
    key = DRAFT.paragraphs[2].key
    out = copied(DRAFT, Place(key, 0), Place(key, 9))
    assert (out.text, "<span><i>Reaffirms</i></span>" in out.html) == ("Reaffirms", True)


def test_neither_proposals_nor_private_notes_leave() -> None:
    noted = replace(DRAFT, paragraphs=tuple(replace(one, memo="a secret") for one in DRAFT.paragraphs))
    out = copied(noted, *whole(noted, 0, 5))
    assert "secret" not in out.text + out.html
    assert "78/[…]" not in out.text + out.html


def test_signs_of_pages_in_the_words_are_words() -> None:
    key = DRAFT.paragraphs[2].key
    draft = DRAFT.with_paragraph(replace(DRAFT.paragraph(key), text="Notes <b>A & B</b>;"))
    page = copied(draft, *whole(draft, 2, 2)).html
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;;" in page
    assert clipping_of(page, "").paragraphs[0].text == "Notes <b>A & B</b>;"


@given(st.sampled_from(STARTS), st.integers(0, 20), st.integers(0, 20))
def test_a_copy_is_read_as_what_it_was(draft: Draft, one: int, other: int) -> None:
    first, last = sorted(at % len(draft.paragraphs) for at in (one, other))
    out = copied(draft, *whole(draft, first, last))
    found, sent = clipping_of(out.html, out.text).paragraphs, draft.paragraphs[first : last + 1]
    assert [item.text for item in found] == [item.text for item in sent]
    notes = [[(note.offset, note.text) for note in item.notes] for item in sent]
    assert [list(item.notes) for item in found] == notes


def test_a_copy_as_text_is_read_as_what_it_was() -> None:
    found = clipping_of("", copied(DRAFT, *whole(DRAFT, 0, 5)).text).paragraphs
    assert [item.text for item in found] == [item.text for item in DRAFT.paragraphs]
    assert [[words for _, words in item.notes] for item in found] == [
        [note.text for note in item.notes] for item in DRAFT.paragraphs
    ]
