# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft as blocks of type: every paragraph of the printed document with its runs, broken into lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QTextCharFormat,
    QTextFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from drafting.draft import Draft, Role, Run
from drafting.draft.negotiating import stage_note
from drafting.resolution import Footnote, Kind, Paragraph
from drafting.writing.body import laid_text
from drafting.writing.laid import Laid, printed
from drafting.writing.layout import layout_of
from drafting.writing.options import DEFAULTS
from drafting.writing.runs import note_runs as titled_runs
from drafting.writing.runs import own_mark
from ui.editor.lines import Line, paragraph_lines
from ui.printing.shapes import POINT, Shape, laid_shape, shape_of
from ui.theme import Theme, load_theme
from ui.utf16 import Offsets

_Underline = QTextCharFormat.UnderlineStyle


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one look; a footnote mark has the key of its note."""

    text: str
    role: Role = Role.TEXT
    italic: bool = False
    note: str = ""
    size: float = 0
    """In points, 0 for that of the paragraph."""


class Block:
    """A paragraph on paper; `notes` are what its marks lead to.

    `label` stands in the margin before it, `stage` in the one behind it: what the room said of it.

    `tops` are the places of its lines from its own upper edge, without the space before it.
    """

    def __init__(
        self,
        pieces: Iterable[Piece],
        shape: Shape,
        width: int,
        *,
        label: str = "",
        theme: Theme | None = None,
    ) -> None:
        self.shape, self.label = shape, label
        self.stage = ""
        self.notes: dict[str, Block] = {}
        self._theme = theme or load_theme("light")
        self._pieces = [piece for piece in pieces if piece.text]
        self.layout = self._made()
        self.pitch = shape.line
        self._marks = list(self._places_of_marks())
        self._break(width)

    @property
    def count(self) -> int:
        """How many lines it takes."""
        return self.layout.lineCount()

    def line(self, number: int) -> QTextLine:
        """One of its lines."""
        return self.layout.lineAt(number)

    def marks_in(self, number: int) -> tuple[str, ...]:
        """The keys of the notes whose marks stand in a line."""
        line = self.line(number)
        start, end = line.textStart(), line.textStart() + line.textLength()
        return tuple(key for place, key in self._marks if start <= place < end)

    def place_for(self, number: int, top: float) -> QPointF:
        """From where a line is to be drawn so that its type stands on the foot of its pitch."""
        line, descent = self.line(number), QFontMetricsF(self.shape.font).descent()
        return QPointF(0.0, top + self.pitch - descent - line.ascent() - line.y())

    def _made(self) -> QTextLayout:
        text = "".join(piece.text for piece in self._pieces)
        layout = QTextLayout(text, self.shape.font)
        option = QTextOption(self.shape.side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Qt counts them from the beginning of the line, the layout from the edge of the column.
        option.setTabs([_tab(kind, place - self.shape.first) for kind, place in self.shape.tabs])
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        offsets, at, ranges = Offsets(text), 0, []
        for piece in self._pieces:
            made = QTextLayout.FormatRange()
            made.start = offsets.to_qt(at)
            made.length = offsets.to_qt(at + len(piece.text)) - made.start
            made.format = self._format(piece)
            ranges.append(made)
            at += len(piece.text)
        layout.setFormats(ranges)
        return layout

    def _format(self, piece: Piece) -> QTextCharFormat:
        made, theme = QTextCharFormat(), self._theme
        made.setFontItalic(piece.italic != self.shape.italic)
        if piece.size and piece.size != self.shape.size:
            made.setProperty(QTextFormat.Property.FontPixelSize, round(piece.size * POINT))
        if piece.role is Role.MARK:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif piece.role is Role.OLD:
            made.setForeground(QColor(theme.deleted))
            made.setFontStrikeOut(True)
        elif piece.role in (Role.NEW, Role.NEW_BLANK):
            made.setForeground(QColor(theme.inserted))
            made.setUnderlineStyle(_Underline.SingleUnderline)
        elif piece.role is Role.REMARK:
            made.setUnderlineStyle(_Underline.DashUnderline)
        elif piece.role is Role.BLANK:
            made.setUnderlineStyle(_Underline.DotLine)
        return made

    def _places_of_marks(self) -> Iterator[tuple[int, str]]:
        offsets, at = Offsets("".join(piece.text for piece in self._pieces)), 0
        for piece in self._pieces:
            if piece.note:
                yield offsets.to_qt(at), piece.note
            at += len(piece.text)

    def _break(self, width: int) -> None:
        """Break the text into lines; those of the first paragraph line begin at `first`."""
        shape = self.shape
        self.layout.beginLayout()
        for number in count():
            line = self.layout.createLine()
            if not line.isValid():
                break
            left = shape.first if number == 0 else shape.left
            line.setLineWidth(max(width - left - shape.right, 1))
            line.setPosition(QPointF(left, number * self.pitch))
        self.layout.endLayout()


def _tab(kind: str, place: int) -> QTextOption.Tab:
    kinds = {"right": QTextOption.TabType.RightTab, "center": QTextOption.TabType.CenterTab}
    return QTextOption.Tab(float(place), kinds.get(kind, QTextOption.TabType.LeftTab))


def blocks_of(draft: Draft, width: int, *, marked: bool) -> list[Block]:
    """The document from under its masthead to its end, for a column of this width.

    `marked` shows what is proposed in the text, and names the paragraphs in the margin.
    """
    layout, options = layout_of(draft.masthead), DEFAULTS
    mine = {draft.label(one.key).id: one for one in draft.paragraphs}
    note_shape = shape_of(layout, "FootnoteText")
    made: list[Block] = []
    for laid in laid_text(draft.resolution, options):
        one, shape = mine.get(laid.paragraph.id), laid_shape(layout, laid)
        if one is None:
            block = Block([*_lead(laid), *_plain(laid.paragraph)], shape, width)
            notes = {own_mark(note): _own_note(note) for note in laid.paragraph.footnotes}
        else:
            label = laid.paragraph.id if marked and one.kind is not Kind.HEADING else ""
            text, *below = paragraph_lines(draft, one, marked)
            block = Block([*_lead(laid), *_pieces(text.runs)], shape, width, label=label)
            block.stage = stage_note(one) if marked else ""
            notes = {line.note: _note(line) for line in below}
        block.notes = {key: Block(pieces, note_shape, width) for key, pieces in notes.items()}
        made.append(block)
    return made


def _lead(laid: Laid) -> Iterator[Piece]:
    """The number of a paragraph, and what leads from it to the words."""
    number = printed(laid.paragraph) if laid.place is not None else ""
    if not number:
        yield Piece(laid.indent)
    elif laid.indent:
        yield Piece(f"{number}{laid.indent}".replace("\n", "\u2028"))
    elif laid.paragraph.kind is Kind.HEADING:
        yield Piece(f"\t{number}\t")
    else:
        yield Piece(f"{number}\t")


def _plain(paragraph: Paragraph) -> Iterator[Piece]:
    """A line of the document that is no paragraph of the draft."""
    text = paragraph.text.replace("\n", "\u2028")
    cuts = {note.offset: own_mark(note) for note in paragraph.footnotes}
    opening = len(paragraph.opening) if text.startswith(paragraph.opening) else 0
    edges = sorted({0, opening, len(text), *cuts})
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        if start in cuts:
            yield Piece(cuts[start], note=cuts[start])
        yield Piece(text[start:end], italic=start < opening)


def _pieces(runs: Iterable[Run]) -> Iterator[Piece]:
    for run in runs:
        if run.role is Role.MARK:
            yield Piece(run.text, Role.MARK, note=run.key)
        else:
            yield Piece(run.text.replace("\n", "\u2028"), run.role, italic=run.role is Role.OPENING)


def _note(line: Line) -> list[Piece]:
    """A footnote of the text: its number, and its words with titles in italics."""
    words = [Piece(part.text, run.role, part.italic) for run in line.runs for part in titled_runs(run.text)]
    return [Piece(line.number, Role.MARK), Piece("\t"), *words]


def _own_note(note: Footnote) -> list[Piece]:
    return [
        Piece(f"{own_mark(note)}\t"),
        *(Piece(part.text, italic=part.italic) for part in titled_runs(note.text)),
    ]
