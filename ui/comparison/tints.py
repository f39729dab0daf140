# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside and under a cell: a bar and tags that say that its paragraph came, went or moved.

Each has a shape and a sign of its own, so that no one needs to tell colours apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui.comparison.rows import Tag, Tint
from ui.theme import Theme, scaled, ui_font

BAR = 5  # px

_COLOURS = {
    Tint.ADDED: ("inserted", "inserted_soft"),
    Tint.BACK: ("accent", "accent_soft"),
    Tint.REMOVED: ("deleted", "deleted_soft"),
    Tint.MOVED: ("new", "new_soft"),
    Tint.JOINED: ("new", "new_soft"),
    Tint.GUESS: ("changed", "changed_soft"),
    Tint.HAND: ("muted", "hover"),
}
_SIGNS = {Tint.ADDED: "+ ", Tint.BACK: "↺ ", Tint.REMOVED: "− ", Tint.MOVED: "↕ "}
_DASH, _GAP = 7, 5  # px of a bar that is broken


def tint_colour(tint: Tint, theme: Theme) -> QColor:
    """The colour of a tint in a theme."""
    return QColor(getattr(theme, _COLOURS[tint][0]))


def shown_words(tag: Tag) -> str:
    """What a tag reads, with its sign."""
    return _SIGNS.get(tag.tint, "") + tag.text


def paint_bar(painter: QPainter, place: QRectF, tint: Tint, theme: Theme) -> None:
    """The bar at the left edge of a cell: whole if new, broken if gone, dotted if back, double if moved."""
    for piece in bar_pieces(place, tint):
        painter.fillRect(piece, tint_colour(tint, theme))


def bar_pieces(place: QRectF, tint: Tint) -> Iterator[QRectF]:
    """The rectangles of which a bar is made."""
    width = float(scaled(BAR))
    thin = width * 0.6
    if tint is Tint.MOVED:
        line = max(width * 0.3, 1.0)
        yield QRectF(place.left(), place.top(), line, place.height())
        yield QRectF(place.left() + width - line, place.top(), line, place.height())
    elif tint in (Tint.REMOVED, Tint.BACK):
        dash = scaled(_DASH) if tint is Tint.REMOVED else thin
        top = place.top()
        while top < place.bottom():
            yield QRectF(place.left(), top, thin, min(dash, place.bottom() - top))
            top += dash + (scaled(_GAP) if tint is Tint.REMOVED else thin)
    elif tint is not Tint.JOINED:  # which has a bracket
        yield QRectF(place.left(), place.top(), thin, place.height())


def paint_tag(painter: QPainter, room: QRectF, tag: Tag, theme: Theme) -> None:
    """Paints one in the room there is; its end is cut where that is too narrow."""
    ink, ground = (QColor(getattr(theme, name)) for name in _COLOURS[tag.tint])
    font, words = ui_font(12), shown_words(tag)
    metrics = QFontMetricsF(font)
    width = min(metrics.horizontalAdvance(words) + 2 * scaled(7), room.width())
    place = QRectF(room.left(), room.top(), width, room.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, 4, 4)
    painter.setFont(font)
    painter.setPen(ink)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 2 * scaled(6))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
