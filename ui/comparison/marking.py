# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words of a paragraph are marked, how much each weighs and why, for each side of a pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.comparing.records import Change, Edit, NoteEdit, Pair, Span, Weight
from drafting.comparing.tokens import tokens
from drafting.resolution import Footnote, Paragraph
from drafting.updating.records import PLACEHOLDER
from ui.comparison.rows import Layer, Mark, Note

_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: the old one, whose words went, or the new one, whose words came."""

    gone: bool

    def here(self, edit: Edit) -> Span:
        """The words of an edit on this side."""
        return edit.old if self.gone else edit.new

    def notes(self, edit: NoteEdit) -> tuple[int | None, int | None]:
        """The footnote of an edit on this side, and the one on the other."""
        return (edit.old, edit.new) if self.gone else (edit.new, edit.old)


def layers_of(pair: Pair) -> frozenset[Layer]:
    """The classes of all that differs in a pair; what only moved has another number, which is routine."""
    if not pair.old or not pair.new:
        return frozenset({Layer.SUBSTANCE})
    found = {Layer(edit.weight) for edit in pair.words}
    for note in pair.notes:
        found |= {Layer(edit.weight) for edit in note.words} or {Layer(note.weight)}
    if pair.change not in (Change.UNCHANGED, Change.REWORDED):
        found.add(Layer.ROUTINE)
    if pair.glyphs:
        found.add(Layer.GLYPHS)
    return frozenset(found)


def marks_of(pair: Pair, side: Side) -> list[Mark]:
    """The marks of a pair on one side, in the text of all its paragraphs joined."""
    words = [_mark(edit, side) for edit in pair.words]
    return words + [replace(_mark(edit, side), layer=Layer.GLYPHS) for edit in pair.glyphs]


def within(marks: Iterable[Mark], start: int, text: str) -> tuple[Mark, ...]:
    """The part of each mark on `text`, which begins at `start`; white space counts among glyphs only."""
    result = []
    for mark in marks:
        first, last = max(mark.span.start - start, 0), min(mark.span.end - start, len(text))
        if mark.layer is not Layer.GLYPHS:
            while first < last and text[first].isspace():
                first += 1
            while first < last and text[last - 1].isspace():
                last -= 1
        if first < last:
            result.append(replace(mark, span=Span(first, last)))
    return tuple(result)


def blanks_of(text: str, *, draft: bool) -> tuple[Span, ...]:
    """The placeholders of facts that are missing, in a draft."""
    return tuple(Span(t.start, t.end) for t in tokens(text) if PLACEHOLDER in t.key) if draft else ()


def outside(marks: Iterable[Mark], holes: Sequence[Span]) -> Iterator[Mark]:
    """What of the marks lies outside the holes: a missing fact shows as such, also in words that are new."""
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        for hole in holes:
            if start < hole.end and hole.start < end:
                if start < hole.start:
                    yield replace(mark, span=Span(start, hole.start))
                start = hole.end
        if start < end:
            yield replace(mark, span=Span(start, end))


def notes_of(pair: Pair, paragraphs: Sequence[Paragraph], side: Side, *, draft: bool) -> list[Note]:
    """The footnotes of a side with their marks: all the words of one that stands on this side only."""
    footnotes = [footnote for paragraph in paragraphs for footnote in paragraph.footnotes]
    marks: dict[int, list[Mark]] = {}
    for edit in pair.notes:
        here, there = side.notes(edit)
        if here is None:
            continue
        whole = Mark(Span(0, len(footnotes[here].text)), Layer.SUBSTANCE, _whole(side), side.gone)
        marks[here] = [whole] if there is None else [_mark(word, side) for word in edit.words]
    return [_note(footnote, marks.get(at, []), draft=draft) for at, footnote in enumerate(footnotes)]


def quoted(text: str) -> str:
    """The words in quotation marks; of a long stretch only both ends, the text follows it as description."""
    words = text.split()
    if len(words) > _MOST_WORDS:
        half = _MOST_WORDS // 2
        words = [*words[:half], "…", *words[-half:]]
    return f"“{' '.join(words)}”"


def shown_edits(edits: Iterable[Edit], shown: frozenset[Layer]) -> list[Edit]:
    """The edits of words whose class is shown."""
    return [edit for edit in edits if Layer(edit.weight) in shown]


def reason_of(edit: Edit) -> str:
    """What an edit weighs and why: "routine: session"; for one of substance the reason says enough."""
    return edit.why if edit.weight is Weight.SUBSTANCE else f"{edit.weight}: {edit.why}"


def _mark(edit: Edit, side: Side) -> Mark:
    return Mark(side.here(edit), Layer(edit.weight), reason_of(edit), side.gone)


def _whole(side: Side) -> str:
    return "footnote removed" if side.gone else "footnote added"


def _note(footnote: Footnote, marks: Iterable[Mark], *, draft: bool) -> Note:
    text = footnote.text
    blanks = blanks_of(text, draft=draft)
    return Note(footnote.number, footnote.offset, text, within(outside(marks, blanks), 0, text), blanks)
