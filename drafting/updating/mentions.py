# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paragraph cites: resolutions and decisions, document symbols, sessions and dates, each at its place.

Forms are those of the Editorial Manual's system of identification: `70/1`, `S-34/1`, `ES-11/1`,
`3314 (XXIX)`, `2532 (2020)`, `2000/22`, `68/247 A`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from drafting import ordinals
from drafting.citing import DATE, MONTHS, NUMBER, SYMBOL, UP_TO
from drafting.comparing.records import Span
from drafting.data import load
from drafting.reading.dates import date_in
from drafting.sessions import SC
from drafting.updating import organs


class MentionKind(StrEnum):
    """What is mentioned."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    SYMBOL = "symbol"
    SESSION = "session"
    DATE = "date"
    YEAR = "year"  # a year, a range of years or a biennium standing for a time: "by the end of 2025"
    PERIOD = "period"  # a length of time: "for a period of three years"
    ORDINAL = "ordinal"  # what is counted: "the nineteenth Summit", "the tenth anniversary"
    PARAGRAPH = "paragraph"  # of this text or of a cited one: "paragraph 5 above"
    PART = "part"  # of a cited document: "chap. II, sect. A", "annex"
    INSTRUMENT = "instrument"  # a treaty or declaration with its date


class Role(StrEnum):
    """What a time does in its sentence."""

    NONE = ""
    DEADLINE = "deadline"  # until, by, no later than, before the end of: something is to be done by then
    START = "start"  # from, since, as from
    EVENT = "event"  # the days of a meeting: held, to be held, convened


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: `span` is what a proposal replaces, `value` its normal form ("50/4", "59", "2024-01-20").

    `organ` is the organ cited, `OWN` for "its" and for a bare "resolution", None when the text does not tell.
    `session` is the session or year in it. A resolution has `number` (the span of the number alone) and, when
    the text gives it, `dated` and `date` (the span of the date; None where one date stands for several).
    `template` builds the same form for another session, with `{session}` and `{serial}`. `special` marks
    sessions that no calendar advances. Of a time `role` says what it does, and `dated` is its last day. Of an
    ordinal `count` is the number and `counted` the noun ("Summit"); of a period `count` is its months.
    """

    kind: MentionKind
    span: Span
    value: str
    organ: str | None = None
    session: int | None = None
    number: Span | None = None
    dated: date | None = None
    date: Span | None = None
    template: str = ""
    special: bool = False
    role: Role = Role.NONE
    count: int | None = None
    counted: str = ""


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[Mention, ...]:
    """All mentions in text order; their spans lie within the text and never overlap."""
    if "ession" not in text and not re.search(r"\d", text):
        return ()
    taken: list[Mention] = []
    for finder in (_symbols, _sessions, _resolutions, _dates):
        for mention in finder(text):
            if all(
                mention.span.end <= other.span.start or other.span.end <= mention.span.start
                for other in taken
            ):
                taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.span.start))


# ------------------------------------------------------------------------------------------------- dates

_DATES = re.compile(rf"(?<!\d)(?:{UP_TO})?({DATE})(?!\d)")


def print_date(day: date) -> str:
    """The day as resolutions print it, on every system alike."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _dates(text: str) -> Iterator[Mention]:
    for match in _DATES.finditer(text):
        last = date_in(match[1])
        value = last.isoformat() if last and match[0] == match[1] else re.sub(r"\s+", " ", match[0])
        yield Mention(MentionKind.DATE, Span(*match.span()), value, session=None, dated=last)


# ----------------------------------------------------------------------------------------------- symbols

_SYMBOL = re.compile(SYMBOL)


def _symbols(text: str) -> Iterator[Mention]:
    if "/" not in text:
        return
    for match in _SYMBOL.finditer(text):
        if re.search(r"/\S*\d", match[0]):
            yield _symbol(match)


def _symbol(match: re.Match[str]) -> Mention:
    words = match[0]
    plain = Mention(MentionKind.SYMBOL, Span(*match.span()), words)
    for entry in load("organs")["symbols"]:
        parts = words.split("/")
        at = entry["session_at"]
        if not words.startswith(entry["begins"]) or len(parts) <= at + 1 or not parts[at].isdigit():
            continue
        serial = re.fullmatch(r"((?:[A-Z]+\.)?)(\d+)(.*)", parts[at + 1])
        if serial is None:
            continue
        rest = ["{session}", serial[1] + "{serial}" + serial[3]]
        template = "/".join([*parts[:at], *rest, *parts[at + 2 :]])
        return replace(plain, organ=entry["organ"], session=int(parts[at]), template=template)
    return plain


def serial_of(mention: Mention) -> str:
    """The serial number in a symbol or resolution number, empty where its form is not known."""
    if "{serial}" not in mention.template or mention.session is None:
        return ""
    before, after = mention.template.replace("{session}", str(mention.session)).split("{serial}")
    return mention.value[len(before) : len(mention.value) - len(after)]


# ---------------------------------------------------------------------------------------------- sessions


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


def _sessions(text: str) -> Iterator[Mention]:
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


# ------------------------------------------------------------------------------------------- resolutions

_CITED = re.compile(rf"(?<![\w/.–(-])(?P<number>{NUMBER})(?![\w/])(?:,?\sof\s(?P<date>{DATE}))?")
_NOUN = re.compile(r"\b(?P<noun>[Rr]esolution|[Dd]ecision)s?\b")
_SHARED = re.compile(rf"[^;.]{{0,60}}?,\s(?:both|all)\sof\s({DATE})")  # "76/1 and 76/2, both of …"
_LINK = re.compile(r"(?:,|;)?\s(?:and\s|or\s|as\swell\sas\s)?")


def _resolutions(text: str) -> Iterator[Mention]:
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
