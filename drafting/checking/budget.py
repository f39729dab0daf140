# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that cost money: they usually lead to a statement of programme budget implications (rule 7.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafting.checking.records import Check, Finding, ParagraphCheck, Spot
from drafting.checking.rules import finding
from drafting.data import load
from drafting.resolution import Paragraph, Part
from drafting.translation import marked, tr

_SENTENCE = r"[^;.]{0,300}?"
_REQUEST = re.compile(r"\b(?:[Rr]equests?|[Rr]equesting|[Rr]eiterates\sits\srequest)\b")


def budget(paragraph: Paragraph) -> Iterator[Finding]:
    """A request to the Secretariat for what costs money, or a decision that does."""
    if paragraph.part is not Part.OPERATIVE:
        return
    for match, says in _asked(paragraph.text):
        spot, words = Spot(paragraph.id, match.start("what"), match.end("what")), match["what"]
        message = tr(
            "This asks for {what}, which usually needs a statement of programme budget implications."
        ).format(what=tr(says))
        yield finding("budget", spot, words, message)


def _asked(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each thing asked for: one of a kind in a paragraph is enough."""
    if decided := _decision().match(text):
        yield decided, marked("something new to be set up")
    for request in _REQUEST.finditer(text):
        for pattern, says in _kinds():
            if found := pattern.match(text, request.end()):
                yield found, says
                break


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], str], ...]:
    data = load("phrases")["budget"]
    asked = _one_of(data["asked"])
    made = []
    for kind in data["kinds"]:
        what = _one_of(kind["any"])
        if "with" in kind:
            what += rf"\b[^;.]{{0,140}}?\b{_one_of(kind['with'])}"
        pattern = rf"\sthe\s{asked}\b{_SENTENCE}(?P<what>{what})\b"
        made.append((re.compile(pattern), str(kind["says"])))
    return tuple(made)


@cache
def _decision() -> re.Pattern[str]:
    what = _one_of(load("phrases")["budget"]["mandate"])
    return re.compile(rf"(?:Also\s|Further\s)?(?P<what>{what})\b", re.IGNORECASE)


def _one_of(words: list[str]) -> str:
    return f"(?:{'|'.join(re.escape(one) for one in sorted(words, key=len, reverse=True))})"


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {"budget": budget}
TEXT_CHECKS: Mapping[str, Check] = {}
