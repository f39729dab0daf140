# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines are put together so that words and compounds come out as they were written."""

from __future__ import annotations

import pytest

from drafting.reading.blocks import Block
from drafting.reading.pdf.divided import Words

LINES = {
    "a compound broken at its hyphen": (
        ("relations of good-", "neighbourliness"),
        "relations of good-neighbourliness",
    ),
    "a hyphen in a list": (("short-", "and medium-term"), "short- and medium-term"),
    "a word divided, known undivided": (
        ("the imple-", "mentation", "an implementation"),
        "the implementation",
    ),
    "a soft hyphen": (("the imple\u00ad", "mentation"), "the implementation"),
    "a symbol": (("See E/CN.4/2001/2-", "E/CN.4/Sub.2"), "See E/CN.4/2001/2-E/CN.4/Sub.2"),
    "an address": (("at www.un.org/depts/", "los"), "at www.un.org/depts/los"),
    "a span of years": (("for 2026\u2013", "2027"), "for 2026\u20132027"),
    "a dash between spaces": (("sea \u2013", "and land"), "sea \u2013 and land"),
    "Chinese": (("大会，回", "顾"), "大会，回顾"),
    "two words": (("human", "rights"), "human rights"),
}


@pytest.mark.parametrize("case", LINES)
def test_two_lines_become_one(case: str) -> None:
    (first, second, *others), joined = LINES[case]
    words = Words.of_lines([first, second, *others])
    assert words.join(Block(first), Block(second)).text.startswith(joined)


def test_a_text_that_divides_words_divides_unknown_ones_too_and_says_so() -> None:
    known = ["implementation cooperation recommendation governments"]
    lines = [
        "the imple-",
        "mentation of coop-",
        "eration and the recommen-",
        "dation of gov-",
        "ernments to pro-",
    ]
    words = Words.of_lines([*known, *lines, "mote the"])
    assert words.join(Block(lines[-1]), Block("mote the")).text == "ernments to promote the"
    assert "“promote”" in words.remarks()[0].message


def test_a_compound_known_elsewhere_keeps_its_hyphen() -> None:
    words = Words.of_lines(["a far-reaching plan", "and far-", "reaching goals"])
    assert words.join(Block("and far-"), Block("reaching goals")).text == "and far-reaching goals"
    assert not words.remarks()
