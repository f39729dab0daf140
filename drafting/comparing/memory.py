# SPDX-License-Identifier: GPL-3.0-or-later
"""What has been worked out about texts and need not be worked out again while one of them is edited."""

from __future__ import annotations

from collections.abc import Sequence

import Levenshtein

from drafting.comparing.anchors import Link
from drafting.comparing.scoring import Particulars, Standing, words_of
from drafting.glyphs import squeezed

_LITTLE_CHANGED = 0.8
# A drafter's session holds a few thousand texts; what is typed is forgotten in time.
_MANY = 20_000
_STATES = 20


class Squeezed(dict[str, str]):
    """The squeezed form of every text that is asked for."""

    def __missing__(self, text: str) -> str:
        found = self[text] = squeezed(text)
        return found


class Runs(dict[str, frozenset[tuple[str, ...]]]):
    """The runs of three words of every text that is asked for."""

    def __missing__(self, text: str) -> frozenset[tuple[str, ...]]:
        words = words_of(squeezed(text))
        found = self[text] = frozenset(zip(words, words[1:], words[2:], strict=False))
        return found


class Memory:
    """Facts about texts, each found once; they hold whatever the texts are compared with.

    Nothing in here decides anything, so that an alignment with a memory is the one without.
    """

    def __init__(self) -> None:
        self.squeezed = Squeezed()
        self.known = Particulars()
        self.runs = Runs()
        self.parts: dict[tuple[str, ...], float] = {}
        self._alike: dict[tuple[str, str], bool] = {}
        self._standing: tuple[tuple[str, ...], Standing] | None = None
        self.leftovers: dict[object, tuple[dict[int, int], set[Link]]] = {}

    def alike(self, old: str, new: str) -> bool:
        """Whether one text is the other with little changed, letter by letter."""
        texts = (old, new)
        found = self._alike.get(texts)
        if found is None:
            pair = self.squeezed[old], self.squeezed[new]
            found = Levenshtein.ratio(*pair, score_cutoff=_LITTLE_CHANGED) > 0
            self._alike[texts] = found
        return found

    def standing(self, texts: Sequence[str]) -> Standing:
        """The count of what stands in these texts."""
        asked = tuple(texts)
        if self._standing is None or self._standing[0] != asked:
            self._standing = asked, Standing(asked)
        return self._standing[1]

    def tidy(self) -> None:
        """Forget everything when it has become too much."""
        for kept in (self.squeezed, self.known, self.runs, self.parts, self._alike):
            if len(kept) > _MANY:
                kept.clear()
        if len(self.leftovers) > _STATES:
            self.leftovers.clear()
