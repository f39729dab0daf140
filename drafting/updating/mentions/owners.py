# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose paragraph or part it is: of the text itself, of a resolution cited beside it, of another document."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafting.citing import DATE, NUMBER
from drafting.updating.mentions.words import one_of

_NEAR = 160  # characters in which an owner is named
_OTHER = re.compile(r",?\s(?:of|thereof|thereto|to)\b")
_CITED = re.compile(
    rf",?\s(?:of|to)\s(?:the\s)?(?:annex\sto\s)?(?:[A-Z][\w’]*\s|its\s|(?:of|and|on|the)\s){{0,8}}"
    rf"(?:resolution|decision)\s(?P<of>{NUMBER})"
)
# "paragraphs 60 to 63, and in particular paragraph 63 (d), of the Final Document": one owner for both
_MORE = re.compile(
    r",?\s(?:(?:and|or)\s)?(?:in\sparticular\s)?paragraphs?\s"
    r"(?:\d{1,3}|\([a-z]{1,2}\)|and\b|to\b|[\s,]){1,20}(?<![\s,])"
)
_PART = r"(?:annex|chap\.|sect\.|section|part|para\.)(?:\s[\w.]{1,8})?"
# what stands in "resolution 70/1, paragraph 5" and "Resolution 66/288, annex, para. 274" before the number
_AFTER_CITED = re.compile(
    rf"\b(?:[Rr]esolution|[Dd]ecision)\s(?P<of>{NUMBER})(?:\sof\s{DATE})?,?\s(?:{_PART},?\s(?:and\s)?)*"
    r"(?:in\sparticular\s)?\Z"
)
# the same in "article 21, paragraph 4", "A/69/395, para. 3", "Ibid., para. 10", "(A/80/20), paras. 303"
_AFTER_OTHER = re.compile(
    r"(?:\b(?:[Aa]rticles?|[Rr]ule|[Cc]hap\.|[Ss]ect\.|[Ss]ections?|[Aa]nnex|vol\.|part)(?:\s[\w.]+)?"
    r"|[Ii]bid\.|\d[\w.]*/[\w./]+|\))(?:\sof\s\d{1,2}\s\w+\s\d{4})?,?\s(?:in\sparticular\s|see\s|and\s)?\Z"
)


class Owner(NamedTuple):
    """`own` when it is of the text itself by its words, `other` when another document is named.

    `of` is the number of a resolution or decision that is named; neither holds for "paragraph 5" alone.
    """

    own: bool = False
    other: bool = False
    of: str = ""


def owner(text: str, start: int, end: int) -> Owner:
    """The owner of what stands at `[start, end)`, by the words after it, else by those before."""
    after, before = text[end : end + _NEAR], text[max(0, start - _NEAR) : start]
    if more := _MORE.match(after):
        after = after[more.end() :]
    if _own().match(after):
        return Owner(own=True)
    cited = _CITED.match(after) or (None if _OTHER.match(after) else _AFTER_CITED.search(before))
    if cited:
        return Owner(other=True, of=re.sub(r"\s+", " ", cited["of"]).replace("\u2011", "-"))
    return Owner(other=bool(_OTHER.match(after) or _AFTER_OTHER.search(before)))


@cache
def _own() -> re.Pattern[str]:
    named = rf"(?:of|to|in)\s(?:the\spresent|this)\s(?:{one_of('own_texts')})"
    return re.compile(rf",?\s(?:above|below|hereof|hereto|{named})\b")
