# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for words as they are, whatever their quotes, blanks and hyphens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from drafting.errors import SearchError
from drafting.glyphs import folded
from drafting.searching.records import MOST, Field, Found, Query, Span
from drafting.translation import tr


def find(fields: Sequence[Field], query: Query, template: str | None = None) -> Found:
    """Every place of the words, none of which overlaps another; none for words that are blank.

    With a `template`, every place knows what it would give way to (`replacement`). Raises SearchError where
    there are more places than anybody can look at.
    """
    if not query.words.strip():
        return Found()
    wanted = _wanted(query)
    spans = [_spans(wanted, field, query.case) for field in fields]
    check_number(sum(map(len, spans)))
    news: list[list[str]] = []
    if template is not None:
        for field, found in zip(fields, spans, strict=True):
            news.append([replacement(query, field.text[start:end], template) for start, end in found])
    return Found(tuple(fields), tuple(spans), tuple(news))


def check_number(count: int) -> None:
    """Raises SearchError where there are more places than anybody can look at."""
    if count > MOST:
        raise SearchError(
            tr("This stands in more than {number} places: type more of it.").format(number=MOST)
        )


def replacement(query: Query, old: str, template: str) -> str:
    """What replaces `old`: the template, with the capitals of what it replaces where capitals do not matter.

    That is so where both words looked for and words put in are typed in small letters: looking for "state"
    and putting in "government", "States" gives "Governments", as in Word.
    """
    if query.case or not template or query.words != query.words.lower() or template != template.lower():
        return template
    letters = [char for char in old if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return template.upper()
    return template[0].upper() + template[1:] if old[:1].isupper() else template


def _spans(wanted: re.Pattern[str], field: Field, case: bool) -> list[Span]:
    text = folded(field.text) if case else even(field.text)
    return [match.span() for match in wanted.finditer(text, field.low, field.high)]


def _wanted(query: Query) -> re.Pattern[str]:
    words = folded(query.words) if query.case else even(query.words)
    before = r"(?<!\w)" if query.whole and words[0].isalnum() else ""
    after = r"(?!\w)" if query.whole and words[-1].isalnum() else ""
    return re.compile(f"{before}{re.escape(words)}{after}")


@lru_cache(maxsize=8192)  # while words are typed, the same texts are asked for at every letter
def even(text: str) -> str:
    """The text with capitals and glyphs evened out, code point for code point."""
    plain = folded(text)
    low = plain.lower()
    if len(low) == len(plain):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
