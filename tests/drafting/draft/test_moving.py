# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs move with their points, and never where they or others would belong to something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from annexed import drafted, version
from restructured import ANNEXED, BULLETS, GOING_ON, PARTS, PLAIN, SECTIONS, drawn, key, keys, picture

from drafting.draft import Draft, Step, landing, move_down, move_to, move_up
from drafting.errors import DraftError

UP, DOWN = "up", "down"
ACTS = {UP: move_up, DOWN: move_down}


@pytest.mark.parametrize("start", [PLAIN, SECTIONS, BULLETS, GOING_ON, ANNEXED, PARTS])
def test_the_pictures_stand_as_drawn(start: str) -> None:
    assert picture(drawn(start)) == start


@pytest.mark.parametrize(
    ("start", "words", "way", "after"),
    [
        (PLAIN, "b", UP, "PP1 b PP2 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h"),
        (PLAIN, "g", UP, "PP1 a PP2 b OP1 g OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 h"),
        (PLAIN, "c", DOWN, "PP1 a PP2 b OP1 g OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 h"),
        (PLAIN, "d", DOWN, "PP1 a PP2 b OP1 c OP1(a) f OP1(b) d OP1(b)(i) e OP2 g OP3 h"),
        (PLAIN, "f", DOWN, "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP2 g OP2(a) f OP3 h"),
        (PLAIN, "g h", UP, "PP1 a PP2 b OP1 g OP2 h OP3 c OP3(a) d OP3(a)(i) e OP3(b) f"),
        (SECTIONS, "f", UP, "PP1 a OP1 b H1 c H2 f OP2 d OP2(a) e OP3 g"),
        (SECTIONS, "g", UP, ""),  # the heading over it would head nothing
        (SECTIONS, "d", UP, "PP1 a OP1 b OP2 d OP2(a) e H1 c H2 f OP3 g"),
        (GOING_ON, "f", UP, "PP1 a OP1 f OP2 b OP2(a) c T1 d OP2(b) e"),
        (BULLETS, "f", UP, "PP1 a OP1 b OP1(a) c OP1(b) d OP1(c) f OP2 e OP2(–1) g"),
        (PLAIN, "a", UP, ""),
        (PLAIN, "b", DOWN, ""),
        (PLAIN, "c", UP, ""),
        (PLAIN, "h", DOWN, ""),
        (PLAIN, "d", UP, ""),
        (ANNEXED, "c", DOWN, ""),
        (ANNEXED, "e", UP, ""),
        (ANNEXED, "d", DOWN, "PP1 a OP1 b OP2 c A1 g A1.OP1 h A2 d A2.OP1 e A2.OP2 f"),  # the whole annex
        (ANNEXED, "g", UP, "PP1 a OP1 b OP2 c A1 g A1.OP1 h A2 d A2.OP1 e A2.OP2 f"),
        (ANNEXED, "d", UP, ""),
        (PARTS, "e", UP, "A e A.PP1 f A.OP1 g B a B.PP1 b B.OP1 c B.OP2 d"),
        (PARTS, "e", DOWN, ""),
        (PLAIN, "b h", UP, "PP1 b PP2 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 h OP3 g"),  # each for itself
        (PARTS, "c", DOWN, "A a A.PP1 b A.OP1 d A.OP2 c B e B.PP1 f B.OP1 g"),
        (PARTS, "d", DOWN, ""),
    ],
)  # fmt: skip
def test_up_and_down(start: str, words: str, way: str, after: str) -> None:
    draft = drawn(start)
    if not after:
        with pytest.raises(DraftError, match="Nothing was changed"):
            ACTS[way](draft, keys(draft, words))
    else:
        assert picture(ACTS[way](draft, keys(draft, words)).draft) == after


@pytest.mark.parametrize(
    ("start", "words", "place", "below", "after"),
    [
        (PLAIN, "h", "c", False, "PP1 a PP2 b OP1 h OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 g"),
        (PLAIN, "c", "h", True, "PP1 a PP2 b OP1 g OP2 h OP3 c OP3(a) d OP3(a)(i) e OP3(b) f"),
        (PLAIN, "h", "c", True, "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 h OP3 g"),
        (PLAIN, "e", "f", False, PLAIN),
        (PLAIN, "e", "f", True, "PP1 a PP2 b OP1 c OP1(a) d OP1(b) f OP1(b)(i) e OP2 g OP3 h"),
        (PLAIN, "f", "g", True, "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP2 g OP2(a) f OP3 h"),
        (BULLETS, "g", "c", False, "PP1 a OP1 b OP1(a) g OP1(b) c OP1(c) d OP2 e OP2(–1) f"),
        (PLAIN, "h", "f", False, ""),  # between a paragraph and its points
        (PLAIN, "h", "a", False, ""),  # into the preamble
        (PLAIN, "a", "h", True, ""),
        (PLAIN, "e", "g", True, ""),  # (i) without its (a)
        (PLAIN, "d", "a", True, ""),
        (PLAIN, "c", "d", False, ""),  # into itself
        (SECTIONS, "f", "g", True, ""),
        (ANNEXED, "c", "e", False, "PP1 a OP1 b A1 d A1.OP1 c A1.OP2 e A1.OP3 f A2 g A2.OP1 h"),
        (ANNEXED, "c", "d", True, "PP1 a OP1 b A1 d A1.OP1 c A1.OP2 e A1.OP3 f A2 g A2.OP1 h"),
        (ANNEXED, "f", "h", True, "PP1 a OP1 b OP2 c A1 d A1.OP1 e A2 g A2.OP1 h A2.OP2 f"),
        (ANNEXED, "e f", "b", True, "PP1 a OP1 b OP2 e OP3 f OP4 c A1 d A2 g A2.OP1 h"),
        (ANNEXED, "d", "h", True, "PP1 a OP1 b OP2 c A1 g A1.OP1 h A2 d A2.OP1 e A2.OP2 f"),
        (ANNEXED, "d", "b", False, ""),
        (ANNEXED, "e", "a", False, ""),  # an operative paragraph into the preamble
        (ANNEXED, "a", "c", True, ""),
        (ANNEXED, "a", "f", True, "OP1 b OP2 c A1 d A1.OP1 e A1.OP2 f A1.PP1 a A2 g A2.OP1 h"),
        (PARTS, "b", "f", False, "A a A.OP1 c A.OP2 d B e B.PP1 b B.PP2 f B.OP1 g"),
        (PARTS, "c", "f", False, ""),
        (PARTS, "e", "c", False, ""),
        (PARTS, "f", "a", False, ""),  # above the line that opens the text
    ],
)  # fmt: skip
def test_to_a_place(start: str, words: str, place: str, below: bool, after: str) -> None:
    draft = drawn(start)
    if not after:
        with pytest.raises(DraftError, match="Nothing was changed"):
            move_to(draft, keys(draft, words), key(draft, place), after=below)
    else:
        assert picture(move_to(draft, keys(draft, words), key(draft, place), after=below).draft) == after


@pytest.mark.parametrize(
    ("words", "at", "allowed", "said"),
    [
        ("g", 2, True, "OP2 goes before OP1."),
        ("g", 3, False, "Points would come to stand under another paragraph. Nothing was changed."),
        ("g", 6, True, "OP2 stays where it is."),
        ("c", 4, True, "It stays where it is."),
        ("c", 8, True, "OP1 with its points goes after OP3."),
        ("b", 0, True, "PP2 goes before PP1."),
    ],
)
def test_where_it_would_land_is_said_before_it_is_let_go(
    words: str, at: int, allowed: bool, said: str
) -> None:
    draft = drawn(PLAIN)
    found = landing(draft, keys(draft, words), at)
    assert (found.allowed, found.words) == (allowed, said)


def test_the_head_of_an_annex_is_a_place_of_its_own() -> None:
    draft = drawn(ANNEXED)
    above, below = (landing(draft, keys(draft, "b"), at) for at in (3, 4))
    assert (above.words, below.words) == ("OP1 goes after OP2.", "OP1 goes to the head of A1.")
    assert above.step is not None
    assert picture(above.step.draft) == "PP1 a OP1 c OP2 b A1 d A1.OP1 e A1.OP2 f A2 g A2.OP1 h"


def test_a_moved_paragraph_stays_what_it_is() -> None:
    draft = drawn("PP1 a^ PP2 b^ OP1 c")
    step = move_up(draft, keys(draft, "b"))
    before, after = draft.paragraph("p2"), step.draft.paragraph("p2")
    assert after == before
    assert after.origin == "PP2"
    assert step.name == "Move up PP2"
    assert step.draft.note_numbers == {"p2n1": 1, "p1n1": 2}


@pytest.mark.parametrize("act", [move_up, lambda draft, named: move_to(draft, named, "p2")])
def test_what_the_new_order_makes_due_is_offered(act: Callable[[Draft, list[str]], Step]) -> None:
    text = (
        "PP1 | | Recalling the Charter,\nPP2 | | Recalling also the Covenant,\nPP3 | | Noting the seminar,\n"
    )
    draft = drafted(version(f"{text}OP1 | 1 | Decides to end."))
    assert draft.styles == ()
    after = act(draft, ["p3"]).draft
    assert [(one.paragraph, one.old) for one in after.styles] == [("p2", "Recalling also")]
