# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is told by colour alone: painted in one colour, the marks of a kind still differ in shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat
from PySide6.QtWidgets import QApplication

from drafting.checking.records import Severity
from drafting.comparing.records import Mark, Span
from drafting.draft import Role, Run, Standing
from drafting.draft.record import DraftParagraph
from drafting.draft.stage import Stage
from drafting.resolution import Kind, Part
from ui.checks.sign import paint_sign
from ui.comparison.ink import Style
from ui.comparison.rows import Layer, Tint
from ui.comparison.rows import Mark as Difference
from ui.comparison.tints import paint_bar as paint_tint
from ui.editor.gutter import paint_bar, paint_mark
from ui.editor.lines import Line, Sort
from ui.editor.stages import paint_stage
from ui.editor.styles import Styles
from ui.theme import Theme, load_theme

BOX = QRectF(2, 2, 16, 16)
TALL = QRectF(2, 2, 5, 60)
LEAST = 0.03
"""The share of a picture in which two marks must differ to be told apart."""


def one_colour() -> Theme:
    """Every ink black, every ground white."""
    light = load_theme("light")
    grounds = {field.name for field in fields(Theme) if field.name.endswith("_soft")}
    grounds |= {"background", "panel", "page", "hover", "found", "on_accent"}
    colours = {field.name for field in fields(Theme)} - {"name", "dark"}
    return replace(light, **{name: "#FFFFFF" if name in grounds else "#000000" for name in colours})


Paint = Callable[[QPainter, Theme], None]


def picture(paint: Paint, theme: Theme) -> QImage:
    image = QImage(24, 72, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint(painter, theme)
    painter.end()
    return image


def difference(first: QImage, second: QImage) -> float:
    """The share of the marked dots of two pictures that only one of them has."""
    dots = [(x, y) for x in range(first.width()) for y in range(first.height())]
    pairs = [
        (first.pixelColor(*dot).lightness() < 160, second.pixelColor(*dot).lightness() < 160) for dot in dots
    ]
    marked = sum(one or other for one, other in pairs)
    return sum(one != other for one, other in pairs) / max(marked, 1)


def _marked(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y).lightness() < 160


def said(stage: Stage, *, stray: bool = False) -> DraftParagraph:
    """A paragraph of which the room said something; a stray reads otherwise by now."""
    words = "Decides to act;"
    agreed = ("Decides;" if stray else words,)
    return DraftParagraph("p1", Kind.OPERATIVE, Part.OPERATIVE, words, stage=stage, agreed=agreed)


ROOM = {stage.value: said(stage) for stage in Stage} | {"strays": said(Stage.AGREED, stray=True)}
KINDS: dict[str, dict[str, Paint]] = {
    "history of a paragraph": {
        mark.value: lambda painter, theme, mark=mark: paint_mark(painter, theme, mark, BOX) for mark in Mark
    },
    "bar beside a paragraph": {
        state.value: lambda painter, theme, state=state: paint_bar(painter, theme, state, TALL, 2)
        for state in Standing
    },
    "findings": {
        weight.value: lambda painter, theme, weight=weight: paint_sign(painter, weight, theme, BOX)
        for weight in Severity
    },
    "what the room said": {
        name: lambda painter, theme, one=one: paint_stage(painter, theme, one, BOX)
        for name, one in ROOM.items()
    },
    "bar of a comparison": {
        tint.value: lambda painter, theme, tint=tint: paint_tint(painter, TALL, tint, theme)
        for tint in (Tint.ADDED, Tint.BACK, Tint.REMOVED, Tint.MOVED, Tint.JOINED)
    },
}
"""By what they tell, the marks and how each is painted. Tags, chips and badges hold a word each."""


@pytest.mark.parametrize("kind", KINDS)
def test_marks_of_a_kind_differ_in_shape(qapp: QApplication, kind: str) -> None:
    drawn = {name: picture(paint, one_colour()) for name, paint in KINDS[kind].items()}
    alike = [
        (one, other) for one, other in combinations(drawn, 2) if difference(drawn[one], drawn[other]) < LEAST
    ]
    assert alike == []


def test_a_mark_that_differs_in_colour_alone_is_found(qapp: QApplication) -> None:
    def square(colour: str) -> Paint:
        return lambda painter, theme: painter.fillRect(BOX, QColor(getattr(theme, colour)))

    first, second = (picture(square(colour), one_colour()) for colour in ("inserted", "deleted"))
    assert difference(first, second) == 0
    assert picture(square("inserted"), load_theme("light")) != picture(square("deleted"), load_theme("light"))


def looks(made: QTextCharFormat) -> tuple[Any, ...]:
    """What there is to see of words but their colour."""
    return (
        made.fontStrikeOut(),
        made.underlineStyle(),
        made.fontItalic(),
        made.fontWeight(),
        made.objectType(),
    )


def test_words_of_a_kind_differ_in_their_dress(qapp: QApplication) -> None:
    """A placeholder and one that is proposed hold the same sign, and stand beside struck words or not."""
    styles, line = Styles(one_colour()), Line(Sort.PARAGRAPH, ())
    dress = {role: looks(styles.char(line, Run(role, "words", 0))) for role in Role}
    alike = [pair for pair in combinations(dress, 2) if dress[pair[0]] == dress[pair[1]]]
    assert alike == [(Role.BLANK, Role.NEW_BLANK)]


def test_classes_of_differences_differ_in_their_line(qapp: QApplication) -> None:
    """A thick line for substance, a thin one for what is routine, dots for style and glyphs."""
    style = Style(one_colour())
    dress = {}
    for layer in Layer:
        ink = style.ink(Difference(Span(0, 4), layer, "why", gone=False))
        dress[layer] = ink.line
    assert len(set(dress.values())) == 3
    assert dress[Layer.STYLE] is dress[Layer.GLYPHS]  # glyphs are shown on demand, and one by one
