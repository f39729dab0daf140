# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the page by copying, and what comes in by pasting: the words of the draft and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from drafting.reading.openings import opens_paragraph
from drafting.resolution import Part
from ui.editor.lines import HEAD, Line, Sort

OWN = "application/x-penholder-paragraphs"
"""Paragraphs copied from a page of Penholder: a JSON list of their texts."""

# Characters that would split or hide text on the page, and what they become.
_UNWANTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffc\ufeff\u200b\u202a-\u202e\u2066-\u2069]")
_LABEL = re.compile(r"\s*(\d{1,3}\.|\([a-z]{1,4}\))\s+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


Place = tuple[int, int]
"""A line and an index in it."""


def fill(data: QMimeData, lines: Sequence[Line], begin: Place, until: Place) -> None:
    """Give `data` the draft's words between two places of the page and nothing else.

    Proposed words, marks and footnotes are left out; within one footnote it is the footnote's words.
    """
    (first, start), (last, end) = begin, until
    texts = []
    for number in range(first, last + 1):
        line = lines[number]
        if line.sort is Sort.NOTE and first != last:
            continue
        stop = end if number == last else len(line.shown)
        texts.append(line.between(start if number == first else 0, stop))
    data.clear()
    data.setText("\n".join(texts))
    if not any(line.sort in HEAD for line in lines[first : last + 1]):
        data.setData(OWN, json.dumps(texts).encode("utf-8"))


def pasted(data: QMimeData) -> list[str]:
    """The paragraphs to be put in: own ones as they were copied, other text split at its line ends."""
    if data.hasFormat(OWN):
        return [cleaned(str(text)) for text in json.loads(bytes(data.data(OWN).data()).decode("utf-8"))]
    texts = [cleaned(text) for text in _BREAK.split(data.text())]
    if len(texts) == 1:
        return texts
    return [stripped for text in texts if (stripped := text.strip())]


def without_labels(texts: Sequence[str], *, at_start: bool) -> tuple[list[str], list[str]]:
    """The texts without the printed labels ("1.", "(a)") that stand before opening words, and those labels.

    Labels follow from the order of the paragraphs and are never typed. The first text is looked at only when
    it comes to stand `at_start` of a paragraph.
    """
    kept, labels = [], []
    for number, text in enumerate(texts):
        match = _LABEL.match(text) if number or at_start else None
        rest = text[match.end() :] if match else ""
        if match and any(opens_paragraph(rest, part) for part in Part):
            labels.append(match[1])
            kept.append(rest)
        else:
            kept.append(text)
    return kept, labels


def left_out(labels: Sequence[str]) -> str:
    """A sentence on labels that were not put in."""
    named = ", ".join(f"“{label}”" for label in labels[:3]) + (" …" if len(labels) > 3 else "")
    why = "labels follow from the order of the paragraphs."
    if len(labels) == 1:
        return f"The printed label {named} was left out: {why}"
    return f"{len(labels)} printed labels ({named}) were left out: {why}"


def cleaned(text: str) -> str:
    """Text without characters that have no place in a resolution; a tab becomes a space."""
    return _UNWANTED.sub("", _BREAK.sub(" ", text).replace("\t", " "))
