# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes of one paragraph between two versions: what changed in their texts, whatever their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.comparing.anchors import identical, keeping_order
from drafting.comparing.records import NoteEdit
from drafting.comparing.words import edits
from drafting.glyphs import squeezed
from drafting.resolution import Footnote


def note_edits(old: Sequence[Footnote], new: Sequence[Footnote]) -> tuple[NoteEdit, ...]:
    """The footnotes that changed, came or went, in the order of the paragraph; numbers alone are no change.

    Equal texts belong together; between them, footnotes are paired in order and what is left came or went.
    """
    if not old and not new:
        return ()
    old_texts, new_texts = [squeezed(note.text) for note in old], [squeezed(note.text) for note in new]
    if old_texts == new_texts:
        return ()
    kept = sorted(keeping_order(identical(old_texts, new_texts)))
    changed: list[NoteEdit] = []
    i = j = 0
    for next_i, next_j in [*kept, (len(old), len(new))]:
        while i < next_i or j < next_j:
            first, second = (i if i < next_i else None), (j if j < next_j else None)
            words = edits(old[i].text, new[j].text) if first is not None and second is not None else ()
            changed.append(NoteEdit(first, second, words))
            i, j = min(i + 1, next_i), min(j + 1, next_j)
        i, j = next_i + 1, next_j + 1
    return tuple(changed)
