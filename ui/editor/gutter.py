# SPDX-License-Identifier: GPL-3.0-or-later
"""The gutter beside the text: label, history strip and state of every paragraph in view.

What the room said and private notes have columns of their own as soon as a paragraph has them. The four state
marks differ in shape as well as in hue, so that they can be told apart without colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from drafting.comparing.records import Mark
from drafting.draft import Counted, Draft, DraftParagraph, Stage, Standing, standing
from drafting.draft.wording import explain
from drafting.resolution import Kind
from drafting.translation import tr
from ui.editor import paper
from ui.editor.found import told
from ui.editor.lines import Sort
from ui.editor.stages import paint_memo, paint_stage, told_negotiation
from ui.theme import Theme, current_theme, page_line, scaled, themes, ui_font

if TYPE_CHECKING:
    from ui.editor.sheet import Sheet

STRIP = 8
"""The history strip shows this many versions, the latest ones, and a mark for what was before them."""
SQUARE = 7
PITCH = 9
BAR = 4
FLAG = 7


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one paragraph."""

    label: str
    marks: tuple[Mark, ...]
    standing: Standing
    earlier: bool = False
    """It stood in versions before those of `marks` too."""


SIGN = 12
STAGE_COLUMN, MEMO_COLUMN = 17, 16
"""Room for the signs of what the room said and of private notes, behind the label."""
LABEL = 36
"""Room for labels; numbers beside others ("12 bis.") take more."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the gutter has room for beside its strip: the width of the labels, and the two signs."""

    label: int
    stage: bool = False
    memo: bool = False

    @property
    def width(self) -> int:
        """From the beginning of the labels to that of the strip."""
        signs = self.stage * scaled(STAGE_COLUMN) + self.memo * scaled(MEMO_COLUMN)
        return self.label + signs


def columns_of(draft: Draft | None) -> Columns:
    """The columns that the paragraphs of a draft need."""
    paragraphs = draft.paragraphs if draft else ()
    long = [label_of(draft, one) for one in paragraphs if one.counted is not Counted.ON] if draft else []
    metrics = QFontMetricsF(ui_font(12))
    widest = max((round(metrics.horizontalAdvance(label)) + scaled(4) for label in long), default=0)
    stage = any(one.stage is not Stage.OPEN for one in paragraphs)
    return Columns(max(scaled(LABEL), widest), stage, any(one.memo for one in paragraphs))


def _need_the_same(before: Draft | None, after: Draft | None) -> bool:
    """Whether nothing differs that columns depend on: asked at every key, when most is the same."""
    if before is after:
        return True
    if before is None or after is None or len(before.paragraphs) != len(after.paragraphs):
        return False
    pairs = zip(before.paragraphs, after.paragraphs, strict=True)
    return all(one is other or _needs(one) == _needs(other) for one, other in pairs)


def _needs(paragraph: DraftParagraph) -> tuple[Counted, bool, bool]:
    return paragraph.counted, paragraph.stage is Stage.OPEN, bool(paragraph.memo)


def label_of(draft: Draft, paragraph: DraftParagraph) -> str:
    """The label as drafters look for it: PP4 in the preamble, otherwise as printed ("12.", "(a)", "II").

    In an annex or part it is the same without the name of that, which stands beside its opening line ("A1").
    """
    label = draft.label(paragraph.key)
    if paragraph.opens_unit:
        return label.id
    if paragraph.kind is Kind.OPERATIVE and label.printed:
        return f"{label.printed}."
    if paragraph.kind in (Kind.HEADING, Kind.TEXT):
        return label.printed
    return label.printed or label.id.removeprefix(f"{paragraph.unit}.")


def beside(draft: Draft, paragraph: DraftParagraph) -> Beside:
    """Label, history strip and state of a paragraph; the drafter's own paragraphs have no history."""
    thread = draft.thread(paragraph)
    marks = thread.marks if thread else ()
    earlier = any(mark is not Mark.ABSENT for mark in marks[:-STRIP])
    return Beside(label_of(draft, paragraph), marks[-STRIP:], standing(draft, paragraph), earlier)


def told_beside(draft: Draft, paragraph: DraftParagraph) -> str:
    """The life of a paragraph in a sentence, and how much of it the strip shows."""
    count = len(draft.lineage.versions)
    life = explain(draft, paragraph)
    if count > STRIP:
        words = tr("{life}; the squares show the last {shown} of {all} versions")
        life = words.format(life=life, shown=STRIP, all=count)
    return "\n".join(filter(None, (life, told_negotiation(paragraph))))


class Gutter(QWidget):
    """Painted beside the text of a page; only what is in view."""

    clicked = Signal(str)
    """The paragraph beside which the mouse was pressed."""

    def __init__(self, page: Sheet) -> None:
        super().__init__(page)
        self._page = page
        self._known: dict[str, tuple[DraftParagraph, Beside]] = {}
        self._columns: tuple[Draft | None, float, Columns] | None = None
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Margin of the page"))
        self.setAccessibleDescription(
            tr("Label, history and state of each paragraph, as the page says at the caret")
        )

    def sizeHint(self) -> QSize:
        """As wide as its columns; the height is the page's."""
        return QSize(self.strip_left() + self._versions() * PITCH + scaled(13), 100)

    def strip_left(self) -> int:
        """Where the history strips begin."""
        draft = self._page.draft
        longer = draft is not None and len(draft.lineage.versions) > STRIP
        return scaled(34) + self.columns.width + (PITCH if longer else 0)

    @property
    def columns(self) -> Columns:
        """What there is room for beside the strip."""
        draft, scale, known = self._page.draft, themes().scale, self._columns
        if known is None or known[1] != scale or not _need_the_same(known[0], draft):
            known = draft, scale, columns_of(draft)
        self._columns = draft, scale, known[2]
        return known[2]

    def keep_columns(self) -> None:
        """Only words of the draft changed, so that the columns stay."""
        if self._columns is not None:
            self._columns = (self._page.draft, *self._columns[1:])

    def _versions(self) -> int:
        draft = self._page.draft
        return min(len(draft.lineage.versions), STRIP) if draft else 4

    def forget(self) -> None:
        """Another draft lies on the desk."""
        self._known.clear()
        self.update()

    def info(self, draft: Draft, paragraph: DraftParagraph) -> Beside:
        """What stands beside a paragraph, worked out once for each of its states."""
        known = self._known.get(paragraph.key)
        if known and known[0] is paragraph:
            label = label_of(draft, paragraph)
            if known[1].label == label:
                return known[1]
        made = beside(draft, paragraph)
        self._known[paragraph.key] = (paragraph, made)
        return made

    def rows(self, area: QRectF) -> Iterator[tuple[DraftParagraph, QRectF]]:
        """The paragraphs in a stretch of the viewport and where their text stands in it."""
        page, draft = self._page, self._page.draft
        if draft is None:
            return
        shift = page.verticalScrollBar().value()
        block = page.cursorForPosition(area.topLeft().toPoint()).block()
        while block.isValid() and block.blockNumber() < len(page.picture.lines):
            line = page.picture.lines[block.blockNumber()]
            if block.isVisible() and line.sort in (Sort.PARAGRAPH, Sort.HEADING) and line.key in draft:
                rect = paper.text_rect(block).translated(0, -shift)
                if rect.top() > area.bottom():
                    return
                yield draft.paragraph(line.key), rect
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The left part of the page with its marks."""
        painter = QPainter(self)
        theme = current_theme()
        area = QRectF(event.rect())
        card = self._page.card_rect()
        paper.card(painter, area, QRectF(0, card.top(), self.width() + 2, card.height()), theme)
        draft = self._page.draft
        if draft is None:
            return
        painter.setFont(ui_font(12))
        for paragraph, rect in self.rows(area):
            self._paint(painter, theme, self.info(draft, paragraph), rect)
            self._paint_signs(painter, theme, paragraph, rect)
            if self._page.found:
                line = QRectF(0, rect.top(), 0, min(rect.height(), page_line()))
                self._page.found.paint_beside(painter, theme, paragraph, line)

    def _paint(self, painter: QPainter, theme: Theme, info: Beside, rect: QRectF) -> None:
        line = min(rect.height(), page_line())
        first = QRectF(scaled(34), rect.top(), self.strip_left() - scaled(34) + 6, line)
        painter.setPen(QColor(theme.muted))
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, info.label)
        left = self.strip_left() + (self._versions() - len(info.marks)) * PITCH
        for number, mark in enumerate(info.marks):
            top = first.center().y() - SQUARE / 2
            paint_mark(painter, theme, mark, QRectF(left + number * PITCH, round(top), SQUARE, SQUARE))
        if info.earlier:
            paint_earlier(painter, theme, QRectF(left - PITCH, round(first.center().y()), SQUARE, 1))
        paint_bar(painter, theme, info.standing, rect.adjusted(0, 1, 0, -1), self.width() - BAR)

    def _paint_signs(self, painter: QPainter, theme: Theme, paragraph: DraftParagraph, rect: QRectF) -> None:
        """What the room said, and whether there is a private note, behind the label."""
        columns, size = self.columns, scaled(SIGN)
        top = round(rect.top() + (min(rect.height(), page_line()) - size) / 2)
        left = scaled(34) + columns.label
        if columns.stage:
            paint_stage(painter, theme, paragraph, QRectF(left, top, size, size))
            left += scaled(STAGE_COLUMN)
        if paragraph.memo:
            paint_memo(painter, theme, QRectF(left, top, size, size))

    def event(self, event: QEvent) -> bool:
        """A sentence on the paragraph under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            draft, paragraph = self._page.draft, self._at(event.pos().y())
            if draft and paragraph:
                found = told(self._page.found.of(paragraph)) if self._page.found else ""
                words = "\n".join(filter(None, (told_beside(draft, paragraph), found)))
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press is the gutter's own, so that its release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes to the paragraph."""
        paragraph = self._at(event.position().y())
        if paragraph:
            self.clicked.emit(paragraph.key)

    def _at(self, y: float) -> DraftParagraph | None:
        whole = QRectF(self.rect())
        return next((item for item, rect in self.rows(whole) if rect.top() <= y <= rect.bottom()), None)


def paint_mark(painter: QPainter, theme: Theme, mark: Mark, box: QRectF) -> None:
    """One square of a history strip: filled as before, hollow changed, a dot at first, nothing absent."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, mark is Mark.FIRST)
    match mark:
        case Mark.SAME:
            painter.fillRect(box, QColor(theme.stable))
        case Mark.CHANGED:
            painter.setPen(QPen(QColor(theme.changed), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.drawRect(box.adjusted(0.7, 0.7, -0.7, -0.7))
        case Mark.FIRST:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.new))
            painter.drawEllipse(box)
        case Mark.ABSENT:
            pass


def paint_earlier(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Three dots before a history strip that shows the latest versions only."""
    for number in range(3):
        painter.fillRect(QRectF(box.left() - 1 + 3 * number, box.top(), 1.5, 1.5), QColor(theme.muted))


def paint_bar(painter: QPainter, theme: Theme, state: Standing, rect: QRectF, left: float) -> None:
    """The state of a paragraph at its side; nothing where it is stable."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    bar = QRectF(left, rect.top(), BAR, rect.height())
    match state:
        case Standing.CHANGED:
            painter.fillRect(bar, QColor(theme.changed))
        case Standing.EDITED:  # with a flag, so that it is not the bar of "changed" in another hue
            painter.fillRect(bar, QColor(theme.edited))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.edited))
            top = bar.topLeft()
            painter.drawPolygon([top, top + QPointF(-FLAG, FLAG / 2), top + QPointF(0, FLAG)])
        case Standing.NEW:
            pen = QPen(QColor(theme.new), BAR)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.25, 0.75])
            painter.setPen(pen)
            painter.drawLine(QPointF(left + BAR / 2, bar.top()), QPointF(left + BAR / 2, bar.bottom()))
        case Standing.OPEN:
            painter.fillRect(QRectF(left, bar.top(), 1, bar.height()), QColor(theme.accent))
            painter.fillRect(QRectF(left + BAR - 1.5, bar.top(), 1.5, bar.height()), QColor(theme.accent))
        case Standing.STABLE:
            pass
