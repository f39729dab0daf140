# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft held against its base: what the draft knows and what the drafter said comes before the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.draft import Draft, DraftParagraph
from drafting.draft.pairing import unpair
from drafting.opening import open_sample
from drafting.writing.against import against

_OTHER = "Requests every lighthouse keeper to trim the lamps before dusk;"


@pytest.fixture(name="draft")
def _draft() -> Draft:
    return open_sample(59).draft


def rewritten(draft: Draft) -> DraftParagraph:
    """An operative paragraph of which no word is left."""
    found = next(one for one in draft.paragraphs if one.origin == "OP5")
    return replace(found, text=_OTHER, choices=())


def test_a_paragraph_written_anew_is_the_one_it_was_written_into(draft: Draft) -> None:
    pairs = against(draft.with_paragraph(rewritten(draft))).pairs
    assert [pair.new for pair in pairs if pair.old == ("OP5",)] == [("OP5",)]


def test_what_the_drafter_parted_stays_apart(draft: Draft) -> None:
    changed = draft.with_paragraph(rewritten(draft))
    parted = unpair(changed, draft.base.number, "", [("OP5", "OP5")]).draft
    assert [pair.new for pair in against(parted).pairs if pair.old == ("OP5",)] == [()]


def test_against_an_earlier_version_words_alone_tell(draft: Draft) -> None:
    first = draft.lineage.versions[0]
    assert against(draft, first).old == first
