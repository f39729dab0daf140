# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that change who is bound, how far and under which conditions (lists in `resources/weights.json`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from drafting.comparing.records import Reason, Span
from drafting.data import load

FUNCTION_WORDS = frozenset(word for words in load("function_words")["phrase_openers"] for word in words)
"""Words and marks that say nothing by themselves."""

_WORD = re.compile(r"[\w-]+")
_REACH = 80  # code points; no phrase is longer


def qualifiers(old: str, new: str, gone: Span, come: Span) -> tuple[Reason, str] | None:
    """What an edit does to the qualifiers it touches, as reason and detail; None when it leaves them.

    A phrase counts wherever it stands, though only a word of it changed ("where necessary" became "where
    appropriate"); a single word counts when nothing but qualifiers came or went, for "relevant" within a new
    clause is not what makes it new.
    """
    before, after = Counter(_touched(old, gone)), Counter(_touched(new, come))
    dropped, added = [*(before - after).elements()], [*(after - before).elements()]
    alone = _nothing_else(gone.of(old), dropped) and _nothing_else(come.of(new), added)
    if not alone:
        dropped, added = ([one for one in found if " " in one] for found in (dropped, added))
    if dropped and added:
        return Reason.QUALIFIER_CHANGED, f"{', '.join(dropped)} → {', '.join(added)}"
    if added:
        return Reason.QUALIFIER_ADDED, ", ".join(added)
    return (Reason.QUALIFIER_DROPPED, ", ".join(dropped)) if dropped else None


def _touched(text: str, span: Span) -> list[str]:
    """The qualifiers that have a part within the span, or that an empty span lies in."""
    start, end = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    places = [match.span() for match in _WORD.finditer(text, start, end)]
    words = [text[first:last].casefold() for first, last in places]
    found, after = [], 0
    for at, word in enumerate(words):
        phrase = next((one for one in _phrases().get(word, ()) if words[at : at + len(one)] == one), None)
        if phrase is None or at < after:
            continue
        after = at + len(phrase)
        if places[at][0] < span.end and places[after - 1][1] > span.start:
            found.append(" ".join(phrase))
    return found


def _nothing_else(words: str, found: Sequence[str]) -> bool:
    """Whether a stretch holds, function words aside, only words of these qualifiers."""
    known = {word for one in found for word in one.split()}
    return all(word in known or word in FUNCTION_WORDS for word in _WORD.findall(words.casefold()))


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The qualifiers as words, by their first word; the longest first."""
    phrases: dict[str, list[list[str]]] = {}
    for phrase in sorted((one.split() for one in load("weights")["qualifiers"]), key=len, reverse=True):
        phrases.setdefault(phrase[0], []).append(phrase)
    return phrases
