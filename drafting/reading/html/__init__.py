# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved web pages: of a browser, of Word and other word processors, of documents rendered from Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from drafting.reading.blocks import Block
from drafting.reading.html.article import article_in
from drafting.reading.html.elements import Piece
from drafting.reading.html.flow import Flow
from drafting.reading.html.page import tree_of
from drafting.reading.masthead.asides import with_asides_told, without_asides
from drafting.reading.source import Document, Source
from drafting.reading.text import at_formula, labels_in, masthead_lines
from drafting.reading.text.markup import STRUCK
from drafting.reading.text.notes import with_notes_told
from drafting.reading.text.pages import without_page_lines
from drafting.reading.text.wrapping import is_finished, paragraphs
from drafting.resolution import ReadWarning

__all__ = ["going_on", "in_blocks", "left_out", "source_of"]

_CUT = 0.25  # of the blocks of a page made line by line that end within a sentence


def source_of(document: Document) -> Source:
    """What a saved page shows of a resolution; raises UnreadableFile when it is no page or far too large.

    Block elements are paragraphs, whole as they stand. What the page shows around the resolution, and what it
    hides, stands in warnings.
    """
    document.watch.step(document.path, 0, 1)
    root, warnings = tree_of(document)
    flow = Flow.of_page(root, document)
    article = article_in(flow.pieces)
    blocks, furniture = in_blocks(article.kept)
    above, formula, organ, below = at_formula(blocks)
    masthead = masthead_lines(above)
    noted = with_notes_told(with_asides_told(going_on(below), masthead))
    body, asides = without_asides(paragraphs(noted), labels_in(above))
    return Source(
        masthead,
        organ,
        tuple(body),
        tuple(words for words in (formula, *furniture) if words),
        (*warnings, *left_out(flow, article.around), *([STRUCK] if flow.struck else [])),
        masthead_notes=asides,
    )


def in_blocks(pieces: Iterable[Piece]) -> tuple[list[Block], list[str]]:
    """The blocks of a page with its footnotes whole, and the page furniture of one made line by line."""
    blocks = _whole_notes([piece.block for piece in pieces])
    return without_page_lines(_as_lines(blocks)) if _is_cut(blocks) else (blocks, [])


def left_out(flow: Flow, around: Iterable[Piece] = ()) -> list[ReadWarning]:
    """What the page holds beside the text that is read, so that no word is lost."""
    said = (
        ("text of the web page around the resolution was left out", _texts(around), False),
        ("text that the web page hides was left out", flow.hidden, False),
        ("text that the web page shows as deleted was left out", flow.deleted, True),
    )
    return [
        ReadWarning(message, "page", needs_look, text=" / ".join(filter(None, words)))
        for message, words, needs_look in said
        if any(words)
    ]


def _texts(pieces: Iterable[Piece]) -> list[str]:
    return [piece.block.text for piece in pieces]


def _whole_notes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, several paragraphs of one footnote put together; the number printed before it goes."""
    result: list[Block] = []
    for block in blocks:
        if block.note and result and result[-1].note == block.note:
            result[-1] = result[-1].plus(block)
        elif block.note:
            result.append(_without_own_number(block))
        else:
            result.append(block)
    return result


def _without_own_number(block: Block) -> Block:
    marks = tuple(mark for mark in block.marks if mark.offset > 0 or mark.label != block.note)
    block = replace(block, marks=marks)
    for shown in (f"[{block.note}]", f"({block.note})", f"{block.note}.", f"{block.note} "):
        if block.text.startswith(shown) and len(block.text) > len(shown):
            return block.cut(len(shown))
    return block


def _is_cut(blocks: Sequence[Block]) -> bool:
    """Whether the page was made line by line, as converters of PDF do: its blocks end within sentences."""
    pairs = [(first, second) for first, second in pairwise(blocks) if not second.note and second.text]
    cut = sum(1 for first, second in pairs if _parted(first, second))
    return len(pairs) >= 20 and cut > len(pairs) * _CUT


def _parted(first: Block, second: Block) -> bool:
    """Whether a sentence goes on from one block to the next."""
    return (
        bool(first.text) and second.text[:1].islower() and not is_finished(first.text) and not first.heading
    )


def _as_lines(blocks: Iterable[Block]) -> list[Block]:
    return [replace(block, whole=False, gap=False) for block in blocks]


def going_on(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those told as not whole where a sentence goes on from one to the next."""
    result = list(blocks)
    for at in range(1, len(result)):
        if result[at].whole and _parted(result[at - 1], result[at]):
            result[at - 1] = replace(result[at - 1], whole=False)
            result[at] = replace(result[at], whole=False)
    return result
