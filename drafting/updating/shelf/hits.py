# SPDX-License-Identifier: GPL-3.0-or-later
"""What a look into a document on the shelf brings, before it is held against the blanks of a fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafting.updating.records import FactKind
from drafting.updating.shelf.records import Passage, Shelved

Documents = tuple[Shelved, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Values found, by the kind of blank they are for, and where; a higher `fit` fits better.

    The document itself fits with more than 1, what another one cites with less.
    """

    values: Mapping[FactKind, str]
    document: str
    reason: str
    fit: float
    sure: bool = False


def is_it(one: Shelved) -> str:
    """The reason where the document itself is the answer."""
    return f"{one.source} is {one.described}."


def place_in(one: Shelved, passage: Passage) -> str:
    """Where a passage stands: "59/1 (59-1.docx, PP3)"."""
    file = "" if one.name == one.source else one.source
    where = ", ".join(words for words in (file, passage.place) if words)
    return f"{one.name} ({where})" if where else one.name
