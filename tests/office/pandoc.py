# SPDX-License-Identifier: GPL-3.0-or-later
"""pandoc asked how a file reads with its changes accepted or rejected.

Its numbers are left aside: it knows no former place in a list (`w:pPrChange`).
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from office.tools import Tools

_FLAGS = {
    "accepted": "accept",
    "rejected": "reject",
    "as it is": "accept",
}  # "all" would tell comments as well
_SIGNS = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_BLOCKS = ("Para", "Plain", "Header")


def ask(tools: Tools, path: Path, view: str) -> list[str] | None:
    """The paragraphs of the file with their footnotes as "{text}"; None when pandoc fails."""
    command = [tools.pandoc, f"--track-changes={_FLAGS[view]}", "--from=docx", "--to=json", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if told.returncode:
        return None
    return [text for text in _paragraphs(json.loads(told.stdout)["blocks"]) if text]


def version(tools: Tools) -> str:
    """As the program tells it: "pandoc 2.17"."""
    told = subprocess.run([tools.pandoc, "--version"], capture_output=True, text=True, check=False).stdout
    name, number, *_ = [*told.split(), "", ""]
    return f"{name} {'.'.join(number.split('.')[:2])}"


def _paragraphs(content: Any) -> Iterator[str]:
    """The text of every paragraph in a piece of the document, in order."""
    if isinstance(content, list):
        for one in content:
            yield from _paragraphs(one)
    elif isinstance(content, dict):
        if content.get("t") in _BLOCKS:
            yield "".join(_words(content["c"])).strip()
        else:
            yield from _paragraphs(content.get("c"))


def _words(content: Any) -> Iterator[str]:
    """What stands in a paragraph, without its looks."""
    if isinstance(content, list):
        for one in content:
            yield from _words(one)
    elif isinstance(content, dict):
        name, inside = content.get("t", ""), content.get("c")
        if name == "Str":
            yield str(inside)
        elif name == "Note":
            yield "{" + " ".join(_paragraphs(inside)) + "}"
        elif name in _SIGNS:
            yield _SIGNS[name]
        else:
            yield from _words(inside)
