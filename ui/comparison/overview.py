# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip beside the rows: a mark for every change, the window's place, and the way to get there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from drafting.translation import tr
from ui.comparison.model import Fold
from ui.comparison.rows import Layer, Row, Tint
from ui.comparison.view import RowsView
from ui.theme import Theme, current_theme, scaled, themes

_WIDTH = 34
_EDGE = 9  # px left and right of the marks
_LEAST_MARK, _MOST_MARK = 4, 14
_LEAST_WINDOW = 24
_COLOURS = {
    Tint.ADDED: "inserted",
    Tint.BACK: "accent",
    Tint.REMOVED: "deleted",
    Tint.MOVED: "new",
    Tint.JOINED: "new",
}


class Overview(QWidget):
    """Serves as the scroll bar of the rows; a click or drag jumps, the wheel scrolls.

    A change spans the strip; what stands in one version only, and each end of a move, is on its own half.
    The keys for next and previous change do the same without a mouse.
    """

    def __init__(self, view: RowsView) -> None:
        super().__init__()
        self._view = view
        self._drawn: QPixmap | None = None
        self._marks: list[tuple[int, int, int | None, str]] = []  # top, height in the rows; column; colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Overview of changes"))
        self.setToolTip(tr("Every mark is a change; click or drag to go there"))
        view.laid_out.connect(self._measure)
        view.rows.modelReset.connect(self._measure)
        view.rows.filtered.connect(self._measure)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.verticalScrollBar().rangeChanged.connect(self._renew)
        themes().changed.connect(self.updateGeometry)
        themes().changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDTH), 200)

    def marks(self) -> list[tuple[float, int | None]]:
        """The middle of each mark in parts of the strip, and its column (None for both)."""
        extent = self._extent()
        return [((top + height / 2) / extent, column) for top, height, column, _ in self._marks]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        if self._drawn is None:
            self._drawn = self._drawing()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), 1))
        ground = QColor(theme.accent)
        ground.setAlphaF(0.08)
        painter.setBrush(ground)
        painter.drawRoundedRect(self._window(), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew()

    def _renew(self) -> None:
        self._drawn = None
        self.update()

    def _drawing(self) -> QPixmap:
        """The marks, which stay while the window moves over them."""
        theme, ratio = current_theme(), self.devicePixelRatioF()
        drawing = QPixmap(self.size() * ratio)
        drawing.setDevicePixelRatio(ratio)
        drawing.fill(QColor(theme.panel))
        painter = QPainter(drawing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, 1, self.height(), QColor(theme.line))
        scale = self.height() / self._extent()
        for top, height, column, meaning in self._marks:
            _draw_mark(painter, self._mark(top, height, column, scale), meaning, theme)
        painter.end()
        return drawing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._jump(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._view.wheelEvent(event)

    def _jump(self, event: QMouseEvent) -> None:
        """Puts the middle of the window at the point clicked."""
        share = event.position().y() / max(self.height(), 1)
        self._view.verticalScrollBar().setValue(
            round(share * self._extent() - self._view.viewport().height() / 2)
        )

    def _extent(self) -> int:
        """What the strip stands for: all rows, or the window where they are few and do not fill it."""
        return max(self._view.total(), self._view.viewport().height(), 1)

    def _measure(self) -> None:
        rows, marks = self._view.rows, []
        for line in range(rows.rowCount()):
            entry = rows.entry(line)
            if isinstance(entry, Fold) or entry.quiet(rows.shown):
                continue
            top, height = self._view.place(line)
            tint = next((cell.tint for cell in entry.cells if cell and cell.tint), None)
            meaning = _COLOURS[tint] if tint else "changed" if entry.layer is Layer.SUBSTANCE else "stable"
            marks.append((top, height, _column(entry), meaning))
        self._marks = marks  # at once: asking for a place may lay the rows out, which comes back here
        self._renew()

    def _mark(self, top: int, height: int, column: int | None, scale: float) -> QRectF:
        comparison = self._view.rows.comparison
        count = len(comparison.columns) if comparison else 2
        edge, inner = scaled(_EDGE), self.width() - 2 * scaled(_EDGE)
        part = (inner + 2) / count
        left, width = (edge, inner) if column is None else (edge + part * column, max(part - 2, 2))
        pixels = min(max(height * scale - 2, scaled(_LEAST_MARK)), scaled(_MOST_MARK))
        middle = (top + height / 2) * scale
        return QRectF(left, middle - pixels / 2, width, pixels)

    def _window(self) -> QRectF:
        total = self._extent()
        share = min(1.0, self._view.viewport().height() / total)
        pixels = max(share * self.height(), min(scaled(_LEAST_WINDOW), self.height()))
        top = self._view.verticalOffset() / total * self.height()
        top = min(top, self.height() - pixels)
        return QRectF(4, top, self.width() - 7, pixels).adjusted(0.5, 0.5, -0.5, -0.5)


def _draw_mark(painter: QPainter, place: QRectF, meaning: str, theme: Theme) -> None:
    """What was left out is hollow, what moved is round, all else is filled: not by colour alone."""
    ink = QColor(getattr(theme, meaning))
    hollow = meaning == _COLOURS[Tint.REMOVED]
    painter.setPen(QPen(ink, 1.5) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else ink)
    if meaning == _COLOURS[Tint.MOVED]:
        size = max(min(place.width(), place.height()), 4.0)
        painter.drawEllipse(place.center(), size / 2, size / 2)
    else:
        painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75) if hollow else place, 1.5, 1.5)


def _column(row: Row) -> int | None:
    """The one column a change stands in: where a paragraph moved to, where it is alone; None for several."""
    sides = [at for at, cell in enumerate(row.cells) if cell]
    moved = [at for at in sides if row.cells[at].tint is Tint.MOVED]  # type: ignore[union-attr]
    if len(sides) == 1 or row.ghost:
        return sides[0]
    changed = [at for at in range(len(row.pairs)) if row.changed(at)]
    return moved[-1] if moved else changed[0] if len(changed) == 1 and len(row.cells) > 2 else None
