# SPDX-License-Identifier: GPL-3.0-or-later
"""The masthead of a document without the emblem: a floating table, drawn as measured (rule 9.2).

The emblem is left out because its use needs leave (rule 9.8).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafting.data import language_name
from drafting.resolution import Masthead, Resolution
from drafting.updating.records import PLACEHOLDER
from drafting.writing.bodies import is_adopted, organ_above, phrase
from drafting.writing.layout import Layout
from drafting.writing.ooxml import Element, w
from drafting.writing.options import WordOptions
from drafting.writing.runs import plain_runs, run_elements


def masthead_table(resolution: Resolution, layout: Layout, options: WordOptions) -> Element:
    """United Nations and symbol, organ and distribution."""
    masthead = resolution.masthead
    place = layout["masthead"]
    one, two, three, four = columns = place["columns"]
    heights, rules = place["rows"], place["rules"]
    first = [
        _cell(one, 1, rules[0], [w("p")]),
        _cell(two, 1, rules[0], [_united_nations()], low=True),
        _cell(three + four, 2, rules[0], [_symbol(masthead, options)], low=True),
    ]
    second = [
        _cell(one, 1, rules[1], [w("p")]),
        _cell(two + three, 2, rules[1], [_organ(masthead, options)]),
        _cell(four, 1, rules[1], _distribution(is_adopted(resolution), masthead.language, options)),
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


def _line(runs: Iterable[Element], *properties: Element) -> Element:
    return w("p", w("pPr", *properties), *runs)


def _united_nations() -> Element:
    runs = run_elements(plain_runs(phrase("united_nations")), highlight=False, size=14)
    return _line(runs, w("spacing", after=80, line=300, lineRule="exact"))


def _symbol(masthead: Masthead, options: WordOptions) -> Element:
    """The symbol with its first part large."""
    first, stroke, rest = (masthead.symbol or PLACEHOLDER).partition("/")
    yellow = options.highlight_placeholders
    runs = [
        *run_elements(plain_runs(first), highlight=yellow, size=20),
        *run_elements(plain_runs(stroke + rest), highlight=yellow),
    ]
    return _line(runs, w("jc", val="right"))


def _organ(masthead: Masthead, options: WordOptions) -> Element:
    name = plain_runs(organ_above(masthead))
    runs = run_elements(name, highlight=options.highlight_placeholders, bold=True, size=20)
    return _line(runs, w("spacing", before=120, line=420, lineRule="exact"))


def _distribution(adopted: bool, language: str, options: WordOptions) -> list[Element]:
    kind = phrase("general" if adopted else "limited")
    lines: list[Element] = []
    for text in (kind, options.issued, "", phrase("original", language=language_name(language))):
        before = {} if lines else {"before": 240}
        runs = run_elements(plain_runs(text), highlight=options.highlight_placeholders)
        lines.append(_line(runs, w("spacing", **before, line=240, lineRule="exact")))
    return lines
