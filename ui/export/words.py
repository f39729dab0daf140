# SPDX-License-Identifier: GPL-3.0-or-later
"""What the export dialog says of the forms, of what will be marked, and what the draft still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafting.draft import Blocker, Draft
from drafting.draft import waiting as proposals_waiting
from drafting.translation import listed, marked, marked_plural, tr, trn
from drafting.updating.records import MASTHEAD, PLACEHOLDER
from drafting.writing.forms import Form
from ui.export.preview import Preview
from ui.ready.rows import summary

if TYPE_CHECKING:  # the Word library is loaded off the GUI thread, when it is first wanted
    from drafting.writing.counts import MarkedCounts

FORMS = {
    Form.CLEAN: (
        marked("&Clean draft for Word"),
        marked("The text as it now stands, laid out as the United Nations prints it"),
    ),
    Form.TRACKED: (
        marked("Word with &tracked changes"),
        marked("A file of our own; accepted it is the draft, rejected the base"),
    ),
    Form.OFFICIAL: (
        marked("Tracked on the &official file"),
        marked("A copy of the official Word file with the changes in it"),
    ),
    Form.REDLINE: (
        marked("&Redline without tracked changes"),
        marked("Bold and struck through by hand; nobody is named in it"),
    ),
    Form.XML: ("&XML", marked("Akoma Ntoso, as the United Nations publishes it")),
    Form.PAGE: (marked("&Web page"), marked("One file for the browser")),
    Form.TEXT: (marked("&Plain text"), marked("For an e-mail or any editor")),
}
"""Each form by its name, with its key, and in a sentence."""
KINDS = {
    ".docx": marked("Word document (*.docx)"),
    ".xml": marked("Akoma Ntoso XML (*.xml)"),
    ".html": marked("Web page (*.html)"),
    ".txt": marked("Plain text (*.txt)"),
}
_NAMED = {Form.TRACKED: "tracked", Form.OFFICIAL: "on the official file", Form.REDLINE: "redline"}
_LEADING = {
    "changed": marked_plural("{n} paragraph changed", "{n} paragraphs changed"),
    "new": marked_plural("{n} paragraph new", "{n} paragraphs new"),
    "gone": marked_plural("{n} paragraph gone", "{n} paragraphs gone"),
    "moved": marked_plural("{n} paragraph moved", "{n} paragraphs moved"),
}
"""What became of paragraphs, as the first figure of a row says it; and below, as those that follow do."""
_FOLLOWING = {
    "changed": marked_plural("{n} changed", "{n} changed"),
    "new": marked_plural("{n} new", "{n} new"),
    "gone": marked_plural("{n} gone", "{n} gone"),
    "moved": marked_plural("{n} moved", "{n} moved"),
}


def file_stem(name: str, form: Form) -> str:
    """The name suggested for a file: that of the draft, with a word more where changes are shown."""
    return f"{name} {_NAMED[form]}" if form in _NAMED else name


def told(preview: Preview) -> str:
    """What will be marked, in a sentence or two."""
    counts = preview.counts
    if preview.missing:
        said = tr("Choose the official Word file: its figures follow.")
    elif counts is None:
        said = tr("Nothing is marked: the text as it now stands.")
    elif not counts.paragraphs:
        said = tr("Nothing to mark: the paragraphs read as in {base}.").format(base=preview.base)
    else:
        words = trn(
            "in the text {n} word in, {out} out", "in the text {n} words in, {out} out", counts.inserted
        )
        parts = [", ".join(_paragraphs(counts)), words.format(out=counts.deleted)]
        if counts.notes:
            parts.append(trn("{n} footnote", "{n} footnotes", counts.notes))
        said = tr("Against {base}: {figures}.").format(base=preview.base, figures=tr("; ").join(parts))
    if preview.comments:
        comments = trn(
            "{n} comment on open proposals and facts not known yet.",
            "{n} comments on open proposals and facts not known yet.",
            preview.comments,
        )
        said = f"{said} {comments}"
    if preview.unnumbered:
        bare = trn(
            "{names} prints no number, as preambular paragraphs do.",
            "{names} print no numbers, as preambular paragraphs do.",
            len(preview.unnumbered),
        )
        tags = tr("PP and OP tags show them in clean text.")
        said = f"{said} {bare.format(names=listed(preview.unnumbered))} {tags}"
    if preview.notes:
        notes = trn(
            "{n} comment with your notes and states: whoever has the file reads it.",
            "{n} comments with your notes and states: whoever has the file reads them.",
            preview.notes,
        )
        said = f"{said} {notes}"
    return said


def _paragraphs(counts: MarkedCounts) -> list[str]:
    """What became of paragraphs: "3 paragraphs changed", "1 new", "1 split among them"."""
    kinds = {"changed": counts.changed, "new": counts.new, "gone": counts.gone, "moved": counts.moved}
    first, *others = [(number, kind) for kind, number in kinds.items() if number]
    parts = [trn(*_LEADING[first[1]], first[0]), *(trn(*_FOLLOWING[kind], one) for one, kind in others)]
    if counts.split and counts.merged:
        both = tr("{split} split and {merged} merged among them")
        parts.append(both.format(split=counts.split, merged=counts.merged))
    elif counts.split:
        parts.append(trn("{n} split among them", "{n} split among them", counts.split))
    elif counts.merged:
        parts.append(trn("{n} merged among them", "{n} merged among them", counts.merged))
    return parts


def left_open(draft: Draft) -> str:
    """What an exported draft still lacks, in a sentence; empty when nothing."""
    texts = [text for one in draft.paragraphs for text in (one.text, *(note.text for note in one.notes))]
    blanks = sum(text.count(PLACEHOLDER) for text in texts)
    waiting = proposals_waiting(draft)
    parts = []
    if blanks:
        still = trn(
            "{n} placeholder {placeholder} still to be filled in.",
            "{n} placeholders {placeholder} still to be filled in.",
            blanks,
        )
        parts.append(still.format(placeholder=PLACEHOLDER))
    if any(fact.used_in == (MASTHEAD,) for fact in draft.missing_facts):
        parts.append(tr("A fact of the masthead is still missing."))
    if waiting:
        parts.append(
            trn(
                "{n} proposal is still open: the old text stands there.",
                "{n} proposals are still open: the old text stands there.",
                waiting,
            )
        )
    return " ".join(parts)


def still_blocks(blockers: Sequence[Blocker]) -> str:
    """What stands against submitting a draft, in a sentence; empty when nothing does."""
    return f"{summary(blockers)}." if blockers else ""
