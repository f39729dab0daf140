# SPDX-License-Identifier: GPL-3.0-or-later
"""Points are raised and lowered with what stands under them."""

from __future__ import annotations

import pytest
from restructured import ANNEXED, BULLETS, GOING_ON, PLAIN, SECTIONS, drawn, key, keys, picture

from drafting.draft import can_demote, can_promote, demote, promote
from drafting.errors import DraftError


@pytest.mark.parametrize(
    ("start", "words", "after"),
    [
        (PLAIN, "f", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(a)(ii) f OP2 g OP3 h"),
        (PLAIN, "g", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP1(c) g OP2 h"),
        (PLAIN, "g h", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP1(c) g OP1(d) h"),
        (PLAIN, "b", "PP1 a PP1(a) b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h"),
        (BULLETS, "g", "PP1 a OP1 b OP1(a) c OP1(b) d OP2 e OP2(–1) f OP2(–1)(–1) g"),
        (BULLETS, "e", "PP1 a OP1 b OP1(a) c OP1(b) d OP1(c) e OP1(c)(–1) f OP1(c)(–2) g"),
        (PLAIN, "d", ""),  # the first point has nothing to stand under
        (PLAIN, "e", ""),
        (PLAIN, "c", ""),  # nor the first paragraph
        (SECTIONS, "d", ""),  # a heading has no points
        (SECTIONS, "c", ""),
        (ANNEXED, "d", ""),
        (ANNEXED, "e", ""),
        (GOING_ON, "d", ""),
    ],
)  # fmt: skip
def test_demoting(start: str, words: str, after: str) -> None:
    draft = drawn(start)
    assert can_demote(draft, key(draft, words.split(maxsplit=1)[0])) == bool(after)
    if not after:
        with pytest.raises(DraftError, match="Nothing was changed"):
            demote(draft, keys(draft, words))
    else:
        assert picture(demote(draft, keys(draft, words)).draft) == after


@pytest.mark.parametrize(
    ("start", "words", "after"),
    [
        (PLAIN, "e", "PP1 a PP2 b OP1 c OP1(a) d OP1(b) e OP1(c) f OP2 g OP3 h"),
        (PLAIN, "f", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP2 f OP3 g OP4 h"),
        (PLAIN, "d", "PP1 a PP2 b OP1 c OP2 d OP2(a) e OP2(b) f OP3 g OP4 h"),
        (BULLETS, "f", "PP1 a OP1 b OP1(a) c OP1(b) d OP2 e OP3 f OP3(–1) g"),
        (SECTIONS, "e", "PP1 a OP1 b H1 c OP2 d OP3 e H2 f OP4 g"),
        (PLAIN, "g", ""),
        (PLAIN, "a", ""),
        (SECTIONS, "c", ""),
    ],
)  # fmt: skip
def test_promoting(start: str, words: str, after: str) -> None:
    draft = drawn(start)
    assert can_promote(draft, key(draft, words)) == bool(after)
    if not after:
        with pytest.raises(DraftError, match="is no lettered point"):
            promote(draft, keys(draft, words))
    else:
        assert picture(promote(draft, keys(draft, words)).draft) == after
