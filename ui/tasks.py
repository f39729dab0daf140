# SPDX-License-Identifier: GPL-3.0-or-later
"""Work off the GUI thread, with its result on the GUI thread.

A `Lane` carries one kind of work: what is started later supersedes what was started before, whose late result
is dropped. While a dialog asks the drafter something, results wait. A `PenholderError` goes to the lane's own
handler with its message, any other error to `sys.excepthook`.
"""

from __future__ import annotations

import atexit
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from drafting.errors import PenholderError

T = TypeVar("T")

_PATIENCE = 100  # milliseconds between two looks whether a dialog has been answered
_TURN = 0.0002  # seconds for which work may keep the window from its turn
_local = threading.local()


def take_turns() -> None:
    """Give the window its turn soon while work runs beside it; said once, when the program starts.

    Every call into Qt gives up the interpreter and waits for it again. At Python's usual 5 ms a time, a
    window that comes up beside work stood still for 300 ms; now for 40, and the work takes as long as before.
    """
    sys.setswitchinterval(_TURN)


def cancelled() -> bool:
    """Whether the work that asks was superseded or cancelled; long work asks in its loop. False elsewhere."""
    job = getattr(_local, "job", None)
    return job is not None and job.cancelled


def tell(done: int, total: int) -> None:
    """Say how far the work that calls is; its lane passes it on while the result is still awaited."""
    job = getattr(_local, "job", None)
    if job is not None and not job.cancelled:
        _crew().told.emit(job, done, total)


class Lane(QObject):
    """One kind of background work of one owner; only its latest job can deliver.

    `busy_changed` says when work begins and when the last of it has been delivered, failed or was cancelled.
    Work of a lane that is `at_once` waits for no other work to leave a thread free.
    """

    busy_changed = Signal(bool)
    progressed = Signal(int, int)
    """Steps done and all steps of the work under way."""

    def __init__(self, parent: QObject | None = None, *, at_once: bool = False) -> None:
        super().__init__(parent)
        self.at_once = at_once
        self._job: _Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a result is still awaited."""
        return self._job is not None

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[str], None] | None = None
    ) -> None:
        """Runs `work` on another thread, then `done(result)` or `failed(message)` on this one.

        Without `failed`, a PenholderError goes to `sys.excepthook` like every other error.
        """
        was_busy = self.busy
        self._drop()
        self._job = _Job(self, work, done, failed)
        _crew().start(self._job)
        if not was_busy:
            self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Nothing of what was started will be delivered any more."""
        if self.busy:
            self._drop()
            self.busy_changed.emit(False)

    def heed(self, job: _Job, done: int, total: int) -> None:
        """Pass on how far a job is, if it is the latest; called by the crew on the GUI thread."""
        if job is self._job:
            self.progressed.emit(done, total)

    def deliver(self, job: _Job) -> None:
        """Hands over what the latest job brought; called by the crew on the GUI thread."""
        self._job = None
        self.busy_changed.emit(False)
        if job.error is None:
            job.done(job.result)
        elif isinstance(job.error, PenholderError) and job.failed is not None:
            job.failed(str(job.error))
        else:
            raise job.error

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancelled = True
            self._job = None


@dataclass(slots=True, eq=False)
class _Job:
    """One piece of work on its way. Its identity is its generation: a lane knows only the latest."""

    lane: Lane
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[str], None] | None
    result: Any = None
    error: Exception | None = None
    cancelled: bool = False


class _Runner(QRunnable):
    def __init__(self, job: _Job, crew: _Crew) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the crew keeps it, as Python owns it
        self.job = job
        self._crew = crew

    def run(self) -> None:
        _local.job = self.job
        try:
            if not self.job.cancelled:
                self.job.result = self.job.work()
        except Exception as error:  # noqa: BLE001  # carried to the GUI thread: shown there, or raised again
            self.job.error = error
        finally:
            _local.job = None
            self._crew.landed.emit(self)


class _Crew(QObject):
    """The threads, and the way of results to the GUI thread; lives as long as the application."""

    landed = Signal(object)
    told = Signal(object, int, int)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__()
        self.pool, self.free = QThreadPool(), QThreadPool()  # the second for what must not wait
        self._runners: set[_Runner] = set()
        self.landed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        app.aboutToQuit.connect(drain)

    def start(self, job: _Job) -> None:
        runner = _Runner(job, self)
        self._runners.add(runner)
        (self.free if job.lane.at_once else self.pool).start(runner)

    def stop(self) -> None:
        """Nothing is begun any more, and what runs has ended when this returns."""
        for runner in self._runners:
            runner.job.cancelled = True
        self.pool.waitForDone()
        self.free.waitForDone()

    @Slot(object, int, int)
    def _pass_on(self, job: _Job, done: int, total: int) -> None:
        if not job.cancelled and shiboken6.isValid(job.lane):
            job.lane.heed(job, done, total)

    @Slot(object)
    def _deliver(self, runner: _Runner) -> None:
        if QApplication.activeModalWidget() is not None:
            # What a question is about does not change while it is asked.
            QTimer.singleShot(_PATIENCE, self, lambda: self._deliver(runner))
            return
        self._runners.discard(runner)
        if not runner.job.cancelled and shiboken6.isValid(runner.job.lane):
            runner.job.lane.deliver(runner.job)


@cache
def _crew() -> _Crew:
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("background work needs an application")
    return _Crew(app)


@atexit.register
def drain() -> None:
    """Cancels all work and returns when no thread works any more; the application does so when it quits."""
    if _crew.cache_info().currsize:
        _crew().stop()
