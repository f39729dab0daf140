# SPDX-License-Identifier: GPL-3.0-or-later
"""Resolutions and decisions by their numbers, with organ and date.

Forms are those of the Editorial Manual's system of identification: `70/1`, `S-34/1`, `ES-11/1`,
`3314 (XXIX)`, `2532 (2020)`, `2000/22`, `68/247 A`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafting.citing import DATE, NUMBER
from drafting.comparing.records import Span
from drafting.reading.dates import date_in
from drafting.sessions import SC
from drafting.updating import organs
from drafting.updating.mentions.records import Mention, MentionKind

_CITED = re.compile(rf"(?<![\w/.–(-])(?P<number>{NUMBER})(?![\w/])(?:,?\sof\s(?P<date>{DATE}))?")
_NOUN = re.compile(r"\b(?P<noun>[Rr]esolution|[Dd]ecision)s?\b")
_SHARED = re.compile(rf"[^;.]{{0,60}}?,\s(?:both|all)\sof\s({DATE})")  # "76/1 and 76/2, both of …"
_LINK = re.compile(r"(?:,|;)?\s(?:and\s|or\s|as\swell\sas\s)?")


def resolutions(text: str) -> Iterator[Mention]:
    """Every resolution and decision in the text."""
    nouns = list(_NOUN.finditer(text))
    if not nouns:
        return
    end, organ, kind = -1, None, MentionKind.RESOLUTION
    for match in _CITED.finditer(text):
        before = [noun for noun in nouns if noun.end() < match.start()]
        after = next((noun for noun in nouns if noun.start() == match.end() + 1), None)
        if after is not None:  # "Human Rights Council 46/14 resolution": the wrong way round, but meant
            noun, direct = after, True
        elif before:
            noun = before[-1]
            direct = noun.end() + 1 == match.start()
        else:
            continue
        listed = 0 <= end <= match.start() and _LINK.fullmatch(text, end, match.start()) is not None
        unmistakable = re.match(r"\d+/", match["number"]) is None  # no ratio or fraction looks like "ES-11/1"
        if not (direct or listed or match["date"] or unmistakable):
            continue
        if direct or not listed:
            kind = MentionKind(noun["noun"].casefold())
            organ = _citing_organ(text, match.start() if after else noun.start(), match.end())
        end = match.end()
        yield _resolution(match, organ, kind)


def _resolution(match: re.Match[str], organ: str | None, kind: MentionKind) -> Mention:
    value = re.sub(r"\s+", " ", match["number"]).replace("\u2011", "-")
    number = Span(*match.span("number"))
    mention = Mention(kind, Span(*match.span()), value, organ, number=number)
    if match["date"]:
        mention = replace(mention, dated=date_in(match["date"]), date=Span(*match.span("date")))
    elif shared := _SHARED.match(match.string, match.end()):
        mention = replace(mention, dated=date_in(shared[1]))
    if form := re.fullmatch(r"(\d{1,4})/(\d{1,4})(.*)", value):
        return replace(mention, session=int(form[1]), template="{session}/{serial}" + form[3])
    if form := re.fullmatch(r"(\d{1,4}) \((\d{4})\)", value):
        return replace(mention, organ=SC, session=int(form[2]), template="{serial} ({session})")
    return mention


def _citing_organ(text: str, noun: int, end: int) -> str | None:
    """Whose resolution it is: named before the word, subject of "its", or "adopted by the …"."""
    before, rest = text[:noun].rstrip(), text[end : end + 300]
    if named := organs.named_last(before):
        return named
    if its := re.search(r"\bits(?:\s\w+)?$", before):
        return _subject(before[: its.start()], rest) or organs.OWN
    adopted = re.match(r"[^;.]{0,160}?\badopted\sby\sthe\s", rest)
    return (organs.named_first(rest[adopted.end() :]) if adopted else None) or organs.OWN


def _subject(before: str, rest: str) -> str | None:
    """Whose "its" it is: "in its resolution …, the Assembly", "endorsed by the Assembly in its decision"."""
    follows = re.match(r",?\s(?:in\swhich\s)?the\s", rest)
    if follows and (subject := organs.named_first(rest[follows.end() :])):
        return subject
    if leads := re.search(r",?\s(?:in|by|through|under)\s(?:[\w\s]{1,40}\sof\s)?$", before):
        return organs.named_last(before[: leads.start()])
    return None
