# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison as plain text, for a terminal or an e-mail.

Signs of our own are plain ASCII, so that a console of any code page shows them, and braces, because square
brackets mean disputed text in a draft (rule 1.9).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from drafting.comparing.records import Alignment, Change
from drafting.reading.kinship import same_series
from drafting.resolution import Footnote
from drafting.writing.marked import MarkedParagraph, Row, rows, summary

_WIDTH = 100
DIFFERENT = (
    "These are two different resolutions, not two versions of one: their organs differ, or their titles and "
    "texts have little in common."
)
_CONTEXT = 4  # words shown before and after a change

CHANGE_NAMES = {
    Change.UNCHANGED: "unchanged",
    Change.REWORDED: "reworded",
    Change.MOVED: "moved",
    Change.MOVED_REWORDED: "moved and reworded",
    Change.SPLIT: "split",
    Change.MERGED: "merged",
    Change.ADDED: "added",
    Change.REMOVED: "removed",
}


def comparison_text(alignment: Alignment) -> str:
    """What changed between two versions: the figures, then every paragraph that changed, with the words."""
    shown = rows(alignment)
    parts = [f"{alignment.old.number} -> {alignment.new.number}", *textwrap.wrap(figures(shown), _WIDTH)]
    parts += [*textwrap.wrap(kinship(alignment), _WIDTH), ""]
    for row in shown:
        if row.changed:
            parts += [_head(row), *_indented(_changes(row))]
    return "\n".join(parts).rstrip()


def kinship(alignment: Alignment) -> str:
    """A word of warning when what is compared are no versions of one text; empty when they are."""
    if same_series(alignment.old, alignment.new):
        return ""
    return DIFFERENT


def figures(shown: Sequence[Row]) -> str:
    """The figures of a comparison in one sentence."""
    total = summary(shown)
    changes = [
        f"{total.changes[change]} {name}" for change, name in CHANGE_NAMES.items() if total.changes[change]
    ]
    paragraphs = ", ".join(changes) or "none"
    notes = f"; footnotes changed: {total.notes}" if total.notes else ""
    return f"Paragraphs: {paragraphs}; words: {total.deleted} deleted, {total.inserted} inserted{notes}."


def place(row: Row) -> str:
    """Where a pair stands: "PP4", "PP4 -> PP5", "OP3 -> OP3, OP4"."""
    old, new = ", ".join(row.pair.old), ", ".join(row.pair.new)
    return old or new if not old or not new or old == new else f"{old} -> {new}"


def _head(row: Row) -> str:
    if row.pair.change is Change.UNCHANGED:
        return f"{place(row)}: footnote changed"
    return f"{place(row)}: {CHANGE_NAMES[row.pair.change]}"


def _changes(row: Row) -> Iterator[str]:
    if not (row.old and row.new):
        for item in row.old or row.new:
            yield item.paragraph.text
            yield from (f"footnote: {note.note.text}" for note in item.notes)
        return
    old, new = _joined(row.old), _joined(row.new)
    starts = [0, *(edit.new.end for edit in row.pair.words)]
    ends = [*(edit.new.start for edit in row.pair.words), len(new)]
    kept = [new[start:end] for start, end in zip(starts, ends, strict=True)]
    for edit, before, after in zip(row.pair.words, kept, kept[1:], strict=False):
        yield _in_context(before, edit.old.of(old), edit.new.of(new), after)
    old_notes, new_notes = _notes(row.old), _notes(row.new)
    for change in row.pair.notes:
        gone = old_notes[change.old].text if change.old is not None else ""
        come = new_notes[change.new].text if change.new is not None else ""
        yield "footnote: " + _braced(gone, come)


def _in_context(before: str, gone: str, come: str, after: str) -> str:
    """The changed words with a few before and after them that stayed."""
    left, right = before.split(), after.split()
    apart = _space(before[-1:] + gone[:1] + come[:1]), _space(gone[-1:] + come[-1:] + after[:1])
    words = apart[0] + _braced(gone.strip(), come.strip()) + apart[1]
    start = "... " * (len(left) > _CONTEXT) + " ".join(left[-_CONTEXT:])
    return (start + words + " ".join(right[:_CONTEXT]) + " ..." * (len(right) > _CONTEXT)).strip()


def _space(edge: str) -> str:
    return " " if any(sign.isspace() for sign in edge) else ""


def _braced(gone: str, come: str) -> str:
    if gone and come:
        return f"{{{gone} -> {come}}}"
    return f"{{-{gone}}}" if gone else f"{{+{come}}}"


def _joined(side: Sequence[MarkedParagraph]) -> str:
    return "\n".join(item.paragraph.text for item in side)


def _notes(side: Sequence[MarkedParagraph]) -> list[Footnote]:
    return [note.note for item in side for note in item.notes]


def _indented(changes: Iterator[str]) -> Iterator[str]:
    for change in changes:
        yield textwrap.fill(
            change,
            _WIDTH,
            initial_indent="    ",
            subsequent_indent="      ",
            break_long_words=False,
            break_on_hyphens=False,
        )
