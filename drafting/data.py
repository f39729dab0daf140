# SPDX-License-Identifier: GPL-3.0-or-later
"""The only way from the code to the data files in `resources/`."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """The content of `resources/<name>.json`, read once; callers share it and must not change it.

    Raises FileNotFoundError when the program carries no such file.
    """
    return json.loads((files("resources") / f"{name}.json").read_text(encoding="utf-8"))
