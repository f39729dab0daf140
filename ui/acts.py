# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of every act of the main window, and in which menu it stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

from drafting.translation import marked

Standard = QKeySequence.StandardKey
Keys = tuple[str | Standard, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One act: `text` as in the menu, `tip` says what happens; `mac` are the keys there, when they differ."""

    name: str
    text: str
    tip: str
    keys: Keys = ()
    mac: Keys = ()
    group: str = ""  # acts of one group exclude each other
    checkable: bool = False


OPEN_FIRST = marked("Opens resolutions of a series, or a saved draft")

TABLE = (
    Entry(
        "new_draft",
        "&New draft…",
        "Looks at the files first: their order, the base, the session; then makes the draft",
        (Standard.New,),
    ),
    Entry("open", "&Open series or draft…", OPEN_FIRST, (Standard.Open,)),
    Entry("sample", "Open the samp&le series", "Opens the four adopted resolutions that come with Penholder"),
    Entry("save", "&Save draft", "Saves the draft with every decision", (Standard.Save,)),
    Entry("save_as", "Save draft &as…", "Saves the draft under another name", ("Ctrl+Shift+S",)),
    Entry(
        "export",
        "&Export…",
        "Writes the draft for Word, clean or with its changes, as XML, web page or text",
        ("Ctrl+Shift+O",),
    ),
    Entry(
        "export_again",
        "Export a&gain…",
        "Writes the draft as chosen last, and asks only where",
        ("Ctrl+Shift+E",),
    ),
    Entry(
        "print",
        "&Print…",
        "Shows the pages of the draft, with or without marks; prints them, or saves them as PDF",
        (Standard.Print,),
    ),
    Entry(
        "shelf",
        "Put on the s&helf…",
        "Looks open facts up in documents, such as a new resolution or a report",
    ),
    Entry("next_year", "Ne&xt year…", "Starts the draft after this one from its adopted text"),
    Entry("recovered", "Reco&vered drafts…", "Shows what was recovered after Penholder ended without saving"),
    Entry("close", "&Close draft", "Puts the draft away and shows the welcome page", (Standard.Close,)),
    Entry("quit", "&Quit", "Ends Penholder", (Standard.Quit,)),
    Entry("undo", "&Undo", "Takes the last act back", (Standard.Undo,)),
    Entry("redo", "&Redo", "Does what was undone once more", (Standard.Redo,)),
    Entry("cut", "Cu&t", "Moves the selected text to the clipboard", (Standard.Cut,)),
    Entry("copy", "&Copy", "Copies the selected text", (Standard.Copy,)),
    Entry("paste", "&Paste", "Puts the text of the clipboard in, with its footnotes", (Standard.Paste,)),
    Entry(
        "paste_plain",
        "Paste as plain te&xt",
        "Puts the words of the clipboard in, without footnotes and signs of lists",
        ("Ctrl+Shift+V",),
    ),
    Entry(
        "select_paragraph",
        "Select paragrap&h",
        "Selects the whole paragraph, or all that the selection touches",
        ("Ctrl+L",),
    ),
    Entry(
        "select_above",
        "Select &above too",
        "Takes the paragraph above into the selection, or the last one out of it",
        ("Ctrl+Shift+Up",),
        ("Alt+Shift+Up",),
    ),
    Entry(
        "select_below",
        "Select &below too",
        "Takes the paragraph below into the selection, or the first one out of it",
        ("Ctrl+Shift+Down",),
        ("Alt+Shift+Down",),
    ),
    Entry("find", "&Find in draft", "Searches the words of the draft", (Standard.Find,)),
    Entry(
        "replace",
        "Find and rep&lace…",
        "Puts other words in the place of those found",
        ("Ctrl+H",),
        ("Ctrl+Shift+H",),
    ),
    Entry("find_next", "Find &next", "Goes to the next place found", (Standard.FindNext,)),
    Entry("find_previous", "Find pre&vious", "Goes to the place found before", (Standard.FindPrevious,)),
    Entry(
        "go_to",
        "&Go to paragraph…",
        "Goes to a paragraph by its name, such as PP4 or OP12(a)",
        ("F5",),
        ("Ctrl+Alt+G",),
    ),
    Entry(
        "preferences",
        "Pref&erences…",
        "Theme, text size, language, help with writing, folders and paper",
        ("Ctrl+,",),
    ),
    Entry(
        "insert_after",
        "Insert paragraph &after",
        "Puts an empty paragraph after this one and its points",
        ("Alt+Return", "Alt+Enter"),
    ),
    Entry(
        "insert_before",
        "Insert paragraph &before",
        "Puts an empty paragraph before this one",
        ("Alt+Shift+Return", "Alt+Shift+Enter"),
    ),
    Entry(
        "move_up",
        "Move &up",
        "Moves the paragraphs, with their points, before the one above",
        ("Alt+Shift+Up",),
        ("Meta+Shift+Up",),
    ),
    Entry(
        "move_down",
        "Move &down",
        "Moves the paragraphs, with their points, behind the one below",
        ("Alt+Shift+Down",),
        ("Meta+Shift+Down",),
    ),
    Entry(
        "move_to",
        "Mo&ve to…",
        "Moves the paragraphs behind or before another one, also into an annex",
        ("Shift+F5",),
        ("Ctrl+Alt+Shift+G",),
    ),
    Entry(
        "promote",
        "&Promote",
        "Raises points by one level: (i) to the next letter, (a) to a paragraph",
        ("Alt+Shift+Left",),
        ("Meta+Shift+Left",),
    ),
    Entry(
        "demote",
        "De&mote",
        "Makes paragraphs points of the one above, or points one level deeper",
        ("Alt+Shift+Right",),
        ("Meta+Shift+Right",),
    ),
    Entry("make_operative", "Make &operative", "Takes the paragraphs to the head of the operative part"),
    Entry("make_preambular", "Make p&reambular", "Takes the paragraphs to the end of the preamble"),
    Entry("make_heading", "Make a &heading", "Makes the paragraphs headings, numbered as those beside them"),
    Entry(
        "offer_opening",
        "Offer opening &words",
        "Lists the words that may open the paragraph, or go on from those typed",
        ("Ctrl+Space",),
        ("Alt+Esc",),
    ),
    Entry(
        "fit_opening",
        "&Fit opening words",
        "Gives the opening words the form of this part: “Recalling” and “Recalls”",
        ("Ctrl+Shift+W",),
    ),
    Entry(
        "insert_heading", "Insert h&eading", "Puts a heading before the paragraph; its section begins there"
    ),
    Entry(
        "restart_numbers",
        "Begin numbers ane&w",
        "Lets the numbers below the heading begin at 1, or count on where they did",
    ),
    Entry("add_annex", "Add anne&x", "Puts an annex in, behind this one or behind the text"),
    Entry("add_part", "&Start a part", "Puts a part B in behind the text, or another part behind this one"),
    Entry(
        "insert_note", "Insert foot&note", "Puts a footnote at the caret", ("Ctrl+Alt+F",), ("Ctrl+Alt+F",)
    ),
    Entry(
        "move_note",
        "Ta&ke footnote elsewhere…",
        "Takes the footnote at the caret in hand; Enter puts it down where the caret is then",
        ("Ctrl+Alt+Shift+F",),
    ),
    Entry("remove_note", "Remove foo&tnote", "Takes out the footnote at the caret with its mark"),
    Entry(
        "delete_paragraphs",
        "De&lete",
        "Takes the paragraphs out, with their points and footnotes",
        ("Ctrl+Shift+Del",),
    ),
    Entry(
        "bracket",
        marked("Put in &brackets"),
        marked("Puts square brackets round the selection, the word, or at its beginning the paragraph"),
        ("Ctrl+B",),
    ),
    Entry(
        "bracket_paragraphs",
        marked("Put &whole paragraphs in brackets"),
        marked("Puts each paragraph that is selected in square brackets of its own"),
        ("Ctrl+Alt+B",),
    ),
    Entry(
        "unbracket",
        marked("&Take brackets away"),
        marked("Takes away the brackets in the selection, or the innermost pair round the caret"),
        ("Ctrl+Shift+B",),
    ),
    Entry(
        "next_bracket",
        marked("&Next bracket"),
        marked("Goes to the next words in square brackets"),
        ("F9",),
    ),
    Entry(
        "previous_bracket",
        marked("&Previous bracket"),
        marked("Goes to the words in square brackets before"),
        ("Shift+F9",),
    ),
    Entry(
        "number_bis",
        marked("Number as b&is"),
        marked("Numbers paragraphs beside the one before (7 bis, 7 ter): the others keep their numbers"),
        ("Alt+Shift+B",),
        ("Meta+Shift+B",),
    ),
    Entry(
        "number_alt",
        marked("Number as a&lternative"),
        marked("Numbers paragraphs as another wording of the one before: 7 alt, 7 alt2"),
        ("Alt+Shift+A",),
        ("Meta+Shift+A",),
    ),
    Entry(
        "number_on",
        marked("Number &straight through"),
        marked("Gives the paragraphs numbers of their own again"),
        ("Alt+Shift+N",),
        ("Meta+Shift+N",),
    ),
    Entry(
        "number_all",
        marked("N&umber all straight through"),
        marked("Takes bis and alt away in the whole draft"),
    ),
    Entry(
        "stage_agreed",
        marked("A&greed"),
        marked("Says that the room agreed to the paragraphs as they read"),
        ("Ctrl+Shift+A",),
    ),
    Entry(
        "stage_ad_referendum",
        marked("Agreed ad &referendum"),
        marked("Says that the room agreed to the paragraphs, if the capitals do"),
        ("Ctrl+Shift+D",),
    ),
    Entry(
        "stage_placement",
        marked("Pla&cement to be decided"),
        marked("Says that the room has not decided yet where the paragraphs stand"),
        ("Ctrl+Shift+P",),
    ),
    Entry(
        "stage_open",
        marked("&Open"),
        marked("Says that the paragraphs are open, as at first"),
        ("Ctrl+Shift+N",),
    ),
    Entry(
        "memo",
        marked("Pri&vate note…"),
        marked("Writes a note on the paragraph that stands in no file but the draft"),
        ("Ctrl+Alt+M",),
    ),
    Entry(
        "marks",
        "Show mar&ks",
        "Shows what is proposed in the text, or the page as it will read",
        ("Ctrl+M",),
        ("Ctrl+Shift+M",),
        checkable=True,
    ),
    Entry("show_all", "&All paragraphs", "Shows the whole draft", group="show"),
    Entry(
        "show_changed",
        "&Changed last time",
        "Shows the paragraphs reworded or new in the last version",
        group="show",
    ),
    Entry(
        "show_stable",
        "&Stable",
        "Shows the paragraphs that have not changed in any loaded version",
        group="show",
    ),
    Entry("show_open", "With &open proposals", "Shows the paragraphs that wait for a decision", group="show"),
    Entry("show_edited", "&Edited by me", "Shows the paragraphs changed in this draft", group="show"),
    Entry(
        "show_not_agreed",
        marked("Not a&greed yet"),
        marked("Shows the paragraphs that the room has not agreed to, or that were changed since"),
        group="show",
    ),
    Entry("panel_proposals", "&Proposals", "Goes to the list of proposals", ("Ctrl+1",)),
    Entry("panel_facts", "&Facts", "Goes to the facts that are asked for", ("Ctrl+2",)),
    Entry("panel_checks", "C&hecks", "Goes to the findings of the checks", ("Ctrl+3",)),
    Entry("panel_history", "H&istory", "Goes to the earlier wordings of the paragraph", ("Ctrl+4",)),
    Entry("panel_dropped", "&Dropped paragraphs", "Goes to the paragraphs that were dropped", ("Ctrl+5",)),
    Entry("panel_outline", "O&utline", "Goes to the parts and headings of the draft", ("Ctrl+6",)),
    Entry(
        "change_sides",
        "Page or pa&nel",
        "Goes from the page to the panel in front, and back to the page",
        ("F6",),
    ),
    Entry(
        "compare",
        "Compare &versions",
        "Opens two versions, or a version and the draft, side by side",
        ("Ctrl+D",),
    ),
    Entry(
        "room",
        "&Show to the room",
        "Shows the paragraph in hand in large type, on the second screen where there is one",
        ("F12",),
        checkable=True,
    ),
    Entry(
        "room_changes",
        "With its &changes",
        "Shows in the room what went and came since the last text",
        checkable=True,
    ),
    Entry(
        "room_hold",
        "&Hold this paragraph",
        "Leaves the paragraph in the room while you look elsewhere",
        ("Shift+F12",),
        checkable=True,
    ),
    Entry("room_on", "&Next lines", "Shows the lines of a long paragraph that follow", ("Ctrl+F12",)),
    Entry("room_dark", "&Dark room", "Shows light letters on a dark ground in the room", checkable=True),
    Entry("room_larger", "&Larger type in the room", "Makes the type in the room larger, if it fits"),
    Entry("room_smaller", "S&maller type in the room", "Makes the type in the room smaller"),
    Entry(
        "reset_layout",
        "Reset la&yout",
        "Brings window, columns and panels back to how they came",
    ),
    Entry("read_report", "How the files were &read…", "Lists what the reader joined, guessed or left out"),
    Entry("larger", "&Larger text", "Makes all text larger", (Standard.ZoomIn, "Ctrl+=")),
    Entry("smaller", "S&maller text", "Makes all text smaller", (Standard.ZoomOut,)),
    Entry("normal_size", "Normal te&xt size", "Brings the text back to its usual size", ("Ctrl+0",)),
    Entry("theme_system", "As the &system", "Follows light and dark of the system", group="theme"),
    Entry("theme_light", "&Light", "Dark text on white", group="theme"),
    Entry("theme_dark", "&Dark", "Light text on dark grey", group="theme"),
    Entry("theme_contrast", "High &contrast", "Strong colours on black", group="theme"),
    Entry("next", "&Next proposal", "Goes to the next proposal that is open", ("F7", "Alt+Down"), ("F7",)),
    Entry(
        "previous",
        "&Previous proposal",
        "Goes to the open proposal before",
        ("Shift+F7", "Alt+Up"),
        ("Shift+F7",),
    ),
    Entry("accept", "&Accept", "Puts the proposed words into the draft", ("Ctrl+Return", "Ctrl+Enter")),
    Entry("keep", "&Keep old text", "Leaves the old words as they are", ("Ctrl+Shift+K",)),
    Entry("reword", "&Edit proposed words…", "Puts your own words at this place", ("Ctrl+Shift+R",)),
    Entry(
        "take_back",
        "&Take decision back",
        "Opens the proposal again and brings the old words back",
        ("Ctrl+Shift+T",),
    ),
    Entry(
        "accept_all",
        "Accept all &certain",
        "Accepts every open proposal that follows from the loaded versions, or whose fact is filled in",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
    ),
    Entry(
        "accept_style",
        "Accept all st&yle",
        "Accepts every open proposal of house style: also and further, first mentions, footnotes",
    ),
    Entry(
        "accept_selected", "Accept in se&lection", "Accepts every open proposal in the paragraphs selected"
    ),
    Entry("keep_selected", "Keep in selecti&on", "Keeps the old text in the paragraphs selected"),
    Entry("next_finding", "&Next finding", "Goes to the words of the next finding", ("F8",)),
    Entry("previous_finding", "&Previous finding", "Goes to the words of the finding before", ("Shift+F8",)),
    Entry("fix", "&Fix", "Mends what the finding in hand says", ("Ctrl+Shift+F",)),
    Entry(
        "fix_selected", "Fix in &selection", "Mends all that the checks can mend in the paragraphs selected"
    ),
    Entry("ignore", "&Ignore here", "Passes over the finding in hand in this draft", ("Ctrl+Shift+I",)),
    Entry(
        "ignore_always", "Ignore &always", "Passes over what this check says of these words, in every draft"
    ),
    Entry("which_checks", "&Which checks…", "Lists every check, with a switch for each"),
    Entry(
        "ready",
        "&Ready to submit…",
        "Lists what still stands between the draft and its submission",
        ("Ctrl+Shift+Y",),
    ),
    Entry(
        "guide",
        "&User guide",
        "Opens the guide at what has the keyboard; it comes with the program",
        (Standard.HelpContents,),
    ),
    Entry("shortcuts", "&Keyboard shortcuts", "Lists the keys of every act", ("Ctrl+F1",), ("Ctrl+Alt+K",)),
    Entry("about", "&About Penholder", "Version, licence and the libraries used"),
)

SEPARATOR = ""
"""A line between two groups of a menu."""
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        marked("&File"),
        (
            *("new_draft", "open", "sample", ">recent", "recovered", "", "shelf", "next_year", ""),
            *("save", "save_as", ""),
            *("export", "export_again", "print", "", "close", "quit"),
        ),
    ),
    (
        marked("&Edit"),
        (
            *("undo", "redo", "", "cut", "copy", "paste", "paste_plain", ""),
            *("select_paragraph", "select_above", "select_below", "offer_opening", ""),
            *("find", "replace", "find_next", "find_previous", "go_to"),
            *("", "preferences"),
        ),
    ),
    (
        marked("Para&graph"),
        (
            "insert_after",
            "insert_before",
            "",
            "move_up",
            "move_down",
            "move_to",
            "promote",
            "demote",
            "",
            "make_operative",
            "make_preambular",
            "make_heading",
            "fit_opening",
            "",
            "insert_heading",
            "restart_numbers",
            "add_annex",
            "add_part",
            "",
            "insert_note",
            "move_note",
            "remove_note",
            "",
            "delete_paragraphs",
            ">back",
        ),
    ),
    (
        marked("&Negotiation"),
        (
            *("bracket", "bracket_paragraphs", "unbracket", "next_bracket", "previous_bracket", ""),
            *("number_bis", "number_alt", "number_on", "number_all", ""),
            *("stage_agreed", "stage_ad_referendum", "stage_placement", "stage_open", ""),
            "memo",
        ),
    ),
    (
        marked("&View"),
        (
            "marks",
            "",
            "show_all",
            "show_changed",
            "show_stable",
            "show_open",
            "show_edited",
            "show_not_agreed",
            "",
            "panel_proposals",
            "panel_facts",
            "panel_checks",
            "panel_history",
            "panel_dropped",
            "panel_outline",
            "change_sides",
            "",
            "compare",
            ">room",
            "read_report",
            "",
            "larger",
            "smaller",
            "normal_size",
            ">theme",
            "reset_layout",
        ),
    ),
    (
        marked("&Proposals"),
        (
            "next",
            "previous",
            "",
            "accept",
            "keep",
            "reword",
            "take_back",
            "",
            "accept_all",
            "accept_style",
            "accept_selected",
            "keep_selected",
            "",
            ">target",
        ),
    ),
    (
        marked("&Checks"),
        (
            "next_finding",
            "previous_finding",
            "",
            "fix",
            "fix_selected",
            "ignore",
            "ignore_always",
            "",
            "which_checks",
            "",
            "ready",
        ),
    ),
    (marked("&Help"), ("guide", "shortcuts", "", "about")),
)
SUBMENUS = {
    "recent": marked("Open &recent"),
    "theme": marked("&Theme"),
    "target": marked("Target &session"),
    "back": marked("Brin&g back"),
    "room": marked("Room vie&w"),
}

# macOS moves these into the application menu; everything else stays where the table says.
ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}
"""Where macOS puts an act in place of its menu."""

NEEDS_DRAFT = (
    *("save", "save_as", "export", "export_again", "print", "close", "marks", "compare", "room"),
    *("find", "replace", "find_next", "find_previous"),
    *("go_to", "show_all", "show_changed", "show_stable", "show_open", "show_edited", "show_not_agreed"),
    *("bracket", "bracket_paragraphs", "unbracket", "next_bracket", "previous_bracket", "memo"),
    *("number_bis", "number_alt", "number_on", "number_all"),
    *("stage_agreed", "stage_ad_referendum", "stage_placement", "stage_open"),
    *("panel_proposals", "panel_facts", "panel_checks", "panel_history", "read_report"),
    *("panel_dropped", "panel_outline", "change_sides"),
    *("next_finding", "previous_finding", "ready", "shelf", "next_year"),
    *("insert_after", "insert_before", "move_up", "move_down", "promote", "demote"),
    *("make_operative", "make_preambular", "make_heading", "fit_opening", "offer_opening"),
    *("select_paragraph", "select_above", "select_below"),
    *("move_to", "insert_heading", "restart_numbers", "add_annex", "add_part", "fix_selected"),
    *("insert_note", "move_note", "remove_note", "delete_paragraphs"),
)
"""Acts that are possible only while a draft is open."""
NEEDS_PROPOSAL = (
    *("next", "previous", "accept", "keep", "reword", "take_back", "accept_all", "accept_style"),
    *("accept_selected", "keep_selected"),
)
"""And those that need proposals in it."""
