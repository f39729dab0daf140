# SPDX-License-Identifier: GPL-3.0-or-later
"""Tracked changes and comments of a Word file, and the two texts that they part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from drafting.reading.word.lines import Change, Line
from drafting.reading.word.names import Element, child, local, value
from drafting.resolution import Act, Revision

_ACTS = {
    "ins": (Act.INSERT, False),
    "moveTo": (Act.INSERT, True),
    "del": (Act.DELETE, False),
    "moveFrom": (Act.DELETE, True),
}
_NEAR = 4  # changes of a line that may lie over each other at one place
CHANGES = frozenset({*_ACTS, "rPrChange", "pPrChange"})


class View(Enum):
    """Which of its two texts a file is read as."""

    ACCEPTED = Act.DELETE
    ORIGINAL = Act.INSERT

    @property
    def hidden(self) -> Act:
        """The kind of change whose text this view does not show."""
        act: Act = self.value
        return act


@dataclass(frozen=True, slots=True)
class Tracked:
    """Who tracked what, and when; text may stand in an insertion and in a deletion of it at once."""

    act: Act
    author: str = ""
    at: str = ""
    moved: bool = False


def tracked(element: Element) -> Tracked | None:
    """What an element that wraps tracked text says, None when it is another element."""
    found = _ACTS.get(local(element))
    return Tracked(found[0], value(element, "author"), value(element, "date"), found[1]) if found else None


def tracked_in(properties: Element | None, view: View) -> Tracked | None:
    """The change of a paragraph mark or table row; of several the one whose text this view hides."""
    found = [change for part in properties if (change := tracked(part))] if properties is not None else []
    return next((change for change in found if change.act is view.hidden), found[0] if found else None)


def reformatted(properties: Element | None, name: str) -> tuple[Tracked, Element | None] | None:
    """A tracked change of run ("rPr") or paragraph properties ("pPr"), with those before it."""
    change = child(properties, f"{name}Change")
    if change is None:
        return None
    return Tracked(Act.FORMAT, value(change, "author"), value(change, "date")), child(change, name)


@dataclass(slots=True)
class Record:
    """The changes of a document in their order; only the accepted text keeps one."""

    changes: list[Change] = field(default_factory=list)
    note: int | None = None  # the footnote that is being read

    def inserted(self, line: Line, what: Tracked, start: int) -> None:
        """Text shown from `start` to the end of the line was inserted, or changed its look."""
        last = self._last(line, what)
        if last is not None and last.end == start:
            last.end = line.length
        else:
            self._add(line, what, start)

    def removed(self, line: Line, what: Tracked, text: str) -> None:
        """Text was deleted at the end of what the line holds so far."""
        last = self._last(line, what)
        if last is not None and last.start == line.length:
            last.removed += text
        else:
            self._add(line, what, line.length).removed = text

    def note_removed(self, line: Line, what: Tracked, number: int | None, text: str) -> None:
        """A footnote was deleted with its mark."""
        change = self._add(line, what, line.length)
        change.removed, change.note = text, number

    def mark(self, line: Line, what: Tracked) -> None:
        """The paragraph mark was inserted or deleted: one change with that of the text before it."""
        if not line.length and not line.changes:
            return
        last = self._last(line, what)
        if what.act is Act.DELETE:
            self.removed(line, what, "\n")
        elif last is None or last.end != line.length:
            self._add(line, what, line.length).removed = "\n"

    def revisions(self) -> tuple[Revision, ...]:
        """The changes as records; the recogniser fills in where they stand."""
        return tuple(
            Revision(
                change.act,
                re.sub(r"[^\S\n]+", " ", change.text or change.removed),
                change.author,
                change.at,
                footnote=change.note,
                moved=change.moved,
            )
            for change in self.changes
        )

    def _last(self, line: Line, what: Tracked) -> Change | None:
        """The last change of this line of the same kind, author and time; others may lie over it."""
        key = (what.act, what.author, what.at, what.moved, self.note)
        near = (change for _, change in reversed(line.changes[-_NEAR:]))
        return next((one for one in near if (one.act, one.author, one.at, one.moved, one.note) == key), None)

    def _add(self, line: Line, what: Tracked, start: int) -> Change:
        change = Change(what.act, what.author, what.at, what.moved, start, line.length, note=self.note)
        line.changes.append((len(self.changes), change))
        self.changes.append(change)
        return change
