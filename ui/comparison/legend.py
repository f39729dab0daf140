# SPDX-License-Identifier: GPL-3.0-or-later
"""What the marks mean, drawn with the same marks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from drafting.comparing.records import Span
from drafting.translation import marked, tr
from ui.comparison.ink import Style
from ui.comparison.layout import Block
from ui.comparison.rows import WORDS, Layer, Layers, Mark
from ui.theme import current_theme, scaled, themes

_SIZE = 13  # px
_GAP, _MARGIN = 16, 12
_NAMES = {
    Layer.SUBSTANCE: (marked("gone, came"), marked("substance")),
    Layer.ROUTINE: (marked("gone, came"), marked("routine: session, date, number")),
    Layer.STYLE: (marked("gone, came"), marked("style: comma, spelling")),
    Layer.GLYPHS: (marked("gone, came"), marked("glyphs: quotes, spaces")),
}


class Legend(QWidget):
    """A sample of each class that is shown, with its name."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Layers = WORDS
        self._blocks: list[tuple[Block, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._draw_up)
        self._draw_up()

    def show_layers(self, shown: Layers) -> None:
        """Explains the marks of these classes."""
        self._shown = shown
        self._draw_up()

    def sizeHint(self) -> QSize:
        width = sum(width + scaled(_GAP) for _, width in self._blocks)
        height = max((block.height for block, _ in self._blocks), default=0.0)
        return QSize(scaled(_MARGIN) + round(width), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current_theme().muted))
        left = float(scaled(_MARGIN))
        for block, width in self._blocks:
            block.draw(painter, QPointF(left, 0))
            left += width + scaled(_GAP)

    def _draw_up(self) -> None:
        shown = [layer for layer in Layer if layer in self._shown]
        self._blocks = [self._sample(layer) for layer in shown]
        said = tr("; ").join(tr(_NAMES[layer][1]) for layer in shown)
        told = tr("Struck: only on the left. Underlined: only on the right. Marked are: {what}.").format(
            what=said or tr("no words")
        )
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.updateGeometry()
        self.update()

    def _sample(self, layer: Layer) -> tuple[Block, float]:
        words, name = map(tr, _NAMES[layer])
        block = Block(f"{words} {name}", Style(current_theme(), self._shown), _SIZE)
        first = words.index(",")
        came = Span(first + 2, len(words))
        block.mark((Mark(Span(0, first), layer, name, True), Mark(came, layer, name, False)))
        block.flow(10_000)
        return block, block.rectangles(Span(0, len(words) + 1 + len(name)))[0].right()
