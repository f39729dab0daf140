# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely it is that one paragraph became another, for paragraphs that have no identical partner.

Resolutions are written in formulas ("the promotion and protection of all human rights"), so the share of
common words says little: strangers reach a third. What tells is what few paragraphs hold: a figure, a symbol,
a name, two words that stand side by side nowhere else, an opening that is used once. Every word, pair of
neighbouring words and opening counts by the square of one over the number of paragraphs that hold it. Where a
paragraph is formulas from end to end ("Takes note of the report of the Committee on its thirtieth session"),
the plain order of its words decides instead: strangers agree in less than half of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import Levenshtein

from drafting.comparing.anchors import Link
from drafting.comparing.evidence import Evidence

_STRANGERS_AGREE = 0.45
# Of all the paragraphs that stand elsewhere, some short one agrees by chance in many of its few words.
_STRANGERS_APART_AGREE = 0.55
_BY_CHANCE = 2.5
_ALWAYS_ENOUGH = 0.9
# Two that open with the same words and stand in the same place: of the strangers that open alike within a few
# paragraphs of one another, one in twenty agrees in more than that.
_OPENING_ALIKE_AGREE = 0.32
_OPENING = 2
_WORTH_A_LOOK = 0.04


class Texts(Protocol):
    """Where words and agreements are looked up, each worked out once."""

    def coded(self, text: str) -> str:
        """The words of a text as one code point each."""

    def agreement(self, old: str, new: str) -> float:
        """How much two texts agree in the plain order of their words, if it is worth telling."""


class Scores:
    """Scores from 0 to 1 between the leftovers of two versions, given by their indexes and texts."""

    def __init__(
        self, old: Mapping[int, str], new: Mapping[int, str], evidence: Evidence, texts: Texts
    ) -> None:
        self._sides, self._texts, self._evidence = (old, new), texts, evidence
        evidence.become(old, new)

    def of(self, i: int, j: int, *, apart: bool = False, in_place: bool = False) -> float:
        """The score of one pair; where two paragraphs stand `apart`, formulas must agree more to count.

        Where they stand `in_place`, they need agree less if they open alike.
        """
        old, new = self._sides[0][i], self._sides[1][j]
        least = _STRANGERS_AGREE
        if apart:
            shorter = min(len(self._texts.coded(old)), len(self._texts.coded(new)))
            least = min(_STRANGERS_APART_AGREE + _BY_CHANCE / (shorter + 1), _ALWAYS_ENOUGH)
        elif in_place and self._texts.coded(old)[:_OPENING] == self._texts.coded(new)[:_OPENING]:
            least = _OPENING_ALIKE_AGREE
        formula = max(0.0, (self._texts.agreement(old, new) - least) / (1 - least))
        return 1 - (1 - self._evidence.common(i, j)) * (1 - formula)

    def candidates(self) -> list[Link]:
        """All pairs that have enough in common to be looked at."""
        return self._evidence.above(_WORTH_A_LOOK)

    def own(self, i: int, j: int) -> float | None:
        """The share of what two paragraphs hold in common and few others hold; None if one is no leftover."""
        known = i in self._sides[0] and j in self._sides[1]
        return self._evidence.common(i, j) if known else None

    def formulas(self) -> tuple[list[int], list[int]]:
        """The places on either side of what is formulas from end to end."""
        return self._evidence.formulas()


def agreement(old: str, new: str) -> float:
    """How much two texts coded word by word agree, or 0 where it is less than ever counts."""
    return Levenshtein.ratio(old, new, score_cutoff=_OPENING_ALIKE_AGREE)
