# SPDX-License-Identifier: GPL-3.0-or-later
"""What ordinals count besides sessions: "the Nineteenth Summit", "its tenth and twentieth anniversaries"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting import ordinals
from drafting.comparing.records import Span
from drafting.updating.mentions.records import Mention, MentionKind
from drafting.updating.mentions.words import data, either, may_hold


def counted(text: str) -> Iterator[Mention]:
    """Every ordinal before such a noun, one mention for each of several; the span is the ordinal's."""
    if not ordinals.possible(text) or not may_hold(text, "counted"):
        return
    for match in _counted().finditer(text):
        noun = _singular(match["noun"])
        for one in ordinals.single().finditer(match["listed"]):
            number = ordinals.number_of(one[0])
            if number is not None:
                start = match.start("listed")
                span = Span(start + one.start(), start + one.end())
                yield Mention(MentionKind.ORDINAL, span, str(number), count=number, counted=noun)


def _singular(noun: str) -> str:
    """The noun as written, in the singular: "Summits" is "Summit"."""
    plain = noun.casefold()
    one = next((one for one, many in data("counted").items() if plain in (one, many)), plain)
    return one.capitalize() if noun[0].isupper() else str(one)


@cache
def _counted() -> re.Pattern[str]:
    one = ordinals.pattern()
    nouns = either([form for pair in data("counted").items() for form in pair])
    # at most six words of a name between: "the fifth United Nations Conference on …" but no "and", "of", "in"
    between = (
        r"(?:(?!(?:and|or|of|the|to|in|on|for|at|by|with|from|as|a|an|its|time|session)\s)[\w’&-]+\s){0,6}?"
    )
    return re.compile(
        rf"(?<![\w-])(?P<listed>(?:{one}(?:,?\s(?:and|or|to)\s(?:the\s)?|,\s)?){{1,12}})\s"
        rf"(?!Committee\b){between}(?:(?:{nouns})\s){{0,2}}(?P<noun>{nouns})\b",  # "Review Conference"
        re.IGNORECASE,
    )
