# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of States: divided where nothing or little divides them, never inside a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.data import load
from drafting.reading.masthead.states import is_state, states_in

MEMBERS: list[str] = load("states")["members"]


@pytest.mark.parametrize(
    ("listed", "count", "language", "states"),
    [
        ("Chile China Guinea-Bissau", None, "en", ("Chile", "China", "Guinea-Bissau")),
        ("Chile, China Niger, Nigeria", None, "en", ("Chile", "China", "Niger", "Nigeria")),
        ("Dominican Republic", None, "en", ("Dominican Republic",)),
        ("Upland Republic", None, "en", ("Upland Republic",)),
        ("Chili, Cuba et Inde", 3, "fr", ("Chili", "Cuba", "Inde")),
        ("Royaume-Uni de Grande-Bretagne et d’Irlande du Nord, Chili", None, "fr",
         ("Royaume-Uni de Grande-Bretagne et d’Irlande du Nord", "Chili")),
        ("Néant", 0, "fr", ()),
        ("智利、古巴", None, "zh", ("智利", "古巴")),
        ("شيلي، كوبا", None, "ar", ("شيلي", "كوبا")),
    ],
)  # fmt: skip
def test_lists(listed: str, count: int | None, language: str, states: tuple[str, ...]) -> None:
    assert states_in(listed, count, language) == states


@given(st.lists(st.sampled_from(MEMBERS), min_size=2, max_size=30, unique=True))
def test_every_list_of_members_comes_apart(names: list[str]) -> None:
    listed = ", ".join(names[:-1]) + " and " + names[-1]
    assert states_in(listed) == tuple(names)
    assert states_in("\n".join(names)) == tuple(names)


def test_the_members_are_all_there() -> None:
    assert len(set(MEMBERS)) == 193
    assert all(is_state(name) for name in MEMBERS)
    assert is_state("Côte d'Ivoire")
    assert not is_state("Upland")
