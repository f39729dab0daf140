# SPDX-License-Identifier: GPL-3.0-or-later
"""What the card of the masthead says, and what is to be done about each blank in it."""

from __future__ import annotations

from drafting.draft import set_fact
from drafting.opening import open_sample
from ui.panels.masthead import headline, line_of


def test_each_blank_says_who_fills_it() -> None:
    draft = open_sample(62).draft
    dates = next(change.fact for change in draft.carry.masthead_changes if change.field == "session_dates")
    after = set_fact(draft, dates or "", {"dates": "15 June–8 July 2026"}).draft
    lines = {change.field: line_of(change, draft.masthead) for change in draft.carry.masthead_changes}
    assert lines["number"].endswith("given when the text is adopted. It need not be filled in.")
    assert lines["symbol"].endswith("when it is tabled. It need not be filled in.")
    assert "→ […] June–[…] July 2026" in lines["session_dates"]
    assert lines["session_dates"].endswith("It is asked for among the facts.")
    filled = {change.field: line_of(change, after.masthead) for change in draft.carry.masthead_changes}
    assert "→ 15 June–8 July 2026<br>" in filled["session_dates"]
    assert "facts" not in filled["session_dates"]
    assert headline(after.masthead) == "Masthead: 62/[…], 15 June–8 July 2026"
