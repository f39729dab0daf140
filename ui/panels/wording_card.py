# SPDX-License-Identifier: GPL-3.0-or-later
"""How a wording of the history is drawn as a card."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextCharFormat, QTextCursor, QTextDocument

from ui.panels.card import CardDelegate, document, draw_chip, head_font, ink
from ui.panels.wording_rows import WordingRow
from ui.panels.wordings import Wording
from ui.theme import Theme, current_theme, page_font, page_line, scaled, ui_font


class WordingCards(CardDelegate):
    """The versions and the place in the head; the text with what came struck out and underlined below."""

    def texts(self, row: WordingRow, chosen: bool, width: int) -> Sequence[QTextDocument]:
        if row.gap:
            return ()
        text = document(page_font(15), width, page_line(14))
        _write(QTextCursor(text), row.wording, current_theme())
        return (text,)

    def looks(self, row: WordingRow) -> object:
        return row.gap, row.wording

    def quiet(self, row: WordingRow) -> bool:
        return row.gap or row.wording.same

    def draw_head(self, painter: QPainter, line: QRect, row: WordingRow, theme: Theme) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        wording = row.wording
        small = ui_font(12)
        if row.gap:
            painter.setFont(small)
            painter.setPen(QColor(theme.muted))
            painter.drawText(line, middle, wording.state[:1].upper() + wording.state[1:])
            return
        title = QFontMetrics(head_font()).elidedText(wording.title, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(head_font())
        painter.setPen(QColor(theme.muted if wording.same else theme.text))
        painter.drawText(line, middle, title)
        line.setLeft(line.left() + QFontMetrics(head_font()).horizontalAdvance(title) + scaled(7))
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        painter.drawText(line, middle, wording.place)
        line.setLeft(line.left() + QFontMetrics(small).horizontalAdvance(wording.place) + scaled(7))
        if wording.state and line.width() > QFontMetrics(ui_font(11)).horizontalAdvance(wording.state):
            draw_chip(painter, line, wording.state, *_chip(wording, theme))


def _chip(wording: Wording, theme: Theme) -> tuple[tuple[str, str], str]:
    """Ground, ink and edge of the word on what a wording brought."""
    if wording.same:
        return (theme.panel, theme.muted), theme.line
    if wording.first:
        return (theme.new_soft, theme.new), ""
    return (theme.changed_soft, theme.changed), ""


def pieces(wording: Wording) -> list[tuple[str, str]]:
    """The text of a wording in stretches, each with what it is: "", "out" or "in"; blanks are not marked."""
    found, at = [], 0
    for edit in wording.edits:
        lead, new, tail = _bare(edit.new.of(wording.text))
        old_lead, old, old_tail = _bare(edit.old.of(wording.before))
        found += [(wording.text[at : edit.new.start], ""), (lead or ("" if new else old_lead), "")]
        found += [(old, "out"), (" " if old and new else "", ""), (new, "in")]
        found.append((tail or ("" if new else old_tail), ""))
        at = edit.new.end
    found.append((wording.text[at:], ""))
    return [(words, kind) for words, kind in found if words]


def marked_html(wording: Wording, theme: Theme) -> str:
    """The text of a wording as rich text: struck what it took out, underlined what it put in."""
    marks = {"out": ("s", theme.deleted), "in": ("u", theme.inserted)}
    parts = []
    for words, kind in pieces(wording):
        tag, colour = marks.get(kind, ("", ""))
        shown = escape(words)
        parts.append(f'<{tag} style="color:{colour}">{shown}</{tag}>' if tag else shown)
    return "".join(parts)


def _bare(words: str) -> tuple[str, str, str]:
    """Words without the white space around them: before, words, after."""
    bare = words.strip()
    start = words.find(bare) if bare else len(words)
    return words[:start], bare, words[start + len(bare) :]


def _write(cursor: QTextCursor, wording: Wording, theme: Theme) -> None:
    struck = ink(theme.deleted)
    struck.setFontStrikeOut(True)
    under = ink(theme.inserted)
    under.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    styles = {"out": struck, "in": under, "": ink(theme.muted if wording.same else theme.text)}
    for words, kind in pieces(wording):
        cursor.insertText(words, styles[kind])
