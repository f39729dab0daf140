# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of checking as a card with a switch; drawn, so that all are there as soon as they are wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from drafting.translation import tr
from ui.checks.rows import WORDS
from ui.checks.rule_model import RuleFilter, RuleRow
from ui.checks.sign import colours
from ui.panels.card import CardDelegate, document, draw_chip, head_font, head_height, ink
from ui.panels.card_model import ROW
from ui.theme import Theme, current_theme, scaled, themes, ui_font

BOX = 15
_CHECKED = Qt.ItemDataRole.CheckStateRole
_TICK = ((0.22, 0.52), (0.43, 0.73), (0.8, 0.3))  # in parts of the box
At = QModelIndex | QPersistentModelIndex


class RuleCards(CardDelegate):
    """The switch, the name and the weight of a rule in the head; what it says and its source below."""

    def texts(self, row: RuleRow, chosen: bool, width: int) -> Sequence[QTextDocument]:
        indent, colour = _indent(), current_theme().muted
        made = []
        for words in row.told:
            text = document(ui_font(12), width - indent, scaled(17))
            _write(QTextCursor(text), words, colour)
            made.append(text)
        return made

    def looks(self, row: RuleRow) -> Any:
        return row.id

    def sizeHint(self, option: QStyleOptionViewItem, index: At) -> QSize:
        if index.data(ROW).rule is None:
            return QSize(self.width, QFontMetrics(ui_font(11)).height() + scaled(14))
        return super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: At) -> None:
        row = index.data(ROW)
        if row.rule is None:
            painter.setFont(head_font())
            painter.setPen(QColor(current_theme().muted))
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(option.rect.adjusted(2, 0, 0, -scaled(6)), bottom, row.place)
            return
        super().paint(painter, option, index)

    def draw_head(self, painter: QPainter, line: QRect, row: RuleRow, theme: Theme) -> None:
        assert row.rule is not None
        if row.switch:
            _box(painter, QRectF(line), row.on, theme)
        right = line.right()
        chips = [(tr(WORDS[row.rule.severity]), colours(row.rule.severity, theme))]
        chips += [(tr("before submitting"), (theme.background, theme.muted))] if row.rule.blocking else []
        chips += [(tr("as proposals"), (theme.background, theme.muted))] if row.rule.generated else []
        for words, ground in chips:
            width = QFontMetrics(ui_font(11)).horizontalAdvance(words) + scaled(14)
            draw_chip(painter, QRect(right - width + 1, line.top(), width, line.height()), words, ground)
            right -= width + scaled(6)
        painter.setFont(head_font())
        painter.setPen(QColor(theme.text))
        place = QRect(line.left() + _indent(), line.top(), right - line.left() - _indent(), line.height())
        words = QFontMetrics(head_font()).elidedText(row.place, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def text_left(self, row: RuleRow) -> int:
        return _indent()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: At
    ) -> bool:
        """The space bar switches, and so does a click on the head of a card."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Select)
        if isinstance(event, QKeyEvent):
            wanted = event.type() is QEvent.Type.KeyPress and event.key() in keys
        else:
            wanted = event.type() is QEvent.Type.MouseButtonRelease and _on_head(event, option.rect)
        if not wanted or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        on = Qt.CheckState(index.data(_CHECKED)) is Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _CHECKED)


def _on_head(event: QEvent, rect: QRect) -> bool:
    if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
        return False
    return 0 <= event.position().y() - rect.top() <= head_height() + scaled(16)


def _indent() -> int:
    return scaled(BOX + 8)


def _box(painter: QPainter, line: QRectF, on: bool, theme: Theme) -> None:
    """A switch: ticked when on, so that it is not told by its colour alone."""
    size = scaled(BOX)
    box = QRectF(line.left() + 0.5, line.center().y() - size / 2, size, size)
    painter.setPen(QPen(QColor(theme.accent if on else theme.muted)))
    painter.setBrush(QColor(theme.accent if on else theme.page))
    painter.drawRoundedRect(box, 4, 4)
    if on:
        painter.setPen(QPen(QColor(theme.on_accent), 2))
        painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x * size, y * size) for x, y in _TICK]))


def _write(cursor: QTextCursor, words: str, colour: str) -> None:
    """Write the words of a rule; what stands between asterisks in italics."""
    for number, piece in enumerate(re.split(r"\*([^*]+)\*", words)):
        look = ink(colour)
        look.setFontItalic(bool(number % 2))
        cursor.insertText(piece, look)


class RuleList(QListView):
    """The cards of the rules."""

    def __init__(self, rules: RuleFilter) -> None:
        super().__init__()
        self.cards = RuleCards(self)
        self.rules = rules
        self.setItemDelegate(self.cards)
        self.setAccessibleName(tr("Checks"))
        self.setProperty("role", "cards")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(20)
        self.setModel(
            rules
        )  # last: what was set before would lay all cards out for a width they will not have
        themes().changed.connect(self._dress)

    @property
    def chosen(self) -> str:
        """The id of the rule under the keyboard, empty when there is none."""
        index = self.currentIndex()
        return index.data(ROW).id if index.isValid() else ""

    def choose(self, rule_id: str) -> None:
        """Bring a rule into view, its switch under the keyboard."""
        index = self.rules.index_of(rule_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: At, previous: At) -> None:
        super().currentChanged(current, previous)
        self.cards.chosen = self.chosen
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.cards.width != self.viewport().width():
            self.cards.width = self.viewport().width()
            self.cards.forget()
            self.scheduleDelayedItemsLayout()

    def _dress(self) -> None:
        self.cards.forget()
        self.scheduleDelayedItemsLayout()
