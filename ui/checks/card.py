# SPDX-License-Identifier: GPL-3.0-or-later
"""How a finding is drawn as a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextCursor, QTextDocument

from drafting.translation import marked, tr, trn
from ui.checks.places import Passed
from ui.checks.rows import CheckRow
from ui.checks.sign import colours, paint_sign
from ui.panels.card import CardDelegate, block, document, draw_chip, head_font, ink
from ui.theme import Theme, current_theme, page_font, page_line, scaled, ui_font

MOST_FIXES = 3
"""Changes of one fix that a card shows; the rest is counted."""
SIGN = 13
REASON_LINE = 17
_BLANKS = {" ": marked("space"), "\N{NO-BREAK SPACE}": marked("no-break space")}
_HARD = "\N{NO-BREAK SPACE}"
_SEEN = "\N{DEGREE SIGN}"
"""Stands for a no-break space, as in Word, where that is all that differs."""


class CheckCards(CardDelegate):
    """Sign, place and severity in the head; the rule, the words or what would mend them, and why."""

    def texts(self, row: CheckRow, chosen: bool, width: int) -> Sequence[QTextDocument]:
        theme, passed = current_theme(), row.passed is not Passed.NOWHERE
        title = document(ui_font(13), width, scaled(18))
        strong = ink(theme.muted if passed else theme.text)
        strong.setFontWeight(QFont.Weight.DemiBold)
        QTextCursor(title).insertText(row.title, strong)
        if passed and not chosen:
            return (title,)
        why = document(ui_font(12), width, scaled(REASON_LINE))
        QTextCursor(why).insertText(row.message, ink(theme.muted))
        words = document(page_font(15), width, page_line(14))
        if not _write_words(QTextCursor(words), row, theme):
            return title, why
        return title, words, why

    def quiet(self, row: CheckRow) -> bool:
        return row.passed is not Passed.NOWHERE

    def draw_head(self, painter: QPainter, line: QRect, row: CheckRow, theme: Theme) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        quiet = self.quiet(row)
        small = ui_font(12)
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        if not quiet:
            size = scaled(SIGN)
            box = QRectF(line.left(), line.center().y() - size / 2 + 0.5, size, size)
            paint_sign(painter, row.severity, theme, box)
            painter.drawText(
                line,
                middle | Qt.AlignmentFlag.AlignRight,
                tr("{number} of {total}").format(number=row.number, total=row.total),
            )
            line.setLeft(line.left() + size + scaled(7))
        painter.setFont(head_font())
        painter.setPen(QColor(theme.muted if quiet else theme.text))
        painter.drawText(line, middle, row.label)
        line.setLeft(line.left() + QFontMetrics(head_font()).horizontalAdvance(row.label) + scaled(7))
        if row.note:
            painter.setFont(small)
            painter.setPen(QColor(theme.muted))
            painter.drawText(line, middle, row.note)
            line.setLeft(line.left() + QFontMetrics(small).horizontalAdvance(row.note) + scaled(7))
        ground = (theme.panel, theme.muted) if quiet else colours(row.severity, theme)
        draw_chip(painter, line, row.status, ground, theme.line if quiet else "")


def _write_words(cursor: QTextCursor, row: CheckRow, theme: Theme) -> bool:
    """Write what the fix would do, or else the words found; False when there is nothing to be seen."""
    if not row.fixes:
        if row.shown_words.strip():
            cursor.insertText(f"“{row.shown_words}”", ink(theme.text))
        return bool(row.shown_words.strip())
    for number, change in enumerate(row.fixes[:MOST_FIXES]):
        if number:
            cursor.insertBlock(block(page_line(14)))
        cursor.insertText(change.before, ink(theme.text))
        _write_fix(cursor, *seen(change.old, change.new), theme)
        cursor.insertText(change.after, ink(theme.text))
    if len(row.fixes) > MOST_FIXES:
        left = len(row.fixes) - MOST_FIXES
        cursor.insertText(f"  {trn('and {n} more', 'and {n} more', left)}", ink(theme.muted))
    return True


def _write_fix(cursor: QTextCursor, old: str, new: str, theme: Theme) -> None:
    if old:
        struck = ink(theme.deleted)
        struck.setFontStrikeOut(True)
        cursor.insertText(old, struck)
        cursor.insertText("\u2009" if new else "", ink(theme.text))
    if new:
        put_in = ink(theme.inserted)
        put_in.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        cursor.insertText(new, put_in)


def seen(old: str, new: str) -> tuple[str, str]:
    """What a fix takes out and puts in so that the difference can be seen: blanks have names or signs."""
    if not (old + new).strip():
        return tr(_BLANKS.get(old, old)), tr(_BLANKS.get(new, new))
    if old.replace(_HARD, " ") == new.replace(_HARD, " "):
        return old.replace(_HARD, _SEEN), new.replace(_HARD, _SEEN)
    return old, new
