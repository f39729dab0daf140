# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that the house spells, names or capitalizes otherwise (lists in `resources/phrases.json`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from drafting.checking.citations import texts_of
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Severity, Spot, Subject
from drafting.checking.rules import finding
from drafting.data import load
from drafting.resolution import Paragraph
from drafting.sessions import SC

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_ENDING = r"(?P<s>s)(?P<end>e[ds]?|ing|er|ers|ation|ations|ational|able)"


def _quoted(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _QUOTED.finditer(text)]


def _outside(match: re.Match[str], quoted: list[tuple[int, int]]) -> bool:
    return not any(start <= match.start() < end for start, end in quoted)


# ------------------------------------------------------------------------------------------------ spelling


@cache
def _spellings() -> tuple[re.Pattern[str], Mapping[str, str]]:
    house = {other: own for own, other in load("phrases")["spellings"]["pairs"]}
    forms = "|".join(map(re.escape, sorted(house, key=len, reverse=True)))
    return re.compile(rf"(?<![\w/.@-])(?:{forms})(?![\w-]|[./@]\w)"), house


@cache
def _ize() -> re.Pattern[str]:
    stems = "|".join(load("phrases")["ize"]["stems"])
    return re.compile(rf"(?<![A-Za-z/.@])(?:re-?|de-?|over|under|un)?(?:{stems})i{_ENDING}(?![A-Za-z])")


@cache
def _yse() -> re.Pattern[str]:
    stems = "|".join(load("phrases")["yse"]["stems"])
    return re.compile(rf"(?<![A-Za-z/.@])(?:{stems})(?P<s>z)(?P<end>e[ds]?|ing)(?![A-Za-z])")


def spelling(paragraph: Paragraph) -> Iterator[Finding]:
    """Another spelling than that of the house, in lower case and outside titles in quotation marks."""
    for note, text in texts_of(paragraph):
        quoted = _quoted(text)
        for match, house in _spelled(text):
            if _outside(match, quoted):
                spot = Spot(paragraph.id, *match.span(), note)
                message = f"The United Nations writes “{house}”."
                yield finding("spelling", spot, match[0], message, fix=[Mend(spot, match[0], house)])


def _spelled(text: str) -> Iterator[tuple[re.Match[str], str]]:
    pattern, house = _spellings()
    for match in pattern.finditer(text):
        yield match, house[match[0]]
    for endings, letter in ((_ize(), "z"), (_yse(), "s")):
        for match in endings.finditer(text):
            at = match.start("s") - match.start()
            yield match, f"{match[0][:at]}{letter}{match[0][at + 1 :]}"


# ------------------------------------------------------------------------------- abbreviations and capitals


@cache
def _abbreviations() -> re.Pattern[str]:
    data = load("phrases")["abbreviations"]
    forms = "|".join(map(re.escape, sorted(data["forms"], key=len, reverse=True)))
    part_of = "|".join(data["part_of"])
    return re.compile(rf"(?<![\w/.‑-])(?:{forms})(?![\w/‑-]|\.\w|\s(?:{part_of})\b)")


def never_abbreviated(subject: Subject) -> Iterator[Finding]:
    """United Nations, General Assembly and the like in their initials, in the text itself.

    The Security Council does write "UN personnel": there it is information.
    """
    forms = load("phrases")["abbreviations"]["forms"]
    severity = Severity.INFO if subject.text.masthead.body == SC else None
    for paragraph in subject.text.paragraphs:
        for short, start, bracketed in _abbreviated(paragraph.text):
            spot, name = Spot(paragraph.id, start, start + len(short)), forms[short]
            message = f"Resolutions write “{name}” in full and never “{short}”."
            fix = [] if bracketed else [Mend(spot, short, name)]
            yield finding("never-abbreviated", spot, short, message, fix=fix, severity=severity)


@lru_cache(maxsize=8192)
def _abbreviated(text: str) -> tuple[tuple[str, int, bool], ...]:
    """The abbreviations in a text, where they stand, and whether a bracket is open right before them."""
    if text.isupper():
        return ()
    quoted = _quoted(text)
    return tuple(
        (match[0], match.start(), text[: match.start()].endswith("("))
        for match in _abbreviations().finditer(text)
        if _outside(match, quoted)
    )


@cache
def _capitals() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(load("phrases")["capitals"]["forms"], key=len, reverse=True)))
    return re.compile(rf"(?<![\w/.@-])(?:{forms})(?![\w/@-]|\.\w)")


def capitals(paragraph: Paragraph) -> Iterator[Finding]:
    """Lower case where United Nations texts have a capital."""
    forms, quoted = load("phrases")["capitals"]["forms"], _quoted(paragraph.text)
    for match in _capitals().finditer(paragraph.text):
        if _outside(match, quoted):
            spot, house = Spot(paragraph.id, *match.span()), forms[match[0]]
            message = f"The United Nations writes “{house}”."
            yield finding("capitals", spot, match[0], message, fix=[Mend(spot, match[0], house)])


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "spelling": spelling,
    "capitals": capitals,
}
TEXT_CHECKS: Mapping[str, Check] = {"never-abbreviated": never_abbreviated}
