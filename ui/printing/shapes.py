# SPDX-License-Identifier: GPL-3.0-or-later
"""How each sort of paragraph is set on paper, by the same layouts that Word files are written in.

Lengths are twips, 1440 to the inch, from the left edge of the column; sizes of type are points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageSize

from drafting.data import load
from drafting.writing.laid import Laid
from drafting.writing.layout import Layout
from ui.fonts import serif

POINT = 20
"""Twips in a point."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the lines of a paragraph stand, and the type they are set in.

    `first` is the left end of the first line, `left` of all others. `tabs` are places by their kind.
    """

    left: int
    right: int
    first: int
    before: int
    after: int
    pitch: int
    """The least distance of lines; `exact` when the distance is this one, whatever stands in them."""
    exact: bool
    size: float
    bold: bool
    italic: bool
    align: str
    tabs: tuple[tuple[str, int], ...]
    keep_next: bool
    new_page: bool
    rule: float = 0
    """How thick the rule over the paragraph is; 0 for none."""

    @property
    def font(self) -> QFont:
        """The type, in twips for pixels."""
        font = serif(round(self.size * POINT))
        font.setBold(self.bold)
        font.setItalic(self.italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @property
    def line(self) -> float:
        """The distance of its lines."""
        height = QFontMetricsF(self.font).height()
        return float(self.pitch) if self.exact else max(float(self.pitch), height)

    @property
    def side(self) -> Qt.AlignmentFlag:
        """To which side the lines are set."""
        sides = {"both": Qt.AlignmentFlag.AlignJustify, "right": Qt.AlignmentFlag.AlignRight}
        return sides.get(self.align, Qt.AlignmentFlag.AlignLeft)


def shape_of(layout: Layout, style: str) -> Shape:
    """The shape of a style of the layout, by its id."""
    found = _merged(layout, style)
    left, pitch = found.get("left", 0), found.get("line", [240, "atLeast"])
    first = left + found.get("first_line", 0) - found.get("hanging", 0)
    tabs = [(kind, place) for kind, place in found.get("tabs", ())]
    if found.get("hanging"):  # the text of a hanging paragraph begins where its other lines do
        tabs.append(("left", left))
    return Shape(
        left,
        found.get("right", 0),
        first,
        found.get("before", 0),
        found.get("after", 0),
        0 if pitch[1] == "auto" else pitch[0],
        pitch[1] == "exact",
        found["size"],
        bool(found.get("bold")),
        bool(found.get("italic")),
        found.get("align", "left"),
        tuple(tabs),
        bool(found.get("keep") or found.get("keep_next")),
        bool(found.get("new_page")),
        _rule(found),
    )


def laid_shape(layout: Layout, laid: Laid) -> Shape:
    """The shape of one laid paragraph: that of its style, and what is its own."""
    shape = shape_of(layout, laid.style)
    return replace(
        shape,
        before=shape.before if laid.before is None else laid.before,
        after=shape.after if laid.after is None else laid.after,
        size=laid.size or shape.size,
        bold=shape.bold or laid.bold,
        italic=shape.italic or laid.italic,
        keep_next=shape.keep_next or laid.keep_next,
        new_page=shape.new_page or laid.new_page,
    )


def _rule(found: Mapping[str, Any]) -> float:
    side, eighths, _ = found.get("border", ("", 0, 0))
    return eighths * POINT / 8 if side == "top" else 0.0


def _merged(layout: Layout, style: str) -> Mapping[str, Any]:
    """All that holds of a style: its own, that of the style it is based on, and that of all text."""
    styles = {one["id"]: one for one in layout["styles"]}
    chain = [styles[style]]
    while (base := chain[-1].get("based_on")) is not None:
        chain.append(styles[base])
    merged: dict[str, Any] = {**styles["Normal"]}
    for one in reversed(chain):
        merged |= one
    return merged


def usual_paper(territory: str = "") -> str:
    """The paper of a country by its code, "A4" or "Letter"; of this computer's country without one."""
    code = territory or QLocale.territoryToCode(QLocale.system().territory())
    return "Letter" if code in load("paper")["letter"] else "A4"


def page_size(paper: str) -> QPageSize:
    """The size of a paper of `settings.PAPERS`; of the usual one for ""."""
    letter = (paper or usual_paper()) == "Letter"
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)
