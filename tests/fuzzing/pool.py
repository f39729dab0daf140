# SPDX-License-Identifier: GPL-3.0-or-later
"""Several reading processes at once, each ended by a watchdog when it does not answer."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Protocol

from tests.fuzzing.reader import Outcome, serve

LONGEST = 5.0  # seconds that a file may take
LARGEST = 500.0  # MiB that a process may have at its peak
_GIVEN_UP = 20.0  # seconds after which it is taken to hang


class Job(Protocol):
    """A file to be read."""

    @property
    def name(self) -> str:
        """What makes it again."""
        raise NotImplementedError

    @property
    def suffix(self) -> str:
        """Its kind."""
        raise NotImplementedError

    def content(self) -> bytes:
        """Its bytes."""
        raise NotImplementedError


@dataclass(slots=True)
class _Worker:
    folder: Path
    pipe: Connection = field(init=False)
    process: BaseProcess = field(init=False)
    job: Job | None = None
    begun: float = 0.0

    def start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=serve, args=(other,))  # no daemon: it has children too
        self.process.start()
        other.close()

    def give(self, job: Job) -> None:
        path = self.folder / f"file{job.suffix}"
        path.write_bytes(job.content())
        self.job, self.begun = job, time.monotonic()
        self.pipe.send(str(path))

    def answer(self) -> Outcome | None:
        """What came of its file; None while it is still at work."""
        if self.pipe.poll():
            try:
                outcome: Outcome = self.pipe.recv()
            except EOFError:
                return self._ended()
            return outcome
        if not self.process.is_alive():
            return self._ended()
        taken = time.monotonic() - self.begun
        if taken < _GIVEN_UP:
            return None
        self._renew()
        return Outcome("no answer", taken, taken, 0.0, ("it hangs",))

    def _ended(self) -> Outcome:
        taken = time.monotonic() - self.begun
        self.process.join()
        status = self.process.exitcode
        self._renew()
        return Outcome("crash", taken, 0.0, 0.0, (f"the process ended with {status}",))

    def _renew(self) -> None:
        self.stop()
        self.start()

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def outcomes(jobs: Iterable[Job], workers: int) -> Iterator[tuple[Job, Outcome]]:
    """What came of each file, as it comes; faults are those of the reading and of its limits."""
    waiting = iter(jobs)
    with tempfile.TemporaryDirectory(prefix="penholder-fuzz-") as folder:
        crew = []
        for number in range(workers):
            place = Path(folder) / str(number)
            place.mkdir()
            crew.append(_Worker(place))
            crew[-1].start()
        try:
            yield from _served(crew, waiting)
        finally:
            for worker in crew:
                worker.stop()


def _served(crew: list[_Worker], waiting: Iterator[Job]) -> Iterator[tuple[Job, Outcome]]:
    for worker in crew:
        _next(worker, waiting)
    while busy := [worker for worker in crew if worker.job]:
        wait([worker.pipe for worker in busy], timeout=0.5)
        for worker in busy:
            job, outcome = worker.job, worker.answer()
            if job and outcome:
                yield job, _judged(outcome)
                _next(worker, waiting)


def _next(worker: _Worker, waiting: Iterator[Job]) -> None:
    worker.job = None
    job = next(waiting, None)
    if job is not None:
        worker.give(job)


def _judged(outcome: Outcome) -> Outcome:
    faults = list(outcome.faults)
    if min(outcome.seconds, outcome.worked) > LONGEST:  # the clock alone counts what others do, too
        faults.append(f"took {outcome.seconds:.1f} s")
    if outcome.memory > LARGEST:
        faults.append(f"took {outcome.memory:.0f} MiB")
    return replace(outcome, faults=tuple(faults))
