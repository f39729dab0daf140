# SPDX-License-Identifier: GPL-3.0-or-later
"""The words at the head of a paragraph, and the phrases found among them; positions count words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

Phrases = dict[str, list[tuple[str, ...]]]
"""Phrases as words, under their first word, longest first."""

_WORD = re.compile(r"[^\s,;:.]+(?:\.(?=\w)[^\s,;:.]+)*")
REACH = 170
"""Code points looked at: no opening phrase comes near this length."""
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2019": "'"})


class Word(NamedTuple):
    """A word in small letters, with straight apostrophes and plain hyphens, and where it stands."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The first words of a text."""

    words: tuple[Word, ...]
    text: str

    def form(self, at: int) -> str:
        """The word at a position, "" behind the last."""
        return self.words[at].form if at < len(self.words) else ""

    def broken(self, at: int) -> bool:
        """Whether a comma or other point stands before the word at this position."""
        if not 0 < at < len(self.words):
            return True
        return bool(self.text[self.words[at - 1].end : self.words[at].start].strip())

    def follows(self, phrases: Phrases, at: int) -> int:
        """The position after the longest phrase that starts here, unbroken; `at` when there is none."""
        for phrase in phrases.get(self.form(at), ()):
            end = at + len(phrase)
            same = tuple(word.form for word in self.words[at:end]) == phrase
            if same and not any(self.broken(inner) for inner in range(at + 1, end)):
                return end
        return at


def words_of(text: str) -> tuple[Word, ...]:
    """The words a text begins with; none when it begins with something else than a word."""
    words = _words(text[:REACH])
    return () if not words or text[: words[0].start].strip() else words


def by_first_word(phrases: Iterable[str]) -> Phrases:
    """Phrases as tuples of words under their first word, longest first."""
    found: Phrases = {}
    for phrase in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


@lru_cache(maxsize=4096)  # a paragraph is asked about several times, and stands in several versions
def _words(head: str) -> tuple[Word, ...]:
    small = head.lower() if head.isascii() else head.translate(_HYPHENS).lower()
    if len(small) != len(head):  # letters that change their length; offsets must stay those of the text
        small = head
    return tuple(Word(match.group(), *match.span()) for match in _WORD.finditer(small))
