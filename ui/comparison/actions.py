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
    Entry(
        "next_substance",
        "Next change of &substance",
        "Goes to the next paragraph with a change of substance",
        ("F7",),
    ),
    Entry(
        "previous_substance",
        "Previous change of substance",
        "Goes to the paragraph before with a change of substance",
        ("Shift+F7",),
    ),
    Entry("changes_only", "Changes &only", "Folds the paragraphs that are the same", ("F9",), checkable=True),
    Entry(
        "substance_only",
        "Changes of substance on&ly",
        "Folds all paragraphs but those with a change of substance",
        ("Shift+F9",),
        checkable=True,
    ),
    Entry(
        "show_substance",
        "Show s&ubstance",
        "Marks what changes the meaning; a paragraph counts by its strongest change",
        ("Ctrl+1",),
        checkable=True,
    ),
    Entry(
        "show_routine",
        "Show &routine",
        "Marks what follows from the calendar, from other resolutions or from the order of paragraphs",
        ("Ctrl+2",),
        checkable=True,
    ),
    Entry(
        "show_style",
        "Show s&tyle",
        "Marks punctuation, spelling and abbreviations",
        ("Ctrl+3",),
        checkable=True,
    ),
    Entry(
        "show_glyphs",
        "Show &glyphs",
        "Marks quotation marks, apostrophes and spaces of another shape, which are no change",
        ("Ctrl+4",),
        checkable=True,
    ),
    Entry(
        "pair",
        "&Pair by hand",
        "Takes the paragraph in hand; at another, says that the two belong together",
        ("Ctrl+L",),
    ),
    Entry(
        "take",
        "&Take wording into the draft",
        "Lets the paragraph of the draft read like that of the column in hand",
        ("Ctrl+T",),
    ),
    Entry(
        "take_one",
        "Take one chan&ge…",
        "Lists the changes of the paragraph, to take one of them into the draft",
        ("Ctrl+Shift+T",),
    ),
    Entry(
        "to_page", "Show on the pa&ge", "Goes to the page of the draft, to the paragraph in hand", ("Ctrl+E",)
    ),
    Entry(
        "room",
        "Roo&m view",
        "Shows the paragraph of the draft in large type to the room, or closes that",
        ("F12",),
    ),
    Entry("go_to", "&Go to paragraph", "Goes to a paragraph by its name", ("Ctrl+J",)),
    Entry("unpair", "&Unpair", "Says that the two paragraphs do not belong together", ("Ctrl+Shift+L",)),
    Entry(
        "pair_anew",
        "Pair b&y words again",
        "Forgets what was decided by hand about the paragraph",
        ("Ctrl+Alt+L",),
    ),
    Entry("let_go", "Let &go", "Lets the paragraph go that was taken in hand to be paired", ("Esc",)),
    Entry("swap", "&Swap sides", "Puts the columns in the opposite order", ("Ctrl+Shift+X",)),
    Entry("add_column", "&Add a column", "Shows one version more, up to five", ("Ctrl+Shift+N",)),
    Entry("drop_column", "&Hide this column", "Hides the column in hand", ("Ctrl+Shift+W",)),
    Entry("column_left", "Move column &left", "Puts the column in hand one place left", ("Ctrl+Shift+Left",)),
    Entry(
        "column_right", "Move column &right", "Puts the column in hand one place right", ("Ctrl+Shift+Right",)
    ),
    Entry(
        "with_neighbour",
        "Compare each with its left &neighbour",
        "Marks in each column what changed from the one left of it",
        ("Ctrl+Shift+J",),
        checkable=True,
    ),
    Entry(
        "with_this",
        "Compare all with &this column",
        "Marks in each column what differs from the column in hand",
        ("Ctrl+Shift+B",),
    ),
    Entry(
        "in_full",
        "Show repeated words in &full",
        "Shows the words of a paragraph also where they are those of the column it is compared with",
        ("Ctrl+5",),
        checkable=True,
    ),
    Entry("find", "&Find", "Searches the words of every column", (Standard.Find,)),
    Entry("find_next", "Find &next", "Goes to the next place found", (Standard.FindNext,)),
    Entry("find_previous", "Find pre&vious", "Goes to the place found before", (Standard.FindPrevious,)),
    Entry(
        "copy",
        "&Copy paragraph",
        "Copies the paragraph of every column with its references",
        (Standard.Copy,),
    ),
    Entry(
        "copy_one",
        "Copy this column &only",
        "Copies the paragraph of the column in hand with its reference",
        ("Ctrl+Shift+C",),
    ),
    *(entry for entry in MAIN if entry.name in {"larger", "smaller", "normal_size"}),
    Entry(
        "out_word",
        "&Word file with tracked changes…",
        "Writes the column in hand with its changes from the one it is compared with tracked",
        ("Ctrl+Shift+E",),
    ),
    Entry(
        "out_redline",
        "Word &redline by formatting…",
        "Writes the same as bold, underlined and struck text, without names or times",
    ),
    Entry("out_web", "We&b page with all columns…", "Writes one file for any browser"),
    Entry("out_pdf", "PD&F with all columns…", "Writes landscape pages of what is shown"),
    Entry("out_summary", "&Summary on one page…", "Writes the figures of what changed as a PDF"),
    Entry("out_print", "&Print…", "Prints landscape pages of what is shown", (Standard.Print,)),
    Entry("close", "&Close", "Closes the comparison", (Standard.Close,)),
)
