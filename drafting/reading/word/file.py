# SPDX-License-Identifier: GPL-3.0-or-later
"""One Word file, its parts parsed once, and read as often as it has texts: after the changes and before."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.reading.blocks import Block
from drafting.reading.source import Document
from drafting.reading.word.comments import Comments
from drafting.reading.word.furniture import furniture_of
from drafting.reading.word.lines import Line
from drafting.reading.word.names import Element, W, child
from drafting.reading.word.notes import Key, Notes, note_block
from drafting.reading.word.numbering import Numbering
from drafting.reading.word.package import Package
from drafting.reading.word.reader import Aside, Deleted, Reader
from drafting.reading.word.story import Item, Story, lines_in, with_boxes
from drafting.reading.word.styles import Styles
from drafting.reading.word.tracked import CHANGES, Record, View

_STEP = 200  # paragraphs between two words to whoever watches


@dataclass(frozen=True, slots=True)
class Text:
    """One of the texts of a file, before masthead and text are parted.

    `first` is the header of the first page, `others` are the lines of all other headers and footers,
    `unmarked` the texts of notes that no mark refers to.
    """

    items: list[Item]
    notes: Notes
    note_blocks: list[Block]
    unmarked: list[str]
    first: list[Line]
    others: list[str]
    aside: Aside
    record: Record | None


class WordFile:
    """The parts of a Word file; raises UnreadableFile when one of them cannot be had."""

    def __init__(self, document: Document, *, literal: bool = False) -> None:
        self._document = document
        self._literal = literal
        package = Package(document)
        root = package.root()
        body = child(root, "body")
        self._body = root if body is None else body
        self._settings = package.related("settings")
        self._styles = Styles(package.related("styles"))
        self._numbering = package.related("numbering")
        self._notes = [package.related("footnotes"), package.related("endnotes")]
        self._furniture = furniture_of(package, self._body)
        self._paragraphs = sum(1 for _ in self._body.iter(f"{W}p"))
        self._done = 0
        self.is_tracked = self._has_changes()
        self.comments = Comments.of_part(package.related("comments"), self._body, self._words)

    def read(self, view: View, before: Text | None = None) -> Text:
        """One text; `before` is the text before the changes, which knows what deleted footnotes said."""
        notes = Notes.of_parts(self._notes, self._body, self._settings)
        reader = self._reader(view)
        reader.refer = notes.refer
        if view is View.ACCEPTED:
            reader.record, reader.comments = Record(), self.comments.places
            reader.deleted = _Gone(notes, before)
        items = Story(reader).items(self._body)
        return Text(
            items,
            notes,
            [self._note(reader, notes, key) for key in list(notes.labels)],
            [" ".join(self._plain(notes.elements[key], view)) for key in notes.unmarked()],
            [line for part in self._furniture.first for line in self._lines(part, view)],
            [text for part in self._furniture.others for text in self._plain(part, view)],
            reader.aside,
            reader.record,
        )

    def _reader(self, view: View) -> Reader:
        """What reads a stretch without notes and without a record of changes."""
        numbering = Numbering(self._numbering, self._styles)
        return Reader(view, self._styles, numbering, self._step, literal=self._literal)

    def _lines(self, part: Element, view: View) -> list[Line]:
        return list(with_boxes(lines_in(Story(self._reader(view)).items(part))))

    def _plain(self, part: Element, view: View) -> list[str]:
        return [line.text for line in self._lines(part, view) if line.text]

    def _words(self, part: Element) -> str:
        return " ".join(self._plain(part, View.ACCEPTED))

    @staticmethod
    def _note(reader: Reader, notes: Notes, key: Key) -> Block:
        label = notes.labels[key]
        if reader.record is not None:
            reader.record.note = int(label) if label.isdigit() else 0
        block = note_block(with_boxes(lines_in(Story(reader).items(notes.elements[key]))), label)
        if reader.record is not None:
            reader.record.note = None
        return block

    def _step(self) -> None:
        self._done += 1
        if self._done % _STEP == 1:
            total = self._paragraphs * (2 if self.is_tracked else 1)
            self._document.watch.step(self._document.path, min(self._done, total), total)

    def _has_changes(self) -> bool:
        names = [f"{W}{name}" for name in CHANGES]
        parts = [self._body, *(part for part in self._notes if part is not None)]
        return any(True for part in parts for _ in part.iter(*names))


class _Gone:
    """Answers what the footnotes said whose marks were deleted."""

    def __init__(self, notes: Notes, before: Text | None) -> None:
        self._notes = notes
        self._said: dict[Key, Deleted] = {}
        if before is not None:
            for (key, label), block in zip(before.notes.labels.items(), before.note_blocks, strict=True):
                self._said[key] = Deleted(int(label) if label.isdigit() else 0, block.text)

    def __call__(self, kind: str, key: str) -> Deleted:
        self._notes.gone.add((kind, key))
        return self._said.get((kind, key), Deleted(None, ""))
