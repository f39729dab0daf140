# SPDX-License-Identifier: GPL-3.0-or-later
"""The signs of the severities, which differ in shape as well as in hue, and the wave under found words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from drafting.checking.records import Severity
from ui.theme import Theme

WAVE = 3.0  # the height of a wave and half its length, in logical pixels


def colours(severity: Severity, theme: Theme) -> tuple[str, str]:
    """The soft ground of a severity and its colour."""
    return {
        Severity.ERROR: (theme.deleted_soft, theme.deleted),
        Severity.WARNING: (theme.changed_soft, theme.changed),
        Severity.INFO: (theme.accent_soft, theme.accent),
    }[severity]


def paint_sign(painter: QPainter, severity: Severity, theme: Theme, box: QRectF) -> None:
    """An error is a filled disc with a cross, a warning a triangle with a stroke, a look an open ring."""
    colour = QColor(colours(severity, theme)[1])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    inner = QPen(QColor(theme.page), max(1.2, box.width() / 9))
    inner.setCapStyle(Qt.PenCapStyle.RoundCap)
    middle, part = box.center(), box.width() / 5
    if severity is Severity.ERROR:
        painter.drawEllipse(box)
        painter.setPen(inner)
        painter.drawLine(middle + QPointF(-part, -part), middle + QPointF(part, part))
        painter.drawLine(middle + QPointF(-part, part), middle + QPointF(part, -part))
    elif severity is Severity.WARNING:
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
        painter.setPen(inner)
        painter.drawLine(middle + QPointF(0, -0.4 * part), middle + QPointF(0, 0.9 * part))
        painter.drawPoint(middle + QPointF(0, 1.7 * part))
    else:
        painter.setPen(QPen(colour, inner.widthF()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
        painter.drawLine(middle + QPointF(0, -0.1 * part), middle + QPointF(0, 1.3 * part))
        painter.drawPoint(middle + QPointF(0, -1.4 * part))
    painter.restore()


def paint_wave(painter: QPainter, severity: Severity, theme: Theme, rects: Iterable[QRectF]) -> None:
    """A wavy line at the foot of each rectangle and no wider: no other mark of the page is wavy."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours(severity, theme)[1]), 1.1))
    for rect in rects:
        foot, x, low = rect.bottom() - 1, rect.left(), True
        points = [QPointF(x, foot)]
        while x < rect.right():
            x, low = min(x + WAVE, rect.right()), not low
            points.append(QPointF(x, foot if low else foot - WAVE))
        painter.drawPolyline(QPolygonF(points))
    painter.restore()
