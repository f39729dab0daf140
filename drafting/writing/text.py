# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison as plain text, for a terminal or an e-mail.

Signs of our own are plain ASCII, so that a console of any code page shows them, and braces, because square
brackets mean disputed text in a draft (rule 1.9).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from drafting.comparing.records import Alignment, Change, Edit, Pair, Reason, Weight
from drafting.comparing.summary import Summary, summarize
from drafting.reading.kinship import same_series
from drafting.resolution import Footnote
from drafting.translation import marked, tr
from drafting.writing.marked import MarkedParagraph, Row, rows

_WIDTH = 100
DIFFERENT = marked(
    "These are two different resolutions, not two versions of one: their organs differ, or their titles and "
    "texts have little in common."
)
_CONTEXT = 4  # words shown before and after a change

CHANGE_NAMES = {
    Change.UNCHANGED: marked("unchanged"),
    Change.REWORDED: marked("reworded"),
    Change.MOVED: marked("moved"),
    Change.MOVED_REWORDED: marked("moved and reworded"),
    Change.SPLIT: marked("split"),
    Change.MERGED: marked("merged"),
    Change.ADDED: marked("added"),
    Change.REMOVED: marked("removed"),
}


WEIGHT_NAMES = {
    Weight.SUBSTANCE: marked("of substance"),
    Weight.ROUTINE: marked("routine"),
    Weight.STYLE: marked("of style"),
}
TURN_NAMES = {
    Reason.RISES: marked("Verbs that bind more"),
    Reason.FALLS: marked("Verbs that bind less"),
    Reason.VERB: marked("Other verbs"),
}
SAME = "Nothing differs in the paragraphs and their footnotes."
SAME_BUT_GLYPHS = "Nothing differs in the paragraphs and their footnotes but quotation marks or white space."
GUESSED = marked("Paired by guess, please check")


def comparison_text(alignment: Alignment) -> str:
    """What changed between two versions: the figures, then every paragraph that changed, with the words.

    Behind each change stands what it weighs, and why.
    """
    total = summarize(alignment)
    parts = [f"{alignment.old.number} -> {alignment.new.number}", *textwrap.wrap(figures(total), _WIDTH)]
    parts += textwrap.wrap(kinship(alignment), _WIDTH)
    for name, items in overview(total).items():
        parts += textwrap.wrap(_plain(f"{name}: {'; '.join(items)}."), _WIDTH, subsequent_indent="  ")
    changed = [row for row in rows(alignment) if row.changed]
    parts += [SAME_BUT_GLYPHS if total.glyphs else SAME] if not changed else []
    parts.append("")
    for row in changed:
        parts += [_head(row), *_indented(_changes(row))]
    return "\n".join(parts).rstrip()


def _plain(said: str) -> str:
    """What we say ourselves, in ASCII."""
    return said.replace("→", "->")


def kinship(alignment: Alignment) -> str:
    """A word of warning when what is compared are no versions of one text; empty when they are."""
    if same_series(alignment.old, alignment.new):
        return ""
    return tr(DIFFERENT)


def figures(total: Summary) -> str:
    """The figures of a comparison in one or two sentences."""
    changes = [
        f"{total.changes[change]} {name}" for change, name in CHANGE_NAMES.items() if total.changes[change]
    ]
    notes = f"; footnotes changed: {total.notes}" if total.notes else ""
    said = f"Paragraphs: {', '.join(changes) or 'none'}; "
    said += f"words: {total.deleted} deleted, {total.inserted} inserted{notes}."
    weights = ", ".join(
        f"{total.edits[one]} {name}" for one, name in WEIGHT_NAMES.items() if total.edits[one]
    )
    return f"{said} Edits: {weights}." if weights else said


def overview(total: Summary) -> dict[str, list[str]]:
    """What a drafter asks first: which paragraphs are new, dropped or moved, and which verbs turned."""
    found = {
        marked("New"): [place(pair) for pair in total.added],
        marked("Dropped"): [place(pair) for pair in total.removed],
        marked("Moved"): [place(pair) for pair in total.moved],
    }
    for reason, name in TURN_NAMES.items():
        found[name] = [f"{place(turn.pair)} ({turn.verbs})" for turn in total.turns if turn.reason is reason]
    found[GUESSED] = [place(pair) for pair in total.guesses]
    return {name: items for name, items in found.items() if items}


def place(pair: Pair) -> str:
    """Where a pair stands: "PP4", "PP4 → PP5", "OP3 → OP3, OP4"."""
    old, new = ", ".join(pair.old), ", ".join(pair.new)
    return old or new if not old or not new or old == new else f"{old} → {new}"


def change_name(pair: Pair) -> str:
    """What became of a pair, in words: "reworded", "split and moved"."""
    name = tr(CHANGE_NAMES[pair.change])
    return tr("{change} and moved").format(change=name) if pair.elsewhere else name


def weight_name(pair: Pair) -> str:
    """What a pair weighs, in words; empty where nothing changed, and where all of it came or went."""
    return tr(WEIGHT_NAMES[pair.weight]) if pair.weight and pair.old and pair.new else ""


def _head(row: Row) -> str:
    said = "footnote changed" if row.pair.change is Change.UNCHANGED else change_name(row.pair)
    weight = weight_name(row.pair)
    return f"{_plain(place(row.pair))}: {said}{f', {weight}' if weight else ''}"


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
        yield _in_context(before, edit.old.of(old), edit.new.of(new), after) + _why(edit)
    old_notes, new_notes = _notes(row.old), _notes(row.new)
    for change in row.pair.notes:
        gone = old_notes[change.old].text if change.old is not None else ""
        come = new_notes[change.new].text if change.new is not None else ""
        yield "footnote: " + _braced(gone, come) + "".join(dict.fromkeys(map(_why, change.words)))


def _why(edit: Edit) -> str:
    """The reason behind a change; none where the words themselves say that the wording changed."""
    return "" if edit.reason is Reason.WORDING else f"  ({_plain(edit.why)})"


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
