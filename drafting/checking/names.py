# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of countries as the United Nations writes them, and terms that a text writes in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from drafting.checking.places import quoted, stands_in
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.data import load
from drafting.resolution import Masthead, Paragraph
from drafting.sessions import opening_day
from drafting.translation import tr, trn


class _Name(NamedTuple):
    name: str
    since: date


# ----------------------------------------------------------------------------------------------- countries


@cache
def _countries() -> tuple[re.Pattern[str], Mapping[str, _Name]]:
    data = load("phrases")["countries"]
    names = {
        entry["other"]: _Name(entry["name"], date.fromisoformat(entry.get("since", "1945-10-24")))
        for entry in data["names"]
    }
    others = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    before = "".join(rf"(?<!\b{re.escape(words)}\s)" for words in data["longer_before"])
    after = "|".join(map(re.escape, data["longer_after"]))
    return re.compile(rf"(?<![\w-]){before}(?:{others})(?![\w-]|\s(?:{after}))"), names


@lru_cache(maxsize=8192)
def _foreign(text: str) -> tuple[tuple[str, int], ...]:
    pattern, names = _countries()
    if not any(other in text for other in names):
        return ()
    titles = quoted(text)
    return tuple(
        (match[0], match.start()) for match in pattern.finditer(text) if not stands_in(match.start(), titles)
    )


def country_names(subject: Subject) -> Iterator[Finding]:
    """A country by another name than the United Nations used when the text was written."""
    written = written_on(subject.text.masthead)
    _, names = _countries()
    for paragraph in subject.text.paragraphs:
        for other, start in _foreign(paragraph.text):
            name, since = names[other]
            if written is None or since <= written:
                spot = Spot(paragraph.id, start, start + len(other))
                if paragraph.text[:start].casefold().endswith("the "):
                    name = name.removeprefix("the ")
                message = tr("In texts of the United Nations the country is “{name}”.").format(name=name)
                yield finding("country-name", spot, other, message, fix=[Mend(spot, other, name)])


def written_on(head: Masthead) -> date | None:
    """The day a text was adopted, or else the first of its session; None where nothing tells."""
    return head.adopted or opening_day(head.body, head.session)


# -------------------------------------------------------------------------------------- one term, two ways


@cache
def _variants() -> tuple[re.Pattern[str], Mapping[str, int]]:
    """A pattern for every form of the terms, and which term each form is of."""
    terms: list[list[str]] = load("phrases")["two_spellings"]["terms"]
    forms = {form: number for number, term in enumerate(terms) for form in term}
    every = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{every})(?![\w-])"), forms


@lru_cache(maxsize=8192)
def _forms(text: str) -> tuple[tuple[str, int], ...]:
    pattern, forms = _variants()
    if not any(form in text for form in forms):
        return ()
    titles = quoted(text)
    return tuple(
        (match[0], match.start())
        for match in pattern.finditer(text)
        if match.start() and not stands_in(match.start(), titles)
    )


_Places = dict[str, list[tuple[Paragraph, int]]]


def two_spellings(subject: Subject) -> Iterator[Finding]:
    """A term in two forms; told where it is written the way that this text uses less often."""
    _, number_of = _variants()
    found: dict[int, _Places] = defaultdict(lambda: defaultdict(list))
    for paragraph in subject.text.paragraphs:
        for form, at in _forms(paragraph.text):
            found[number_of[form]][form].append((paragraph, at))
    for places in found.values():
        if len(places) > 1:
            yield from _less_often(places)


def _less_often(places: _Places) -> Iterator[Finding]:
    usual = max(places, key=lambda form: len(places[form]))
    first, at = places[usual][0]
    for form, standing in places.items():
        if form == usual or 2 * len(standing) > len(places[usual]):
            continue
        for paragraph, start in standing:
            spot = Spot(paragraph.id, start, start + len(form))
            message = trn(
                "This text writes “{words}” elsewhere, {n} time (first in {paragraph}).",
                "This text writes “{words}” elsewhere, {n} times (first in {paragraph}).",
                len(places[usual]),
            ).format(words=usual, paragraph=first.id)
            related, fix = [Spot(first.id, at, at + len(usual))], [Mend(spot, form, usual)]
            yield finding("two-spellings", spot, form, message, related=related, fix=fix)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"country-name": country_names, "two-spellings": two_spellings}
