# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper under the text: its measures, and what is painted on it around the words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument, QTextFrameFormat

from ui.editor.marks import mark_font
from ui.editor.styles import NOTE_INDENT
from ui.theme import Theme, page_font, page_line, scaled


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths of the page in logical pixels, at the text size in force."""

    desk: int  # grey above and below the page
    top: int  # from the upper edge of the page to the text
    bottom: int
    left: int  # between the gutter and the text
    text: int  # the column: about 75 characters
    least: int  # the column at its narrowest, if there is room at all: about 28 characters
    right: int
    side: int  # grey that stays visible left and right of the page


def measures() -> Measures:
    """The page as the printed resolution has it: a column of about 75 characters at 15 pixels."""
    return Measures(22, scaled(34), scaled(70), scaled(9), scaled(620), scaled(232), scaled(46), side=12)


def lay_out(document: QTextDocument) -> None:
    """Give the document the margins of the page."""
    size = measures()
    margins = QTextFrameFormat()
    margins.setTopMargin(size.desk + size.top)
    margins.setBottomMargin(size.desk + size.bottom)
    margins.setLeftMargin(size.left)
    margins.setRightMargin(size.right)
    document.rootFrame().setFrameFormat(margins)


def card(painter: QPainter, area: QRectF, page: QRectF, theme: Theme) -> None:
    """Paint desk and page within `area`; sides of `page` that lie outside it have no edge."""
    painter.fillRect(area, QColor(theme.background))
    painter.fillRect(page, QColor(theme.page))
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawRect(page.adjusted(0, 0, -1, -1))


def text_rect(block: QTextBlock) -> QRectF:
    """Where the lines of a block stand in its document, without the space around them.

    Qt sets the words on the lower edge of lines of a fixed height; half of the room above them is left out.
    What it calls the left edge of a block is that of its frame; the width is that of the lines.
    """
    bounds = block.document().documentLayout().blockBoundingRect(block)
    lines, height = block.layout().lineCount(), block.blockFormat().lineHeight()
    first = block.layout().lineAt(0)
    free = first.y() if first.isValid() else 0.0
    left = bounds.left() + block.blockFormat().leftMargin()
    return QRectF(left, bounds.top() + free / 2, bounds.width(), lines * height)


def stretch_rects(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """Where the characters `start` to `end` of a block (in Qt's code units) stand: one rectangle a line.

    The blanks at which lines break are left out.
    """
    origin = block.document().documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    rects = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        while low < high < end and block.document().characterAt(block.position() + high - 1).isspace():
            high -= 1
        if low < high:
            left, right = _x(line.cursorToX(low)), _x(line.cursorToX(high))
            rects.append(QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height()))
    return rects


def _x(answer: object) -> float:
    """PySide6 gives the position alone or with the cursor it was asked for."""
    return float(answer[0] if isinstance(answer, tuple | list) else answer)  # type: ignore[arg-type]


def current(painter: QPainter, block: QTextBlock, theme: Theme) -> None:
    """Tint the paragraph at the caret."""
    rect, left = text_rect(block), measures().left / 2
    painter.fillRect(rect.adjusted(-left, 0, left, 0), QColor(theme.accent_soft))


def number(painter: QPainter, block: QTextBlock, text: str, theme: Theme) -> None:
    """Write the number of a footnote before it."""
    rect, room = text_rect(block), scaled(NOTE_INDENT)
    painter.setFont(mark_font())
    painter.setPen(QColor(theme.accent))
    painter.drawText(
        QRectF(rect.left() - room, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignTop, text
    )


def unit_name(painter: QPainter, block: QTextBlock, text: str, theme: Theme) -> None:
    """Write the name of an annex or a part over its title, under a line that parts it from what is before."""
    rect = text_rect(block)
    room = QRectF(rect.left(), rect.top() - page_line(), rect.width(), page_line())
    font = page_font()
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    painter.setPen(QPen(QColor(theme.line), 1))
    line = round(room.top() - scaled(12))
    painter.drawLine(round(rect.left()), line, round(rect.right()), line)


def chosen(painter: QPainter, rects: list[QRectF], theme: Theme) -> None:
    """Outline the words of the proposal in hand."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(theme.accent), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 2), 4, 4)
