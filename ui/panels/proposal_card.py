# SPDX-License-Identifier: GPL-3.0-or-later
"""How a proposal is drawn as a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextCursor, QTextDocument

from drafting.draft import Decision
from drafting.translation import tr
from drafting.updating.records import Certainty
from ui.panels.card import CardDelegate, block, document, draw_chip, head_font, ink
from ui.panels.proposal_rows import ProposalRow, pieces
from ui.theme import Theme, current_theme, page_font, page_line, scaled, ui_font

REASON_LINE = 17


class ProposalCards(CardDelegate):
    """Place, state and number in the head, the change and its reason under it; the evidence when chosen."""

    def texts(self, row: ProposalRow, chosen: bool, width: int) -> Sequence[QTextDocument]:
        theme = current_theme()
        change = document(page_font(15), width, page_line(14))
        _write_change(QTextCursor(change), row, theme)
        if row.decided and not chosen:
            return (change,)
        why = document(ui_font(12), width, scaled(REASON_LINE))
        _write_reason(QTextCursor(why), row, theme, chosen)
        return change, why

    def looks(self, row: ProposalRow) -> object:
        """What stands in the texts; not the place, which another paragraph before it gives a new number."""
        words = row.before, row.old, row.new, row.after
        return words, row.decision, row.reason, row.shared, row.evidence

    def quiet(self, row: ProposalRow) -> bool:
        return row.decided

    def draw_head(self, painter: QPainter, line: QRect, row: ProposalRow, theme: Theme) -> None:
        metrics = QFontMetrics(head_font())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(head_font())
        painter.setPen(QColor(theme.muted if row.decided else theme.text))
        painter.drawText(line, middle, row.label)
        line.setLeft(line.left() + metrics.horizontalAdvance(row.label) + scaled(7))
        small = ui_font(12)
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            line,
            middle | Qt.AlignmentFlag.AlignRight,
            tr("{number} of {total}").format(number=row.number, total=row.total),
        )
        if row.note:
            painter.drawText(line, middle, row.note)
            line.setLeft(line.left() + QFontMetrics(small).horizontalAdvance(row.note) + scaled(7))
        draw_chip(painter, line, row.status, _chip_colours(row, theme), theme.line if row.decided else "")


def _write_change(cursor: QTextCursor, row: ProposalRow, theme: Theme) -> None:
    plain = ink(theme.text)
    quiet = ink(theme.muted)
    cursor.insertText(row.before, plain if not row.decided else quiet)
    if row.decided or row.same:
        kept = row.same or row.decision in (Decision.KEPT, Decision.OVERTAKEN)
        cursor.insertText(
            row.old if kept else row.new, quiet if row.decision is Decision.OVERTAKEN else plain
        )
    else:
        old = ink(theme.deleted, theme.deleted_soft if theme.name == "contrast" else "")
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
    style = ink(colour, theme.fact_soft if missing else "")
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle[line])
    cursor.insertText(row.new, style)


def _write_reason(cursor: QTextCursor, row: ProposalRow, theme: Theme, chosen: bool) -> None:
    muted = ink(theme.muted)
    cursor.insertText(row.reason, muted)
    if row.shared:
        cursor.insertText(f" {row.shared}" if row.reason else row.shared, muted)
    if not chosen:
        return
    strong = ink(theme.muted)
    strong.setFontWeight(QFont.Weight.DemiBold)
    for number, (place, words) in enumerate(row.evidence):
        cursor.insertBlock(block(scaled(REASON_LINE), 0 if number else scaled(5)))
        cursor.insertText(f"{place}  ", strong)
        cursor.insertText(words, muted)


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
