# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a clip in: into the words at a place, or as paragraphs of their own.

What was taken out of this draft comes back as the same: paragraphs under their keys, with what they carry
on, footnotes, decisions, the drafter's note. Where they stand in the draft still, or are of another one, the
words come in as new paragraphs with new footnotes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafting.draft.blocks import called
from drafting.draft.clips import Clip, ClipPart, Place, clip_of, taken_out
from drafting.draft.counting import changed_keys
from drafting.draft.putting_in import Putting
from drafting.draft.record import Draft, DraftParagraph
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.resolution import Kind
from drafting.translation import tr


@dataclass(frozen=True, slots=True)
class Put:
    """What became of a clip: the step, and the place behind what was put in.

    `labels` are the printed numbers and letters that were not put in; `turned` the keys of the paragraphs
    whose part or kind is another one here.
    """

    step: Step
    place: Place
    labels: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()


def cut(draft: Draft, start: Place, end: Place) -> Put:
    """Take the words between two places out, so that put in again they are the same.

    Raises DraftError as `taken_out` does.
    """
    taken = taken_out(draft, start, end)
    name = tr("Cut {paragraph}") if _is_whole(draft, start, end) else tr("Cut text of {paragraph}")
    step = replace(taken.step, name=name.format(paragraph=called(draft, _between(draft, start, end))))
    return Put(styled(step), taken.place)


def paste(draft: Draft, start: Place, end: Place, clip: Clip) -> Put:
    """Put a clip in, in the place of the words between two places."""
    step, place = Step(draft, frozenset(), ""), start
    if start != end:
        taken = taken_out(draft, start, end)
        step, place = taken.step, taken.place
    name = tr("Paste in {paragraph}").format(paragraph=draft.label(start.key).id)
    return _done(draft, step, place, clip, name)


def move(draft: Draft, start: Place, end: Place, target: Place) -> Put:
    """Bring the words between two places to another one outside them, as one act."""
    taken = taken_out(draft, start, end)
    name = tr("Move {paragraph}") if _is_whole(draft, start, end) else tr("Move text of {paragraph}")
    name = name.format(paragraph=called(draft, _between(draft, start, end)))
    place = _after_cut(draft, target, start, end, taken.place)
    return _done(draft, taken.step, place, clip_of(draft, start, end), name)


def move_note(draft: Draft, key: str, note_key: str, target: Place) -> Put:
    """Bring a footnote with its mark to another place in the text; the numbers follow from the order.

    Raises DraftError when the footnote is gone.
    """
    paragraph = draft.paragraph(key)
    note = paragraph.note(note_key)
    before = sorted(paragraph.notes, key=lambda one: one.offset).index(note)
    start, end = Place(key, note.offset, before), Place(key, note.offset, before + 1)
    number = draft.note_numbers[note_key]
    if target.key == key and target.offset == note.offset and before <= target.marks <= before + 1:
        return Put(Step(draft, frozenset(), ""), target)
    put = move(draft, start, end, target)
    name = tr("Move footnote {number} to {paragraph}")
    name = name.format(number=number, paragraph=draft.label(target.key).id)
    return replace(put, step=replace(put.step, name=name))


def _is_whole(draft: Draft, start: Place, end: Place) -> bool:
    return all(part.whole for part in clip_of(draft, start, end).parts)


def _between(draft: Draft, start: Place, end: Place) -> tuple[str, ...]:
    first, last = draft.position(start.key), draft.position(end.key)
    last -= last > first and not end.offset and not end.marks
    return tuple(one.key for one in draft.paragraphs[first : last + 1])


def _after_cut(draft: Draft, target: Place, start: Place, end: Place, left: Place) -> Place:
    """Where a place outside the words between two others is once these are gone."""
    if target.key == end.key and (target.offset, target.marks) >= (end.offset, end.marks):
        offset = target.offset - end.offset + left.offset
        return Place(left.key, offset, target.marks - end.marks + left.marks)
    return replace(target, key=left.key) if target.key in _between(draft, start, end) else target


def _done(draft: Draft, step: Step, place: Place, clip: Clip, name: str) -> Put:
    putting = Putting(step.draft, place, clip)
    made = putting.result()
    changed = changed_keys(draft.paragraphs, made.paragraphs) | step.changed
    after = styled(Step(made, changed, name))
    heads = (
        part.paragraph.title for key, part in putting.new.items() if _is_unnamed(made.paragraph(key), part)
    )
    turned = (key for key, part in putting.new.items() if _is_turned(made.paragraph(key), part))
    return Put(after, putting.end, (*putting.labels, *heads), tuple(turned))


def _is_unnamed(paragraph: DraftParagraph, part: ClipPart) -> bool:
    """Whether the number that was printed before a heading of another program is not that printed now."""
    told = part.paragraph
    return told.kind is Kind.HEADING and not told.key and told.title not in ("", paragraph.title)


def _is_turned(paragraph: DraftParagraph, part: ClipPart) -> bool:
    told = part.paragraph
    other_part = bool(told.key) and paragraph.part is not told.part
    return part.sign and (paragraph.kind is not told.kind or other_part)
