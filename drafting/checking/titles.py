# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of offices and instruments: in full at the first mention of a part, short from there on.

Source: adopted resolutions; rule 6.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from drafting.checking.places import quoted, stands_in
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.data import load
from drafting.glyphs import folded
from drafting.resolution import Part
from drafting.translation import tr


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in the text: which of the known ones, and whether it stands in full."""

    full: str
    short: str
    whole: bool
    start: int
    end: int


@cache
def _names() -> tuple[tuple[str, str], ...]:
    return tuple((entry["full"], entry["short"]) for entry in load("house_style")["titles"]["names"])


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted((word for names in _names() for word in names), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![\w-]|\s(?:of|for)\s)")


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[_Name, ...]:
    by_words = {}
    for full, short in _names():
        by_words[full] = (full, short, True)
        by_words[short] = (full, short, False)
    spans = quoted(text)
    names = (_Name(*by_words[match[0]], *match.span()) for match in _pattern().finditer(folded(text)))
    return tuple(one for one in names if not stands_in(one.start, spans))


def titles(subject: Subject) -> Iterator[Finding]:
    """Full names after the full name in the same part of the text."""
    seen: dict[tuple[Part, str, str], Spot] = {}
    for paragraph in subject.text.paragraphs:
        for name in _found(paragraph.text):
            spot = Spot(paragraph.id, name.start, name.end)
            key = (paragraph.part, paragraph.unit, name.full)
            if not name.whole:
                continue
            if (first := seen.get(key)) is None:
                seen[key] = spot
                continue
            words = paragraph.text[name.start : name.end]
            message = tr("The full name stands in {paragraph} already; from there on: “{name}”.").format(
                paragraph=first.paragraph, name=name.short
            )
            fix = [Mend(spot, words, name.short)]
            yield finding("full-name-again", spot, words, message, related=[first], fix=fix)


def early(subject: Subject) -> Iterator[Finding]:
    """A short name before the full one."""
    short: dict[str, tuple[Spot, str]] = {}
    full: set[str] = set()
    for paragraph in subject.text.paragraphs:
        for name in _found(paragraph.text):
            if not name.whole and name.full not in full:
                spot = Spot(paragraph.id, name.start, name.end)
                short.setdefault(name.full, (spot, paragraph.text[name.start : name.end]))
            elif name.whole and name.full not in full:
                full.add(name.full)
                if name.full in short:
                    yield _early(name, *short[name.full], Spot(paragraph.id, name.start, name.end))


def _early(name: _Name, spot: Spot, words: str, later: Spot) -> Finding:
    message = tr("“{words}” stands here in short, and in full only in {paragraph}: “{name}”.").format(
        words=words, paragraph=later.paragraph, name=name.full
    )
    fix = [Mend(spot, words, name.full), Mend(later, name.full, name.short)]
    return finding("short-name-early", spot, words, message, related=[later], fix=fix)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"full-name-again": titles, "short-name-early": early}
