# SPDX-License-Identifier: GPL-3.0-or-later
"""The ids of one unit, after the practice of delegations: PP3, OP12, OP12(a)(ii), H2, T1, A1.OP3.

A printed number is kept even when it is wrong; the same number again is marked "bis", "ter" and so on.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from drafting.data import load
from drafting.reading.structure.labels import Label
from drafting.reading.structure.letters import Rows, continues, rows_with
from drafting.resolution import ReadWarning


@dataclass(slots=True)
class Names:
    """Gives each paragraph of a unit its id, and remembers which letters are open under which paragraph."""

    unit: str
    warnings: list[ReadWarning]
    counts: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    anew: list[str] = field(default_factory=list)  # ids of numbers that begin anew under a heading
    restarted: bool = False
    parent: str = ""
    rows: Rows = ()
    signs: tuple[str, ...] = ()
    depths: tuple[int, ...] = ()
    bullets: Counter[str] = field(default_factory=Counter)

    def next(self, letter: str) -> str:
        """The id of the next paragraph counted under this letter: PP, H or T."""
        self.counts[letter] += 1
        return self.free(f"{letter}{self.counts[letter]}")

    def numbered(self, sign: str, letters: str = "OP") -> str:
        """The id of a paragraph numbered (or, in the preamble, tagged) by the source."""
        if digits := re.match(r"\d+", sign):
            self.counts[letters] = int(digits[0])
        return self.free(f"{letters}{sign}")

    def opens(self, paragraph_id: str) -> None:
        """Letters that follow stand under this paragraph."""
        self.parent, self.rows, self.signs, self.depths = paragraph_id, (), (), ()

    def lettered(self, label: Label, *, after_colon: bool, following: str, depth: int) -> tuple[str, int]:
        """The id and the level of a lettered point under the paragraph before it."""
        level = self._level(depth, label.sign)
        self.rows = rows_with(
            label.sign, self.rows, after_colon=after_colon, following=following, level=level
        )
        reached = len(self.rows)
        self.signs = (*self.signs[: reached - 1], label.sign)
        self.depths = (*self.depths[: reached - 1], depth)
        return self.free(self.parent + "".join(self.signs), full=True), reached

    def bulleted(self, label: Label, *, depth: int) -> tuple[str, int]:
        """The id and the level of a dash under the paragraph or the letter before it."""
        above = self.parent + "".join(self.signs)
        self.bullets[above] += 1
        level = len(self.signs) + 1
        if depth and self.depths and depth <= self.depths[-1]:
            level = max(sum(other < depth for other in self.depths), 0) + 1
            above = self.parent + "".join(self.signs[: level - 1])
        return self.free(f"{above}({label.sign}{self.bullets[above]})", full=True), level

    def continues(self, label: Label) -> bool:
        """Whether a letter goes on with a row that is open, over text in between."""
        return continues(label.sign, self.rows)

    def free(self, name: str, *, full: bool = False) -> str:
        """The id with its unit, and with "bis", "ter" and so on when the number is used again."""
        name = name if full or not self.unit else f"{self.unit}.{name}"
        times = self.taken[name]
        self.taken[name] += 1
        if not times:
            return name
        again: list[str] = load("labels")["again"]
        found = self.free(name + (again[times - 1] if times <= len(again) else f"({times + 1})"), full=True)
        if self.restarted and "(" not in name:
            self.anew.append(found)
        else:
            message = f"the number of {name} is used again; here it is {found}"
            self.warnings.append(ReadWarning(message, found, needs_look=True))
        return found

    def remarks(self) -> list[ReadWarning]:
        """One remark on all numbers that begin anew under a heading."""
        if not self.anew:
            return []
        message = (
            f"numbers begin anew under a heading; the second of each has an id of its own ({self.anew[0]})"
        )
        return [ReadWarning(message, self.anew[0])]

    def _level(self, depth: int, sign: str) -> int:
        """The level of a label nested so deep, 0 when its neighbours do not tell.

        A list of its own may be nested no deeper than the one above it: then the sign must tell.
        """
        if not depth or not self.depths or not all(self.depths):
            return 0
        for at in reversed(range(len(self.depths))):
            if self.depths[at] == depth and continues(sign, self.rows[at : at + 1]):
                return at + 1
        if depth == self.depths[-1]:
            return 0
        return sum(other < depth for other in self.depths) + 1
