# SPDX-License-Identifier: GPL-3.0-or-later
"""Resolutions and decisions by their numbers, with organ and date.

Forms are those of the Editorial Manual's system of identification: `70/1`, `S-34/1`, `ES-11/1`,
`3314 (XXIX)`, `2532 (2020)`, `2000/22`, `68/247 A`; and those of conferences and other organizations,
`1/CP.21`, `VII/11`, `A.1078(28)`, which no template builds anew.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from drafting.citing import DATE, NUMBER
from drafting.comparing.records import Span
from drafting.reading.dates import date_in
from drafting.sessions import SC
from drafting.updating import organs
from drafting.updating.mentions.records import Mention, MentionKind

_LETTERS = r"(?:(?<=\s[A-Z])(?:\s(?:and|to)\s|,\s|–)[A-Z](?![\w’'])){1,6}"  # "68/247 A and B"
_CONFERENCES = (
    r"\d{1,3}/[A-Z]{2,5}\.\d{1,3}"  # 1/CP.21
    r"|[IVXL]{1,7}/\d{1,3}(?:\s[A-Z](?![\w’']))?"  # VII/11 of the parties to a convention
    r"|(?<=esolution\s)\d{1,4}(?:\.\d{1,2})?(?!\s?[–-]\d|,\d|[\s\u00a0]\()"  # resolution 1 of a conference
    r"|GC\(\d{1,3}\)/RES/\d{1,3}"
    r"|[A-Z][A-Za-z]{0,5}\.?\s?\d{1,4}(?:\.\d{1,3})*(?:\s?\((?:Rev\.\s?)?\w{1,8}\))?"  # A.1078(28), WHA74.7
)
_CITED = re.compile(
    rf"(?<![\w/.–(-])(?:(?P<number>{NUMBER}{_LETTERS}|{NUMBER})|(?P<other>{_CONFERENCES}))(?![\w/])"
    rf"(?:,?\sof\s(?:(?P<date>{DATE})|(?P<same>the\ssame\sd(?:ate|ay))))?"
)
_REST = re.compile(rf"(?:(?:,|;)?\s(?:and\s|or\s)?{NUMBER}(?:,?\sof\s{DATE})?)*")
_SUBJECT = re.compile(r",?\s(?:on|concerning|entitled|relating\sto|in\swhich|by\swhich)\b")
_FIRST_YEAR = 1945  # no session has such a number
_NEAR = 400  # characters before a number in which its organ is named
_NOUN = re.compile(r"\b(?P<noun>[Rr]esolution|[Dd]ecision)s?\b")
# "5/1, on …, and resolution 5/2, on …, both of 18 June 2007"
_SHARED = re.compile(rf"(?P<between>[^;.]{{0,300}}?),\s(?P<how>both|all)\sof\s(?P<date>{DATE})")
_LINK = re.compile(r"(?:,|;)?\s(?:and\s|or\s|as\swell\sas\s)?")


def resolutions(text: str) -> Iterator[Mention]:
    """Every resolution and decision in the text."""
    nouns = list(_NOUN.finditer(text))
    if not nouns:
        return
    starts, ends = {noun.start(): noun for noun in nouns}, [noun.end() for noun in nouns]
    organ, kind, last = None, MentionKind.RESOLUTION, None
    for match in _CITED.finditer(text):
        after = starts.get(match.end() + 1)  # "Human Rights Council 46/14 resolution": the wrong way round
        before = bisect_left(ends, match.start())
        noun = after or (nouns[before - 1] if before else None)
        if noun is None:
            continue
        direct = noun is after or noun.end() + 1 == match.start()
        listed = last is not None and _LINK.fullmatch(text, last.span.end, match.start()) is not None
        going_on = last is not None and not listed and _goes_on(match, noun, last.span.end)
        if not (direct or listed or going_on or _is_citation(match)):
            continue
        if direct or not (listed or going_on):
            kind = MentionKind(noun["noun"].casefold())
            organ = _citing_organ(text, match.start() if after else noun.start(), match.end())
        last = _of_the_same(_resolution(match, organ, kind, last), last)
        yield last


def _of_the_same(mention: Mention, before: Mention | None) -> Mention:
    """Numbers by years tell whose "its" is: "Commission resolution 2009/1 and its resolution 2013/1"."""
    by_years = before is not None and min(before.session or 0, mention.session or 0) > _FIRST_YEAR
    if by_years and before and before.organ and mention.organ == organs.OWN and before.organ != SC:
        return replace(mention, organ=before.organ)
    return mention


def _goes_on(match: re.Match[str], noun: re.Match[str], end: int) -> bool:
    """Whether a list goes on after a subject: "resolutions 5/1, on …, and 5/2, on the Code of Conduct"."""
    text, start = match.string, match.start()
    near = noun[0].endswith("s") and match["number"] is not None and noun.end() <= end <= start < end + _NEAR
    linked = near and re.search(r"(?:,|\sand|\sor)\s\Z", text[max(end, start - 6) : start]) is not None
    return linked and ";" not in text[end:start] and _SUBJECT.match(text, match.end()) is not None


def _is_citation(match: re.Match[str]) -> bool:
    """Whether a number apart from the word is one by its date or form: no ratio looks like "ES-11/1"."""
    if match["number"] is None:
        return False
    return match["date"] is not None or re.match(r"\d+/", match["number"]) is None


def _resolution(
    match: re.Match[str], organ: str | None, kind: MentionKind, before: Mention | None
) -> Mention:
    number = Span(*match.span("number" if match["number"] else "other"))
    value = re.sub(r"\s+", " ", number.of(match.string)).replace("\u2011", "-")
    mention = Mention(kind, Span(*match.span()), value, organ, number=number)
    if match["date"]:
        mention = replace(mention, dated=date_in(match["date"]), date=Span(*match.span("date")))
    elif match["same"]:
        mention = replace(mention, dated=before.dated if before else None)
    elif shared := _shared_date(match):
        mention = replace(mention, dated=date_in(shared))
    if match["other"]:
        return replace(mention, organ=organ or None)  # no organ of the tables numbers so
    if form := re.fullmatch(r"(\d{1,4})/(\d{1,4})(.*)", value):
        return replace(mention, session=int(form[1]), template="{session}/{serial}" + form[3])
    if form := re.fullmatch(r"(\d{1,4}) \((\d{4})\)", value):
        return replace(mention, organ=SC, session=int(form[2]), template="{serial} ({session})")
    return mention


def _shared_date(match: re.Match[str]) -> str | None:
    """The date that stands for several: of two for "both", of all without a date of their own for "all"."""
    shared = _SHARED.match(match.string, match.end())
    if shared is None:
        return None
    between = list(_CITED.finditer(shared["between"]))
    several = shared["how"] == "all" or len(between) < 2
    return shared["date"] if several and not any(one["date"] for one in between) else None


def _citing_organ(text: str, noun: int, end: int) -> str | None:
    """Whose resolution it is: named before or after, subject of "its", or "adopted by the …"."""
    before, rest = text[max(0, noun - _NEAR) : noun].rstrip(), text[end : end + 300]
    if named := organs.named_last(before):
        return named
    if its := re.search(r"\bits(?:\s\w+)?$", before):
        return _subject(before[: its.start()], rest) or organs.OWN
    listed = _REST.match(rest)
    of = re.compile(r"\sof\sthe\s").match(rest, listed.end() if listed else 0)
    if of and (named := organs.named_first(rest[of.end() :])):
        return named
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
