# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of plain text with whatever markup extractors leave in them: Markdown, a few HTML tags, superscripts.

Markup never swallows a word: what is not understood as markup stays in the text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace

from drafting.reading.blocks import Block
from drafting.reading.building import Builder, mark_labels, raised_unit
from drafting.reading.structure.labels import label_of
from drafting.resolution import ReadWarning

_SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_TO_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_SPECIAL = re.compile(rf"[\\<\[&*_^~{_SUPERSCRIPTS}]")
_TOKEN = re.compile(
    rf"""\\(?P<escaped>[!-/:-@\[-`{{-~])
    |<sup>\s*(?P<raised>[^<>]{{1,40}}?)\s*</sup>
    |\^\(?(?P<caret>\d{{1,3}}(?:[,;]\s?\d{{1,3}}){{0,5}}|(?:st|nd|rd|th)(?=\^))(?:\^|\))
    |~(?P<lowered>\d{{1,3}})~
    |\[\^(?P<reference>[\w.*\u2020\u2021-]{{1,40}})\]:?
    |(?P<tag></?(?:i|em|b|strong|u|sup|sub|span|p|div|br|a|font|center)(?:\s[^<>]{{0,300}})?/?>)
    |(?P<digits>[{_SUPERSCRIPTS}]+)
    |(?P<stars>\*{{1,4}}(?!\*)|(?<!\*)\*{{5,}})
    |(?P<lows>_{{1,3}}(?!_)|(?<!_)_{{4,}})
    |(?P<entity>&(?:\#\d{{1,6}}|\#x[0-9A-Fa-f]{{1,5}}|[A-Za-z]{{2,8}});)""",
    re.VERBOSE | re.IGNORECASE,
)
RULE = re.compile(r"\s*(?:(?:-\s?){3,}|(?:\*\s?){3,}|_{3,}|={3,}|[\u2013\u2014\u2500]{3,})\s*$")
_ADDRESS = r"(?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+\"[^\"\n]{0,300}\")?"
# What says more than how the words look (who inserted them, who comments) stays where it is.
_ATTRIBUTES = r"\{(?!\.(?:insertion|deletion|comment|paragraph))(?:[.#][\w-]|[\w-]+=)[^{}\n]{0,200}\}"
_NAMED = re.compile(rf"{_ATTRIBUTES}$")
_STRUCK = re.compile(r"~~(?=[^\s~])([^~]{1,5000})(?<!\s)~~")
_ITEM = re.compile(r"\s*[-*+]\s+")
STRUCK = ReadWarning(
    "words that are struck through by hand (not tracked) are read as text", "struck through", needs_look=True
)
_LINK = re.compile(
    rf"""(?<!\\)!\[(?P<picture>[^\[\]]{{0,300}})\]\({_ADDRESS}\)(?:\{{[^{{}}\n]{{0,200}}\}})?
    |(?<![\\\]])\[(?P<link>[^\[\]]{{1,300}})\](?:\((?:https?:|mailto:|[/\#]){_ADDRESS}\)|{_ATTRIBUTES})""",
    re.VERBOSE,
)
_DASHES = re.compile(r"(?<=\d)--(?=\d)")  # how Markdown writes the dash between two numbers
_ROW = re.compile(r"\s*\|(?=[^\n]*\|[^\n]*\|\s*$)")
CELLS = " | "  # between the cells of a row
_HARD_BREAK = re.compile(r"(?<=[^\\\s])\\\s*$")
_QUOTED = re.compile(r"\s*(?:>[ \t]?)+")
_HEADING = re.compile(r"\s*#{1,6}\s+")
_COLUMNS = re.compile(r"[^\S\n]{4,}")
_ITALIC_TAGS, _BOLD_TAGS = ("i", "em"), ("b", "strong")


def lines_of(text: str) -> list[Block]:
    """The lines of a decoded text as blocks, blank lines told by `gap`, pages by form feeds.

    Columns (four blanks or more inside a line) become blocks of their own with the same `line`.
    """
    reader = _Reader()
    text = _DASHES.sub("\u2013", text)
    text = _LINK.sub(lambda link: link["picture"] or link["link"] or "", text)
    number = 0
    for page, sheet in enumerate(text.split("\f"), 1):
        reader.gap = reader.gap or page > 1
        for raw in sheet.split("\n"):
            number += 1
            reader.line(raw, number, page)
    return reader.blocks


@dataclass(slots=True)
class _Reader:
    """Goes through the lines; emphasis lasts over line ends but not over blank lines."""

    blocks: list[Block] = field(default_factory=list)
    gap: bool = True
    italic: bool = False
    bold: bool = False

    def line(self, raw: str, number: int, page: int) -> None:
        raw = _HARD_BREAK.sub("", _QUOTED.sub("", raw, count=1) if raw.lstrip().startswith(">") else raw)
        raw = _without_bullet(raw)
        if not raw.strip():
            self.gap, self.italic, self.bold = True, False, False
            return
        if RULE.match(raw):
            self.blocks.append(Block("", number, rule=raw.strip()[0], gap=True, page=page))
            self.gap, self.italic, self.bold = True, False, False
            return
        if _ROW.match(raw):
            self.row(raw, number, page)
            return
        heading = _HEADING.match(raw)
        content = _NAMED.sub("", raw[heading.end() :].rstrip()).rstrip(" \t#") if heading else raw.strip()
        for column in _COLUMNS.split(content):
            for piece in self.pieces(column, number):
                block = replace(piece, heading=bool(heading), gap=self.gap or bool(heading), page=page)
                self.blocks.append(block)
                self.gap = bool(heading)

    def row(self, raw: str, number: int, page: int) -> None:
        """A row of a Markdown table, as one block; the row of dashes under its head says nothing."""
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", raw.strip())[1:-1]]
        if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            return
        for piece in self.pieces(CELLS.join(cells), number):
            self.blocks.append(replace(piece, gap=True, page=page, table=True, whole=True))
        self.gap = True

    def pieces(self, text: str, number: int) -> list[Block]:
        """One line as blocks: several where bold type shows that headings were glued together."""
        out = Builder(number)
        if not _SPECIAL.search(text):
            out.add(text, self.italic, self.bold)
            return out.blocks()
        at = 0
        for sign in _SPECIAL.finditer(text):
            # Tried only where a sign stands: as a search, the pattern would be tried at every letter.
            token = _TOKEN.match(text, sign.start()) if sign.start() >= at else None
            if token is not None:
                out.add(text[at : token.start()], self.italic, self.bold)
                self.token(token, text, out)
                at = token.end()
        out.add(text[at:], self.italic, self.bold)
        return out.blocks()

    def token(self, token: re.Match[str], text: str, out: Builder) -> None:
        kind, shown = token.lastgroup, token.group()
        if kind in {"raised", "caret"}:
            self.raised(token[kind], text[max(token.start() - 3, 0) : token.start()], out)
        elif kind in {"escaped", "lowered"}:
            out.add(token[kind], self.italic, self.bold)
        elif kind == "reference":
            out.mark([token["reference"]])
        elif kind == "digits" and not raised_unit(
            text[max(token.start() - 3, 0) : token.start()], shown.translate(_TO_DIGITS)
        ):
            out.mark([shown.translate(_TO_DIGITS)])
        elif kind == "tag":
            self.tag(shown, out)
        elif kind in {"stars", "lows"} and self.is_emphasis(token, text):
            self.emphasis(len(shown), text[token.end() : token.end() + 1], out)
        elif kind == "entity":
            out.add(html.unescape(shown), self.italic, self.bold)
        else:
            out.add(shown, self.italic, self.bold)

    def raised(self, shown: str, before: str, out: Builder) -> None:
        """Raised letters: marks of footnotes, an exponent, or letters like others."""
        unit, labels = raised_unit(before, shown), mark_labels(shown)
        if labels and not unit:
            out.mark(labels)
        else:
            out.add(unit or shown, self.italic, self.bold)

    def tag(self, shown: str, out: Builder) -> None:
        name, closing = shown.strip("</>").split()[0].lower() if shown.strip("</>") else "", shown[1] == "/"
        if name in _ITALIC_TAGS:
            self.italic = not closing
        elif name in _BOLD_TAGS:
            self.bold = not closing
        elif name in {"br", "p", "div", "center"}:
            out.split()

    def is_emphasis(self, token: re.Match[str], text: str) -> bool:
        """Whether stars or underscores open or close emphasis, and are no signs of their own."""
        before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
        if len(token.group()) > 4 or (token.lastgroup == "lows" and len(token.group()) > 3):
            return False
        if token.lastgroup == "lows" and before.isalnum() and after.isalnum():
            return False
        opens = bool(after.strip()) and not before.isalnum()
        glued = bool(before.strip()) and after.isupper()  # "Council**Fifty-third session**"
        numbered = after == "." and token.start() < 4 and text[: token.start()].isdecimal()  # "7*. Urges*"
        return opens or glued or numbered or ((self.italic or self.bold) and not before.isspace())

    def emphasis(self, length: int, following: str, out: Builder) -> None:
        """Switch italics (one sign), bold (two), both (three); bold switched inside a line parts headings."""
        glued = out.ends_in_word() and (following.isupper() or following.isdigit())
        if length == 4 or (length >= 2 and glued):
            out.split()
        if length in {1, 3}:
            self.italic = not self.italic
        if length in {2, 3}:
            self.bold = not self.bold


def without_strikes(text: str) -> tuple[str, tuple[ReadWarning, ...]]:
    """A Markdown text without the signs that strike words through, and a remark that there were some."""
    plain, count = _STRUCK.subn(r"\1", text)
    return plain, (STRUCK,) if count else ()


def _without_bullet(raw: str) -> str:
    """The line of a list without its dash, where the number or letter of a paragraph stands behind it."""
    item = _ITEM.match(raw)
    return raw[item.end() :] if item and label_of(raw[item.end() :]) else raw
