# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room sees of a paragraph: its words and what changed in them, nothing else.

No proposals, which are no part of the draft before they are accepted; no notes, facts or findings.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafting.checking.brackets import blanks_in, brackets_in
from drafting.comparing.records import Op, Span
from drafting.comparing.words import edits
from drafting.draft import Draft
from drafting.translation import tr
from drafting.updating.organs import target_name
from ui.comparison.rows import Layer, Mark, Note


@dataclass(frozen=True, slots=True)
class RoomText:
    """One paragraph: `marks` are what came and went since the last text.

    `brackets` are what stands in square brackets and so is not agreed, `blanks` what is not known yet.
    """

    heading: str
    label: str
    text: str
    opening: int = 0
    marks: tuple[Mark, ...] = ()
    brackets: tuple[Span, ...] = ()
    blanks: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    state: str = ""


def room_text(draft: Draft, key: str, *, changes: bool) -> RoomText:
    """The paragraph with this key as the room sees it; without `changes` as it will read.

    With them, words that went since the base stand where they were, each before what took its place.
    """
    paragraph, label = draft.paragraph(key), draft.label(key)
    base = draft.base.paragraph(paragraph.origin).text if paragraph.origin else ""
    session = target_name(draft.masthead.body, draft.carry.session)
    heading = tr("Draft for {session}").format(session=session)
    new = not paragraph.origin
    same = tr("as in {version}").format(version=draft.base.number)
    state = tr("new") if new else same if base == paragraph.text else tr("changed")
    if changes and base and base != paragraph.text:
        text, marks = _both(base, paragraph.text)
    else:
        text, marks = paragraph.text, ()
    if changes and new and text:
        marks = (_mark(0, len(text), gone=False),)
    opening = draft.opening(paragraph)
    leads = bool(opening) and text.startswith(opening)
    return RoomText(
        heading,
        label.id,
        text,
        len(opening) if leads else 0,
        marks,
        brackets_in(text).pairs,
        blanks_in(text),
        () if changes and marks else _notes(draft, key),
        state,
    )


def _both(old: str, new: str) -> tuple[str, tuple[Mark, ...]]:
    """Both texts in one, with what is of the old one only and of the new one only."""
    pieces: list[str] = []
    marks: list[Mark] = []
    done = length = 0
    for edit in edits(old, new):
        kept = new[done : edit.new.start]
        gone, come = edit.old.of(old), edit.new.of(new)
        if gone[-1:].isalnum() and come[:1].isalnum() and not new[: edit.new.start][-1:].strip():
            come = f" {come}"  # else two words would be read as one
        pieces += [kept, gone, come]
        length += len(kept)
        if edit.op is not Op.INSERT:
            marks.append(_mark(length, length + len(gone), gone=True))
            length += len(gone)
        if edit.op is not Op.DELETE:
            marks.append(_mark(length, length + len(come), gone=False))
            length += len(come)
        done = edit.new.end
    return "".join([*pieces, new[done:]]), tuple(marks)


def _mark(start: int, end: int, *, gone: bool) -> Mark:
    return Mark(Span(start, end), Layer.SUBSTANCE, "deleted" if gone else "inserted", gone)


def _notes(draft: Draft, key: str) -> tuple[Note, ...]:
    numbers = draft.note_numbers
    return tuple(Note(numbers[note.key], note.offset, "") for note in draft.paragraph(key).notes)
