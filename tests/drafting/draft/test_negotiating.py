# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room said of paragraphs, and private notes: set, counted, and never changed by anything else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from annexed import WITH_ANNEXES, drafted, version
from small import small_draft

from drafting.draft import (
    Draft,
    Rewritten,
    Stage,
    accept,
    delete,
    edit_note,
    find_named,
    insert,
    move_down,
    rewrite,
)
from drafting.draft.bracketing import Passage, bracket
from drafting.draft.negotiating import progress, set_memo, set_stage
from drafting.errors import DraftError


def _agreed(stage: Stage = Stage.AGREED) -> Draft:
    draft = small_draft()
    return set_stage(draft, [one.key for one in draft.paragraphs], stage).draft


@pytest.mark.parametrize(
    ("stage", "name"),
    [
        (Stage.AGREED, "Mark PP1 to OP1 as agreed"),
        (Stage.AD_REFERENDUM, "Mark PP1 to OP1 as agreed ad referendum"),
        (Stage.PLACEMENT, "Mark the placement of PP1 to OP1 as to be decided"),
        (Stage.OPEN, "Mark PP1 to OP1 as open"),
    ],
)
def test_several_paragraphs_are_marked_in_one_step(stage: Stage, name: str) -> None:
    before = Stage.OPEN if stage is not Stage.OPEN else Stage.AGREED
    draft = set_stage(small_draft(), ["p1", "p2", "p3"], before).draft
    step = set_stage(draft, ["p1", "p2", "p3"], stage)
    assert (step.name, step.changed) == (name, {"p1", "p2", "p3"})
    assert [one.stage for one in step.draft.paragraphs] == [stage] * 3 + [Stage.OPEN] * 3


def test_marking_what_is_marked_changes_nothing() -> None:
    draft = _agreed()
    again = set_stage(draft, ["p1", "p2"], Stage.AGREED)
    assert (again.draft, again.changed) == (draft, frozenset())


def _typed(draft: Draft) -> Draft:
    return rewrite(draft, ["p2"], [Rewritten("p2", draft.paragraph("p2").text + " indeed")]).draft


def _accepted(draft: Draft) -> Draft:
    return accept(draft, next(choice.proposal for one, choice in draft.choices() if one.key == "p1")).draft


def _in_note(draft: Draft) -> Draft:
    return edit_note(draft, "p2", draft.paragraph("p2").notes[0].key, "Article 1.").draft


CHANGES = {"typed": (_typed, "p2"), "accepted": (_accepted, "p1"), "in a footnote": (_in_note, "p2")}


@pytest.mark.parametrize("stage", [Stage.AGREED, Stage.AD_REFERENDUM])
@pytest.mark.parametrize("change", CHANGES)
def test_an_agreed_paragraph_that_is_edited_stays_agreed_and_is_told(change: str, stage: Stage) -> None:
    act, key = CHANGES[change]
    draft = act(_agreed(stage))
    assert [one.key for one in draft.paragraphs if one.strays] == [key]
    assert draft.paragraph(key).stage is stage
    again = set_stage(draft, [key], stage).draft
    assert not again.paragraph(key).strays


def test_words_that_come_back_are_agreed_again() -> None:
    draft = _agreed()
    back = rewrite(_typed(draft), ["p2"], [Rewritten("p2", draft.paragraph("p2").text)]).draft
    assert not back.paragraph("p2").strays


def test_where_nothing_was_agreed_nothing_strays() -> None:
    for stage in (Stage.OPEN, Stage.PLACEMENT):
        assert not any(one.strays for one in _typed(_agreed(stage)).paragraphs)


def test_what_is_made_of_an_agreed_paragraph_is_open_and_without_its_note() -> None:
    draft = set_memo(_agreed(), "p3", "ask Oslo").draft
    text = draft.paragraph("p3").text
    split = rewrite(draft, ["p3"], [Rewritten("p3", text[:9]), Rewritten(None, text[9:])]).draft
    for made in (split, insert(draft, "p3").draft):
        new = made.paragraphs[3]
        assert (new.stage, new.agreed, new.memo) == (Stage.OPEN, (), "")
        assert made.paragraph("p3").memo == "ask Oslo"


def test_notes_of_joined_paragraphs_are_kept_together() -> None:
    draft = set_memo(set_memo(small_draft(), "p3", "one").draft, "p4", "two").draft
    texts = [draft.paragraph(key).text for key in ("p3", "p4")]
    joined = rewrite(draft, ["p3", "p4"], [Rewritten("p3", " ".join(texts))]).draft
    assert joined.paragraph("p3").memo == "one\ntwo"
    alone = rewrite(draft, ["p3", "p4"], [Rewritten("p3", texts[0])]).draft  # its words went
    assert alone.paragraph("p3").memo == "one"


def test_states_and_notes_go_with_their_paragraph() -> None:
    draft = set_memo(_agreed(), "p3", "ask Oslo").draft
    moved = move_down(draft, ["p3"]).draft.paragraph("p3")
    assert (moved.stage, moved.memo) == (Stage.AGREED, "ask Oslo")
    assert progress(delete(draft, ["p3"]).draft).memos == 0


def test_headings_are_not_agreed() -> None:
    draft = drafted(version(WITH_ANNEXES))
    heading = find_named(draft, "A1.H1").key
    with pytest.raises(DraftError, match="Headings are not agreed"):
        set_stage(draft, [heading], Stage.AGREED)
    several = set_stage(draft, [heading, find_named(draft, "A1.OP1").key], Stage.AGREED)
    assert several.changed == {find_named(draft, "A1.OP1").key}


def test_the_note_is_named_and_taken_away() -> None:
    written = set_memo(small_draft(), "p3", " ask Oslo \n")
    assert (written.name, written.draft.paragraph("p3").memo) == ("Write note on OP1", "ask Oslo")
    gone = set_memo(written.draft, "p3", "  ")
    assert (gone.name, gone.draft) == ("Remove note on OP1", small_draft())


def test_progress_counts() -> None:
    draft = set_stage(small_draft(), ["p1", "p2"], Stage.AGREED).draft
    draft = set_stage(draft, ["p3"], Stage.AD_REFERENDUM).draft
    draft = set_stage(draft, ["p4"], Stage.PLACEMENT).draft
    draft = bracket(_typed(draft), [Passage("p5", 0, 3), Passage("p6", 0, 7)]).draft
    draft = draft.with_paragraph(replace(draft.paragraph("p6"), memo="so"))
    found = progress(draft)
    assert (found.all, found.agreed, found.ad_referendum, found.placement) == (6, 2, 1, 1)
    assert (found.strays, found.brackets, found.memos, found.begun) == (1, 2, 1, True)
    assert not progress(small_draft()).begun
