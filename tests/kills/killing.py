# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a drafter at work, and looks what is left: whether every file opens, and how much is missing."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from drafting.errors import FileError
from drafting.project import backup_of, open_project
from tests.kills.child import SAVED
from tests.kills.signs import sign_of

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds in which a drafter must have begun."""


class Line(NamedTuple):
    """What a drafter did: when, the sign of the draft after it, and what."""

    at: float
    sign: str
    what: str


@dataclass(frozen=True, slots=True)
class Killed:
    """What a killed drafter had done, and what was found afterwards.

    `missing` is the age in seconds of the oldest act that is in no file, 0 when none is missing.
    """

    acts: int
    saved: bool
    recovered: bool
    missing: float
    half_written: int
    trouble: tuple[str, ...]


class Drafting:
    """A drafter in a process of its own, whose lines are read as they come."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        command = [sys.executable, "-m", "tests.kills.child", str(folder), str(seed)]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE)
        self.lines: list[Line] = []
        self._rest = b""
        assert self._process.stdout is not None
        self._out = self._process.stdout
        os.set_blocking(self._out.fileno(), False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._out, selectors.EVENT_READ)

    def read(self, patience: float) -> bool:
        """Read what there is, or wait for it; False when nothing came in time."""
        if not self._selector.select(patience):
            return False
        data = self._out.read()
        if not data:
            raise RuntimeError(f"the drafter ended by itself: {self._process.wait()}")
        *whole, self._rest = (self._rest + data).split(b"\n")
        self.lines += [Line(*json.loads(line)) for line in whole]
        return True

    def begin(self) -> None:
        """Wait until the drafter has begun."""
        while not self.lines:
            if not self.read(PATIENCE):
                raise RuntimeError("the drafter never began")

    def wait_for(self, acts: int) -> None:
        """Wait until so many acts were done."""
        while len(self.lines) <= acts:
            if not self.read(PATIENCE):
                raise RuntimeError("the drafter stopped")

    def work(self, seconds: float) -> None:
        """Let the drafter work for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.read(left)

    def wait_for_writing(self, seconds: float) -> None:
        """Wait until a file is being written; at most so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not half_written(self.folder):
            self.read(0)

    def kill(self) -> float:
        """End it in the middle of whatever it does; the moment."""
        self._process.kill()
        moment = time.monotonic()
        self._process.wait()
        while data := self._out.read():  # what it had said before
            *whole, self._rest = (self._rest + data).split(b"\n")
            self.lines += [Line(*json.loads(line)) for line in whole]
        self._out.close()
        return moment


def half_written(folder: Path) -> list[Path]:
    """The files under way, or left by one that was killed while writing."""
    return [*folder.glob(".penholder-*.part"), *(folder / "recovery").glob(".penholder-*.part")]


def killed(folder: Path, seed: int, until: Callable[[Drafting], None]) -> Killed:
    """Let a drafter work in a folder until `until` returns, kill it, and look."""
    drafting = Drafting(folder, seed)
    try:
        drafting.begin()
        until(drafting)
    finally:
        moment = drafting.kill()
    return looked_at(folder, drafting.lines, moment)


def looked_at(folder: Path, lines: list[Line], moment: float) -> Killed:
    """What is left in the folder of a drafter killed at a moment."""
    from ui.recovery.finding import find  # as the recovery screen finds it

    trouble: list[str] = []
    half = len(half_written(folder))
    signs = [_sign(path, trouble) for path in (folder / SAVED, backup_of(folder / SAVED)) if path.exists()]
    left = find(folder / "recovery")
    trouble += [f"a copy cannot be read: {error}" for error in left.unreadable]
    if len(left.found) > 1:
        trouble.append(f"{len(left.found)} copies of one draft")
    offered = [sign_of(one.copy.draft) for one in left.found] + signs[:1] or [lines[0].sign]
    for one in left.found:
        one.held.lock.unlock()
    ages = [_missing(lines, sign, moment) for sign in offered]
    if None in ages:
        trouble.append("a draft was found that never was")
    missing = min((age for age in ages if age is not None), default=moment - lines[0].at)
    return Killed(len(lines), bool(signs), bool(left.found), missing, half, tuple(trouble))


def _sign(path: Path, trouble: list[str]) -> str:
    try:
        return sign_of(open_project(path))
    except FileError as error:
        trouble.append(f"a saved draft does not open: {error}")
        return ""


def _missing(lines: list[Line], sign: str, moment: float) -> float | None:
    """How long before the end the first act was done that a draft lacks; None for a draft that never was."""
    places = [place for place, line in enumerate(lines) if line.sign == sign]
    if not places:
        return None
    lacking = lines[places[-1] + 1 :]
    return max(moment - lacking[0].at, 0.0) if lacking else 0.0
