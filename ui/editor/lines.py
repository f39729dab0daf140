# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in each block of the page, and which places on page and in draft are the same; without Qt.

The page shows more than the draft holds (proposed words, footnote marks, the lines above the text), so a
place on the page (an index into `Line.shown`) and a place in the draft (an offset into its text) differ.
Both count code points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from drafting.draft import Draft, DraftParagraph, Role, Run, note_runs, paragraph_runs
from drafting.ordinals import like
from drafting.resolution import Kind, Masthead
from drafting.updating.facts import item_of
from drafting.updating.records import PLACEHOLDER
from ui.utf16 import Offsets

OBJECT = "\ufffc"
"""Stands in the document where a footnote mark is painted."""
GAP = "\u2009"
"""Keeps the words to be taken out and those to be put in apart on the page."""


class Sort(StrEnum):
    """What a block of the page is."""

    ORGAN = "organ"
    TITLE = "title"
    SALUTATION = "salutation"  # "The Human Rights Council,"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    NOTE = "note"


HEAD = frozenset({Sort.ORGAN, Sort.TITLE, Sort.SALUTATION})
"""The blocks above the text, which follow from the masthead and cannot be typed in."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the draft's text: after `offset` code points and `marks` footnote marks.

    `past` says that it lies behind the proposed words shown at that place and not before them.
    """

    offset: int
    marks: int = 0
    past: bool = False


@dataclass(frozen=True)  # without slots, so that the joined text is worked out once
class Line:
    """One block of the page; `key` is its paragraph (empty above the text), `note` its footnote if any."""

    sort: Sort
    runs: tuple[Run, ...]
    key: str = ""
    note: str = ""
    number: str = ""  # of the footnote; of a heading the name of the annex or part that it opens
    level: int = 0
    tight: bool = False  # a footnote of the same paragraph follows

    @cached_property
    def shown(self) -> str:
        """The characters of the block."""
        return "".join(OBJECT if run.role is Role.MARK else run.text for run in self.runs)

    @cached_property
    def offsets(self) -> Offsets:
        """Indexes into `shown` and Qt's code units."""
        return Offsets(self.shown)

    def before(self, index: int) -> tuple[str, tuple[tuple[str, int], ...]]:
        """The draft's text before a place and the footnote marks in it, as (key, offset)."""
        return self._cut(0, index)

    def after(self, index: int) -> tuple[str, tuple[tuple[str, int], ...]]:
        """The draft's text after a place and the footnote marks in it, as (key, offset from the place)."""
        return self._cut(index, len(self.shown))

    def between(self, start: int, end: int) -> str:
        """The draft's text between two places, without proposed words and marks."""
        return self._cut(start, end)[0]

    def _cut(self, start: int, end: int) -> tuple[str, tuple[tuple[str, int], ...]]:
        text, marks, at = "", [], 0
        for run in self.runs:
            length = _length(run)
            low, high = max(start - at, 0), min(end - at, length)
            if low < high:
                if run.role is Role.MARK:
                    marks.append((run.key, len(text)))
                elif run.in_draft:
                    text += run.text[low:high]
            at += length
        return text, tuple(marks)

    def spot(self, index: int) -> Spot:
        """The place in the draft that an index into `shown` stands for."""
        at = offset = marks = 0
        past = False
        for run in self.runs:
            reach = min(index - at, _length(run))
            if reach <= 0:
                break
            past = not run.in_draft and run.role is not Role.MARK
            if run.role is Role.MARK:
                marks += 1
            elif run.in_draft:
                offset += reach
            at += _length(run)
        return Spot(offset, marks, past)

    def place(self, spot: Spot) -> int:
        """The index into `shown` of a place in the draft; its end when the draft's text is shorter."""
        at = offset = marks = 0
        for run in self.runs:
            solid = run.in_draft or run.role is Role.MARK
            if offset >= spot.offset and marks >= spot.marks and (solid or not spot.past):
                break
            if run.role is Role.MARK:
                marks += 1
            elif run.in_draft:
                reach = min(len(run.text), spot.offset - offset)
                at, offset = at + reach, offset + reach
                if reach < len(run.text):
                    break
                continue
            at += _length(run)
        return at

    def only_proposed(self, start: int, end: int) -> bool:
        """Whether nothing of the draft, neither text nor mark, lies between two places."""
        return self._cut(start, end) == ("", ())

    def within_proposed(self, index: int) -> bool:
        """Whether a place lies in the middle of proposed words."""
        at = 0
        for _, group in groupby(self.runs, key=lambda run: proposed(run) and run.key):
            runs = list(group)
            end = at + sum(map(_length, runs))
            if at < index < end:
                return proposed(runs[0])
            at = end
        return False

    def proposal_at(self, index: int) -> str:
        """The proposal whose old or new words hold the character at a place, empty when there is none."""
        at = 0
        for run in self.runs:
            at += _length(run)
            if index < at:
                return run.key if run.role in (Role.OLD, Role.NEW, Role.NEW_BLANK, Role.REMARK) else ""
        return ""

    def extent(self, proposal: str) -> tuple[int, int] | None:
        """Where the words of a proposal, old and new, stand in `shown`."""
        at, start, end = 0, -1, -1
        for run in self.runs:
            if run.key == proposal and run.role is not Role.MARK:
                start, end = (at if start < 0 else start), at + _length(run)
            at += _length(run)
        return (start, end) if start >= 0 else None


def _length(run: Run) -> int:
    return 1 if run.role is Role.MARK else len(run.text)


def proposed(run: Run) -> bool:
    """Whether a run is shown without being part of the draft."""
    return not run.in_draft and run.role is not Role.MARK


def head_lines(masthead: Masthead) -> tuple[Line, ...]:
    """The protected blocks above the text: organ line, title, and the organ that speaks."""
    item = item_of(masthead)
    item = f"Agenda item {item}" if item else ""
    session = f"{like(masthead.session, 'First')} session" if masthead.session else ""
    organ = " · ".join(filter(None, (masthead.body, session, masthead.session_dates, item)))
    title = ". ".join(filter(None, (masthead.number, masthead.title)))
    salutation = (Run(Role.OPENING, f"The {masthead.body},", 0),) if masthead.body else ()
    blocks = ((Sort.ORGAN, _plain(organ)), (Sort.TITLE, _plain(title)), (Sort.SALUTATION, salutation))
    return tuple(Line(sort, runs) for sort, runs in blocks if runs)


def _plain(text: str) -> tuple[Run, ...]:
    """Text with its placeholders told apart."""
    pieces = re.split(f"({re.escape(PLACEHOLDER)})", text)
    roles = {PLACEHOLDER: Role.BLANK}
    return tuple(Run(roles.get(piece, Role.TEXT), piece, 0) for piece in pieces if piece)


def paragraph_lines(draft: Draft, paragraph: DraftParagraph, marked: bool) -> tuple[Line, ...]:
    """The blocks of a paragraph: its text, then its footnotes in the order of their marks."""
    sort = Sort.HEADING if paragraph.kind is Kind.HEADING else Sort.PARAGRAPH
    runs = _spaced(paragraph_runs(draft, paragraph, marked))
    notes = sorted(paragraph.notes, key=lambda note: note.offset)
    name = paragraph.title if paragraph.opens_unit else ""
    lines = [Line(sort, runs, paragraph.key, number=name, level=paragraph.level, tight=bool(notes))]
    for note in notes:
        number = str(draft.note_numbers[note.key])
        shown = _spaced(note_runs(draft, paragraph, note, marked))
        last = note is notes[-1]
        lines.append(Line(Sort.NOTE, shown, paragraph.key, note.key, number, paragraph.level, tight=not last))
    return tuple(lines)


def _spaced(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs as the page shows them.

    A thin space parts old words from new ones; words that wait for a fact look like its placeholder.
    """
    waiting = {run.key for run in runs if run.role is Role.NEW_BLANK}
    shown: list[Run] = []
    for run in runs:
        if not proposed(run):
            shown.append(run)
            continue
        if shown and shown[-1].role is Role.OLD:
            shown.append(Run(Role.NEW, GAP, run.start, run.key, run.disputed))
        shown.append(replace(run, role=Role.NEW_BLANK) if run.key in waiting else run)
    return tuple(shown)


def text_of(paragraph: DraftParagraph, note: str) -> str:
    """The text of a footnote of the paragraph, or its own for ""."""
    return next((item.text for item in paragraph.notes if item.key == note), paragraph.text)
