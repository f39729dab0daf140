# SPDX-License-Identifier: GPL-3.0-or-later
"""The only way from the code to the data files in `resources/`."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any


def version_of(package: str) -> str:
    """The version of an installed package, "run from its source" when nothing tells."""
    from importlib.metadata import PackageNotFoundError, version  # slow to load, seldom asked

    try:
        return version(package)
    except PackageNotFoundError:
        return "run from its source"


@cache
def load(name: str) -> Any:
    """The content of `resources/<name>.json`, read once; callers share it and must not change it.

    Raises FileNotFoundError when the program carries no such file.
    """
    return json.loads((files("resources") / f"{name}.json").read_text(encoding="utf-8"))


def language_name(code: str) -> str:
    """The English name of a language given by its ISO 639-1 code; the code when it is not known."""
    return str(load("language_names").get(code, code))


def sample_files() -> tuple[Path, ...]:
    """The files of the sample series that comes with the program."""
    folder = Path(str(files("resources") / "samples"))
    return tuple(sorted(folder.glob("*.txt")))
