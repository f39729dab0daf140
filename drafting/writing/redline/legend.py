# SPDX-License-Identifier: GPL-3.0-or-later
"""What the foot of the first page of a redline says of its marks (`resources/word/redline.json`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document

from drafting.comparing.records import Alignment
from drafting.data import load
from drafting.writing.marked import Mark
from drafting.writing.ooxml import Element, text_elements, w
from drafting.writing.redline.looks import marked
from drafting.writing.redline.marking import PARTED

_SHOWN = {"new": Mark.INSERTED, "gone": Mark.DELETED}


def add_legend(document: Document, alignment: Alignment) -> None:
    """Put the legend above what stands at the foot of the first page."""
    said = load("word/redline")
    used = any(PARTED in paragraph.text for paragraph in document.paragraphs)
    values = {
        "old": alignment.old.number,
        "now": alignment.new.number,
        "sign": said["sign"] if used else "",
        **{name: said[name] for name in _SHOWN},
    }
    line = w("p", w("pPr", w("pStyle", val="Footer")), *_runs(said["legend"], values))
    document.sections[0].first_page_footer.paragraphs[0]._p.addprevious(line)


def _runs(legend: str, values: dict[str, str]) -> Iterator[Element]:
    for piece in re.split(r"(\{\w+\})", legend):
        name = piece.strip("{}")
        text = values[name] if piece.startswith("{") else piece
        if text:
            yield marked(w("r", *text_elements(text)), _SHOWN.get(name, Mark.KEPT))
