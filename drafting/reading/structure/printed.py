# SPDX-License-Identifier: GPL-3.0-or-later
"""Which opening words a paragraph has: the italics of the source where they look right, else by rule."""

from __future__ import annotations

import re

from drafting.reading.blocks import Block
from drafting.reading.openings import is_incomplete, opening_of, opens_paragraph
from drafting.reading.structure.endings import ending
from drafting.resolution import Kind, Part

_INSIDE_WORD = re.compile(r"[^\W\u2e80-\uffff]{2}")  # Chinese is written without spaces
_LONGEST = 90  # code points of an opening
_NOUN_BEFORE = ("of", "for", "from", "by", "to")  # "Requests for information" opens no point


def printed_opening(block: Block) -> str:
    """The italics at the head of a block, when they can be opening words; "" otherwise.

    They end at the end of a word, and do not cover the whole paragraph.
    """
    reach = block.covered(block.italics)
    printed = block.text[:reach].rstrip(" ,")
    cut = bool(_INSIDE_WORD.fullmatch(block.text[max(reach - 1, 0) : reach + 1]))
    whole = len(printed) >= len(block.text.rstrip(" ,;.:"))
    return "" if cut or whole or len(printed) > _LONGEST else printed


def opening_words(block: Block, kind: Kind, part: Part, body: str, language: str) -> str:
    """The opening of a paragraph; always a prefix of its text, "" for headings and text of annexes.

    A lettered point, and a numbered paragraph of an annex, has one by rule only when it opens with a listed
    verb in the third person.
    """
    if kind in {Kind.HEADING, Kind.TEXT}:
        return ""
    where = Part.PREAMBLE if kind is Kind.PREAMBULAR else Part.OPERATIVE
    where = part if kind is Kind.SUBPARAGRAPH and part is not Part.ANNEX else where
    if kind is Kind.SUBPARAGRAPH or (kind is Kind.OPERATIVE and part is Part.ANNEX):
        by_rule = _of_point(block.text, where, language)
    else:
        by_rule = opening_of(block.text, where, body, language)
    printed = printed_opening(block)
    if not printed:
        return by_rule
    return by_rule if is_incomplete(printed, language) and by_rule.startswith(printed) else printed


def _of_point(text: str, part: Part, language: str) -> str:
    if part is not Part.OPERATIVE or not opens_paragraph(text, part, known=True, language=language):
        return ""
    opening = opening_of(text, part, language=language)
    following = text[len(opening) :].split(None, 1)[:1]
    noun = following and following[0] in _NOUN_BEFORE and " " not in opening
    return "" if noun or not ending(text) else opening
