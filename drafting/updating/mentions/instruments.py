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
_DATED = re.compile(rf"\s?(?:\([^()]{{1,80}}\)\s?)?,?\s(?:of|dated)\s({DATE})")


def instruments(text: str) -> Iterator[Mention]:
    """Every instrument with a name of its own; `dated` and `date` when its day stands directly after it."""
    end = 0
    for head in _head().finditer(text):
        within = head.start() < end  # the name before: "Declaration and Programme of Action"
        if within or _goes_on(text, head.start()) or _not_these().match(text, head.start()):
            continue
        start = _begin(text, head.start(), end)
        tail = _tail().match(text, head.end())
        stop = tail.end() if tail else head.end()
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
    return word in _opening_words() or re.fullmatch(ordinals.pattern(), word, re.IGNORECASE) is not None


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(data("outside"))


@cache
def _tail() -> re.Pattern[str]:
    """What follows a head noun and belongs to the name."""
    ordinal = ordinals.pattern()
    word = rf"(?!(?i:{ordinal})\b|(?:{one_of('no_name')}|{MONTH})\b){_NAME}"
    comma = rf"(?:,\s{word}){{1,4}},?\s(?:and|or)\s{word}"  # "Safe, Orderly and Regular Migration"
    place_and_day = rf"{_NAME}(?:,?\s[A-Z][\w.’-]*){{0,3}},?\s(?:on|from|in|at)\s\d"  # "in Baku on 6 April"
    article = r"(?:(?<!\sand\s)(?<!\sor\s)(?<!\sby\s)the\s|all\s)?"
    inner = rf"\s(?:{one_of('inner_links')})\s(?!(?:the\s)?{place_and_day}){article}{word}"
    first = rf"(?:\s(?:{one_of('links')}|under)\s(?:the\s|all\s)?|\sto\s(?=(?:{one_of('verbs')})\b)){word}"
    both = rf"(?:\s(?:{word}\s)?and\s(?:{word}\s)?(?:{one_of('instruments')})\b)"
    governing = rf"(?<=\sGoverning)\sthe\s{word}"
    more = rf"(?:\s{word}|{governing}|{first}|{inner}|{comma}|{both})"
    year = rf"(?:,?\s(?:of\s)?{_YEAR}(?:\s?[–-]\s?{_YEAR})?(?!\d)|\s\({_YEAR}(?:[–-]{_YEAR})?\))"
    number = r"(?:,?\s\(No\.\s\d{1,4}\)|\sNo\.\s\d{1,4}|(?<=Agenda)\s\d\d\b)"
    return re.compile(rf"(?:{both})?(?:\s{word})*(?:{first}{more}*)?(?:{year})?{number}?")
