# SPDX-License-Identifier: GPL-3.0-or-later
"""Ours beside whatever else compares texts, in one run: time, memory, words and paragraphs marked.

Each tool works in a process of its own. One that is not installed, or takes too long, is named with a word.
The time of `ours` is that of the alignment with all its words; the line below it is the alignment alone, in
which words are worked out when they are asked for. Both are shown because other tools know only the first.
`marked/changed` are paragraphs of the new version; those marked falsely stand word for word in the old one,
moved or not, those missed do not.
"""

from __future__ import annotations

import json
import pickle
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drafting.reading import read
from drafting.resolution import Resolution
from tests.benchmarks.commands import SAMPLES
from tests.benchmarks.peers import TOOLS
from tests.benchmarks.processes import ROOT, run, scratch
from tests.truth.profiles import PROFILES
from tests.truth.stock import stock
from tests.truth.versions import made

Versions = tuple[Resolution, Resolution]

SIZES = (400, 800, 2000)
_SERIES = ROOT.parent / "shared" / "corpus" / "series" / "ga-sustainable-fisheries"
_FISHERIES = ("A_RES_79_145.xml", "A_RES_80_109.xml")
_HEAD = (
    f"  {'':<32}{'× ours':>8}{'ms':>10}{'MiB':>7}{'words -/+':>16}"
    f"{'marked/changed':>16}{'falsely':>9}{'missed':>8}{'moves':>7}  rebuilt"
)


def show_comparing() -> None:
    """Print a table for each pair of versions."""
    for name, versions, moves in pairs():
        told = "" if moves is None else f", {moves} paragraphs moved"
        print(f"\nComparing {name}{told}")
        print(_HEAD)
        path = Path(scratch().name, "pair")
        path.write_bytes(pickle.dumps(versions))
        own = 0.0
        for tool in TOOLS:
            found = _measured(tool, path)
            own = own or float(found.get("ms", 0.0))
            print(_line(tool, found, own))


def pairs() -> Iterator[tuple[str, Versions, int | None]]:
    """The pairs of versions, with the number of true moves where it is known."""
    samples = {path.stem: read(path) for path in SAMPLES}
    for old, new in (("53-11", "56-2"), ("47-9", "56-2")):
        yield f"{samples[old].number} and {samples[new].number}", (samples[old], samples[new]), 0
    files = [_SERIES / name for name in _FISHERIES]
    if all(file.exists() for file in files):
        yield "fisheries 2024 and 2025", (read(files[0]), read(files[1])), None
    for size in SIZES:
        pair = made(stock(size), 1, PROFILES["usual"])
        yield f"made versions of {size} paragraphs", (pair.old, pair.new), len(pair.displaced)
    pair = made(stock(SIZES[-1]), 1, PROFILES["touched"])
    yield f"every paragraph touched, {SIZES[-1]}", (pair.old, pair.new), len(pair.displaced)


def _measured(tool: str, path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(run("-m", "tests.benchmarks.measuring", tool, str(path)))
    except subprocess.TimeoutExpired:
        return {"missing": "took too long"}
    return found


def _line(tool: str, found: dict[str, Any], own: float) -> str:
    if "missing" in found:
        return f"  {tool:<32}{found['missing']}"
    times = f"{found['ms'] / own:>8.2f}{found['ms']:>10.1f}{found['mib']:>7.0f}"
    words = f"{found['deleted']}/{found['inserted']}"
    marked = f"{found['marked']}/{found['changed']}"
    rest = (
        f"{found['falsely']:>9}{found['missed']:>8}{found['moves']:>7}  {'yes' if found['exact'] else 'NO'}"
    )
    return f"  {tool:<32}{times}{words:>16}{marked:>16}{rest}"


if __name__ == "__main__":
    show_comparing()
