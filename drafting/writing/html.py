# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison as one web page that needs nothing else: for a browser, for printing, for sending on.

What changed is struck through or underlined, heavily where it is of substance and lightly where it is routine
or style, and named in words; colour only helps (themes in `resources/`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from string import Template

from drafting.comparing.records import Alignment, Change, Reason, Weight
from drafting.comparing.summary import edits_of, summarize
from drafting.data import load
from drafting.resolution import Kind, Resolution
from drafting.updating.mentions import print_date
from drafting.writing.marked import Mark, MarkedNote, MarkedParagraph, Piece, Row, rows
from drafting.writing.shell import web_page
from drafting.writing.text import CHANGE_NAMES, change_name, figures, kinship, overview, place, weight_name

_TAGS = {Mark.DELETED: "del", Mark.INSERTED: "ins"}
_SIGNS = {Weight.SUBSTANCE: "●", Weight.ROUTINE: "◐", Weight.STYLE: "○"}
_COLOURS = ("background", "panel", "page", "text", "muted", "line", "accent", "new", "new_soft")
_MARK_COLOURS = ("changed", "changed_soft", "deleted", "deleted_soft", "inserted", "inserted_soft")

_BODY = Template("""<header>
<h1>$title</h1>
$subjects
$kinship<p class="figures">$figures</p>
$overview<p class="legend"><del>deleted words</del> <ins>inserted words</ins>
● <ins class="substance">of substance</ins> ◐ <ins class="routine">routine</ins>
○ <ins class="style">of style</ins></p>
</header>
<input type="checkbox" id="only"><label for="only">Show changes only</label>
<input type="checkbox" id="matter"><label for="matter">Show only what is of substance</label>
<table>
<colgroup><col><col class="between"><col></colgroup>
<thead><tr>$heads</tr></thead>
<tbody>
$rows</tbody>
</table>
<p class="end">$end</p>""")

_STYLE = """
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 86rem; padding: 1.5rem; background: var(--background); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
.subject { margin: .25rem 0; font-family: "Times New Roman", Times, serif; font-size: 1.1rem; }
.warning { font-weight: 600; }
.figures { margin: .75rem 0 .25rem; }
.overview { margin: .25rem 0; display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; }
.overview dt { color: var(--muted); } .overview dd { margin: 0; }
.legend, .end { color: var(--muted); font-size: .875rem; }
label { margin: 0 1rem 0 .4rem; }
table { width: 100%; margin-top: 1rem; border-collapse: collapse; table-layout: fixed;
  background: var(--page); }
col.between { width: 9rem; }
sup { line-height: 0; }
th, td { padding: .6rem .8rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--panel); }
thead small { color: var(--muted); font-weight: normal; }
td.text { font-family: "Times New Roman", Times, serif; font-size: 1.05em; overflow-wrap: break-word; }
td.text p { margin-block: 0 .3rem; }
td.empty { background: var(--background); }
.name { margin-right: .5em; color: var(--muted); font: .8em system-ui, sans-serif; }
.heading { font-weight: bold; }
.level1 { margin-left: 1.2em; } .level2 { margin-left: 2.4em; } .level3, .level4 { margin-left: 3.6em; }
.note { font-size: .9em; margin-left: 1.2em; color: var(--muted); }
th small, th a { display: block; }
th[scope=row] { font-weight: normal; font-size: .85em; }
.changed th[scope=row] { border-left: 4px solid var(--changed); }
.moved th[scope=row] { border-left: 4px solid var(--new); }
.what { display: block; font-weight: 600; }
.unchanged .what { color: var(--muted); font-weight: normal; }
.moved .what { color: var(--new); }
del { color: var(--deleted); background: var(--deleted_soft); text-decoration: line-through; }
ins { color: var(--inserted); background: var(--inserted_soft); text-decoration: underline;
  text-decoration-thickness: 2px; text-underline-offset: 2px; }
del.substance, ins.substance { font-weight: 600; }
del.routine, ins.routine { text-decoration-style: dotted; text-decoration-thickness: 2px; }
del.style, ins.style { text-decoration-style: dashed; text-decoration-thickness: 1px; background: none; }
.weight { display: block; }
.why { margin: .15rem 0 0; padding: 0; list-style: none; color: var(--muted); }
del::before { content: "[deleted: "; } ins::before { content: "[inserted: "; }
del::after, ins::after { content: "]"; }
del::before, del::after, ins::before, ins::after { position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a { color: var(--accent); }
#only:checked ~ table .unchanged, #matter:checked ~ table tbody tr:not(.substance) { display: none; }
@page { size: A4; margin: 1.5cm; }
@media print {
  col.between { width: 6rem; }
  body { max-width: none; padding: 0; background: none; font-size: 9pt; }
  input, label, th a { display: none; }
  thead th { position: static; }
  tr { break-inside: avoid; }
}
"""


def comparison_html(alignment: Alignment) -> str:
    """Two versions side by side, paragraph by paragraph, with every word that changed marked.

    The page loads nothing, runs nothing, follows light or dark of the reader's system, and prints.
    """
    shown, total = rows(alignment), summarize(alignment)
    old, new = alignment.old, alignment.new
    changed = [index for index, row in enumerate(shown) if row.changed]
    following = dict(pairwise(changed))
    title = f"{old.number} and {new.number}"
    body = _BODY.substitute(
        title=escape(title),
        subjects=_subjects(old, new),
        kinship=_kinship(alignment),
        figures=escape(figures(total)),
        overview=_overview(overview(total)),
        heads=f'{_head(old)}<th scope="col">Change</th>{_head(new)}',
        rows="".join(_row(index, row, following.get(index)) for index, row in enumerate(shown)),
        end="Footnotes stand under their paragraphs; numbers that only shifted are not marked.",
    )
    return web_page(title, theme_css() + _STYLE.lstrip(), body)


def _overview(found: Mapping[str, Sequence[str]]) -> str:
    items = (f"<dt>{escape(name)}</dt><dd>{escape('; '.join(said))}</dd>" for name, said in found.items())
    listed = "\n".join(items)
    return f'<dl class="overview">{listed}</dl>\n' if listed else ""


def _kinship(alignment: Alignment) -> str:
    words = kinship(alignment)
    return f'<p class="warning">{escape(words)}</p>\n' if words else ""


def theme_css() -> str:
    """The semantic colours as CSS variables, light, or dark where the reader's system is; paper is white."""
    return _colours("light") + _in_the_dark()


def _colours(theme: str) -> str:
    """The semantic colours of a theme as CSS variables, under the same names."""
    colours = load(f"themes/{theme}")
    values = " ".join(f"--{name}: {colours[name]};" for name in (*_COLOURS, *_MARK_COLOURS))
    return f":root {{ {values} }}\n"


def _in_the_dark() -> str:
    # Paper is white, whatever the screen.
    return f"@media screen and (prefers-color-scheme: dark) {{\n{_colours('dark')}}}\n"


def _subjects(old: Resolution, new: Resolution) -> str:
    titles = dict.fromkeys(version.masthead.title for version in (old, new) if version.masthead.title)
    return "\n".join(f'<p class="subject">{escape(title)}</p>' for title in titles)


def _head(version: Resolution) -> str:
    masthead = version.masthead
    parts = [masthead.symbol if masthead.symbol != version.number else ""]
    parts.append(print_date(masthead.adopted) if masthead.adopted else "")
    known = " · ".join(part for part in parts if part)
    return f'<th scope="col">{escape(version.number)} <small>{escape(known)}</small></th>'


def _row(index: int, row: Row, following: int | None) -> str:
    moved = row.pair.moved
    kinds = ["changed" if row.changed else "unchanged", *(["moved"] if moved else [])]
    if row.changed and row.pair.weight:
        kinds.append(row.pair.weight)
    return (
        f'<tr id="row{index}" class="{" ".join(kinds)}">{_side(row.old)}'
        f'<th scope="row">{_what(row, following)}</th>{_side(row.new)}</tr>\n'
    )


def _what(row: Row, following: int | None) -> str:
    words = [change_name(row.pair)] if row.changed and row.pair.change is not Change.UNCHANGED else []
    if row.notes_changed and row.old and row.new:
        words.append("footnote changed" if row.notes_changed == 1 else "footnotes changed")
    said = ", ".join(words) or CHANGE_NAMES[Change.UNCHANGED]
    said = said[0].upper() + said[1:]
    where = (
        f"<small>{escape(place(row.pair))}</small>" if row.pair.old and row.pair.new and _renamed(row) else ""
    )
    link = f'<a href="#row{following}">next change</a>' if following is not None and row.changed else ""
    return f'<span class="what">{escape(said)}</span>{_weight(row)}{where}{_why(row)}{link}'


def _renamed(row: Row) -> bool:
    return row.pair.old != row.pair.new


def _weight(row: Row) -> str:
    """Sign and name of what a pair weighs, where it is not said already by its coming or going."""
    weight, name = row.pair.weight, weight_name(row.pair)
    return f'<span class="weight">{_SIGNS[weight]} {name}</span>' if row.changed and weight and name else ""


def _why(row: Row) -> str:
    """The reasons of the edits, each once, the weightiest first; and that a guess is one."""
    edits = sorted(edits_of(row.pair), key=lambda edit: -edit.weight.rank)
    said = list(dict.fromkeys(f"{_SIGNS[edit.weight]} {edit.why}" for edit in edits))
    if len(said) == 1 and edits[0].reason is Reason.WORDING:
        said = []  # the words are before the reader's eyes
    if row.pair.glyphs:
        said.append(f"{_SIGNS[Weight.STYLE]} quotation marks, apostrophes or spaces differ")
    if row.pair.guess:
        said.append("paired by guess: please check")
    items = "".join(f"<li>{escape(one)}</li>" for one in said)
    return f'<ul class="why">{items}</ul>' if items else ""


def _side(side: Sequence[MarkedParagraph]) -> str:
    if not side:
        return '<td class="empty"></td>'
    return f'<td class="text">{"".join(map(_paragraph, side))}</td>'


def _paragraph(item: MarkedParagraph) -> str:
    paragraph = item.paragraph
    kind = "heading" if paragraph.kind is Kind.HEADING else f"level{min(paragraph.level, 4)}"
    shown = (paragraph.opens_unit and paragraph.label) or paragraph.id
    name = f'<span class="name">{escape(shown)}</span>'
    notes = "".join(map(_note, item.notes))
    return f'<p class="{kind}">{name}{"".join(_pieces(item.pieces))}</p>{notes}'


def _note(item: MarkedNote) -> str:
    return f'<p class="note"><sup>{item.note.number}</sup> {"".join(_pieces(item.pieces))}</p>'


def _pieces(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.note is not None:
            yield f"<sup>{piece.note.number}</sup>"
            continue
        text = escape(piece.text)
        if piece.italic:
            text = f"<em>{text}</em>"
        tag = _TAGS.get(piece.mark)
        yield f"<{tag}{_weighed(piece)}>{text}</{tag}>" if tag else text


def _weighed(piece: Piece) -> str:
    """How a mark looks and what is said of it: by its weight and its reason."""
    if piece.edit is None:
        return ""
    return f' class="{piece.edit.weight}" title="{escape(piece.edit.why)}"'
