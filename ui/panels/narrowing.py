# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands over and in place of the rows of a panel: words to narrow it by, a count, and the way out."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from drafting.translation import tr
from ui.notices import announce
from ui.widgets import arrow_button, link_button, muted_label, search_field

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def has_words(text: str, words: str) -> bool:
    """Whether a text has all of some words or their beginnings, however cased and wherever they stand."""
    told = text.casefold()
    return all(re.search(rf"(?<!\w){re.escape(word)}", told) for word in words.casefold().split())


class Narrowing(QWidget):
    """A field for words, with the number of rows that are shown beside it.

    Escape empties the field; the arrow down and Enter go on to the rows.
    """

    changed = Signal(str)
    """Rows with other words are wanted."""
    to_rows = Signal()
    """The keyboard is wanted in the rows."""
    left = Signal()
    """Escape was pressed in an empty field."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the field."""
        super().__init__(parent)
        self.field = search_field(tr("Filter by words"))
        self.field.setAccessibleName(name)
        self.field.setMinimumWidth(60)
        self.field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field.textChanged.connect(self.changed)
        self.field.installEventFilter(self)
        self.count = muted_label()
        self.count.setWordWrap(False)
        self.away = arrow_button("✕", tr("Clear the filter"), tr("Shows all again (Escape)"))
        self.away.clicked.connect(self.field.clear)
        self.away.hide()
        self.field.textChanged.connect(lambda words: self.away.setVisible(bool(words)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.away)
        row.addWidget(self.count)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The words rows must have."""
        return self.field.text().strip()

    def clear(self) -> None:
        """Want every row again."""
        self.field.clear()

    def tell(self, shown: int, total: int) -> None:
        """Say how many rows are shown: "3 of 12", or "12" when all are."""
        told = str(total) if shown == total else tr("{shown} of {total}").format(shown=shown, total=total)
        if told == self.count.text():
            return
        self.count.setText(told)
        said = tr("{shown} of {total} shown").format(shown=shown, total=total)
        self.count.setAccessibleName(said)
        self.field.setAccessibleDescription(said)
        if self.field.hasFocus():
            announce(self.field, said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._act_on(event)
        return super().eventFilter(watched, event)

    def _act_on(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            if self.field.text():
                self.field.clear()
            else:
                self.left.emit()
            return True
        if event.key() in _TO_LIST and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.to_rows.emit()
            return True
        return False


class NothingHere(QWidget):
    """What an empty list says, with the way back to all rows where it is only narrowed."""

    show_all = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = muted_label()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.link = link_button(tr("Show all"), tr("Takes away what narrows the list"))
        self.link.clicked.connect(self.show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self.words)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tell(self, sentence: str, narrowed: bool) -> None:
        """Show a sentence, and the link where something would be shown without the filters."""
        self.words.setText(sentence)
        self.link.setVisible(narrowed)

    def text(self) -> str:
        """The sentence."""
        return self.words.text()
