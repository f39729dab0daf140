# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports and other documents looked up on the shelf by symbol and subject, and sessions and agenda items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.updating.mentions import MentionKind, find, print_date
from drafting.updating.organs import session_name
from drafting.updating.records import Fact, FactKind
from drafting.updating.shelf.hits import Documents, Hit, is_it, place_in
from drafting.updating.shelf.records import ShelfKind, Shelved
from drafting.updating.shelf.sessions import dates_told
from drafting.updating.shelf.subjects import SAME, same, share

_LIKELY = 0.6  # of the words of a description: offered for a look


def symbols(fact: Fact, shelf: Documents, _: Documents) -> Iterator[Hit]:
    """The documents with a symbol of the form asked for, by what their first page says they are about.

    And those that another text cites for what is described.
    """
    forms, sought = _forms(fact), fact.sought
    if forms is None or sought is None:
        return
    for one in shelf:
        if one.kind is ShelfKind.DOCUMENT and forms.fullmatch(one.symbol):
            about, all_told = _fit(one, sought.subject)
            if about >= _LIKELY or not sought.subject:
                day = {FactKind.DATE: print_date(one.date)} if one.date else {}
                values, fit = {FactKind.SYMBOL: one.symbol, **day}, 1 + (about + all_told) / 2
                yield Hit(values, one.source, is_it(one), fit, min(about, all_told) >= SAME)
    for one in shelf:
        for passage in one.passages:
            fit = share(sought.subject, passage.text)
            if fit < SAME:
                continue
            for mention in find(passage.text):
                if mention.kind is MentionKind.SYMBOL and forms.fullmatch(mention.value):
                    reason = f"{place_in(one, passage)} cites {mention.value} for it."
                    yield Hit({FactKind.SYMBOL: mention.value}, one.source, reason, fit / 2)


def _forms(fact: Fact) -> re.Pattern[str] | None:
    """The symbols that its blank makes, of a report or note: a number and nothing else."""
    form = next((part.form for part in fact.parts if part.kind is FactKind.SYMBOL and part.form), "")
    if not form:
        return None
    before, _, after = form.partition("{}")
    return re.compile(rf"{re.escape(before)}\d+{re.escape(after)}")


def _fit(one: Shelved, described: str) -> tuple[float, float]:
    """How much of the subject of a description stands on the first page, and how much of all that is said.

    Two reports may have one subject; then the author tells which is meant. A shorter title may stand in the
    description instead.
    """
    page = f"{one.item_title} {one.title}"
    subject = subject_in(described)
    return max(share(subject, page), share(one.title, subject)), share(described, page)


def subject_in(described: str) -> str:
    """What a document is about: behind "on" or its title in quotation marks, else all that is said of it."""
    match = re.search(r"\s(?:on|entitled)\s(.+)$", described)
    return match[1] if match else described


def session_dates(fact: Fact, shelf: Documents, _: Documents) -> Iterator[Hit]:
    """The dates of a session as a text adopted there prints them; those of other documents were announced."""
    sought = fact.sought
    if sought is None or sought.session is None:
        return
    name = f"{session_name(sought.organ, sought.session)} of the {sought.organ}"
    for one in shelf:
        if one.session_dates and (one.organ, one.session) == (sought.organ, sought.session):
            sure = one.kind is ShelfKind.RESOLUTION
            says = "prints" if sure else "announces"
            reason = f"{one.name} ({one.source}), of the {name}, {says} {one.session_dates}."
            yield Hit({FactKind.PERIOD: one.session_dates}, one.source, reason, 2 if sure else 1.5, sure)
        for text in dates_told(one, sought.organ, sought.session):
            reason = f"{one.name} gives {text} for the {name}; those printed in the end may differ."
            yield Hit({FactKind.PERIOD: text}, one.source, reason, 1)


def items(fact: Fact, shelf: Documents, _: Documents) -> Iterator[Hit]:
    """The number of the agenda item with the same title in a document of the session."""
    sought = fact.sought
    if sought is None:
        return
    for one in shelf:
        here = (one.organ, one.session) == (sought.organ, sought.session)
        if one.item and here and sought.subject and same(one.item_title, sought.subject):
            sure = one.kind is ShelfKind.RESOLUTION
            reason = f"{one.name} ({one.source}) is under item {one.item}, which has the same title."
            yield Hit({FactKind.NUMBER: one.item}, one.source, reason, 2 if sure else 1, sure)
