# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs set and broken by hand, and alignments of a version that is being edited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from annexed import WITH_ANNEXES
from annexed import version as annexed
from hypothesis import given
from hypothesis import strategies as st
from lettered import SENTENCES, drawn, version

from drafting.comparing.paragraphs import Aligner, align
from drafting.comparing.records import Change, Pairings
from drafting.resolution import Resolution


def _pairs(row: str) -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one, _, other in (pair.partition(">") for pair in row.split()))


# Old version, new version, pairs set, pairs broken, what became of each paragraph.
BY_HAND = (
    ("A B C", "A B C", "", "2.B>2.B", "=A -B +B =C"),
    ("A B C", "A X C", "2.B>2.X", "", "=A ~B =C"),
    ("A B C D", "A B' C D", "", "2.B>2.B'", "=A -B +B =C =D"),
    # The rest is aligned around what was set.
    ("A B C D", "A C B D", "2.B>2.C", "", "=A ~B -C +B =D"),
    ("A B C D", "A C B D", "2.B>2.C 3.C>3.B", "", "=A ~B ~C =D"),
    ("A B C D E", "A E B C D", "5.E>5.D", "", "=A +E =B =C -D ~E"),
    # Split and merged by hand, and taken apart again.
    ("A B C", "A X Y C", "2.B>2.X 2.B>3.Y", "", "=A /B =C"),
    ("A X Y C", "A B C", "2.X>2.B 3.Y>2.B", "", "=A *XY =C"),
    ("A B C", "A B1 B2 C", "", "2.B>3.B2", "=A ~B +B =C"),
    ("A B1 B2 C", "A B C", "", "3.B2>2.B", "=A ~B -B =C"),
    # Paragraphs that are in neither version are passed over.
    ("A B", "A B", "9.Z>1.A", "1.A>9.Z", "=A =B"),
    # What was set and broken is broken.
    ("A B", "A B", "1.A>1.A", "1.A>1.A", "-A +A =B"),
)


@pytest.mark.parametrize(("old", "new", "made", "broken", "became"), BY_HAND)
def test_the_drafter_decides(old: str, new: str, made: str, broken: str, became: str) -> None:
    fixed = Pairings(_pairs(made), _pairs(broken))
    assert drawn(align(version(old), version(new), fixed)) == became


def test_a_pair_set_by_hand_is_no_guess() -> None:
    (_, pair, _) = align(version("A B C"), version("A X C"), Pairings((("2.B", "2.X"),))).pairs
    assert (pair.change, pair.guess) == (Change.REWORDED, False)


def test_a_pair_may_be_set_from_the_resolution_to_an_annex() -> None:
    old = new = annexed(WITH_ANNEXES)
    first = next(one.id for one in old.paragraphs if not one.unit)
    other = next(one.id for one in new.paragraphs if one.unit and not one.opens_unit)
    (pair,) = [p for p in align(old, new, Pairings(((first, other),))).pairs if first in p.old]
    assert (pair.new, pair.change) == ((other,), Change.MOVED_REWORDED)


LETTERS = st.lists(st.sampled_from(["A", "B", "C", "D", "R", "a", "A'", "B^", "C1", "C2", "(D)"]), max_size=8)


@given(LETTERS, LETTERS, st.data())
def test_whatever_is_decided_holds_and_every_paragraph_stands_once(
    letters: list[str], others: list[str], data: st.DataObject
) -> None:
    old, new = version(" ".join(letters)), version(" ".join(others), "2")
    ids = [[one.id for one in side.paragraphs] or ["none"] for side in (old, new)]
    pairs = st.lists(st.tuples(*map(st.sampled_from, ids)), max_size=3).map(tuple)
    fixed = Pairings(data.draw(pairs), data.draw(pairs))
    alignment = align(old, new, fixed)
    for side, resolution in ((0, old), (1, new)):
        names = [name for pair in alignment.pairs for name in (pair.old, pair.new)[side]]
        assert sorted(names) == sorted(one.id for one in resolution.paragraphs)
    found = {(one, other) for pair in alignment.pairs for one in pair.old for other in pair.new}
    assert not found.intersection(fixed.broken)
    if len({one for one, _ in fixed.made}) == len({two for _, two in fixed.made}) == len(set(fixed.made)):
        at_hand = {pair for pair in fixed.made if pair[0] in old and pair[1] in new}
        assert at_hand.difference(fixed.broken) <= found


# ------------------------------------------------------------------------------------- while it is edited


def _typed(resolution: Resolution, place: int, text: str) -> Resolution:
    paragraphs = list(resolution.paragraphs)
    paragraphs[place] = replace(paragraphs[place], text=text)
    return replace(resolution, paragraphs=tuple(paragraphs))


@given(LETTERS, LETTERS.filter(bool), st.data())
def test_an_alignment_while_editing_is_the_one_from_scratch(
    letters: list[str], others: list[str], data: st.DataObject
) -> None:
    old, new = version(" ".join(letters)), version(" ".join(others), "2")
    aligner = Aligner(old)
    assert aligner.align(new) == align(old, new)
    for _ in range(3):
        place = data.draw(st.integers(0, len(others) - 1))
        text = data.draw(
            st.sampled_from([*SENTENCES.values(), "", "Decides", new.paragraphs[place].text + " now"])
        )
        new = _typed(new, place, text)
        assert aligner.align(new) == align(old, new)
