# SPDX-License-Identifier: GPL-3.0-or-later
"""What an edit never cuts: a citation, a date or range of dates, a session, a number with what it counts.

Each is read as one thing and replaced as one: "General Assembly resolution 77/213 of 15 December 2022" became
another resolution, not other digits. Document symbols are single words already (`tokens`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from drafting import ordinals
from drafting.citing import MONTH, NUMBER, SYMBOL, UP_TO
from drafting.data import load

LONGEST = 100
"""Code points; no whole is longer, so that it can be seen from the words around a change."""


class Sort(StrEnum):
    """What a whole is."""

    CITATION = "citation"
    DATE = "date"
    SESSION = "session"
    REFERENCE = "reference"
    LABEL = "label"
    AMOUNT = "amount"
    SYMBOL = "symbol"
    ORDINAL = "ordinal"
    NUMBER = "number"


class Whole(NamedTuple):
    """One whole, `[start, end)` in code points."""

    start: int
    end: int
    sort: Sort


def wholes(text: str, start: int = 0, end: int | None = None) -> list[Whole]:
    """The wholes of several words within `[start, end)` of a folded text, in order, apart from each other."""
    end = len(text) if end is None else end
    return wholes_in(text, start, end) if possible(text, start, end) else []


def wholes_in(text: str, start: int, end: int) -> list[Whole]:
    """The same where a whole is known to be possible."""
    found = [*_numbered(text, start, end), *_sessions(text, start, end)]
    found.sort()
    return _apart(found)


def possible(text: str, start: int, end: int) -> bool:
    """Whether a whole may stand there at all: a quick look for a figure, a bracket, a session."""
    start = max(start, 0)
    return bool(_FIGURE.search(text, start, end) or _word_for_figure().search(text, start, end))


_FIGURE = re.compile(r"[0-9(\[]")


@cache
def _word_for_figure() -> re.Pattern[str]:
    """A session, a section's Roman number, an amount in words; by the blank before it, which is quickest."""
    return re.compile(rf"(?:^|\s)(?:sessions?\b|[IVX]+\b|(?:{_words(load('weights')['small_numbers'])})\s)")


def sort_of(word: str) -> Sort | None:
    """What a single token is: a symbol, an ordinal, a number, a year; None for a word."""
    if word.isalpha() or not any(map(str.isdigit, word)):
        ordinal = word.endswith(_ORDINAL_ENDINGS) and ordinals.number_of(word) is not None
        return Sort.ORDINAL if ordinal else None
    if _YEAR.fullmatch(word):
        return Sort.DATE
    if _PLAIN.fullmatch(word):
        return Sort.NUMBER
    if _CITED.fullmatch(word):
        return Sort.CITATION
    if _SYMBOL.fullmatch(word):
        return Sort.SYMBOL
    return None if ordinals.number_of(word) is None else Sort.ORDINAL


_ORDINAL_ENDINGS = ("th", "st", "nd", "rd")
_YEAR = re.compile(r"(?:19|20)\d\d|20\[…\]")
_PLAIN = re.compile(r"\d[\d,.]*")
_SYMBOL = re.compile(rf"(?:{SYMBOL}|[A-Z][A-Z0-9./-]*/(?:\S*/)?\[…\]\S*)")
_CITED = re.compile(rf"{NUMBER}|\d+/\[…\]")

# A draft has placeholders where facts are missing ("79/[…] of […] December 2024").
_GAP = r"\[…\]"
_DAY = rf"(?:\d{{1,2}}|{_GAP})\s(?:{MONTH}|{_GAP})(?:\s(?:\d{{4}}|{_GAP}))?"
_CITED_NUMBER = rf"(?:{NUMBER}|\d+/{_GAP})"


def _words(words: Sequence[str]) -> str:
    """Any of these words, the longest first; those that begin alike are seen together not to be meant."""
    begun: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        begun.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s"))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in begun.items())


@cache
def _pattern() -> re.Pattern[str]:
    """All wholes that hold a figure, and amounts in words, each with the sign before it."""
    data, organs = load("weights"), load("organs")
    known = [form for entry in organs["organs"] for form in (entry["name"], *entry["short"])]
    name = r"[A-Z][\w'-]*"
    tail = rf"(?:\s(?:on|of|for)\s(?:the\s)?{name}(?:\s(?:(?:and|of|on|the|for)\s){{0,2}}{name}){{0,6}})?"
    organ = rf"(?:{_words(known)}|(?:{_words(organs['generic'])}){tail})"
    cited = (
        rf"(?:(?:{organ}\s)?(?:[Rr]esolution|[Dd]ecision)s?\s)?(?P<number>{_CITED_NUMBER})(?:,?\sof\s{_DAY})?"
    )
    count = rf"(?:\d[\d,.]*|{_words(data['small_numbers'])})"
    named = _words(data["numbered"])
    part = r"(?:\d+(?:\.\d+)*|[IVX]+\b)(?:\s\([a-z]{1,4}\))*"
    kinds = {
        Sort.CITATION: rf"(?<![/.–(-]){cited}(?![\w/])",
        Sort.DATE: rf"(?:{UP_TO})?(?:{_DAY}|(?:{MONTH})\s\d{{4}})(?!\d)",
        Sort.REFERENCE: rf"(?:{named})s?\s{part}(?:\s?(?:–|to|and)\s?{part})?(?!\w)",
        Sort.AMOUNT: rf"(?:(?:US)?[$€£]\s?\d[\d,.]*|{count}(?=\s))"
        rf"(?:\s(?:{_words(data['measures'])}))+(?!\w)",
        Sort.LABEL: r"\((?:[a-z]|[ivx]{2,5})\)",
    }
    # Most words are passed over by their first letters: the long patterns are tried on few places.
    small = [word for word in data["numbered"] if word[0].islower()]
    begins = rf"(?<!\w)(?=[0-9A-Z(\[$€£]|resolution|decision|{_words(data['small_numbers'])}|{_words(small)})"
    every = "|".join(f"(?P<{sort}>{pattern})" for sort, pattern in kinds.items())
    # Of most letters it is seen at once that nothing begins behind them, as long as one is taken along.
    behind = r"[^A-Za-z0-9_](?<!\w)"
    return re.compile(f"{behind}{begins}(?:{every})")


def _numbered(text: str, start: int, end: int) -> Iterator[Whole]:
    shift = start == 0  # there has to be something to begin behind
    if shift:
        text, end = f" {text}", end + 1
    search, at = _pattern().search, max(start, 1)
    while match := search(text, at - 1, end):
        sort, at = match.lastgroup or "", match.end()
        if at - match.start(sort) <= LONGEST:
            yield Whole(match.start(sort) - shift, at - shift, Sort(sort))


_SESSION = re.compile(r"\ssessions?\b")
_KINDS = ("special", "emergency", "regular", "resumed", "substantive", "annual", "plenary")


@cache
def _ordinal() -> re.Pattern[str]:
    one = ordinals.pattern()
    kinds = rf"(?:\s(?:{'|'.join(_KINDS)})){{0,2}}"
    return re.compile(rf"\b{one}(?:(?:,\s|,?\s(?:and|or|to)\s){one}){{0,3}}{kinds}$", re.IGNORECASE)


def _sessions(text: str, start: int, end: int) -> Iterator[Whole]:
    if "session" not in text:
        return
    for match in _SESSION.finditer(text, start, end):
        before = max(start, match.start() - LONGEST // 2)
        leading = text[before : match.start()]
        words = [word for word in leading.split()[-3:] if word not in _KINDS]
        # Most sessions are "the present session": the long pattern is asked only where an ordinal stands.
        if words and ordinals.number_of(words[-1]) and (found := _ordinal().search(leading)):
            yield Whole(before + found.start(), match.end(), Sort.SESSION)


def _apart(found: Sequence[Whole]) -> list[Whole]:
    apart: list[Whole] = []
    for whole in found:
        if not apart or whole.start >= apart[-1].end:
            apart.append(whole)
    return apart
