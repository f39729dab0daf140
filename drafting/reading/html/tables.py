# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that hold data, told from those that only hold a page in shape."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from drafting.reading.html.style import text_of
from drafting.reading.languages import codes, wording
from drafting.reading.masthead.forms import formula_in
from drafting.reading.structure.labels import label_of, roman_heading

_LONGEST_CELL = 400  # letters; a cell of data is shorter, a paragraph mostly longer
_LOOKED_AT = 60  # rows
_HEAD = 2  # rows of a masthead in which the name of the Organization stands


def is_data_table(row: etree._Element) -> bool:
    """Whether a row belongs to a table of data, which is read row by row.

    Any other table is read cell by cell: it holds the masthead, the numbers beside their paragraphs, or the
    whole page.
    """
    table = next(row.iterancestors("table"), None)
    if table is None or table.get("role") in {"presentation", "none"}:
        return False
    kept = table.get(_KNOWN)
    if kept is None:
        kept = "yes" if _holds_data(table) else "no"
        table.set(_KNOWN, kept)
    return kept == "yes"


_KNOWN = "penholder-data"  # what was found about a table is noted in the tree itself


def _holds_data(table: etree._Element) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [_cells(row) for row in list(table.iter("tr"))[:_LOOKED_AT]]
    filled = [cells for cells in rows if sum(1 for cell in cells if cell) >= 2]
    if len(filled) < 2 or len(filled) * 2 < len(rows):
        return False
    if any(_organization().match(cell) for row in rows[:_HEAD] for cell in row):
        return False  # it holds a masthead in shape
    cells = [cell for row in rows for cell in row if cell]
    if any(len(cell) > _LONGEST_CELL or formula_in(cell) for cell in cells):
        return False
    numbered = sum(1 for row in filled if _is_label(row[0]))
    return numbered * 2 < len(filled) or table.find(".//th") is not None


def _cells(row: etree._Element) -> list[str]:
    return [" ".join(text_of(cell).split()) for cell in row if cell.tag in {"td", "th"}]


@cache
def _organization() -> re.Pattern[str]:
    """The name of the Organization alone or beside a symbol, in any language."""
    names = "|".join(name for language in codes() for name in wording(language, "united_nations"))
    return re.compile(rf"(?:{names})(?:\s+[A-Z]{{1,6}}/\S+)?$")


def _is_label(text: str) -> bool:
    """Whether a cell holds nothing but the number or letter of the paragraph beside it."""
    label = label_of(text) or roman_heading(text)
    return not text or (label is not None and label.end == len(text))
