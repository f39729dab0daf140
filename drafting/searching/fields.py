# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of a draft that a search goes through, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafting.draft import Draft, DraftNote, DraftParagraph
from drafting.resolution import Part
from drafting.searching.records import Field, Scope

_PARTS = {Scope.PREAMBLE: Part.PREAMBLE, Scope.OPERATIVE: Part.OPERATIVE, Scope.ANNEXES: Part.ANNEX}


@dataclass(frozen=True, slots=True)
class Selection:
    """From `start` in block `first` of a draft to `tail` code points before the end of block `last`.

    Blocks are paragraphs or footnotes by their keys. Edits within it leave its ends where they are.
    """

    first: str
    start: int
    last: str
    tail: int


def fields(draft: Draft, scope: Scope = Scope.ALL, selection: Selection | None = None) -> tuple[Field, ...]:
    """The texts of a scope: every paragraph, followed by its footnotes in the order of their marks.

    Of a selection whose first or last block is gone nothing is left.
    """
    if scope is Scope.SELECTION:
        return _selected(draft, selection) if selection else ()
    return tuple(_fields(draft, scope))


def _fields(draft: Draft, scope: Scope) -> Iterator[Field]:
    wanted = _PARTS.get(scope)
    for paragraph in draft.paragraphs:
        if wanted is not None and paragraph.part is not wanted:
            continue
        if scope is not Scope.FOOTNOTES:
            yield _whole(paragraph, "", paragraph.text)
        for note in sorted(paragraph.notes, key=_offset):
            yield _whole(paragraph, note.key, note.text)


def _selected(draft: Draft, selection: Selection) -> tuple[Field, ...]:
    every = list(_fields(draft, Scope.ALL))
    blocks = [field.block for field in every]
    if selection.first not in blocks or selection.last not in blocks:
        return ()
    first, last = blocks.index(selection.first), blocks.index(selection.last)
    found = []
    for at in range(first, last + 1):
        field = every[at]
        low = min(selection.start, len(field.text)) if at == first else 0
        high = max(len(field.text) - selection.tail, low) if at == last else len(field.text)
        found.append(Field(field.key, field.note, field.text, low, high))
    return tuple(found)


def _whole(paragraph: DraftParagraph, note: str, text: str) -> Field:
    return Field(paragraph.key, note, text, 0, len(text))


def _offset(note: DraftNote) -> int:
    return note.offset
