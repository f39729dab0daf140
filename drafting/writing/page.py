# SPDX-License-Identifier: GPL-3.0-or-later
"""A resolution as one web page that needs nothing else, set like the printed text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from drafting.files import write_atomically
from drafting.resolution import Footnote, Kind, Paragraph, Resolution
from drafting.writing.beside import NOWHERE, Beside, Origins
from drafting.writing.body import laid_text
from drafting.writing.laid import Laid, printed
from drafting.writing.masthead import masthead_lines
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.runs import note_runs, notes_in_order, own_mark
from drafting.writing.shell import web_page

_STYLE = """body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem;
  font: 1.05rem/1.5 "Times New Roman", Times, serif; }
.head p { margin: .1rem 0; }
h1 { font-size: 1.25rem; margin: 1.5rem 0; }
h2 { font-size: 1.05rem; }
main p { text-indent: 2rem; margin: .75rem 0; }
main p.point { text-indent: 0; }
sup { line-height: 0; }
small { color: #595959; font-size: .75em; font-weight: normal; }
@media screen and (prefers-color-scheme: dark) { small { color: #b0b0b0; } }
section { border-top: 1px solid; margin-top: 2rem; padding-top: .5rem; font-size: .9rem; }
section p { margin: .25rem 0; }
@media print { body { margin: 0; max-width: none; } }
"""

# No <header>: programs that look for the article of a page, as our reader does, leave such elements out.
_BODY = Template("""<div class="head">
$head
</div>
<main>
$text
</main>
$notes""")


def page_html(resolution: Resolution, options: WordOptions = DEFAULTS, origins: Origins = NOWHERE) -> str:
    """Masthead, title, text and closing lines, with the footnotes behind them; nothing is loaded or run.

    Tags and `origins` are printed when the options want them.
    """
    head, masthead = masthead_lines(resolution, options), resolution.masthead
    laid, beside = laid_text(resolution, options), Beside(options, origins)
    top = next(
        (name for name in ("title", "adopted by") if any(one.paragraph.id == name for one in laid)), ""
    )
    notes = {note.number: note for one in laid for note in notes_in_order(one.paragraph)}
    title = f"{resolution.number}. {masthead.title}".strip(". ") or masthead.symbol
    body = _BODY.substitute(
        head="\n".join(f"<p>{escape(line)}</p>" for line in head),
        text="\n".join(filter(None, (_element(one, beside, top) for one in laid))),
        notes=_notes(notes.values()),
    )
    return web_page(title, _STYLE, body.rstrip("\n"), masthead.language)


def write_page(
    resolution: Resolution, path: Path, options: WordOptions = DEFAULTS, origins: Origins = NOWHERE
) -> None:
    """Write the resolution to `path`, whole or not at all; raises WriteFailed."""
    write_atomically(path, page_html(resolution, options, origins).encode("utf-8"))


def _element(laid: Laid, beside: Beside, top: str) -> str:
    paragraph = laid.paragraph
    said = f"{escape(printed(paragraph))} {_small(beside.tag(paragraph))}".strip()
    said = f"{said} {_words(paragraph)} {_small(beside.origin(paragraph))}".strip()
    if not said:
        return ""
    if paragraph.id == top:
        return f"<h1>{said}</h1>"
    if paragraph.kind is Kind.HEADING or paragraph.id.startswith("label "):
        return f"<h2>{said}</h2>"
    if paragraph.kind is Kind.SUBPARAGRAPH:
        return f'<p class="point" style="margin-left: {2 * max(1, paragraph.level)}rem">{said}</p>'
    return f"<p>{said}</p>"


def _small(text: str) -> str:
    """What stands beside the words and is none of them."""
    return f"<small>{escape(text)}</small>" if text else ""


def _words(paragraph: Paragraph) -> str:
    """The text with its opening in italics and a link at the mark of each footnote."""
    text = paragraph.text
    opening = len(paragraph.opening) if text.startswith(paragraph.opening) else 0
    marks: dict[int, list[str]] = {}
    for note in notes_in_order(paragraph):
        link = f'<sup><a href="#note{note.number}">{_mark(note)}</a></sup>'
        marks.setdefault(min(note.offset, len(text)), []).append(link)
    pieces: list[str] = []
    cuts = sorted({0, opening, len(text), *marks})
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        pieces += ["<sup>,</sup>".join(marks[start])] if start in marks else []
        words = escape(" ".join(text[start:end].split("\t")).strip("\n"), quote=False)
        pieces.append(f"<em>{words}</em>" if words and start < opening else words)
    return "".join(pieces).strip()


def _notes(notes: Iterable[Footnote]) -> str:
    lines = [f'<p id="note{one.number}"><sup>{_mark(one)}</sup> {_note(one)}</p>' for one in notes]
    return "\n".join(["<section>", *lines, "</section>\n"]) if lines else ""


def _mark(note: Footnote) -> str:
    return own_mark(note) or str(note.number)


def _note(note: Footnote) -> str:
    pieces = ((run, escape(run.text)) for run in note_runs(note.text))
    return "".join(f"<em>{words}</em>" if run.italic else words for run, words in pieces)
