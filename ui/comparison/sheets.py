# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a comparison on one page: what changed by class, what came and went, which verbs turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QTextDocument

from drafting.comparing.records import Alignment, Change, Weight
from drafting.comparing.summary import Summary, summarize
from drafting.translation import marked, tr
from drafting.writing.text import GUESSED, TURN_NAMES, overview
from ui.fonts import serif

_MOST = {1: 60, 2: 24, 3: 14, 4: 10}
"""Of what is listed by name so many stand on the page, by the number of comparisons; the rest is counted."""


_MARGINS = QMarginsF(18.0, 16.0, 18.0, 16.0)  # mm
_POINTS = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0)
_ORDER = (*("New", "Dropped", "Moved"), *TURN_NAMES.values(), GUESSED)
_PARAGRAPHS = {
    Change.UNCHANGED: marked("Paragraphs unchanged"),
    Change.REWORDED: marked("Paragraphs reworded"),
    Change.MOVED: marked("Paragraphs moved"),
    Change.MOVED_REWORDED: marked("Paragraphs moved and reworded"),
    Change.SPLIT: marked("Paragraphs split"),
    Change.MERGED: marked("Paragraphs merged"),
    Change.ADDED: marked("Paragraphs added"),
    Change.REMOVED: marked("Paragraphs removed"),
}
_WEIGHED = {
    Weight.SUBSTANCE: (marked("Changed paragraphs, of substance"), marked("Edits of words, of substance")),
    Weight.ROUTINE: (marked("Changed paragraphs, routine"), marked("Edits of words, routine")),
    Weight.STYLE: (marked("Changed paragraphs, of style"), marked("Edits of words, of style")),
}


def part(name: str) -> str:
    """A piece of the pages that are written: a template or a style sheet."""
    return (files("resources") / "comparison" / name).read_text(encoding="utf-8")


Pair = tuple[str, Alignment]
"""Two versions by their names ("56/2 → Draft"), aligned."""


def summary_html(pairs: Sequence[Pair]) -> str:
    """A table with a column for each pair of versions."""
    found = [summarize(one) for _, one in pairs]
    heads = "".join(f"<th>{escape(name)}</th>" for name, _ in pairs)
    rows = "".join(
        f"<tr><th>{escape(name)}</th>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>\n"
        for name, cells in _rows(found)
        if any(cells)
    )
    return f'<table class="summary" width="100%">\n<tr><th></th>{heads}</tr>\n{rows}</table>'


def _rows(found: Sequence[Summary]) -> Iterator[tuple[str, list[str]]]:
    """What is told, with a cell for each alignment; empty where there is nothing to tell."""
    for change, name in _PARAGRAPHS.items():
        yield tr(name), [_count(one.changes[change]) for one in found]
    for weight, (name, _) in _WEIGHED.items():
        yield tr(name), [_count(one.weights[weight]) for one in found]
    for weight, (_, name) in _WEIGHED.items():
        yield tr(name), [_count(one.edits[weight]) for one in found]
    yield tr("Words gone, come"), [f"{one.deleted}, {one.inserted}" for one in found]
    yield tr("Footnotes changed"), [_count(one.notes) for one in found]
    listed_by = [overview(one) for one in found]
    for name in _ORDER:
        yield tr(name), [_some(one.get(name, []), _MOST.get(len(found), _MOST[4])) for one in listed_by]


def _count(number: int) -> str:
    return str(number) if number else ""


def _some(said: Sequence[str], most: int) -> str:
    more = len(said) - most
    shown = tr("; ").join(said[:most])
    return tr("{shown}; and {left} more").format(shown=shown, left=more) if more > 0 else shown


def print_summary(device: QPagedPaintDevice, title: str, subject: str, pairs: Sequence[Pair]) -> None:
    """Prints the summary on one page, as small as it has to be for that."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setDefaultStyleSheet(part("summary.css"))
    document.setDocumentMargin(0)
    document.setHtml(f"<h2>{escape(title)}</h2><p>{escape(subject)}</p>{summary_html(pairs)}")
    document.documentLayout().setPaintDevice(device)
    document.setPageSize(QSizeF(device.width(), device.height()))
    for points in _POINTS:
        font = serif(1)
        font.setPointSizeF(points)
        document.setDefaultFont(font)
        if document.pageCount() == 1:
            break
    painter = QPainter(device)
    document.drawContents(painter, QRectF(0, 0, device.width(), device.height()))
    painter.end()
