# SPDX-License-Identifier: GPL-3.0-or-later
"""The organs a text names, and which of them a phrase speaks of (data in `resources/organs.json`)."""

from __future__ import annotations

import re
from functools import cache

from drafting import ordinals
from drafting.data import load
from drafting.sessions import Count, organ
from drafting.translation import tr

OWN = ""  # the organ that adopts the text: "its resolution", "at its fifty-ninth session"


def session_name(body: str, session: int) -> str:
    """A session in figures: "59th session", or "2025" for an organ that numbers by years."""
    if organ(body).count is Count.YEARS:
        return str(session)
    # Other languages make ordinals of figures in their own way.
    return tr("{ordinal} session").format(ordinal=ordinals.in_figures(session), number=session)


def target_name(body: str, session: int) -> str:
    """What a draft is for, within a sentence: "the 59th session", "2025"; 0 is "a session not known yet"."""
    if not session:
        return tr("a session not known yet")
    name = session_name(body, session)
    return name if organ(body).count is Count.YEARS else tr("the {session}").format(session=name)


def named(words: str) -> str:
    """The full name for a full or short form ("Assembly"); other names stay as they are."""
    words = re.sub(r"\s+", " ", words).strip()
    for entry in load("organs")["organs"]:
        # "Recalling Human Rights Council resolution …": a capital before a name need not belong to it.
        if words.endswith(entry["name"]) or words in entry["short"]:
            return str(entry["name"])
    first, _, rest = words.partition(" ")
    return rest if rest and first.casefold() in _participles() else words


@cache
def _participles() -> frozenset[str]:
    """What opens preambular paragraphs: the capital of "Recalling Commission on …" begins no name."""
    return frozenset(load("openings")["preamble"]["participles"])


@cache
def pattern() -> str:
    """A regular expression for the name of an organ, known or not ("Committee on Fisheries")."""
    data = load("organs")
    known = [form for entry in data["organs"] for form in (entry["name"], *entry["short"])]
    known = [form.replace(" ", r"\s") for form in sorted(known, key=len, reverse=True)]
    generic = "|".join(noun.replace(" ", r"\s") for noun in sorted(data["generic"], key=len, reverse=True))
    word = r"[A-Z][\w’'-]{0,40}"  # bounds keep the time in step with the length of the text
    more = rf"(?:\s(?:(?:and|of|on|the|to|for|in)\s){{0,3}}{word}){{0,20}}"
    tail = rf"(?:\s(?:on|of|for)\s(?:the\s)?{word}{more})?"
    return rf"\b(?:{'|'.join(known)}|(?:{word}\s){{0,12}}(?:{generic}){tail})\b"


_LONGEST_NAME = 120  # characters; a longer name would only be cut at its beginning


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(pattern())


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"({pattern()})$")


def last_named(text: str) -> str | None:
    """The organ named last in `text`, by its full name; None when there is none."""
    found = [match[0] for match in _anywhere().finditer(text)]
    return named(found[-1]) if found else None


def all_named(text: str) -> list[tuple[int, int, str]]:
    """Start, end and full name of every organ the text names, in order."""
    return [(*match.span(), named(match[0])) for match in _anywhere().finditer(text)]


def named_last(text: str) -> str | None:
    """The organ whose name the text ends with; None when it ends otherwise."""
    match = _at_end().search(text, max(0, len(text) - _LONGEST_NAME))
    return named(match[1]) if match else None


def named_first(text: str) -> str | None:
    """The organ whose name the text begins with; None when it begins otherwise."""
    match = _anywhere().match(text)
    return named(match[0]) if match else None


def resolve(name: str, own: str) -> str:
    """The organ meant in a text of `own`: "its" and the bare "Council" or "Assembly" become a full name."""
    if name == OWN or (name in {"Council", "Assembly"} and own.endswith(name)):
        return own
    return name
