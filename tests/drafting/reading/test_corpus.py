# SPDX-License-Identifier: GPL-3.0-or-later
"""Official XML made plain text by simple means: paragraphs and footnotes come back, no word is lost."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import etree

from drafting.reading import read
from drafting.resolution import Kind, Resolution

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
PARTS = ("preamble", "mainBody")
PATTERNS = ("hrc-*/*.xml", "ga-intl-*/*.xml", "ga-migrants/*.xml", "ga-sus*/A_RES_7[46]*.xml", "sc-*/*.xml")


@dataclass
class PlainText:
    """One XML file as plain text, footnotes after every seventh paragraph as at the foot of a page."""

    lines: list[str] = field(default_factory=list)
    truth: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shown: int = 0

    @classmethod
    def of(cls, file: Path) -> PlainText:
        plain = cls()
        statement = next(child for child in etree.parse(file).getroot() if _name(child) == "statement")
        for part in statement:
            if _name(part) in {"coverPage", "preface", "conclusions"}:
                plain.lines += filter(None, (_fold(plain.inline(p)) for p in part.iter(NS + "p")))
            elif _name(part) in PARTS:
                plain.block(part, "")
                plain.foot()
        return plain

    def inline(self, element: etree._Element) -> str:
        text = element.text or ""
        for child in element:
            if _name(child) == "authorialNote":
                self.notes.append(_fold("".join(child.itertext())))
                text += f"<sup>{len(self.notes)}</sup>"
            elif _name(child) != "num":
                text += " " * (_name(child) in {"eol", "outcome"}) + self.inline(child)
            text += child.tail or ""
        return text

    def block(self, element: etree._Element, label: str) -> str:
        for child in element:
            if _name(child) == "num":
                label = _fold("".join(child.itertext()))
            elif _name(child) in {"p", "heading"}:
                self.paragraph(label, _fold(self.inline(child)))
                label = ""
            elif _name(child):
                label = self.block(child, label)
        return label

    def paragraph(self, label: str, text: str) -> None:
        if label or text:
            self.lines.append(f"{label}\t{text}" if label else text)
            self.truth.append(text)
            if len(self.truth) % 7 == 0:
                self.foot()

    def foot(self) -> None:
        for number, note in enumerate(self.notes[self.shown :], self.shown + 1):
            self.lines.append(f"<sup>{number}</sup> {note}")
        self.shown = len(self.notes)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _fold(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def _bare(text: str) -> str:
    """Letters only, without a typed number, a letter or footnote marks before or in them."""
    text = re.sub(r"<sup>\d+</sup>", "", text)
    text = re.sub(r"^(?:\(\w{1,4}\)|\d+\.)\s*", "", text)
    return re.sub(r"[\W\d_]+", "", text)


def _texts(plain: PlainText) -> Iterator[str]:
    """The paragraphs that should come back: no numeral alone, not the line of the organ."""
    for text in plain.truth:
        if not re.fullmatch(r"[IVX]+|The [\w ]{5,40},", text) and _bare(text):
            yield _bare(text)


def _files(shared: Path) -> list[Path]:
    return sorted(file for pattern in PATTERNS for file in shared.glob(f"corpus/series/{pattern}"))


@pytest.mark.parametrize("width", [0, 80])
def test_every_paragraph_and_footnote_comes_back(
    shared: Path, read_text: Callable[[str], Resolution], width: int
) -> None:
    for file in _files(shared):
        plain = PlainText.of(file)
        resolution = read_text(_laid_out(plain.lines, width))
        found = {_bare(paragraph.text) for paragraph in resolution.paragraphs}
        assert [text for text in _texts(plain) if text not in found] == [], file.name
        notes = [note.text for paragraph in resolution.paragraphs for note in paragraph.footnotes]
        assert notes == plain.notes, file.name


def test_every_paragraph_opens(shared: Path, read_text: Callable[[str], Resolution]) -> None:
    for file in _files(shared):
        resolution = read_text(_laid_out(PlainText.of(file).lines, 0))
        kinds = {Kind.PREAMBULAR, Kind.OPERATIVE}
        assert [p.id for p in resolution.paragraphs if p.kind in kinds and not p.opening] == [], file.name


def test_no_word_is_lost(
    shared: Path,
    read_text: Callable[[str], Resolution],
    lost_words: Callable[[str, Resolution], set[str]],
) -> None:
    for file in _files(shared):
        text = _laid_out(PlainText.of(file).lines, 0)
        assert lost_words(text, read_text(text)) == set(), file.name


def test_the_sample_from_xml_equals_the_sample(shared: Path, read_text: Callable[[str], Resolution]) -> None:
    file = shared / "corpus/series/hrc-intl-cooperation-human-rights/A_HRC_RES_56_2.xml"
    from_xml = read_text(_laid_out(PlainText.of(file).lines, 0))
    sample = read(shared / "samples" / "56-2.txt")
    assert from_xml.masthead == sample.masthead
    theirs, ours = (
        {p.id: (p.opening, _bare(p.text).replace("underlining", "underling")) for p in side.paragraphs}
        for side in (from_xml, sample)
    )  # the XML has a slip of its own in PP14
    assert theirs == ours


def _laid_out(lines: list[str], width: int) -> str:
    if width:
        lines = [textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines]
    return "\n\n".join(lines)
