# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands above and below every page: the symbol and the page number, outside on even and odd pages.

The first page has neither, for the masthead says it all (rule 9.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docx.document import Document

from drafting.resolution import Resolution
from drafting.updating.records import PLACEHOLDER
from drafting.writing.bodies import is_adopted
from drafting.writing.layout import Layout
from drafting.writing.ooxml import Element, w
from drafting.writing.options import WordOptions
from drafting.writing.runs import plain_runs, run_elements

if TYPE_CHECKING:
    from docx.section import _Footer, _Header


def add_headers(document: Document, resolution: Resolution, layout: Layout, options: WordOptions) -> None:
    """Headers and footers as the layout has them; in some, the title of an adopted text is in them too."""
    section = document.sections[0]
    document.settings.odd_and_even_pages_header_footer = True
    _fill(section.first_page_header, "Footer", [], "left")  # the look of a header would draw its rule
    _fill(section.first_page_footer, "Footer", [], "left", height=layout["page"].get("first_footer", 0))
    title = resolution.masthead.title if is_adopted(resolution) else ""
    sides = (
        ("left", section.even_page_header, section.even_page_footer),
        ("right", section.header, section.footer),
    )
    for side, header, footer in sides:
        symbol = _words(resolution.masthead.symbol or PLACEHOLDER, options)
        if "header" in layout:
            _columns(header, symbol, _words(title, options), side, layout)
        else:
            _fill(header, "Header", symbol, side)
        _fill(footer, "Footer", _page_number(of_all=layout.get("pages_of", False)), side)


def _words(text: str, options: WordOptions) -> list[Element]:
    return list(run_elements(plain_runs(text), highlight=options.highlight_placeholders))


def _fill(
    place: _Header | _Footer, style: str, runs: Iterable[Element], side: str, *, height: int = 0
) -> None:
    """One line; `height` keeps room for what the secretariat prints there."""
    element = place.paragraphs[0]._p
    element.clear()
    room = [w("spacing", line=height, lineRule="exact")] if height else []
    element.append(w("pPr", w("pStyle", val=style), *room, w("jc", val=side)))
    element.extend(runs)


def _columns(place: _Header, symbol: list[Element], title: list[Element], side: str, layout: Layout) -> None:
    """The symbol outside and the title inside, on one rule; the title has the room of several lines."""
    shape = layout["header"]
    narrow, wide = shape["columns"]
    cells = [(narrow, symbol, "left"), (wide, title, "right")]
    if side == "right":
        cells = [(wide, title, "left"), (narrow, symbol, "right")]
    height = w("trPr", w("cantSplit"), w("trHeight", val=shape["height"], hRule="exact"))
    row = w("tr", height, *(_cell(width, runs, edge, layout) for width, runs, edge in cells))
    grid = w("tblGrid", *(w("gridCol", w=width) for width, _, _ in cells))
    properties = w(
        "tblPr",
        w("tblW", w=narrow + wide, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )
    _fill(place, "Header", [], side)
    place.paragraphs[0]._p.addprevious(w("tbl", properties, grid, row))


def _cell(width: int, runs: list[Element], edge: str, layout: Layout) -> Element:
    shape = layout["header"]
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("tcBorders", w("bottom", val="single", sz=shape["rule"], space=0, color="auto")),
        w("vAlign", val="bottom"),
    )
    look = w("pPr", w("pStyle", val="Header"), w("spacing", after=shape["after"]), w("jc", val=edge))
    return w("tc", properties, w("p", look, *runs))


def _page_number(*, of_all: bool) -> Sequence[Element]:
    """The number of the page, in some layouts with that of all pages."""
    number = [_field("PAGE", "2")]  # until Word counts; page 1 prints no number
    return [*number, _run("/"), _field("NUMPAGES", "2")] if of_all else number


def _field(name: str, shown: str) -> Element:
    return w("fldSimple", _run(shown), instr=f" {name} ")


def _run(text: str) -> Element:
    shown = w("t")
    shown.text = text
    return w("r", w("rPr", w("rStyle", val="PageNumber")), shown)
