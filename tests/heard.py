# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of a window, asked of Qt's accessibility as it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

Role = QAccessible.Role
ROLES: dict[type[QWidget], tuple[Role, ...]] = {
    QRadioButton: (Role.RadioButton,),
    QCheckBox: (Role.CheckBox,),
    QPushButton: (Role.Button, Role.ButtonMenu, Role.CheckBox),
    QToolButton: (Role.Button, Role.ButtonMenu, Role.CheckBox),
    QComboBox: (Role.ComboBox,),
    QAbstractSpinBox: (Role.SpinBox,),
    QLineEdit: (Role.EditableText,),
    QTextEdit: (Role.EditableText, Role.StaticText),
    QPlainTextEdit: (Role.EditableText, Role.StaticText),
    QAbstractItemView: (Role.List, Role.Table, Role.Tree),
    QTabBar: (Role.PageTabList,),
    QProgressBar: (Role.ProgressBar,),
}
"""By kind of control, what it may be called; the first kind that fits holds."""
OF_ROWS = (Role.ListItem, Role.Cell, Role.TreeItem, Role.RowHeader, Role.ColumnHeader)
UNNAMED_BY_THEMSELVES = (QComboBox, QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QAbstractItemView)
"""What shows a value or rows, which are no name."""
MOST_ROWS = 400
FIRST = 40
"""Letters of a text that are compared."""
LETTER = re.compile(r"[^\W\d_]")


def interface(widget: QWidget) -> QAccessibleInterface:
    """The widget as a screen reader has it."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, widget
    return found


def name_of(widget: QWidget) -> str:
    """What it is called. Of a choice Qt gives its value as the name on some systems, which is none."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName() or " ".join(_labels(interface(widget)))
    return str(interface(widget).text(QAccessible.Text.Name))


def _labels(found: QAccessibleInterface) -> list[str]:
    """The words of the labels that are known to name it."""
    related = [one for one, relation in found.relations() if relation & QAccessible.RelationFlag.Label]
    return [str(one.text(QAccessible.Text.Name)) for one in related]


def controls(window: QWidget) -> Iterator[QWidget]:
    """Everything that can be seen and used: what has a role above, and what the Tab key comes to."""
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parent(), (QComboBox, QAbstractSpinBox, QHeaderView))  # part of a control
        part = inside or isinstance(widget, (QHeaderView, QAbstractSlider))
        used = isinstance(widget, tuple(ROLES)) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if used and not part and widget.isVisible() and widget.window() is window.window():
            yield widget


def stops(window: QWidget) -> list[QWidget]:
    """What the Tab key should come to."""
    return [
        widget
        for widget in controls(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not widget.focusProxy()
        and not _by_arrows(widget)
    ]


def _by_arrows(widget: QWidget) -> bool:
    """Whether it is one of several that exclude each other: from the one that holds the arrows come to it."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group: QButtonGroup | None = widget.group()  # the stubs leave the None out
    return widget.autoExclusive() or bool(group is not None and group.exclusive())


def faults(window: QWidget) -> list[str]:
    """What a screen reader would not be told, or wrongly, in words."""
    return [f"{_told(widget)}: {fault}" for widget in controls(window) for fault in _faults(widget)]


def _told(widget: QWidget) -> str:
    parents = []
    above = widget.parentWidget()
    while above is not None:
        parents.append(type(above).__name__)
        above = above.parentWidget()
    return f"{type(widget).__name__} “{name_of(widget)}” in {' in '.join(parents[:3])}"


def _faults(widget: QWidget) -> Iterator[str]:
    found = interface(widget)
    name, state = name_of(widget), found.state()
    if not LETTER.search(name):
        yield "has no name"
    roles = next((roles for kind, roles in ROLES.items() if isinstance(widget, kind)), None)
    if roles and found.role() not in roles:
        yield f"is said to be {found.role()}"
    if bool(state.disabled) == widget.isEnabled():
        yield "is said to be usable when it is not, or not when it is"
    reached = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled()
    if reached and not state.focusable and not isinstance(widget, QAbstractScrollArea):
        yield "does not say that the keyboard can come to it"
    if isinstance(widget, QAbstractButton) and _told_otherwise(widget, bool(state.checked)):
        yield "is said to be on when it is off, or off when it is on"
    if isinstance(widget, UNNAMED_BY_THEMSELVES) and not (widget.accessibleName() or _labels(found)):
        yield "is called by what stands in it"
    if isinstance(widget, QTabBar):
        yield from _faults_of_tabs(widget)
    if isinstance(widget, QAbstractItemView):
        yield from _faults_of_rows(widget)
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        yield from _faults_of_text(widget, found)


def _told_otherwise(button: QAbstractButton, checked: bool) -> bool:
    return button.isCheckable() and checked != button.isChecked()


def _faults_of_tabs(bar: QTabBar) -> Iterator[str]:
    tabs = [interface(bar).child(number) for number in range(bar.count())]
    for tab in tabs:
        if tab.role() != Role.PageTab or not LETTER.search(str(tab.text(QAccessible.Text.Name))):
            yield "has a tab without a name"


def _faults_of_rows(view: QAbstractItemView) -> Iterator[str]:
    """Every row says something, as the view tells it and not only as the model knows it."""
    model, table = view.model(), interface(view)
    for number in range(min(model.rowCount(QModelIndex()), MOST_ROWS)):
        index = model.index(number, 0)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
        if not LETTER.search(str(said or "")):
            yield f"row {number} says nothing"
    heard = [table.child(number) for number in range(min(table.childCount(), MOST_ROWS))]
    for number, child in enumerate(heard):
        if child.role() not in OF_ROWS:
            yield f"row {number} is said to be {child.role()}"
        elif not str(child.text(QAccessible.Text.Name)).strip():
            yield f"row {number} is silent"


def _faults_of_text(widget: QTextEdit | QPlainTextEdit, found: QAccessibleInterface) -> Iterator[str]:
    """The text can be read through it, letter by letter."""
    text, plain = found.textInterface(), widget.toPlainText()
    whole = text.characterCount() == len(plain.encode("utf-16-le")) // 2
    if not whole or text.text(0, FIRST) != _first(plain, FIRST):
        yield "reads otherwise than it shows"


def _first(text: str, count: int) -> str:
    return text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore")
