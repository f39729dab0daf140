# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole processes, from start to exit, as a script or a person in a terminal waits for them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure, timed

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = tuple(ROOT / "resources" / "samples" / f"{name}.txt" for name in ("47-9", "50-4", "53-11", "56-2"))
RUNS = 9


def figures() -> Iterator[Figure]:
    """`penholder report` on the four samples and `penholder draft`, beside the bare interpreter."""
    with tempfile.TemporaryDirectory() as folder:
        python = Figure("an empty Python program", _process("-c", "pass"))
        files = [str(path) for path in SAMPLES]
        report = _process("main.py", "report", *files, "-o", str(Path(folder, "report.json")))
        yield Figure("penholder report, four samples, whole process", report, against=[python])
        draft = _process("main.py", "draft", *files, "-o", str(Path(folder, "draft.docx")))
        yield Figure("penholder draft, four samples, whole process", draft, against=[python])


def _process(*arguments: str) -> list[float]:
    def run() -> None:
        done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=False)
        if done.returncode not in {0, 1}:  # 1: done, with remarks
            raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stderr.decode(errors='replace')}")

    run()  # byte code is compiled and files are in memory from here on
    return timed(run, RUNS)
