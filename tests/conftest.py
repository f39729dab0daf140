# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixtures shared by all tests: the sample series, and the reference material beside the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A machine under load is slow, not wrong: what is timed is timed in tests/benchmarks. The same tree gives
# the same result everywhere; PENHOLDER_EXPLORE=1 tries other examples each time, and more of them.
_explore = bool(os.environ.get("PENHOLDER_EXPLORE"))
settings.register_profile(
    "penholder", deadline=None, derandomize=not _explore, max_examples=500 if _explore else 100
)
settings.load_profile("penholder")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources" / "samples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material (gold, corpus); tests that need it skip where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material is not beside the project")
    return folder


@pytest.fixture(scope="session")
def sample_files() -> tuple[Path, ...]:
    """The four sample resolutions, oldest first."""
    return tuple(SAMPLES / f"{name}.txt" for name in ("47-9", "50-4", "53-11", "56-2"))
