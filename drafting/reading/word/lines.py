# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph while it is read: its text as it comes, with everything that stands at a place in it.

Places are kept in the raw text and moved when white space is folded at the end, so that footnote marks,
italics, tracked changes and comments all stay where they belong.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple, TypeAlias

from drafting.reading.blocks import Block, Mark, Spans
from drafting.reading.word.styles import Look, ParagraphLook
from drafting.resolution import Act

LETTERS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
FIGURES = str.maketrans(LETTERS, "0123456789")
_SIGN = r"(?:\d{1,3}|[*\u2020\u2021]{1,3})"
_SIGNS = re.compile(rf"([\s,]*)({_SIGN}(?:\s*,\s*{_SIGN})*)([\s,]*)")
_BREAKS = re.compile(r"\n(?:[^\S\n]*\n)*")
_BETWEEN = re.compile(r"[\s,]+")
_OUT = "\x00"  # stands for a mark until the text is folded; XML cannot hold it
_RUN = re.compile(rf"[\s{_OUT}]+")
_TYPED = re.compile(rf"(?<=\S)[{LETTERS}]{{1,3}}")
_CLOSING = ",;.:)]?!”’»"  # signs that stand at the end of a word, whoever brings them
_UNIT = 8  # characters before a sign that tell what it is
_POWER = re.compile(
    r"(?:(?<![^\W_])(?:[kcdm\u00b5]?m|s|ft|mi|yd)|(?<![\w/.,])10)\Z"
)  # what is raised to a power


@dataclass(slots=True)
class Change:
    """A tracked change on its way: places in the raw text, and the text it removed."""

    act: Act
    author: str
    at: str
    moved: bool
    start: int
    end: int
    removed: str = ""
    note: int | None = None
    text: str = ""  # once the text of the line is final


Places: TypeAlias = "array[int]"
"""For every place of the raw text, and its end, the place in the final text."""


class Labels(NamedTuple):
    """The labels of the footnotes of a text: those that Word counts or that were typed."""

    real: frozenset[str] = frozenset()
    typed: frozenset[str] = frozenset()


_NO_LABELS = Labels()


class Sign(NamedTuple):
    """What looks like a footnote mark: where in the raw text, what it says, whether a sign of its own (²)."""

    start: int
    end: int
    labels: tuple[str, ...]
    letter: bool = False


class Break(NamedTuple):
    """Where soft line breaks were in the final text, and whether an empty row stood there."""

    offset: int
    empty_row: bool


@dataclass(slots=True)
class Line:
    """One paragraph as it is read; `place` counts the paragraphs of the document from 1."""

    place: int = 0
    look: ParagraphLook = field(default_factory=ParagraphLook)
    label: str = ""
    depth: int = 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    said: bool = False  # whether it holds more than white space
    joined: bool = False  # whether what follows was a paragraph of its own
    looks: list[tuple[int, int, Look]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    anchors: list[Mark] = field(default_factory=list)
    changes: list[tuple[int, Change]] = field(default_factory=list)  # with their numbers in the document
    boxes: list[Line] = field(default_factory=list)  # of the text boxes that are anchored in it
    breaks: list[Break] = field(default_factory=list)  # of the finished block

    def write_on(self, text: str) -> None:
        """Make ready for this text: the first word of a paragraph that was joined is parted from the last."""
        joined, self.joined = self.joined, False
        if joined and not text[0].isspace() and text[0] not in _CLOSING:
            self.write(" ", Look())

    def write(self, text: str, look: Look) -> None:
        """Add text that is shown."""
        start, self.length = self.length, self.length + len(text)
        self.said = self.said or not text.isspace()
        self.pieces.append(text)
        if self.looks and self.looks[-1][1] == start and self.looks[-1][2] == look:
            start = self.looks.pop()[0]
        self.looks.append((start, self.length, look))

    def mark(self, label: str) -> None:
        """Add a footnote mark."""
        self.marks.append(Mark(self.length, label))

    def anchor(self, name: str) -> None:
        """Add the beginning or end of what is named at this place."""
        self.anchors.append(Mark(self.length, name))

    @property
    def raw(self) -> str:
        """The text as it came, with tabs, and with line feeds at soft line breaks."""
        if len(self.pieces) > 1:
            self.pieces = ["".join(self.pieces)]
        return self.pieces[0] if self.pieces else ""

    @property
    def text(self) -> str:
        """The text with its white space folded, marks that were typed still in it."""
        return " ".join(self.raw.split())

    def rows(self) -> list[str]:
        """The text row by row, as soft line breaks divide it."""
        return [" ".join(row.split()) for row in self.raw.split("\n")]

    def signs(self) -> Iterator[Sign]:
        """Where figures or asterisks stand raised in the text like a footnote mark, and what they say."""
        places = {mark.offset for mark in self.marks}
        for start, end, look in _joined(self.looks):
            match = _SIGNS.fullmatch(self.raw, start, end) if look.raised else None
            if match and not _is_power(self.raw, start):
                # a comma between two marks says nothing, one beside a single mark is text
                first = start if start in places else match.start(2)
                last = end if end in places else match.end(2)
                yield Sign(first, last, tuple(sign.strip() for sign in match[2].split(",")))
        for match in _TYPED.finditer(self.raw):
            if not _is_power(self.raw, match.start()):
                yield Sign(match.start(), match.end(), (match[0].translate(FIGURES),), letter=True)

    def block(self, labels: Labels = _NO_LABELS, note: str = "") -> Block:
        """The finished paragraph; raised signs are marks when a footnote has that label."""
        cuts = self._marks_of(labels)
        raw = _blanked(self.raw, [(sign.start, sign.end) for sign in cuts])
        text, moved = _folded(raw)
        self.breaks = [Break(moved[match.end()], match[0].count("\n") > 1) for match in _BREAKS.finditer(raw)]
        marks = sorted(
            [*self.marks, *(Mark(sign.start, label) for sign in cuts for label in sign.labels)],
            key=lambda mark: mark.offset,
        )
        anchors = [*self.anchors, *self._change_anchors(text, moved)]
        return Block(
            text=text,
            line=self.place,
            marks=tuple(Mark(_before_space(text, moved[mark.offset]), mark.label) for mark in marks),
            italics=_spans(((a, b) for a, b, look in self.looks if look.italic), raw, moved),
            bold=_spans(((a, b) for a, b, look in self.looks if look.bold), raw, moved),
            gap=True,
            note=note,
            whole=True,
            label=self.label,
            depth=self.depth,
            anchors=tuple(Mark(moved[anchor.offset], anchor.label) for anchor in anchors),
        )

    def _marks_of(self, labels: Labels) -> list[Sign]:
        """The signs that are marks, with the raised commas beside marks, which say nothing."""
        every = labels.real | labels.typed
        found = [
            sign for sign in self.signs() if (labels.typed if sign.letter else every).issuperset(sign.labels)
        ]
        beside = {mark.offset for mark in self.marks} | {at for sign in found for at in sign[:2]}
        if beside:
            for start, end, look in _joined(self.looks):
                comma = look.raised and _BETWEEN.fullmatch(self.raw, start, end)
                if comma and start in beside and end in beside:
                    found.append(Sign(start, end, ()))
        return sorted(found)

    def _change_anchors(self, text: str, moved: Places) -> Iterator[Mark]:
        for number, change in self.changes:
            yield Mark(change.start, f"r{number}<")
            yield Mark(change.end, f"r{number}>")
            if not change.text:
                change.text = change.removed or text[moved[change.start] : moved[change.end]]


def _is_power(raw: str, at: int) -> bool:
    """Whether what is raised here is a power: of a unit ("km2") or of ten."""
    return bool(_POWER.search(raw[max(0, at - _UNIT) : at]))


def _joined(looks: Iterable[tuple[int, int, Look]]) -> Iterator[tuple[int, int, Look]]:
    """The stretches of one height; what else they look like does not divide a mark."""
    last: tuple[int, int, Look] | None = None
    for start, end, look in looks:
        if last and last[1] == start and last[2].raised == look.raised:
            last = (last[0], end, last[2])
        else:
            if last:
                yield last
            last = (start, end, look)
    if last:
        yield last


def _blanked(raw: str, cuts: Iterable[tuple[int, int]]) -> str:
    """The text with these stretches taken out, each place filled so that no other place moves."""
    for start, end in cuts:
        raw = f"{raw[:start]}{_OUT * (end - start)}{raw[end:]}"
    return raw


def _folded(raw: str) -> tuple[str, Places]:
    """The text with single spaces and none at its ends, and where every place of the raw text went."""
    moved = array("L")  # a file may hold one paragraph of millions of letters
    pieces: list[str] = []
    length = done = 0
    for match in _RUN.finditer(raw):
        start, end = match.span()
        pieces.append(raw[done:start])
        moved.extend(range(length, length + start - done))
        length += start - done
        moved.extend(repeat(length, end - start))
        if length and end < len(raw) and match[0].strip(_OUT):
            pieces.append(" ")
            length += 1
        done = end
    pieces.append(raw[done:])
    moved.extend(range(length, length + len(raw) - done + 1))
    text = "".join(pieces).rstrip()  # a space may stand before a mark that ends the text
    return text, moved if len(text) == moved[-1] else array("L", (min(at, len(text)) for at in moved))


def _before_space(text: str, at: int) -> int:
    """The place of a mark: it belongs to the word before it, whatever space came between."""
    return at - 1 if at and text[at - 1 : at].isspace() else at


def _spans(spans: Iterable[tuple[int, int]], raw: str, moved: Places) -> Spans:
    """Stretches in the final text, joined where only white space parts them."""
    found: list[tuple[int, int]] = []
    for first, last in spans:
        piece = raw[first:last]
        start = first + len(piece) - len(piece.lstrip())
        end = first + len(piece.rstrip())
        if start >= end:
            continue
        if found and not raw[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple((moved[a], moved[b]) for a, b in found if moved[a] < moved[b])
