# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting paragraphs in, taking them out, and giving footnotes a place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from drafting.draft.blocks import block, called, checked, parents, refused, whole, why_disordered
from drafting.draft.counting import changed_keys, recounted
from drafting.draft.editing import Rewritten, rewrite
from drafting.draft.numbered import after_deleting
from drafting.draft.record import Draft, DraftNote, DraftParagraph
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.draft.units import loosened, told_loosened
from drafting.errors import DraftError
from drafting.resolution import Kind, Part
from drafting.translation import marked_plural, tr, trn


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
    name = tr("Insert paragraph after {paragraph}") if after else tr("Insert paragraph before {paragraph}")
    return styled(Step(after_it, frozenset({new.key}), name.format(paragraph=draft.label(key).id)))


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

    The name of the step says what goes. Of an annex or a part only the line goes when it alone is named: what
    stood under it joins the text above, unless nothing but empty paragraphs is left (`units.loosened`).
    Raises DraftError when no paragraph would be left.
    """
    named = whole(draft, keys)
    paragraphs, gone = loosened(draft, named)
    left = tuple(paragraph for paragraph in paragraphs if paragraph.key not in gone)
    if not left:
        raise refused(tr("A draft has one paragraph at least."))
    if why := why_disordered(draft.paragraphs, left, _moved_home(draft.paragraphs, left)):
        raise refused(why)
    made = after_deleting(draft.paragraphs, recounted(draft.paragraphs, left))
    name = tr("Delete {what}").format(what=called(draft, named))
    return styled(Step(replace(draft, paragraphs=made), changed_keys(draft.paragraphs, made), name))


def _moved_home(before: Sequence[DraftParagraph], after: Sequence[DraftParagraph]) -> set[str]:
    """The paragraphs that came into another text because theirs lost its line."""
    there = {one.key: one.unit for one in before}
    return {one.key for one in after if there[one.key] != one.unit}


def told_gone(before: Draft, step: Step) -> str:
    """What a deletion took along besides the paragraphs named, as a sentence; "" when nothing.

    Points and footnotes go with their paragraph; the drafter is told.
    """
    gone = [one for one in before.paragraphs if one.key not in step.draft]
    points = sum(bool(parents(before.paragraphs)[one.key]) for one in gone)
    notes = sum(len(one.notes) for one in gone)
    counted = [
        trn(*words, count)
        for count, words in (
            (len(gone), marked_plural("{n} paragraph", "{n} paragraphs")),
            (points, marked_plural("of them {n} point", "of them {n} points")),
            (notes, marked_plural("{n} footnote", "{n} footnotes")),
        )
        if count
    ]
    elsewhere = told_loosened(before, step.draft)
    if len(gone) < 2 and not notes:
        return elsewhere
    told = tr("Deleted: {figures}. Undo brings everything back.").format(figures=", ".join(counted))
    return f"{told} {elsewhere}".rstrip()


# ------------------------------------------------------------------------------------------- footnotes


def insert_note(draft: Draft, key: str, offset: int, text: str = "") -> Step:
    """Put a footnote in, its mark at `offset` of the paragraph's text; the numbers of the others follow.

    Its key is the last of the new draft's notes at that place ("n71"). Raises DraftError for a place outside
    the text.
    """
    paragraph = draft.paragraph(key)
    if not 0 <= offset <= len(paragraph.text):
        raise DraftError(tr("A footnote needs a place in the text. Nothing was changed."))
    number = draft.last_key + 1
    note = DraftNote(f"n{number}", offset, text)
    notes = (*paragraph.notes, note)
    after = draft.with_paragraph(replace(paragraph, notes=tuple(sorted(notes, key=_offset))))
    name = tr("Insert footnote in {paragraph}").format(paragraph=draft.label(key).id)
    return styled(Step(replace(after, last_key=number), frozenset({key}), name))


def remove_note(draft: Draft, key: str, note_key: str) -> Step:
    """Take a footnote out with its mark; raises DraftError when it is gone already."""
    paragraph = draft.paragraph(key)
    paragraph.note(note_key)
    marks = tuple((note.key, note.offset) for note in paragraph.notes if note.key != note_key)
    name = tr("Remove footnote {number}").format(number=draft.note_numbers[note_key])
    return rewrite(draft, [key], [Rewritten(key, paragraph.text, marks)], name)


def _offset(note: DraftNote) -> int:
    return note.offset
