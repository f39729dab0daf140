# SPDX-License-Identifier: GPL-3.0-or-later
"""Treaties, declarations and programmes by name: "the Baku Declaration of 6 April 2018", "the 2030 Agenda".

Recognised by form: a head noun (data) with the capitalised words around it. A bare short form is none ("the
Agreement"). The year of a treaty is part of its name, the full date beside it is a mention of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting import ordinals
from drafting.citing import DATE, MONTH
from drafting.comparing.records import Span
from drafting.reading.dates import date_in
from drafting.updating.mentions.records import Mention, MentionKind
from drafting.updating.mentions.words import data, one_of

_LONGEST = 160  # characters of a name before its head noun
_NAME = r"[A-Z](?:[^\W\d]|[’'\u2010\u2011-])*"
# "Antigua and Barbuda Agenda", "Disengagement of Forces Agreement", "Palma de Mallorca Protocol"
_SMALL = frozenset(("and", "of", "de", "del", "da", "do"))
_YEAR = r"(?:1[89]|2[01])\d\d"
_WORD = re.compile(rf"(?<!\w){_NAME}")
_SUFFIX = re.compile(  # "2015–2030", ", 2011 (No. 189)", "Agenda 21"
    rf"(?:,?\s(?:of\s)?{_YEAR}(?:\s?[–-]\s?{_YEAR})?(?!\d)|\s\({_YEAR}(?:[–-]{_YEAR})?\))?"
    r"(?:,?\s\(No\.\s\d{1,4}\)|\sNo\.\s\d{1,4}|(?<=Agenda)\s\d\d\b)?"
)
_DATED = re.compile(rf"\s?(?:\([^()]{{1,80}}\)\s?)?,?\s(?:of|dated)\s({DATE})")


def instruments(text: str) -> Iterator[Mention]:
    """Every instrument with a name of its own; `dated` and `date` when its day stands directly after it."""
    end = 0
    for head in _head().finditer(text):
        within = head.start() < end  # the name before: "Declaration and Programme of Action"
        if within or _goes_on(text, head.start()) or _not_these().match(text, head.start()):
            continue
        start = _begin(text, head.start(), end)
        stop = _end(text, head.end())
        if start == head.start() and stop == head.end():
            continue
        end = stop
        yield _instrument(text, start, stop)


def _instrument(text: str, start: int, stop: int) -> Mention:
    value = re.sub(r"\s+", " ", text[start:stop]).replace("\u2011", "-")
    dated = _DATED.match(text, stop)
    years = re.findall(rf"(?<!\d){_YEAR}(?!\d)", value)
    return Mention(
        MentionKind.INSTRUMENT,
        Span(start, stop),
        value,
        dated=date_in(dated[1]) if dated else None,
        date=Span(*dated.span(1)) if dated else None,
        count=int(years[-1]) if years else None,
    )


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('instruments')})(?![\w\u2010\u2011-])")  # begins with a letter: quick


def _goes_on(text: str, at: int) -> bool:
    """Whether a word or a compound goes on there."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in "-\u2010\u2011")


@cache
def _not_these() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('not_instruments')})\b")


def _begin(text: str, head: int, least: int) -> int:
    """Where the name begins: capitalised words before the head noun, back to an article or another word."""
    begin, joined = head, False
    floor = max(least, head - _LONGEST)
    for word in reversed(list(re.finditer(r"\S+", text[floor:head]))):
        name = word[0].lstrip("(“‘")
        if re.fullmatch(rf"{_NAME}|{_YEAR}", name) and not _is_outside(name):
            begin, joined = floor + word.end() - len(name), False
            if name != word[0]:
                break
        elif word[0] in _SMALL and begin < head and not joined:
            joined = True
        else:
            break
    return begin


def _is_outside(word: str) -> bool:
    return word in _opening_words() or ordinals.number_of(word) is not None


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(data("outside"))


def _end(text: str, head: int) -> int:
    """Where the name ends that goes on after its head noun: before an ordinal, a month, a number."""
    tail = _tail().match(text, head)
    end = tail.end() if tail else head
    stops = [stop.start() for stop in (_stop().search(text, head, end), _ordinal(text, head, end)) if stop]
    if stops:
        end = max((name.end() for name in _WORD.finditer(text, head, min(stops))), default=head)
    suffix = _SUFFIX.match(text, end)
    return suffix.end() if suffix else end


def _ordinal(text: str, start: int, end: int) -> re.Match[str] | None:
    return ordinals.single().search(text, start, end) if ordinals.possible(text[start:end]) else None


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('no_name')}|{MONTH})\b")


@cache
def _tail() -> re.Pattern[str]:
    """What follows a head noun and may belong to the name."""
    comma = rf"(?:,\s{_NAME}){{1,4}},?\s(?:and|or)\s{_NAME}"  # "Safe, Orderly and Regular Migration"
    place_and_day = r"[A-Z][\w’-]*(?:,?\s[A-Z][\w.’-]*){0,3},?\s(?:on|from|in|at)\s\d"  # "in Baku on 6 …"
    article = r"(?:(?<!\sand\s)(?<!\sor\s)(?<!\sby\s)the\s|all\s)?"
    inner = rf"\s(?:{one_of('inner_links')})\s(?!(?:the\s)?{place_and_day}){article}{_NAME}"
    link = rf"\s(?:{one_of('links')}|under)\s(?:the\s|all\s)?"
    first = rf"(?:{link}|\sto\s(?=(?:{one_of('verbs')})\b)){_NAME}"
    both = rf"(?:\s(?:{_NAME}\s)?and\s(?:{_NAME}\s)?(?:{one_of('instruments')})\b)"
    governing = rf"(?<=\sGoverning)\sthe\s{_NAME}"
    more = rf"(?:\s{_NAME}|{governing}|{first}|{inner}|{comma})"
    return re.compile(rf"{both}?(?:\s{_NAME})*(?:{first}{more}*)?")
