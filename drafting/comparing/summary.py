# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison in figures: what came, went, moved and changed, how much of it matters, which verbs turned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from drafting.comparing.records import Alignment, Change, Edit, Pair, Reason, Weight

_TURNS = frozenset({Reason.RISES, Reason.FALLS, Reason.VERB})


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb that rose, fell or was exchanged: in which pair, and "notes → requests"."""

    pair: Pair
    reason: Reason
    verbs: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A comparison in figures.

    `changes` counts the pairs by what became of them, `weights` those that changed by their weight, `edits`
    the edits of words by theirs, those of footnotes included. `added`, `removed` and `moved` are the pairs,
    in their order. `deleted` and `inserted` count words of the texts, whole paragraphs included, without
    footnotes; `notes` counts footnotes that changed, came or went. `glyphs` are pairs that differ in
    quotation marks, apostrophes or white space alone, `guesses` those that need a look.
    """

    changes: Mapping[Change, int]
    weights: Mapping[Weight, int]
    edits: Mapping[Weight, int]
    added: tuple[Pair, ...]
    removed: tuple[Pair, ...]
    moved: tuple[Pair, ...]
    turns: tuple[Turn, ...]
    deleted: int
    inserted: int
    notes: int
    glyphs: int
    guesses: tuple[Pair, ...]


def summarize(alignment: Alignment) -> Summary:
    """The figures of an alignment."""
    pairs = alignment.pairs
    edits = [edit for pair in pairs for edit in edits_of(pair)]
    counted = [_words(alignment, pair) for pair in pairs]
    changed = [pair for pair in pairs if pair.change is not Change.UNCHANGED or pair.notes]
    return Summary(
        changes=Counter(pair.change for pair in pairs),
        weights=Counter(pair.weight for pair in changed if pair.weight),
        edits=Counter(edit.weight for edit in edits),
        added=tuple(pair for pair in pairs if pair.change is Change.ADDED),
        removed=tuple(pair for pair in pairs if pair.change is Change.REMOVED),
        moved=tuple(pair for pair in pairs if pair.moved),
        turns=tuple(turn for pair in pairs for turn in _turns(pair)),
        deleted=sum(gone for gone, _ in counted),
        inserted=sum(come for _, come in counted),
        notes=sum(_notes(alignment, pair) for pair in pairs),
        glyphs=sum(pair.change is Change.UNCHANGED and bool(pair.glyphs) for pair in pairs),
        guesses=tuple(pair for pair in pairs if pair.guess),
    )


def edits_of(pair: Pair) -> tuple[Edit, ...]:
    """The edits of words of a pair, those of its footnotes after those of its text."""
    return (*pair.words, *(edit for note in pair.notes for edit in note.words))


def _turns(pair: Pair) -> list[Turn]:
    verdicts = [edit.judge() for edit in pair.words]
    return [Turn(pair, one.reason, one.detail) for one in verdicts if one.reason in _TURNS]


def _words(alignment: Alignment, pair: Pair) -> tuple[int, int]:
    """How many words of a pair went and came."""
    old = "\n".join([alignment.old.paragraph(name).text for name in pair.old])
    new = "\n".join([alignment.new.paragraph(name).text for name in pair.new])
    if not pair.old or not pair.new:
        return len(old.split()), len(new.split())
    gone = sum(len(edit.old.of(old).split()) for edit in pair.words)
    return gone, sum(len(edit.new.of(new).split()) for edit in pair.words)


def _notes(alignment: Alignment, pair: Pair) -> int:
    if pair.old and pair.new:
        return len(pair.notes)
    alone = [alignment.old.paragraph(name) for name in pair.old]
    alone += [alignment.new.paragraph(name) for name in pair.new]
    return sum(len(paragraph.footnotes) for paragraph in alone)
