# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of the shelf: documents that a drafter gave so that facts may be looked up in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drafting.errors import FileError
from drafting.updating.mentions import print_date


class ShelfKind(StrEnum):
    """What a document on the shelf is."""

    RESOLUTION = "resolution"  # or a decision, adopted
    DRAFT = "draft"  # an L. document, or a text without number and adoption: its number is not known
    DOCUMENT = "document"  # a report, a note, whatever has a symbol
    OTHER = "other"  # what has none: a calendar, a press release


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document that cites or dates something; `place` is its paragraph where that has a name."""

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document on the shelf; empty strings and None where it is silent.

    `source` is the name of its file, `organ` in English, `session` the year for an organ that counts by
    years, `date` the day of adoption, of other documents the day of issue. `item` is the agenda item as
    printed ("71 (b)").
    """

    source: str
    kind: ShelfKind
    symbol: str = ""
    number: str = ""
    title: str = ""
    organ: str = ""
    session: int | None = None
    date: date | None = None
    session_dates: str = ""
    item: str = ""
    item_title: str = ""
    passages: tuple[Passage, ...] = ()

    @property
    def name(self) -> str:
        """What a drafter calls it: "General Assembly resolution 79/166", "A/HRC/59/40", or its file."""
        if self.kind is ShelfKind.RESOLUTION and self.number:
            return f"{self.organ} {'decision' if '/DEC/' in self.symbol else 'resolution'} {self.number}"
        return self.symbol or self.source

    @property
    def described(self) -> str:
        """Its name with date and title: "A/HRC/59/40 of 21 May 2025, “Implementation …”"."""
        day = f" of {print_date(self.date)}" if self.date else ""
        return f"{self.name}{day}" + (f", “{self.title}”" if self.title else "")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents that were read, and the files that could not be used with the reason for each."""

    documents: tuple[Shelved, ...] = ()
    refused: tuple[FileError, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a document says of a fact: `values` by the name of the part, in print form.

    `document` is the file it stands in, `reason` one sentence that says where and why it fits. `sure`: the
    document is by number, or by organ, session and title, the one asked for, and no other fits as well.
    Nothing is applied before the drafter says so.
    """

    fact: str
    values: Mapping[str, str]
    document: str
    reason: str
    sure: bool
