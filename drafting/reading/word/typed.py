# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes that were typed: a raised figure in the text, and its words in a paragraph of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafting.reading.blocks import Block
from drafting.reading.word.lines import FIGURES, LETTERS, Labels, Line

_RULE = re.compile(r"[_\u2014\u2013\u2500=-]{5,}")
_LABEL = re.compile(r"\s*(\d{1,3}|[*\u2020\u2021]{1,3})[\s./)]+(?=\S)")

_LETTERED = re.compile(rf"\s*([{LETTERS}]{{1,3}})\s*(?=\S)")


def typed_notes(lines: Sequence[Line]) -> dict[int, str]:
    """The paragraphs that are texts of typed footnotes: their labels by their places in `lines`.

    Believed when the paragraph begins with a raised sign that stands in the text before it, too, or with a
    plain one in a paragraph of the style for footnotes or under a drawn rule.
    """
    marked: set[str] = set()
    found: dict[int, str] = {}
    under_rule = False
    for at, line in enumerate(lines):
        under_rule = under_rule or bool(_RULE.fullmatch(line.text))
        heads, inside = _signs(line)
        label = next((sign for sign in heads if sign in marked), "")
        if not label and (under_rule or "footnote" in line.look.name.lower()):
            match = _LABEL.match(line.raw)
            label = match[1] if match and match[1] in marked else ""
        if label and label not in found.values():
            found[at] = label
        else:
            marked.update(inside)
    return found


def is_rule(line: Line) -> bool:
    """Whether a line is drawn and says nothing."""
    return bool(_RULE.fullmatch(line.text))


def typed_note(line: Line, label: str, labels: Labels) -> Block:
    """The text of a typed footnote without the label before it."""
    block = line.block(labels, note=label)
    if block.marks and block.marks[0].offset == 0:
        return replace(block, marks=block.marks[1:])
    match = _LETTERED.match(block.text) or _LABEL.match(block.text)
    return block.cut(match.end()) if match else block


def _signs(line: Line) -> tuple[list[str], list[str]]:
    """The raised signs at the head of a line that goes on behind them, and those inside it."""
    heads: list[str] = []
    inside: list[str] = []
    for sign in line.signs():
        at_head = not line.raw[: sign.start].strip() and bool(line.raw[sign.end :].strip())
        (heads if at_head else inside).extend(sign.labels)
    if match := _LETTERED.match(line.raw):
        heads.append(match[1].translate(FIGURES))
    return heads, inside
