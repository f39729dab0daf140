# SPDX-License-Identifier: GPL-3.0-or-later
"""Going to a place of the draft by its name: what there is comes up while the name is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from drafting.draft import Draft, Named, find_named, names_of
from drafting.errors import DraftError
from drafting.translation import tr
from ui.notices import announce
from ui.theme import scaled
from ui.widgets import Field, muted_label, plain_button, primary_button, restyle

_NAME = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHOWN = 12
"""Names that are seen at once; the others scroll."""


class NameCompleter(QCompleter):
    """Offers the names that hold what is typed, or whose first words do; taken, the name alone is put in.

    Enter means the field and the offers alike: Qt's own would only send the offers away.
    """

    entered = Signal()

    def __init__(self, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        model = QStandardItemModel(self)
        for one in names_of(draft):
            item = QStandardItem(f"{one.name}   {one.words}")
            item.setData(one.name, _NAME)
            model.appendRow(item)
        self.setModel(model)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_SHOWN)
        if (popup := self.popup()) is not None:
            popup.setProperty("role", "offers")
            popup.setAccessibleName(tr("Names that fit"))

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(_NAME))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self.popup()
        enter = (
            event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER
        )
        if not enter or popup is None or watched is not popup:
            return super().eventFilter(watched, event)
        at, field = popup.currentIndex(), self.widget()
        popup.hide()
        if at.isValid() and isinstance(field, QLineEdit):
            field.setText(self.pathFromIndex(at))
        self.entered.emit()
        return True


class GoToDialog(QDialog):
    """Stays open, and says what there is, until a name of the draft is typed."""

    def __init__(self, parent: QWidget | None, draft: Draft, here: str) -> None:
        super().__init__(parent)
        self._draft = draft
        self.goal: Named | None = None
        self.setWindowTitle(tr("Go to"))
        self.field = Field(here)
        self.field.setAccessibleName(tr("Name of the place"))
        self.field.selectAll()
        completer = NameCompleter(draft, self.field)
        completer.entered.connect(self.accept)
        self.field.setCompleter(completer)
        self.field.setMinimumWidth(scaled(420))
        self.told = muted_label(
            tr("A paragraph (PP4, OP12(a), 12), a footnote (fn 3), a heading or an annex.")
        )
        self.field.textEdited.connect(lambda: restyle(self.field, "state", ""))
        self.go, cancel = primary_button(tr("&Go")), plain_button(tr("Cancel"))
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(self.field)
        layout.addWidget(self.told)
        layout.addLayout(row)

    def accept(self) -> None:
        try:
            self.goal = find_named(self._draft, self.field.text())
        except DraftError as error:
            self.told.setText(str(error))
            self.field.setAccessibleDescription(str(error))
            restyle(self.field, "state", "wrong")
            announce(self, str(error))
            self.field.setFocus()
            self.field.selectAll()
            return
        super().accept()
