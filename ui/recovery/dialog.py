# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery screen: what was recovered, held against what was saved, and what shall become of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QTextBrowser, QVBoxLayout, QWidget

from drafting.translation import marked, tr
from ui.recovery.finding import Found
from ui.recovery.words import html, style, summary, times, when
from ui.theme import page_font, scaled, themes
from ui.widgets import muted_label, plain_button, primary_button, strong_label

TITLE = marked("Recovered drafts")
HEAD = marked(
    "Penholder ended before everything was saved. Nothing you see here is lost: choose what to go on with."
)

REMOVES = marked("Removes what was recovered")
OPENS = marked("Opens what was saved; what was recovered is thrown away")
STAYS = marked("What was saved stays as it is and is not opened; what was recovered is thrown away")


class RecoveryDialog(QDialog):
    """Shows one copy at a time; every choice is a signal, and nothing happens before one is made.

    The saved draft that is kept is opened only where this is the last choice and there is `nothing_open`.
    It can be closed without a choice: then all of it is shown at the next start.
    """

    taken = Signal(object)
    """Go on with this `Found` as it was recovered."""
    put_away = Signal(object)
    """Keep what was saved, and throw this `Found` away."""
    looked_at = Signal(object)
    """Show this `Found` beside what was saved."""

    def __init__(
        self,
        found: Sequence[Found],
        parent: QWidget | None = None,
        *,
        nothing_open: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self._nothing_open = nothing_open
        self.setWindowTitle(tr(TITLE))
        self.setProperty("role", "panel")
        self._found = list(found)
        self.names = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self.names)
        self.list.setAccessibleName(tr(TITLE))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.head, self.times, self.sum = strong_label(), muted_label(), strong_label()
        self.sum.setWordWrap(True)
        self.words = QTextBrowser()
        self.words.setAccessibleName(tr("Paragraphs that differ"))
        self.take = primary_button(
            tr("&Take the recovered draft"), tr("Opens it, not saved yet; the saved file stays as it is")
        )
        self.keep = plain_button("")
        self.look = plain_button(tr("&Look at both"), tr("Shows both texts side by side"))
        self.later = plain_button(tr("&Decide later"), tr("Asks again at the next start; nothing is removed"))
        self._lay_out()
        self._connect()
        self.show_found(self._found)

    @property
    def chosen(self) -> Found:
        """The copy in hand."""
        return self._found[max(self.list.currentIndex().row(), 0)]

    def show_found(self, found: Sequence[Found]) -> None:
        """Show these; without any there is nothing left to choose, and the screen closes."""
        self._found = list(found)
        if not self._found:
            self.close()
            return
        self.names.setStringList(
            [
                tr("{name}\nrecovered as it was {when}").format(name=one.name, when=when(one))
                for one in self._found
            ]
        )
        self.list.setVisible(len(self._found) > 1)
        self.list.setCurrentIndex(self.names.index(0))
        self._show()

    @property
    def opens(self) -> bool:
        """Whether what was saved is opened when it is kept."""
        return self.chosen.saved is not None and len(self._found) == 1 and self._nothing_open()

    def tell_keeping(self) -> None:
        """Say what comes of keeping what was saved; again when another draft was opened."""
        if not self._found or self.chosen.saved is None:
            self.keep.setToolTip(tr(REMOVES))
        else:
            self.keep.setToolTip(tr(OPENS) if self.opens else tr(STAYS))

    def _lay_out(self) -> None:
        told = muted_label(tr(HEAD))
        side = QVBoxLayout()
        side.setSpacing(8)
        for widget in (self.head, self.times, self.sum):
            side.addWidget(widget)
        side.addWidget(self.words, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list, 1)
        middle.addLayout(side, 2)
        buttons = QHBoxLayout()
        for button in (self.look, self.later):
            buttons.addWidget(button)
        buttons.addStretch()
        for button in (self.keep, self.take):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(told)
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)
        self.take.setDefault(True)
        room = self.screen().availableGeometry().size() * 0.85
        self.resize(min(scaled(860), room.width()), min(scaled(560), room.height()))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show)
        self.take.clicked.connect(lambda: self.taken.emit(self.chosen))
        self.keep.clicked.connect(lambda: self.put_away.emit(self.chosen))
        self.look.clicked.connect(lambda: self.looked_at.emit(self.chosen))
        self.later.clicked.connect(self.close)
        themes().changed.connect(self._show)

    def _show(self) -> None:
        if not self._found:
            return
        found = self.chosen
        saved = found.saved is not None
        self.head.setText(found.name)
        self.times.setText("\n".join(times(found)))
        self.sum.setText(summary(found))
        self.words.setFont(page_font(14))
        self.words.document().setDefaultStyleSheet(style())
        self.words.document().setDocumentMargin(scaled(12))
        self.words.setHtml(html(found))
        self.keep.setText(tr("&Keep the saved draft") if saved else tr("Thro&w it away"))
        self.tell_keeping()
        base = found.copy.draft.base.number
        self.look.setText(tr("&Look at both") if saved else tr("&Look at it beside {base}").format(base=base))
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)
