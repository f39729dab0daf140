# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines put together: words divided at the end of a line, and compounds that only broke there.

United Nations documents are not hyphenated: a hyphen at the end of a line belongs to a compound. Other
programs divide words. The text's own words decide, and what remains a guess is remarked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from drafting.reading.blocks import Block, joined
from drafting.reading.pdf.rows import is_ideograph
from drafting.resolution import ReadWarning

_HYPHENS = "-\u2010\u2011"
_LAST = re.compile(rf"([^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*)[{_HYPHENS}]$")
_FIRST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(rf"[^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*")
_SOFT = "\u00ad"
_TIED = "/\u2013\u2014"  # signs after which a line may end without a space
_DIVIDES = 3  # words surely divided, before a doubtful one is taken for one


@dataclass(slots=True)
class Words:
    """The words of a text, and how its lines are put together."""

    known: Counter[str] = field(default_factory=Counter)
    divides: bool = False
    guessed: dict[str, None] = field(default_factory=dict)

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> Words:
        """The words of all lines, and whether words are divided at their ends."""
        words = cls()
        texts = list(lines)
        for text in texts:
            inner = text.rstrip(_HYPHENS + _SOFT)
            words.known.update(word.lower() for word in _WORD.findall(inner))
        kinds = Counter(words.kind(first, second) for first, second in pairwise(texts))
        words.divides = kinds["divided"] >= _DIVIDES and kinds["divided"] > kinds["compound"]
        return words

    def kind(self, first: str, second: str) -> str:
        """What the hyphen between two lines is: "divided" when it is to go, "compound", or "doubtful"."""
        head, tail = _LAST.search(first), _FIRST.match(second)
        if not head or not tail:
            return ""
        whole = (head[1] + tail[0]).lower()
        compound = f"{head[1]}-{tail[0]}".lower()
        dashed = self.known[compound] + self.known[compound.replace("-", "\u2011")]
        if self.known[whole] > dashed:
            return "divided"
        return "compound" if dashed or not tail[0].islower() else "doubtful"

    def join(self, first: Block, second: Block) -> Block:
        """Two lines of one paragraph as one piece of text."""
        if not first.text or not second.text:
            return first.plus(second, "")
        if first.text.endswith(_SOFT):
            return first.cut(0, len(first.text) - 1).plus(second, "")
        last, sign = first.text[-2:-1], first.text[-1]
        if sign in _HYPHENS and last.isalnum() and second.text[0].isalnum():
            return self._at_hyphen(first, second)
        if (sign in _TIED and last.isalnum()) or (is_ideograph(sign) and is_ideograph(second.text[0])):
            return first.plus(second, "")
        return joined(first, second)

    def _at_hyphen(self, first: Block, second: Block) -> Block:
        kind = self.kind(first.text, second.text)
        if kind == "divided" or (kind == "doubtful" and self.divides):
            together = first.cut(0, len(first.text) - 1).plus(second, "")
            last = _LAST.search(first.text)
            word = _WORD.match(together.text, last.start()) if last else None
            if kind == "doubtful" and word:
                self.guessed[word[0]] = None
            return together
        letters = first.text[-2].isalpha() and second.text[0].isalpha()
        return joined(first, second) if letters else first.plus(second, "")

    def remarks(self) -> list[ReadWarning]:
        """One remark naming the words whose hyphen was taken out without proof."""
        if not self.guessed:
            return []
        words = ", ".join(f"“{word}”" for word in self.guessed)
        return [ReadWarning(f"divided at the end of a line, put together without hyphen: {words}", "text")]
