# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnote marks in the text: small raised figures that can be deleted and walked over, but not typed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from ui.editor.styles import NUMBER
from ui.theme import page_font


def mark_font() -> QFont:
    """The figures of a footnote mark."""
    return page_font(10)


class NoteMark(QPyTextObject):
    """Paints the number that the format of the mark carries."""

    def intrinsicSize(self, doc: QTextDocument, pos_in_document: int, format_: QTextFormat) -> QSizeF:
        """As wide as the number and as high as the text, so that lines keep their distance."""
        width = QFontMetricsF(mark_font()).horizontalAdvance(_number(format_))
        return QSizeF(width + 1, page_font().pixelSize() * 0.8)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos_in_document: int,
        format_: QTextFormat,
    ) -> None:
        """The number at the top of its place."""
        painter.save()
        painter.setFont(mark_font())
        painter.setPen(format_.toCharFormat().foreground().color())
        top = QRectF(rect).adjusted(0, -QFontMetricsF(mark_font()).descent(), 4, 0)
        painter.drawText(top, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, _number(format_))
        painter.restore()


def _number(format_: QTextFormat) -> str:
    return str(format_.property(NUMBER) or "")
