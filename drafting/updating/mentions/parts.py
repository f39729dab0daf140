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


def parts(text: str) -> Iterator[Mention]:
    """Every part of a document; `own` when of the text itself ("the annex to the present resolution")."""
    for match in _chain().finditer(text):
        value = re.sub(r"\s+", " ", match[0])
        whose = owner(text, *match.span())
        yield Mention(MentionKind.PART, Span(*match.span()), value, own=whose.own, of=whose.of)


@cache
def _chain() -> re.Pattern[str]:
    table = data("parts")
    number = (
        rf"(?:[IVXLC]{{1,7}}|\d{{1,5}}(?:[A-Z]\b)?(?:\.\d{{1,3}}|\.[a-z])*|[A-Z](?:\.\w{{1,4}}){{0,5}}|{one_of('number_words')})"
        rf"(?![\w/])(?:\s?\((?:[a-z]{{1,2}}|[ivx]+|\d{{1,2}})\))*"
    )
    several = rf"{number}(?:(?:,\s|,?\s(?:and|or|to)\s|\s?[–-]\s?){number})*"
    one = (
        rf"(?:(?:{_either_case(table['numbered'])})\s{several}"
        rf"|(?:{_either_case(table['alone'])})(?:\s{several})?(?!\w))"
    )
    return re.compile(rf"(?<![\w-]){one}(?:,\s{one})*")


def _either_case(words: list[str]) -> str:
    return either([*words, *(word[0].upper() + word[1:] for word in words if word[0].islower())])
