# SPDX-License-Identifier: GPL-3.0-or-later
"""Gold files of the reference material as records, for tests that should not depend on the reader."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution

NAMES = ("47-9", "50-4", "53-11", "56-2")


def load_gold(folder: Path, name: str) -> Resolution:
    """One hand-read resolution ("56-2") as the reader should give it, without its vote."""
    data: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    paragraphs = [_paragraph(entry, Kind.PREAMBULAR, Part.PREAMBLE) for entry in data["preamble"]]
    paragraphs += [_paragraph(entry, Kind.OPERATIVE, Part.OPERATIVE) for entry in data["operative"]]
    fields = (
        "body",
        "symbol",
        "number",
        "title",
        "session",
        "session_dates",
        "agenda_item",
        "agenda_title",
        "meeting",
    )
    masthead = Masthead(
        **{field: data[field] for field in fields}, adopted=date.fromisoformat(data["adopted"])
    )
    return Resolution(masthead, tuple(paragraphs), source=f"{name}.txt")


def _paragraph(entry: dict[str, Any], kind: Kind, part: Part) -> Paragraph:
    notes = tuple(Footnote(note["n"], note["offset"], note["text"]) for note in entry["footnotes"])
    label = str(entry.get("number", ""))
    return Paragraph(entry["id"], kind, part, entry["text"], label, entry["opening"], footnotes=notes)
