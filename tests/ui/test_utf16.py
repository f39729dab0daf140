# SPDX-License-Identifier: GPL-3.0-or-later
"""Offsets between Python and Qt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.utf16 import Offsets


@pytest.mark.parametrize(
    ("text", "offsets"),
    [("", [0]), ("abc", [0, 1, 2, 3]), ("é[…]", [0, 1, 2, 3, 4]), ("a😀b", [0, 1, 3, 4]), ("😀𝔘", [0, 2, 4])],
)
def test_to_qt(text: str, offsets: list[int]) -> None:
    assert [Offsets(text).to_qt(at) for at in range(len(text) + 1)] == offsets


def test_within_a_pair() -> None:
    assert [Offsets("a😀b").to_python(at) for at in range(5)] == [0, 1, 1, 2, 3]


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_there_and_back(text: str) -> None:
    offsets = Offsets(text)
    assert [offsets.to_python(offsets.to_qt(at)) for at in range(len(text) + 1)] == list(range(len(text) + 1))
    assert offsets.to_qt(len(text)) == len(text.encode("utf-16-le")) // 2
