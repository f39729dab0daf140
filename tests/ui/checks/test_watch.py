# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking goes on beside the drafter: late results are dropped, and no key waits."""

from __future__ import annotations

import threading
from collections.abc import Collection

from pytestqt.qtbot import QtBot
from small import small_draft

from drafting.draft import Draft, Located, accept_all
from ui import tasks
from ui.checks.watch import Checker
from ui.desk import Desk
from ui.settings import Settings


class Gate:
    """A check that waits until it may go on, and keeps what it was asked to look at."""

    def __init__(self) -> None:
        self.open, self.seen = threading.Event(), []

    def find(self, draft: Draft, _off: Collection[str]) -> tuple[Located, ...]:
        self.seen.append(draft)
        self.open.wait(30)
        return ()


def test_a_late_result_is_dropped(qtbot: QtBot, settings: Settings) -> None:
    desk, gate = Desk(), Gate()
    checker = Checker(desk, settings)
    checker.find = gate.find
    desk.open(small_draft())
    qtbot.waitUntil(lambda: len(gate.seen) == 1)
    desk.do(accept_all(small_draft()))
    assert checker.waiting
    with qtbot.assertNotEmitted(checker.checked):
        gate.open.set()
        tasks.drain()
    with qtbot.waitSignal(checker.checked):
        checker.now()
    assert gate.seen[-1] is desk.draft
    assert not checker.waiting


def test_typing_waits_for_a_pause(qtbot: QtBot, settings: Settings) -> None:
    desk, gate = Desk(), Gate()
    gate.open.set()
    checker = Checker(desk, settings)
    checker.find = gate.find
    with qtbot.waitSignal(checker.checked):
        desk.open(small_draft())
    with qtbot.waitSignal(checker.checked):
        desk.do(accept_all(small_draft()))
        desk.undo_stack.undo()
    assert gate.seen == [small_draft(), small_draft()]


def test_a_draft_put_away_is_checked_no_more(qtbot: QtBot, settings: Settings) -> None:
    desk = Desk()
    checker = Checker(desk, settings)
    with qtbot.waitSignal(checker.checked):
        desk.open(small_draft())
    desk.open(None)
    assert (checker.placed, checker.known, checker.waiting) == ((), False, False)
