# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of documents: "chap. II, sect. A", "section VI of its resolution", "annex", "part one", "article 25".

Parts that follow each other at one place are one mention. The numbers of treaties ("No. 973", "vol. 75") and
of supplements are parts too: no session or year moves them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.comparing.records import Span
from drafting.updating.mentions.owners import owner
from drafting.updating.mentions.records import Mention, MentionKind
from drafting.updating.mentions.words import data, either, one_of

_COMMA = re.compile(r",\s")


def parts(text: str) -> Iterator[Mention]:
    """Every part of a document; `own` when of the text itself ("the annex to the present resolution")."""
    for start, end in _chains(text):
        value = re.sub(r"\s+", " ", text[start:end])
        whose = owner(text, start, end)
        yield Mention(MentionKind.PART, Span(start, end), value, own=whose.own, of=whose.of)


def _chains(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of parts that follow each other: "chap. II, sect. A"."""
    chain: tuple[int, int] | None = None
    for match in _part().finditer(text):
        if chain and _COMMA.fullmatch(text, chain[1], match.start()):
            chain = (chain[0], match.end())
            continue
        if chain:
            yield chain
        chain = match.span()
    if chain:
        yield chain


@cache
def _part() -> re.Pattern[str]:
    table = data("parts")
    figures = r"\d{1,5}(?:[A-Z]\b)?(?:\.\d{1,3}|\.[a-z])*"
    letters = r"[IVXLC]{1,7}|[A-Z](?:\.\w{1,4}){0,5}"
    point = r"(?:\s?\((?:[a-z]{1,2}|[ivx]+|\d{1,2})\))*"
    number = rf"(?:{letters}|{figures}|{one_of('number_words')})(?![\w/]){point}"
    several = rf"{number}(?:(?:,\s|,?\s(?:and|or|to)\s|\s?[–-]\s?){number})*"
    one = (
        rf"(?:(?:{_either_case(table['numbered'])})\s{several}"
        rf"|(?:{_either_case(table['alone'])})(?:\s{several})?(?!\w))"
    )
    return re.compile(rf"(?<![\w-]){one}")


def _either_case(words: list[str]) -> str:
    return either([*words, *(word[0].upper() + word[1:] for word in words if word[0].islower())])
