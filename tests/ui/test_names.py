# SPDX-License-Identifier: GPL-3.0-or-later
"""camelCase is Qt's: in `ui` it names what Qt calls, and nothing of our own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

UI = Path(__file__).resolve().parents[2] / "ui"
CAMEL = re.compile(r"[a-z]+[A-Z]")


def _camel_case_functions() -> dict[str, str]:
    found = {}
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            if isinstance(node, ast.FunctionDef) and CAMEL.match(node.name):
                found[node.name] = f"{path.relative_to(UI.parent).as_posix()}:{node.lineno}"
    return found


def _names_of_qt() -> set[str]:
    # Asked for by name: PySide6 makes its classes when they are first looked up.
    things = (getattr(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module))
    return {name for thing in things if isinstance(thing, type) for name in dir(thing)}


def test_camel_case_is_for_what_qt_calls() -> None:
    ours = {name: place for name, place in _camel_case_functions().items() if name not in _names_of_qt()}
    assert ours == {}


def test_overrides_are_found() -> None:
    assert _camel_case_functions(), "no Qt override found in ui: is the folder still there?"
