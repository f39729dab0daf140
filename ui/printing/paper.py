# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft on paper: as the resolution is printed, or with its proposals and the names of its paragraphs.

It is set in twips whatever it is painted on, so that preview, PDF and printer break lines and pages alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPainter, QPen

from drafting.draft import Draft
from drafting.translation import tr
from drafting.updating.records import PLACEHOLDER
from drafting.writing.layout import Layout, layout_of
from drafting.writing.masthead import Words, masthead_words
from drafting.writing.options import DEFAULTS
from ui.printing.blocks import Block, Piece, blocks_of
from ui.printing.pages import ABOVE_NOTES, Placed, Sheet, paginate
from ui.printing.shapes import POINT, Shape, page_size, shape_of
from ui.theme import load_theme

_INCH = 1440  # twips
_APART = 5  # every fifth line is numbered
_INK = "#000000"  # of what is printed whatever the screen looks like
_BESIDE = 8.0  # points: names and numbers beside the text
_GAP = 140  # twips between them and the text


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a drafter chooses for a print: `marks` for proposals and names, `lines` for numbers of lines."""

    marks: bool = False
    lines: bool = False
    paper: str = ""


class Paper:
    """The pages of a draft, ready to be painted."""

    def __init__(self, draft: Draft, wishes: Wishes) -> None:
        self._draft, self._wishes = draft, wishes
        self._layout: Layout = layout_of(draft.masthead)
        self._theme = load_theme("light")
        size = page_size(wishes.paper).sizePoints() * POINT
        self._width, self._height = size.width(), size.height()
        page = self._layout["page"]
        self._left, self._top = page["left"], page["top"]
        self._column = self._width - page["left"] - page["right"]
        blocks = blocks_of(draft, self._column, marked=wishes.marks)
        foot = self._height - page["bottom"]
        self.sheets: list[Sheet] = paginate(blocks, foot - self._first_top, foot - self._top)

    @property
    def page_layout(self) -> QPageLayout:
        """The whole sheet: margins are those of the resolution."""
        layout = QPageLayout(
            page_size(self._wishes.paper), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout

    def print(self, device: QPagedPaintDevice) -> Iterator[None]:
        """Paint page by page; the painting ends with the last of them."""
        device.setPageLayout(self.page_layout)
        painter = QPainter(device)
        try:
            scale = device.logicalDpiX() / _INCH
            painter.scale(scale, scale)
            for number in range(1, len(self.sheets) + 1):
                if number > 1:
                    device.newPage()
                self.paint(painter, number)
                yield
        finally:
            painter.end()

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint one page, from 1 on, in twips from the corner of the sheet."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet, top = self.sheets[number - 1], self._top
        if number == 1:
            self._masthead(painter)
            top = self._first_top
        else:
            self._header(painter, number)
        self._footer(painter, number)
        for placed in sheet.lines:
            self._line(painter, placed, top)
        self._behind(painter, sheet, top)
        if self._wishes.lines:
            for placed in sheet.lines[_APART - 1 :: _APART]:
                self._beside(painter, str(sheet.lines.index(placed) + 1), top + placed.top, -_GAP)
        if sheet.notes:
            self._notes(painter, sheet)

    # ------------------------------------------------------------------------------------- the text

    def _line(self, painter: QPainter, placed: Placed, top: float) -> None:
        block, at = placed.block, top + placed.top
        shape = block.shape
        line = block.line(placed.number)
        painter.setPen(QColor(_INK))
        line.draw(painter, QPointF(self._left, 0) + block.place_for(placed.number, at))
        if shape.rule and placed.number == 0:
            right = self._left + self._column - shape.right
            self._rule(painter, self._left + shape.left, right, at, shape.rule)
        if placed.number == 0 and block.label:
            self._beside(painter, block.label, at, self._margin - _GAP)

    def _beside(self, painter: QPainter, words: str, top: float, right: float) -> None:
        """A word in small grey type that ends at `right`, on the first line of what it is beside."""
        shape = replace(self._small, align="right")
        block = Block([Piece(words)], shape, round(self._left + right))
        painter.setPen(QColor(self._theme.muted))
        place = block.place_for(0, top + self._body.line - block.pitch)
        block.line(0).draw(painter, place)

    def stages(self, sheet: Sheet) -> list[tuple[Block, float]]:
        """What the room said beside the text of a page, each with its upper edge below the text's beginning.

        It stands beside the first line of its paragraph, or below the one before it where that is long.
        """
        found: list[tuple[Block, float]] = []
        free = 0.0
        for placed in sheet.lines:
            if placed.number == 0 and placed.block.stage:
                block = Block([Piece(placed.block.stage)], self._small, self._body.right - _GAP)
                at = max(placed.top + self._body.line - block.pitch, free)
                found.append((block, at))
                free = at + block.count * block.pitch
        return found

    def _behind(self, painter: QPainter, sheet: Sheet, top: float) -> None:
        """What the room said, in the margin behind the text."""
        painter.setPen(QColor(self._theme.muted))
        left = self._left + self._column - self._body.right + _GAP
        for block, at in self.stages(sheet):
            for number in range(block.count):
                place = block.place_for(number, top + at + number * block.pitch)
                block.line(number).draw(painter, QPointF(left, 0) + place)

    def _notes(self, painter: QPainter, sheet: Sheet) -> None:
        top = self._height - self._layout["page"]["bottom"] - sheet.notes_height
        rule = top - ABOVE_NOTES / 2
        ends = self._layout["separator"]
        self._rule(painter, self._left + ends["left"], self._left + ends["right"], rule, 10)
        for placed in sheet.notes:
            self._line(painter, placed, top)

    def _rule(self, painter: QPainter, left: float, right: float, top: float, width: float) -> None:
        painter.setPen(QPen(QColor(_INK), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(left, top, right, top))

    # -------------------------------------------------------------------------- around the text

    def _header(self, painter: QPainter, number: int) -> None:
        """The symbol, outside on even and odd pages, over a rule (rule 9.4)."""
        words = self._draft.masthead.symbol or PLACEHOLDER
        shape = replace(shape_of(self._layout, "Header"), align="left" if number % 2 == 0 else "right")
        block = Block([Piece(words)], shape, self._column)
        top = self._layout["page"]["header"]
        self._put(painter, block, self._left, top)
        self._rule(painter, self._left, self._left + self._column, top + block.pitch + 60, 10)

    def _footer(self, painter: QPainter, number: int) -> None:
        """The number of the page outside; inside, what the marks mean."""
        even = number % 2 == 0
        top = self._height - self._layout["page"]["footer"] - self._body.line
        if number > 1:
            of_all = f"/{len(self.sheets)}" if self._layout.get("pages_of") else ""
            side = "left" if even else "right"
            shape = replace(shape_of(self._layout, "Footer"), align=side, size=9, bold=True)
            self._put(painter, Block([Piece(f"{number}{of_all}")], shape, self._column), self._left, top)
        if self._wishes.marks:
            words = tr("Struck: proposed to go · underlined: proposed to come · not decided yet")
            shape = replace(self._small, align="right" if even else "left")
            painter.setPen(QColor(self._theme.muted))
            block = Block([Piece(words)], shape, self._column)
            block.line(0).draw(painter, QPointF(self._left, 0) + block.place_for(0, top))

    def _put(self, painter: QPainter, block: Block, left: float, top: float) -> None:
        painter.setPen(QColor(_INK))
        for number in range(block.count):
            place = block.place_for(number, top + number * block.pitch)
            block.line(number).draw(painter, QPointF(left, 0) + place)

    # ------------------------------------------------------------------------------- the masthead

    @cached_property
    def _cells(self) -> tuple[list[float], list[float]]:
        """The edges of the columns, and those of the rows, as measured; the columns fill the paper."""
        place = self._layout["masthead"]
        factor = self._column / sum(place["columns"])
        columns = [float(place["x"])]
        for width in place["columns"]:
            columns.append(columns[-1] + width * factor)
        one, two = place["rows"]
        return columns, [place["y"], place["y"] + one, place["y"] + one + two]

    @property
    def _first_top(self) -> float:
        """Where the text of the first page begins: under the masthead."""
        before = float(self._layout.get("first_line_before", 0))
        return max(float(self._top), self._cells[1][-1] + before)

    def _masthead(self, painter: QPainter) -> None:
        columns, rows = self._cells
        words = masthead_words(self._draft.resolution, DEFAULTS)
        one, two = self._layout["masthead"]["rules"]
        right = columns[-1]
        self._low(painter, [words["united nations"]], "MastheadName", (columns[1], columns[2]), rows[1])
        symbol = [words["organ of the symbol"], words["symbol"]]
        self._low(painter, symbol, "MastheadSymbol", (columns[2], right), rows[1])
        self._rule(painter, columns[0], right, rows[1], one * POINT / 8)
        shape = shape_of(self._layout, "MastheadOrgan")
        organ = self._block([words["organ"]], shape, (columns[1], columns[3]))
        self._put(painter, organ, columns[1], rows[1] + shape.before)
        top = rows[1] + self._layout["masthead"]["distribution"]
        for name in ("distribution", "issued", "", "original"):
            shape = shape_of(self._layout, "MastheadDistr")
            if name:
                block = self._block([words[name]], shape, (columns[3], right))
                self._put(painter, block, columns[3], top)
            top += shape.line
        self._rule(painter, columns[0], right, rows[2], two * POINT / 8)

    def _low(
        self,
        painter: QPainter,
        words: list[Words],
        style: str,
        ends: tuple[float, float],
        bottom: float,
    ) -> None:
        """Words on the lower edge of their cell."""
        shape = shape_of(self._layout, style)
        block = self._block(words, shape, ends)
        self._put(painter, block, ends[0], bottom - block.pitch - shape.after)

    @staticmethod
    def _block(words: list[Words], shape: Shape, ends: tuple[float, float]) -> Block:
        """Words in their own sizes: the first leads."""
        first = words[0]
        own = replace(shape, size=first.size or shape.size, bold=shape.bold or first.bold)
        pieces = [Piece(one.text, size=one.size or shape.size) for one in words]
        return Block(pieces, own, round(ends[1] - ends[0]))

    # ----------------------------------------------------------------------------------- measures

    @cached_property
    def _body(self) -> Shape:
        return shape_of(self._layout, "SingleTxtG")

    @cached_property
    def _small(self) -> Shape:
        """The type of what stands beside the text."""
        return replace(shape_of(self._layout, "Footer"), size=_BESIDE)

    @cached_property
    def _margin(self) -> float:
        """How far the text of a paragraph stands in from the edge of the column."""
        return float(self._body.left)

    def bounds(self) -> QRectF:
        """The sheet in twips."""
        return QRectF(0, 0, self._width, self._height)
