# SPDX-License-Identifier: GPL-3.0-or-later
"""The recurring small controls, so that both windows look and behave alike.

Roles named here are dressed by `resources/themes/style.qss`. Buttons take the focus from the Tab key but not
from a click: the page keeps the caret while the drafter works with the mouse.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ui.theme import current_theme
from ui.utf16 import Offsets


def plain_button(text: str, tip: str = "") -> QPushButton:
    """A button with an edge, for the second-rank acts; `tip` says what happens."""
    return _button(text, "plain", tip)


def primary_button(text: str, tip: str = "") -> QPushButton:
    """The one filled button of a place."""
    return _button(text, "primary", tip)


def flat_button(text: str, tip: str = "") -> QPushButton:
    """A button without an edge, for tool bars and quiet places."""
    return _button(text, "flat", tip)


def link_button(text: str, tip: str = "") -> QPushButton:
    """A button that reads as a link within text."""
    return _button(text, "link", tip)


def arrow_button(arrow: str, name: str, tip: str = "") -> QPushButton:
    """A narrow button that shows a sign ("‹"); `name` is what a screen reader says."""
    button = _button(arrow, "arrow", tip or name)
    button.setAccessibleName(name)
    return button


def chip(text: str, tip: str = "", *, checked: bool = False) -> QPushButton:
    """A pill that is on or off, for filters."""
    button = _button(text, "chip", tip)
    button.setCheckable(True)
    button.setChecked(checked)
    return button


def section_label(text: str) -> QLabel:
    """A small heading in capitals over a group; screen readers hear the words as given."""
    label = _label(text.upper(), "section")
    label.setAccessibleName(text)
    return label


def muted_label(text: str = "") -> QLabel:
    """A label of second rank, which wraps."""
    label = _label(text, "muted")
    label.setWordWrap(True)
    return label


def strong_label(text: str = "") -> QLabel:
    """A label that leads its group."""
    return _label(text, "strong")


def badge(text: str, kind: str = "plain") -> QLabel:
    """A small word on a soft ground.

    `kind` is certain, fact, review, style, new, moved, deleted, error, outline, count or plain.
    """
    label = QLabel(text)
    set_badge(label, text, kind)
    return label


def set_badge(label: QLabel, text: str, kind: str) -> None:
    """Gives a badge another word and kind."""
    label.setText(text)
    restyle(label, "badge", kind)


def card() -> QFrame:
    """A frame for one item of a panel, with a vertical layout."""
    frame = QFrame()
    frame.setProperty("role", "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(11, 9, 11, 10)
    layout.setSpacing(6)
    return frame


def tool_bar() -> tuple[QFrame, QHBoxLayout]:
    """A bar for the head of a window, with the line below it, and the layout to fill."""
    frame = QFrame()
    frame.setProperty("role", "toolbar")
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(12, 7, 12, 8)
    layout.setSpacing(6)
    return frame, layout


def separator() -> QFrame:
    """A short upright line between the groups of a tool bar."""
    return _line("separator")


def rule() -> QFrame:
    """A level line across a panel."""
    return _line("rule")


class Button(QPushButton):
    """A button that the Tab key comes to, and Enter presses as Space does, in every dialog and panel.

    Qt's own hands Enter on: to the default button of a dialog, or to the list that the button belongs to.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)


class ElidedButton(Button):
    """A button whose words end in "…" where they do not fit; the tool tip then has all of them."""

    def __init__(self, text: str = "", role: str = "flat", tip: str = "") -> None:
        super().__init__(text)
        self._tip = tip
        self.setProperty("role", role)
        self.setToolTip(tip)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def shown(self) -> str:
        """The words as they are to be read now."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        # Two pixels that the style keeps free around the words.
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            cut = self.shown() != self.text()
            self.setToolTip("\n".join(filter(None, (self.text().strip() if cut else "", self._tip))))
        return super().event(event)


class ElidedLabel(QLabel):
    """One quiet line of words, as wide as there is room; what has no room ends in "…"."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(current_theme().muted))
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self.alignment(), words)


class ClampedLabel(QLabel):
    """Words in a few lines; what does not fit ends in "…"."""

    cut = Signal(bool)
    """Whether some of the words are not shown."""

    def __init__(self, words: str, lines: int) -> None:
        super().__init__(words)
        self._words, self._lines = " ".join(words.split()), lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = _broken(self._words, self.font(), width - margins.left() - margins.right())
        shown = max(min(len(lines), self._lines), 1)
        return shown * self.fontMetrics().lineSpacing() + margins.top() + margins.bottom()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.contentsRect().width()
        lines = _broken(self._words, self.font(), width)
        whole = len(lines) <= self._lines
        last = "".join(lines[self._lines - 1 :])
        end = self.fontMetrics().elidedText(last, Qt.TextElideMode.ElideRight, width)
        self.setText(self._words if whole else "".join(lines[: self._lines - 1]) + end)
        self.cut.emit(not whole)


def _broken(words: str, font: QFont, width: int) -> list[str]:
    """The lines that words take in a width."""
    layout, offsets = QTextLayout(words, font), Offsets(words)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(words[offsets.to_python(start) : offsets.to_python(end)])
    layout.endLayout()
    return lines


def means_menu(event: QKeyEvent, platform: str = sys.platform) -> bool:
    """Whether a key was meant for a menu or a button: a letter with Alt alone, where Alt makes no letters.

    Qt types it where no menu has it. The Option key of macOS makes letters, AltGr is another key or comes as
    Ctrl and Alt.
    """
    alt = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.AltModifier
    return alt and platform != "darwin" and event.text().isprintable() and bool(event.text())


class Field(QLineEdit):
    """A field of one line; a letter with Alt is a menu's that is not there, and is not typed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if means_menu(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def search_field(hint: str) -> QLineEdit:
    """A field to search in; `hint` is its placeholder and its name."""
    field = Field()
    field.setPlaceholderText(hint)
    field.setAccessibleName(hint)
    field.setMinimumWidth(220)
    return field


def on_key(widget: QWidget, keys: str, act: Callable[[], object]) -> None:
    """Lets a key do something while this widget has the keyboard."""
    action = QAction(widget)
    action.setShortcut(keys)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked=False: act())
    widget.addAction(action)


def stops_in(widget: QWidget) -> list[QWidget]:
    """What the Tab key comes to in a widget, in the order in which it is laid out."""
    found = [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    layout = widget.layout()
    return found + (_stops_of(layout) if layout is not None else [])


def _stops_of(layout: QLayout) -> list[QWidget]:
    found = []
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is not None and (widget := item.widget()) is not None:
            found += stops_in(widget)
        elif item is not None and (inner := item.layout()) is not None:
            found += _stops_of(inner)
    return found


def tab_through(widgets: Sequence[QWidget]) -> None:
    """Let the Tab key come to these one after the other: what is made later would else come last of all."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)


def set_count(tabs: QTabBar, index: int, count: int) -> None:
    """Shows a number beside the title of a tab (none for 0); screen readers hear "Proposals, 7"."""
    title = tabs.tabText(index)
    tabs.setAccessibleTabName(index, f"{title}, {count}" if count else title)
    side = QTabBar.ButtonPosition.RightSide
    old = tabs.tabButton(index, side)
    # A new label each time: given the one it has, Qt hides it as the one that is replaced.
    tabs.setTabButton(index, side, _tab_count(count) if count else None)
    if old is not None:
        old.deleteLater()


def _tab_count(count: int) -> QWidget:
    """A number with some room after it, so that it belongs to its own tab and not to the next."""
    room = QWidget()
    layout = QHBoxLayout(room)
    layout.setContentsMargins(0, 0, 6, 0)
    layout.addWidget(badge(str(count), "count"))
    return room


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet reads, and has the widget drawn anew when it differs."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def _button(text: str, role: str, tip: str) -> QPushButton:
    button = Button(text)
    button.setProperty("role", role)
    if tip:
        button.setToolTip(tip)
    return button


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    return label


def _line(role: str) -> QFrame:
    line = QFrame()
    line.setProperty("role", role)
    return line
