# SPDX-License-Identifier: GPL-3.0-or-later
"""Clauses that stand twice in a text: most often copied where they should have been moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from drafting.checking import clauses
from drafting.checking.clauses import RUN, Stretch
from drafting.checking.past import past_of, places_of, present
from drafting.checking.records import Check, Finding, ParagraphCheck, Severity, Spot, Subject
from drafting.checking.rules import finding
from drafting.resolution import Paragraph, Part, Resolution
from drafting.translation import tr

_CLAUSE = 20  # words that nobody writes twice by chance
_RUNS = _CLAUSE - 2 * RUN  # runs that such a clause has at least, one word in its middle being another
_LONG_KEPT = 2  # versions that have it twice: their authors mean it


def stands_twice(subject: Subject) -> Iterator[Finding]:
    """A long clause that closes in two paragraphs of one part, unless two older versions have it twice.

    In the preamble it says the same reason twice; two requests may well speak of the same thing.
    """
    places = subject.once(places_of)
    told: set[Spot] = set()
    for one, other in subject.once(present).twins(_RUNS):
        first, second = places[one][0], places[other][0]
        if first.part is not second.part or first.part is Part.ANNEX:
            continue
        for stretch in _repeated(one, other):
            twice = _twice(first, second, stretch)
            if not any(_meet(twice.spot, spot) for spot in told) and not _long_kept(
                stretch, one, subject.earlier
            ):
                told.add(twice.spot)
                yield twice


@lru_cache(maxsize=8192)
def _repeated(one: str, other: str) -> tuple[Stretch, ...]:
    return tuple(
        stretch
        for stretch in clauses.stretches(one, other)
        if stretch.end - stretch.start >= _CLAUSE
        and stretch.start > 0 < stretch.at  # an opening in common is the form of such paragraphs
        and _closes(one, stretch.start, stretch.end)
        and _closes(other, stretch.at, stretch.to)
        and not clauses.mostly_names(one[slice(*clauses.span(one, stretch.start, stretch.end))])
    )


def _meet(one: Spot, other: Spot) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _closes(text: str, start: int, end: int) -> bool:
    return re.match(r"[,;.:]|$", text[clauses.span(text, start, end)[1] :]) is not None


def _long_kept(stretch: Stretch, text: str, earlier: Sequence[Resolution]) -> bool:
    run = clauses.runs(text)[stretch.start]
    twice = [len(past_of(version).holding(run)) > 1 for version in earlier]
    return sum(twice) >= _LONG_KEPT


def _twice(first: Paragraph, second: Paragraph, stretch: Stretch) -> Finding:
    start, end = clauses.span(second.text, stretch.at, stretch.to)
    return finding(
        "clause-twice",
        Spot(second.id, start, end),
        second.text[start:end],
        tr("This clause stands in {paragraph} as well, word for word or nearly: keep one of them.").format(
            paragraph=first.id
        ),
        related=[Spot(first.id, *clauses.span(first.text, stretch.start, stretch.end))],
        severity=None if first.part is Part.PREAMBLE else Severity.INFO,
    )


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"clause-twice": stands_twice}
