# SPDX-License-Identifier: GPL-3.0-or-later
"""The acts of a table as Qt has them: with their words, keys and tips, in menus and in the list of keys.

That of the main window is in `ui.acts`; the comparison has a table of its own in the same form. Keys follow
the platform where it has a custom of its own (`QKeySequence.StandardKey`); none of them types on the page.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from drafting.translation import tr
from ui.acts import MENUS, ROLES, SEPARATOR, SUBMENUS, TABLE, Entry, Standard

__all__ = [
    "MENUS",
    "TABLE",
    "Actions",
    "Entry",
    "Standard",
    "key_of",
    "keys_in",
    "listing",
    "redo_name",
    "shortcuts",
    "spoken_keys",
    "tip",
    "undo_name",
]


class Actions(QObject):
    """The acts of a table as QActions, by name; none is connected to anything yet."""

    begun = Signal()
    """An act was called for, by key or menu, and is about to be done: what is half entered counts first."""

    def __init__(self, parent: QObject, table: tuple[Entry, ...] = TABLE) -> None:
        super().__init__(parent)
        self._table = table
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self.submenus: dict[str, QMenu] = {}
        for entry in table:
            self._actions[entry.name] = self._made(entry)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Every act in the order of the table."""
        return list(self._actions.values())

    def group(self, prefix: str) -> dict[str, QAction]:
        """The acts of one group by the rest of their names, such as "dark" in the group "theme"."""
        members = (entry.name for entry in self._table if entry.group == prefix)
        return {name.removeprefix(prefix + "_"): self[name] for name in members}

    def fill(self, bar: QMenuBar) -> None:
        """Put every menu into the bar.

        Those of `SUBMENUS` are filled by whoever knows what belongs in them.
        """
        for title, names in MENUS:
            menu = bar.addMenu(tr(title))
            for name in names:
                if name.startswith(">"):
                    self.submenus[name[1:]] = menu.addMenu(tr(SUBMENUS[name[1:]]))
                elif name == SEPARATOR:
                    menu.addSeparator()
                else:
                    menu.addAction(self[name])
        self.submenus["theme"].addActions(list(self.group("theme").values()))

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:
        """Allow or forbid several acts."""
        for name in names:
            self[name].setEnabled(enabled)

    def _made(self, entry: Entry) -> QAction:
        action = QAction(tr(entry.text), self)
        action.triggered.connect(self.begun)  # before anybody else is told
        action.setShortcuts(shortcuts(entry))
        action.setStatusTip(tr(entry.tip))
        action.setToolTip(tip(action, tr(entry.tip)))
        action.setCheckable(entry.checkable or bool(entry.group))
        if entry.group:
            group = self._groups.setdefault(entry.group, QActionGroup(self))
            group.addAction(action)
        if entry.name in ROLES:
            action.setMenuRole(ROLES[entry.name])
        return action


def shortcuts(entry: Entry, platform: str = sys.platform) -> list[QKeySequence]:
    """The keys of an act on this platform, none twice."""
    found: list[QKeySequence] = []
    for key in entry.mac if entry.mac and platform == "darwin" else entry.keys:
        sequences = QKeySequence.keyBindings(key) if isinstance(key, Standard) else [QKeySequence(key)]
        found += [sequence for sequence in sequences if sequence not in found]
    return found


def spoken_keys(name: str) -> str:
    """The first keys of an act as this platform writes them, "Ctrl+Shift+R"."""
    keys = shortcuts(next(entry for entry in TABLE if entry.name == name))
    return keys[0].toString(QKeySequence.SequenceFormat.NativeText)


def undo_name(act: str) -> str:
    """What taking back is called in a menu, with the act that is taken back, if there is one."""
    return tr("&Undo {act}").format(act=act) if act else tr("&Undo")


def redo_name(act: str) -> str:
    """What doing it once more is called, in the same way."""
    return tr("&Redo {act}").format(act=act) if act else tr("&Redo")


def tip(action: QAction, words: str) -> str:
    """A tool tip that names the key."""
    key = key_of(action)
    return f"{words} ({key})" if key else words


def key_of(action: QAction) -> str:
    """The first key of an act as this platform writes it, empty when it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def listing() -> Iterator[tuple[str, str, str]]:
    """For the list of keys: the acts of the main window by its menus, as `keys_in` gives them."""
    entries = {entry.name: entry for entry in TABLE}
    for title, names in MENUS:
        yield from keys_in(tr(title).replace("&", ""), (entries[name] for name in names if name in entries))


def keys_in(title: str, entries: Iterable[Entry]) -> Iterator[tuple[str, str, str]]:
    """The title, words and keys of every act that has keys.

    Of the keys that the platform has for one act ("Ctrl+C", "Ctrl+Ins", a key "Copy") the first is named.
    """
    for entry in entries:
        if keys := shortcuts(entry):
            wanted = [keys[0], *(key for key in keys[1:] if key.toString() in entry.keys)]
            spoken = tr(" or ").join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in wanted)
            yield title, tr(entry.text).replace("&", "").removesuffix("…"), spoken
