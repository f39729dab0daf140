# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of the main window: a tool bar whose buttons are actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from drafting.translation import tr, trn
from ui.actions import Actions
from ui.theme import scaled, themes
from ui.widgets import (
    arrow_button,
    flat_button,
    muted_label,
    plain_button,
    primary_button,
    separator,
    tool_bar,
)


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
        undo = bind(arrow_button("↶", tr("Undo")), actions["undo"])
        redo = bind(arrow_button("↷", tr("Redo")), actions["redo"])
        accept_all = bind(plain_button(tr("Accept all certain")), actions["accept_all"])
        compare = bind(plain_button(tr("Compare")), actions["compare"])
        export = bind(primary_button(tr("Export")), actions["export"])
        back = bind(arrow_button("‹", tr("Previous proposal")), actions["previous"])
        on = bind(arrow_button("›", tr("Next proposal")), actions["next"])
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
            (
                bind(flat_button(tr("Open series")), actions["open"]),
                bind(flat_button(tr("Save")), actions["save"]),
            ),
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
            text = tr("no proposals")
        elif not waiting:
            text = tr("all decided")
        else:
            of_all = tr("proposal {number} of {total}").format(number=number, total=total)
            text = of_all if number else trn("{n} proposals", "{n} proposals", total)
        self.position.setText(text)


def _more_button() -> QPushButton:
    button = arrow_button("»", tr("More acts"), tr("Shows the acts that the bar has no room for"))
    button.setMenu(QMenu(button))
    return button


def _line_label() -> QLabel:
    label = muted_label()
    label.setWordWrap(False)
    return label
