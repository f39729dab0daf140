# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that a text refers to, its own and those of others: "paragraphs 3 to 7 above", "para. 40 (a)".

A paragraph is the text's own when the words say so ("above", "of the present resolution") or when no other
text is named at all. Each number of a list is a mention; all of them share what the list is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.citing import NUMBER
from drafting.comparing.records import Span
from drafting.updating.mentions.records import Mention, MentionKind
from drafting.updating.mentions.words import one_of

_ITEM = r"\d{1,3}(?:\s(?:bis|ter)\b)?(?![\d/])(?:\s?\((?:[a-z]{1,2}|[ivx]+)\))*"
_LETTER = r"\((?:[a-z]{1,2}|[ivx]+)\)"
_LINK = r"(?:,?\s(?:and|or|to)\s|,\s|\s?[–-]\s?)"
_LISTED = re.compile(
    r"\b(?P<noun>(?:[Oo]perative\s|[Pp]reambular\s)?(?:(?:[Pp]|[Ss]ubp)ara(?:graphs?|s?\.)))\s"
    rf"(?P<list>(?:{_ITEM}|{_LETTER})(?:{_LINK}(?:{_ITEM}|{_LETTER}))*)"
)
_ONE = re.compile(rf"{_ITEM}|{_LETTER}")
_OTHER = re.compile(r",?\s(?:of|thereof|thereto|to)\b")
_CITED = re.compile(
    rf",?\s(?:of|to)\s(?:the\s)?(?:annex\sto\s)?(?:[A-Z][\w’]*\s|its\s|(?:of|and|on|the)\s){{0,8}}"
    rf"(?:resolution|decision)\s(?P<of>{NUMBER})"
)
# "article 21, paragraph 4", "resolution 70/1, paragraph 5", "A/69/395, para. 3", "Ibid., para. 10"
_FOLLOWS = re.compile(
    r"(?:\b(?:[Aa]rticles?|[Cc]hap\.|[Ss]ect\.|[Ss]ections?|[Aa]nnex|vol\.|part)(?:\s[\w.]+)?|[Ii]bid\.|\d[\w.]*/[\w./]+"
    r"(?:\s[A-Z]|\s\([IVXL\d]+\))?|\)|annex)(?:\sof\s\d{1,2}\s\w+\s\d{4})?,?\s(?:in\sparticular\s|see\s|and\s)?\Z"
)


def paragraphs(text: str) -> Iterator[Mention]:
    """Every numbered paragraph referred to, and every "above-mentioned"; the span of a number is its own."""
    if "ara" in text:
        yield from _numbered(text)
    if "mention" in text or "fore" in text or "bove" in text:
        yield from _mentioned(text)


def _numbered(text: str) -> Iterator[Mention]:
    for match in _LISTED.finditer(text):
        own, of = _whose(text, match)
        noun = re.sub(r"\s+", " ", match["noun"]).casefold()
        for one in _ONE.finditer(text, match.start("list"), match.end("list")):
            number = re.match(r"\d+", one[0])
            count = int(number[0]) if number else None
            value = re.sub(r"\s+", " ", one[0])
            span = Span(*one.span())
            yield Mention(MentionKind.PARAGRAPH, span, value, count=count, counted=noun, own=own, of=of)


def _mentioned(text: str) -> Iterator[Mention]:
    for match in _referring().finditer(text):
        value = match["word"].replace("\u2011", "-").casefold()
        what = re.sub(r"\s+", " ", match["what"]).strip()
        yield Mention(MentionKind.PARAGRAPH, Span(*match.span("word")), value, counted=what, own=True)


def _whose(text: str, match: re.Match[str]) -> tuple[bool, str]:
    """Whether a list of paragraphs is of the text itself, and the number of the resolution it is of."""
    after, before = text[match.end() : match.end() + 160], text[max(0, match.start() - 80) : match.start()]
    if _own().match(after):
        return True, ""
    if cited := _CITED.match(after):
        return False, re.sub(r"\s+", " ", cited["of"]).replace("\u2011", "-")
    return not (_OTHER.match(after) or _FOLLOWS.search(before)), ""


@cache
def _own() -> re.Pattern[str]:
    return re.compile(
        rf",?\s(?:above|below|hereof|(?:of|to|in)\s(?:the\spresent|this)\s(?:{one_of('own_texts')}))\b",
    )


@cache
def _referring() -> re.Pattern[str]:
    word = r"(?!(?:and|or|of|to|in|on|for|is|are|was|were|as|by|with|that|which)\b)[\w’-]+"
    return re.compile(
        rf"\b(?P<word>{one_of('referring')})(?P<what>(?:\s{word}){{0,2}})",
        re.IGNORECASE,
    )
