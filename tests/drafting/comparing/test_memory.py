# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remembered about texts, and that it goes when nobody asks for it any more."""

from __future__ import annotations

import weakref

from hypothesis import given
from hypothesis import strategies as st

from drafting.comparing.coding import Codes, Squeezed
from drafting.comparing.memory import Memory


def test_a_memory_holds_itself_by_nothing() -> None:
    """Else each comparison would stay in memory until Python looks for such things, which it does seldom."""
    memory = Memory()
    memory.scores({0: "Urges all States to act"}, {0: "Urges States to act now"}, ["Notes the report"])
    seen = weakref.ref(memory)
    del memory
    assert seen() is None


@given(st.lists(st.text(alphabet="ab ,;é’\0", max_size=12), max_size=6))
def test_texts_coded_together_say_the_same_as_one_by_one(texts: list[str]) -> None:
    together, alone = Codes(Squeezed()), Codes(Squeezed())
    together.prepare(texts)
    for one in texts:
        for other in texts:
            assert (together[one] == together[other]) is (alone[one] == alone[other])
        assert len(together[one]) == len(alone[one])
