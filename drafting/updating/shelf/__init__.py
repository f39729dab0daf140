# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf: documents a drafter gives to have facts looked up in them, and what they answer."""

from drafting.updating.shelf.answering import answers, contradictions
from drafting.updating.shelf.reading import of_resolution, read_shelf, shelved
from drafting.updating.shelf.records import Answer, Passage, Shelf, ShelfKind, Shelved

__all__ = [
    "Answer",
    "Passage",
    "Shelf",
    "ShelfKind",
    "Shelved",
    "answers",
    "contradictions",
    "of_resolution",
    "read_shelf",
    "shelved",
]
