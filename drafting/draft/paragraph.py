# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph of the draft: its words, its footnotes, the decisions in it, and what the room said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from drafting.draft.labels import Counted
from drafting.draft.stage import BINDING, Stage
from drafting.errors import DraftError
from drafting.resolution import Kind, Part
from drafting.translation import tr


class Decision(StrEnum):
    """What the drafter made of a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    KEPT = "kept"  # the old text stays
    EDITED = "edited"  # the drafter's own words stand at its place
    OVERTAKEN = "overtaken"  # the old text it spoke of was changed by hand


@dataclass(frozen=True, slots=True)
class Choice:
    """A proposal as it stands in the draft.

    `[start, end)` in the present text of its paragraph or footnote.
    """

    proposal: str
    decision: Decision
    start: int
    end: int
    note: str | None = None  # key of the footnote it is in


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A footnote of the draft: its mark stands at `offset`; its number follows from the order."""

    key: str
    offset: int
    text: str
    origin: int | None = None  # its number in the base version


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of the draft.

    `key` never changes, `origin` is the base paragraph it carries on (None when new).
    """

    key: str
    kind: Kind
    part: Part
    text: str
    level: int = 0
    notes: tuple[DraftNote, ...] = ()
    choices: tuple[Choice, ...] = ()
    origin: str | None = None
    title: str = ""  # what a heading prints ("II", "Annex I"), how a row of points counts, as in the base
    unit: str = ""  # the annex ("A1") or part ("B") it stands in, as in the base
    restarts: bool = False  # a heading under which numbers begin anew, as in the base
    resting: tuple[Choice, ...] = ()  # decisions on proposals that the present target does not make
    counted: Counted = Counted.ON  # whether its number runs on or stands beside that of the one before
    stage: Stage = Stage.OPEN
    agreed: tuple[str, ...] = ()  # its `wording` when the room agreed to it
    memo: str = ""  # the drafter's private note, in no copy and no export unless asked for
    opens: bool = False  # it opens its annex or part without being its line in the base of the same name

    @property
    def wording(self) -> tuple[str, ...]:
        """Its text, and those of its footnotes in the order of their marks."""
        return self.text, *(note.text for note in sorted(self.notes, key=_offset))

    @property
    def strays(self) -> bool:
        """Whether its words are no longer those to which the room agreed."""
        return self.stage in BINDING and self.wording != self.agreed

    def another(self, key: str, text: str = "") -> DraftParagraph:
        """A paragraph of the drafter's own that is made after this one: of its shape and place alone.

        Neither footnotes nor decisions, nor what the room said of this one, nor the private note, are its.
        """
        return replace(
            self,
            key=key,
            text=text,
            notes=(),
            choices=(),
            origin=None,
            resting=(),
            stage=Stage.OPEN,
            agreed=(),
            memo="",
            opens=False,
        )

    @property
    def announces(self) -> bool:
        """Whether it ends in a colon, so that points of its own follow."""
        return self.text.rstrip().endswith((":", "\uff1a"))

    @property
    def opens_unit(self) -> bool:
        """Whether it is the line that opens its annex or part, under whose name the paragraphs go."""
        return bool(self.unit) and (self.opens or self.origin == self.unit)

    def note(self, key: str) -> DraftNote:
        """The footnote with this key; raises DraftError when it is gone."""
        for note in self.notes:
            if note.key == key:
                return note
        raise DraftError(tr("This footnote is no longer in the draft. Nothing was changed."))


def _offset(note: DraftNote) -> int:
    return note.offset
