# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept from one state of a draft to the next is what would be worked out anew."""

from __future__ import annotations

from dataclasses import replace

from small import small_draft

from drafting.draft import Draft, Rewritten, delete, rewrite
from drafting.draft.kept import PerParagraph
from drafting.draft.negotiating import set_stage
from drafting.draft.paragraph import DraftParagraph
from drafting.draft.stage import Stage


def states() -> list[Draft]:
    """A draft, after some acts, and back again, as undo goes."""
    drafts = [small_draft()]
    for number, key in enumerate([one.key for one in drafts[0].paragraphs]):
        draft = drafts[-1]
        text = draft.paragraph(key).text
        drafts.append(
            rewrite(draft, [key], [Rewritten(key, f"{text} {number}"), Rewritten(None, "More")]).draft
        )
        drafts.append(set_stage(drafts[-1], [key], Stage.AGREED).draft)
    drafts.append(delete(drafts[-1], [drafts[-1].paragraphs[0].key]).draft)
    return [*drafts, *reversed(drafts)]


def test_only_what_was_not_there_before_is_worked_out() -> None:
    asked: list[str] = []

    def make(_draft: Draft, paragraph: DraftParagraph) -> str:
        asked.append(paragraph.key)
        return paragraph.text

    texts, draft = PerParagraph(make), small_draft()
    assert texts.of(draft) == [one.text for one in draft.paragraphs]
    asked.clear()
    key = draft.paragraphs[1].key
    after = draft.with_paragraph(replace(draft.paragraph(key), text="Other words"))
    assert texts.of(after) == [one.text for one in after.paragraphs]
    assert asked == [key]


def test_another_series_is_looked_at_anew() -> None:
    bases = PerParagraph(lambda draft, _paragraph: id(draft.carry))
    draft = small_draft()
    other = replace(draft, carry=replace(draft.carry))
    assert set(bases.of(draft)) == {id(draft.carry)}
    assert set(bases.of(other)) == {id(other.carry)}


def test_printed_paragraphs_are_those_printed_anew() -> None:
    for draft in map(replace, states()):
        assert draft.resolution.paragraphs == tuple(map(draft._printed, draft.paragraphs))
