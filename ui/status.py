# SPDX-License-Identifier: GPL-3.0-or-later
"""The foot of the main window: the figures of the draft, what is going on, and what was saved."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QStatusBar, QWidget

from drafting.translation import tr
from ui.counts import Counts, counts_of, finding_count
from ui.panels.show import Figures
from ui.theme import scaled, themes
from ui.widgets import ElidedLabel, link_button

PASSING = 8000  # milliseconds a word in passing stays: two lines can be read twice


class StatusBar(QStatusBar):
    """The figures of the draft at the left, what is going on and what was saved at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.figures = Counts()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.hide()
        self.busy_words = QLabel()
        self.cancel = link_button(tr("Cancel"), tr("Stops reading; what is open now stays"))
        self.cancel.hide()
        self.alone = QLabel(tr("Nothing leaves this computer"))
        self.saved = QLabel()
        self.ready = link_button("", tr("Lists what still stands between the draft and its submission"))
        self.ready.hide()
        self.words = ElidedLabel()  # large letters may leave no room; the tip has all
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.words.hide()
        self.passing = QTimer(self)
        self.passing.setSingleShot(True)
        self.passing.setInterval(PASSING)
        self.passing.timeout.connect(lambda: self.say(""))
        self.addWidget(self.figures, 1)
        for widget in (
            self.words,
            self.busy_words,
            self.busy,
            self.cancel,
            self.alone,
            self.ready,
            self.saved,
        ):
            self.addPermanentWidget(widget)
        self.setContentsMargins(8, 0, 8, 0)
        themes().changed.connect(self._dress)
        self._dress()

    def show_figures(self, found: Figures | None) -> None:
        """Show what there is and what is left to do; None when no draft is open."""
        for name, count in counts_of(found).items():
            self.figures.show_count(name, count)
        self._fit()

    def show_findings(self, number: int | None) -> None:
        """Show how many findings stand; None without a draft."""
        self.figures.show_count("findings", None if number is None else finding_count(number))
        self._fit()

    def show_ready(self, words: str) -> None:
        """Say what still blocks submission, empty without a draft."""
        self.ready.setText(words)
        self.ready.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        self.busy.setFixedWidth(scaled(90))
        self._fit()

    def _fit(self) -> None:
        """What is always true gives way first where the bar is narrow, or to a word in passing."""
        last = self.words if self.words.text() else self.alone
        labels = (self.figures, last, self.saved, *(() if self.ready.isHidden() else (self.ready,)))
        wanted = sum(label.sizeHint().width() for label in labels)
        room = wanted + scaled(70) <= self.width()
        self.alone.setVisible(room and last is self.alone)
        self.figures.setVisible(room or last is self.alone)
        self.words.setVisible(last is self.words)

    def say(self, sentence: str) -> None:
        """A word in passing, beside the figures where there is room: it goes away by itself."""
        self.words.setText(sentence)
        self.words.setToolTip(sentence)
        if sentence:
            self.passing.start()
        self._fit()

    def has_room(self, sentence: str) -> bool:
        """Whether a word in passing can be read to its end, beside what stands at the right."""
        beside = (self.saved, *(() if self.ready.isHidden() else (self.ready,)))
        taken = sum(label.sizeHint().width() for label in beside) + scaled(70)
        return bool(self.words.fontMetrics().horizontalAdvance(sentence) + taken <= self.width())

    def show_busy(self, words: str, may_cancel: bool) -> None:
        """Say what is going on; empty when nothing is."""
        self.cancel.setVisible(may_cancel and bool(words))
        if words:
            self.say("")  # a word about what was done before
        self.busy_words.setText(f"{words} …" if words else "")
        self.busy.setRange(0, 0)  # how much there is to do is told later, if at all
        self.busy.setAccessibleName(words)
        self.busy.setVisible(bool(words))

    def show_progress(self, done: int, total: int) -> None:
        """Say how much of it is done."""
        self.busy.setRange(0, total)
        self.busy.setValue(done)
