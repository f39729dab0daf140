# SPDX-License-Identifier: GPL-3.0-or-later
"""The edits that change no word: quotation marks, apostrophes, no-break signs, white space.

With them beside the word edits, both texts are rebuilt letter by letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from drafting.comparing.records import Edit, Op, Reason, Span, Verdict, Weight
from drafting.comparing.tokens import WORDS
from drafting.glyphs import folded


def _verdict() -> Verdict:
    return Verdict(Weight.STYLE, Reason.GLYPH)


def glyph_edits(old: str, new: str, words: Sequence[Edit]) -> tuple[Edit, ...]:
    """What differs outside the word edits of two texts, in order, each edit as short as it can be.

    The old text with the spans of `words` and of these replaced by their new spans is exactly the new text,
    and the other way round.
    """
    found: list[Edit] = []
    i = j = 0
    for edit in (*words, None):
        end_i, end_j = (edit.old.start, edit.new.start) if edit else (len(old), len(new))
        if old[i:end_i] != new[j:end_j]:
            found += _standing(old, new, Span(i, end_i), Span(j, end_j))
        if edit:
            i, j = edit.old.end, edit.new.end
    return tuple(found)


def _standing(old: str, new: str, one: Span, other: Span) -> Iterator[Edit]:
    """The glyphs that differ in a stretch whose words are the same: in its gaps and in its words."""
    pieces = zip(pairwise(_edges(old, one)), pairwise(_edges(new, other)), strict=True)
    for (start, end), (beginning, close) in pieces:
        if old[start:end] == new[beginning:close]:
            continue
        before, after = Span(start, end), Span(beginning, close)
        if end - start == close - beginning:
            yield from _letters(old, new, before, after)
        else:
            yield _edit(before, after)


def _edges(text: str, span: Span) -> list[int]:
    """Where the gaps and the words of a stretch end, in turn; it begins and ends with a gap."""
    places = [match.span() for match in WORDS.finditer(folded(text), span.start, span.end)]
    return [span.start, *chain.from_iterable(places), span.end]


def _letters(old: str, new: str, before: Span, after: Span) -> Iterator[Edit]:
    """One edit for each letter that differs; folding keeps every offset."""
    for step in range(before.end - before.start):
        i, j = before.start + step, after.start + step
        if old[i] != new[j]:
            yield _edit(Span(i, i + 1), Span(j, j + 1))


def _edit(before: Span, after: Span) -> Edit:
    op = Op.REPLACE
    if before.start == before.end:
        op = Op.INSERT
    elif after.start == after.end:
        op = Op.DELETE
    return Edit(op, before, after, _verdict)
