# SPDX-License-Identifier: GPL-3.0-or-later
"""How a dropped paragraph is drawn as a card, and the buttons on the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextCursor, QTextDocument

from drafting.draft import Draft
from drafting.translation import tr
from ui.flow import FlowLayout
from ui.panels.card import CardDelegate, document, draw_chip, head_font, ink
from ui.panels.card_list import ENTER, CardTools
from ui.panels.dropped_rows import DroppedRow
from ui.theme import Theme, current_theme, page_font, page_line, scaled, ui_font
from ui.widgets import plain_button, primary_button


class DroppedCards(CardDelegate):
    """Place and version in the head; the first words below, all of them when chosen."""

    def texts(self, row: DroppedRow, chosen: bool, width: int) -> Sequence[QTextDocument]:
        theme = current_theme()
        words = document(page_font(15), width, page_line(14))
        QTextCursor(words).insertText(
            row.text if chosen else row.beginning, ink(theme.muted if row.again else theme.text)
        )
        if not chosen:
            return (words,)
        where = document(ui_font(12), width, scaled(17))
        QTextCursor(where).insertText(row.where, ink(theme.muted))
        return words, where

    def looks(self, row: DroppedRow) -> DroppedRow:
        return replace(row, key="")

    def quiet(self, row: DroppedRow) -> bool:
        return row.again

    def draw_head(self, painter: QPainter, line: QRect, row: DroppedRow, theme: Theme) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(head_font())
        painter.setPen(QColor(theme.muted if row.again else theme.text))
        painter.drawText(line, middle, row.label)
        line.setLeft(line.left() + QFontMetrics(head_font()).horizontalAdvance(row.label) + scaled(7))
        small = ui_font(12)
        last = tr("last in {version}").format(version=row.version)
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        painter.drawText(line, middle, last)
        line.setLeft(line.left() + QFontMetrics(small).horizontalAdvance(last) + scaled(7))
        quiet = row.again or not row.removed
        colours = (theme.panel, theme.muted) if quiet else (theme.deleted_soft, theme.deleted)
        draw_chip(painter, line, row.status, colours, theme.line if quiet else "")


class DroppedTools(CardTools):
    """Back into the draft, or to the place where it stood."""

    brought_back = Signal()
    went = Signal()
    """The keyboard is wanted on the page, where it stood."""

    def __init__(self) -> None:
        super().__init__()
        back, go = tr("Bring back"), tr("Go there")
        self.back = primary_button(
            f"{back}  ⏎", tr("Puts the paragraph to its place in the draft; Undo takes it out again (Enter)")
        )
        self.go = plain_button(f"{go}  G", tr("Puts the caret where it stood (G)"))
        row = FlowLayout(spacing=6, parent=self)
        for button, name, signal in ((self.back, back, self.brought_back), (self.go, go, self.went)):
            button.setAccessibleName(name)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_row(self, _draft: Draft, row: DroppedRow) -> None:
        self.back.setVisible(not row.again)
        self.go.setVisible(bool(row.key))

    def height_for(self, row: DroppedRow, width: int) -> int:
        return self.needed_height(width) if row.key or not row.again else 0

    def act_on_key(self, row: DroppedRow, key: int) -> bool:
        if key in ENTER and not row.again:
            self.brought_back.emit()
            return True
        if key == Qt.Key.Key_G and row.key:
            self.went.emit()
            return True
        return False
