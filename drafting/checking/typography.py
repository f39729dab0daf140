# SPDX-License-Identifier: GPL-3.0-or-later
"""Glyphs by house style: quotation marks, apostrophes, dashes, spaces that hold together, double spaces.

Conversions lose these signs, and a text that was adopted is not to be blamed for them: what concerns them is
told of texts that are being written, once for each kind of sign, with a fix for all its places.
Sources: rules 5.2, 6.8 and 6.11.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.citing import MONTH
from drafting.resolution import Paragraph

Change = tuple[int, int, str]
"""What stands from here to there becomes this."""

_OPENS = r"(?:^|(?<=[\s(\[“‘–—-]))"
_QUOTE = re.compile('"')
_APOSTROPHE = re.compile("'")
_HYPHEN = re.compile(r"(?<=\s)--?(?=\s)|(?<=\d)-(?=\d{4}\b)|--")
_BOUND = re.compile(
    rf"\b(?:[Rr]esolutions?|[Pp]aragraphs?|[Dd]ecisions?|[Aa]rticles?)(?P<after_word> )(?=\d)"
    rf"|\d(?P<before_month> )(?=(?:{MONTH})\b)"
)
_DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


@lru_cache(maxsize=8192)
def _quotes(text: str) -> tuple[Change, ...]:
    if '"' not in text:
        return ()
    return tuple(
        (match.start(), match.end(), "“" if _begins(text, match.start()) else "”")
        for match in _QUOTE.finditer(text)
    )


@lru_cache(maxsize=8192)
def _apostrophes(text: str) -> tuple[Change, ...]:
    if "'" not in text:
        return ()
    return tuple(
        (match.start(), match.end(), "‘" if _begins(text, match.start()) else "’")
        for match in _APOSTROPHE.finditer(text)
    )


def _begins(text: str, at: int) -> bool:
    """Whether a quotation begins here: a blank or an opening sign stands before, and none behind."""
    return bool(re.match(_OPENS, text[at:]) if at == 0 else re.search(r"[\s(\[“‘–—]\Z", text[:at]))


@lru_cache(maxsize=8192)
def _dashes(text: str) -> tuple[Change, ...]:
    if "-" not in text:
        return ()
    return tuple((match.start(), match.end(), "–") for match in _HYPHEN.finditer(text) if _is_dash(match))


def _is_dash(match: re.Match[str]) -> bool:
    """Between figures it stands in a range of years, and not in the symbol of a document."""
    before = re.search(r"\S*\Z", match.string[: match.start()])
    return not (before and "/" in before[0])


@lru_cache(maxsize=8192)
def _bound(text: str) -> tuple[Change, ...]:
    return tuple((*match.span(match.lastgroup or 0), "\u00a0") for match in _BOUND.finditer(text))


def _of_kind(rule_id: str, changes: Callable[[str], tuple[Change, ...]], says: str) -> Check:
    """A rule that tells one kind of sign once for the whole text, at its first place, and mends them all."""

    def look(subject: Subject) -> Iterator[Finding]:
        if not subject.drafting:
            return
        mends = [mend for place, text in _texts(subject.text.paragraphs) for mend in _mends(place, text)]
        if mends:
            first = mends[0]
            places = "place" if len(mends) == 1 else "places"
            message = f"{says} ({len(mends)} {places} in this text)."
            yield finding(rule_id, first.spot, first.old, message, fix=mends)

    def _mends(place: Spot, text: str) -> Iterator[Mend]:
        for start, end, new in changes(text):
            yield Mend(Spot(place.paragraph, start, end, place.footnote), text[start:end], new)

    return look


def _texts(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Spot, str]]:
    for paragraph in paragraphs:
        yield Spot(paragraph.id, 0, 0), paragraph.text
        for note in paragraph.footnotes:
            yield Spot(paragraph.id, 0, 0, note.number), note.text


def double_spaces(paragraph: Paragraph) -> Iterator[Finding]:
    """Two blanks where one is meant."""
    for place, text in _texts((paragraph,)):
        for match in _DOUBLE.finditer(text) if "  " in text or "\u00a0" in text else ():
            spot = Spot(place.paragraph, *match.span(), place.footnote)
            message = "There is more than one space here."
            yield finding("double-space", spot, match[0], message, fix=[Mend(spot, match[0], " ")])


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {"double-space": double_spaces}
TEXT_CHECKS: Mapping[str, Check] = {
    "straight-quotes": _of_kind(
        "straight-quotes", _quotes, "Quotation marks are curly (“ ”) in United Nations documents"
    ),
    "straight-apostrophes": _of_kind(
        "straight-apostrophes", _apostrophes, "Apostrophes are curly (’) in United Nations documents"
    ),
    "dashes": _of_kind(
        "dashes", _dashes, "A dash, not a hyphen, stands between years and parts of a sentence"
    ),
    "no-break-spaces": _of_kind(
        "no-break-spaces", _bound, "A no-break space keeps a number beside the word it belongs to"
    ),
}
