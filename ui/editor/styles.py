# SPDX-License-Identifier: GPL-3.0-or-later
"""The look of the page's text: every sort of block and every role of a run as a Qt format."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from drafting.draft import Role, Run
from ui.editor.lines import GAP, HEAD, Line, Sort, proposed
from ui.theme import Theme, page_font, page_line, scaled, ui_font

_USER = int(QTextFormat.Property.UserProperty)
KEY = _USER + 1
"""Block: the key of its paragraph."""
SORT = _USER + 2
"""Block: what it is, a value of `Sort`."""
NOTE = _USER + 3
"""Block: the key of its footnote, when it is one."""
SIGN = _USER + 4
"""Character: all that tells one look from another, as one string; runs with equal signs look equal."""
PROPOSED = _USER + 5
"""Character: true for what is shown but no part of the draft."""
SUBJECT = _USER + 6
"""Character: the proposal or footnote it belongs to."""
NUMBER = _USER + 7
"""Character: the number of a footnote mark."""
MARK = int(QTextFormat.ObjectTypes.UserObject) + 1
"""The inline object that is a footnote mark."""

_SIZES = {Sort.ORGAN: 12, Sort.TITLE: 19, Sort.NOTE: 13}
_ABOVE = {Sort.HEADING: 8}
_ABOVE_UNIT = 30
_BELOW = {Sort.ORGAN: 10, Sort.TITLE: 16}
_Underline = QTextCharFormat.UnderlineStyle
_UNDERLINES = {
    Role.NEW: _Underline.SingleUnderline,
    Role.NEW_BLANK: _Underline.DotLine,
    Role.BLANK: _Underline.DotLine,
    Role.REMARK: _Underline.DashUnderline,
}
INDENT = 26
"""How far a level of subparagraphs stands in, in pixels at normal text size."""
NOTE_INDENT = 16
"""Room for the number before a footnote."""


class Styles:
    """The formats of one theme at one text size."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._chars: dict[str, QTextCharFormat] = {}

    def block(self, line: Line) -> QTextBlockFormat:
        """The format of a block, with the identity of its paragraph in it."""
        made = QTextBlockFormat()
        made.setProperty(SORT, line.sort.value)
        if line.key:
            made.setProperty(KEY, line.key)
        if line.note:
            made.setProperty(NOTE, line.note)
        height = page_line(_SIZES.get(line.sort, 15))
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTopMargin(scaled(_ABOVE[line.sort]) if line.sort in _ABOVE else 0)
        if line.sort is Sort.HEADING and line.number:  # a new text: room for its name, and its title under it
            made.setTopMargin(scaled(_ABOVE_UNIT) + page_line())
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        made.setBottomMargin(scaled(4 if line.tight else _BELOW.get(line.sort, 12)))
        indent = line.level * INDENT + (NOTE_INDENT if line.sort is Sort.NOTE else 0)
        made.setLeftMargin(scaled(indent) if indent else 0)
        return made

    def char(self, line: Line, run: Run) -> QTextCharFormat:
        """The format of a run in its block."""
        sign = sign_of(line, run)
        if sign not in self._chars:
            self._chars[sign] = self._made(line, run, sign)
        return self._chars[sign]

    def _made(self, line: Line, run: Run, sign: str) -> QTextCharFormat:
        made = self._plain(line.sort)
        made.setProperty(SIGN, sign)
        made.setProperty(PROPOSED, proposed(run))
        if run.key:
            made.setProperty(SUBJECT, run.key)
        if run.role is Role.OPENING:
            made.setFontItalic(True)
        elif run.role is Role.OLD:
            made.setForeground(QColor(self.theme.deleted))
            made.setFontStrikeOut(True)
        elif run.role is Role.MARK:
            made.setObjectType(MARK)
            made.setProperty(NUMBER, run.text)
            made.setForeground(QColor(self.theme.accent))
        elif run.role in _UNDERLINES and run.text != GAP:
            self._underline(made, run.role)
        elif run.role is Role.BRACKET:  # bold, so that it is seen without colour too
            made.setFontWeight(QFont.Weight.Black.value)
            made.setForeground(QColor(self.theme.changed))
        if run.disputed and run.role not in (Role.MARK, Role.BLANK, Role.NEW_BLANK) and run.text != GAP:
            made.setBackground(QColor(self.theme.changed_soft))
        return made

    def _underline(self, made: QTextCharFormat, role: Role) -> None:
        colours = {Role.NEW: self.theme.inserted, Role.REMARK: self.theme.accent}
        colour = QColor(colours.get(role, self.theme.fact))
        made.setUnderlineColor(colour)
        made.setUnderlineStyle(_UNDERLINES[role])
        if role is not Role.REMARK:
            made.setForeground(colour)
        if role in (Role.BLANK, Role.NEW_BLANK):
            made.setBackground(QColor(self.theme.fact_soft))

    def _plain(self, sort: Sort) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(QColor(self.theme.muted if sort in (Sort.ORGAN, Sort.NOTE) else self.theme.text))
        if sort is Sort.ORGAN:
            made.setFont(ui_font(_SIZES[sort]))
        elif sort in _SIZES:
            made.setFont(page_font(_SIZES[sort]))
        if sort in (Sort.TITLE, Sort.HEADING):
            made.setFontWeight(QFont.Weight.Bold.value)
        return made


def sign_of(line: Line, run: Run) -> str:
    """What tells the look of a run from others; a mark's number belongs to it."""
    size = line.sort.value if line.sort in HEAD or line.sort in (Sort.NOTE, Sort.HEADING) else ""
    if run.role is Role.MARK:
        return f"{size} mark {run.key} {run.text}"
    if run.role is Role.NEW and run.text == GAP:
        return f"{size} gap {run.key}"
    return f"{size} {run.role.value} {run.key}{' disputed' if run.disputed else ''}"
