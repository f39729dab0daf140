# SPDX-License-Identifier: GPL-3.0-or-later
"""The head and the foot of the main window: a tool bar whose buttons are actions, and the figures below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from drafting.translation import tr
from ui.actions import Actions
from ui.editor.filters import Filter
from ui.panels.show import Figures
from ui.theme import current_theme, scaled, themes
from ui.widgets import (
    arrow_button,
    flat_button,
    link_button,
    muted_label,
    plain_button,
    primary_button,
    separator,
    tool_bar,
)

PASSING = 8000  # milliseconds a word in passing stays: two lines can be read twice


def bind(button: QPushButton, action: QAction) -> QPushButton:
    """Let a button do what an action does, and be there when it can."""

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    button.clicked.connect(action.trigger)
    action.changed.connect(follow)
    follow()
    return button


class ToolBar(QObject):
    """The bar at the head; `frame` is the widget. Where it is narrow, what the menus have too gives way."""

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self.frame, layout = tool_bar()
        self._draft = False
        self.position = _line_label()
        self.position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.more = _more_button()
        self.more.menu().aboutToShow.connect(self._fill_more)
        groups = self._groups(actions)
        for group in groups:
            if group is groups[-1]:
                layout.addStretch()
            for widget in group:
                layout.addWidget(widget)
        self._with_draft = [widget for group in groups for widget in group][1:]
        # Else the bar would keep the window from being made narrower than all of it.
        self.frame.setMinimumWidth(1)
        self.frame.installEventFilter(self)
        themes().changed.connect(self._dress)
        self._dress()
        self.show_position(0, 0, 0)

    def _groups(self, actions: Actions) -> tuple[tuple[QWidget, ...], ...]:
        """The buttons from left to right; those that give way first are kept in that order."""
        apart = separator()
        undo = bind(arrow_button("↶", "Undo"), actions["undo"])
        redo = bind(arrow_button("↷", "Redo"), actions["redo"])
        accept_all = bind(plain_button("Accept all certain"), actions["accept_all"])
        compare = bind(plain_button("Compare"), actions["compare"])
        export = bind(primary_button("Export"), actions["export"])
        back = bind(arrow_button("‹", "Previous proposal"), actions["previous"])
        on = bind(arrow_button("›", "Next proposal"), actions["next"])
        find = bind(flat_button(tr("Find")), actions["find"])
        self._give_way: tuple[tuple[QWidget, ...], ...] = (
            (apart, undo, redo),
            (accept_all,),
            (compare,),
            (find,),
        )
        self._kept = {
            one: actions[name]
            for one, name in zip(
                (undo, redo, accept_all, compare, find),
                ("undo", "redo", "accept_all", "compare", "find"),
                strict=True,
            )
        }
        return (
            (bind(flat_button("Open series"), actions["open"]), bind(flat_button("Save"), actions["save"])),
            (apart, undo, redo),
            (separator(), back, self.position, on, accept_all),
            (find, separator(), compare, self.more, export),
        )

    def show_for(self, draft: bool) -> None:
        """Show what belongs to an open draft only while there is one."""
        self._draft = draft
        for widget in self._with_draft:
            widget.setVisible(draft)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.frame and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self.position.setMinimumWidth(scaled(104))
        self._fit()

    def _fit(self) -> None:
        layout = self.frame.layout()
        assert layout is not None
        self.more.hide()
        for widget in (widget for group in self._give_way for widget in group):
            widget.setVisible(self._draft)
        for group in self._give_way:
            if layout.minimumSize().width() <= self.frame.width():
                return
            self.more.setVisible(self._draft)
            for widget in group:
                widget.setVisible(False)

    def _fill_more(self) -> None:
        """What there is no room for."""
        menu = self.more.menu()
        menu.clear()
        for widget, action in self._kept.items():
            if widget.isHidden():
                menu.addAction(action)

    def show_position(self, number: int, total: int, waiting: int) -> None:
        """Say which proposal is in hand, or that nothing is left to decide."""
        if not total:
            text = "no proposals"
        elif not waiting:
            text = "all decided"
        else:
            text = f"proposal {number} of {total}" if number else f"{total} proposals"
        self.position.setText(text)


def _more_button() -> QPushButton:
    button = arrow_button("»", "More acts", "Shows the acts that the bar has no room for")
    button.setMenu(QMenu(button))
    return button


def _line_label() -> QLabel:
    label = muted_label()
    label.setWordWrap(False)
    return label


class StatusBar(QStatusBar):
    """The figures of the draft at the left, what is going on and what was saved at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.figures = QLabel()
        self.figures.setTextFormat(Qt.TextFormat.RichText)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.hide()
        self.busy_words = QLabel()
        self.cancel = link_button("Cancel", "Stops reading; what is open now stays")
        self.cancel.hide()
        self.alone = QLabel("Nothing leaves this computer")
        self.saved = QLabel()
        self.ready = link_button("", "Lists what still stands between the draft and its submission")
        self.ready.hide()
        self.words = QLabel()
        self.words.hide()
        self.passing = QTimer(self)
        self.passing.setSingleShot(True)
        self.passing.setInterval(PASSING)
        self.passing.timeout.connect(lambda: self.say(""))
        # Else the bar would keep the window from being made narrower than all of it.
        self.figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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
        self._last: Figures | None = None
        themes().changed.connect(self._dress)
        self._dress()

    def show_figures(self, found: Figures | None) -> None:
        """Show what there is and what is left to do; None when no draft is open."""
        self._last = found
        if found is None:
            self.figures.setText("")
            return
        theme = current_theme()
        count = found.by_choice[Filter.ALL]
        parts = (
            (count, "paragraphs" if count != 1 else "paragraph"),
            (found.unchanged, f"unchanged since {found.first}"),
            (found.open, "proposals open" if found.open != 1 else "proposal open"),
        )
        texts = (_figure(number, words, theme.muted, theme.text) for number, words in parts)
        self.figures.setText("&nbsp;&nbsp;·&nbsp;&nbsp;".join(texts))
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
        self.show_figures(self._last)
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


def _figure(number: int, words: str, colour: str, strong: str) -> str:
    return f'<b style="color:{strong}">{number}</b> <span style="color:{colour}">{words}</span>'
