# SPDX-License-Identifier: GPL-3.0-or-later
"""What the export dialog says of the forms, of what will be marked, and what the draft still lacks."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.draft import Blocker, Draft
from drafting.draft import waiting as proposals_waiting
from drafting.ordinals import counted
from drafting.updating.records import MASTHEAD, PLACEHOLDER
from drafting.writing.forms import Form
from ui.export.preview import Preview
from ui.ready.rows import summary

FORMS = {
    Form.CLEAN: (
        "&Clean draft for Word",
        "The text as it now stands, laid out as the United Nations prints it",
    ),
    Form.TRACKED: (
        "Word with &tracked changes",
        "A file of our own; accepted it is the draft, rejected the base",
    ),
    Form.OFFICIAL: (
        "Tracked on the &official file",
        "A copy of the official Word file with the changes in it",
    ),
    Form.REDLINE: (
        "&Redline without tracked changes",
        "Bold and struck through by hand; nobody is named in it",
    ),
    Form.XML: ("&XML", "Akoma Ntoso, as the United Nations publishes it"),
    Form.PAGE: ("&Web page", "One file for the browser"),
    Form.TEXT: ("&Plain text", "For an e-mail or any editor"),
}
"""Each form by its name, with its key, and in a sentence."""
KINDS = {
    ".docx": "Word document (*.docx)",
    ".xml": "Akoma Ntoso XML (*.xml)",
    ".html": "Web page (*.html)",
    ".txt": "Plain text (*.txt)",
}
_NAMED = {Form.TRACKED: "tracked", Form.OFFICIAL: "on the official file", Form.REDLINE: "redline"}


def file_stem(name: str, form: Form) -> str:
    """The name suggested for a file: that of the draft, with a word more where changes are shown."""
    return f"{name} {_NAMED[form]}" if form in _NAMED else name


def told(preview: Preview) -> str:
    """What will be marked, in a sentence or two."""
    counts = preview.counts
    if preview.missing:
        said = "Choose the official Word file: its figures follow."
    elif counts is None:
        said = "Nothing is marked: the text as it now stands."
    elif not counts.paragraphs:
        said = f"Nothing to mark: the paragraphs read as in {preview.base}."
    else:
        kinds = {"changed": counts.changed, "new": counts.new, "gone": counts.gone, "moved": counts.moved}
        among = {"split": counts.split, "merged": counts.merged}
        first, *others = [(number, kind) for kind, number in kinds.items() if number]
        parts = [f"{counted(first[0], 'paragraph')} {first[1]}", *(f"{one} {kind}" for one, kind in others)]
        divided = " and ".join(f"{number} {kind}" for kind, number in among.items() if number)
        parts += [f"{divided} among them"] if divided else []
        words = f"in the text {counted(counts.inserted, 'word')} in, {counts.deleted} out"
        notes = f"; {counted(counts.notes, 'footnote')}" if counts.notes else ""
        said = f"Against {preview.base}: {', '.join(parts)}; {words}{notes}."
    if preview.comments:
        said += f" {counted(preview.comments, 'comment')} on open proposals and facts not known yet."
    return said


def left_open(draft: Draft) -> str:
    """What an exported draft still lacks, in a sentence; empty when nothing."""
    texts = [text for one in draft.paragraphs for text in (one.text, *(note.text for note in one.notes))]
    blanks = sum(text.count(PLACEHOLDER) for text in texts)
    waiting = proposals_waiting(draft)
    parts = []
    if blanks:
        parts.append(f"{counted(blanks, 'placeholder')} {PLACEHOLDER} still to be filled in.")
    if any(fact.used_in == (MASTHEAD,) for fact in draft.missing_facts):
        parts.append("A fact of the masthead is still missing.")
    if waiting:
        stands = "is still open: the old text stands there."
        parts.append(
            f"{counted(waiting, 'proposal')} {stands if waiting == 1 else stands.replace('is', 'are', 1)}"
        )
    return " ".join(parts)


def still_blocks(blockers: Sequence[Blocker]) -> str:
    """What stands against submitting a draft, in a sentence; empty when nothing does."""
    return f"{summary(blockers)}." if blockers else ""
