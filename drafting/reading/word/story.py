# SPDX-License-Identifier: GPL-3.0-or-later
"""One stretch of a Word file (the text, a footnote, a header) to lines and tables, in one view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from drafting.reading.word.fields import Fields
from drafting.reading.word.lines import Line
from drafting.reading.word.names import (
    ALTERNATIVES,
    IMAGE,
    MATH,
    PICTURE,
    Element,
    W,
    alternative,
    child,
    local,
    value,
)
from drafting.reading.word.numbering import Numbering
from drafting.reading.word.signs import sign_of, visible
from drafting.reading.word.styles import Look, Styles
from drafting.reading.word.tracked import Record, Tracked, View, reformatted, tracked, tracked_in

_INSIDE = frozenset({"hyperlink", "smartTag", "sdtContent", "sdt", "customXml", "fldSimple", "dir", "bdo"})
_BLOCKS = frozenset({"sdt", "sdtContent", "customXml"})
_WHITE = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_ANCHORS = {"commentRangeStart": "<", "commentRangeEnd": ">"}
_PICTURES = frozenset({"drawing", "pict", "object"})


@dataclass(slots=True)
class Table:
    """A table: rows of cells, each with its lines and tables."""

    rows: list[list[list[Item]]]

    def lines(self) -> Iterator[Line]:
        """All lines in reading order."""
        for row in self.rows:
            for cell in row:
                yield from lines_in(cell)


Item: TypeAlias = Line | Table


def lines_in(items: Iterable[Item]) -> Iterator[Line]:
    """The lines among these, those in tables too, in reading order."""
    for item in items:
        if isinstance(item, Line):
            yield item
        else:
            yield from item.lines()


@dataclass(slots=True)
class Aside:
    """What the text does not show or cannot hold, in the order met."""

    boxes: list[str] = field(default_factory=list)
    hidden: list[tuple[int, str]] = field(default_factory=list)  # place of the paragraph, words
    pictures: int = 0
    struck: int = 0
    unknown_signs: int = 0
    parts: int = 0  # parts in other formats, which are not read
    empty_numbers: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a deleted footnote said: its number and its text."""

    number: int | None
    text: str


def _no_note(_kind: str, _key: str, _mark: str) -> str:
    """Where no notes are read, no mark has a label."""
    return ""


def _nothing(_kind: str, _key: str) -> Deleted:
    return Deleted(None, "")


@dataclass(slots=True)
class Reader:
    """What all stretches of one file share while it is read in one view.

    `refer` gives a mark (kind, id, custom mark) the label of its note, `deleted` tells of a note (kind, id)
    whose mark was deleted; `comments` are the places of the comments by their ids.
    """

    view: View
    styles: Styles
    numbering: Numbering
    step: Callable[[], None]
    refer: Callable[[str, str, str], str] = _no_note
    deleted: Callable[[str, str], Deleted] = _nothing
    comments: dict[str, int] = field(default_factory=dict)
    record: Record | None = None
    aside: Aside = field(default_factory=Aside)
    anchored: set[str] = field(default_factory=set)
    places: int = 0


class Story:
    """Reads one stretch; fields and deleted paragraph marks reach over its paragraphs."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._fields = Fields()
        self._open: Line | None = None  # the mark of its paragraph is not shown: the next goes on in it
        self._waiting: list[str] = []  # comments that begin or end between paragraphs

    def items(self, container: Element) -> list[Item]:
        """The paragraphs and tables in a container, in order."""
        found: list[Item] = []
        self._blocks(container, None, found)
        self._close(found)
        return found

    # between paragraphs

    def _blocks(self, container: Element, change: Tracked | None, found: list[Item]) -> None:
        for element in container.iterchildren():
            name = local(element)
            if name == "p":
                self._paragraph(element, change, found)
            elif name == "tbl":
                self._close(found)
                found.append(self._table(element, change))
            elif name in _BLOCKS:
                self._blocks(element, change, found)
            elif (wrapped := tracked(element)) is not None:
                self._blocks(element, wrapped, found)
            elif name in _ANCHORS:
                self._anchor(None, value(element, "id"), _ANCHORS[name])
            elif name in {"altChunk", "subDoc"}:
                self._reader.aside.parts += 1
            elif element.tag == ALTERNATIVES and (branch := alternative(element)) is not None:
                self._blocks(branch, change, found)

    def _close(self, found: list[Item]) -> None:
        if self._open is not None:
            found.append(self._open)
            self._open = None

    def _table(self, table: Element, change: Tracked | None) -> Table:
        rows = []
        for row in _children(table, "tr"):
            hidden = tracked_in(child(row, "trPr"), self._reader.view) or change
            cells = []
            for cell in _children(row, "tc"):
                found: list[Item] = []
                self._blocks(cell, hidden, found)
                self._close(found)
                cells.append(found)
            rows.append(cells)
        return Table(rows)

    def _paragraph(self, element: Element, change: Tracked | None, found: list[Item]) -> None:
        reader = self._reader
        reader.places += 1
        reader.step()
        properties = child(element, "pPr")
        shown, before = properties, reformatted(properties, "pPr")
        if before is not None and reader.view is View.ORIGINAL:
            shown = before[1]
        line, self._open = self._open or Line(reader.places), None
        if not line.said:  # the look of a paragraph is that of the one its text begins in
            line.look = reader.styles.paragraph(shown)
        start = line.length
        for name in self._waiting:
            line.anchor(name)
        self._waiting.clear()
        self._inside(element, line, change)
        if before is not None and reader.record is not None and line.length > start:
            reader.record.inserted(line, before[0], start)
        self._end(line, tracked_in(child(properties, "rPr"), reader.view) or change, found)

    def _end(self, line: Line, mark: Tracked | None, found: list[Item]) -> None:
        """The end of a paragraph, whose mark may be tracked."""
        reader = self._reader
        if mark is not None and reader.record is not None:
            reader.record.mark(line, mark)
        if mark is not None and mark.act is reader.view.hidden:
            self._open = line
            if line.said:
                line.write(" ", Look())
            return
        line.label, line.depth = reader.numbering.label(line.look)
        if line.label and not line.said:
            reader.aside.empty_numbers.append(line.label)
        found.append(line)

    # inside paragraphs

    def _inside(self, container: Element, line: Line, change: Tracked | None) -> None:
        for element in container.iterchildren():
            name = local(element)
            if name == "r":
                self._run(element, line, change)
            elif name in _INSIDE:
                self._inside(element, line, change)
            elif (wrapped := tracked(element)) is not None:
                hidden = change is not None and change.act is self._reader.view.hidden
                self._inside(element, line, change if hidden else wrapped)
            elif name in _ANCHORS:
                self._anchor(line, value(element, "id"), _ANCHORS[name])
            elif element.tag == ALTERNATIVES and (branch := alternative(element)) is not None:
                self._inside(branch, line, change)
            elif str(element.tag).startswith(MATH):
                self._show("".join(_mathematics(element)), Look(), line, change)

    def _anchor(self, line: Line | None, comment: str, side: str) -> None:
        number = self._reader.comments.get(comment)
        name = f"c{number}{side}"
        if number is None or self._reader.record is None or name in self._reader.anchored:
            return
        self._reader.anchored.add(name)
        if line is None:
            self._waiting.append(name)
        else:
            line.anchor(name)

    def _run(self, run: Element, line: Line, change: Tracked | None) -> None:
        reader = self._reader
        properties = child(run, "rPr")
        before = reformatted(properties, "rPr")
        if before is not None and reader.view is View.ORIGINAL:
            properties = before[1]
        look = reader.styles.look(properties, line.look.style)
        start = line.length
        self._signs(run, look, line, change)
        if before is not None and reader.record is not None and line.length > start:
            reader.record.inserted(line, before[0], start)

    def _signs(self, run: Element, look: Look, line: Line, change: Tracked | None) -> None:
        """What stands in a run: text, breaks, notes, fields, pictures."""
        marked = _custom_mark(run)
        for element in run.iterchildren():
            name = local(element)
            if name in {"t", "delText"}:
                if marked is None:  # else it is the mark itself
                    self._show(visible(element.text or ""), look, line, change)
            elif name in _WHITE:
                self._show(_WHITE[name], look, line, change)
            elif name == "sym":
                self._show(self._symbol(element), look, line, change)
            elif name == "fldChar":
                self._fields.step(value(element, "fldCharType"))
            elif name in _REFERENCES:
                self._note((_REFERENCES[name], value(element, "id")), marked or "", line, change)
            else:
                self._other(element, name, look, line, change)

    def _other(self, element: Element, name: str, look: Look, line: Line, change: Tracked | None) -> None:
        if name == "commentReference":
            for side in _ANCHORS.values():  # a comment without a range stands where its mark is
                self._anchor(line, value(element, "id"), side)
        elif name in _PICTURES:
            self._picture(element)
        elif name == "ruby":
            for base in _children(element, "rubyBase"):
                self._inside(base, line, change)
        elif element.tag == ALTERNATIVES and (branch := alternative(element)) is not None:
            self._signs(branch, look, line, change)

    def _symbol(self, element: Element) -> str:
        sign = sign_of(value(element, "char"), value(element, "font"))
        if not sign:
            self._reader.aside.unknown_signs += 1
        return sign or "\ufffd"

    def _show(self, text: str, look: Look, line: Line, change: Tracked | None) -> None:
        """Text of a run: into the line, or into what this view does not show."""
        reader = self._reader
        if not text or self._fields.in_code:
            return
        if change is not None and change.act is reader.view.hidden:
            if reader.record is not None:
                reader.record.removed(line, change, " " if text == "\n" else text)
            return
        if look.hidden:
            reader.aside.hidden.append((line.place, text))
            return
        reader.aside.struck += look.struck and bool(text.strip())
        start = line.length
        line.write(text, look)
        if change is not None and reader.record is not None:
            reader.record.inserted(line, change, start)

    def _note(self, note: tuple[str, str], mark: str, line: Line, change: Tracked | None) -> None:
        reader = self._reader
        if change is not None and change.act is reader.view.hidden:
            if reader.record is not None:
                gone = reader.deleted(*note)
                reader.record.note_removed(line, change, gone.number, gone.text)
        elif label := reader.refer(*note, mark):
            line.mark(label)

    def _picture(self, element: Element) -> None:
        """A drawing: the words in its text boxes are told, pictures are counted."""
        reader = self._reader
        for box in _without_fallback(element, f"{W}txbxContent"):
            lines = [line.block().text for line in lines_in(Story(reader).items(box))]
            if words := " ".join(text for text in lines if text):
                reader.aside.boxes.append(words)
        reader.aside.pictures += any(True for _ in _without_fallback(element, PICTURE, IMAGE))


def _custom_mark(run: Element) -> str | None:
    """The mark a run gives its footnote itself ("*"), None when Word counts or there is no note."""
    marks = (mark for name in _REFERENCES for mark in run.iterchildren(W + name))
    if not any(value(mark, "customMarkFollows") in {"1", "true", "on"} for mark in marks):
        return None
    return (
        "".join(visible(text.text or "") for text in run.iterchildren(f"{W}t", f"{W}delText")).strip() or "*"
    )


def _children(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, through content controls and the like."""
    for part in element.iterchildren():
        found = local(part)
        if found == name:
            yield part
        elif found in _BLOCKS or tracked(part) is not None:
            yield from _children(part, name)


def _without_fallback(element: Element, *tags: str) -> Iterator[Element]:
    """The outermost elements of these names, in one branch of alternatives only."""
    for part in element.iterchildren():
        if part.tag in tags:
            yield part
        elif part.tag == ALTERNATIVES:
            branch = alternative(part)
            if branch is not None:
                yield from _without_fallback(branch, *tags)
        else:
            yield from _without_fallback(part, *tags)


def _mathematics(element: Element) -> Iterator[str]:
    for part in element.iter(f"{MATH}t", f"{W}t"):
        yield visible(part.text or "")
