# SPDX-License-Identifier: GPL-3.0-or-later
"""The records every room speaks: a resolution as read, exactly and without judgement.

All records are immutable. Offsets count Unicode code points in the paragraph's `text`.
Paragraph ids follow the practice of delegations: `PP4`, `OP12`, `OP12(a)`, `OP12(a)(ii)`, `H2`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a paragraph is in the structure of a resolution."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    HEADING = "heading"


class Part(StrEnum):
    """The part of the resolution a paragraph stands in."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote at its place: `offset` is where its mark stands in the paragraph's text."""

    number: int
    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph without its number and without footnote marks.

    `label` is what is printed before it ("12", "(a)", "II"; empty for preambular paragraphs).
    `opening` is the leading part of `text` that is printed in italics.
    `level` is 0 for preambular, operative and headings, 1 for (a), 2 for (i), and so on.
    """

    id: str
    kind: Kind
    part: Part
    text: str
    label: str = ""
    opening: str = ""
    level: int = 0
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class Ballot:
    """One side of a recorded vote: the count as printed and the States as listed."""

    count: int
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote as printed under the resolution."""

    in_favour: Ballot
    against: Ballot
    abstaining: Ballot


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the text and under it; empty strings and None where the source is silent."""

    body: str = ""
    symbol: str = ""
    number: str = ""
    title: str = ""
    session: int | None = None
    session_dates: str = ""
    agenda_item: int | None = None
    agenda_title: str = ""
    adopted: date | None = None
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """One remark of the reader: what was joined, guessed or could not be placed, and where.

    `needs_look` is True when a drafter should check the place (it turns the exit code to 1);
    False for mere information, such as a page break that was rejoined.
    """

    message: str
    place: str = ""
    needs_look: bool = False


@dataclass(frozen=True)  # without slots, so that the look-up by id can be kept
class Resolution:
    """One version of a resolution: masthead, paragraphs in order, vote, and what the reader remarked."""

    masthead: Masthead
    paragraphs: tuple[Paragraph, ...]
    vote: Vote | None = None
    warnings: tuple[ReadWarning, ...] = ()
    source: str = ""

    @cached_property
    def _by_id(self) -> dict[str, Paragraph]:
        return {paragraph.id: paragraph for paragraph in self.paragraphs}

    @property
    def number(self) -> str:
        """The number by which drafters name this version ("56/2"), or its file when it has none."""
        return self.masthead.number or self.source

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """The paragraph with this id; raises KeyError when there is none."""
        return self._by_id[paragraph_id]

    def __contains__(self, paragraph_id: object) -> bool:
        return paragraph_id in self._by_id
