# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from drafting import ordinals

WORDS = [
    (1, "first"),
    (12, "twelfth"),
    (20, "twentieth"),
    (52, "fifty-second"),
    (59, "fifty-ninth"),
    (62, "sixty-second"),
    (80, "eightieth"),
    (100, "one hundredth"),
    (101, "one hundred and first"),
]


@pytest.mark.parametrize(("number", "words"), WORDS)
def test_both_ways(number: int, words: str) -> None:
    assert ordinals.in_words(number) == words
    assert ordinals.number_of(words) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Fifty-ninth", 59),
        ("FIFTY\u2011NINTH", 59),
        ("one hundred first", 101),
        ("59th", 59),
        ("1st", 1),
        ("fifty", None),
        ("present", None),
        ("", None),
    ],
)
def test_reading_what_texts_print(words: str, number: int | None) -> None:
    assert ordinals.number_of(words) == number


@pytest.mark.parametrize(
    ("number", "model", "written"),
    [
        (62, "fifty-ninth", "sixty-second"),
        (62, "Fifty-ninth", "Sixty-second"),
        (62, "59th", "62nd"),
        (113, "101st", "113th"),
        (2026, "2025", "2026"),
    ],
)
def test_written_like_the_model(number: int, model: str, written: str) -> None:
    assert ordinals.like(number, model) == written


@given(st.integers(1, ordinals.HIGHEST))
def test_every_ordinal_comes_back(number: int) -> None:
    words = ordinals.in_words(number)
    assert ordinals.number_of(words) == number
    assert re.fullmatch(ordinals.pattern(), words, re.IGNORECASE)


@pytest.mark.parametrize(
    ("words", "number"),
    [("twenty\u2011four", 24), ("Six", 6), ("60", 60), ("one hundred", 100), ("sixth", None), ("", None)],
)
def test_cardinals(words: str, number: int | None) -> None:
    assert ordinals.cardinal_of(words) == number


@given(st.integers(1, 100))
def test_every_cardinal_is_found(number: int) -> None:
    words = num2words(number)
    assert re.fullmatch(ordinals.cardinal_pattern(), words, re.IGNORECASE)
    assert ordinals.cardinal_of(words) == number


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("its Fifty-ninth session", True),
        ("the 34th", True),
        ("one hundredth", True),
        ("Member States", False),
    ],
)
def test_a_quick_look(text: str, may: bool) -> None:
    assert ordinals.possible(text) is may


@given(st.integers(1, ordinals.HIGHEST), st.booleans())
def test_a_quick_look_misses_none(number: int, figures: bool) -> None:
    assert ordinals.possible(ordinals.in_figures(number) if figures else ordinals.in_words(number))


def test_no_session_below_one() -> None:
    with pytest.raises(ValueError, match="0"):
        ordinals.in_words(0)


def test_the_words_are_those_of_a_kept_library() -> None:
    numbers = range(1, ordinals.HIGHEST + 1)
    assert [ordinals.in_words(n) for n in numbers] == [num2words(n, to="ordinal") for n in numbers]
    assert [ordinals.cardinal(n) for n in range(1, 10)] == [num2words(n) for n in range(1, 10)]
    assert [ordinals.cardinal_of(num2words(n)) for n in range(1, 101)] == list(range(1, 101))
    assert (ordinals.in_words(ordinals.HIGHEST + 1), ordinals.cardinal(10)) == ("200th", "10")


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (13, "13th"),
        (21, "21st"),
        (111, "111th"),
        (112, "112th"),
    ],
)
def test_in_figures(number: int, figures: str) -> None:
    assert ordinals.in_figures(number) == figures


@pytest.mark.parametrize("words", ["eighty-first", "eighty - first", "eighty -\nfirst", "eighty- first"])
def test_a_compound_parted_at_a_line_end(words: str) -> None:
    match = re.search(ordinals.pattern(), f"at its {words} session")
    assert match is not None
    assert (match[0], ordinals.number_of(match[0])) == (words, 81)


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 comments"), (1, "1 comment"), (2, "2 comments"), (11, "11 comments")]
)
def test_what_is_counted_is_named_in_its_number(number: int, told: str) -> None:
    assert ordinals.counted(number, "comment") == told
    assert ordinals.counted(number, "comment", "comments") == told
    assert ordinals.counted(2, "decision on it", "decisions on it") == "2 decisions on it"
