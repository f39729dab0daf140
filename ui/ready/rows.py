# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the things that still block submission, without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafting.draft import Blocker, Draft, Obstacle
from drafting.translation import marked, marked_plural, tr, trn
from ui.checks.places import Anchor, place_of
from ui.panels.proposal_rows import sentence

NAMES = {
    Obstacle.FACT: marked("fact"),
    Obstacle.PROPOSAL: marked("proposal"),
    Obstacle.BLANK: marked("blank"),
    Obstacle.FINDING: marked("check"),
}
COUNTED = {
    Obstacle.FACT: marked_plural("{n} fact", "{n} facts"),
    Obstacle.PROPOSAL: marked_plural("{n} proposal", "{n} proposals"),
    Obstacle.BLANK: marked_plural("{n} blank", "{n} blanks"),
    Obstacle.FINDING: marked_plural("{n} check", "{n} checks"),
}
READY = marked("Ready to submit")
ABOVE = marked("Above the text")


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
        return tr(NAMES[self.blocker.kind])

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
        place = place_of(draft, anchor) if known else tr(ABOVE)
        rows.append(BlockerRow("|".join((*sign, str(alike[sign]))), one, place, sentence(one.says)))
    return tuple(rows)


def summary(blockers: Sequence[Blocker], warnings: int = 0) -> str:
    """All in one line: "Not ready: 4 facts, 3 proposals, 1 check · 2 warnings"; warnings block nothing."""
    found = Counter(one.kind for one in blockers)
    parts = [trn(*COUNTED[kind], found[kind]) for kind in Obstacle if found[kind]]
    looked_at = f" · {trn('{n} warning', '{n} warnings', warnings)}" if warnings else ""
    return (tr("Not ready: {figures}").format(figures=", ".join(parts)) if parts else tr(READY)) + looked_at
