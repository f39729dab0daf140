# SPDX-License-Identifier: GPL-3.0-or-later
"""The units of a source: the text of the resolution or its parts A and B, the annexes, the closing lines.

An annex is known by its line ("Annex", "Appendix II", "Enclosure") or told by the source. A part is known by
its letter alone on a line, in order from A, with a preamble of its own. Closing lines (meeting, date, vote)
may stand before the annexes and after them. Source: layout of adopted resolutions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from drafting.data import load
from drafting.reading.blocks import Block
from drafting.reading.dates import date_pattern
from drafting.reading.languages import ENGLISH
from drafting.reading.masthead.closing import is_closing
from drafting.reading.masthead.forms import PLACEHOLDERS, formula_in
from drafting.reading.openings import opens_paragraph
from drafting.reading.structure.endings import ending, is_title
from drafting.reading.structure.labels import label_of, told_label
from drafting.resolution import Part

_PART = re.compile(r"(?P<letter>[A-Z])\.?(?:\s+(?P<title>[A-Z]\w.*))?")
_LONGEST_DATE = 60
_CLOSING_LINES = 6
_LONGEST_FORMULA = 300  # code points of the organ's line
_TITLE_LINES = 3  # lines of a title between the letter of a part and its preamble
_MASTHEAD_LINES = (
    12  # lines of the masthead, from its end, in which the letter of the first part is looked for
)


@dataclass(slots=True)
class Unit:
    """One unit: the prefix of its ids ("" for the text itself), the line that opens it, and what follows."""

    name: str = ""
    annex: bool = False
    label: str = ""
    opener: Block | None = None
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Divided:
    """All units in order, the blocks of closing lines, the masthead without the letter of the first part."""

    masthead: tuple[str, ...]
    units: list[Unit]
    closing: list[Block] = field(default_factory=list)


def annex_line(text: str) -> re.Match[str] | None:
    """The line that opens an annex: group `label` its name, `title` what stands behind it, or None."""
    match = _annex().fullmatch(text)
    if match is None or not (title := match["title"]):
        return match
    aside = title[0] + title[-1] in {"[]", "()"}  # "Annex II [Original: French]"
    return match if aside or is_title(title, announced=True) else None


def divided(masthead: Sequence[str], blocks: Sequence[Block], language: str = ENGLISH) -> Divided:
    """The blocks of a body shared out to its units; every block is in one of them.

    A date alone, or the placeholder of one, closes the text as well, when only such lines follow it.
    """
    masthead, first = _first_part(masthead, blocks)
    result = Divided(tuple(masthead), [first or Unit()])
    closing, annexes = False, 0
    for at, block in enumerate(blocks):
        unit = result.units[-1]
        if opened := _opened(blocks, at, unit, annexes, started=any(u.blocks for u in result.units)):
            annexes += opened.annex
            result.units.append(opened)
            closing = False
            continue
        closes = bool(at) and (is_closing(block.text) or _is_last_date(blocks, at, unit, language))
        closing = (closing or closes) and not _is_body(block)
        (result.closing if closing else unit.blocks).append(block)
    if not result.units[0].blocks and result.units[0].opener is None and len(result.units) > 1:
        del result.units[0]
    return result


def _is_last_date(blocks: Sequence[Block], at: int, unit: Unit, language: str) -> bool:
    """Whether nothing but dates, or placeholders for them, stands from here to the end of the text itself."""
    for block in [] if unit.annex else blocks[at : at + _CLOSING_LINES]:
        dated = re.fullmatch(rf"{date_pattern(language)}|{PLACEHOLDERS}", block.text[:_LONGEST_DATE])
        if not (dated or is_closing(block.text)) or block.label:
            return block is not blocks[at] and bool(annex_line(block.label or block.text))
    return not unit.annex and at + _CLOSING_LINES >= len(blocks)


def _is_body(block: Block) -> bool:
    """Whether a paragraph cannot be one of the closing lines: numbered, or a row of a table."""
    label = told_label(block.label) if block.label else label_of(block.text)
    return block.table or (label is not None and bool(label.number))


def _opened(blocks: Sequence[Block], at: int, unit: Unit, annexes: int, *, started: bool) -> Unit | None:
    """The unit that a block opens, None when it opens none; the block is its opener or its first text."""
    block = blocks[at]
    name = f"A{annexes + 1}"
    if started and not block.table and (match := annex_line(block.label or block.text)):
        ends = match.start("title") if match["title"] else match.end()
        return Unit(name, annex=True, label=match["label"], opener=block.behind(0 if block.label else ends))
    if block.part is Part.ANNEX and not unit.annex:
        heading = block.heading and not (block.label or label_of(block.text))
        opener = block if heading else None
        return Unit(name, annex=True, opener=opener, blocks=[] if heading else [block])
    if letter := _part_begun(blocks, at, _next_letter(unit, annexes)):
        return Unit(letter, label=letter, opener=block.behind(0 if block.label else len(letter)))
    return None


def _part_begun(blocks: Sequence[Block], at: int, expected: str) -> str:
    """The letter of a part where the one expected begins with this block, "" elsewhere.

    It stands alone on its line, or before the title: then the preamble must begin at once, unless the source
    tells that it stands in neither part of the text.
    """
    block = blocks[at]
    told = block.label and (block.heading or not block.text)
    match = _PART.fullmatch(block.label if told else block.text)
    if not match or match["letter"] != expected or block.table or (block.label and not told):
        return ""
    following = blocks[at + 1].part if at + 1 < len(blocks) else None
    if block.heading and block.part is None and following is not None:
        return expected
    return expected if _begins(blocks, at + 1, lines=0 if match["title"] else _TITLE_LINES) else ""


def _next_letter(unit: Unit, annexes: int) -> str:
    if annexes:
        return ""
    return chr(ord(unit.name) + 1) if unit.name else ("" if unit.blocks else "A")


def _begins(blocks: Sequence[Block], start: int, lines: int) -> bool:
    """Whether a preamble begins here, after at most so many lines of a title."""
    for block in blocks[start : start + lines + 1]:
        told = block.part is Part.PREAMBLE or opens_paragraph(block.text, Part.PREAMBLE)
        formula = len(block.text) <= _LONGEST_FORMULA and formula_in(block.text)
        if formula or (told and ending(block.text) == ","):
            return True
        if not (block.heading or is_title(block.text)) or len(block.text) == 1:
            return False
    return False


def _first_part(masthead: Sequence[str], blocks: Sequence[Block]) -> tuple[list[str], Unit | None]:
    """Part A, whose letter and title stand above the organ's line and so in the masthead; None without B."""
    lines = list(masthead)
    second = any(_part_begun(blocks, at, "B") for at in range(len(blocks)))
    for at in range(len(lines) - 1, max(len(lines) - _MASTHEAD_LINES, 0) - 1, -1):
        match = _PART.fullmatch(lines[at].strip())
        if second and match and match["letter"] == "A":
            title = " ".join(" ".join((match["title"] or "", *lines[at + 1 :])).split())
            return lines[:at], Unit("A", label="A", opener=Block(title))
    return lines, None


@cache
def _annex() -> re.Pattern[str]:
    words = "|".join(form for word in load("labels")["units"] for form in dict.fromkeys((word, word.upper())))
    number = r"\s(?:[IVXLC]{1,6}|\d{1,2}|[A-Z])|\s?[一二三四五六七八九十]{1,3}"
    above = rf"\s(?:{'|'.join(load('labels')['of_unit'])})\s?(?i:{words})(?:{number})?"
    return re.compile(
        rf"(?P<label>(?:{words})(?:{number})?(?:{above})?)[.:]?(?:\s?[\u2013\u2014]|\.)?(?:\s+(?P<title>\S.*))?"
    )
