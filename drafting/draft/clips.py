# SPDX-License-Identifier: GPL-3.0-or-later
"""What was taken up from a draft, or comes from elsewhere, to be put in at some place.

A clip of the draft itself remembers whose words they are: which paragraph and which footnotes, and the
decisions on them. Put in again where these no longer stand, they are the same; else they are new ones with
the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.draft.counting import recounted
from drafting.draft.editing import Rewritten, rewritten
from drafting.draft.labels import row_of
from drafting.draft.numbered import after_deleting
from drafting.draft.record import Choice, Draft, DraftNote, DraftParagraph
from drafting.draft.step import Step
from drafting.errors import DraftError
from drafting.reading.openings import opens_paragraph
from drafting.reading.pasting import Clipping
from drafting.reading.signed import Pasted, Sign
from drafting.resolution import Kind, Part
from drafting.translation import tr
from drafting.updating.records import Proposal


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text of a paragraph: after `offset` code points and `marks` footnote marks."""

    key: str
    offset: int
    marks: int = 0


@dataclass(frozen=True, slots=True)
class ClipPart:
    """A paragraph of a clip, or the part of one; its `key` is empty when it is of no draft.

    `whole`: all of its text is there. `sign`: the source tells what it is, so that it stands by itself.
    `label` is what was printed before it and is not put in; `typed` says that it stood there as letters.
    """

    paragraph: DraftParagraph
    whole: bool = True
    sign: bool = False
    label: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Clip:
    """Paragraphs in order; `closed`: the end of the last one belongs to them.

    `before` are the paragraphs of the draft as they stood when parts of them were taken up, `around` all of
    its paragraphs then, `styles` the style proposals that decisions in them speak of.
    """

    parts: tuple[ClipPart, ...]
    closed: bool = False
    before: tuple[DraftParagraph, ...] = ()
    around: tuple[DraftParagraph, ...] = ()
    styles: tuple[Proposal, ...] = ()

    @property
    def note_count(self) -> int:
        """How many footnotes go with the words."""
        return sum(len(part.paragraph.notes) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Taken:
    """A draft without what was taken out, and the place where that stood; the step is not styled yet."""

    step: Step
    place: Place


# ------------------------------------------------------------------------------------ from this draft


def clip_of(draft: Draft, start: Place, end: Place) -> Clip:
    """The words between two places, with their footnotes, decisions and identity."""
    first, last = draft.position(start.key), draft.position(end.key)
    closed = last > first and not end.offset and not end.marks
    taken = draft.paragraphs[first : last + (not closed)]
    parts = tuple(_part(one, start, end if not closed else None) for one in taken)
    named = {choice.proposal for one in taken for choice in one.choices}
    styles = tuple(one for one in draft.styles if one.id in named)
    return Clip(parts, closed, draft.paragraphs[first : last + 1], draft.paragraphs, styles)


def _part(paragraph: DraftParagraph, start: Place, end: Place | None) -> ClipPart:
    notes = sorted(paragraph.notes, key=_offset)
    low, first = (start.offset, start.marks) if paragraph.key == start.key else (0, 0)
    high, last = len(paragraph.text), len(notes)
    if end is not None and paragraph.key == end.key:
        high, last = end.offset, end.marks
    inside = tuple(replace(note, offset=note.offset - low) for note in notes[first:last])
    whole = not low and not first and high == len(paragraph.text) and last == len(notes)
    keys = {note.key for note in inside}
    cut = replace(
        paragraph,
        text=paragraph.text[low:high],
        notes=inside,
        choices=tuple(_inside(paragraph.choices, low, high, keys, whole=whole)),
        resting=tuple(_inside(paragraph.resting, low, high, keys, whole=whole)),
    )
    return ClipPart(cut, whole, sign=whole and bool(cut.text or cut.notes))


def _inside(
    choices: Sequence[Choice], low: int, high: int, notes: set[str], *, whole: bool
) -> Iterator[Choice]:
    """The choices all of whose words were taken up."""
    for choice in choices:
        if choice.note is not None:
            if choice.note in notes:
                yield choice
        elif whole or (low <= choice.start and choice.end <= high and choice.start < choice.end):
            yield replace(choice, start=choice.start - low, end=choice.end - low)


def taken_out(draft: Draft, start: Place, end: Place) -> Taken:
    """The draft without the words between two places.

    Paragraphs that are taken with their ends go as a whole, without their points. Raises DraftError when
    words of two texts would run together, when a text would lose the line that opens it, or when no paragraph
    would be left.
    """
    first, last = draft.position(start.key), draft.position(end.key)
    paragraphs = draft.paragraphs[first : last + 1]
    if last > first and not (start.offset or start.marks or end.offset or end.marks):
        return _without(draft, paragraphs[:-1], Place(end.key, 0))
    if first and paragraphs[0].opens_unit and clip_of(draft, start, end).parts[0].whole:
        above = draft.paragraphs[first - 1]
        if last == len(draft.paragraphs) - 1 and clip_of(draft, start, end).parts[-1].whole:
            return _without(draft, paragraphs, Place(above.key, len(above.text), len(above.notes)))
    left, right = halves(paragraphs[0], start)[0], halves(paragraphs[-1], end)[1]
    text, marks = left[0] + right[0], left[1] + [(key, at + len(left[0])) for key, at in right[1]]
    keeps = paragraphs[0] if any(left) or not any(right) else paragraphs[-1]
    _check_openers([one for one in paragraphs if one is not keeps], draft)
    after = [Rewritten(keeps.key, text, tuple(marks))]
    step = rewritten(draft, [one.key for one in paragraphs], after, " ", len(left[0]))
    return Taken(step, Place(keeps.key, len(left[0]), len(left[1])))


def _without(draft: Draft, gone: Sequence[DraftParagraph], place: Place) -> Taken:
    keys = {one.key for one in gone}
    left = tuple(one for one in draft.paragraphs if one.key not in keys)
    _check_openers(gone, draft)
    made = recounted(draft.paragraphs, after_deleting(draft.paragraphs, left))
    changed = frozenset(new.key for new, old in zip(made, left, strict=True) if new is not old)
    return Taken(Step(replace(draft, paragraphs=made), changed, ""), place)


def _check_openers(gone: Sequence[DraftParagraph], draft: Draft) -> None:
    """The line that opens an annex or a part goes only with all of it."""
    keys = {one.key for one in gone}
    units = {one.unit for one in draft.paragraphs if one.key not in keys}
    if any(one.opens_unit and one.unit in units for one in gone):
        why = tr("This line opens an annex or a part and goes only with all of it. Nothing was changed.")
        raise DraftError(why)


Half = tuple[str, list[tuple[str, int]]]
"""Text and the marks in it, as (key, offset)."""


def halves(paragraph: DraftParagraph, place: Place) -> tuple[Half, Half]:
    """What stands before a place in a paragraph, and what stands behind it."""
    marks = [(note.key, note.offset) for note in sorted(paragraph.notes, key=_offset)]
    text, at = paragraph.text, place.offset
    behind = [(key, offset - at) for key, offset in marks[place.marks :]]
    return (text[:at], marks[: place.marks]), (text[at:], behind)


def _offset(note: DraftNote) -> int:
    return note.offset


# -------------------------------------------------------------------------------------- from elsewhere


def clip_from(clipping: Clipping) -> Clip:
    """What a clipboard holds, as a clip of no draft."""
    return Clip(tuple(map(_stranger, clipping.paragraphs)), clipping.closed)


def _stranger(pasted: Pasted) -> ClipPart:
    notes = tuple(DraftNote("", offset, words) for offset, words in pasted.notes)
    kind, part, title = Kind.TEXT, Part.OPERATIVE, ""
    if pasted.sign is Sign.HEADING:
        kind, title = Kind.HEADING, pasted.label
    elif pasted.sign is Sign.POINT:
        kind, title = Kind.SUBPARAGRAPH, row_of(pasted.row, pasted.level)
    elif pasted.sign is not Sign.ROW:
        opens = opens_paragraph(pasted.text, Part.PREAMBLE)
        preambular = pasted.sign is Sign.TAG or (opens and pasted.sign is Sign.NONE)
        kind = Kind.PREAMBULAR if preambular else Kind.OPERATIVE
        part = Part.PREAMBLE if preambular else Part.OPERATIVE
    told = pasted.sign is not Sign.NONE or any(opens_paragraph(pasted.text, one) for one in Part)
    paragraph = DraftParagraph("", kind, part, pasted.text, pasted.level, notes, title=title)
    return ClipPart(paragraph, sign=told, label=pasted.label, typed=pasted.typed)
