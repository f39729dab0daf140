# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of Open XML: openxml-audit, and the Open XML SDK where Node can run it."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from office.tools import Tools
from openxml_audit import OpenXmlValidator

Rule = Callable[[Path], "Counter[str] | None"]
"""Gives what a validator finds in a file, by its sentence; None when it could not look."""


# "0" is no list but says that a paragraph is in none (ECMA-376 part 1, 17.9.18); the Open XML SDK knows it.
_NO_LIST = "Numbering definition '0' referenced but not found"


def audit(path: Path) -> Counter[str]:
    """What openxml-audit finds, but for what it takes for a list that is missing."""
    found = (error.description for error in OpenXmlValidator().validate(str(path)).errors)
    return Counter(one for one in found if one != _NO_LIST)


def sdk(tools: Tools) -> Rule:
    """What the Open XML SDK finds."""

    @cache
    def look(path: Path) -> Counter[str] | None:
        told = subprocess.run(
            ["node", tools.validator, str(path)],  # noqa: S607 - found on the path of whoever measures
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if told.returncode > 1:
            return None
        return Counter(error["description"] for error in json.loads(told.stdout)["errors"])

    return look


def new_faults(rule: Rule, path: Path, before: Path | None) -> list[str] | None:
    """What a validator finds in a file and did not find in the one it was written into."""
    found = rule(path)
    if found is None:
        return None
    known = (rule(before) if before else None) or Counter()
    return sorted((found - known).elements())
