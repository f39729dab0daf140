# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison on paper: landscape pages, each under the heads of its columns, in the colours for paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from drafting.translation import listed, tr
from ui.comparison import sentences
from ui.comparison.layouts import RIGHT, SIDE, Layouts, Look
from ui.comparison.model import Entry, Fold
from ui.comparison.painting import RowPainter
from ui.comparison.rows import Comparison, Row
from ui.theme import load_theme, scaled, themes, ui_font

_ZOOM = {2: 0.8, 3: 0.72, 4: 0.64}
_LEAST_ZOOM = 0.58  # of the size on the screen: five columns in 6.5 points
_INCH = 96  # px on the screen
_MARGIN = 12.0  # mm
_LEGEND = 380  # px
_EMPTY = 0.3  # of a page at its end
_TITLE, _HEAD, _FOOT, _FOLD = 24, 64, 28, 28  # px


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands on one page of a row or a fold: the heights from `start` to `end` of it."""

    entry: Entry
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class _Face:
    """How a line of words is set."""

    size: int
    bold: bool = False
    muted: bool = False
    right: bool = False


def landscape(device: QPagedPaintDevice) -> None:
    """Sets the page: A4, landscape."""
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )


class Paper:
    """The rows and folds as they are shown in the window, to be printed on a device."""

    def __init__(self, comparison: Comparison, entries: Sequence[Entry], look: Look) -> None:
        self._comparison, self._entries = comparison, entries
        self._theme = load_theme("light")
        self._layouts = Layouts(comparison, theme=self._theme, look=look)
        self.pages: list[list[Strip]] = []

    def print(self, device: QPagedPaintDevice) -> Iterator[None]:
        """Prints page by page, in pieces of work; the painting ends with the last of them."""
        zoom = _ZOOM.get(len(self._comparison.columns), _LEAST_ZOOM) / themes().scale
        factor = zoom * device.logicalDpiX() / _INCH
        width, height = round(device.width() / factor), device.height() / factor
        rows = RowPainter(self._layouts, self._layouts.columns(width))
        yield from self._paginate(rows, height - scaled(_TITLE) - scaled(_HEAD) - scaled(_FOOT))
        painter = QPainter(device)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            painter.scale(factor, factor)
            for number, strips in enumerate(self.pages, start=1):
                if number > 1:
                    device.newPage()
                self._head(painter, rows)
                self._foot(painter, width, height, number)
                self._body(painter, rows, strips)
                yield
        finally:
            painter.end()

    # ------------------------------------------------------------------------------------- pages

    def _paginate(self, rows: RowPainter, room: float) -> Iterator[None]:
        """Fills pages: a row is parted only where much of a page would stay empty, and only between lines."""
        self.pages, left = [[]], room
        for entry in self._entries:
            height = float(scaled(_FOLD) if isinstance(entry, Fold) else rows.height(entry))
            start = 0.0
            while height - start > left:
                if isinstance(entry, Row) and left > room * _EMPTY:
                    end = rows.break_before(entry, start + left, start)
                    self.pages[-1].append(Strip(entry, start, end))
                    start = end
                self.pages.append([])
                left = room
            self.pages[-1].append(Strip(entry, start, height))
            left -= height - start
            yield

    # ------------------------------------------------------------------------------------ painting

    def _head(self, painter: QPainter, rows: RowPainter) -> None:
        width, comparison = rows.columns.width, self._comparison
        title = QRectF(0, 0, width - scaled(_LEGEND), scaled(_TITLE))
        self._write(painter, title, comparison.new.resolution.masthead.title, _Face(13))
        title.setRect(title.right(), 0, scaled(_LEGEND), scaled(_TITLE))
        legend = tr("Struck: gone · Underlined: came · Grey: routine · Dotted: style")
        self._write(painter, title, legend, _Face(11, muted=True, right=True))
        top, height = scaled(_TITLE), scaled(_HEAD)
        painter.fillRect(QRectF(0, top, width, height), QColor(self._theme.panel))
        for at, column in enumerate(comparison.columns):
            left, pane = rows.columns.pane(at)
            told = sentences.size(column.version)
            if column.against is not None:
                before = comparison.versions[column.against].spoken
                told = sentences.from_before(comparison, at, before)
            inside = QRectF(left + scaled(SIDE), top + 4, pane - scaled(SIDE) - 4, height / 3 - 2)
            self._write(painter, inside, column.version.name, _Face(14, bold=True))
            inside.translate(0, height / 3 - 2)
            self._write(painter, inside, column.version.subtitle, _Face(11, muted=True))
            inside.translate(0, height / 3 - 2)
            self._write(painter, inside, told, _Face(11, muted=True))
            if at:
                painter.fillRect(QRectF(left, top, 1, height), QColor(self._theme.line))
        painter.fillRect(QRectF(0, top + height - 1.5, width, 1.5), QColor(self._theme.border))

    def _foot(self, painter: QPainter, width: float, height: float, number: int) -> None:
        place = QRectF(0, height - scaled(_FOOT), width, scaled(_FOOT))
        names = listed([version.spoken for version in self._comparison.versions])
        self._write(painter, place, tr("{names} compared").format(names=names), _Face(11, muted=True))
        self._write(
            painter,
            place,
            tr("page {number} of {all}").format(number=number, all=len(self.pages)),
            _Face(11, muted=True, right=True),
        )

    def _body(self, painter: QPainter, rows: RowPainter, strips: Sequence[Strip]) -> None:
        top = float(scaled(_TITLE) + scaled(_HEAD))
        for strip in strips:
            place = QRectF(0, top, rows.columns.width, strip.end - strip.start)
            painter.save()
            painter.setClipRect(place)
            if isinstance(strip.entry, Fold):
                self._fold(painter, place, strip.entry)
            else:
                self._row(painter, place, rows, strip)
            painter.restore()
            top += place.height()

    def _fold(self, painter: QPainter, place: QRectF, fold: Fold) -> None:
        painter.fillRect(place, QColor(self._theme.background))
        inside = place.adjusted(scaled(SIDE), 0, -scaled(RIGHT), 0)
        self._write(painter, inside, f"▸  {fold.words}", _Face(12, muted=True))

    def _row(self, painter: QPainter, place: QRectF, rows: RowPainter, strip: Strip) -> None:
        assert isinstance(strip.entry, Row)
        top, height = place.top() - strip.start, rows.height(strip.entry)
        for at, cell in enumerate(strip.entry.cells):
            left, width = rows.columns.pane(at)
            pane = QRectF(left, top, width, height - 1)
            if cell is None:
                painter.fillRect(pane, QColor(self._theme.background))
            else:
                rows.paint_cell(painter, pane, cell, at)
            if at:
                painter.fillRect(QRectF(left, top, 1, height), QColor(self._theme.line))
        rows.paint_brackets(painter, 0, top, strip.entry)
        painter.fillRect(QRectF(0, top + height - 1, place.width(), 1), QColor(self._theme.line))

    def _write(self, painter: QPainter, place: QRectF, words: str, face: _Face) -> None:
        """One line of words; its end is cut where there is no room."""
        font = ui_font(face.size)
        font.setWeight(QFont.Weight.Bold if face.bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted if face.muted else self._theme.text))
        side = Qt.AlignmentFlag.AlignRight if face.right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
