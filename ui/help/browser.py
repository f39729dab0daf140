# SPDX-License-Identifier: GPL-3.0-or-later
"""A text browser whose pictures stay sharp when they are shown smaller than they are."""

from __future__ import annotations

from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTextBrowser


class Browser(QTextBrowser):
    """Paints as `QTextBrowser` does, but pictures smoothly: Qt drops every other line of them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-across, -down)
        clip = event.rect().translated(across, down)
        painter.setClipRect(clip)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        context.clip = clip.toRectF()
        context.selections = self._selections()
        self.document().documentLayout().draw(painter, context)

    def _selections(self) -> list[QAbstractTextDocumentLayout.Selection]:
        """What is marked, and over it what is selected."""
        found = []
        for one in self.extraSelections():
            made = QAbstractTextDocumentLayout.Selection()
            made.cursor, made.format = one.cursor, one.format
            found.append(made)
        if self.textCursor().hasSelection():
            made = QAbstractTextDocumentLayout.Selection()
            made.cursor = self.textCursor()
            made.format.setBackground(self.palette().brush(QPalette.ColorRole.Highlight))
            made.format.setForeground(self.palette().brush(QPalette.ColorRole.HighlightedText))
            found.append(made)
        return found
