# SPDX-License-Identifier: GPL-3.0-or-later
"""The series of the corpus as records."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from drafting.reading import read
from drafting.resolution import Masthead, Resolution
from tests.corpus.lists import of_list


def load_corpus(path: Path) -> Resolution:
    """One paragraph list or XML file of the corpus; it is named after its file."""
    resolution = of_list(path) if path.suffix == ".json" else read(path)
    return replace(resolution, masthead=Masthead(number=path.stem))


def series(folder: Path) -> list[Resolution]:
    """All versions of a series, oldest first, one file a version."""
    files = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix in {".json", ".xml"}}
    return [load_corpus(files[stem]) for stem in sorted(files, key=_age)]


def _age(stem: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", stem))
