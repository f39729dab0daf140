# SPDX-License-Identifier: GPL-3.0-or-later
"""Versions made by chance, of which it is known what became of every paragraph: a slice of `make truth`."""

from __future__ import annotations

import random

import pytest

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Change, Pair
from tests.truth.measures import Tally, measured
from tests.truth.profiles import PROFILES
from tests.truth.stock import stock
from tests.truth.unseen import UNSEEN
from tests.truth.versions import Made, Shares, made

SEEDS = range(901, 905)


def _tallied(name: str, size: int) -> Tally:
    tally = Tally()
    for seed in SEEDS:
        tally.add(_measured(made(stock(size, seed % 5), seed, PROFILES[name])))
    return tally


def _measured(pair: Made) -> Tally:
    return measured(pair, align(pair.old, pair.new))


@pytest.mark.parametrize("name", PROFILES)
def test_what_was_done_to_a_text_is_found_again(name: str) -> None:
    tally = _tallied(name, 70)
    if stock(300).strangers:  # the samples alone do not make so long a text and new paragraphs for it
        tally.add(_tallied(name, 300))
    # Of a few hundred links one rewritten paragraph taken for another is more than a share can tell.
    assert tally.total["links"] - tally.right["links"] <= max(4, tally.total["links"] * 0.005), tally.wrong
    assert tally.total["moves"] - tally.right["moves"] <= max(1, tally.total["moves"] * 0.02), tally.wrong
    assert tally.share("splits", "merges") >= 0.95, tally.wrong
    assert tally.invented <= 1, tally.wrong


@pytest.mark.parametrize("name", ["moves", "swaps"])
def test_paragraphs_that_only_moved_leave_no_other_mark(name: str) -> None:
    tally = _tallied(name, 300)
    assert tally.wrong == []
    assert tally.noise == tally.invented == 0


@pytest.mark.parametrize("name", UNSEEN)
def test_truths_of_another_make_are_found_too(name: str) -> None:
    if not stock(300).strangers:
        pytest.skip("the samples alone do not make so long a text and new paragraphs for it")
    tally = Tally()
    for seed in SEEDS:
        tally.add(_measured(UNSEEN[name](stock(300, seed % 5), random.Random(seed))))  # noqa: S311 - no secret
    assert tally.total["links"] - tally.right["links"] <= max(2, tally.total["links"] * 0.002), tally.wrong
    assert tally.share("splits", "merges") >= 0.95, tally.wrong
    assert tally.invented == tally.noise == 0, tally.wrong


def test_split_paragraphs_read_backwards_are_merged() -> None:
    pair = made(stock(300, 1), 905, Shares(split=8, lettered=8))
    forward = {(p.old, p.new) for p in align(pair.old, pair.new).pairs if p.change is Change.SPLIT}
    back = {(p.new, p.old) for p in align(pair.new, pair.old).pairs if p.change is Change.MERGED}
    assert len(forward) > 10
    assert len(forward ^ back) <= 1


def test_a_truth_is_the_same_for_the_same_seed() -> None:
    pairs = [made(stock(70), 7, PROFILES["usual"]) for _ in range(2)]
    assert pairs[0] == pairs[1]


def test_an_alignment_that_finds_nothing_is_found_out() -> None:
    pair = made(stock(70), 7, PROFILES["touched"])
    removed = [Pair((one.id,), (), Change.REMOVED, 0.0) for one in pair.old.paragraphs]
    added = [Pair((), (one.id,), Change.ADDED, 0.0) for one in pair.new.paragraphs]
    tally = measured(pair, Alignment(pair.old, pair.new, (*removed, *added)))
    assert tally.share("links") < 0.2
    assert tally.share("moves") == tally.share("splits", "merges") == 0
