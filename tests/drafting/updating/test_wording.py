# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of sentences that every room shares."""

from __future__ import annotations

import pytest

from drafting.updating.wording import listed


@pytest.mark.parametrize(
    ("words", "expected"),
    [("", ""), ("PP4", "PP4"), ("PP4 OP3", "PP4 and OP3"), ("A B C", "A, B and C")],
)
def test_lists_in_a_sentence(words: str, expected: str) -> None:
    assert listed(iter(words.split())) == expected
