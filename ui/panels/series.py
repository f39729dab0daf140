# SPDX-License-Identifier: GPL-3.0-or-later
"""The series as a timeline that ends in the draft, and the choice of the session the draft is meant for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import is_

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from drafting.draft import Draft
from drafting.errors import FileError
from drafting.translation import tr
from drafting.updating.organs import session_name
from ui.panels.rows import ROW, ContentList, Index, RowModel, draw_ground
from ui.panels.series_rows import SeriesRow, refused_rows, series_rows, targets, typed_session
from ui.theme import Theme, current_theme, scaled, ui_font
from ui.widgets import Field, muted_label, section_label, set_badge


class SeriesDelegate(QStyledItemDelegate):
    """Draws a stop: a dot on the line, the number, and under it date and changes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: SeriesRow = index.data(ROW)
        width = max(option.rect.width(), 120) - scaled(30)
        metrics = QFontMetrics(ui_font(12))
        wrapped = metrics.boundingRect(QRect(0, 0, width, 1000), _WRAP, _glued(row.note)).height()
        note = metrics.height() if row.refused else wrapped
        return QSize(120, scaled(28) + (note if row.note else 0) + scaled(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SeriesRow = index.data(ROW)
        theme = current_theme()
        painter.save()
        draw_ground(painter, option, row.is_draft)
        _draw_stop(painter, option.rect, theme, row, index.row() == 0)
        text = option.rect.adjusted(scaled(22), scaled(6), -scaled(8), 0)
        font = ui_font(13)
        font.setWeight(QFont.Weight.DemiBold)
        head = QRect(text.left(), text.top(), text.width(), scaled(18))
        room = head.adjusted(0, 0, -_draw_tag(painter, head, theme, row.tag) if row.tag else 0, 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        words = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(ui_font(12))
        painter.setPen(QColor(theme.muted))
        under = text.adjusted(0, scaled(19), 0, 0)
        if row.refused:  # one line each: many files may have failed, and the draft is to stay in sight
            line = painter.fontMetrics().elidedText(row.note, Qt.TextElideMode.ElideRight, under.width())
            painter.drawText(under, Qt.AlignmentFlag.AlignTop, line)
        else:
            painter.drawText(under, _WRAP, _glued(row.note))
        painter.restore()


_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


def _glued(note: str) -> str:
    """A note that does not break between a count and what is counted ("3 new")."""
    return re.sub(r"(?<=\d) (?=[a-z])", "\N{NO-BREAK SPACE}", note)


def _draw_stop(painter: QPainter, rect: QRect, theme: Theme, row: SeriesRow, first: bool) -> None:
    x, y, radius = rect.left() + scaled(11), rect.top() + scaled(15), scaled(4)
    if row.refused:  # a cross beside the line of time, on which it has no place
        painter.setPen(QPen(QColor(theme.deleted), 2))
        painter.drawLine(x - radius, y - radius, x + radius, y + radius)
        painter.drawLine(x - radius, y + radius, x + radius, y - radius)
        return
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.drawLine(x, rect.top() if not first else y, x, y if row.is_draft else rect.bottom() + 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent if row.is_draft else theme.stable))
    painter.drawEllipse(x - radius, y - radius, 2 * radius, 2 * radius)


def _draw_tag(painter: QPainter, line: QRect, theme: Theme, tag: str) -> int:
    """Draws the word at the end of the line; the width it takes."""
    painter.setFont(ui_font(11))
    width = painter.fontMetrics().horizontalAdvance(tag) + scaled(12)
    box = QRect(line.right() - width, line.top(), width, line.height() - 1)
    painter.setPen(QColor(theme.border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(theme.muted))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tag)
    return width + scaled(4)


class SeriesPanel(QWidget):
    """Shows the series of a draft; says which version is to be compared and which session was chosen.

    A click takes an entry in hand and no more; Enter or a double click acts.
    """

    compare = Signal(int)
    """A version, by its place in the lineage, shall stand beside the draft."""
    to_page = Signal()
    """The draft itself was asked for."""
    read_report = Signal()
    """The reason why a file was not opened was asked for in full."""
    target = Signal(int)
    """The draft shall be for this session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowModel(self)
        self.list = ContentList(self.model, tr("Series"))
        self.list.setItemDelegate(SeriesDelegate(self.list))
        self.list.acted.connect(self._act)
        self.session = QComboBox()
        self.session.setLineEdit(Field())
        self.session.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.session.setCompleter(None)  # type: ignore[arg-type]  # would finish "5" as "57th"
        self.session.setAccessibleName(tr("Session the draft is for"))
        self.session.setToolTip(tr("The session the draft is for: choose one or type its number"))
        self.session.setMinimumContentsLength(8)
        self.session.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.session.activated.connect(self._choose)
        self.session.installEventFilter(self)
        edit = self.session.lineEdit()
        assert edit is not None
        edit.setAccessibleName(tr("Session the draft is for"))
        edit.setAcceptDrops(False)  # a file dropped here is for the window
        edit.returnPressed.connect(self._choose)
        edit.editingFinished.connect(self._leave)
        self.remark = muted_label()
        self.remark.hide()
        self._shown = ""
        self._session = 0
        self._refused: tuple[SeriesRow, ...] = ()
        self._grounds: tuple[object, object, object] = None, None, None  # of what is shown
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the column and does not choose another session in passing."""
        if watched is self.session and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def show_draft(self, draft: Draft) -> None:
        """Show the series and session of a draft; they are those of every draft on the same grounds."""
        grounds = draft.lineage, draft.carry, draft.facts
        if not all(map(is_, grounds, self._grounds)):
            self._grounds = grounds
            self._show_series(draft)
        self._go_back()
        self.say("")

    def _show_series(self, draft: Draft) -> None:
        self.model.show(series_rows(draft) + self._refused, len(self._refused))
        offered = targets(draft.lineage)
        if [self.session.itemData(row) for row in range(self.session.count())] != [
            number for number, _ in offered
        ]:
            self.session.clear()
            for number, text in offered:
                self.session.addItem(text, number)
            # The list may be wider than the field: it says the dates too.
            self.session.view().setMinimumWidth(self.session.view().sizeHintForColumn(0) + scaled(28))
        self._session = draft.carry.session
        self._shown = session_name(draft.masthead.body, self._session) if self._session else ""

    def show_refused(self, refused: Sequence[FileError]) -> None:
        """Keep the files that could not be opened in the list, each with its reason."""
        kept = [row for row in self.model.rows if not row.refused]
        self._refused = refused_rows(refused)
        self.model.show((*kept, *self._refused), len(self._refused))

    def say(self, remark: str) -> None:
        """Say under the choice why a session cannot be taken.

        The choice goes back to the session of the draft.
        """
        set_badge(self.remark, remark, "error")
        self.remark.setVisible(bool(remark))
        if remark:
            self._go_back()

    def _go_back(self) -> None:
        self.session.setCurrentIndex(self.session.findData(self._session))
        self.session.setEditText(self._shown)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = section_label(tr("Series"))
        head.setContentsMargins(8, 0, 0, 2)
        layout.addWidget(head)
        layout.addWidget(self.list)
        row = QHBoxLayout()
        row.setContentsMargins(22, 2, 2, 0)
        row.addWidget(self.session, 1)
        layout.addLayout(row)
        under = QHBoxLayout()
        under.setContentsMargins(22, 0, 2, 0)
        under.addWidget(self.remark)
        layout.addLayout(under)

    def _act(self, row: SeriesRow) -> None:
        if row.refused:
            self.read_report.emit()
        elif row.is_draft:
            self.to_page.emit()
        else:
            self.compare.emit(row.index)

    def _choose(self) -> None:
        number = typed_session(self.session.currentText())
        if number is None:
            self.say(tr("Type the number of a session, such as 59."))
        elif number != self._session:
            self.target.emit(number)
        else:
            self.session.setEditText(self._shown)
            self.say("")

    def _leave(self) -> None:
        """What was typed and not taken gives way to the session of the draft when the field is left."""
        if not self.session.hasFocus() and self.session.currentText() != self._shown:
            self.session.setEditText(self._shown)
