# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an edit is taken to have happened when the texts alone leave it open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft.splice import Splice, between

CASES = {
    "typed before an equal letter": ("a fifty", "a ffifty", 2, Splice(2, 0, 1)),
    "typed after it": ("a fifty", "a ffifty", 3, Splice(3, 0, 1)),
    "not known": ("a fifty", "a ffifty", None, Splice(3, 0, 1)),
    "the first of two deleted": ("ffifty", "fifty", 0, Splice(0, 1, 0)),
    "said too early": ("one two", "one or two", 0, Splice(3, 0, 3)),
    "said too late": ("one two", "xone two", 6, Splice(0, 0, 1)),
    "nothing": ("one", "one", 1, Splice(1, 0, 0)),
}


@pytest.mark.parametrize("case", CASES)
def test_an_edit_is_where_it_was_made(case: str) -> None:
    old, new, at, expected = CASES[case]
    assert between(old, new, at) == expected


@given(st.text("ab", max_size=12), st.text("ab", max_size=12), st.integers(0, 12))
def test_it_always_turns_one_text_into_the_other(old: str, new: str, at: int) -> None:
    splice = between(old, new, at)
    put_in = new[splice.start : splice.start + splice.added]
    assert old[: splice.start] + put_in + old[splice.start + splice.removed :] == new


@given(st.text("ab", max_size=8), st.text("ab", max_size=4), st.integers(0, 8), st.integers(0, 4))
def test_a_true_edit_is_found_where_it_was(text: str, typed: str, at: int, removed: int) -> None:
    at = min(at, len(text))
    new = text[:at] + typed + text[at + removed :]
    assert between(text, new, at).start >= min(at, between(text, new).start)
