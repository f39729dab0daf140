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
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.files import CORPUS, NO_RESOLUTION, ROOT

_AIMS = {".xml": 1.0, ".docx": 1.0, ".pdf": 10.0}  # seconds
_LONGEST = "A_RES_80_109"  # sustainable fisheries: there is no longer resolution


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to exit: seconds, their aim, MiB at the peak (0 where no system tells it)."""

    name: str
    seconds: float
    aim: float
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
            yield min((_run(path) for _ in range(2)), key=lambda run: run.seconds)  # the first warms the disk


def _run(path: Path) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "main.py", "report", str(path), "-o", str(report)]
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        memory = _ended(process)
        seconds = time.perf_counter() - start
        return Run(path.name, seconds, _AIMS[path.suffix], memory, _holds_paragraphs(report))


def _ended(process: subprocess.Popen[bytes]) -> float:
    """The MiB that a process had at its peak, once it has ended."""
    if sys.platform == "win32":
        process.wait()
        return 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 2**20  # bytes there, KiB elsewhere


def _holds_paragraphs(report: Path) -> bool:
    if not report.is_file():
        return False
    resolutions = json.loads(report.read_text(encoding="utf-8"))["resolutions"]
    return any(resolution["paragraphs"] for resolution in resolutions)
