# SPDX-License-Identifier: GPL-3.0-or-later
"""From the tree of a page to its visible text, block by block, as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from drafting.errors import UnreadableFile
from drafting.reading.blocks import Block
from drafting.reading.building import Builder, mark_labels, raised_unit
from drafting.reading.html.elements import Piece, State, blanks, blocks, skipped
from drafting.reading.html.links import LinkedNotes, linked_notes
from drafting.reading.html.lists import Lists
from drafting.reading.html.page import TOO_MUCH
from drafting.reading.html.style import (
    Properties,
    Styles,
    heavy,
    is_block,
    is_hidden,
    is_raised,
    is_struck,
    slanted,
    text_of,
)
from drafting.reading.html.tables import is_data_table
from drafting.reading.source import Document
from drafting.reading.structure.labels import label_of
from drafting.reading.text.decoding import clean
from drafting.reading.text.markup import CELLS, RULE
from drafting.translation import tr

_MOST_BLOCKS = 20_000  # the longest resolutions have some thousand
_STEP = 2000  # elements between two reports to whoever waits
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_TYPED = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_WIDE_BLANKS = re.compile("(?: \u00a0|\u00a0[ \u00a0])[ \u00a0]*")  # how editors write several blanks


@dataclass(slots=True)
class Flow:
    """Goes through the elements in order, without recursion: a page may be nested two thousand deep."""

    document: Document
    styles: Styles
    notes: LinkedNotes
    lists: Lists
    pieces: list[Piece] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    blanks: str = ""  # what else stands for a blank
    struck: bool = False  # some words are struck through
    state: State = field(default_factory=State)
    out: Builder = field(default_factory=lambda: Builder(0))
    raised: list[str] | None = None
    label: str = ""
    gap: bool = True
    broken: bool = False  # the line before ended with a break, not with its block
    unlinked: bool = False  # letters outside of any link stand in the block
    cells: int = 0
    page: int = 1
    here: etree._Element | None = None

    @classmethod
    def of_page(cls, root: etree._Element, document: Document) -> Flow:
        """The whole page, gone through."""
        styles = Styles.of_page(root)
        flow = cls(document, styles, linked_notes(root, styles), Lists(styles), blanks=blanks(root))
        flow.go_through(root)
        return flow

    def go_through(self, root: etree._Element) -> None:
        """Take in an element and all in it; whoever waits may stop it."""
        total = sum(1 for _ in root.iter())
        done = 0
        ways: list[tuple[etree._Element, Iterator[etree._Element], State, bool]] = []
        element: etree._Element | None = root
        while element is not None or ways:
            if element is not None:
                done += 1
                if done % _STEP == 0:
                    self.document.watch.step(self.document.path, done, total)
                before = self.state
                entered, lifted = self.enter(element)
                ways.append((element, iter(element if entered else ()), before, lifted))
            element = next(ways[-1][1], None)
            if element is None:
                left, _, before, lifted = ways.pop()
                self.leave(left, before, lifted=lifted)
                self.text(left.tail if ways else "")
        self.end_block()

    # elements

    def enter(self, element: etree._Element) -> tuple[bool, bool]:
        """Begin an element: whether to go into it, and whether its letters are raised."""
        tag = element.tag
        if tag in skipped():
            return False, False
        if element in self.notes.marks:
            self.out.mark([self.notes.marks[element]])
            return False, False
        if element in self.notes.backs:
            return False, False
        properties = self.styles.of(element)
        if tag == "del" or is_hidden(element, properties):
            words = " ".join(text_of(element).split())
            (self.deleted if tag == "del" else self.hidden).extend([words] if words else [])
            return False, False
        if tag == "br":
            self.line_break()
            return False, False
        lifted = self.raised is None and is_raised(element, properties)
        if lifted:
            self.raised = []
        self.begin(element, tag, properties)
        self.text(element.text)
        return True, lifted

    def begin(self, element: etree._Element, tag: str, properties: Properties) -> None:
        """What an element changes for the text in it."""
        state = self.state
        if (block := tag in blocks() or is_block(properties)) or element in self.notes.texts:
            self.end_block()
        if tag in _LISTS:
            self.lists.enter(element, properties)
        elif tag == "li":
            self.label = self.lists.label(element, properties)
        elif tag == "tr" and is_data_table(element):
            state, self.cells = replace(state, row=True), 0
        elif tag in {"td", "th"} and state.row:
            self.cell()
        turned, weight = slanted(element, properties), heavy(element, properties)
        self.state = replace(
            state,
            italic=state.italic if turned is None else turned,
            bold=state.bold if weight is None else weight,
            typed=state.typed or tag in _TYPED or properties.get("white-space", "")[:4] == "pre-"
            or properties.get("white-space") == "pre",
            heading=state.heading or tag in _HEADINGS,
            struck=state.struck or is_struck(element, properties),
            link=state.link or (tag == "a" and element.get("href") is not None),
            note=self.notes.texts.get(element, state.note),
        )  # fmt: skip
        if block:
            self.here = element

    def leave(self, element: etree._Element, before: State, *, lifted: bool) -> None:
        """End an element."""
        entered = self.state is not before
        if lifted:
            self.lower()
        tag = element.tag
        if not entered:
            return
        ends_row = tag == "tr" and self.state.row
        block = tag in blocks() or element in self.notes.texts or element is self.here
        if ends_row:
            self.end_block(row=True)
        elif block:
            self.end_block()
        if tag in _LISTS:
            self.lists.leave()
        elif tag == "li":
            self.label = ""
        self.state = before
        if block:
            self.here = element.getparent()

    # text

    def text(self, text: str | None) -> None:
        """Take in text as its surroundings show it."""
        if not text:
            return
        if self.state.typed:
            self.typed(text)
            return
        self.words(text)

    def words(self, text: str) -> None:
        """Take in text in which a line end is a blank like others."""
        text = clean(text.replace(self.blanks, " ") if self.blanks else text)
        text = _WIDE_BLANKS.sub(" ", _BLANKS.sub(" ", text))
        if self.raised is not None:
            self.raised.append(text)
            return
        self.struck = self.struck or (self.state.struck and bool(text.strip()))
        self.unlinked = self.unlinked or (not self.state.link and bool(text.strip()))
        self.out.add(text, self.state.italic, self.state.bold)

    def typed(self, text: str) -> None:
        """Text whose line ends are meant."""
        for at, sheet in enumerate(text.split("\f")):
            if at:
                self.end_block()
                self.page += 1
            for number, line in enumerate(clean(sheet).split("\n")):
                if number:
                    self.line_break()
                self.words(line)

    def lower(self) -> None:
        """Raised letters end: marks of footnotes, or letters like others."""
        text, self.raised = "".join(self.raised or ()), None
        labels = mark_labels(text)
        if labels and (unit := raised_unit("".join(self.out.parts[-1:]), text)):
            self.words(unit)
        elif labels:
            self.out.mark(labels)
        else:
            self.words(text)

    def cell(self) -> None:
        """The next cell of a row of data."""
        if self.cells:
            self.words(CELLS)
        self.cells += 1

    # blocks

    def line_break(self) -> None:
        """The line ends, its block goes on."""
        if self.state.row:
            self.words(" ")
            return
        if not self.emit(broken=True):
            self.gap = True
        self.broken = True

    def end_block(self, *, row: bool = False) -> None:
        """A block ends, or begins: what stands before it is complete."""
        if self.state.row and not row:
            self.words(" ")
            return
        self.emit(broken=False, table=row)
        self.gap, self.broken = True, False

    def emit(self, *, broken: bool, table: bool = False) -> bool:
        """Put the letters gathered so far as a block behind the others; False when there are none."""
        found = self.out.blocks()
        linked, self.unlinked = not self.unlinked, False
        self.out = Builder(0)
        if not found or self.here is None:
            return False
        block = replace(
            found[0],
            line=len(self.pieces) + 1,
            gap=self.gap,
            page=self.page,
            whole=not (broken or self.broken),
            note=self.state.note,
            table=table and bool(found[0].text.strip(" |")),
        )
        if len(self.pieces) >= _MOST_BLOCKS:
            raise UnreadableFile(self.document.path, tr(TOO_MUCH))
        self.pieces.append(Piece(block if block.note else self.named(block), self.here, linked))
        self.gap = False
        return True

    def named(self, block: Block) -> Block:
        """The block with the label that its list gives it, as a heading, or as a printed line."""
        if RULE.fullmatch(block.text):
            return replace(block, text="", rule=block.text[0], marks=(), italics=(), bold=())
        label, self.label = self.label, ""
        if label and label_of(block.text) is None:
            block = replace(block, label=label)
        heading = self.state.heading and label_of(block.text) is None and not block.text.endswith((",", ";"))
        return replace(block, heading=heading, depth=self.lists.depth)
