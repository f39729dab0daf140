# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting paragraphs in, taking them out, and giving footnotes a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from drafting.draft.blocks import block, called, checked, parents, whole
from drafting.draft.editing import Rewritten, rewrite
from drafting.draft.record import Draft, DraftNote, DraftParagraph
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.errors import DraftError
from drafting.resolution import Kind, Part


def insert(draft: Draft, key: str, text: str = "", *, after: bool = True) -> Step:
    """Put in a paragraph of the drafter's own beside another: after it and its points, or before it.

    It is of the same kind and level, beside a heading a plain paragraph of that part; its key is
    `draft.last_key` of the new draft ("p71"). Raises DraftError before the line that opens an annex or part.
    """
    place = draft.paragraph(key)
    index = draft.position(block(draft, key)[-1]) + 1 if after else draft.position(key)
    new = _like(draft, place, index).another(f"p{draft.last_key + 1}", text)
    paragraphs = (*draft.paragraphs[:index], new, *draft.paragraphs[index:])
    checked(draft.paragraphs, paragraphs, {new.key})
    after_it = replace(draft, paragraphs=paragraphs, last_key=draft.last_key + 1)
    beside = f"{'after' if after else 'before'} {draft.label(key).id}"
    return styled(Step(after_it, frozenset({new.key}), f"Insert paragraph {beside}"))


def _like(draft: Draft, place: DraftParagraph, index: int) -> DraftParagraph:
    """What a new paragraph is made after: nobody means a second heading beside one."""
    plain = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
    if place.kind in plain:
        title = place.title if place.kind is Kind.SUBPARAGRAPH else ""
        return replace(place, origin=None, title=title, restarts=False)
    kind = Kind.PREAMBULAR if place.part is Part.PREAMBLE else Kind.OPERATIVE
    if place.part is Part.ANNEX:  # of the kind of the paragraph that comes next in the annex
        near = (one.kind for one in draft.paragraphs[index:] if one.unit == place.unit)
        kind = next((one for one in near if one in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.TEXT)), Kind.TEXT)
    if place.kind is Kind.TEXT:
        kind = Kind.TEXT
    return replace(place, kind=kind, origin=None, level=0, title="", restarts=False)


def delete(draft: Draft, keys: Collection[str]) -> Step:
    """Take paragraphs out, with the points under them, their footnotes and the proposals in them.

    The name of the step says what goes. Raises DraftError for the opening line of an annex or part without
    the rest of it, and when no paragraph would be left.
    """
    gone = whole(draft, keys)
    left = tuple(paragraph for paragraph in draft.paragraphs if paragraph.key not in gone)
    if not left:
        raise DraftError("A draft has one paragraph at least. Nothing was changed.")
    units = {paragraph.unit for paragraph in left}
    ended = [one.key for one in draft.paragraphs if one.unit not in units]  # goes as a whole
    before = tuple(one for one in draft.paragraphs if one.key not in ended)
    checked(before, left, ())
    return styled(Step(replace(draft, paragraphs=left), frozenset(), f"Delete {called(draft, gone)}"))


def told_gone(before: Draft, step: Step) -> str:
    """What a deletion took along besides the paragraphs named, as a sentence; "" when nothing.

    Points and footnotes go with their paragraph; the drafter is told.
    """
    gone = [one for one in before.paragraphs if one.key not in step.draft]
    points = sum(bool(parents(before.paragraphs)[one.key]) for one in gone)
    notes = sum(len(one.notes) for one in gone)
    counted = [
        f"{count} {noun}{'s' if count > 1 else ''}"
        for count, noun in ((len(gone), "paragraph"), (points, "point"), (notes, "footnote"))
        if count
    ]
    if len(gone) < 2 and not notes:
        return ""
    if points:
        counted[1] = f"of them {counted[1]}"
    return f"Deleted: {', '.join(counted)}. Undo brings everything back."


# ------------------------------------------------------------------------------------------- footnotes


def insert_note(draft: Draft, key: str, offset: int, text: str = "") -> Step:
    """Put a footnote in, its mark at `offset` of the paragraph's text; the numbers of the others follow.

    Its key is the last of the new draft's notes at that place ("n71"). Raises DraftError for a place outside
    the text.
    """
    paragraph = draft.paragraph(key)
    if not 0 <= offset <= len(paragraph.text):
        raise DraftError("A footnote needs a place in the text. Nothing was changed.")
    number = draft.last_key + 1
    note = DraftNote(f"n{number}", offset, text)
    notes = (*paragraph.notes, note)
    after = draft.with_paragraph(replace(paragraph, notes=tuple(sorted(notes, key=_offset))))
    name = f"Insert footnote in {draft.label(key).id}"
    return styled(Step(replace(after, last_key=number), frozenset({key}), name))


def remove_note(draft: Draft, key: str, note_key: str) -> Step:
    """Take a footnote out with its mark; raises DraftError when it is gone already."""
    paragraph = draft.paragraph(key)
    paragraph.note(note_key)
    marks = tuple((note.key, note.offset) for note in paragraph.notes if note.key != note_key)
    name = f"Remove footnote {draft.note_numbers[note_key]}"
    return rewrite(draft, [key], [Rewritten(key, paragraph.text, marks)], name)


def _offset(note: DraftNote) -> int:
    return note.offset
