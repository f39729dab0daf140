# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting this Python on the project as a user has it: byte code kept, fresh settings; no screen needed."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 120
"""Seconds that one process may take."""


def collect_as_the_program_does() -> None:
    """Look for cycles as seldom as `main` does, whichever tool is measured."""
    gc.set_threshold(200_000, 20, 20)


@cache
def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder for whatever the measured processes write; it goes when measuring ends."""
    return tempfile.TemporaryDirectory(prefix="penholder-bench-")


@cache
def _environment() -> dict[str, str]:
    # Whoever develops may have told Python to keep no byte code; a drafter has not.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    folder = Path(scratch().name)
    own = {"PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "XDG_CONFIG_HOME": str(folder / "settings")}
    return {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"} | kept | own


def run(*arguments: str) -> str:
    """What a process of this Python prints; RuntimeError when it fails (1 means done, with remarks).

    One that waits for an answer nobody gives ends in subprocess.TimeoutExpired.
    """
    # Each finds the machine as if no other had been there: one that ends at work leaves a copy for recovery.
    data = tempfile.mkdtemp(prefix="data-", dir=scratch().name)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=_environment() | {"XDG_DATA_HOME": data},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LONGEST,
    )
    if done.returncode not in {0, 1} or "Traceback" in done.stderr:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout
