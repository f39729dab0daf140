# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a written .docx back as Word would show it, without any code of the writer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = "{" + NS["w"] + "}"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


@dataclass(frozen=True)
class Shown:
    """A paragraph as shown: style, the number Word prints before it, text, italic text, ids of its notes."""

    style: str
    label: str
    text: str
    italic: str
    yellow: str
    notes: tuple[int, ...]


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def shown(data: bytes) -> list[Shown]:
    """The paragraphs of the body outside the masthead table."""
    counter = Counter(part(data, "word/numbering.xml"), part(data, "word/styles.xml"))
    body = part(data, "word/document.xml").find("w:body", NS)
    return [_shown(paragraph, counter) for paragraph in body.findall("w:p", NS)]


def masthead(data: bytes) -> list[str]:
    return [text_of(paragraph) for paragraph in part(data, "word/document.xml").iterfind(".//w:tbl//w:p", NS)]


def footnotes(data: bytes) -> dict[int, str]:
    """The texts of the real notes by id, without the tab after the mark."""
    notes = part(data, "word/footnotes.xml").findall("w:footnote", NS)
    return {int(note.get(f"{W}id")): text_of(note)[1:] for note in notes if note.get(f"{W}type") is None}


def text_of(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for piece in element.iter():
        if piece.tag == f"{W}t":
            yield piece.text or ""
        elif piece.tag in SIGNS and piece.getparent().tag == f"{W}r":
            yield SIGNS[piece.tag]


def _shown(paragraph: etree._Element, counter: Counter) -> Shown:
    def where(condition: str) -> str:
        return "".join(text_of(run) for run in paragraph.xpath(f"w:r[w:rPr/w:{condition}]", namespaces=NS))

    notes = paragraph.xpath("w:r/w:footnoteReference/@w:id", namespaces=NS)
    raised = "w:r[w:rPr/w:vertAlign]"
    for comma in paragraph.xpath(raised, namespaces=NS):
        comma.getparent().remove(comma)  # the comma between two marks is no text
    style = paragraph.find("w:pPr/w:pStyle", NS).get(f"{W}val")
    return Shown(
        style,
        counter.label(paragraph),
        text_of(paragraph),
        where("i"),
        where("highlight"),
        tuple(map(int, notes)),
    )


class Counter:
    """Word's counting: one count a level and abstract list, begun anew where an instance says so."""

    def __init__(self, numbering: etree._Element, styles: etree._Element) -> None:
        self.styles = styles
        self.abstracts = {a.get(f"{W}abstractNumId"): a for a in numbering.findall("w:abstractNum", NS)}
        self.nums = {num.get(f"{W}numId"): num for num in numbering.findall("w:num", NS)}
        self.counts: dict[str, list[int]] = {key: [0] * 9 for key in self.abstracts}
        self.begun: set[tuple[str, int]] = set()

    def label(self, paragraph: etree._Element) -> str:
        found = paragraph.find("w:pPr/w:numPr", NS)
        if found is None:
            style = paragraph.find("w:pPr/w:pStyle", NS).get(f"{W}val")
            found = self.styles.find(f"w:style[@w:styleId='{style}']/w:pPr/w:numPr", NS)
        number = None if found is None else found.find("w:numId", NS).get(f"{W}val")
        if number in (None, "0"):
            return ""
        return self._next(number, int(found.find("w:ilvl", NS).get(f"{W}val")))

    def _next(self, number: str, level: int) -> str:
        num = self.nums[number]
        abstract = num.find("w:abstractNumId", NS).get(f"{W}val")
        counts = self.counts[abstract]
        start = num.find(f"w:lvlOverride[@w:ilvl='{level}']/w:startOverride", NS)
        if start is not None and (number, level) not in self.begun:
            counts[level] = int(start.get(f"{W}val")) - 1
            self.begun.add((number, level))
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        shape = self.abstracts[abstract].find(f"w:lvl[@w:ilvl='{level}']", NS)
        sign = _sign(shape.find("w:numFmt", NS).get(f"{W}val"), counts[level])
        return str(shape.find("w:lvlText", NS).get(f"{W}val")).replace(f"%{level + 1}", sign)


def _sign(form: str, number: int) -> str:
    if form == "decimal":
        return str(number)
    if form.endswith("Letter"):
        sign = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    else:
        ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        sign = "x" * (number // 10) + ones[number % 10]
    return sign.upper() if form.startswith("upper") else sign
