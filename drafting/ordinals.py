# SPDX-License-Identifier: GPL-3.0-or-later
"""Session ordinals in words, both ways: "fifty-ninth" and 59; and numbers with what they count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from drafting.data import load

HIGHEST = 199
"""The highest ordinal written in words: far beyond any session an organ will reach for long."""


def in_words(number: int) -> str:
    """The ordinal in lower case, as resolutions print it ("fifty-ninth"); in figures above `HIGHEST`.

    Raises ValueError below 1.
    """
    if number < 1:
        raise ValueError(f"no session has the number {number}")
    if number > HIGHEST:
        return in_figures(number)
    words: str = load("ordinals")["ordinals"][number - 1]
    return words


def in_figures(number: int) -> str:
    """1st, 2nd, 3rd, 4th … 11th … 21st."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def cardinal(number: int) -> str:
    """The number as prose prints it: in words below ten, in figures from there on (rules 5.4)."""
    if not 0 < number < 10:
        return str(number)
    words: str = load("ordinals")["cardinals"][number - 1]
    return words


def counted(number: int, word: str, several: str = "") -> str:
    """So many of what a word names: "1 comment", "2 comments"; `several` is a plural not ended by "s"."""
    return f"{number} {word if number == 1 else several or f'{word}s'}"


def cardinal_of(words: str) -> int | None:
    """The number of a cardinal in words up to one hundred ("twenty-four") or in figures; else None."""
    plain = re.sub(r"[-\u2010\u2011\s]+", " ", words.strip().casefold())
    return int(plain) if plain.isdecimal() else _cardinals().get(plain)


def number_of(words: str) -> int | None:
    """The number of an ordinal in words or figures ("59th"), capitals and hyphens aside; else None."""
    plain = re.sub(r"[-\u2010\u2011\s]+", " ", words.strip().casefold())
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", plain):
        return int(match[1])
    return _numbers().get(plain.replace(" and ", " "))


def like(number: int, model: str) -> str:
    """The number written the way `model` is: an ordinal in figures, with a capital, or plain in words.

    A model without an ending ("its 2025 session") is a plain number.
    """
    if model.isdecimal():
        return str(number)
    if model[:1].isdigit():
        return in_figures(number)
    words = in_words(number)
    return words[0].upper() + words[1:] if model[:1].isupper() else words


_SIGNS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ENDINGS = ("elfth", "eenth", "tieth", "hundredth", "leventh")


def possible(text: str) -> bool:
    """A quick look whether an ordinal in words or figures may stand in the text."""
    plain = text.casefold()
    return any(sign in plain for sign in (*_SIGNS, *_ENDINGS)) or _IN_FIGURES.search(plain) is not None


_IN_FIGURES = re.compile(r"\d(?:st|nd|rd|th)")


@cache
def pattern() -> str:
    """A regular expression for every ordinal up to `HIGHEST`, in words or figures; to be used caseless."""
    simple = "|".join(in_words(number) for number in (*range(1, 21), *range(30, 100, 10)))
    tens = "|".join(_tens(number) for number in range(20, 100, 10))
    dash = r"\s?[-\u2010\u2011]\s?"  # a line end may part a compound, with blanks beside the hyphen
    below = rf"(?:(?:{tens}){dash})?(?:{simple})"
    return rf"(?:one\shundredth|(?:one\shundred(?:\sand)?\s)?{below}|\d{{1,3}}(?:st|nd|rd|th))"


@cache
def cardinal_pattern() -> str:
    """A regular expression for every cardinal in words up to one hundred; to be used caseless."""
    words = load("ordinals")["cardinals"]
    tens = "|".join(words[number - 1] for number in range(20, 100, 10))
    units = "|".join(words[:9])
    rest = "|".join(sorted(words[9:20], key=len, reverse=True))
    return rf"(?:(?:{tens})(?:\s?[-\u2010\u2011]\s?(?:{units}))?|{rest}|{units}|one\shundred)"


@cache
def single() -> re.Pattern[str]:
    """What finds each ordinal of a text that is a word by itself."""
    return re.compile(rf"(?<![\w-]){pattern()}(?![\w-])", re.IGNORECASE)


def _tens(number: int) -> str:
    return in_words(number + 1).split("-")[0]  # "fifty-first" holds "fifty"


@cache
def _numbers() -> Mapping[str, int]:
    return {
        in_words(number).replace("-", " ").replace(" and ", " "): number for number in range(1, HIGHEST + 1)
    }


@cache
def _cardinals() -> Mapping[str, int]:
    words = load("ordinals")["cardinals"]
    return {word.replace("-", " "): number for number, word in enumerate(words, 1)}
