# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnote marks that extraction made plain digits: where they may stand, and which places are likely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from drafting.data import load
from drafting.reading.blocks import Block

_CHOICES = 40
_RESOLUTION = re.compile(r"\(?(?:\d{1,3}|[IVXL]{1,6})/\d{1,4}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits in the running text that may be a mark: where they stand (white space before them included)."""

    line: int
    start: int
    end: int
    score: int


def candidates_for(
    lines: Sequence[Block], where: Iterable[int], label: str, *, spaced: bool
) -> list[Candidate]:
    """Places where the digits of a label may be its mark, in text order; likely kinds score higher.

    `where` are the lines looked at; `spaced` allows white space before the mark, as some extractors leave it.
    """
    found: list[Candidate] = []
    previous = ""
    for at in where:
        line = lines[at]
        if label in line.text and not line.note:
            for match in re.finditer(
                rf"(?:(?<=\b(?:19|20)\d\d)|(?<![\d/])\s?(?<!\d)){label}(?![\w/-]|\.\d)", line.text
            ):
                start = match.start()
                score = _score(line.text, match, previous)
                if score > (0 if spaced else 2):
                    found.append(Candidate(at, start, match.end(), score))
        previous = line.text
    return found


def _score(text: str, match: re.Match[str], previous: str) -> int:
    """4 glued to punctuation, 3 to a word; 2 parted from punctuation, 1 from a word; 0 for no mark."""
    before = text[: match.start()] or previous
    glued = match.start() > 0 and not re.search(r"\s", text[match.start() - 1 : match.start() + 1])
    word = before.rsplit(None, 1)[-1] if before.strip() else ""
    symbol = "/" in word and word[-1] not in ",;:)\u201d"  # a digit glued to a symbol is part of it
    if not word or (symbol and glued) or text[match.end() : match.end() + 1] == "%":
        return 0
    if not match.group()[0].isspace() and re.search(r"\b(?:19|20)\d\d$", word):  # "20061", "2006 1"
        return 3
    bare = word.strip(".,;:()[]\u201c\u201d\"'").lower()
    counted = bare in _numbered_things() or bare.isdigit()
    if counted and (word[-1] == "." or word[-1].isalnum()):  # "paragraph 3", "No. 5", "and 10"
        return 0
    following = text[match.end() :].split(None, 1)
    if not glued and following and (following[0][0] == "." or following[0].strip(",.;") in months()):
        return 0
    resolution = not glued and bool(_RESOLUTION.fullmatch(word))  # "resolution 5/14 11 requesting"
    punctuation = word[-1] in ",;:.\u201d\u2019\"')]"
    if not punctuation and not resolution and not word[-1].islower():
        return 0
    return (4 if punctuation else 3) if glued else (2 if punctuation else 1)


def rising(options: Sequence[Sequence[Candidate]]) -> list[Candidate | None]:
    """One candidate for each footnote so that they rise through the text, as many and as likely as can be."""
    # Few readings are kept at each step: the right one is among the best, and the work stays small.
    best: list[tuple[int, tuple[int, int], tuple[Candidate | None, ...]]] = [(0, (-1, -1), ())]
    for candidates in options:
        following = [(score, place, path + (None,)) for score, place, path in best]
        for candidate in candidates[:_CHOICES]:
            here = (candidate.line, candidate.start)
            reached = max(
                (state for state in best if state[1] < here), key=lambda state: state[0], default=None
            )
            if reached is not None:
                following.append((reached[0] + 10 + candidate.score, here, reached[2] + (candidate,)))
        best = sorted(following, key=lambda state: state[0], reverse=True)[:_CHOICES]
    return list(max(best, key=lambda state: state[0])[2])


def take_out(lines: list[Block], marks: Iterable[tuple[str, Candidate | None]]) -> None:
    """Take the digits out of the lines and keep them as marks."""
    placed = [(mark, label) for label, mark in marks if mark is not None]
    for mark, label in sorted(placed, key=lambda pair: (pair[0].line, pair[0].start), reverse=True):
        lines[mark.line] = lines[mark.line].marked(mark.start, mark.end, label)


@cache
def months() -> frozenset[str]:
    """The names of the months: a number before one is a day."""
    return frozenset(load("reading")["months"])


@cache
def _numbered_things() -> frozenset[str]:
    return frozenset(load("reading")["before_numbers"])
