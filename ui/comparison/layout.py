# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs laid out for one column: lines, marks under the words that differ, footnotes under a short rule.

Everything that costs time happens here, once for a width; painting only places what is ready.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from drafting.comparing.records import Span
from ui.comparison.ink import Style, dots
from ui.comparison.rows import Cell, Mark, Note, Passage
from ui.theme import page_font, page_line, scaled
from ui.utf16 import Offsets

_TEXT, _NOTE = 15, 13  # px
_INDENT = 18  # px for each level of subparagraphs
_NOTE_GAP = 7  # px above and below the rule over footnotes
_BETWEEN = 8  # px between several paragraphs of one cell
_RULE = 0.3  # of the column


class Block:
    """One text with its marks, laid out for a width; offsets given to it count code points of the text."""

    def __init__(self, text: str, style: Style, size: int, notes: Iterable[Note] = ()) -> None:
        self._numbers = sorted((note.offset, str(note.number)) for note in notes)
        self._style = style
        shown = _with_numbers(text, self._numbers)
        self._offsets = Offsets(shown)
        self._length = len(text)
        self._step = page_line(size)
        font = page_font(size)
        metrics = QFontMetricsF(font)
        self._baseline = (self._step - metrics.height()) / 2 + metrics.ascent()
        self._layout = QTextLayout(shown, font)
        self._layout.setTextOption(_wrapping())
        self._layout.setCacheEnabled(True)
        self._formats: list[QTextLayout.FormatRange] = [
            self._number_format(at) for at in range(len(self._numbers))
        ]
        self._marks: list[Mark] = []
        self._blanks: list[Span] = []
        self._grounds: list[tuple[QRectF, QColor]] = []
        self._lines: list[tuple[QRectF, QColor]] = []
        self.height = 0.0
        self._decorated = False

    def italic(self, length: int) -> None:
        """Sets the opening words in italics."""
        form = QTextCharFormat()
        form.setFontItalic(True)
        self._format(Span(0, length), form)

    def bold(self) -> None:
        """Sets the whole text in bold, for headings."""
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        self._format(Span(0, self._length), form)

    def number(self, length: int) -> None:
        """Raises the number that the text begins with, like the marks of footnotes."""
        self._format(Span(0, length), _raised(self._style))

    def mark(self, marks: Iterable[Mark]) -> None:
        """Marks words that differ, those of the classes that are shown."""
        for mark in marks:
            if mark.layer not in self._style.shown:
                continue
            self._marks.append(mark)
            if colour := self._style.ink(mark).text:
                form = QTextCharFormat()
                form.setForeground(colour)
                self._format(mark.span, form)

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark at a point of the text laid out."""
        found = (mark for mark in self._marks if any(place.contains(point) for place in self._places(mark)))
        return next(found, None)

    def blank(self, spans: Iterable[Span]) -> None:
        """Marks placeholders of facts that are missing."""
        form = QTextCharFormat()
        form.setForeground(QColor(self._style.theme.fact))
        for span in spans:
            self._blanks.append(span)
            self._format(span, form)

    def disputed(self, spans: Iterable[Span]) -> None:
        """Marks what stands in square brackets; the signs are bold, so that they are seen without colour."""
        form = QTextCharFormat()
        form.setForeground(QColor(self._style.theme.changed))
        sign = QTextCharFormat(form)
        sign.setFontWeight(QFont.Weight.Black)
        for span in spans:
            self._format(span, form)
        for at in (at for span in spans for at in (span.start, span.end - 1)):
            self._format(Span(at, at + 1), sign)

    def flow(self, width: float) -> None:
        """Breaks the text into lines of this width."""
        self._layout.setFormats(self._formats)
        self._layout.beginLayout()
        count = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, count * self._step + self._baseline - line.ascent()))
            count += 1
        self._layout.endLayout()
        self.height = float(max(count, 1) * self._step)
        self._decorated = False

    def lines(self) -> Iterator[tuple[float, float]]:
        """Top and bottom of every line."""
        for number in range(max(self._layout.lineCount(), 1)):
            yield float(number * self._step), float((number + 1) * self._step)

    def draw(
        self, painter: QPainter, at: QPointF, found: Iterable[Span] = (), current: Span | None = None
    ) -> None:
        """Paints the text, its upper left corner at `at`; `found` and `current` are hits of a search."""
        self._decorate()
        for rectangle, colour in self._grounds:
            painter.fillRect(rectangle.translated(at), colour)
        self._layout.draw(painter, at, [self._hit_format(span) for span in found])
        for rectangle, colour in self._lines:
            painter.fillRect(rectangle.translated(at), colour)
        for rectangle in self.rectangles(current) if current else ():
            painter.setPen(QColor(self._style.theme.accent))
            painter.drawRoundedRect(rectangle.translated(at).adjusted(-1, 0, 1, 0), 3, 3)

    def rectangles(self, span: Span) -> list[QRectF]:
        """The places of a stretch of text, one for each line it touches."""
        start, end = self._shown(span)
        result = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left = line.cursorToX(first)[0]  # type: ignore[index]
                right = min(line.cursorToX(last)[0], line.naturalTextWidth())  # type: ignore[index]
                result.append(QRectF(left, number * self._step + 1, right - left, self._step - 2))
        return result

    def _places(self, mark: Mark) -> list[QRectF]:
        """Where a mark is; one of no width takes a little of what stands around it."""
        if mark.span.start < mark.span.end:
            return self.rectangles(mark.span)
        at = self._shown(mark.span)[0]
        line = self._layout.lineForTextPosition(at)
        x = line.cursorToX(at)[0]  # type: ignore[index]
        return [QRectF(x - 3, line.lineNumber() * self._step + 1, 6, self._step - 2)]

    def _decorate(self) -> None:
        """Finds where the marks are, once for a width and only for what comes into sight."""
        if self._decorated:
            return
        self._decorated = True
        theme = self._style.theme
        self._grounds, self._lines = [], []
        for mark in self._marks:
            ink = self._style.ink(mark)
            if mark.span.start == mark.span.end:
                self._lines += [(stroke, ink.colour) for stroke in _wedge(self._places(mark)[0])]
                continue
            drop = self._baseline - (self._step * 0.21 if mark.gone else -self._step * 0.12)
            for place in self.rectangles(mark.span):
                if ink.ground:
                    self._grounds.append((place, ink.ground))
                strokes = ink.strokes(place, place.top() - 1 + drop, self._step)
                self._lines += [(stroke, ink.colour) for stroke in strokes]
        for span in self._blanks:
            for place in self.rectangles(span):
                self._grounds.append((place, QColor(theme.fact_soft)))
                self._lines += [(dot, QColor(theme.fact)) for dot in dots(place, self._step / 11)]

    def _format(self, span: Span, form: QTextCharFormat) -> None:
        start, end = self._shown(span)
        self._formats.append(_range(start, end, form))

    def _hit_format(self, span: Span) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setBackground(QColor(self._style.theme.found))
        form.setForeground(QColor(self._style.theme.text))
        return _range(*self._shown(span), form)

    def _number_format(self, index: int) -> QTextLayout.FormatRange:
        form = _raised(self._style)
        start = self._numbers[index][0] + sum(len(number) for _, number in self._numbers[:index])
        end = start + len(self._numbers[index][1])
        return _range(self._offsets.to_qt(start), self._offsets.to_qt(end), form)

    def _shown(self, span: Span) -> tuple[int, int]:
        """Where a stretch of the text stands in what is shown, footnote numbers included, in Qt's count."""
        start = span.start + sum(len(number) for offset, number in self._numbers if offset <= span.start)
        end = span.end + sum(len(number) for offset, number in self._numbers if offset < span.end)
        return self._offsets.to_qt(start), self._offsets.to_qt(max(start, end))


class CellLayout:
    """One cell laid out: its paragraphs, one under the other, each with its footnotes."""

    def __init__(self, cell: Cell, style: Style) -> None:
        self._theme = style.theme
        self.passages = [_PassageLayout(passage, style, faded=cell.faded) for passage in cell.passages]
        self.width = -1.0
        self.height = 0.0

    def flow(self, width: float) -> None:
        """Lays the cell out for a width; free when the width has not changed."""
        if width == self.width:
            return
        self.width = width
        y = 0.0
        for passage in self.passages:
            passage.top = y
            y += passage.flow(width) + scaled(_BETWEEN)
        self.height = max(y - scaled(_BETWEEN), 0.0)

    def lines(self) -> Iterator[tuple[float, float]]:
        """Top and bottom of every line of words."""
        for passage in self.passages:
            for top, bottom in passage.lines():
                yield passage.top + top, passage.top + bottom

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark at a point, counted from the upper left corner of the text."""
        found = (passage.mark_at(point - QPointF(0, passage.top)) for passage in self.passages)
        return next((mark for mark in found if mark), None)


class _PassageLayout:
    """One paragraph and its footnotes; `top` is its place in the cell."""

    def __init__(self, passage: Passage, style: Style, *, faded: bool) -> None:
        self.label = passage.label
        self.top = 0.0
        self.height = 0.0
        self._theme = style.theme
        self._indent = scaled(_INDENT) * passage.level
        self._faded = faded
        self._width = 0.0
        self.text = Block(passage.text, style, _TEXT, passage.notes)
        if passage.heading:
            self.text.bold()
        elif passage.opening:
            self.text.italic(passage.opening)
        self.text.blank(passage.blanks)
        self.text.mark(passage.marks)
        self.notes = [_note_block(note, style) for note in passage.notes]

    def flow(self, width: float) -> float:
        """Breaks text and footnotes into lines; gives the height of all."""
        self._width = width
        self.text.flow(width - self._indent)
        for note in self.notes:
            note.flow(width - self._indent)
        gap = 2 * scaled(_NOTE_GAP) if self.notes else 0
        self.height = self.text.height + gap + sum(note.height for note in self.notes)
        return self.height

    def lines(self) -> Iterator[tuple[float, float]]:
        """Top and bottom of every line, those of footnotes too."""
        yield from self.text.lines()
        start = self.text.height + 2 * scaled(_NOTE_GAP)
        for note in self.notes:
            for top, bottom in note.lines():
                yield start + top, start + bottom
            start += note.height

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark at a point of the paragraph or its footnotes."""
        at = point - QPointF(self._indent, 0)
        if mark := self.text.mark_at(at):
            return mark
        at -= QPointF(0, self.text.height + 2 * scaled(_NOTE_GAP))
        for note in self.notes:
            if mark := note.mark_at(at):
                return mark
            at -= QPointF(0, note.height)
        return None

    def draw(self, painter: QPainter, corner: QPointF, hits: PassageHits) -> None:
        """Paints the paragraph, its upper left corner at `corner`."""
        at = corner + QPointF(self._indent, 0)
        painter.setPen(QColor(self._theme.muted if self._faded else self._theme.text))
        self.text.draw(painter, at, hits.of(0), hits.current_of(0))
        at += QPointF(0, self.text.height + scaled(_NOTE_GAP))
        if self.notes:
            painter.fillRect(
                QRectF(at.x(), round(at.y()) - 1, self._width * _RULE, 1), QColor(self._theme.border)
            )
            at += QPointF(0, scaled(_NOTE_GAP))
        for number, note in enumerate(self.notes, start=1):
            painter.setPen(QColor(self._theme.text))
            note.draw(painter, at, hits.of(number), hits.current_of(number))
            at += QPointF(0, note.height)


@dataclass(frozen=True, slots=True)
class PassageHits:
    """What a search found in one paragraph: (0, span) in its text, (n, span) in its nth footnote."""

    spans: tuple[tuple[int, Span], ...] = ()
    current: tuple[int, Span] | None = None

    def of(self, block: int) -> list[Span]:
        """The hits in the text (0) or the nth footnote."""
        return [span for place, span in self.spans if place == block]

    def current_of(self, block: int) -> Span | None:
        """The hit in hand, if it is in this text."""
        return self.current[1] if self.current and self.current[0] == block else None


def _note_block(note: Note, style: Style) -> Block:
    lead = len(note.lead)
    block = Block(note.shown, style, _NOTE)
    block.number(len(note.lead.rstrip()))
    block.blank(Span(span.start + lead, span.end + lead) for span in note.blanks)
    block.mark(replace(mark, span=Span(mark.span.start + lead, mark.span.end + lead)) for mark in note.marks)
    return block


def _raised(style: Style) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    form.setForeground(QColor(style.theme.accent))
    return form


def _with_numbers(text: str, numbers: Iterable[tuple[int, str]]) -> str:
    pieces, done = [], 0
    for offset, number in numbers:
        pieces += [text[done:offset], number]
        done = offset
    return "".join([*pieces, text[done:]]).replace("\n", " ")


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, end - start, form
    return result


def _wedge(place: QRectF) -> list[QRectF]:
    """An upright with a foot, where words are missing."""
    middle = place.center().x()
    return [
        QRectF(middle - 0.75, place.top() + 3, 1.5, place.height() - 4),
        QRectF(place.left(), place.bottom() - 2, place.width(), 2),
    ]


def _wrapping() -> QTextOption:
    option = QTextOption()
    # A word is cut only when it is wider than the column.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
