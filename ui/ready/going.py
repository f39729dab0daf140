# SPDX-License-Identifier: GPL-3.0-or-later
"""Going to what blocks submission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.draft import Blocker, Obstacle
from ui.checks.places import Anchor

if TYPE_CHECKING:
    from ui.window import MainWindow


def go_to(window: MainWindow, blocker: Blocker) -> None:
    """Bring up what a blocker speaks of where it can be settled, with the keyboard there."""
    work = window.work
    window.activateWindow()
    if blocker.kind is Obstacle.FACT:
        work.bring_up(work.facts)
        work.facts.focus_fact(blocker.about)
    elif blocker.kind is Obstacle.PROPOSAL:
        work.bring_up(work.proposals)
        window.desk.choose(blocker.about)
    elif blocker.kind is Obstacle.FINDING:
        work.bring_up(work.checks)
        window.acting.take(blocker.about, blocker.paragraph, blocker.start)
    else:
        work.show_blank(Anchor(blocker.paragraph, blocker.note, blocker.start, blocker.end))
