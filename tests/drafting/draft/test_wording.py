# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a paragraph in one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small import small_draft

from drafting.comparing.records import Mark, State, Thread
from drafting.draft import Draft, Rewritten, accept, rewrite
from drafting.draft.wording import explain
from drafting.resolution import Masthead, Resolution

NUMBERS = ("47/9", "50/4", "53/11", "56/2")
SIGNS = {"=": Mark.SAME, "~": Mark.CHANGED, "+": Mark.FIRST, "-": Mark.ABSENT}
LIVES = {
    "====": ("47/9", "PP2: unchanged since 47/9"),
    "=~=~": ("56/2", "PP2: changed in 50/4 and 56/2"),
    "=~~=": ("53/11", "PP2: changed in 50/4 and 53/11, unchanged since"),
    "=~~~": ("56/2", "PP2: changed in 50/4, 53/11 and 56/2"),
    "-+==": ("50/4", "PP2: new in 50/4, unchanged since"),
    "---+": ("56/2", "PP2: new in 56/2"),
    "-+~=": ("53/11", "PP2: new in 50/4, changed in 53/11, unchanged since"),
    "=-+=": ("53/11", "PP2: brought back in 53/11, unchanged since"),
}


def with_life(draft: Draft, life: str, since: str) -> Draft:
    marks = tuple(SIGNS[sign] for sign in life)
    thread = Thread(("PP2",) * len(life), marks, since, 1.0, State.STABLE)
    base = draft.lineage.versions[-1]
    versions = (*(Resolution(Masthead(number=number), ()) for number in NUMBERS[: len(life) - 1]), base)
    named = replace(base, masthead=replace(base.masthead, number=NUMBERS[len(life) - 1]))
    return replace(draft, lineage=replace(draft.lineage, versions=(*versions[:-1], named), threads=(thread,)))


@pytest.mark.parametrize("life", LIVES)
def test_where_a_paragraph_comes_from(life: str) -> None:
    since, sentence = LIVES[life]
    draft = with_life(small_draft(), life, since)
    assert explain(draft, draft.paragraph("p2")) == sentence


def test_a_single_version_has_no_history() -> None:
    draft = with_life(small_draft(), "=", "47/9")
    assert explain(draft, draft.paragraph("p2")) == "PP2: as in 47/9"


def test_a_paragraph_of_the_drafters_own() -> None:
    draft = rewrite(small_draft(), ["p2"], [Rewritten("p2", "Recalling,"), Rewritten(None, "Noting,")]).draft
    own = next(item for item in draft.paragraphs if item.text == "Noting,")
    assert explain(draft, own) == "PP3: your own paragraph, new in this draft"


def test_what_waits_and_what_was_done() -> None:
    draft = small_draft()
    first = draft.paragraph("p1")
    assert explain(draft, first).endswith(f"; {len(first.choices)} proposals open")
    draft = accept(draft, first.choices[0].proposal).draft
    assert explain(draft, draft.paragraph("p1")).endswith("; 1 proposal accepted; 1 proposal open")
    draft = rewrite(draft, ["p1"], [Rewritten("p1", "Recalling,")]).draft
    assert "edited in this draft" in explain(draft, draft.paragraph("p1"))
    assert "2 proposals overtaken by your own words" in explain(draft, draft.paragraph("p1"))
