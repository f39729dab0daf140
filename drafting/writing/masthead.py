# SPDX-License-Identifier: GPL-3.0-or-later
"""The masthead of a document without the emblem: a floating table, drawn as measured (rule 9.2).

The emblem is left out because its use needs leave (rule 9.8).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafting.resolution import Resolution
from drafting.updating.records import PLACEHOLDER
from drafting.writing.bodies import is_adopted, organ_above, original_line, phrase
from drafting.writing.layout import Layout
from drafting.writing.ooxml import Element, w
from drafting.writing.options import WordOptions


@dataclass(frozen=True, slots=True)
class Words:
    """What one line of the masthead says, and how: `size` in points, 0 for that of the text."""

    text: str
    size: int = 0
    bold: bool = False


Setter = Callable[[str], Sequence[Element]]
"""Gives the runs of a line of the masthead by its name."""


def masthead_words(resolution: Resolution, options: WordOptions) -> Mapping[str, Words]:
    """What the masthead of a resolution says, line by line; of the symbol the first part stands large."""
    masthead = resolution.masthead
    first, stroke, rest = (masthead.symbol or PLACEHOLDER).partition("/")
    return {
        "united nations": Words(phrase("united_nations"), 14),
        "organ of the symbol": Words(first, 20),
        "symbol": Words(stroke + rest),
        "organ": Words(organ_above(masthead), 20, bold=True),
        "distribution": Words(phrase("general" if is_adopted(resolution) else "limited")),
        "issued": Words(options.issued),
        "original": Words(original_line(masthead, adopted=is_adopted(resolution))),
    }


def masthead_lines(resolution: Resolution, options: WordOptions) -> list[str]:
    """The masthead line by line, for a text that has no columns; a line that says nothing is left out."""
    words = masthead_words(resolution, options)
    symbol = words["organ of the symbol"].text + words["symbol"].text
    names = ("organ", "distribution", "issued", "original")
    lines = [words["united nations"].text, symbol, *(words[name].text for name in names)]
    return [line for line in lines if line]


def masthead_table(layout: Layout, runs: Setter) -> Element:
    """United Nations and symbol, organ and distribution."""
    place = layout["masthead"]
    one, two, three, four = columns = place["columns"]
    heights, rules = place["rows"], place["rules"]
    symbol = [*runs("organ of the symbol"), *runs("symbol")]
    first = [
        _cell(one, 1, rules[0], [_line("MastheadDistr")]),
        _cell(two, 1, rules[0], [_line("MastheadName", runs("united nations"))], low=True),
        _cell(three + four, 2, rules[0], [_line("MastheadSymbol", symbol)], low=True),
    ]
    lines = [_line("MastheadDistr", runs("distribution"), before=place["distribution"])]
    lines += [_line("MastheadDistr", made) for made in (runs("issued"), (), runs("original"))]
    second = [
        _cell(one, 1, rules[1], [_line("MastheadDistr")]),
        _cell(two + three, 2, rules[1], [_line("MastheadOrgan", runs("organ"))]),
        _cell(four, 1, rules[1], lines),
    ]
    grid = w("tblGrid", *(w("gridCol", w=width) for width in columns))
    return w("tbl", _table_properties(layout), grid, _row(heights[0], first), _row(heights[1], second))


def _table_properties(layout: Layout) -> Element:
    place = layout["masthead"]
    anchor = {"vertAnchor": "page", "horzAnchor": "page", "tblpX": place["x"], "tblpY": place["y"]}
    return w(
        "tblPr",
        w("tblpPr", leftFromText=142, rightFromText=142, topFromText=0, bottomFromText=0, **anchor),
        w("tblOverlap", val="never"),
        w("tblW", w=sum(place["columns"]), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )


def _row(height: int, cells: Sequence[Element]) -> Element:
    return w("tr", w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="exact")), *cells)


def _cell(width: int, span: int, rule: int, content: Sequence[Element], *, low: bool = False) -> Element:
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(w("gridSpan", val=span))
    properties.append(w("tcBorders", w("bottom", val="single", sz=rule, space=0, color="auto")))
    if low:
        properties.append(w("vAlign", val="bottom"))
    return w("tc", properties, *content)


def _line(style: str, runs: Iterable[Element] = (), *, before: int = 0) -> Element:
    spaces = [w("spacing", before=before)] if before else []
    return w("p", w("pPr", w("pStyle", val=style), *spaces), *runs)
