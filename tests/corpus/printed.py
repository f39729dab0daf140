# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a file by means of their own: nothing here knows how the product reads.

A word is a run of letters or a run of digits (in Chinese, one character): where two words stand glued
together or a word is parted, that shows.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|\d+")
_DIVIDED = re.compile(r"([^\W\d_]+)[-\u2010\u2011]\n([^\W\d_]+)")
_NUMBER = re.compile(r"^(\d{1,3})\. +[^\W\d_a-z]", re.MULTILINE)  # at the head of a printed line
# Elements of Akoma Ntoso in the middle of a word or sentence; all others part words.
_INLINE = {"a", "b", "i", "u", "span", "inline", "sub", "sup"}
_STATEMENT = {"preamble", "mainBody", "attachments"}
_TEXT_PARTS = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GLYPHS = {"tab": "\t", "br": "\n", "cr": "\n", "ptab": "\t", "noBreakHyphen": "-"}


class Unprintable(Exception):
    """No means of its own to find the words of this kind of file are at hand."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of a file and how often each stands in it.

    `divided` are the two halves of words that may have been divided at a line end; `raised`: raised figures
    may stand glued to those before them. `numbers` are the labels of its paragraphs where the file says which
    they are, None where it does not.
    """

    words: Counter[str]
    divided: tuple[tuple[str, str], ...] = ()
    raised: bool = False
    numbers: tuple[str, ...] | None = None
    texts: tuple[str, ...] = field(default=(), repr=False)


def words(text: str) -> list[str]:
    """The words of a text in order; ligatures and raised figures count as what they stand for."""
    plain = unicodedata.normalize("NFKC", text)
    return _WORD.findall("".join(glyph for glyph in plain if unicodedata.category(glyph) != "Cf"))


def printed(path: Path) -> Printed:
    """The words that stand in a file; raises Unprintable when there is no means to find them."""
    kind = path.suffix.lower()
    if kind == ".xml":
        return of_xml(path)
    if kind == ".pdf":
        return of_pdf(path)
    texts = {".docx": word_texts, ".html": page_texts, ".json": list_texts}.get(kind, plain_texts)(path)
    return Printed(_counted(texts), numbers=typed_numbers(texts) if kind == ".docx" else None, texts=texts)


def _counted(texts: tuple[str, ...]) -> Counter[str]:
    return Counter(word for text in texts for word in words(text))


# Akoma Ntoso


def of_xml(path: Path) -> Printed:
    """The words of an official XML file outside its `meta`, and the labels of its paragraphs."""
    root = ElementTree.parse(path).getroot()  # noqa: S314  # the project's own tests and the UN's files
    statement = [child for part in root for child in part if _name(child) != "meta"]
    texts = tuple(text for part in statement for text in _xml_texts(part))
    numbers = tuple(
        "".join(number.itertext()).strip().rstrip(".")
        for part in statement
        if _name(part) in _STATEMENT
        for number in part.iter()
        if _name(number) == "num"
    )
    return Printed(_counted(texts), numbers=tuple(filter(None, numbers)), texts=texts)


def _xml_texts(element: ElementTree.Element) -> Iterator[str]:
    """The texts of an element, each footnote as a text of its own."""
    notes: list[ElementTree.Element] = []
    yield "".join(_flow(element, notes))
    for note in notes:
        yield from _xml_texts(note)


def _flow(element: ElementTree.Element, notes: list[ElementTree.Element]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if _name(child) == "authorialNote":
            notes.append(child)
        else:
            apart = "" if _name(child) in _INLINE else "\n"
            yield apart
            yield from _flow(child, notes)
            yield apart
        yield child.tail or ""


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


# Word


def word_texts(path: Path) -> tuple[str, ...]:
    """The paragraphs of all parts of a Word file that hold text: body, notes, headers, comments."""
    texts: list[str] = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if _TEXT_PARTS.fullmatch(name):
                root = ElementTree.fromstring(package.read(name))  # noqa: S314
                texts += _word_paragraphs(root)
    return tuple(texts)


def _word_paragraphs(root: ElementTree.Element) -> Iterator[str]:
    for paragraph in _outside_fallbacks(root, f"{_W}p"):
        yield "".join(_word_flow(paragraph))


def _outside_fallbacks(element: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    for child in element:
        if child.tag == tag:
            yield child
        if child.tag != _FALLBACK:
            yield from _outside_fallbacks(child, tag)


def _word_flow(element: ElementTree.Element) -> Iterator[str]:
    """The text of a paragraph without that of text boxes in it, which are paragraphs themselves."""
    for child in element:
        name = child.tag.removeprefix(_W)
        if name == "t":
            yield child.text or ""
        elif name in _GLYPHS:
            yield _GLYPHS[name]
        elif name not in {"p", "pPr", "rPr"} and child.tag != _FALLBACK:
            yield from _word_flow(child)


def typed_numbers(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers typed at the head of paragraphs, with the tab that follows them."""
    found = (re.match(r"\s*(\d{1,3})\.\s*\t", text) for text in texts)
    return tuple(match[1] for match in found if match)


# PDF


def of_pdf(path: Path) -> Printed:
    """The words of a PDF as pdftotext finds them, raised figures apart from the words before them."""
    tool = shutil.which("pdftotext")
    if not tool:
        raise Unprintable("pdftotext is not on this machine")
    done = subprocess.run(
        [tool, "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, encoding="utf-8", check=True
    )
    text = done.stdout.replace("\f", "\n")
    divided, numbers = tuple(_DIVIDED.findall(text)), tuple(_NUMBER.findall(text))
    return Printed(_counted((text,)), divided, raised=True, numbers=numbers, texts=(text,))


# the plainer ones


class _Page(HTMLParser):
    _HIDDEN = ("head", "script", "style", "template")
    _INLINE = frozenset(("a", "abbr", "b", "del", "em", "i", "ins", "mark", "s", "span", "strong", "u"))

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in self._HIDDEN
        self.text.append("" if tag in self._INLINE else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in self._HIDDEN
        self.text.append("" if tag in self._INLINE else "\n")

    def handle_data(self, data: str) -> None:
        self.text.append("" if self.hidden else data)


def page_texts(path: Path) -> tuple[str, ...]:
    """The text that a browser shows of a page."""
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return ("".join(page.text),)


def plain_texts(path: Path) -> tuple[str, ...]:
    """A text without the markup of extractors, which parts words that stand glued behind it."""
    return (unescape(re.sub(r"</?sup>", " ", path.read_text(encoding="utf-8"))),)


def list_texts(path: Path) -> tuple[str, ...]:
    """The texts of a paragraph list."""
    return tuple(entry["text"] for entry in json.loads(path.read_text(encoding="utf-8")))
