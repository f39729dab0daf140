# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison with all its columns as one web page that needs nothing else, for any browser and for sending.

It shows what the window shows: the same rows, marks and tags, of the classes that are shown there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from string import Template

from drafting.translation import listed, marked, tr
from drafting.writing.html import theme_css
from drafting.writing.shell import web_page
from ui.comparison import sentences
from ui.comparison.layouts import Look
from ui.comparison.rows import Cell, Comparison, Layer, Mark, Note, Passage, Row, Tag, Tint
from ui.comparison.sheets import part
from ui.comparison.tints import shown_words

_SIGNS = {Layer.SUBSTANCE: "●", Layer.ROUTINE: "◐", Layer.STYLE: "○", Layer.GLYPHS: "◌"}
_NAMES = {
    Layer.SUBSTANCE: marked("of substance"),
    Layer.ROUTINE: marked("routine"),
    Layer.STYLE: marked("of style"),
    Layer.GLYPHS: marked("glyphs"),
}


def columns_html(comparison: Comparison, look: Look | None = None, summary: str = "") -> str:
    """The page; `summary` is HTML that stands over the columns. It loads and runs nothing, and prints."""
    look = look or Look()
    names = [version.name for version in comparison.versions]
    titles = dict.fromkeys(filter(None, (one.resolution.masthead.title for one in comparison.versions)))
    body = Template(part("columns.html")).substitute(
        title=escape(listed(names)),
        subjects="\n".join(f'<p class="subject">{escape(title)}</p>' for title in titles),
        summary=summary,
        legend=" ".join(_legend(layer) for layer in Layer if layer in look.shown),
        heads="".join(_heads(comparison)),
        rows="".join(_row(row, look) for row in comparison.rows),
    )
    return web_page(listed(names), theme_css() + part("columns.css"), body)


def _legend(layer: Layer) -> str:
    sample = f'<del class="{layer}">{tr("gone")}</del> <ins class="{layer}">{tr("came")}</ins>'
    return f"<span>{_SIGNS[layer]} {sample} {tr(_NAMES[layer])}</span>"


def _heads(comparison: Comparison) -> Iterator[str]:
    for at, column in enumerate(comparison.columns):
        version = column.version
        if column.against is None:
            extent = sentences.size(version)
        else:
            before = comparison.versions[column.against].spoken
            extent = sentences.from_before(comparison, at, before)
        told = f"<small>{escape(version.subtitle)}</small><small>{escape(extent)}</small>"
        yield f'<th scope="col">{escape(version.name)} {told}</th>'


def _row(row: Row, look: Look) -> str:
    kinds = ["ghost"] if row.ghost else ["quiet"] if row.quiet(look.shown) else ["changed"]
    kinds += [str(layer) for layer in Layer if layer in row.layers]
    cells = "".join(_cell(cell, row, look) for cell in row.cells)
    return f'<tr id="r{row.number}" class="{" ".join(kinds)}">{cells}</tr>\n'


def _cell(cell: Cell | None, row: Row, look: Look) -> str:
    if cell is None:
        return '<td class="empty"></td>'
    kinds = [*(["faded"] if cell.faded else []), *([str(cell.tint)] if cell.tint else [])]
    if cell.same and not look.in_full:
        first = cell.passages[0]
        same = escape(tr("as {version}").format(version=cell.same))
        shown = f'<p class="same"><span class="name">{escape(first.label)}</span>{same}</p>'
    else:
        shown = "".join(_passage(one, look) for one in cell.passages)
    tags = "".join(
        f'<span class="tag {tag.tint}">{escape(shown_words(tag))}{_way(row, tag)}</span>' for tag in cell.tags
    )
    return f'<td class="{" ".join(kinds)}">{shown}{tags}</td>'


def _way(row: Row, tag: Tag) -> str:
    """The way to the other end of a move."""
    return (
        f' <a href="#r{row.partner}">{escape(tr("other end"))}</a>'
        if tag.tint is Tint.MOVED and row.partner is not None
        else ""
    )


def _passage(passage: Passage, look: Look) -> str:
    name = f'<span class="name">{escape(passage.label)}</span>'
    kind = "heading" if passage.heading else f"level{min(passage.level, 4)}"
    opening = 0 if passage.heading else passage.opening
    words = "".join(_pieces(passage.text, passage, passage.notes, opening, look))
    return f'<p class="{kind}">{name}{words}</p>' + "".join(_note(note, look) for note in passage.notes)


def _note(note: Note, look: Look) -> str:
    return f'<p class="note"><sup>{note.number}</sup> {"".join(_pieces(note.text, note, (), 0, look))}</p>'


def _pieces(
    text: str, source: Passage | Note, notes: Sequence[Note], opening: int, look: Look
) -> Iterator[str]:
    """The text cut where anything begins or ends, each piece within what holds there."""
    marks = [mark for mark in source.marks if mark.layer in look.shown]
    points = [(note.offset, f"<sup>{note.number}</sup>") for note in notes]
    points += [(mark.span.start, _missing(mark)) for mark in marks if mark.span.start == mark.span.end]
    spans = [*(mark.span for mark in marks), *source.blanks]
    edges = {edge for span in spans for edge in (span.start, span.end)}
    cuts = sorted({0, opening, len(text), *(at for at, _ in points), *edges})
    for start, end in [*pairwise(cuts), (len(text), len(text))]:
        yield from (shown for at, shown in points if at == start)
        if start < end:
            piece = escape(text[start:end]).replace("\n", "<br>")
            piece = f"<em>{piece}</em>" if start < opening else piece
            if any(span.start <= start < span.end for span in source.blanks):
                piece = f'<mark class="fact">{piece}</mark>'
            yield _within(piece, (mark for mark in marks if mark.span.start <= start < mark.span.end))


def _within(piece: str, marks: Iterable[Mark]) -> str:
    for mark in marks:
        tag = "del" if mark.gone else "ins"
        piece = f'<{tag} class="{mark.layer}" title="{escape(mark.why)}">{piece}</{tag}>'
    return piece


def _missing(mark: Mark) -> str:
    """A sign where words of another column are missing."""
    return f'<span class="missing {mark.layer}" title="{escape(mark.why)}">‸</span>'
