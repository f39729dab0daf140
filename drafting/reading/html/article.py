# SPDX-License-Identifier: GPL-3.0-or-later
"""Where in a page the resolution stands, and what around it is of the page alone: menus, search, footers.

What is left out is told; when in doubt it stays, and the recogniser says what it could not place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from drafting.data import load
from drafting.reading.html.elements import Piece
from drafting.reading.languages import language_of
from drafting.reading.masthead.closing import is_closing
from drafting.reading.masthead.forms import formula_in, masthead_forms
from drafting.reading.structure.labels import label_of
from drafting.reading.structure.units import annex_line

_KNOWN = ("united nations", "symbol", "adoption", "session", "agenda", "standard_lines", "number", "draft")


@dataclass(slots=True)
class Article:
    """The blocks of the resolution in order, and those of the page around it."""

    kept: list[Piece] = field(default_factory=list)
    around: list[Piece] = field(default_factory=list)


def article_in(pieces: Sequence[Piece]) -> Article:
    """The resolution in a page, told apart by its own lines: masthead, organ, numbers, closing."""
    start = next((at for at, piece in enumerate(pieces) if _is_formula(piece)), None)
    inside = set(_path(pieces[start].element)) if start is not None else set()
    known: dict[etree._Element, bool] = {}
    stays = [piece.block.note != "" or not _is_furniture(piece.element, inside, known) for piece in pieces]
    if start is not None:
        first, last = _first(pieces, stays, start), _last(pieces, stays, start, inside)
        stays = [(stay and first <= at <= last) or _is_note(pieces[at]) for at, stay in enumerate(stays)]
    article = Article()
    for piece, stay in zip(pieces, stays, strict=True):
        (article.kept if stay else article.around).append(piece)
    return article


def _is_formula(piece: Piece) -> bool:
    return not piece.block.note and formula_in(piece.block.text) is not None


def _is_note(piece: Piece) -> bool:
    marks = piece.block.marks
    return bool(piece.block.note) or bool(marks and marks[0].offset == 0)


def _path(element: etree._Element | None) -> list[etree._Element]:
    """An element and those around it, the innermost first."""
    return [] if element is None else [element, *element.iterancestors()]


def _is_furniture(
    element: etree._Element, inside: set[etree._Element], known: dict[etree._Element, bool]
) -> bool:
    """Whether an element is of the page, not of what it shows; what holds the resolution never is."""
    for around in _path(element):
        if around in inside:
            return False
        if around not in known:
            known[around] = _is_named_so(around)
        if known[around]:
            return True
    return False


def _is_named_so(element: etree._Element) -> bool:
    around = load("web_pages")["around"]
    names = f"{element.get('id', '')} {element.get('class', '')}".lower().replace("_", "-").split()
    words = {*names, *(word for name in names for word in name.split("-"))}
    role = element.get("role", "").lower()
    return element.tag in around["tags"] or role in around["roles"] or not words.isdisjoint(around["names"])


def _first(pieces: Sequence[Piece], stays: Sequence[bool], start: int) -> int:
    """Where the masthead begins: at the first line above the text that is of a form known in mastheads."""
    language = language_of(" ".join(piece.block.text for piece in pieces[start : start + 20])) or "en"
    forms = masthead_forms(language)
    known = [form for name in _KNOWN for form in forms.get(name, ())]
    for at in range(start):
        text = pieces[at].block.text
        if stays[at] and len(text) < 400 and any(form.search(text) for form in known):
            return at
    parent = pieces[start].element.getparent()
    beside = (at for at in range(start) if stays[at] and parent in _path(pieces[at].element)[1:])
    return next(beside, start) if parent is not None and parent.tag not in {"body", "html"} else 0


def _last(pieces: Sequence[Piece], stays: Sequence[bool], start: int, inside: set[etree._Element]) -> int:
    """Where the page goes on without the resolution: behind the element that holds its text and numbers."""
    ends = [at for at in range(start, len(pieces)) if stays[at] and _is_sure(pieces[at])]
    last = ends[-1] if ends else len(pieces) - 1
    shared = next((around for around in _path(pieces[last].element) if around in inside), None)
    within = [at for at in range(last, len(pieces)) if shared in _path(pieces[at].element)]
    end = within[-1] if within else last
    while end > last and pieces[end].linked and len(pieces[end].block.text) < 100:
        end -= 1  # links under the text: back to the top, to the next page
    return end


def _is_sure(piece: Piece) -> bool:
    """Whether a block can only be of a resolution: numbered, or a line of its closing, or of an annex."""
    block = piece.block
    if block.note or piece.linked:
        return False
    text = block.text
    return bool(block.label or label_of(text)) or is_closing(text) or annex_line(text) is not None
