# SPDX-License-Identifier: GPL-3.0-or-later
"""What has been worked out about texts and need not be worked out again while one of them is edited."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import Levenshtein

from drafting.citing import MONTH
from drafting.comparing.coding import Codes, Squeezed, words_of
from drafting.comparing.evidence import Evidence, Particulars, standing
from drafting.comparing.links import Found
from drafting.comparing.scoring import Scores, agreement
from drafting.glyphs import squeezed

_LITTLE_CHANGED = 0.8
# A drafter's session holds a few thousand texts; what is typed is forgotten in time.
_MANY = 20_000
_STATES = 20


class Runs(dict[str, frozenset[tuple[str, ...]]]):
    """The runs of three words of every text that is asked for."""

    def __missing__(self, text: str) -> frozenset[tuple[str, ...]]:
        words = words_of(squeezed(text))
        found = self[text] = frozenset(zip(words, words[1:], words[2:], strict=False))
        return found


# Figures and months are set forward from year to year: they do not tell which of two twins moved.
_DATED = re.compile(rf"\d+|\b(?:{MONTH})\b")


class Undated(dict[str, str]):
    """Every text that is asked for without its figures and months."""

    def __missing__(self, text: str) -> str:
        found = self[text] = _DATED.sub("", text)
        return found


class Memory:
    """Facts about texts, each found once; they hold whatever the texts are compared with.

    Nothing in here decides anything, so that an alignment with a memory is the one without.
    """

    def __init__(self) -> None:
        self.squeezed = Squeezed()
        self.codes = Codes(self.squeezed)
        self.known = Particulars(self.codes.__getitem__)  # and not of this: it would hold itself for ever
        self.runs = Runs()
        self.undated = Undated()
        self.parts: dict[tuple[str, ...], float] = {}
        self._alike: dict[tuple[str, str], bool] = {}
        self._evidence: dict[bool, tuple[tuple[str, ...], Evidence]] = {}
        self.leftovers: dict[object, Found] = {}
        self._agreements: dict[tuple[str, str], float] = {}

    def alike(self, old: str, new: str) -> bool:
        """Whether one text is the other with little changed, letter by letter."""
        texts = (old, new)
        found = self._alike.get(texts)
        if found is None:
            pair = self.squeezed[old], self.squeezed[new]
            found = Levenshtein.ratio(*pair, score_cutoff=_LITTLE_CHANGED) > 0
            self._alike[texts] = found
        return found

    def coded(self, text: str) -> str:
        """The words of a text as one code point each, the same for the same word."""
        return self.codes[text]

    def agreement(self, old: str, new: str) -> float:
        """How much two texts agree in the plain order of their words."""
        found = self._agreements.get((old, new))
        if found is None:
            found = self._agreements[old, new] = agreement(self.codes[old], self.codes[new])
        return found

    def scores(
        self, old: Mapping[int, str], new: Mapping[int, str], standing_texts: Sequence[str] | None
    ) -> Scores:
        """The scores between leftovers, beside texts that stand on both sides, or by themselves alone."""
        alone, asked = standing_texts is None, tuple(standing_texts or ())
        self.codes.prepare((*old.values(), *new.values()))
        known = self._evidence.get(alone)
        if known is None or known[0] != asked:
            counted = None if alone else standing(asked, self.codes)
            known = self._evidence[alone] = asked, Evidence(self.known, counted)
        return Scores(old, new, known[1], self)

    def tidy(self) -> None:
        """Forget everything when it has become too much."""
        for kept in (self.squeezed, self.runs, self.undated, self.parts, self._alike):
            if len(kept) > _MANY:
                kept.clear()
        if len(self.codes) > _MANY or len(self._agreements) > _MANY * 10:
            # What is made of the codes goes with them.
            self.codes.forget()
            for made in (self._agreements, self.known, self._evidence):
                made.clear()
        if len(self.leftovers) > _STATES:
            self.leftovers.clear()
