# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms by which the lines of a masthead are known, as patterns; the words themselves are data."""

from __future__ import annotations

import re
from functools import cache

from drafting import ordinals
from drafting.reading.dates import date_pattern, month_pattern
from drafting.reading.languages import ENGLISH, codes, form, organ_forms, wording

Forms = dict[str, tuple[re.Pattern[str], ...]]
"""Patterns by the name of what they know, in the order they are to be tried."""

PLACEHOLDERS = "\u2026|_+|\\[\u2026\\]"
"""What a draft prints where a number or a date is left open, as a pattern."""
_DRAFT_END = r"\b[^\n]*$"


def formula_in(text: str) -> re.Match[str] | None:
    """The line that opens the text ("The Human Rights Council,") in any of the languages, None without it.

    Group `organ` is its name as printed. The line may stand glued behind a title; an organ not listed is
    believed only on a line of its own, and in English.
    """
    for pattern in _formulas():
        if match := pattern.search(text):
            return match
    return _any_formula().fullmatch(text.strip())


@cache
def masthead_forms(language: str = ENGLISH) -> Forms:
    """What is known by its form, as patterns over the whole masthead with its line ends.

    A language other than English is followed by English, for its documents print some lines in English.
    """
    found: dict[str, list[re.Pattern[str]]] = {}
    for code in dict.fromkeys((language, ENGLISH)):
        for name, pattern in _worded(code):
            found.setdefault(name, []).append(re.compile(pattern, re.MULTILINE))
    for name, pattern in _common():
        found.setdefault(name, []).append(re.compile(pattern, re.MULTILINE))
    return {name: tuple(patterns) for name, patterns in found.items()}


def filled(language: str, name: str) -> list[str]:
    """The patterns of the data under a name, with the forms of their language put in."""
    forms = _placeholders(language)
    return [re.sub(r"\{[a-z]+\}", lambda found: forms[found[0]], words) for words in wording(language, name)]


@cache
def _placeholders(language: str) -> dict[str, str]:
    """What stands for each placeholder of the data."""
    also = "|".join(form(language, "and"))
    letters = r"[^\S\n]*\(?[^\W\d_]{1,3}\)"
    points = rf"(?:{letters}|\s*(?:[,\u060c\u2013-]|{also})\s*(?:\d{{1,3}}(?![\d/.])|{letters}))*"
    return {
        "{organ}": rf"(?P<organ>{organ_forms(language)})",
        "{date}": f"(?P<date>{date_pattern(language)})",
        "{month}": f"(?:{month_pattern(language)})",
        "{meeting}": f"(?P<meeting>{_one(language, 'meeting')})",
        "{ordinal}": f"(?P<ordinal>(?i:{ordinals.pattern()}))",
        "{points}": f"(?P<points>{points})",
    }


def _worded(language: str) -> list[tuple[str, str]]:
    """The patterns that have words of a language in them."""
    day, month = date_pattern(language), f"(?:{month_pattern(language)})"
    first = rf"\d{{1,2}}(?:\s+(?:de\s+)?{month})?"
    last = rf"\d{{1,2}}\s+(?:de\s+)?{month}(?:\s+de)?\s+\d{{4}}"
    found = [
        ("united nations", rf"^[^\S\n]*(?:{_one(language, 'united_nations')})(?=[^\S\n]*$|\s+[A-Z]{{1,6}}/)"),
        ("reissue", _line(rf"\*{{0,4}}[^\S\n]?(?:{_one(language, 'reissue')})")),
        ("report", rf"\[(?:{_one(language, 'report')})[^\]]*\]"),
        ("draft", _draft(language)),
        ("bare dates", _line(rf"(?P<first>{first})\s+(?P<last>{last})")),
        ("issue date", _line(rf"\[?{day}\]?")),
        ("organ", _line(organ_forms(language))),
    ]
    inside = {"adoption", "session_dates", "agenda", "standard_pieces", "number"}
    for name in (*sorted(inside), "session", "standard_lines", "number_line"):
        patterns = filled(language, name)
        # the usual form of an English session is known inside a line too, for extractions glue it
        glued = len(patterns) if name in inside else int(name == "session" and language == ENGLISH)
        found += [(name, pattern if at < glued else _line(pattern)) for at, pattern in enumerate(patterns)]
    return found


def _one(language: str, name: str) -> str:
    return "|".join(wording(language, name))


def _common() -> list[tuple[str, str]]:
    """The patterns that are the same in every language."""
    numeral = r"\d{1,4}(?:\s?[A-Z](?![a-z]))?(?=\.)"
    behind = r"\d{1,4}\s\((?:[IVXL]{1,8}(?:-S)?|\d{4})\)"  # "2205 (XXI)", "2450 (2018)"
    symbol = r"[A-Z]{1,6}/(?=\S*[\d\u2026])[A-Z0-9[][\w./\u2026\[\]-]*"
    parts = r"[^\S\n]?[A-Z](?:\s?[-\u2010-\u2013]\s?[A-Z])?"  # "A/RES/75/101 A–B"
    return [
        ("symbol", _line(rf"{symbol}(?:\s?\(\d{{4}}\)|{parts})?\*{{0,3}}")),
        ("note", r"^[^\S\n]*\*{1,4}[^\S\n]?(?P<note>[^\s*][^\n]*(?:\n[^\S\n]*[a-z][^\n]*)*)"),
        ("issue date", _line(PLACEHOLDERS)),  # left open in a draft
        ("report", r"\[(?=[^\]\[]{0,200}?\b[A-Z]/)[^\]\[]{0,400}\]"),
        (
            "number",
            r"(?<![\d/.A-Z])(?P<number>(?:(?:PRST |S-|ES-)?\d{1,4}/(?:"
            rf"{numeral}|{PLACEHOLDERS})|{behind}(?=\.)))\.?(?=\s|$|[^\W\d_a-z]|[\u201c\u00ab])",
        ),
    ]


def _draft(language: str) -> str:
    """The line of the sponsors, or the line "Draft resolution" by itself."""
    last = r"(?P<last>[^\n]*?[^\S\n]?[:\uff1a][^\S\n]*\*{0,3}\s*)"
    submitted = rf"(?:\s+{_one(language, 'submitted')}(?P<by>[^\n]+(?:\n[^\S\n]*[^\s\x01-\x04][^\n]*)*))?"
    return rf"^{last}?(?:{_one(language, 'draft')})(?:{submitted}$|{_DRAFT_END})"


def _line(pattern: str) -> str:
    """The pattern on a line of its own."""
    return rf"^[^\S\n]*(?:{pattern})[^\S\n]*$"


@cache
def _formulas() -> tuple[re.Pattern[str], ...]:
    """The formula of each language; glued behind a title or before the text only in letters with capitals."""
    found = []
    for language in codes():
        words = filled(language, "formula")[0]
        if form(language, "script"):
            found.append(re.compile(rf"^\W{{0,5}}{words}\W{{0,5}}$"))
        else:
            glued = r"(?:^[\u201c\u00ab\"]?|(?<=[a-zà-ÿ0-9.)\]\u201d]))"
            found.append(re.compile(rf"{glued}{words}(?=\s*$|[A-ZÀ-Ý*])"))
    return tuple(found)


@cache
def _any_formula() -> re.Pattern[str]:
    word = r"(?!The\b)(?:[A-Z][\w\u2019'-]*|of|the|for|on|and|to|in)\s+"
    kinds = (
        "Assembly|Council|Commission|Committee|Conference|Board|Congress|Parties|Forum|Meeting|Subcommission"
    )
    return re.compile(
        rf"The\s+(?P<organ>(?:{word}){{0,12}}?(?:{kinds})(?:\s+(?:of|for|on)\s+[\w\s]{{3,60}})?),"
    )
