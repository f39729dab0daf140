# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of a page that a clipboard holds: of a browser, of Word, LibreOffice, and editors in a browser.

Word writes what it shows into the page as it is printed: the number or bullet of a list item stands in a span
of its own (`mso-list:Ignore`), tracked changes are `ins` and `del` or classes (`msoIns`, `msoDel`), comments
stand at the end. Everything was chosen by the drafter, so nothing counts as the surroundings of an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from drafting.glyphs import without_signs
from drafting.reading.blocks import Block
from drafting.reading.html import going_on, in_blocks, left_out
from drafting.reading.html.elements import Piece, blocks
from drafting.reading.html.flow import Flow
from drafting.reading.html.page import tree_of_text
from drafting.reading.html.style import text_of
from drafting.reading.source import Document
from drafting.reading.structure.labels import told_label
from drafting.reading.text.markup import STRUCK
from drafting.reading.text.notes import with_notes_told
from drafting.reading.text.wrapping import paragraphs
from drafting.resolution import ReadWarning
from drafting.translation import marked

BULLET = "\u2022"
FURNITURE = marked("page numbers and running titles were left out")
_LABEL = "penholder-label"  # what was found about a block is noted in the tree itself
_LEVEL = re.compile(r"\blevel(\d)\b")
_LABEL_SPAN = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_COMMENT = re.compile(r"mso-element:\s*comment|mso-special-character:\s*comment|mso-comment-", re.IGNORECASE)
_SYMBOLS = re.compile(r"symbol|wingdings|webdings", re.IGNORECASE)
_BACK = re.compile(r"#(?:_ftnref|sdfootnote\d+anc)")
_TRACKED = marked("tracked insertions were read as accepted")
_COMMENTS = marked("comments were left out")


def fragment_of(html: str) -> tuple[list[Block], list[ReadWarning]]:
    """The blocks of what was copied, footnote texts labelled, and what was remarked; no word is lost.

    Raises UnreadableFile for what is built too deeply or holds far too much.
    """
    document = Document(Path("clipboard"), b"")
    root = tree_of_text(without_signs(html), document)
    for element in root.iter(etree.Element):  # what was written as "&#xFFFC;" is a sign by now
        element.text, element.tail = without_signs(element.text or ""), without_signs(element.tail or "")
    remarks = list(_prepared(root))
    flow = Flow.of_page(root, document)
    pieces = list(_labelled(flow.pieces))
    found, furniture = in_blocks(pieces)
    told = paragraphs(with_notes_told(going_on(found)))
    lines = " / ".join(furniture)
    remarks += left_out(flow) + ([STRUCK] if flow.struck else [])
    remarks += [ReadWarning(FURNITURE, text=lines)] if lines else []
    return [block for block in told if block.text or block.marks], remarks


def _prepared(root: etree._Element) -> Iterator[ReadWarning]:
    """Put what Word and others write in their own way as any page would; yields what must be said of it."""
    elements = list(root.iter(etree.Element))
    comments = [
        one for one in elements if _is_comment(one) and not any(map(_is_comment, one.iterancestors()))
    ]
    said = [" ".join(text_of(element).split()) for element in comments]
    for element in comments:
        _empty(element)
    inserted, targets = False, {element.get("name") for element in root.iter("a")}
    for element in list(root.iter(etree.Element)):
        names = element.get("class", "").lower().split()
        if _LABEL_SPAN.search(element.get("style", "")):
            _take_label(element)
        elif "msodel" in names:
            element.tag = "del"
        elif element.tag == "a" and _BACK.match(href := element.get("href", "")) and href[1:] not in targets:
            _empty(element)  # the number before a footnote that was copied without its mark
        elif "apple-converted-space" in names:
            element.text = " "
        inserted = inserted or element.tag == "ins" or "msoins" in names
    if inserted:
        yield ReadWarning(_TRACKED, needs_look=True)
    if any(said):
        yield ReadWarning(_COMMENTS, text=" / ".join(filter(None, said)))


def _is_comment(element: etree._Element) -> bool:
    """Whether it is a comment of Word, or the mark of one."""
    names = element.get("class", "").lower().split()
    return bool(_COMMENT.search(element.get("style", ""))) or "msocommentreference" in names


def _take_label(span: etree._Element) -> None:
    """Note at its block the number or bullet that Word printed before a list item, and take it out."""
    printed = " ".join(text_of(span).split())
    block = next((one for one in span.iterancestors() if one.tag in blocks()), None)
    if block is None or not printed or block.get(_LABEL):
        return
    looks = " ".join(one.get("style", "") for one in (span, *span.iterancestors("span"), *span.iter("span")))
    drawn = _SYMBOLS.search(looks) or not any(map(str.isalnum, printed)) or "courier" in looks.lower()
    level = _LEVEL.search(block.get("style", ""))
    block.set(_LABEL, f"{level[1] if level else 0} {BULLET if drawn else printed}")
    _empty(span)


def _empty(element: etree._Element) -> None:
    tail = element.tail
    element.clear()
    element.tail = tail


def _labelled(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, those that Word numbered with their labels."""
    seen: set[etree._Element] = set()
    for piece in pieces:
        told = piece.element.get(_LABEL)
        if not told or piece.element in seen or piece.block.label:
            yield piece
            continue
        seen.add(piece.element)
        depth, _, label = told.partition(" ")
        label = label if told_label(label).sign or len(label) > 1 else BULLET
        yield replace(piece, block=replace(piece.block, label=label, depth=int(depth)))
