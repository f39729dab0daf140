# SPDX-License-Identifier: GPL-3.0-or-later
"""Work off the GUI thread: delivered once, on the GUI thread, and only when it is still wanted."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from drafting.errors import DraftError
from ui import tasks
from ui.tasks import Lane


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[Lane]:
    lane = Lane()
    yield lane
    lane.cancel()
    tasks.drain()


def test_result_comes_on_the_gui_thread(lane: Lane, qtbot: QtBot, qapp: QApplication) -> None:
    seen = []
    lane.run(QThread.currentThread, lambda worker: seen.append((worker, QThread.currentThread())))
    qtbot.waitUntil(lambda: bool(seen))
    worker, here = seen[0]
    assert worker is not qapp.thread()
    assert here is qapp.thread()


def test_later_work_supersedes_earlier(lane: Lane, qtbot: QtBot) -> None:
    seen: list[str] = []
    gate = threading.Event()
    lane.run(lambda: gate.wait(30) and "early", seen.append)
    lane.run(lambda: "late", seen.append)
    qtbot.waitUntil(lambda: seen == ["late"])
    gate.set()
    tasks.drain()
    qtbot.waitUntil(lambda: not tasks._crew()._runners)
    assert seen == ["late"]


def test_progress_is_told_while_the_result_is_awaited(lane: Lane, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    lane.progressed.connect(lambda done, total: heard.append((done, total)))
    first, second = threading.Event(), threading.Event()
    lane.run(lambda: (first.wait(30), tasks.tell(1, 9)), heard.append)
    lane.run(lambda: (tasks.tell(1, 2), second.wait(30)), lambda _: None)
    first.set()  # superseded: nobody is told how far it is
    qtbot.waitUntil(lambda: heard == [(1, 2)])
    second.set()
    qtbot.waitUntil(lambda: not lane.busy)
    tasks.tell(2, 2)  # from no work at all
    assert heard == [(1, 2)]


def test_nothing_lands_while_the_drafter_is_asked(lane: Lane, qtbot: QtBot) -> None:
    seen: list[str] = []
    question = QDialog()
    qtbot.addWidget(question)
    lane.run(lambda: "late", seen.append)
    QTimer.singleShot(
        0, lambda: (tasks._crew().pool.waitForDone(), QTimer.singleShot(0, question, question.accept))
    )
    question.exec()
    assert not seen
    qtbot.waitUntil(lambda: seen == ["late"])


def test_lanes_do_not_disturb_each_other(lane: Lane, qtbot: QtBot) -> None:
    seen: set[str] = set()
    other = Lane(lane)
    lane.run(lambda: "one", seen.add)
    other.run(lambda: "two", seen.add)
    qtbot.waitUntil(lambda: seen == {"one", "two"})


def test_error_for_the_drafter_is_handed_over(lane: Lane, qtbot: QtBot) -> None:
    def work() -> None:
        raise DraftError("This draft has no paragraph OP99.")

    told: list[str] = []
    lane.run(work, pytest.fail, told.append)
    qtbot.waitUntil(lambda: told == ["This draft has no paragraph OP99."])


@pytest.mark.parametrize("with_handler", [True, False])
def test_other_errors_reach_the_excepthook(lane: Lane, qtbot: QtBot, with_handler: bool) -> None:
    handler = pytest.fail if with_handler else None
    with qtbot.captureExceptions() as raised:
        lane.run(lambda: 1 / 0, pytest.fail, handler)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_cancelled_work_is_told_and_not_delivered(lane: Lane, qtbot: QtBot) -> None:
    asked: list[bool] = []
    begun, gate = threading.Event(), threading.Event()

    def work() -> None:
        asked.append(tasks.cancelled())
        begun.set()
        gate.wait(30)
        asked.append(tasks.cancelled())

    lane.run(work, pytest.fail)
    assert begun.wait(30)
    lane.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not tasks._crew()._runners)
    assert asked == [False, True]
    assert not tasks.cancelled()


def test_busy_from_first_start_to_last_delivery(lane: Lane, qtbot: QtBot) -> None:
    changes: list[bool] = []
    lane.busy_changed.connect(changes.append)
    lane.run(lambda: 1, lambda _: None)
    lane.run(lambda: 2, lambda _: None)
    assert lane.busy
    qtbot.waitUntil(lambda: not lane.busy)
    lane.cancel()
    assert changes == [True, False]


def test_owner_gone_before_the_result(qtbot: QtBot, qapp: QApplication) -> None:
    lane = Lane()
    gate = threading.Event()
    lane.run(lambda: gate.wait(30), pytest.fail)
    shiboken6.delete(lane)
    gate.set()
    qtbot.waitUntil(lambda: not tasks._crew()._runners)


def test_a_result_may_start_the_next_work(lane: Lane, qtbot: QtBot) -> None:
    seen: list[int] = []
    lane.run(lambda: 1, lambda one: lane.run(lambda: one + 1, seen.append))
    qtbot.waitUntil(lambda: seen == [2])


def test_draining_waits_for_all(lane: Lane) -> None:
    finished = []
    gate = threading.Event()
    begun = threading.Event()
    lane.run(lambda: (begun.set(), gate.wait(30), finished.append(1)), pytest.fail)
    assert begun.wait(30)
    threading.Timer(0.01, gate.set).start()
    tasks.drain()
    assert finished == [1]


def test_work_at_once_waits_for_no_other(qtbot: QtBot, qapp: QApplication) -> None:
    """Autosave does not stand behind the reading of long files."""
    owner, done, may_end = QObject(), [], threading.Event()
    slow = [Lane(owner) for _ in range(QThread.idealThreadCount() + 1)]
    for one in slow:
        one.run(lambda: may_end.wait(10), lambda _: None)
    hasty = Lane(owner, at_once=True)
    try:
        for _ in range(3):
            hasty.run(lambda: "saved", done.append)
            qtbot.waitUntil(lambda: not hasty.busy)
        assert done == ["saved"] * 3
    finally:
        may_end.set()
    qtbot.waitUntil(lambda: not any(one.busy for one in slow))


def test_the_window_has_its_turn_soon() -> None:
    before, usual = sys.getswitchinterval(), 0.005  # as Python has it
    sys.setswitchinterval(usual)
    try:
        tasks.take_turns()
        assert sys.getswitchinterval() < usual / 10
    finally:
        sys.setswitchinterval(before)
