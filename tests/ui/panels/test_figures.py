# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a draft are those of its paragraphs as they are, whatever was asked before."""

from __future__ import annotations

from small import small_draft

from drafting.draft import Draft, Rewritten, accept, rewrite
from drafting.draft.negotiating import set_stage
from drafting.draft.stage import Stage
from drafting.resolution import Kind
from ui.editor.filters import Filter, holds
from ui.panels.show import figures


def counted(draft: Draft) -> dict[Filter, int]:
    text = [one for one in draft.paragraphs if one.kind is not Kind.HEADING]
    return {show: sum(holds(show, draft, one) for one in text) for show in Filter}


def test_figures_are_those_counted_anew() -> None:
    drafts = [small_draft()]
    for proposal in [choice.proposal for _, choice in drafts[0].choices()]:
        drafts.append(accept(drafts[-1], proposal).draft)
    for key in [one.key for one in drafts[0].paragraphs]:
        after = [Rewritten(key, f"{drafts[-1].paragraph(key).text} now"), Rewritten(None, "More")]
        drafts.append(rewrite(drafts[-1], [key], after).draft)
        drafts.append(set_stage(drafts[-1], [key], Stage.AGREED).draft)
    for draft in (*drafts, *reversed(drafts)):  # and back, as undo goes
        assert figures(draft).by_choice == counted(draft)
