# SPDX-License-Identifier: GPL-3.0-or-later
"""What all stretches of one Word file share while it is read in one view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from drafting.reading.word.numbering import Numbering
from drafting.reading.word.styles import Styles
from drafting.reading.word.tracked import Record, View


@dataclass(slots=True)
class Aside:
    """What the text does not show or cannot hold, in the order met."""

    hidden: list[tuple[int, str]] = field(default_factory=list)  # place of the paragraph, words
    pictures: int = 0
    struck: int = 0
    unknown_signs: int = 0
    parts: int = 0  # parts in other formats, which are not read
    empty_numbers: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a deleted footnote said: its number and its text."""

    number: int | None
    text: str


def _no_note(_kind: str, _key: str, _mark: str) -> str:
    """Where no notes are read, no mark has a label."""
    return ""


def _nothing(_kind: str, _key: str) -> Deleted:
    return Deleted(None, "")


@dataclass(slots=True)
class Reader:
    """What all stretches of one file share while it is read in one view.

    `refer` gives a mark (kind, id, custom mark) the label of its note, `deleted` tells of a note (kind, id)
    whose mark was deleted; `comments` are the places of the comments by their ids.
    """

    view: View
    styles: Styles
    numbering: Numbering
    step: Callable[[], None]
    refer: Callable[[str, str, str], str] = _no_note
    deleted: Callable[[str, str], Deleted] = _nothing
    comments: dict[str, int] = field(default_factory=dict)
    record: Record | None = None
    aside: Aside = field(default_factory=Aside)
    anchored: set[str] = field(default_factory=set)
    places: int = 0
    literal: bool = False  # whether words run together where the end of a paragraph was deleted
