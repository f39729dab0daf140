# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of what still stands between the draft and its submission; it empties while the drafter works."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from drafting.draft import Draft, Obstacle
from drafting.translation import marked, tr
from ui.panels.card import CardDelegate, document, draw_chip, head_font, ink
from ui.panels.card_list import ENTER, CardList, CardTools
from ui.panels.card_model import CardModel
from ui.ready.rows import READY, BlockerRow, rows_of
from ui.ready.watch import Readiness
from ui.theme import Theme, current_theme, scaled, ui_font
from ui.widgets import muted_label, plain_button, strong_label

NEVER = marked("Saving and exporting are possible at any time.")


class BlockerCards(CardDelegate):
    """Place and kind in the head, the sentence under it."""

    def texts(self, row: BlockerRow, chosen: bool, width: int) -> Sequence[QTextDocument]:
        says = document(ui_font(12), width, scaled(17))
        QTextCursor(says).insertText(row.says, ink(current_theme().muted))
        return (says,)

    def looks(self, row: BlockerRow) -> str:
        return row.says

    def draw_head(self, painter: QPainter, line: QRect, row: BlockerRow, theme: Theme) -> None:
        painter.setFont(head_font())
        painter.setPen(QColor(theme.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, row.place)
        line.setLeft(line.left() + QFontMetrics(head_font()).horizontalAdvance(row.place) + scaled(7))
        grounds = {
            Obstacle.PROPOSAL: (theme.inserted_soft, theme.inserted),
            Obstacle.FINDING: (theme.changed_soft, theme.changed),
        }
        draw_chip(painter, line, row.kind, grounds.get(row.blocker.kind, (theme.fact_soft, theme.fact)))


class BlockerTools(CardTools):
    """The way to the place."""

    went = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.go = plain_button(tr("Go there  ⏎"), tr("Shows the place where it can be settled (Enter)"))
        self.go.setAccessibleName(tr("Go there"))
        self.go.clicked.connect(self.went)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.go)
        layout.addStretch()

    def show_row(self, _draft: Draft, _row: BlockerRow) -> None:
        """The same for every row."""

    def height_for(self, _row: BlockerRow, width: int) -> int:
        return self.needed_height(width)

    def act_on_key(self, _row: BlockerRow, key: int) -> bool:
        if key in ENTER:
            self.went.emit()
        return key in ENTER


class ReadyDialog(QDialog):
    """Stays open beside the draft; what is settled goes from it."""

    def __init__(self, readiness: Readiness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readiness = readiness
        self.setWindowTitle(tr(READY))
        self.setProperty("role", "panel")  # the ground of the list
        self.model = CardModel(self)
        self.tools = BlockerTools()
        self.list = CardList(self.model, BlockerCards(), self.tools, tr("What still blocks submission"))
        self.head = strong_label()
        self.note = muted_label()
        self._lay_out()
        self.tools.went.connect(self._go)
        readiness.changed.connect(self._refresh)
        self._refresh()
        self.list.setFocus()

    def _lay_out(self) -> None:
        close = plain_button(tr("Close"))
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 8, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(QSize(scaled(430), scaled(520)).boundedTo(room))

    def _refresh(self) -> None:
        draft = self._readiness.draft
        if draft is None:
            self.close()
            return
        rows = rows_of(draft, self._readiness.blockers)
        chosen = self.list.currentIndex().row()
        self.list.note_view()
        self.model.show(rows)
        if rows and self.list.chosen is None:
            self.list.choose(rows[min(max(chosen, 0), len(rows) - 1)].id)
        self.list.show_draft(draft)
        self.list.setVisible(bool(rows))
        self.head.setText(self._readiness.summary)
        told = f"{tr('This still stands against submitting.')} {tr(NEVER)}"
        nothing = tr("Nothing stands against submitting: facts, certain proposals and checks are settled.")
        self.note.setText(told if rows else nothing)

    def _go(self) -> None:
        row = self.list.chosen
        if row is not None:
            self._readiness.wanted.emit(row.blocker)
