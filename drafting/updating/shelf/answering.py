# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documents on the shelf answer: by number, by symbol, by organ with session and title, by citation.

An answer is offered, never applied. It is sure when the document itself is on the shelf and by its title (or
number) the one asked for, and no other fits as well; what another document cites is never sure unless it is
the date of a known number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from drafting.resolution import Resolution
from drafting.updating.facts import Problem, judge, written
from drafting.updating.mentions import find
from drafting.updating.records import Fact, SoughtKind
from drafting.updating.shelf.documents import items, session_dates, symbols
from drafting.updating.shelf.hits import Documents, Hit
from drafting.updating.shelf.reading import CITING, of_resolution
from drafting.updating.shelf.records import Answer, Shelved
from drafting.updating.shelf.texts import texts_due
from drafting.updating.wording import listed


def answers(
    facts: Iterable[Fact], shelf: Sequence[Shelved], texts: Sequence[Resolution] = ()
) -> tuple[Answer, ...]:
    """What the shelf, and the loaded texts by what they cite, say of these facts; the best of a fact first.

    Of several that fit equally well none is sure. A value that its blank would not take is no answer.
    """
    sought = [fact for fact in facts if fact.sought is not None and (shelf or fact.sought.number)]
    loaded = tuple(_loaded(text) for text in texts) if sought else ()
    return tuple(answer for fact in sought for answer in _of_fact(fact, tuple(shelf), loaded))


def contradictions(fact: Fact, values: Mapping[str, str], found: Sequence[Answer]) -> tuple[Problem, ...]:
    """What is filled in and stands otherwise in a document: a sure answer, or one with the same number.

    `values` are as typed, `found` is what `answers` gave. Each problem is a warning that names the document.
    """
    filled = {part.name: written(part, values.get(part.name, "")) for part in fact.parts}
    known = {part.name: filled[part.name] for part in fact.parts if filled[part.name] != part.placeholder}
    told = []
    for one in found:
        differing = [name for name in known if one.values.get(name, known[name]) != known[name]]
        first = fact.parts[0].name
        about_it = one.sure or (first in known and one.values.get(first) == known[first])
        if one.fact == fact.id and differing and about_it:
            words = listed(f"{one.values[name]} in place of {known[name]}" for name in differing)
            told.append(Problem(f"{one.document} has {words}: which is right?", stays_out=False))
    return tuple(told)


@lru_cache(maxsize=64)
def _loaded(text: Resolution) -> Shelved:
    return of_resolution(text)


@lru_cache(maxsize=64)
def _cited(one: Shelved) -> frozenset[str]:
    """The texts and documents that a text cites."""
    mentions = (mention for passage in one.passages for mention in find(passage.text))
    return frozenset(mention.value for mention in mentions if mention.kind in CITING)


def _of_fact(fact: Fact, shelf: Documents, loaded: Documents) -> list[Answer]:
    """The answers to a fact, each value once, with the best reason for it."""
    if fact.sought is None:
        return []
    found = _FINDERS[fact.sought.kind](fact, shelf, loaded)
    # What the series cites already is never what is newer; only the date of a known number may stand there.
    known = frozenset() if fact.sought.number else frozenset(fact.sought.cited).union(*map(_cited, loaded))
    hits = sorted((hit for hit in found if known.isdisjoint(hit.values.values())), key=lambda hit: -hit.fit)
    told: list[Answer] = []
    for hit in hits:
        values = _values(fact, hit)
        if values and not any(values.items() <= answer.values.items() for answer in told):
            told.append(Answer(fact.id, values, hit.document, hit.reason, hit.sure))
    if sum(answer.sure for answer in told) > 1:
        told = [replace(answer, sure=False) for answer in told]
    return told


def _values(fact: Fact, hit: Hit) -> dict[str, str]:
    """The values by part, in print form; none when what is found first of all would stay out of the text."""
    values = {}
    for part in fact.parts:
        raw = hit.values.get(part.kind, "")
        problem = judge(part, raw)
        if raw and problem is not None and problem.stays_out:
            return {}
        if raw:
            values[part.name] = written(part, raw)
    return values


_FINDERS: Mapping[SoughtKind, Callable[[Fact, Documents, Documents], Iterator[Hit]]] = {
    SoughtKind.RESOLUTION: texts_due,
    SoughtKind.DECISION: texts_due,
    SoughtKind.SYMBOL: symbols,
    SoughtKind.DATES: session_dates,
    SoughtKind.ITEM: items,
}
