# SPDX-License-Identifier: GPL-3.0-or-later
"""The records every room speaks: a resolution as read, exactly and without judgement.

All records are immutable. Offsets count Unicode code points in the paragraph's `text`.
Paragraph ids follow the practice of delegations: `PP4`, `OP12`, `OP12(a)`, `OP12(a)(ii)`, `H2`. In an annex
or in a part of a resolution they begin with its name: `A1.OP3`, `B.PP2`; the line that opens the annex or the
part has that name alone as its id (`A1`, `B`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

_TABLED = re.compile(r"/L\.\d")
_BLANK = "\u2026"  # what is not known yet is printed as […] or …


class Kind(StrEnum):
    """What a paragraph is in the structure of a resolution."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    HEADING = "heading"
    TEXT = "text"  # unnumbered: text of an annex or between points, a row of a table; its id is `T1`, `A1.T2`


class Part(StrEnum):
    """The part of the resolution a paragraph stands in."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"


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
    `level` is 0 for preambular, operative and headings, 1 for (a), 2 for (i), and so on. `unit` is the annex
    ("A1", "A2") or the part of the resolution ("A", "B") it stands in, empty in the text of a resolution that
    has no parts; the id begins with it.
    """

    id: str
    kind: Kind
    part: Part
    text: str
    label: str = ""
    opening: str = ""
    level: int = 0
    footnotes: tuple[Footnote, ...] = ()
    unit: str = ""

    @property
    def opens_unit(self) -> bool:
        """Whether it is the line that opens its annex or part ("Annex I", with the title as text)."""
        return bool(self.unit) and self.id == self.unit


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
    """What stands above the text and under it; empty strings and None where the source is silent.

    `adoption` says how it was adopted, as printed ("Adopted without a vote"); `agenda_points` the letters
    behind the item ("(b)"); `report` the line on the committee's report; `sponsors` the States of a draft as
    printed, without marks; `notes` the asterisk notes of the first page; `language` an ISO 639-1 code.
    """

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
    adoption: str = ""
    agenda_points: str = ""
    report: str = ""
    sponsors: str = ""
    notes: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """One remark of the reader: what was joined, guessed or could not be placed, and where.

    `needs_look` is True when a drafter should check the place (it turns the exit code to 1);
    False for mere information, such as a page break that was rejoined. `text` is what the source says there
    and the record holds nowhere else: with it no word of the source is lost.
    """

    message: str
    place: str = ""
    needs_look: bool = False
    text: str = ""

    @property
    def sentence(self) -> str:
        """The remark with the words it is about, for showing and printing."""
        return f"{self.message}: “{self.text}”" if self.text else self.message


class Act(StrEnum):
    """What a tracked change does to the text."""

    INSERT = "insert"
    DELETE = "delete"
    FORMAT = "format"


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change of a Word file, by its author.

    `[start, end)` is where the inserted text stands in the accepted text of `paragraph`; for a deletion both
    are the place where `text` stood. `paragraph` is empty when the change lies outside the paragraphs
    (masthead, closing lines); `footnote` is the number of the footnote whose text was changed, None in the
    text itself. `moved`: Word tracked it as one end of a move. `at` is the time as the file says it (ISO
    8601).
    """

    act: Act
    text: str
    author: str = ""
    at: str = ""
    paragraph: str = ""
    start: int = 0
    end: int = 0
    footnote: int | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of a Word file on the text `[start, end)` of `paragraph`, which is empty outside them."""

    text: str
    author: str = ""
    at: str = ""
    paragraph: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)  # without slots, so that the look-up by id can be kept
class Resolution:
    """One version of a resolution: masthead, paragraphs in order, vote, and what the reader remarked.

    `format` says what kind of file it was read from ("Word", "PDF"). When that held tracked changes, the
    paragraphs are the accepted text, `original` is the text before the changes, and `revisions` are these.
    """

    masthead: Masthead
    paragraphs: tuple[Paragraph, ...]
    vote: Vote | None = None
    warnings: tuple[ReadWarning, ...] = ()
    source: str = ""
    format: str = ""
    original: Resolution | None = None
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Paragraph]:
        return {paragraph.id: paragraph for paragraph in self.paragraphs}

    @property
    def number(self) -> str:
        """What drafters call this version: its number ("56/2"), a draft its symbol, or else its file."""
        head = self.masthead
        named = head.symbol if self.is_tabled or _BLANK not in head.symbol else ""
        return (named if self.is_tabled else head.number) or named or self.source or head.symbol

    @property
    def is_tabled(self) -> bool:
        """Whether it is a draft as issued, an L. document ("A/C.3/80/L.52")."""
        return _TABLED.search(self.masthead.symbol) is not None

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft: tabled, or of a known session or symbol with neither number nor adoption."""
        head = self.masthead
        adopted = head.adopted or head.meeting or head.adoption or head.report or self.vote
        numbered = head.number and _BLANK not in head.number
        known = head.session is not None or head.symbol
        return self.is_tabled or bool(known and not adopted and not numbered)

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """The paragraph with this id; raises KeyError when there is none."""
        return self._by_id[paragraph_id]

    def __contains__(self, paragraph_id: object) -> bool:
        return paragraph_id in self._by_id
