# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room said of a paragraph, in words and as signs that differ in shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from drafting.draft import DraftParagraph, Stage
from drafting.draft.bracketing import brackets_of
from drafting.draft.negotiating import stage_note
from drafting.translation import marked, tr, trn
from ui.theme import Theme

SIGNS: Mapping[str, str] = {
    marked("agreed"): marked("disc with a tick: agreed"),
    marked("ad referendum"): marked("ring with a tick: agreed ad referendum"),
    marked("changed since"): marked("diamond with a tick: agreed, changed since"),
    marked("placement"): marked("arrow up and down: placement to be decided"),
    marked("note"): marked("sheet: private note"),
}
"""The signs in a word each, and what a screen reader says of them."""
_STAGES: tuple[tuple[Stage | None, bool], ...] = (
    (Stage.AGREED, False),
    (Stage.AD_REFERENDUM, False),
    (Stage.AGREED, True),
    (Stage.PLACEMENT, False),
    (None, False),
)
"""What they stand for, in the same order: the state, and whether the words were changed since."""


def told_negotiation(paragraph: DraftParagraph) -> str:
    """What the room said, the open brackets and the private note, a sentence a line; "" for none."""
    return "\n".join(_told(paragraph))


def _told(paragraph: DraftParagraph) -> Iterator[str]:
    if note := stage_note(paragraph):
        yield f"{note[:1].upper()}{note[1:]}"
    if count := sum(1 for _ in brackets_of(paragraph)):
        yield trn("{n} pair of square brackets open", "{n} pairs of square brackets open", count)
    if paragraph.memo:
        yield tr("Your note: {words}").format(words=paragraph.memo)


def paint_stage(painter: QPainter, theme: Theme, paragraph: DraftParagraph, box: QRectF) -> None:
    """What the room said: a disc, ring or diamond with a tick, a double arrow; nothing while open."""
    if paragraph.stage is not Stage.OPEN:
        _paint(painter, theme, paragraph.stage, box, strays=paragraph.strays)


def paint_sign_of(name: str, painter: QPainter, theme: Theme, box: QRectF) -> None:
    """One of `SIGNS` by itself."""
    stage, strays = dict(zip(SIGNS, _STAGES, strict=True))[name]
    if stage is None:
        paint_memo(painter, theme, box)
    else:
        _paint(painter, theme, stage, box, strays=strays)


def _paint(painter: QPainter, theme: Theme, stage: Stage, box: QRectF, *, strays: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    colour = QColor(theme.changed if strays else theme.edited)
    painter.setPen(QPen(colour, box.width() / 9))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle, half = box.center(), box.width() / 2
    if stage is Stage.PLACEMENT:
        painter.setPen(QPen(QColor(theme.accent), box.width() / 8))
        _arrows(painter, middle, half)
    elif strays:
        tips = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
        painter.drawPolygon(QPolygonF([middle + tip for tip in tips]))
        _tick(painter, middle, half * 0.72)
    elif stage is Stage.AGREED:
        painter.setBrush(colour)
        painter.drawEllipse(middle, half * 0.92, half * 0.92)
        painter.setPen(QPen(QColor(theme.page), box.width() / 6))
        _tick(painter, middle, half)
    else:
        painter.drawEllipse(middle, half * 0.92, half * 0.92)
        _tick(painter, middle, half)
    painter.restore()


def _tick(painter: QPainter, middle: QPointF, half: float) -> None:
    points = ((-0.45, 0.0), (-0.1, 0.38), (0.48, -0.35))
    painter.drawPolyline([middle + QPointF(x * half, y * half) for x, y in points])


def _arrows(painter: QPainter, middle: QPointF, half: float) -> None:
    painter.drawLine(middle + QPointF(0, -half * 0.95), middle + QPointF(0, half * 0.95))
    for way in (-1, 1):
        tip = middle + QPointF(0, way * half * 0.95)
        sides = [tip + QPointF(side * half * 0.5, -way * half * 0.5) for side in (-1, 1)]
        painter.drawPolyline([sides[0], tip, sides[1]])


def paint_memo(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """The sign of a private note: a written sheet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(theme.muted), 1.2))
    painter.setBrush(QColor(theme.page))
    sheet = box.adjusted(box.width() * 0.1, 0.5, -box.width() * 0.1, -0.5)
    painter.drawRect(sheet)
    for share in (0.3, 0.52, 0.74):
        y = sheet.top() + sheet.height() * share
        right = sheet.right() - sheet.width() * (0.4 if share > 0.7 else 0.2)
        painter.drawLine(QPointF(sheet.left() + sheet.width() * 0.2, y), QPointF(right, y))
    painter.restore()
