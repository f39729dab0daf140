# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole processes, from start to exit, as a script or a person in a terminal waits for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.figures import Figure, timed
from tests.benchmarks.processes import ROOT, run, scratch

SAMPLES = tuple(ROOT / "resources" / "samples" / f"{name}.txt" for name in ("47-9", "50-4", "53-11", "56-2"))
RUNS = 9


def figures() -> Iterator[Figure]:
    """`penholder report` and `penholder draft` on the four samples, beside the bare interpreter."""
    folder, files = Path(scratch().name), [str(path) for path in SAMPLES]
    python = Figure("an empty Python program", _process("-c", "pass"))
    report = _process("main.py", "report", *files, "-o", str(folder / "report.json"))
    yield Figure("penholder report, four samples, whole process", report, against=[python])
    draft = _process("main.py", "draft", *files, "-o", str(folder / "draft.docx"))
    yield Figure("penholder draft, four samples, whole process", draft, against=[python])


def _process(*arguments: str) -> list[float]:
    run(*arguments)  # byte code is compiled and files are in memory from here on
    return timed(partial(run, *arguments), RUNS)
