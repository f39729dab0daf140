# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that a text refers to, its own and those of others: "paragraphs 3 to 7 above", "para. 40 (a)".

A paragraph is the text's own when the words say so ("above", "of the present resolution") or when no other
text is named at all. Each number of a list is a mention; all of them share what the list is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.comparing.records import Span
from drafting.reading.structure.letters import again_pattern
from drafting.updating.mentions.owners import owner
from drafting.updating.mentions.records import Mention, MentionKind
from drafting.updating.mentions.words import one_of

_AGAIN = rf"(?:\s(?:{again_pattern()})\b)?"  # of what was put in in negotiation
_LETTER = rf"\((?:[a-z]{{1,2}}|[ivx]+){_AGAIN}\)"
_ITEM = rf"\d{{1,3}}{_AGAIN}(?![\d/])(?:\s?{_LETTER})*"
_LINK = r"(?:,?\s(?:and|or|to)\s|,\s|\s?[–-]\s?)"
_LISTED = re.compile(
    r"\b(?P<noun>(?:[Oo]perative\s|[Pp]reambular\s)?(?:(?:[Pp]|[Ss]ubp)ara(?:graphs?|s?\.)))\s"
    rf"(?P<list>(?:{_ITEM}|{_LETTER})(?:{_LINK}(?:{_ITEM}|{_LETTER}))*)"
)
_ONE = re.compile(rf"{_ITEM}|{_LETTER}")


def paragraphs(text: str) -> Iterator[Mention]:
    """Every numbered paragraph referred to, and every "above-mentioned"; the span of a number is its own."""
    if "ara" in text:
        yield from _numbered(text)
    if "mention" in text or "fore" in text or "bove" in text:
        yield from _mentioned(text)


def _numbered(text: str) -> Iterator[Mention]:
    for match in _LISTED.finditer(text):
        whose = owner(text, *match.span())
        own = whose.own or not whose.other
        noun = re.sub(r"\s+", " ", match["noun"]).casefold()
        noun = re.sub(r"para(?:s?\.|graphs?)", "paragraph", noun)
        for one in _ONE.finditer(text, match.start("list"), match.end("list")):
            number = re.match(r"\d+", one[0])
            count = int(number[0]) if number else None
            value = re.sub(r"\s+", " ", one[0])
            span = Span(*one.span())
            yield Mention(MentionKind.PARAGRAPH, span, value, count=count, counted=noun, own=own, of=whose.of)


def _mentioned(text: str) -> Iterator[Mention]:
    for match in _referring().finditer(text):
        value = match["word"].replace("\u2011", "-").casefold()
        what = re.sub(r"\s+", " ", match["what"]).strip()
        yield Mention(MentionKind.PARAGRAPH, Span(*match.span("word")), value, counted=what, own=True)


@cache
def _referring() -> re.Pattern[str]:
    word = r"(?!(?:and|or|of|to|in|on|for|is|are|was|were|as|by|with|that|which)\b)[\w’-]+"
    return re.compile(
        rf"\b(?P<word>{one_of('referring')})(?P<what>(?:\s{word}){{0,2}})",
        re.IGNORECASE,
    )
