# SPDX-License-Identifier: GPL-3.0-or-later
"""What the drafter is told when next year's draft has been started."""

from __future__ import annotations

import pytest
from small import small_draft

from drafting.keeping.next_year import NextYear
from ui.next_year import told


@pytest.mark.parametrize(
    ("pairs", "ignored", "left", "words"),
    [
        (0, 0, 0, "the draft starts from it. Save asks"),
        (2, 0, 0, "the draft starts from it; 2 pairs set or broken by hand came along. Save asks"),
        (0, 1, 1, "it; 1 ignored finding came along. 1 choice had no place in the adopted text. Save asks"),
        (1, 2, 0, "it; 1 pair set or broken by hand and 2 ignored findings came along. Save asks"),
        (0, 0, 2, "the draft starts from it. 2 choices had no place in the adopted text. Save asks"),
    ],
)
def test_what_came_along_is_told_and_nothing_else(pairs: int, ignored: int, left: int, words: str) -> None:
    notice = told(NextYear(small_draft(), pairs, left, ignored, 0))
    assert words in notice.text
    assert notice.kind == ("look" if left else "note")
