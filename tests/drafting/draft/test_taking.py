# SPDX-License-Identifier: GPL-3.0-or-later
"""Wording taken over into the draft from a text beside it, with its footnotes, and one change alone."""

from __future__ import annotations

import pytest
from comparison_samples import paragraph
from small import small_draft

from drafting.comparing.words import edits
from drafting.draft import Draft, insert_note
from drafting.draft.taking import notes_left, take_change, take_over
from drafting.errors import DraftError
from drafting.resolution import Footnote

WORDS = "Reaffirms the role of all States in cooperation;"


def key(draft: Draft, name: str) -> str:
    return next(one.key for one in draft.paragraphs if draft.label(one.key).id == name)


def text(draft: Draft, name: str) -> str:
    return draft.paragraph(key(draft, name)).text


def test_a_paragraph_reads_like_the_source() -> None:
    step = take_over(small_draft(), [key(small_draft(), "OP1")], [paragraph("OP1", WORDS)], "50/4")
    assert text(step.draft, "OP1") == WORDS
    assert step.name == "Take 50/4 wording over in OP1"
    assert step.changed >= {key(small_draft(), "OP1")}


def test_footnotes_come_along_where_there_are_none() -> None:
    source = [paragraph("OP1", WORDS, Footnote(4, 9, "A/50/1."))]
    draft, keys = small_draft(), [key(small_draft(), "OP1")]
    taken = take_over(draft, keys, source, "50/4").draft.paragraph(keys[0])
    assert [(note.offset, note.text) for note in taken.notes] == [(9, "A/50/1.")]
    assert notes_left(draft, keys, source) == 0


def test_own_footnotes_stay_and_the_others_are_told() -> None:
    draft, keys = small_draft(), [key(small_draft(), "OP1")]
    draft = insert_note(draft, keys[0], 3, "Own.").draft
    source = [paragraph("OP1", WORDS, Footnote(4, 9, "A/50/1."))]
    taken = take_over(draft, keys, source, "50/4").draft.paragraph(keys[0])
    assert [note.text for note in taken.notes] == ["Own."]
    assert notes_left(draft, keys, source) == 1


@pytest.mark.parametrize("count", [1, 2, 3])
def test_one_becomes_several_and_several_one(count: int) -> None:
    draft = small_draft()
    keys = [key(draft, "PP1"), key(draft, "PP2")]
    source = [paragraph(f"PP{at}", f"Recalling matter {at},") for at in range(1, count + 1)]
    taken = take_over(draft, keys, source, "50/4").draft
    assert [one.text for one in taken.paragraphs[:count]] == [one.text for one in source]
    assert len(taken.paragraphs) == len(draft.paragraphs) + count - 2


@pytest.mark.parametrize("at", [0, 1])
def test_one_change_alone(at: int) -> None:
    draft = small_draft()
    shown = text(draft, "OP1")
    words = shown.split()
    other = " ".join(["Reaffirms also", *words[1:-1], "always;"])
    found = edits(other, shown)
    step = take_change(draft, key(draft, "OP1"), shown, other, found[at])
    left = edits(other, text(step.draft, "OP1"))
    assert len(left) == len(found) - 1
    assert step.name == "Take one change over in OP1"


def test_a_paragraph_that_changed_meanwhile_is_left_alone() -> None:
    draft = small_draft()
    edit = edits("Reaffirms also that;", "Reaffirms that;")[0]
    with pytest.raises(DraftError, match="in the meantime"):
        take_change(draft, key(draft, "OP1"), "Reaffirms that;", "Reaffirms also that;", edit)
