# SPDX-License-Identifier: GPL-3.0-or-later
"""Every act of the comparison window in one table, in the form of the main window's."""

from __future__ import annotations

from ui.actions import TABLE as MAIN
from ui.actions import Entry, Standard

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
    *(entry for entry in MAIN if entry.name in {"larger", "smaller", "normal_size"}),
    Entry("close", "&Close", "Closes the comparison", (Standard.Close,)),
)
