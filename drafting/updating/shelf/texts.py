# SPDX-License-Identifier: GPL-3.0-or-later
"""Resolutions and decisions looked up on the shelf: the text itself, or another that cites it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafting.updating.mentions import Mention, MentionKind, find, print_date
from drafting.updating.organs import resolve
from drafting.updating.records import Fact, FactKind, Sought
from drafting.updating.shelf.hits import Documents, Hit, is_it, place_in
from drafting.updating.shelf.records import ShelfKind, Shelved
from drafting.updating.shelf.subjects import SAME, same, share, words_of

_SENTENCE = 250  # characters of what the series says of a text
_AROUND = 400  # characters behind a citation in which the same is said
_FEWEST = 3  # words of matter that tell one subject from another
_MOST_OF = 0.5  # of the words of a subject, where its text goes on beyond the title
_NEARLY = 0.8  # of the words of a subject in a title that is another edition of it
_CITED = (MentionKind.RESOLUTION, MentionKind.DECISION)

Fit = Callable[[str, Mention, Sought], float]


def texts_due(fact: Fact, shelf: Documents, loaded: Documents) -> Iterator[Hit]:
    """The text of a session that has the title asked for, or the date of a text whose number is known.

    A draft never answers: its number is not known.
    """
    sought = fact.sought
    if sought is None:
        return
    if sought.number:
        yield from _dates_of(sought, shelf, loaded)
        return
    titles = [one.title for one in (*shelf, *loaded) if one.title and _stood_here(one, sought)]
    for one in shelf:
        here = (one.organ, one.session) == (sought.organ, sought.session)
        if one.kind is ShelfKind.RESOLUTION and one.number and here:
            known = any(same(one.title, title) for title in titles)
            fit = 1.0 if known else _fit(one.title, sought)
            if fit >= SAME:
                sure = known or _is_sure(one, sought)
                yield Hit(_number_and_date(one), one.source, is_it(one), 1 + fit, sure)
    yield from _citations(sought, (*shelf, *loaded), _subject_fit)


def _stood_here(one: Shelved, sought: Sought) -> bool:
    """Whether it is one of the texts that stood at the place so far."""
    return one.kind is ShelfKind.RESOLUTION and one.organ == sought.organ and one.number in sought.cited


def _fit(title: str, sought: Sought) -> float:
    """The share of the title in what the series says of the text, when that speaks of little else."""
    fit = max(share(title, f"{sought.subject} {context}") for context in ("", *sought.contexts))
    beside = sought.subject and share(sought.subject, title) < _MOST_OF
    return 0.0 if beside else fit


def _is_sure(one: Shelved, sought: Sought) -> bool:
    """Whether the title is the subject, or nearly so and the text cites the one that stood here before."""
    if sought.subject and same(one.title, sought.subject):
        return True
    if sought.subject and share(sought.subject, one.title) < _NEARLY:
        return False
    cited = {mention.value for passage in one.passages for mention in find(passage.text)}
    return not cited.isdisjoint(sought.cited)


def _number_and_date(one: Shelved) -> dict[FactKind, str]:
    day = {FactKind.DATE: print_date(one.date)} if one.date else {}
    return {FactKind.NUMBER: one.number, **day}


def _dates_of(sought: Sought, shelf: Documents, loaded: Documents) -> Iterator[Hit]:
    """The date of a text whose number is known: its own, else where it is cited with one."""
    for one in shelf:
        known = (one.organ, one.number) == (sought.organ, sought.number)
        if one.kind is ShelfKind.RESOLUTION and known and one.date:
            yield Hit(_number_and_date(one), one.source, is_it(one), 2, sure=True)

    def dated(_: str, mention: Mention, sought: Sought) -> float:
        return float(mention.value == sought.number and mention.dated is not None)

    yield from _citations(sought, (*shelf, *loaded), dated, sure=True)


# ---------------------------------------------------------------------------------------- citations


def _citations(sought: Sought, documents: Documents, fit: Fit, *, sure: bool = False) -> Iterator[Hit]:
    """The texts of the organ that documents cite and that fit, with the words that show it."""
    for one in documents:
        for passage in one.passages:
            for mention in find(passage.text):
                if mention.kind not in _CITED or resolve(mention.organ or "", one.organ) != sought.organ:
                    continue
                score = fit(passage.text, mention, sought)
                if score >= SAME:
                    words = passage.text[mention.span.start : mention.span.end]
                    reason = f"{place_in(one, passage)} cites {sought.organ} {mention.kind} {words}."
                    yield Hit(_cited_values(mention), one.source, reason, score / 2, sure)


def _cited_values(mention: Mention) -> dict[FactKind, str]:
    day = {FactKind.DATE: print_date(mention.dated)} if mention.dated else {}
    return {FactKind.NUMBER: mention.value, **day}


def _subject_fit(text: str, mention: Mention, sought: Sought) -> float:
    """How much of the subject stands behind a citation of the session, up to the next citation."""
    if mention.session != sought.session:
        return 0.0
    cited = (other for other in find(text) if other.kind in _CITED)
    ends = (other.span.start for other in cited if other.span.start >= mention.span.end)
    behind = text[mention.span.end : min([*ends, mention.span.end + _AROUND])]
    contexts = [context[:_SENTENCE] for context in sought.contexts]
    told = (one for one in (sought.subject, *contexts) if len(words_of(one)) >= _FEWEST)
    return max((share(one, behind) for one in told), default=0.0)
