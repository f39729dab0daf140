# SPDX-License-Identifier: GPL-3.0-or-later
"""The layout of a body's documents as data, and the page that follows from it.

A layout is a file in `resources/word/`: lengths in twips, sizes in points, as measured in issued documents
(rules section 9 and the `source` of the file). The ids of its styles are what the writers ask for, the same
in every layout; the names are those of the town's own template.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafting.data import load
from drafting.resolution import Masthead
from drafting.writing.bodies import body_data
from drafting.writing.ooxml import Element, w

Layout = Mapping[str, Any]

INDENTS = {"left": "left", "right": "right", "first_line": "firstLine", "hanging": "hanging"}
_LINES_APART = 5  # every fifth line is numbered, as in texts read out by page and line


def layout_of(masthead: Masthead) -> Layout:
    """The layout in which the documents of its body are issued, New York or Geneva, in its language.

    A document says its language, so that Word looks its words up in the right dictionary.
    """
    layout: Layout = load(f"word/{body_data(masthead)['layout']}")
    spoken = load("word/bodies")["languages"].get(masthead.language, masthead.language)
    return layout if spoken == layout["language"] else {**layout, "language": spoken}


def numbering_shape(level: Mapping[str, Any], layout: Layout) -> Element:
    """The paragraph properties of a list level: the tabs and indents of its style.

    With `number_right` the number ends there and the text begins at the left indent.
    """
    styles = {style["id"]: style for style in layout["styles"]}
    style = styles[level["style"]]
    merged = {**styles.get(style.get("based_on", ""), {}), **style}
    indent = {name: merged[key] for key, name in INDENTS.items() if key in merged and key != "right"}
    if "number_right" in level:
        indent = {"left": merged["left"], "hanging": merged["left"] - level["number_right"]}
    tabs = (
        [w("tabs", *(w("tab", val=kind, pos=place) for kind, place in style["tabs"]))]
        if "list" in style and "tabs" in style
        else []
    )
    return w("pPr", *tabs, w("ind", **indent))


def section_properties(layout: Layout, *, line_numbers: bool = False) -> Element:
    """Page size, margins and line grid of the only section; title page on.

    With `line_numbers` every fifth line has its number, from 1 on every page.
    """
    page = layout["page"]
    margins = {side: page[side] for side in ("top", "right", "bottom", "left", "header", "footer")}
    return w(
        "sectPr",
        w("pgSz", w=page["width"], h=page["height"]),
        w("pgMar", **margins, gutter=0),
        *([w("lnNumType", countBy=_LINES_APART, restart="newPage")] if line_numbers else []),
        w("cols", space=layout["tab"]),
        w("titlePg"),
        w("docGrid", linePitch=page["line_pitch"]),
    )
