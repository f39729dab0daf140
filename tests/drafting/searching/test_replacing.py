# SPDX-License-Identifier: GPL-3.0-or-later
"""Replacing: what is not touched stays, marks survive, proposals stay consistent, all in one step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import small_draft

from drafting.draft import Decision, Draft, accept, edit_note
from drafting.errors import DraftError
from drafting.searching.fields import fields
from drafting.searching.plain import find
from drafting.searching.records import Place, Query
from drafting.searching.replacing import replace_places


def places(draft: Draft, words: str, new: str, *, case: bool = True) -> list[Place]:
    return list(find(fields(draft), Query(words, case=case), new))


def test_all_places_are_one_step() -> None:
    draft = small_draft()
    step = replace_places(draft, places(draft, "77/1", "79/9"))
    assert step.name == "Replace in 2 places"
    assert step.changed >= {"p1", "p6"}
    assert "79/9 of 1 December" in step.draft.paragraph("p1").text
    assert step.draft.paragraph("p6").text.endswith("resolution 79/9.")
    assert step.draft.paragraph("p3") is draft.paragraph("p3")


def test_one_place_names_its_paragraph() -> None:
    draft = small_draft()
    step = replace_places(draft, places(draft, "seminar", "panel"))
    assert step.name == "Replace in PP2"
    assert "the panel held" in step.draft.paragraph("p2").text


def test_footnotes() -> None:
    draft = small_draft()
    step = replace_places(draft, places(draft, "Art. 1", "Article 1"))
    assert step.draft.paragraph("p2").notes[0].text == "Article 1."


def test_words_stay_on_one_line() -> None:
    draft = small_draft()
    step = replace_places(draft, places(draft, "seminar", "panel\r\nand\ufffcmore"))
    assert "the panel and more held" in step.draft.paragraph("p2").text


MARKS = [  # the mark stands behind "Charter,"
    ("the Charter, and", "the Statute, and", 27),
    ("Charter", "Statute", 27),
    ("the Charter", "it", 18),
    ("the Charter,", "the Charter of it,", 33),
    (", and", "; and", 27),
    ("also the", "the", 22),
    ("harter, and", "harter and", 26),
]


@pytest.mark.parametrize(("old", "new", "offset"), MARKS)
def test_a_footnote_mark_survives(old: str, new: str, offset: int) -> None:
    draft = small_draft()
    after = replace_places(draft, places(draft, old, new)).draft.paragraph("p2")
    assert [note.offset for note in after.notes] == [offset]


@pytest.mark.parametrize(
    ("words", "new", "decision"),
    [
        ("fifty-sixth", "fifty-ninth", Decision.OVERTAKEN),
        ("its fifty-sixth session", "its fifty-sixth regular session", Decision.OPEN),
        ("consideration at", "work at", Decision.OPEN),
        ("Decides", "Decides also", Decision.OPEN),
    ],
)
def test_a_proposal_is_overtaken_only_where_its_words_change(
    words: str, new: str, decision: Decision
) -> None:
    draft = small_draft()
    after = replace_places(draft, places(draft, words, new)).draft
    paragraph = after.paragraph("p6")
    choice = next(one for one in paragraph.choices if "OP3" in one.proposal)
    assert choice.decision is decision
    if decision is Decision.OPEN:
        assert paragraph.text[choice.start : choice.end] == after.proposal(choice.proposal).old


def test_words_of_an_accepted_proposal_count_as_edited() -> None:
    draft = _accepted()
    after = replace_places(draft, places(draft, "12 July 2023", "13 July 2023")).draft
    assert any(one.decision is Decision.EDITED for one in after.paragraph("p1").choices)


def _ids() -> set[str]:
    return {choice.proposal for _, choice in small_draft().choices()}


def _accepted() -> Draft:
    draft = small_draft()
    own = next(one for one in _ids() if draft.replacement(one).startswith("53/11"))
    return accept(draft, own).draft


def test_what_changed_since_is_not_replaced() -> None:
    draft = small_draft()
    found = places(draft, "Art. 1", "Article 1")
    note = draft.paragraph("p2").notes[0].key
    with pytest.raises(DraftError, match="changed since it was searched"):
        replace_places(edit_note(draft, "p2", note, "See Art. 1.").draft, found)


def test_what_stays_the_same_is_no_step() -> None:
    draft = small_draft()
    assert replace_places(draft, places(draft, "Charter", "Charter")).draft is draft


@given(
    st.sampled_from(["e", "re", "s", " of ", "Recalling", "resolution", "fifty", "."]),
    st.text("aé .", max_size=5),
)
def test_replacing_is_what_the_text_says_and_choices_stay_inside(words: str, new: str) -> None:
    draft = small_draft()
    after = replace_places(draft, places(draft, words, new)).draft
    for before, now in zip(draft.paragraphs, after.paragraphs, strict=True):
        assert now.text == before.text.replace(words, new)
        assert [one.text for one in now.notes] == [one.text.replace(words, new) for one in before.notes]
        assert all(0 <= one.offset <= len(now.text) for one in now.notes)
        for choice in now.choices:
            text = now.text if choice.note is None else now.note(choice.note).text
            assert 0 <= choice.start <= choice.end <= len(text)
            if choice.decision is Decision.OPEN:
                assert text[choice.start : choice.end] == after.proposal(choice.proposal).old
