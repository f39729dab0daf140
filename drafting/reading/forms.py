# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms by which the lines of a masthead are known, as patterns; the words themselves are data."""

from __future__ import annotations

import re
from functools import cache

from drafting import ordinals
from drafting.data import load
from drafting.reading.dates import date_pattern, month_pattern


def formula_in(text: str) -> re.Match[str] | None:
    """The line that opens the text ("The Human Rights Council,"), group `organ` its name; None without it.

    It may stand glued behind a title; an organ not listed is believed only on a line of its own.
    """
    return _formula().search(text) or _any_formula().fullmatch(text.strip())


@cache
def _organs() -> str:
    return "|".join(entry["name"].replace(" ", r"\s+") for entry in load("organs")["organs"])


@cache
def _formula() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[a-z0-9.)\]\u201d]))The\s+(?P<organ>{_organs()}),(?=\s*$|[A-Z*])")


@cache
def _any_formula() -> re.Pattern[str]:
    word = r"(?!The\b)(?:[A-Z][\w\u2019'-]*|of|the|for|on|and|to|in)\s+"
    kinds = (
        "Assembly|Council|Commission|Committee|Conference|Board|Congress|Parties|Forum|Meeting|Subcommission"
    )
    return re.compile(
        rf"The\s+(?P<organ>(?:{word}){{0,12}}?(?:{kinds})(?:\s+(?:of|for|on)\s+[\w\s]{{3,60}})?),"
    )


@cache
def masthead_forms() -> dict[str, re.Pattern[str]]:
    """What is known by its form, as patterns over the whole masthead with its line ends."""
    day, month = date_pattern(), rf"(?:{month_pattern()})"
    part = rf"\d{{1,2}}(?:\s+{month})?(?:\s+\d{{4}})?\s*[-\u2010-\u2013]\s*\d{{1,2}}(?:\s+{month})?"
    last = rf"(?:\s+and\s+(?:{part}|\d{{1,2}}\s+{month}))?\s+\d{{4}}\b"
    meeting = r"(?:\s+at\s+its\s+(?P<meeting>\d+\w\w(?:\s+\w+)?\s+meeting))?"
    item, kinds = r"\d{1,3}(?:\s*\([a-z]\))*", "special|emergency|resumed|substantive"
    placeholder = "\u2026|_+|\\[\u2026\\]"
    patterns = {
        "adoption": rf"(?:(?:Resolution|Decision)\s+a|A)dopted\s+by\s+the\s+(?P<organ>{_organs()}){meeting},?"
        rf"(?:\s+on\s*(?P<date>{day}))?",
        "symbol": _line(r"(?:A|S|E)/(?=\S*\d)[A-Z0-9][\w./-]*(?:\s?\(\d{4}\))?\*?"),
        "report": r"\[(?:on\s+the\s+report|without\s+reference)[^\]]*\]",
        "standard": _line(_any("standard_lines")),
        "anywhere": _line(_any("standard_lines_anywhere")),
        "draft": r"^(?P<last>[^\n]*:\*{0,2}[^\S\n]*)?(?:[Rr]evised\s+)?[Dd]raft\s+(?:resolution|decision)\b"
        r"[^\n]*$",
        "session": rf"(?:Resumed\s+)?(?P<ordinal>(?i:{ordinals.pattern()}))"
        rf"\s+(?:(?:{kinds})\s+){{0,2}}session\b",
        "session dates": rf"(?<!\d){part}(?:\s*,\s*{part})*{last}",
        "bare dates": _line(rf"(\d{{1,2}}\s+{month})\s+({day})"),
        "agenda": rf"Agenda\s+items?\s+(?P<item>\d{{1,3}})(?:\s*\([a-z]\))*(?:\s+(?:and|to)\s+{item})*",
        "council number": _line(r"Resolution\s+(?P<number>\d{1,4}\s+\(\d{4}\))"),
        "number": r"(?<![\d/.A-Z])(?P<number>(?:S-|ES-)?\d{1,4}/(?:\d{1,4}(?:\s?[A-Z](?![a-z]))?(?=\.)"
        rf"|{placeholder}))\.?(?=\s|$|[A-Z\u201c])",
        "organ": _line(_organs()),
        "issue date": _line(day),
    }
    return {name: re.compile(pattern, re.MULTILINE) for name, pattern in patterns.items()}


def _line(pattern: str) -> str:
    """The pattern on a line of its own."""
    return rf"^[^\S\n]*(?:{pattern})[^\S\n]*$"


def _any(name: str) -> str:
    return "|".join(f"(?:{line})" for line in load("reading")[name])
