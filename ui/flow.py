# SPDX-License-Identifier: GPL-3.0-or-later
"""A layout that sets widgets side by side and goes on in the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """As many in a line as there is room for, each line in the middle if wanted; hidden widgets take none."""

    def __init__(self, spacing: int = 4, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._centred = centred
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(QRect(0, 0, width, 0).marginsRemoved(self.contentsMargins()).width())
        margins = self.contentsMargins().top() + self.contentsMargins().bottom()
        return sum(map(_height, lines)) + self.spacing() * max(len(lines) - 1, 0) + margins

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        area = rect.marginsRemoved(self.contentsMargins())
        y = area.top()
        for line in self._lines(area.width()):
            free = area.width() - self._width(line)
            x = area.left() + (max(free, 0) // 2 if self._centred else 0)
            height = _height(line)
            for item in line:
                size = item.sizeHint()
                item.setGeometry(QRect(x, y + (height - size.height()) // 2, size.width(), size.height()))
                x += size.width() + self.spacing()
            y += height + self.spacing()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size.grownBy(self.contentsMargins())

    def lines_for(self, width: int) -> int:
        """How many lines all widgets, hidden ones too, would take in a width."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        lines, x = 0, room + 1
        for wide in (widget.sizeHint().width() for item in self._items if (widget := item.widget())):
            if x + wide > room:
                lines, x = lines + 1, 0
            x += wide + self.spacing()
        return lines

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items line by line."""
        lines: list[list[QLayoutItem]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            if lines and self._width([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _width(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)
