# SPDX-License-Identifier: GPL-3.0-or-later
"""What checking found, shown on the page: waves under the words, signs in the gutter, sentences for both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor

from drafting.checking.records import Severity
from drafting.draft import DraftParagraph
from drafting.translation import tr, trn
from ui.checks.acting import Acting
from ui.checks.places import Anchor, Placed, proposal_over
from ui.checks.rows import WORDS
from ui.checks.sign import paint_sign, paint_wave
from ui.editor import paper
from ui.editor.lines import Line, Spot
from ui.editor.readback import Caret
from ui.panels.proposal_rows import sentence
from ui.theme import Theme, current_theme, scaled

if TYPE_CHECKING:
    from ui.editor.page import Page

SIGN = 12
SIGN_LEFT = 15
"""Where the sign stands in the gutter: before the label."""
_LOUD = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_SEEN = frozenset({"brackets-left", "number-inserted"})
"""Rules on what the page shows by itself: brackets are bold and tinted, the label is "7 bis"."""
MOST_TOLD = 4
"""Findings that a tip tells in full."""


class FindingMarks(QObject):
    """The findings of a checker on a page; asked while the page is painted, so that they need no drawing."""

    def __init__(self, page: Page, acting: Acting) -> None:
        super().__init__(page)
        self._page, self.acting = page, acting
        self.checker = checker = acting.checker
        for signal in (checker.changed, checker.checked, checker.chosen_changed):
            signal.connect(page.settle)
        checker.chosen_changed.connect(self._show_chosen)

    def paint(self, painter: QPainter, block: QTextBlock, line: Line) -> None:
        """The waves under the words of one block; where a proposal is open, its marks are enough."""
        draft = self._page.draft
        for one in self.checker.at(line.note or line.key):
            if (draft and proposal_over(draft, one)) or seen(one):
                continue
            low, high = stretch(line, one.at.start, one.at.end)
            to_qt = line.offsets.to_qt
            rects = paper.stretch_rects(block, to_qt(low), to_qt(high))
            paint_wave(painter, one.finding.severity, current_theme(), rects)

    def rects(self, anchor: Anchor) -> list[QRectF]:
        """Where the words at a place of the draft stand in the document, one rectangle a line."""
        picture = self._page.picture
        number = picture.block(anchor.block)
        if number is None:
            return []
        line = picture.lines[number]
        low, high = stretch(line, anchor.start, anchor.end)
        block = picture.document.findBlockByNumber(number)
        return paper.stretch_rects(block, line.offsets.to_qt(low), line.offsets.to_qt(high))

    def chosen_rects(self) -> list[QRectF]:
        """Where the words of the finding in hand stand."""
        chosen = self.checker.chosen
        return self.rects(chosen.at) if chosen else []

    def select(self, anchor: Anchor) -> None:
        """Select the words at a place of the draft and bring them into view."""
        page, picture = self._page, self._page.picture
        number = picture.block(anchor.block)
        if number is None:
            return
        self._bring_into_view(anchor)
        low, high = stretch(picture.lines[number], anchor.start, anchor.end)
        cursor = page.textCursor()
        cursor.setPosition(picture.position(number, low))
        cursor.setPosition(picture.position(number, high), QTextCursor.MoveMode.KeepAnchor)
        page.setTextCursor(cursor)

    def _show_chosen(self) -> None:
        """The finding in hand comes into view, and the caret goes along to its paragraph."""
        chosen = self.checker.chosen
        if chosen is None or self._page.picture.block(chosen.at.block) is None:
            return
        if self._page.current_paragraph != chosen.at.key:
            self._page.reveal(chosen.at.key)
            self._page.show_caret(Caret(chosen.at.key, chosen.at.note or "", Spot(chosen.at.start)))
        self._bring_into_view(chosen.at)

    def _bring_into_view(self, anchor: Anchor) -> None:
        self._page.reveal(anchor.key)
        if rects := self.rects(anchor):
            self._page.bring_into_view(rects[0].united(rects[-1]))  # first: Qt itself stops at the edge

    def under(self, line: Line, index: int) -> list[Placed]:
        """The findings on the words at a place of a block."""
        found = []
        for one in self.checker.at(line.note or line.key):
            low, high = stretch(line, one.at.start, one.at.end)
            if low <= index <= high:
                found.append(one)
        return found

    def of(self, paragraph: DraftParagraph) -> list[Placed]:
        """The findings in a paragraph and its footnotes."""
        blocks = (paragraph.key, *(note.key for note in paragraph.notes))
        return [one for block in blocks for one in self.checker.at(block)]

    def paint_beside(self, painter: QPainter, theme: Theme, paragraph: DraftParagraph, line: QRectF) -> None:
        """The sign of the gravest finding of a paragraph, beside its first line."""
        found = {one.finding.severity for one in self.of(paragraph) if not seen(one)}
        gravest = next((severity for severity in _LOUD if severity in found), None)
        if gravest is not None:
            size = scaled(SIGN)
            top = round(line.center().y() - size / 2)
            paint_sign(painter, gravest, theme, QRectF(scaled(SIGN_LEFT), top, size, size))


def seen(one: Placed) -> bool:
    """Whether a finding needs no sign on the page, because what it tells is seen there; it is listed still.

    A bracket without counterpart is not: there the sign is that something is wrong.
    """
    return one.finding.rule in _SEEN and one.finding.words not in ("[", "]")


def stretch(line: Line, start: int, end: int) -> tuple[int, int]:
    """Where in a block of the page a stretch of its text stands; an empty one takes in one character."""
    if start == end:
        start, end = (start - 1, end) if start else (start, end + 1)
    return max(line.place(Spot(start + 1)) - 1, 0), line.place(Spot(end))


def told(findings: Iterable[Placed]) -> str:
    """Findings in sentences, one a line, each with its severity in a word."""
    return "\n".join(_lines(list(findings)))


def _lines(findings: list[Placed]) -> Iterator[str]:
    for one in findings[:MOST_TOLD]:
        word = tr(WORDS[one.finding.severity])
        head = f"{word[:1].upper()}{word[1:]}"
        yield tr("{head}: {text}").format(head=head, text=sentence(one.finding.message))
    if (left := len(findings) - MOST_TOLD) > 0:
        yield trn("and {n} more under Checks", "and {n} more under Checks", left)
