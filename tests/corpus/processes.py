# SPDX-License-Identifier: GPL-3.0-or-later
"""`penholder report` on one file as a whole process: how long it takes and how much memory at its peak."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.corpus.files import CORPUS, NO_RESOLUTION, ROOT
from tests.taken import MemoryWatch

_AIMS = {".xml": 1.0, ".docx": 1.0, ".pdf": 10.0}  # seconds
_LONGEST = "A_RES_80_109"  # sustainable fisheries: there is no longer resolution


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to exit: seconds, their aim, those of the processor, MiB at the peak."""

    name: str
    seconds: float
    aim: float
    worked: float
    memory: float
    reported: bool

    @property
    def met(self) -> bool:
        """Whether the report was written within the time."""
        return self.reported and self.seconds <= self.aim


def runs() -> Iterator[Run]:
    """The longest resolution as XML and as PDF, and every Word file of the corpus."""
    files = [*sorted(CORPUS.rglob(f"{_LONGEST}.*")), *sorted(CORPUS.rglob("*.docx"))]
    for path in {path.name: path for path in files}.values():
        if path.name not in NO_RESOLUTION:
            yield min((_run(path) for _ in range(3)), key=lambda run: run.seconds)  # the first warms the disk


def _run(path: Path) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "main.py", "report", str(path), "-o", str(report)]
        before = _worked()
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        watch = MemoryWatch(process.pid)
        process.wait()
        seconds = time.perf_counter() - start
        run = Run(path.name, seconds, _AIMS[path.suffix], _worked() - before, watch.end(), False)
        return replace(run, reported=_holds_paragraphs(report))


def _worked() -> float:
    """The seconds the processor has worked for processes that this one started; 0 on Windows."""
    times = os.times()
    return times.children_user + times.children_system


def _holds_paragraphs(report: Path) -> bool:
    if not report.is_file():
        return False
    resolutions = json.loads(report.read_text(encoding="utf-8"))["resolutions"]
    return any(resolution["paragraphs"] for resolution in resolutions)
