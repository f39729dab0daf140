# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes by their place: the zone at the foot of a page, the texts in it, and which marks they answer.

The zone begins under a short rule, printed or made of underscores, or where smaller type begins with a mark
and goes on to the foot. Source: layout of United Nations documents; Editorial Manual on footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafting.reading.blocks import Block
from drafting.reading.pdf.divided import Words
from drafting.reading.pdf.pdfium import Page
from drafting.reading.pdf.rows import Row, labels_in

_UNDERSCORES = re.compile(r"[_\u2014\u2015]{4,}")
_STAR = re.compile(r"\*{1,4}|[\u2020\u2021]")
_PLAIN = re.compile(r"\d{1,3}")
_SMALL = 0.96  # of the type size of the text: footnotes are no larger
_SHORT = 0.45  # of the width of the page: a rule above footnotes is no longer
_PARTED = 2.0  # of the type size: so far below the text stand notes with asterisks, where nothing else tells


@dataclass(slots=True)
class Zones:
    """The footnotes of a file: `texts` in their order, `labels` those printed on each page."""

    texts: list[Block] = field(default_factory=list)
    labels: dict[int, frozenset[str]] = field(default_factory=dict)

    def marks_on(self, page: int) -> frozenset[str]:
        """The labels that a mark on this page may have: those so far, and those of the page after it.

        A footnote may be marked again on later pages, and its text may stand a page after its mark.
        """
        return frozenset().union(*(labels for at, labels in self.labels.items() if at <= page + 1))


def size_of_text(pages: Sequence[Sequence[Row]]) -> float:
    """The size of type that most letters have, in points."""
    weights: dict[float, int] = {}
    for rows in pages:
        for row in rows:
            weights[row.size] = weights.get(row.size, 0) + len(row.text)
    return max(weights, key=lambda size: weights[size], default=10.0)


def without_notes(
    pages: Sequence[Sequence[Row]], sheets: Sequence[Page], words: Words, alive: Callable[[], None]
) -> tuple[list[list[Row]], Zones]:
    """The rows of the text on each page, and the footnotes under them; `alive` is called on each."""
    size = size_of_text(pages)
    zones = Zones()
    bodies = []
    for rows, sheet in zip(pages, sheets, strict=True):
        alive()
        start = _zone_start(rows, sheet, size, bool(zones.texts))
        found = [row for row in rows[start:] if not _UNDERSCORES.fullmatch(row.text)]
        body = [row for row in rows[:start] if not _UNDERSCORES.fullmatch(row.text)]
        bodies.append(body)
        zones.labels[sheet.number] = frozenset(_take(found, zones.texts, words))
    return bodies, zones


def _zone_start(rows: Sequence[Row], sheet: Page, size: float, going_on: bool) -> int:
    """Where the rows of the footnotes begin; their number when the page has none."""
    small = len(rows)
    while small and rows[small - 1].size <= _SMALL * size:
        small -= 1
    for at, row in enumerate(rows):
        if _UNDERSCORES.fullmatch(row.text) and all(below.size <= 1.03 * size for below in rows[at + 1 :]):
            return at
    for at in range(len(rows)):
        if _begins(rows[at]) and _under_rule(rows, at, sheet):
            return at
    start = next((at for at in range(small, len(rows)) if _begins(rows[at])), len(rows))
    if start > small and going_on and small and _gap(rows, small) > _PARTED * size:
        return small  # the end of a footnote of the page before stands above the first mark
    return min(start, _stars(rows, size))


def _under_rule(rows: Sequence[Row], at: int, sheet: Page) -> bool:
    """Whether a short rule stands between a row and the one above it."""
    above = rows[at - 1].base if at else sheet.height
    rules = (
        stroke
        for stroke in sheet.strokes
        if rows[at].base + 0.5 * rows[at].size < stroke.base < above
        and stroke.right - stroke.left < _SHORT * sheet.width
        and stroke.left < 0.4 * sheet.width
    )
    return any(rules) and all(below.size <= rows[at].size * 1.05 for below in rows[at:])


def _stars(rows: Sequence[Row], size: float) -> int:
    """Where notes with asterisks begin that stand well below the text without any rule."""
    for at in range(1, len(rows)):
        starred = _STAR.fullmatch(rows[at].pieces[0].text) and len(rows[at].pieces) > 1
        if starred and _gap(rows, at) > _PARTED * size:
            return at
    return len(rows)


def _gap(rows: Sequence[Row], at: int) -> float:
    return rows[at - 1].base - rows[at].base if at else 0.0


def _begins(row: Row) -> bool:
    """Whether a row begins with the mark of its footnote."""
    first = row.pieces[0]
    return len(row.pieces) > 1 and (bool(_STAR.fullmatch(first.text)) or _is_number(row))


def _is_number(row: Row) -> bool:
    return row.raised(row.pieces[0]) and bool(_PLAIN.fullmatch(row.pieces[0].text))


def _take(rows: Sequence[Row], texts: list[Block], words: Words) -> Iterator[str]:
    """Add the footnotes of a zone to `texts`; gives their labels."""
    numbered = any(_is_number(row) for row in rows)
    fresh = True  # no row of this page came yet: it may go on with the last footnote of the page before
    for row in rows:
        label = _label(row, numbered=numbered)
        if label:
            text = replace(row, pieces=row.pieces[1:]).block(frozenset())
            texts.append(replace(text, note=label, page=row.page, gap=True, whole=True))
            yield label
        elif texts:
            text = words.join(texts[-1], row.block(frozenset()))
            texts[-1] = replace(text, rejoined=text.rejoined + fresh)
        else:
            texts.append(replace(row.block(frozenset()), note="*", page=row.page, gap=True, whole=True))
        fresh = False


def _label(row: Row, *, numbered: bool) -> str:
    first = row.pieces[0]
    if len(row.pieces) == 1:
        return ""
    if _STAR.fullmatch(first.text) or _is_number(row):
        return labels_in(first.text)[0]
    plain = (
        not numbered and _PLAIN.fullmatch(first.text) and row.pieces[1].left - first.right > 0.4 * row.size
    )
    return first.text if plain else ""
