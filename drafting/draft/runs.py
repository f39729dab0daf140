# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph of the draft as runs to be shown: its text, its footnote marks, and what is proposed in it.

Only runs with `in_draft` are part of the draft; what a proposal would put in is shown beside it and belongs
to nothing until it is accepted. The runs in the draft, joined, are exactly the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafting.checking.brackets import brackets_in
from drafting.draft.record import Choice, Decision, Draft, DraftNote, DraftParagraph
from drafting.updating.records import PLACEHOLDER


class Role(StrEnum):
    """How a run is shown."""

    TEXT = "text"
    OPENING = "opening"  # italic
    BLANK = "blank"  # a placeholder in the draft itself
    BRACKET = "bracket"  # the sign of a square bracket round text that is not agreed
    OLD = "old"  # what an open proposal would take out
    REMARK = "remark"  # what an open proposal only asks to look at
    NEW = "new"  # what it would put in
    NEW_BLANK = "new_blank"  # the placeholder in it
    MARK = "mark"  # a footnote mark; its text is the number


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch shown in one way; `start` is its place in the text, `key` its proposal or footnote.

    `disputed`: it stands in square brackets.
    """

    role: Role
    text: str
    start: int
    key: str = ""
    disputed: bool = False

    @property
    def in_draft(self) -> bool:
        """Whether the characters of the run are part of the draft's text."""
        return self.role not in (Role.NEW, Role.NEW_BLANK, Role.MARK)


def paragraph_runs(draft: Draft, paragraph: DraftParagraph, marked: bool = True) -> tuple[Run, ...]:
    """The runs of a paragraph in order.

    `marked=False` shows it as it will read, without what is only proposed.
    """
    opening = len(draft.opening(paragraph))
    open_choices = [choice for choice in paragraph.choices if choice.note is None] if marked else []
    return tuple(_runs(draft, paragraph.text, opening, open_choices, paragraph.notes))


def note_runs(
    draft: Draft, paragraph: DraftParagraph, note: DraftNote, marked: bool = True
) -> tuple[Run, ...]:
    """The runs of a footnote's text."""
    choices = [choice for choice in paragraph.choices if choice.note == note.key] if marked else []
    return tuple(_runs(draft, note.text, 0, choices, ()))


def _runs(
    draft: Draft, text: str, opening: int, choices: list[Choice], notes: tuple[DraftNote, ...]
) -> Iterator[Run]:
    waiting = {choice.start: choice for choice in choices if choice.decision is Decision.OPEN}
    ends = {choice.end: choice for choice in waiting.values()}
    marks: dict[int, list[DraftNote]] = {}
    for note in notes:
        marks.setdefault(note.offset, []).append(note)
    blanks = [match.span() for match in re.finditer(re.escape(PLACEHOLDER), text)]
    brackets = brackets_in(text)
    cuts = {0, len(text), min(opening, len(text)), *waiting, *ends, *marks}
    cuts.update(edge for at in brackets.signs for edge in (at, at + 1))
    cuts.update(edge for span in blanks for edge in span)
    ordered = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    for index, cut in enumerate(ordered):
        if cut in ends:
            yield from _proposed(draft, ends[cut], brackets.holds(cut))
        for note in marks.get(cut, ()):
            yield Run(Role.MARK, str(draft.note_numbers[note.key]), cut, note.key, brackets.holds(cut))
        if index + 1 < len(ordered):
            end = ordered[index + 1]
            role, key = _role(draft, cut, opening, waiting.values(), blanks)
            if cut in brackets.signs and role in (Role.TEXT, Role.OPENING):
                role = Role.BRACKET
            yield Run(role, text[cut:end], cut, key, brackets.covers(cut))


def _role(
    draft: Draft, at: int, opening: int, choices: Collection[Choice], blanks: list[tuple[int, int]]
) -> tuple[Role, str]:
    for choice in choices:
        if choice.start <= at < choice.end:
            return (Role.REMARK if draft.proposal(choice.proposal).remark else Role.OLD), choice.proposal
    if any(start <= at < end for start, end in blanks):
        return Role.BLANK, ""
    return (Role.OPENING if at < opening else Role.TEXT), ""


def _proposed(draft: Draft, choice: Choice, disputed: bool) -> Iterator[Run]:
    words = "" if draft.proposal(choice.proposal).remark else draft.replacement(choice.proposal)
    for piece in re.split(f"({re.escape(PLACEHOLDER)})", words):
        if piece:
            role = Role.NEW_BLANK if piece == PLACEHOLDER else Role.NEW
            yield Run(role, piece, choice.end, choice.proposal, disputed)
