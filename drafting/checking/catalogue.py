# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of rules for readers, `docs/checks.md`: written from `resources/checks.json`, never by hand."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from drafting.data import load

_CONFIDENCE = {"H": "official source or every sample", "M": "one source, or in part", "L": "experience only"}


def catalogue() -> str:
    """The page as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    data = load("checks")
    yield "# What Penholder checks"
    yield ""
    yield from data["preface"]
    for group in data["groups"]:
        yield ""
        yield f"## {group['title']}"
        for rule in group["rules"]:
            yield ""
            yield from _rule(rule)


def _rule(rule: Mapping[str, Any]) -> Iterator[str]:
    yield f"### {rule['title']}"
    yield ""
    yield rule["says"]
    yield ""
    told = [f"`{rule['id']}`", f"**{rule['severity']}**"]
    if not rule.get("on", True):
        told.append("off unless switched on")
    if rule.get("generated"):
        told.append("kept up to date by proposals of style")
    if rule.get("blocking"):
        told.append("stands against *ready to submit*")
    if rule.get("drafting"):
        told.append("only in texts that are being written")
    if not rule.get("english", True):
        told.append("in every language")
    yield " · ".join(told)
    yield ""
    yield f"Source: {rule['source']} Confidence {rule['confidence']} ({_CONFIDENCE[rule['confidence']]})."


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(catalogue(), encoding="utf-8", newline="\n")
