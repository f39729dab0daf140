# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the things that still block submission, without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafting.draft import Blocker, Draft, Obstacle
from ui.checks.places import Anchor, place_of
from ui.panels.proposal_rows import sentence

NAMES = {
    Obstacle.FACT: ("fact", "facts"),
    Obstacle.PROPOSAL: ("proposal", "proposals"),
    Obstacle.BLANK: ("blank", "blanks"),
    Obstacle.FINDING: ("check", "checks"),
}
READY = "Ready to submit"
ABOVE = "Above the text"


@dataclass(frozen=True, slots=True)
class BlockerRow:
    """One thing that blocks, as the list shows it."""

    id: str
    blocker: Blocker
    place: str  # "PP4", "Above the text"
    says: str

    @property
    def kind(self) -> str:
        """What it is, in a word."""
        return NAMES[self.blocker.kind][0]

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return f"{self.place}, {self.kind}: {self.says}"


def rows_of(draft: Draft, blockers: Iterable[Blocker]) -> tuple[BlockerRow, ...]:
    """A row for each, those of one kind with other words kept apart from each other."""
    alike: Counter[tuple[str, ...]] = Counter()
    rows = []
    for one in blockers:
        sign = one.kind.value, one.about, one.paragraph, one.note or "", one.says
        alike[sign] += 1
        known = one.paragraph in draft
        anchor = Anchor(one.paragraph, one.note, one.start, one.end)
        place = place_of(draft, anchor) if known else ABOVE
        rows.append(BlockerRow("|".join((*sign, str(alike[sign]))), one, place, sentence(one.says)))
    return tuple(rows)


def summary(blockers: Sequence[Blocker], warnings: int = 0) -> str:
    """All in one line: "Not ready: 4 facts, 3 proposals, 1 check · 2 warnings"; warnings block nothing."""
    found = Counter(one.kind for one in blockers)
    parts = [f"{found[kind]} {NAMES[kind][found[kind] > 1]}" for kind in Obstacle if found[kind]]
    looked_at = f" · {warnings} warning{'s' if warnings > 1 else ''}" if warnings else ""
    return (f"Not ready: {', '.join(parts)}" if parts else READY) + looked_at
