# SPDX-License-Identifier: GPL-3.0-or-later
"""By which signs a paragraph without number is preambular, operative or a heading.

In English its opening words tell; elsewhere what the source says of it, and how it ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafting.data import load
from drafting.reading.blocks import Block
from drafting.reading.openings import opens_paragraph
from drafting.reading.structure.endings import ending, is_title
from drafting.reading.structure.labels import Label, label_of, section_of
from drafting.reading.structure.pieces import Piece
from drafting.reading.structure.printed import printed_opening
from drafting.resolution import Part

_SHORT = 30  # code points; a title may open as paragraphs do ("Promoting peace")
_LONG_TITLE = 100  # code points; what opens as a paragraph and is longer is one, though its comma is missing


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs as they count in one language, in the text or in an annex."""

    language: str
    annex: bool = False

    def opens(self, text: str, part: Part, *, known: bool = False) -> bool:
        """Whether a text opens as paragraphs of this part do."""
        return opens_paragraph(text, part, known=known, language=self.language)

    def is_preambular(self, block: Block, *, started: bool) -> bool:
        """Whether an unlabelled paragraph is preambular; `started`: operative ones stand before it."""
        text, sign = block.text, ending(block.text)
        opens = self.opens(text, Part.PREAMBLE)
        if self.annex:
            known = self.opens(text, Part.PREAMBLE, known=True)
            return known and sign == "," and not started
        if block.part is not None:
            return block.part is Part.PREAMBLE or (opens and sign == ",")
        if is_decision(text) or (self.opens(text, Part.OPERATIVE) and sign in {";", ".", ":"}):
            return False
        if opens and not (started and sign in {".", ";"}):
            return True
        return not started and sign not in {".", ";"}

    def is_operative(self, block: Block, last: int, *, final: bool) -> bool:
        """Whether an unlabelled paragraph, known not to be preambular, is operative."""
        if self.annex or not (final or ending(block.text)):
            return False
        if self.opens(block.text, Part.OPERATIVE) or is_decision(block.text):
            return True
        return self.language != "en" and not last and (final or block.part is Part.OPERATIVE)

    def is_heading(self, piece: Piece, *, last: bool, amid: bool = False) -> bool:
        """Whether a paragraph that no source marks is a heading.

        `last`: it is the last of its unit; `amid`: it stands before preambular paragraphs, where what opens
        as they do has lost its comma.
        """
        text = piece.full.text
        if section_of(text) and ending(text) not in {",", ";", "."}:
            return True
        if piece.listed or piece.label is not None or not is_title(text):
            return False
        if self.annex:
            return True
        told = amid or piece.block.part is Part.PREAMBLE
        told = told and self.opens(text, Part.PREAMBLE, known=True)
        opened = any(self.opens(text, part, known=True) for part in Part)
        final = last and self.opens(text, Part.OPERATIVE, known=True)
        return not (told or final or (opened and (len(text) > _LONG_TITLE or printed_opening(piece.block))))

    def is_doubtful(self, block: Block) -> bool:
        """Whether a line opens as a paragraph but ends as a heading, and its source says neither."""
        if self.annex or block.heading or block.part is not None or not is_title(block.text):
            return False
        return any(self.opens(block.text, part, known=True) for part in Part)

    def is_figure_of_paragraph(self, label: Label, block: Block, last: int, *, rows: bool) -> bool:
        """Whether "1)" is the number of a paragraph: the next one, with no letters open, opening as one."""
        figure = re.fullmatch(r"\((\d{1,2})\)", label.sign)
        if figure is None or rows or int(figure[1]) != last + 1:
            return False
        return self.annex or self.opens(block.text, Part.OPERATIVE)


def begins_text(line: str) -> bool:
    """Whether the text of a resolution begins with this line, where the organ's own line is missing."""
    label = label_of(line)
    text = line[label.end :].strip() if label else line
    opens = len(text) > _SHORT and any(opens_paragraph(text, part) for part in Part)
    return opens or is_decision(text)


def is_decision(text: str) -> bool:
    """Whether a text begins as decisions do that open with no verb ("At its 45th meeting, …")."""
    return bool(_decisions().match(text))


@cache
def _decisions() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in load("labels")["decisions"]))
