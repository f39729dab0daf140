# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs set and broken by hand: they follow the paragraphs of the draft, and hold both ways round."""

from __future__ import annotations

from pathlib import Path

import pytest
from small import small_draft

from drafting.comparing.records import Pairings
from drafting.draft import Rewritten, rewrite
from drafting.draft.pairing import DRAFT, forget_pairs, pair, paired_by_hand, unpair
from drafting.errors import DraftError
from drafting.project import open_project, save_project


def test_nothing_is_decided_at_first() -> None:
    assert paired_by_hand(small_draft(), "53/11", DRAFT) == Pairings()


def test_a_pair_is_made_broken_and_forgotten() -> None:
    draft = pair(small_draft(), "50/4", "53/11", ("OP1", "OP2")).draft
    assert paired_by_hand(draft, "50/4", "53/11") == Pairings(made=(("OP1", "OP2"),))
    assert paired_by_hand(draft, "53/11", "50/4") == Pairings(made=(("OP2", "OP1"),))
    assert paired_by_hand(draft, "53/11", DRAFT) == Pairings()
    draft = unpair(draft, "53/11", "50/4", [("OP2", "OP1")]).draft
    assert paired_by_hand(draft, "50/4", "53/11") == Pairings(broken=(("OP1", "OP2"),))
    draft = forget_pairs(draft, "50/4", "53/11", [("OP1", "OP2")]).draft
    assert paired_by_hand(draft, "50/4", "53/11") == Pairings()


def test_a_paragraph_has_one_partner_set_by_hand() -> None:
    draft = pair(small_draft(), "50/4", "53/11", ("OP1", "OP2")).draft
    draft = pair(draft, "50/4", "53/11", ("OP1", "OP3")).draft
    assert paired_by_hand(draft, "50/4", "53/11").made == (("OP1", "OP3"),)


def test_a_decision_on_the_draft_follows_its_paragraph() -> None:
    draft = pair(small_draft(), "53/11", DRAFT, ("OP1", "OP3")).draft
    first = next(one for one in draft.paragraphs if draft.label(one.key).id == "OP1")
    new = [Rewritten(None, "Welcomes the efforts of States;"), Rewritten(first.key, first.text)]
    draft = rewrite(draft, [first.key], new).draft
    assert paired_by_hand(draft, "53/11", DRAFT).made == (("OP1", "OP4"),)


def test_a_paragraph_that_is_gone_is_not_decided_about() -> None:
    with pytest.raises(DraftError, match="no longer in the draft"):
        pair(small_draft(), "53/11", DRAFT, ("OP1", "OP99"))


def test_a_step_has_a_name_and_changes_no_text() -> None:
    step = pair(small_draft(), "53/11", DRAFT, ("OP1", "OP3"))
    assert (step.name, step.changed) == ("Pair OP1 with OP3", frozenset())
    assert step.draft.paragraphs == small_draft().paragraphs


def test_decisions_are_saved_with_the_draft(tmp_path: Path) -> None:
    draft = unpair(small_draft(), "53/11", DRAFT, [("OP1", "OP1")]).draft
    draft = pair(draft, "50/4", "53/11", ("OP1", "OP2")).draft
    save_project(draft, tmp_path / "a.penholder")
    assert open_project(tmp_path / "a.penholder").pairings == draft.pairings
