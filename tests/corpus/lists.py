# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraph lists of the corpus, which others made, as records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution

_FORMULA = re.compile(r"The (\w+ ){1,3}(Council|Assembly),")


def of_list(path: Path) -> Resolution:
    """A paragraph list as records: texts and labels; it has no footnotes and names one word of an opening."""
    return Resolution(Masthead(number=path.stem), tuple(_listed(path)), source=path.name)


def _listed(path: Path) -> Iterator[Paragraph]:
    counts = dict.fromkeys(("PP", "OP", "H"), 0)
    part, parent, taken = Part.PREAMBLE, "", set[str]()
    for entry in json.loads(path.read_text(encoding="utf-8")):
        text = entry["text"].strip()
        kind = _kind(entry)
        if kind is None or (kind is Kind.PREAMBULAR and _FORMULA.fullmatch(text)):
            continue
        label = (entry["prefix"] or "").strip().rstrip(".")
        part = Part.OPERATIVE if kind in {Kind.OPERATIVE, Kind.SUBPARAGRAPH} else part
        if kind is Kind.SUBPARAGRAPH:
            name = f"{parent}{label}"
        else:
            letters = {Kind.PREAMBULAR: "PP", Kind.OPERATIVE: "OP", Kind.HEADING: "H"}[kind]
            counts[letters] += 1
            name = f"{letters}{counts[letters]}"
            parent = name
        while name in taken:  # points of the second level are told as such of the first
            name += "'"
        taken.add(name)
        yield Paragraph(name, kind, part, text, label)


def _kind(entry: dict[str, Any]) -> Kind | None:
    if entry["type"] == "heading":
        return Kind.HEADING
    if entry["type"] != "paragraph":
        return None
    if entry["paragraph_type"] == "preambular":
        return Kind.PREAMBULAR
    return Kind.SUBPARAGRAPH if entry["paragraph_level"] == 2 else Kind.OPERATIVE
