# SPDX-License-Identifier: GPL-3.0-or-later
"""Every act of the comparison window in one table, in the form of the main window's."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions import Entry, Standard, shortcuts

TABLE = (
    Entry("next_change", "&Next change", "Goes to the next paragraph that differs", ("F8", "Ctrl+Down")),
    Entry(
        "previous_change",
        "&Previous change",
        "Goes to the paragraph before that differs",
        ("Shift+F8", "Ctrl+Up"),
    ),
    Entry("other_end", "&Other end of the move", "Goes to the place the paragraph left, or came to", ("M",)),
    Entry("changes_only", "Changes &only", "Folds the paragraphs that are the same", ("F9",), checkable=True),
    Entry("swap", "&Swap sides", "Puts the left version right and the right one left", ("Ctrl+Shift+X",)),
    Entry("find", "&Find", "Searches the words of both versions", (Standard.Find,)),
    Entry("find_next", "Find &next", "Goes to the next place found", (Standard.FindNext,)),
    Entry("find_previous", "Find pre&vious", "Goes to the place found before", (Standard.FindPrevious,)),
    Entry(
        "copy",
        "&Copy paragraph",
        "Copies the paragraph of both versions with its references",
        (Standard.Copy,),
    ),
    Entry("copy_left", "Copy &left only", "Copies the paragraph of the left version with its reference"),
    Entry("copy_right", "Copy &right only", "Copies the paragraph of the right version with its reference"),
    Entry("larger", "&Larger text", "Makes all text larger", (Standard.ZoomIn, "Ctrl+=")),
    Entry("smaller", "S&maller text", "Makes all text smaller", (Standard.ZoomOut,)),
    Entry("normal_size", "&Normal text size", "Brings the text back to its usual size", ("Ctrl+0",)),
    Entry("close", "&Close", "Closes the comparison", (Standard.Close,)),
)


def made(owner: QWidget) -> dict[str, QAction]:
    """The acts as actions of the window, by name; none is connected to anything yet."""
    actions = {}
    for entry in TABLE:
        action = QAction(entry.text, owner)
        action.setShortcuts(shortcuts(entry))
        action.setToolTip(tip(action, entry.tip))
        action.setCheckable(entry.checkable)
        owner.addAction(action)
        actions[entry.name] = action
    return actions


def tip(action: QAction, words: str) -> str:
    """A tool tip that names the key."""
    key = spoken_key(action)
    return f"{words} ({key})" if key else words


def spoken_key(action: QAction) -> str:
    """The first key of an action as this platform writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
