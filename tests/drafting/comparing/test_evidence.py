# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text is known by: its words and every two of them side by side."""

from __future__ import annotations

import pytest

from drafting.comparing.coding import Codes, Squeezed, words_of
from drafting.comparing.evidence import Particulars


@pytest.mark.parametrize(
    ("coded", "count"),
    [
        ("", 0),
        ("a", 1),
        ("ab", 3),  # a, b, ab
        ("abc", 5),
        ("abab", 4),  # a, b, ab, ba
        ("\ud800a\udfff", 5),  # a long session numbers its words through the surrogates
        ("a\U0001f600b", 5),
    ],
)
def test_particulars_are_words_and_neighbours(coded: str, count: int) -> None:
    assert len(Particulars(str)[coded]) == count


def test_what_follows_counts_in_its_order() -> None:
    known = Particulars(str)
    assert known["abc"] & known["bc"] == known["bc"]
    assert len(known["abc"] & known["cb"]) == 2  # the words, but not their order


@pytest.mark.parametrize(
    "text", ["Recalls (also) the «Pact»; its aims, too:", "Recalls (also) its aims, too:"]
)
def test_words_are_the_same_however_they_are_found(text: str) -> None:
    plain = "".join(" " if sign in ',;:()"' else sign.lower() for sign in text)
    assert words_of(text) == plain.split()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("reports", "report", True),
        ("States", "state", True),
        ("process", "proces", False),
        ("this", "thi", False),
        ("States", "States'", False),
    ],
)
def test_a_plural_is_the_word_it_is_of(one: str, other: str, same: bool) -> None:
    codes = Codes(Squeezed())
    codes.prepare([f"The {one} of"])
    assert (codes[f"The {one} of"] == codes[f"The {other} of"]) is same
