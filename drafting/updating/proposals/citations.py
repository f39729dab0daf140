# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts and documents that a draft cites anew: the text before, and the newest of other series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafting.resolution import Masthead, Resolution
from drafting.sessions import Count, organ
from drafting.translation import marked
from drafting.updating import questions, wording
from drafting.updating.blanks import date_blank
from drafting.updating.calendar import session_of
from drafting.updating.course import Habit
from drafting.updating.mentions import MentionKind, print_date, serial_of
from drafting.updating.predecessor import loaded_at
from drafting.updating.proposals.making import Making
from drafting.updating.records import (
    PLACEHOLDER,
    Certainty,
    Fact,
    FactKind,
    FactPart,
    Proposal,
    Sought,
    SoughtKind,
)
from drafting.updating.strands import Place, Strand, place_id


def previous(making: Making, habit: Habit) -> Iterator[Proposal]:
    """The text before in the series, which is now the base."""
    certainty = Certainty.CERTAIN if habit.sure else Certainty.REVIEW
    yield text_before(making, habit, certainty, wording.previous(habit, making.versions))


def text_before(making: Making, habit: Habit, certainty: Certainty, reason: str) -> Proposal:
    """The base as the text before the draft; never certain where a text in between may be missing.

    Whether the series skipped a session or its text is only not loaded, the loaded ones do not tell.
    """
    if making.between is not None:
        certainty = Certainty.REVIEW
        reason = wording.not_loaded(reason, making.base.masthead.body, making.between)
    return loaded(making, habit, making.base, certainty, reason)


def loaded(making: Making, habit: Habit, text: Resolution, certainty: Certainty, reason: str) -> Proposal:
    """A loaded text cited by number, and by date where the base gives one."""
    making.cited[place_id(habit.strand.latest)] = text
    head = text.masthead
    dated = habit.strand.latest.mention.date is not None
    if text.is_draft:  # what number and date it got is not known
        head = replace(head, number="", adopted=None)
    if head.number and (head.adopted or not dated):
        day = f" of {print_date(head.adopted)}" if dated and head.adopted else ""
        return making.plain(habit, head.number + day, certainty, reason)
    number = head.number or _numbered(text, "{number}")
    fact = _unknown(making, text, head, dated=dated)
    day = print_date(head.adopted) if head.adopted else "{date}"
    return making.with_fact(habit, number + (f" of {day}" if dated else ""), fact, Certainty.FACT, reason)


def _unknown(making: Making, text: Resolution, head: Masthead, *, dated: bool) -> Fact:
    """The fact that asks for number and date of a loaded text, as far as `head` does not tell them."""
    before = text is making.versions[-1]
    fact_id = "previous" if before else f"text {text.number}"
    known = making.facts.get(fact_id)
    parts = list(known.parts) if known else []
    names = {part.name for part in parts}
    if not head.number and "number" not in names:
        form = _numbered(text, "{}")
        parts.append(
            FactPart("number", marked("number"), kind=FactKind.NUMBER, form=form if form != "{}" else "")
        )
    if dated and not head.adopted and "date" not in names:
        parts.append(FactPart("date", marked("date"), kind=FactKind.DATE))
    asked = wording.listed(part.label for part in parts).capitalize()
    question = f"{asked} of the text {'before' if before else 'of this series'} ({text.number})"
    number = "" if text.is_draft else head.number
    sought = Sought(SoughtKind.RESOLUTION, head.body, session_of(text), head.title, number=number)
    making.facts[fact_id] = Fact(fact_id, question, tuple(parts), (), sought)
    return making.facts[fact_id]


def _numbered(text: Resolution, blank: str) -> str:
    """The number of a text with a blank in it, as its organ numbers: "59/{number}"; the blank alone else."""
    session, form = session_of(text), organ(text.masthead.body).resolution
    if session is None or "{session}" not in form:
        return blank
    return form.replace("{session}", str(session)).replace(PLACEHOLDER, blank)


def newest(making: Making, habit: Habit) -> Iterator[Proposal]:
    """The text or document due where the newest of a series is cited, with a blank for what is not known."""
    place = habit.strand.latest
    reached = making.moment.at(place.organ) if place.organ else None
    cited = place.mention.session
    if reached is None or cited is None:
        return
    due = habit.due(reached)
    newer = next((other for other in _places(habit) if other.mention.session == due), None)
    if due == cited:
        yield from _still_newest(making, habit, due)
    elif due > cited and newer is not None:
        dated = newer.mention.dated if place.mention.date else None
        new = newer.mention.value + (f" of {print_date(dated)}" if dated else "")
        yield making.plain(habit, new, Certainty.REVIEW, wording.same_text_cites(newer))
    elif due > cited and place.mention.template:
        yield _of_series(making, habit, due) or _newer(making, habit, due)


def _of_series(making: Making, habit: Habit, due: int) -> Proposal | None:
    """The text due when it is one of this series that is loaded: what is known is not asked for."""
    is_text = habit.strand.latest.mention.kind is MentionKind.RESOLUTION
    found = loaded_at(habit.strand, due, making.course) if is_text else None
    if found is None:
        return None
    text, seen = found
    certain = seen and habit.sure and habit.strand.latest in habit.shown
    certainty = Certainty.CERTAIN if certain else Certainty.REVIEW
    return loaded(making, habit, text, certainty, wording.of_series(habit, making.versions, text, seen=seen))


def _places(habit: Habit) -> list[Place]:
    """The places of the base that cite the same series, in text order."""
    return [fellow.latest for fellow in _fellows(habit)]


def _fellows(habit: Habit) -> tuple[Strand, ...]:
    return habit.fellows or (habit.strand,)


def _still_newest(making: Making, habit: Habit, due: int) -> Iterator[Proposal]:
    place = habit.strand.latest
    # Of two texts in one year each has its own report; within a session a report is not issued twice.
    if place.mention.kind is MentionKind.SYMBOL and organ(place.organ or "").count is Count.YEARS:
        yield (
            _newer(making, habit, due) if habit.sure else making.remark(habit, wording.perhaps_its_own(place))
        )
    elif habit.period > 1:
        yield making.remark(habit, wording.still_newest(habit, making.versions, due + habit.period))
    elif not habit.sure:
        yield making.remark(habit, wording.perhaps_still(habit, making.versions))


def _newer(making: Making, habit: Habit, due: int) -> Proposal:
    place = habit.strand.latest
    certainty = Certainty.FACT if habit.sure else Certainty.REVIEW
    alone = len(making.versions) == 1
    reason = wording.perhaps_newer(place) if alone else wording.newest(habit, making.versions)
    form = _form(habit, due)
    if place.mention.kind is MentionKind.SYMBOL:
        serials = {serial_of(shown.mention) for shown in habit.shown}
        if habit.sure and len(serials) == 1:
            certainty = Certainty.CERTAIN if len(habit.shown) > 2 else Certainty.REVIEW
            return making.plain(habit, form.replace("{serial}", serials.pop()), certainty, reason)
        return making.with_fact(habit, form, _symbol_fact(making, habit, due, form), certainty, reason)
    return due_at(making, habit, due, certainty, reason)


def due_at(making: Making, habit: Habit, due: int, certainty: Certainty, reason: str) -> Proposal:
    """The resolution or decision due at a session, with blanks for its number and date."""
    fact = _resolution_fact(making, habit, due)
    pattern = _form(habit, due).replace("{serial}", "{number}")
    if _takes_date(habit) and any(part.name == "date" for part in fact.parts):
        pattern += " of {date}"
    return making.with_fact(habit, pattern, fact, certainty, reason)


def _form(habit: Habit, due: int) -> str:
    return habit.strand.latest.mention.template.replace("{session}", str(due))


def _takes_date(habit: Habit) -> bool:
    """The first mention in the text is dated, later ones and footnotes are not (rules 3.2 to 3.4)."""
    places = _places(habit)
    in_text = [place for place in places if place.footnote is None]
    dated = any(place.mention.date is not None for place in places)
    return dated and bool(in_text) and habit.strand.latest == in_text[0]


def _resolution_fact(making: Making, habit: Habit, due: int) -> Fact:
    places = _places(habit)
    fact_id = f"{place_id(places[0])}@{due}"
    if fact_id not in making.facts:
        question = questions.resolution_question(_fellows(habit), making.versions, due)
        form = places[0].mention.template.replace("{session}", str(due)).replace("{serial}", "{}")
        serial = serial_of(places[0].mention)
        number = FactPart("number", marked("number"), PLACEHOLDER, serial, FactKind.NUMBER, form)
        blank = date_blank(_fellows(habit), places[0].organ or "", due)
        day = FactPart("date", marked("date"), blank, "" if blank == PLACEHOLDER else "19", FactKind.DATE)
        sought = questions.sought_text(_fellows(habit), making.versions, due)
        dated = any(place.mention.date is not None for place in places)
        making.facts[fact_id] = Fact(fact_id, question, (number, day) if dated else (number,), (), sought)
    return making.facts[fact_id]


def _symbol_fact(making: Making, habit: Habit, due: int, form: str) -> Fact:
    place = _places(habit)[0]
    fact_id = f"{place_id(place)}@{due}"
    if fact_id not in making.facts:
        question = questions.symbol_question(place, making.versions, form.replace("{serial}", PLACEHOLDER))
        serial, blanked = serial_of(place.mention), form.replace("{serial}", "{}")
        part = FactPart("serial", marked("number"), PLACEHOLDER, serial, FactKind.SYMBOL, blanked)
        sought = questions.sought_document(_fellows(habit), making.versions, due)
        making.facts[fact_id] = Fact(fact_id, question, (part,), (), sought)
    return making.facts[fact_id]
