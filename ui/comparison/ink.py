# SPDX-License-Identifier: GPL-3.0-or-later
"""How the marks of a comparison look: colour, ground and line by class, so that it is not colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from ui.comparison.rows import WORDS, Layer, Layers, Mark
from ui.theme import Theme


class Line(Enum):
    """The line through words that went, or under words that came."""

    THICK = "thick"
    THIN = "thin"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Ink:
    """How one mark looks; where `text` or `ground` is None, the words keep theirs."""

    line: Line
    colour: QColor
    text: QColor | None = None
    ground: QColor | None = None

    def strokes(self, place: QRectF, middle: float, step: float) -> list[QRectF]:
        """The line at a height in a stretch of text whose lines are `step` apart, piece by piece."""
        thick = max(1.5, step / 15) if self.line is Line.THICK else max(1.0, step / 20)
        whole = QRectF(place.left(), middle - thick / 2, place.width(), thick)
        return dots(whole, thick) if self.line is Line.DOTTED else [whole]


@dataclass(frozen=True, slots=True)
class Style:
    """What every text is drawn with: the colours, and the classes of marks that are shown."""

    theme: Theme
    shown: Layers = WORDS

    def ink(self, mark: Mark) -> Ink:
        """Strong for substance, pale for routine, faint for style and glyphs."""
        theme = self.theme
        if mark.layer is Layer.SUBSTANCE:
            strong, soft = (
                (theme.deleted, theme.deleted_soft) if mark.gone else (theme.inserted, theme.inserted_soft)
            )
            return Ink(Line.THICK, QColor(strong), QColor(strong), QColor(soft))
        if mark.layer is Layer.ROUTINE:
            return Ink(Line.THIN, QColor(theme.muted), QColor(theme.muted))
        return Ink(Line.DOTTED, QColor(theme.accent if mark.layer is Layer.GLYPHS else theme.muted))


def dots(place: QRectF, size: float) -> list[QRectF]:
    """A row of squares of this size along the lower edge of a place."""
    count = max(1, int(place.width() / (2 * size)))
    return [QRectF(place.left() + 2 * size * n, place.bottom() - size, size, size) for n in range(count)]
