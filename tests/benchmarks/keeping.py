# SPDX-License-Identifier: GPL-3.0-or-later
"""What never losing work costs: autosave in a draft of 800 paragraphs, and opening a long saved draft.

The long draft is of the fisheries resolution of the General Assembly, where the reference texts are there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.processes import ROOT, run, scratch

FISHERIES = ROOT.parent / "shared" / "corpus" / "series" / "ga-sustainable-fisheries"
OPENINGS = 9
_PROCESS = "tests.benchmarks.kept"


def figures() -> Iterator[Figure]:
    """The GUI thread while copies are written, and a saved draft until it is on screen."""
    found = json.loads(run("-m", _PROCESS, "autosave"))
    still = Figure("the same without a copy, after a letter typed", found["still"])
    yield Figure("autosave, 800 paragraphs: GUI thread at work", found["worked"], 5)
    yield Figure("autosave, 800 paragraphs: GUI thread, waiting included", found["handed"], 5, 5)
    yield Figure("longest turn of the event loop while a copy is written", found["stood"], against=[still])
    versions = sorted(FISHERIES.glob("A_RES_*.xml"))
    if versions:
        path = Path(scratch().name) / "fisheries.penholder"
        paragraphs = run("-m", _PROCESS, "save", str(path), *map(str, versions)).strip()
        times = [float(run("-m", _PROCESS, "open", str(path))) for _ in range(OPENINGS)]
        name = f"saved fisheries draft ({paragraphs} paragraphs) → shown"
        yield Figure(name, times, 1500, note=f"{len(versions)} versions in the file")
