# SPDX-License-Identifier: GPL-3.0-or-later
"""How a row of a list is drawn as a card: a head, texts under it, and an outline for the chosen one.

The chosen card leaves room for its fields and buttons, which are real widgets.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPolygonF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.panels.card_model import ROW
from ui.theme import Theme, current_theme, scaled, ui_font

GAP = 8  # between cards
PAD = 12  # inside a card
RADIUS = 6
LINE = 6  # between the lines of a card
MOST_LAID = 2000


@dataclass(frozen=True, slots=True)
class Laid:
    """The texts of a card laid out for one width, each with its top from that of the head, in pixels."""

    texts: tuple[tuple[QTextDocument, float], ...]
    height: int  # without frame, fields and buttons


class CardDelegate(QStyledItemDelegate):
    """Draws rows as cards; `actions_height` is the room the chosen one keeps for its widgets."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.here = ""
        """The paragraph at the caret: its cards carry a mark."""
        self.actions_height = 0
        self.width = 300
        self._laid: dict[tuple[Any, bool, int], Laid] = {}
        # The same rows are asked for several times in one act: what they look like is worked out once.
        self._asked: dict[tuple[int, bool, int], tuple[Any, Laid]] = {}

    @abstractmethod
    def texts(self, row: Any, chosen: bool, width: int) -> Sequence[QTextDocument]:
        """What stands under the head of a card, laid out for a width."""

    @abstractmethod
    def draw_head(self, painter: QPainter, line: QRect, row: Any, theme: Theme) -> None:
        """Draw the first line of a card."""

    def quiet(self, row: Any) -> bool:
        """Whether a card steps back, because nothing is left to do with it."""
        return False

    def text_left(self, row: Any) -> int:
        """How far the texts stand in."""
        return 0

    def looks(self, row: Any) -> Any:
        """All that the texts of a card depend on: a row without its number in the list."""
        return replace(row, number=0, total=0)

    def forget(self) -> None:
        """Lay everything out anew: the theme or the text size changed."""
        self._laid.clear()
        self._asked.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW)
        height = self._layout(row).height + 2 * PAD - 2
        if row.id == self.chosen and self.actions_height:
            height += LINE + 2 + self.actions_height
        return QSize(self.width, height + GAP)

    def actions_rect(self, rect: QRect) -> QRect:
        """Where in the rectangle of the chosen card its widgets belong."""
        card = rect.adjusted(0, 0, 0, -GAP)
        top = card.bottom() + 1 - PAD - self.actions_height
        return QRect(card.left() + PAD, top, card.width() - 2 * PAD, self.actions_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        theme = current_theme()
        card = option.rect.adjusted(0, 0, 0, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._frame(painter, QRectF(card), theme, (row.id == self.chosen, hovered, self.quiet(row)))
        inner = card.adjusted(PAD, PAD - 2, -PAD, -PAD)
        head = QRect(inner.left(), inner.top(), inner.width(), head_height())
        if self.here and getattr(row, "key", "") == self.here:
            draw_here(painter, head, theme)
        self.draw_head(painter, head, row, theme)
        for document, top in self._layout(row).texts:
            painter.save()
            painter.translate(QPointF(inner.left() + self.text_left(row), inner.top() + top))
            document.drawContents(painter)
            painter.restore()
        painter.restore()

    def _frame(self, painter: QPainter, rect: QRectF, theme: Theme, state: tuple[bool, bool, bool]) -> None:
        chosen, hovered, quiet = state
        width = 2.0 if chosen else 1.0
        edge = theme.accent if chosen else theme.border if hovered else theme.line
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(theme.panel if quiet and not chosen else theme.page))
        inset = width / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _layout(self, row: Any) -> Laid:
        chosen = row.id == self.chosen
        asked = (id(row), chosen, self.width)
        known = self._asked.get(asked)
        if known is not None and known[0] is row:
            return known[1]
        key = (self.looks(row), chosen, self.width)
        if len(self._laid) > MOST_LAID or len(self._asked) > MOST_LAID:
            self.forget()
        if key not in self._laid:
            self._laid[key] = _stacked(self.texts(row, chosen, self.width - 2 * PAD))
        self._asked[asked] = (row, self._laid[key])
        return self._laid[key]


def _stacked(texts: Sequence[QTextDocument]) -> Laid:
    """Texts under the head, one below the other: the first a full line apart, the others a little less.

    Their heights are measured once: they are asked for with every layout of the list.
    """
    placed, top = [], float(head_height() + LINE)
    for text in texts:
        placed.append((text, top))
        top += text.size().height() + LINE - 2
    return Laid(tuple(placed), round(top - LINE + 2))


def draw_here(painter: QPainter, head: QRect, theme: Theme) -> None:
    """The sign of what belongs to the paragraph at the caret: a wedge before the head, on the edge."""
    half, middle = min(scaled(5), PAD // 2), head.center().y() + 0.5
    left = head.left() - PAD + 2
    wedge = [QPointF(left, middle - half), QPointF(left + half + 1, middle), QPointF(left, middle + half)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawPolygon(QPolygonF(wedge))


def head_height() -> int:
    """The height of the first line of a card."""
    return QFontMetrics(head_font()).height()


def head_font() -> QFont:
    """The bold font of the first line."""
    font = ui_font(13)
    font.setWeight(QFont.Weight.Bold)
    return font


def document(font: QFont, width: int, line: int) -> QTextDocument:
    """An empty document whose lines stand `line` pixels apart."""
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultFont(font)
    made.setTextWidth(width)
    QTextCursor(made).setBlockFormat(block(line))
    return made


def block(line: int, above: int = 0) -> QTextBlockFormat:
    """A paragraph whose lines stand `line` pixels apart, `above` pixels under what is before."""
    made = QTextBlockFormat()
    made.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setTopMargin(above)
    return made


def ink(colour: str, ground: str = "") -> QTextCharFormat:
    """Characters in a colour, on a ground if one is given."""
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if ground:
        made.setBackground(QColor(ground))
    return made


def draw_chip(painter: QPainter, line: QRect, words: str, colours: tuple[str, str], edge: str = "") -> QRect:
    """A small word on its ground (ground and ink in `colours`) at the left end of a line; where it stands."""
    font = ui_font(11)
    metrics = QFontMetrics(font)
    size = QSize(metrics.horizontalAdvance(words) + scaled(14), metrics.height() + 2)
    chip = QRect(line.left(), line.center().y() - size.height() // 2, size.width(), size.height())
    painter.setPen(QPen(QColor(edge)) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours[0]))
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(colours[1]))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
    return chip
