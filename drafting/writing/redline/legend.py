# SPDX-License-Identifier: GPL-3.0-or-later
"""What a redline says of its marks, above its title (`resources/word/redline.json`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn

from drafting.comparing.records import Alignment
from drafting.data import load
from drafting.writing.marked import Mark
from drafting.writing.ooxml import Element, text_elements, w
from drafting.writing.redline.looks import marked
from drafting.writing.redline.marking import PARTED

_STYLE = "Legend"
_SHOWN = {"new": Mark.INSERTED, "gone": Mark.DELETED}


def add_legend(document: Document, alignment: Alignment) -> None:
    """Put the legend behind the lines of the masthead, before the first line of the text."""
    said = load("word/redline")
    used = any(PARTED in paragraph.text for paragraph in document.paragraphs)
    values = {
        "old": alignment.old.number,
        "now": alignment.new.number,
        "sign": said["sign"] if used else "",
        **{name: said[name] for name in _SHOWN},
    }
    line = w("p", w("pPr", w("pStyle", val=_STYLE)), *_runs(said["legend"], values))
    first = next(one._p for one in document.paragraphs if _style(one._p) != "MastheadLine")
    first.addprevious(line)


def is_legend(paragraph: Element) -> bool:
    """Whether a paragraph is of neither text but the legend."""
    return _style(paragraph) == _STYLE


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else style.get(qn("w:val")) or ""


def _runs(legend: str, values: dict[str, str]) -> Iterator[Element]:
    for piece in re.split(r"(\{\w+\})", legend):
        name = piece.strip("{}")
        text = values[name] if piece.startswith("{") else piece
        if text:
            yield marked(w("r", *text_elements(text)), _SHOWN.get(name, Mark.KEPT))
