# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an edit is taken to have happened when the texts alone leave it open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft.splice import Splice, between, moved_mark

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


MARKS = {  # ¹ is where the mark stands before and after; the words in brackets give way to the others
    "behind what is renewed": ("of [12 July 2021],¹", "13 July 2023", "of 13 July 2023,¹"),
    "before a sign": ("4/1[ and 5/2]¹, of", ", 5/2 and 6/3", "4/1, 5/2 and 6/3¹, of"),
    "with no sign": ("4/1[ and 5/2]¹ of", ", 5/2 and 6/3", "4/1, 5/2¹ and 6/3 of"),
    "behind what a list goes on after": (
        "4/1[ and 5/2 of May],¹",
        ", 5/2 of May and 6/[…] of […]",
        "4/1, 5/2 of May¹ and 6/[…] of […],",
    ),
    "before a sign that comes": ("4/1¹[ and 5/2] of", ", 5/2 and 6/3", "4/1,¹ 5/2 and 6/3 of"),
    "before a sign that stays": ("4/1¹[, 5/2] of", ", 5/3", "4/1¹, 5/3 of"),
    "no part of a number": ("[5]¹ days", "55", "55¹ days"),
    "before": ("a¹ b [c] d", "xyz", "a¹ b xyz d"),
    "after": ("a [b] c¹ d", "xyz", "a xyz c¹ d"),
}


@pytest.mark.parametrize("case", MARKS)
def test_a_mark_stays_behind_its_words_and_comes_back(case: str) -> None:
    drawn, new, expected = MARKS[case]
    text = drawn.replace("¹", "")
    start, end = text.index("["), text.index("]") - 1
    old = text[start + 1 : end + 1]
    text = text.replace("[" + old + "]", old)
    offset = drawn.replace("[" + old + "]", old).replace("[" + old + "¹]", old + "¹").index("¹")
    after = moved_mark(offset, start, old, new, text[end:])
    result = text[:start] + new + text[end:]
    assert result[:after] + "¹" + result[after:] == expected
    assert moved_mark(after, start, new, old, text[end:]) == offset
