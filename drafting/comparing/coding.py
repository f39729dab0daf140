# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts as strings in which each word is one code point: what two of them have in common is found quickly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafting.glyphs import squeezed

_PUNCTUATION = ',;:()"'
# Of ASCII texts, which are most, Python changes all letters in one go.
_PLAINLY = {letter: " " if chr(letter) in _PUNCTUATION else chr(letter).lower() for letter in range(128)}
_SHORTEST = 4
_END = "\0"
_BETWEEN = f" {_END} "


def words_of(text: str) -> list[str]:
    """The words of a squeezed text in lower case, without the punctuation around them."""
    if text.isascii():
        return text.translate(_PLAINLY).split()
    text = text.lower()
    for mark in _PUNCTUATION:
        text = text.replace(mark, " ")
    return text.split()


class Squeezed(dict[str, str]):
    """The squeezed form of every text that is asked for."""

    def __missing__(self, text: str) -> str:
        # Most texts are plain already, which is quicker seen than done.
        plain = text.isascii() and text.isprintable() and "  " not in text and "`" not in text
        found = self[text] = text.strip() if plain else squeezed(text)
        return found


class Numbers(dict[str, str]):
    """One code point for every word that is asked for; 0 for the sign that no text holds."""

    def __init__(self) -> None:
        super().__init__({_END: _END})

    def __missing__(self, word: str) -> str:
        one = _singular(word)
        found = self[word] = chr(len(self)) if one == word else self[one]
        return found

    def learn(self, words: Sequence[str]) -> None:
        """Number all these words that are new, in one go."""
        fresh = [word for word in dict.fromkeys(words) if word not in self]
        singulars = [*map(_singular, fresh)]
        new = [word for word in dict.fromkeys(singulars) if word not in self]
        self.update(zip(new, map(chr, range(len(self), len(self) + len(new))), strict=True))
        self.update(zip(fresh, map(self.__getitem__, singulars), strict=True))


def _singular(word: str) -> str:
    """A word without the ending of a plural: "reports" and "report" tell the same."""
    return word[:-1] if len(word) > _SHORTEST and word[-1] == "s" != word[-2] else word


class Codes(dict[str, str]):
    """The words of every text that is asked for, the same code point for the same word."""

    def __init__(self, same: Squeezed) -> None:
        super().__init__()
        self._same, self._numbers = same, Numbers()

    def __missing__(self, text: str) -> str:
        words = words_of(self._same[text])
        found = self[text] = "".join(map(self._numbers.__getitem__, words))
        return found

    def prepare(self, texts: Iterable[str]) -> None:
        """Have all these texts ready: many together are coded more quickly than one by one."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self]
        for plain in (True, False) if fresh else ():  # where all is ASCII it is quicker still
            some = [text for text in fresh if self._same[text].isascii() is plain]
            words = words_of(_BETWEEN.join([self._same[text] for text in some]))
            self._numbers.learn(words)
            codes = "".join(map(self._numbers.__getitem__, words)).split(_END)
            if len(codes) == len(some):  # none holds the sign itself
                self.update(zip(some, codes, strict=True))

    def forget(self) -> None:
        """Begin anew, with other code points."""
        self.clear()
        self._numbers = Numbers()
