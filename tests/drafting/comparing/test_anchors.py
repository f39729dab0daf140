# SPDX-License-Identifier: GPL-3.0-or-later
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.comparing.anchors import Link, heaviest_in_order, identical, keeping_order, surely_keeping_order


@pytest.mark.parametrize(
    ("old", "new", "links"),
    [
        ("abc", "abc", "00 11 22"),
        ("abc", "cab", "01 12 20"),
        ("abc", "xyz", ""),
        # Boilerplate keeps its neighbours: the second "r" went, and then the first.
        ("arbrc", "arbc", "00 11 22 43"),
        ("arbrc", "abrc", "00 21 32 43"),
        ("rarb", "arb", "10 21 32"),
        # More copies on one side than on the other.
        ("rr", "r", "00"),
        ("r", "rr", "00"),
        ("", "a", ""),
    ],
)
def test_equal_texts_are_linked_with_their_neighbours(old: str, new: str, links: str) -> None:
    assert identical(old, new) == [(int(pair[0]), int(pair[1])) for pair in links.split()]


def _in_order(links: tuple[Link, ...]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(links))


@given(st.permutations(range(7)))
def test_as_many_links_as_possible_keep_the_order(places: list[int]) -> None:
    links = list(enumerate(places))
    kept = keeping_order(links)
    assert _in_order(tuple(sorted(kept)))
    assert not any(_in_order(choice) for choice in combinations(links, len(kept) + 1))


@given(st.permutations(range(7)))
def test_links_that_surely_keep_the_order_are_in_every_best_choice(places: list[int]) -> None:
    links = list(enumerate(places))
    most = len(keeping_order(links))
    choices = [set(choice) for choice in combinations(links, most) if _in_order(choice)]
    assert surely_keeping_order(links) == set.intersection(*choices)


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.1, 1), max_size=8))
def test_the_heaviest_choice_adds_up_to_the_most(weights: dict[Link, float]) -> None:
    chosen = heaviest_in_order(weights)
    assert _in_order(tuple(chosen))
    best = max(
        sum(weights[link] for link in choice)
        for size in range(len(weights) + 1)
        for choice in combinations(sorted(weights), size)
        if _in_order(choice)
    )
    assert sum(weights[link] for link in chosen) == pytest.approx(best)
