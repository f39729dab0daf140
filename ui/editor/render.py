# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing lines into a text document.

Only what differs is touched, so that caret, selection and layout of the rest stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from drafting.draft import Role, Run
from drafting.draft.splice import between
from ui.editor.lines import OBJECT, Line
from ui.editor.styles import SIGN, Styles, sign_of
from ui.utf16 import Offsets

Stretch = tuple[int, int, str]
"""Part of a block in Qt's code units, and the sign of its look."""
_KEEP = QTextCursor.MoveMode.KeepAnchor
_EMPTY = Run(Role.TEXT, "", 0)


def units(text: str) -> int:
    """How many of Qt's UTF-16 code units a text takes."""
    return Offsets(text).to_qt(len(text))


def draw_all(document: QTextDocument, lines: Sequence[Line], styles: Styles) -> None:
    """Fill a document from scratch."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock(styles.block(line), styles.char(line, _EMPTY))
        else:
            cursor.setBlockFormat(styles.block(line))
            cursor.setBlockCharFormat(styles.char(line, _EMPTY))
        for run in line.runs:
            cursor.insertText(OBJECT if run.role is Role.MARK else run.text, styles.char(line, run))
    cursor.endEditBlock()


def draw_changes(
    document: QTextDocument, old: Sequence[Line | None], new: Sequence[Line], styles: Styles
) -> tuple[int, int]:
    """Bring a document that shows `old` (None where its content is not known) to show `new`.

    Lines that are the same objects are not looked at. Returns the first line of `new` that differs and the
    first equal one after it.
    """
    start, limit = 0, min(len(old), len(new))
    while start < limit and old[start] is new[start]:
        start += 1
    tail = 0
    while tail < limit - start and old[-1 - tail] is new[-1 - tail]:
        tail += 1
    end = len(new) - tail
    if start == end and len(old) == len(new):
        return start, end
    if len(old) == len(new):
        return draw_lines(document, [at for at in range(start, end) if old[at] is not new[at]], new, styles)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _fit(cursor, document, len(old) - tail, end)
    # A block that loses its neighbour may take over that one's format: both neighbours are looked at too.
    draw_lines(document, range(max(start - 1, 0), min(end + 1, len(new))), new, styles)
    cursor.endEditBlock()
    return start, end


def draw_lines(
    document: QTextDocument, numbers: Sequence[int], lines: Sequence[Line], styles: Styles
) -> tuple[int, int]:
    """Bring the blocks of these numbers, in order, to show their lines; where they begin and end."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number in numbers:
        _draw(cursor, document.findBlockByNumber(number), lines[number], styles)
    cursor.endEditBlock()
    return (numbers[0], numbers[-1] + 1) if numbers else (len(lines), len(lines))


def _fit(cursor: QTextCursor, document: QTextDocument, have: int, want: int) -> None:
    """Leave `want` blocks where `have` end now; what they hold is put right afterwards."""
    if have < want:
        cursor.setPosition(_end(document.findBlockByNumber(have - 1)) if have else 0)
        for _ in range(want - have):
            cursor.insertBlock()
        return
    cursor.setPosition(_end(document.findBlockByNumber(want - 1)) if want else 0)
    last = document.findBlockByNumber(have - 1)
    cursor.setPosition(_end(last) if want else last.next().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def _draw(cursor: QTextCursor, block: QTextBlock, line: Line, styles: Styles) -> None:
    """Make one block read and look like its line."""
    cursor.setPosition(block.position())
    wanted = styles.block(line)
    if block.blockFormat() != wanted:
        cursor.setBlockFormat(wanted)
    text = block.text()
    if text != line.shown:
        splice = between(text, line.shown)
        start = block.position() + units(text[: splice.start])
        cursor.setPosition(start)
        cursor.setPosition(start + units(text[splice.start : splice.start + splice.removed]), _KEEP)
        cursor.insertText(line.shown[splice.start : splice.start + splice.added], styles.char(line, _EMPTY))
    if not line.runs:
        cursor.setBlockCharFormat(styles.char(line, _EMPTY))
    present = set(_stretches(block))
    for start, end, run in _wanted(line):
        if (start, end, sign_of(line, run)) not in present:
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, _KEEP)
            cursor.setCharFormat(styles.char(line, run))


def _stretches(block: QTextBlock) -> Iterator[Stretch]:
    """How a block looks now, neighbours of one look taken together."""
    at, begin, sign = 0, 0, ""
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        looks = str(fragment.charFormat().property(SIGN))
        if looks != sign:
            if at > begin:
                yield begin, at, sign
            begin, sign = at, looks
        at += fragment.length()
        fragments += 1
    yield begin, at, sign


def _wanted(line: Line) -> Iterator[tuple[int, int, Run]]:
    """How a block is to look, neighbours of one look taken together."""
    at = 0
    for _, group in groupby(line.runs, key=lambda run: sign_of(line, run)):
        runs = list(group)
        length = sum(1 if run.role is Role.MARK else units(run.text) for run in runs)
        yield at, at + length, runs[0]
        at += length
