# SPDX-License-Identifier: GPL-3.0-or-later
"""The main journeys on a screen of X, through the platform that Linux drafters have."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAIN = (
    "test_drafting_journeys.py",
    "test_keeping_journeys.py::test_crash_and_recover",
    "test_keeping_journeys.py::test_next_year_from_a_finished_draft",
)


def _journeys() -> subprocess.CompletedProcess[str]:
    """The main journeys under Xvfb, in a process of their own."""
    here = Path(__file__).parent
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        *(str(here / one) for one in MAIN),
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", *command],  # noqa: S607 - found on the path
        cwd=ROOT,
        env=environment | {"QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="xvfb-run is not installed")
def test_the_main_journeys_on_a_screen() -> None:
    done = _journeys()
    if "could not load the Qt platform plugin" in done.stderr.casefold():
        pytest.skip("the libraries that Qt needs for X are not installed")
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert "skipped" not in done.stdout.splitlines()[-1]
