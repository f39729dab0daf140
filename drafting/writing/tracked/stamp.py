# SPDX-License-Identifier: GPL-3.0-or-later
"""Who made the tracked changes and when, on every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

from docx.oxml.ns import qn

from drafting.writing.ooxml import Element, w, writable

_NO_TIME = "1980-01-01T00:00:00Z"  # where the schema wants one: the time of all parts of our packages
_NO_NAME = "Author"  # what Word itself writes where names are taken out; the schema wants one


@dataclass(frozen=True, slots=True)
class Signature:
    """The name and the time on tracked changes; nobody is named without a name, no time told without one."""

    author: str = ""
    at: datetime | None = None


NOBODY = Signature()


_APART = 2  # minutes


class Stamps:
    """Makes the elements that mark changes, each with an id of its own.

    LibreOffice makes one change of those that touch, have one author and one time. Within a paragraph that
    came or went as a whole that is wanted: it goes as one, and leaves nothing behind. Across the end of a
    paragraph it is not: the changes could no longer be taken back one by one. So every paragraph has a time
    of its own, apart from that of its neighbours by more than the minute which it takes for one time. None is
    later than the time given: that would be one still to come.
    """

    def __init__(self, signature: Signature, first: int = 1) -> None:
        self._author = writable(signature.author).strip() or _NO_NAME
        at = signature.at
        self._at = at.astimezone(UTC) if at is not None and at.tzinfo else at
        self._ids = count(first)
        self._odd = 0
        self._early = 0

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is marked meanwhile has another time than the rest of its paragraph, and its neighbours."""
        self._early = 2
        yield
        self._early = 0

    def next_paragraph(self) -> None:
        """What is marked from now on stands in another paragraph."""
        self._odd = 1 - self._odd

    def mark(self, tag: str, *children: Element) -> Element:
        """An element such as `w:ins` or `w:pPrChange` with the stamp on it."""
        stamp = {"id": str(next(self._ids)), "author": self._author}
        if self._at is not None:
            moment = self._at - timedelta(minutes=_APART * (self._odd + self._early))
            stamp["date"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return w(tag, *children, **stamp)

    def around(self, tag: str, name: str) -> tuple[Element, Element]:
        """What begins and what ends one end of the move of this name; `tag` says which."""
        start = self.mark(f"{tag}RangeStart")
        start.set(qn("w:name"), name)
        if self._at is None:
            start.set(qn("w:date"), _NO_TIME)
        return start, w(f"{tag}RangeEnd", id=start.get(qn("w:id")) or "")

    def empty(self, tag: str) -> Element:
        """A tracked run without words, to end a paragraph that came or went as a whole.

        Without it LibreOffice leaves an empty paragraph where the last word is a footnote or no word of ours.
        """
        return self.mark(tag, w("r"))
