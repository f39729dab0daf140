# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the page by copying, and what comes in by pasting: the words of the draft and nothing else.

Three forms are given out: plain text, a page for word processors, and one of Penholder's own. That one holds
the words with their footnotes for any window of Penholder, and a token by which the page that gave it knows
whose words they are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QMimeData

from drafting.draft import DraftNote, DraftParagraph
from drafting.draft.clips import Clip, ClipPart, clip_from
from drafting.glyphs import on_one_line, without_signs
from drafting.reading.pasting import clipping_of
from drafting.resolution import Kind, Part, ReadWarning
from ui.editor.lines import Line, Sort

OWN = "application/x-penholder-paragraphs"
"""Words copied from a page of Penholder, as JSON."""

Place = tuple[int, int]
"""A line and an index in it."""


def words_between(lines: Sequence[Line], begin: Place, until: Place) -> str:
    """The draft's words between two places of the page, footnotes left out unless both lie in one."""
    (first, start), (last, end) = begin, until
    texts = []
    for number in range(first, last + 1):
        line = lines[number]
        if line.sort is Sort.NOTE and first != last:
            continue
        stop = end if number == last else len(line.shown)
        texts.append(line.between(start if number == first else 0, stop))
    return "\n".join(texts)


# --------------------------------------------------------------------------------- the form of our own


def packed(clip: Clip, token: str) -> bytes:
    """A clip for other windows: words, footnotes, and what each paragraph is."""
    parts = [
        {
            "text": part.paragraph.text,
            "notes": [[note.offset, note.text] for note in part.paragraph.notes],
            "kind": part.paragraph.kind,
            "part": part.paragraph.part,
            "level": part.paragraph.level,
            "title": part.paragraph.title,
            "whole": part.whole,
            "sign": part.sign,
        }
        for part in clip.parts
    ]
    told = {"token": token, "closed": clip.closed, "parts": parts}
    return json.dumps(told, ensure_ascii=False).encode("utf-8")


def unpacked(data: bytes) -> tuple[str, Clip] | None:
    """The token and the words that `packed` wrote; None for what it did not write."""
    try:
        told = json.loads(data.decode("utf-8"))
        parts = tuple(map(_part, told["parts"]))
        return str(told["token"]), Clip(parts, bool(told["closed"]))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _part(told: dict[str, Any]) -> ClipPart:
    text = _words(told["text"])
    notes = tuple(DraftNote("", min(max(int(at), 0), len(text)), _words(said)) for at, said in told["notes"])
    kind, part, level = Kind(told["kind"]), Part(told["part"]), max(int(told["level"]), 0)
    paragraph = DraftParagraph("", kind, part, text, level, notes, title=_words(told["title"]))
    return ClipPart(paragraph, bool(told["whole"]), bool(told["sign"]))


def _words(told: object) -> str:
    """Words as they can stand in a paragraph: any program may write to the clipboard what it likes."""
    return without_signs(on_one_line(str(told)))


# --------------------------------------------------------------------------------------- what comes in


def own(data: QMimeData) -> tuple[str, Clip] | None:
    """The token and the words of a page of Penholder, None where the clipboard has none."""
    return unpacked(bytes(data.data(OWN).data())) if data.hasFormat(OWN) else None


def read(html: str, text: str, *, plain: bool = False) -> tuple[Clip, tuple[ReadWarning, ...]]:
    """What another program offers, and what is to be told of it.

    `plain`: words alone, without footnotes and without the signs of lists.
    """
    clipping = clipping_of(html, text, plain=plain)
    return clip_from(clipping), clipping.remarks


def without_notes(clip: Clip) -> Clip:
    """The words alone."""
    parts = (replace(part, paragraph=replace(part.paragraph, notes=())) for part in clip.parts)
    return Clip(tuple(parts), clip.closed)


def as_one_line(clip: Clip) -> str:
    """The words of a clip for a place that takes one line, with the signs that stood before them."""
    texts = (
        f"{part.label} {part.paragraph.text}" if part.label else part.paragraph.text for part in clip.parts
    )
    return " ".join(texts)
