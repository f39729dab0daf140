# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows between the rooms, seen from outside: import-linter reads imports, this runs and parses them."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = (ROOT / "main.py", *(ROOT / "drafting").rglob("*.py"), *(ROOT / "ui").rglob("*.py"))

IMPORT_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    sys.modules[name] = None  # importing it now raises ImportError
import drafting
names = [module.name for module in pkgutil.walk_packages(drafting.__path__, "drafting.")]
for name in names:
    importlib.import_module(name)
print(*names)
"""


def _imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_drafting_imports_without_qt() -> None:
    done = _run(IMPORT_ALL, "PySide6", "shiboken6", "ui", "main", "difflib")
    assert done.returncode == 0, done.stderr
    assert {"drafting.resolution", "drafting.errors", "drafting.comparing.records"} <= set(
        done.stdout.split()
    )


def test_the_blocked_import_is_noticed() -> None:
    done = _run(IMPORT_ALL, "drafting.resolution")
    assert done.returncode != 0
    assert "drafting.resolution" in done.stderr


def test_every_room_is_looked_at() -> None:
    rooms = {path.relative_to(ROOT).parts[0] for path in SOURCES}
    assert rooms == {"main.py", "drafting", "ui"}
    assert len(SOURCES) > 10


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_differences_are_not_difflibs(path: Path) -> None:
    assert "difflib" not in _imported(path)


@pytest.mark.parametrize(
    "line", ["import difflib", "import os, difflib as d", "from difflib import SequenceMatcher"]
)
def test_difflib_would_be_seen(line: str, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(f"def f():\n    {line}\n", encoding="utf-8")
    assert "difflib" in _imported(path)


def test_command_line_never_loads_qt() -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None; import main; sys.exit(main.main(['report', '--help']))"
    )
    done = _run(program)
    assert done.returncode == 0, done.stderr
    assert "report" in done.stdout
