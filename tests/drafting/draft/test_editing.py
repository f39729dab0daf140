# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing by hand: identity, footnotes and proposals keep their place whatever is typed, split or joined."""

from __future__ import annotations

from dataclasses import replace

import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version
from hypothesis import given
from hypothesis import strategies as st
from small import OP2, OP3, PP1, PP2, small_carry, small_draft, small_lineage

from drafting.draft import (
    Decision,
    Draft,
    DraftParagraph,
    Rewritten,
    accept,
    edit_note,
    paragraph_runs,
    rewrite,
    start_draft,
)
from drafting.draft.splice import between, moved
from drafting.errors import DraftError
from drafting.resolution import Kind, Part


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12))
def test_a_splice_turns_the_old_text_into_the_new(old: str, new: str) -> None:
    splice = between(old, new)
    put_in = new[splice.start : splice.start + splice.added]
    assert old[: splice.start] + put_in + old[splice.start + splice.removed :] == new


@pytest.mark.parametrize(
    ("old", "new", "span", "after"),
    [
        ("one [two] three", "one and [two] three", (4, 9), (8, 13, False)),
        ("one [two] three", "one [two] or three", (4, 9), (4, 9, False)),
        ("one [two] three", "one [too] three", (4, 9), (4, 9, True)),
        ("one [two] three", "one three", (4, 9), (4, 4, True)),
        ("one [two] three", "on] three", (4, 9), (2, 3, True)),
    ],
)
def test_spans_follow(old: str, new: str, span: tuple[int, int], after: tuple[int, int, bool]) -> None:
    assert moved(*span, between(old, new)) == after


def keys(draft: Draft) -> list[str]:
    return [paragraph.key for paragraph in draft.paragraphs]


def test_splitting_keeps_the_key_on_the_named_half_and_numbers_anew() -> None:
    step = rewrite(
        small_draft(), ["p3"], [Rewritten("p3", "Reaffirms;"), Rewritten(None, "Also reaffirms all;")]
    )
    assert keys(step.draft) == ["p1", "p2", "p3", "p7", "p4", "p5", "p6"]
    new = step.draft.paragraph("p7")
    assert (new.kind, new.origin, step.draft.label("p7").id) == (step.draft.paragraph("p3").kind, None, "OP2")
    assert step.draft.label("p6").id == "OP4"
    assert step.changed == {"p3", "p7"}


def test_splitting_carries_footnotes_and_proposals_to_their_half() -> None:
    at = PP1.index(" and its")
    step = rewrite(small_draft(), ["p1"], [Rewritten("p1", PP1[:at]), Rewritten(None, PP1[at + 1 :])])
    assert [choice.proposal for choice in step.draft.paragraph("p1").choices] == ["PP1:38"]
    (choice,) = step.draft.paragraph("p7").choices
    assert step.draft.paragraph("p7").text[choice.start : choice.end] == "50/4 of 7 July 2022"
    at = PP2.index(" and")
    step = rewrite(small_draft(), ["p2"], [Rewritten(None, PP2[:at]), Rewritten("p2", PP2[at + 1 :])])
    assert [note.key for note in step.draft.paragraphs[1].notes] == ["p2n1"]


def test_joining_keeps_all_footnotes_and_proposals() -> None:
    joined = OP2 + " The duty to cooperate; " + OP3
    step = rewrite(small_draft(), ["p4", "p5", "p6"], [Rewritten("p4", joined)])
    paragraph = step.draft.paragraph("p4")
    assert [note.text for note in paragraph.notes] == ["A/HRC/53/46."]
    old = [paragraph.text[c.start : c.end] for c in paragraph.choices if c.note is None]
    assert old == ["fifty-sixth", "77/1"]


def test_a_footnote_whose_mark_is_gone_is_removed_with_its_proposal() -> None:
    step = rewrite(small_draft(), ["p4"], [Rewritten("p4", OP2, notes=())])
    assert step.draft.paragraph("p4").notes == ()
    assert step.draft.paragraph("p4").choices == ()


def test_a_mark_that_was_copied_stays_one_footnote() -> None:
    marks = (("p4n1", 6), ("p4n1", 20))
    step = rewrite(small_draft(), ["p4"], [Rewritten("p4", OP2, marks), Rewritten(None, "Also;", marks)])
    assert [note.offset for note in step.draft.paragraph("p4").notes] == [6]
    assert step.draft.paragraph("p7").notes == ()
    assert len(step.draft.note_numbers) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [(("p1", "p3"), ("p1",)), (("p2", "p1"), ("p1",)), (("p1",), ("p1", "p1")), (("p9",), ("p9",))],
)
def test_paragraphs_that_do_not_stand_together_are_not_rewritten(
    before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    with pytest.raises(DraftError, match="Nothing was changed"):
        rewrite(small_draft(), before, [Rewritten(key, "Recalling,") for key in after])


def test_editing_a_footnote_moves_the_proposal_in_it() -> None:
    draft = edit_note(small_draft(), "p4", "p4n1", "See A/HRC/53/46.").draft
    assert accept(draft, "OP2:n0").draft.paragraph("p4").notes[0].text == "See A/HRC/56/[…]."
    draft = edit_note(small_draft(), "p4", "p4n1", "A/HRC/56/1.").draft
    assert draft.find("OP2:n0")[1].decision is Decision.OVERTAKEN


@given(st.data())
def test_untouched_proposals_always_find_their_words(data: st.DataObject) -> None:
    draft = small_draft()
    for proposal in draft.carry.proposals:
        draft = accept(draft, proposal.id).draft if data.draw(st.booleans()) else draft
    for _ in range(data.draw(st.integers(1, 5))):
        paragraph = data.draw(st.sampled_from(draft.paragraphs))
        start = data.draw(st.integers(0, len(paragraph.text)))
        end = data.draw(st.integers(start, min(len(paragraph.text), start + 8)))
        text = paragraph.text[:start] + data.draw(st.text("xy 7/", max_size=6)) + paragraph.text[end:]
        halves = data.draw(st.sampled_from([None, len(text) // 2]))
        after = [Rewritten(paragraph.key, text)]
        if halves is not None:
            after = [Rewritten(paragraph.key, text[:halves]), Rewritten(None, text[halves:])]
        draft = rewrite(draft, [paragraph.key], after).draft
    for paragraph, choice in draft.choices():
        text = paragraph.text if choice.note is None else paragraph.note(choice.note).text
        assert 0 <= choice.start <= choice.end <= len(text)
        if choice.decision is Decision.OPEN:
            assert text[choice.start : choice.end] == draft.proposal(choice.proposal).old
        if choice.decision is Decision.ACCEPTED:
            assert text[choice.start : choice.end] == draft.replacement(choice.proposal)


@given(st.booleans(), st.booleans())
def test_the_runs_in_the_draft_are_exactly_its_text(accepted: bool, marked: bool) -> None:
    draft = accept(small_draft(), "PP1:38").draft if accepted else small_draft()
    for paragraph in draft.paragraphs:
        runs = paragraph_runs(draft, paragraph, marked)
        assert "".join(run.text for run in runs if run.in_draft) == paragraph.text
        assert marked or all(run.in_draft or run.role == "mark" for run in runs)


def test_runs_of_a_paragraph_with_an_open_proposal() -> None:
    draft = small_draft()
    assert [(run.role.value, run.text) for run in paragraph_runs(draft, draft.paragraphs[5])] == [
        ("opening", "Decides"),
        ("text", " to continue its consideration at its "),
        ("old", "fifty-sixth"),
        ("new", "fifty-ninth"),
        ("text", " session, and recalls resolution "),
        ("old", "77/1"),
        ("new", "78/"),
        ("new_blank", "[…]"),
        ("text", "."),
    ]


def test_a_proposal_that_only_asks_for_a_look_strikes_nothing() -> None:
    carry = small_carry()
    asks = replace(carry.proposals[3], new="fifty-sixth")
    draft = start_draft(small_lineage(), replace(carry, proposals=(asks,)))
    assert [(run.role.value, run.text) for run in paragraph_runs(draft, draft.paragraphs[5])][2:4] == [
        ("remark", "fifty-sixth"),
        ("text", " session, and recalls resolution 77/1."),
    ]


# --------------------------------------------------------------------------------------- annexes and parts


def _by_id(draft: Draft, name: str) -> DraftParagraph:
    return next(paragraph for paragraph in draft.paragraphs if draft.label(paragraph.key).id == name)


@pytest.mark.parametrize(
    ("text", "name", "made"),
    [
        (WITH_ANNEXES, "A1", "A1.T1"),  # behind the opening line: as what comes next there
        (WITH_ANNEXES, "A1.H1", "A1.OP1"),
        (WITH_ANNEXES, "A1.H2", "A1.T2"),
        (WITH_ANNEXES, "A1.OP2", "A1.OP3"),
        (WITH_ANNEXES, "A1.OP2(a)", "A1.OP2(b)"),
        (WITH_ANNEXES, "A2.PP1", "A2.PP2"),
        (WITH_ANNEXES, "OP2", "OP3"),
        (WITH_PARTS, "B.OP1(–1)", "B.OP1(–2)"),
        (WITH_PARTS, "B", "B.PP1"),
        (WITH_PARTS, "A.OP2", "A.OP3"),
    ],
)
def test_a_new_paragraph_belongs_to_the_unit_it_was_made_in(text: str, name: str, made: str) -> None:
    draft = drafted(version(text))
    paragraph = _by_id(draft, name)
    after = [Rewritten(paragraph.key, paragraph.text), Rewritten(None, "More words.")]
    draft = rewrite(draft, [paragraph.key], after).draft
    new = draft.paragraphs[draft.position(paragraph.key) + 1]
    assert (draft.label(new.key).id, new.unit, new.part) == (made, paragraph.unit, paragraph.part)


@pytest.mark.parametrize(
    ("text", "upper", "lower"), [(WITH_ANNEXES, "OP2", "A1"), (WITH_PARTS, "A.OP2", "B")]
)
def test_paragraphs_of_two_units_cannot_be_joined(text: str, upper: str, lower: str) -> None:
    draft = drafted(version(text))
    one, two = _by_id(draft, upper), _by_id(draft, lower)
    with pytest.raises(DraftError, match="cannot be joined"):
        rewrite(draft, [one.key, two.key], [Rewritten(one.key, f"{one.text}{two.text}")])


def test_an_annex_can_be_removed_whole_and_the_others_are_counted_anew() -> None:
    draft = drafted(version(WITH_ANNEXES))
    before = _by_id(draft, "OP2")
    gone = [paragraph for paragraph in draft.paragraphs if paragraph.unit == "A1"]
    keys = [before.key, *(paragraph.key for paragraph in gone)]
    draft = rewrite(draft, keys, [Rewritten(before.key, before.text)]).draft
    assert [p.id for p in draft.resolution.paragraphs][-4:] == ["OP2", "A1", "A1.PP1", "A1.OP1"]
    assert [p.label for p in draft.resolution.paragraphs if p.opens_unit] == ["Annex"]


def test_what_stood_under_a_line_that_goes_with_a_selection_joins_the_text_above() -> None:
    draft = drafted(version(WITH_ANNEXES))
    before, line = _by_id(draft, "OP2"), _by_id(draft, "A1")
    after = rewrite(draft, [before.key, line.key], [Rewritten(before.key, before.text)]).draft
    assert [one.key for one in after.paragraphs] == [one.key for one in draft.paragraphs if one is not line]
    text = [p for p in after.resolution.paragraphs if not p.unit]
    assert [p.id for p in text][-4:] == ["OP4(b)", "H2", "T2", "T3"]
    assert {p.part for p in text[2:]} == {Part.OPERATIVE}


def test_no_edit_leaves_points_without_a_paragraph() -> None:
    draft = drafted(version("PP1 | | Recalling a,\nOP1 | 1 | Asks:\nOP1(a) | (a) | For b;\nOP2 | 2 | Ends."))
    first, second = draft.paragraphs[:2]
    with pytest.raises(DraftError, match="left without a paragraph"):
        rewrite(draft, [first.key, second.key], [Rewritten(first.key, first.text)])


def test_numbers_of_an_annex_follow_its_own_order_alone() -> None:
    draft = drafted(version(WITH_ANNEXES))
    first = _by_id(draft, "A1.OP1")
    draft = rewrite(draft, [first.key], [Rewritten(None, "New."), Rewritten(first.key, first.text)]).draft
    labels = [(p.id, p.label) for p in draft.resolution.paragraphs if p.kind is Kind.OPERATIVE]
    assert labels == [
        ("OP1", "1"), ("OP2", "2"), ("A1.OP1", "1"), ("A1.OP2", "2"), ("A1.OP3", "3"), ("A2.OP1", "1"),
    ]  # fmt: skip
