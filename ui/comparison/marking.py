# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words of each paragraph are marked, how much each weighs and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafting.comparing.records import Alignment, Change, Edit, NoteEdit, Op, Pair, Span, Weight
from drafting.resolution import Paragraph, Resolution
from drafting.translation import marked, tr
from ui.comparison.reasons import in_words
from ui.comparison.rows import Column, Layer, Mark

_MOST_WORDS = 12
_Place = tuple[int, str]  # column, id


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a pair: the old one, whose words went, or the new one, whose words came."""

    gone: bool

    def ids(self, pair: Pair) -> tuple[str, ...]:
        return pair.old if self.gone else pair.new

    def here(self, edit: Edit) -> Span:
        return edit.old if self.gone else edit.new

    def notes(self, edit: NoteEdit) -> tuple[int | None, int | None]:
        """The footnote of an edit on this side, and the one on the other."""
        return (edit.old, edit.new) if self.gone else (edit.new, edit.old)


_OLD, _NEW = _Side(gone=True), _Side(gone=False)


class Marked:
    """The marks of all paragraphs of all columns.

    Words that came are marked where they stand, words that went in the column they went from. Where several
    columns are compared with that one, each has a mark at the place from which they are missing instead.
    """

    def __init__(self, columns: Sequence[Column], alignments: Mapping[int, Alignment]) -> None:
        self._words: dict[_Place, list[Mark]] = defaultdict(list)
        self._notes: dict[_Place, dict[int, list[Mark]]] = defaultdict(lambda: defaultdict(list))
        against = [column.against for column in columns]
        for at, alignment in alignments.items():
            before = against[at]
            assert before is not None
            alone = against.count(before) == 1
            for pair in alignment.pairs:
                if pair.old and pair.new:
                    former = "" if alone else _joined(pair.old, alignment.old)
                    self._mark(pair, _NEW, at, alignment.new, former)
                    if alone:
                        self._mark(pair, _OLD, before, alignment.old)
                    else:
                        self._mark_missing(pair, at, alignment)

    def words(self, at: int, paragraph: Paragraph) -> list[Mark]:
        """The marks of a paragraph's text."""
        return self._words.get((at, paragraph.id), [])

    def notes(self, at: int, paragraph: Paragraph) -> Mapping[int, list[Mark]]:
        """The marks of its footnotes, by their places among them."""
        return self._notes.get((at, paragraph.id), {})

    def _mark(self, pair: Pair, side: _Side, at: int, resolution: Resolution, former: str = "") -> None:
        paragraphs = [resolution.paragraph(paragraph_id) for paragraph_id in side.ids(pair)]
        start = count = 0
        notes = dict(_note_marks(pair, side, paragraphs))
        marks = list(_word_marks(pair, side, former))
        for paragraph in paragraphs:
            self._words[at, paragraph.id] += _within(marks, start, paragraph.text)
            for place in range(len(paragraph.footnotes)):
                self._notes[at, paragraph.id][place] += notes.get(count + place, ())
            start += len(paragraph.text) + 1  # the line feed that joins several
            count += len(paragraph.footnotes)

    def _mark_missing(self, pair: Pair, at: int, alignment: Alignment) -> None:
        """Where words went, a mark of no width that says which."""
        old = _joined(pair.old, alignment.old)
        start = 0
        for paragraph_id in pair.new:
            text = alignment.new.paragraph(paragraph_id).text
            for edit in pair.words:
                place = edit.new.end - start
                if edit.op is Op.DELETE and edit.old.of(old).strip() and 0 <= place <= len(text):
                    words = tr("{words} went, {reason}").format(
                        words=quoted(edit.old.of(old)), reason=reason_of(edit)
                    )
                    self._words[at, paragraph_id].append(
                        Mark(Span(place, place), Layer(edit.weight), words, gone=True)
                    )
            start += len(text) + 1


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


_WEIGHTS = {Weight.ROUTINE: marked("routine"), Weight.STYLE: marked("style")}


def reason_of(edit: Edit) -> str:
    """What an edit weighs and why: "routine: session"; for one of substance the reason says enough."""
    if edit.weight is Weight.SUBSTANCE:
        return in_words(edit)
    return tr("{head}: {text}").format(head=tr(_WEIGHTS[edit.weight]), text=in_words(edit))


def _joined(ids: Iterable[str], resolution: Resolution) -> str:
    return "\n".join(resolution.paragraph(one).text for one in ids)


def _word_marks(pair: Pair, side: _Side, former: str) -> Iterator[Mark]:
    """The marks of words and glyphs; each says what it took the place of in `former`, if that is given."""
    for edit in pair.words:
        mark = _mark_of(edit, side)
        if former and edit.op is Op.REPLACE:
            why = tr("in place of {words}, {reason}")
            mark = replace(mark, why=why.format(words=quoted(edit.old.of(former)), reason=mark.why))
        yield mark
    for edit in pair.glyphs:
        yield replace(_mark_of(edit, side), layer=Layer.GLYPHS)


def _note_marks(pair: Pair, side: _Side, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, list[Mark]]]:
    """The marks of footnotes counted through all paragraphs; of one on this side only, all words."""
    footnotes = [footnote for paragraph in paragraphs for footnote in paragraph.footnotes]
    for edit in pair.notes:
        here, there = side.notes(edit)
        if here is not None and there is None:
            why = tr("footnote removed") if side.gone else tr("footnote added")
            yield here, [Mark(Span(0, len(footnotes[here].text)), Layer.SUBSTANCE, why, side.gone)]
        elif here is not None:
            yield here, [_mark_of(word, side) for word in edit.words]


def _mark_of(edit: Edit, side: _Side) -> Mark:
    return Mark(side.here(edit), Layer(edit.weight), reason_of(edit), side.gone)


def _within(marks: Iterable[Mark], start: int, text: str) -> Iterator[Mark]:
    """The part of each mark on `text`, which begins at `start`."""
    for mark in marks:
        first, last = max(mark.span.start - start, 0), min(mark.span.end - start, len(text))
        if first < last:
            yield replace(mark, span=Span(first, last))
