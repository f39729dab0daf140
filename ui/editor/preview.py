# SPDX-License-Identifier: GPL-3.0-or-later
"""What replacing everything would do: every place with its words before and after, each to be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from drafting.draft import Draft
from drafting.searching.records import Place
from drafting.translation import tr, trn
from ui.theme import current_theme, scaled
from ui.widgets import link_button, plain_button, primary_button, strong_label

Index = QModelIndex | QPersistentModelIndex
AROUND = 40  # code points of context before a place
BEHIND = 120  # and behind it: the line ends where the window does
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """A place as it is shown: where it is, the words before it, those that go, those that come, and on."""

    where: str
    lead: str
    old: str
    new: str
    tail: str

    @property
    def spoken(self) -> str:
        """The place in a sentence."""
        sentence = tr("{where}: “{old}” becomes “{new}” in “{around}”")
        around = f"{self.lead}{self.old}{self.tail}"
        return sentence.format(where=self.where, old=self.old, new=self.new, around=around)


def row_of(draft: Draft, place: Place) -> Row:
    """A place with the words around it."""
    paragraph, where = draft.paragraph(place.key), draft.label(place.key).id
    text = paragraph.text
    if place.note:
        text = paragraph.note(place.note).text
        where = tr("{paragraph}, note {number}").format(
            paragraph=where, number=draft.note_numbers[place.note]
        )
    lead, tail = text[max(place.start - AROUND, 0) : place.start], text[place.end : place.end + BEHIND]
    if place.start > AROUND:
        lead = "…" + lead.partition(" ")[2]
    return Row(where, lead, place.old, place.new or "", tail)


class PlacesModel(QAbstractListModel):
    """Places to be replaced, each switched through the check state of Qt; made into rows when looked at."""

    def __init__(self, draft: Draft, places: Sequence[Place], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft, self._places = draft, places
        self._off: set[int] = set()

    @property
    def chosen(self) -> tuple[Place, ...]:
        """The places left on."""
        return tuple(place for at, place in enumerate(self._places) if at not in self._off)

    def switch_all(self, *, on: bool) -> None:
        """Leave all on, or none."""
        self._off = set() if on else set(range(len(self._places)))
        last = self.index(len(self._places) - 1)
        self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt has it
        return 0 if parent.isValid() else len(self._places)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag
        return (
            flags.ItemIsEnabled
            | flags.ItemIsSelectable
            | flags.ItemIsUserCheckable
            | flags.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            off = index.row() in self._off
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role == ROW or role in roles:
            row = row_of(self._draft, self._places[index.row()])
            return row if role == ROW else row.spoken
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._off.discard(index.row())
        else:
            self._off.add(index.row())
        self.dataChanged.emit(index, index, [role])
        return True


class PlaceDelegate(QStyledItemDelegate):
    """Writes a place on one line; words that go are struck through, those that come underlined."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, option.widget)
        room = option.rect.adjusted(box.right() - option.rect.left() + scaled(8), 0, -scaled(6), 0)
        painter.save()
        painter.setClipRect(room)
        _write(painter, room, option.font, index.data(ROW))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(200), QFontMetrics(option.font).height() + scaled(12))


def _write(painter: QPainter, room: QRect, font: QFont, row: Row) -> None:
    theme = current_theme()
    plain, struck, under, strong = (QFont(font) for _ in range(4))
    struck.setStrikeOut(True)
    under.setUnderline(True)
    strong.setBold(True)
    between = " " if row.old and row.new else ""
    pieces = (
        (row.where, strong, theme.text),
        (row.lead, plain, theme.text),
        (row.old, struck, theme.deleted),
        (between, plain, theme.text),
        (row.new, under, theme.inserted),
        (row.tail, plain, theme.text),
    )
    left = room.left()
    for words, face, colour in pieces:
        painter.setFont(face)
        painter.setPen(QColor(colour))
        metrics = QFontMetrics(face)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room.right() - left, 0))
        wide = metrics.horizontalAdvance(shown)
        here = QRect(left, room.top(), wide + 2, room.height())
        painter.drawText(here, Qt.AlignmentFlag.AlignVCenter, shown)
        left += max(wide + scaled(10), scaled(96)) if face is strong else wide


class ReplacePreview(QDialog):
    """Asks which of the places are to be replaced; all are on at first."""

    def __init__(self, parent: QWidget | None, draft: Draft, places: Sequence[Place]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Replace all"))
        self.model = PlacesModel(draft, places, self)
        self.list = QListView()
        self.list.setProperty("role", "rows")
        self.list.setAccessibleName(tr("Places that will change"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PlaceDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setCurrentIndex(self.model.index(0))
        self.sum = strong_label()
        self.put = primary_button("", tr("Replaces the places left on, as one act that can be undone"))
        self.put.setDefault(True)
        self.put.clicked.connect(self.accept)
        self.model.dataChanged.connect(self._tell)
        self._lay_out()
        self._tell()

    def _lay_out(self) -> None:
        every, none = link_button(tr("All"), tr("Leaves every place on")), link_button(tr("None"))
        every.clicked.connect(lambda: self.model.switch_all(on=True))
        none.clicked.connect(lambda: self.model.switch_all(on=False))
        cancel = plain_button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.sum, 1)
        head.addWidget(every)
        head.addWidget(none)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.put)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        room = self.screen().availableGeometry().size() * 0.8
        self.resize(min(scaled(760), room.width()), min(scaled(460), room.height()))

    def _tell(self) -> None:
        chosen = self.model.chosen
        paragraphs = trn("in {n} paragraph", "in {n} paragraphs", len({place.key for place in chosen}))
        places = trn("{n} place will change", "{n} places will change", len(chosen))
        self.sum.setText(tr("{places} {paragraphs}").format(places=places, paragraphs=paragraphs))
        self.put.setText(trn("Replace {n} place", "Replace {n} places", len(chosen)))
        self.put.setEnabled(bool(chosen))
