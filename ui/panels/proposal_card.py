# SPDX-License-Identifier: GPL-3.0-or-later
"""How a proposal is drawn as a card.

The chosen card leaves room for its fields and buttons, which are real widgets.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafting.draft import Decision
from drafting.updating.records import Certainty
from ui.panels.proposal_model import ROW
from ui.panels.proposal_rows import ProposalRow, pieces
from ui.theme import Theme, current_theme, page_font, page_line, scaled, ui_font

GAP = 8  # between cards
PAD = 12  # inside a card
RADIUS = 6
LINE = 6  # between the lines of a card
REASON_LINE = 17


@dataclass(frozen=True, slots=True)
class _Laid:
    """The texts of a card laid out for one width, and the heights that follow, in pixels."""

    head: int
    change: QTextDocument
    why: QTextDocument | None
    why_top: float  # from the top of the head
    height: int  # without frame, fields and buttons


class CardDelegate(QStyledItemDelegate):
    """Draws proposals as cards; `actions_height` is the room the chosen one keeps for its widgets."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.actions_height = 0
        self.width = 300
        self._laid: dict[tuple[ProposalRow, bool, int], _Laid] = {}

    def forget(self) -> None:
        """Lay everything out anew: the theme or the text size changed."""
        self._laid.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: ProposalRow = index.data(ROW)
        height = self._layout(row).height + 2 * PAD - 2
        if row.id == self.chosen and self.actions_height:
            height += LINE + 2 + self.actions_height
        return QSize(self.width, height + GAP)

    def actions_rect(self, rect: QRect) -> QRect:
        """Where in the rectangle of the chosen card its widgets belong."""
        card = rect.adjusted(0, 0, 0, -GAP)
        top = card.bottom() + 1 - PAD - self.actions_height
        return QRect(card.left() + PAD, top, card.width() - 2 * PAD, self.actions_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ProposalRow = index.data(ROW)
        theme = current_theme()
        card = option.rect.adjusted(0, 0, 0, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._frame(painter, QRectF(card), theme, (row.id == self.chosen, hovered, row.decided))
        inner = card.adjusted(PAD, PAD - 2, -PAD, -PAD)
        _draw_head(painter, inner, row, theme)
        laid = self._layout(row)
        top = inner.top() + laid.head + LINE
        _draw(painter, laid.change, inner.left(), top)
        if laid.why:
            _draw(painter, laid.why, inner.left(), inner.top() + laid.why_top)
        painter.restore()

    def _frame(self, painter: QPainter, rect: QRectF, theme: Theme, state: tuple[bool, bool, bool]) -> None:
        chosen, hovered, decided = state
        width = 2.0 if chosen else 1.0
        edge = theme.accent if chosen else theme.border if hovered else theme.line
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(theme.panel if decided and not chosen else theme.page))
        inset = width / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _layout(self, row: ProposalRow) -> _Laid:
        key = (row, row.id == self.chosen, self.width)
        if key not in self._laid:
            if len(self._laid) > 2000:
                self._laid.clear()
            self._laid[key] = _lay_out(row, row.id == self.chosen, self.width - 2 * PAD)
        return self._laid[key]


def _lay_out(row: ProposalRow, chosen: bool, width: int) -> _Laid:
    theme = current_theme()
    head = QFontMetrics(_bold()).height()
    change = _document(page_font(15), width, page_line(14))
    _write_change(QTextCursor(change), row, theme)
    quiet = row.decided and not chosen
    why = None if quiet else _document(ui_font(12), width, scaled(REASON_LINE))
    if why is not None:
        _write_reason(QTextCursor(why), row, theme, chosen)
    end = head + LINE + change.size().height()  # measured once: it is asked for with every layout of the list
    height = end + LINE - 2 + why.size().height() if why else end
    return _Laid(head, change, why, end + LINE - 2, round(height))


def _document(font: QFont, width: int, line: int) -> QTextDocument:
    """An empty document whose lines stand `line` pixels apart."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    document.setTextWidth(width)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_block(line))
    return document


def _block(line: int, above: int = 0) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block.setTopMargin(above)
    return block


def _write_change(cursor: QTextCursor, row: ProposalRow, theme: Theme) -> None:
    plain = _format(theme.text)
    quiet = _format(theme.muted)
    cursor.insertText(row.before, plain if not row.decided else quiet)
    if row.decided or row.same:
        kept = row.same or row.decision in (Decision.KEPT, Decision.OVERTAKEN)
        cursor.insertText(
            row.old if kept else row.new, quiet if row.decision is Decision.OVERTAKEN else plain
        )
    else:
        old = _format(theme.deleted, theme.deleted_soft if theme.name == "contrast" else "")
        old.setFontStrikeOut(True)
        cursor.insertText(row.old, old)
        if row.new:
            cursor.insertText(" " if row.before.strip() or row.after.strip() else " → ", plain)
            _write_new(cursor, row, theme)
    cursor.insertText(row.after, plain if not row.decided else quiet)


def _write_new(cursor: QTextCursor, row: ProposalRow, theme: Theme) -> None:
    """The new words: underlined, or dotted in the colour of a missing fact where they hold a placeholder."""
    missing = any(blank for _, blank in pieces(row.new))
    colour, line = (theme.fact, "DotLine") if missing else (theme.inserted, "SingleUnderline")
    style = _format(colour, theme.fact_soft if missing else "")
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle[line])
    cursor.insertText(row.new, style)


def _write_reason(cursor: QTextCursor, row: ProposalRow, theme: Theme, chosen: bool) -> None:
    muted = _format(theme.muted)
    cursor.insertText(row.reason, muted)
    if row.shared:
        cursor.insertText(f" {row.shared}" if row.reason else row.shared, muted)
    if not chosen:
        return
    strong = _format(theme.muted)
    strong.setFontWeight(QFont.Weight.DemiBold)
    for number, (place, words) in enumerate(row.evidence):
        cursor.insertBlock(_block(scaled(REASON_LINE), 0 if number else scaled(5)))
        cursor.insertText(f"{place}  ", strong)
        cursor.insertText(words, muted)


def _format(colour: str, ground: str = "") -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(QColor(colour))
    if ground:
        style.setBackground(QColor(ground))
    return style


def _draw(painter: QPainter, document: QTextDocument, left: float, top: float) -> None:
    painter.save()
    painter.translate(QPointF(left, top))
    document.drawContents(painter)
    painter.restore()


def _bold() -> QFont:
    font = ui_font(13)
    font.setWeight(QFont.Weight.Bold)
    return font


def _draw_head(painter: QPainter, rect: QRect, row: ProposalRow, theme: Theme) -> None:
    """Where it is, the chip with its word, and the number at the right."""
    font = _bold()
    metrics = QFontMetrics(font)
    line = QRect(rect.left(), rect.top(), rect.width(), metrics.height())
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font)
    painter.setPen(QColor(theme.muted if row.decided else theme.text))
    painter.drawText(line, middle, row.label)
    line.setLeft(line.left() + metrics.horizontalAdvance(row.label) + scaled(7))
    small = ui_font(12)
    painter.setFont(small)
    painter.setPen(QColor(theme.muted))
    painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, f"{row.number} of {row.total}")
    if row.note:
        painter.drawText(line, middle, row.note)
        line.setLeft(line.left() + QFontMetrics(small).horizontalAdvance(row.note) + scaled(7))
    _draw_chip(painter, line, row, theme)


def _draw_chip(painter: QPainter, line: QRect, row: ProposalRow, theme: Theme) -> None:
    font = ui_font(11)
    metrics = QFontMetrics(font)
    size = QSize(metrics.horizontalAdvance(row.status) + scaled(14), metrics.height() + 2)
    chip = QRect(line.left(), line.center().y() - size.height() // 2, size.width(), size.height())
    ground, ink = _chip_colours(row, theme)
    painter.setPen(Qt.PenStyle.NoPen if not row.decided else QPen(QColor(theme.line)))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, row.status)


def _chip_colours(row: ProposalRow, theme: Theme) -> tuple[str, str]:
    if row.decided:
        return theme.panel, theme.muted
    if row.certainty is Certainty.CERTAIN or (row.certainty is Certainty.FACT and not row.blanks):
        return theme.inserted_soft, theme.inserted
    if row.certainty is Certainty.FACT:
        return theme.fact_soft, theme.fact
    if row.certainty is Certainty.STYLE:
        return theme.accent_soft, theme.accent
    return theme.changed_soft, theme.changed
