# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions in words and figures, singly and in lists, with the organ whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting import ordinals
from drafting.comparing.records import Span
from drafting.updating import organs
from drafting.updating.mentions.records import Mention, MentionKind


@cache
def _session() -> re.Pattern[str]:
    one = ordinals.pattern()
    listed = rf"{one}(?:,\s{one})*(?:,?\s(?:and|or|to)\s{one})?"
    kinds = (
        r"(?P<special>(?:emergency\s)?special\s)?(?:regular\s|resumed\s|substantive\s|annual\s|plenary\s)?"
    )
    after = rf"(?:\sof\s(?:the\s)?(?-i:(?P<organ>{organs.pattern()})))?"
    return re.compile(rf"\b(?P<listed>{listed})\s{kinds}sessions?\b{after}", re.IGNORECASE)


@cache
def _one_ordinal() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){ordinals.pattern()}(?![\w-])", re.IGNORECASE)


def sessions(text: str) -> Iterator[Mention]:
    """Every session in the text."""
    if "ession" not in text:
        return
    for match in _session().finditer(text):
        organ = organs.named(match["organ"]) if match["organ"] else _meeting_organ(text[: match.start()])
        special = match["special"] is not None
        for one in _one_ordinal().finditer(match["listed"]):
            number = ordinals.number_of(one[0])
            if number is not None:
                start = match.start("listed")
                span = Span(start + one.start(), start + one.end())
                yield Mention(MentionKind.SESSION, span, str(number), organ, number, special=special)


def _meeting_organ(before: str) -> str | None:
    """Whose session it is: of the organ named last before it in the sentence, else of the one that speaks.

    "Their … sessions" belong to several organs, in an order that the words alone do not settle.
    """
    if re.search(r"\btheir\s(?:\w+\s){0,3}$", before):
        return None
    return organs.last_named(re.split(r"(?<=;)\s", before)[-1]) or organs.OWN
