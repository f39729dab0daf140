# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers of resolutions with dates, or with organs, that do not belong to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from drafting.checking.citations import Citation, citations, date_of
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Severity, Spot, Subject
from drafting.checking.rules import finding
from drafting.sessions import Count, assembly_year, council_year, known, organ
from drafting.translation import tr
from drafting.updating.mentions import print_date

_YEAR = 1900  # no organ has held so many sessions


def number_and_date(subject: Subject) -> Iterator[Finding]:
    """A date that is not the resolution's: it cannot be, or this text or an older one gives another.

    Certain where the number says in which session or year the text was adopted, or where this text dates one
    resolution twice.
    """
    first: dict[tuple[str, str], Citation] = {}
    for one in subject.once(citations):
        day = one.mention.dated
        if day is None or one.mention.date is None:
            continue
        other, given = first.setdefault(one.named, one), date_of(one.named, subject)
        if told := _impossible(one, day):
            yield _wrong(one, told, given if given != day else None)
        elif other.mention.dated is not None and other.mention.dated != day:
            told = tr(
                "{citation} and {date} do not belong together: {paragraph} dates the same resolution {day}."
            ).format(**_names(one), paragraph=other.paragraph, day=print_date(other.mention.dated))
            right = other.mention.dated if given in (None, other.mention.dated) else None
            yield _wrong(one, told, right, other.spot)
        elif given is not None and given != day:
            told = tr(
                "{citation} and {date} do not belong together: the versions before date the same "
                "resolution {day}."
            ).format(**_names(one), day=print_date(given))
            yield _wrong(one, told, given, severity=Severity.WARNING)


def _impossible(one: Citation, day: date) -> str:
    """What is said where a resolution of that number cannot be of that day; empty where it can."""
    session, name = one.mention.session, one.named[0]
    if session is None:
        return ""
    count = Count.YEARS if session > _YEAR else organ(name).count  # whoever numbers by years says so itself
    if count is Count.COUNCIL and not one.mention.special and day.year != council_year(session):
        return tr(
            "{citation} and {date} do not belong together: session {session} of the {organ} met in {year}."
        ).format(**_names(one), session=session, organ=name, year=council_year(session))
    if count is Count.ASSEMBLY:
        opens = assembly_year(session)
        if not date(opens, 9, 1) <= day <= date(opens + 1, 10, 1):
            return tr(
                "{citation} and {date} do not belong together: session {session} of the {organ} lasted from "
                "September {begins} to September {ends}."
            ).format(**_names(one), session=session, organ=name, begins=opens, ends=opens + 1)
    if count is Count.YEARS and not session - 1 <= day.year <= session:
        return tr("{citation} and {date} do not belong together: the number is one of {year}.").format(
            **_names(one), year=session
        )
    return ""


def _names(one: Citation) -> dict[str, str]:
    """The citation and its date, as every sentence about both names them."""
    assert one.mention.date is not None, "only what has a date of its own is looked at"
    return {"citation": one.mention.value, "date": one.mention.date.of(one.text)}


def _wrong(
    one: Citation, told: str, right: date | None, there: Spot | None = None, severity: Severity | None = None
) -> Finding:
    dated = one.mention.date
    assert dated is not None, "only what has a date of its own is looked at"
    spot, words = Spot(one.paragraph, dated.start, dated.end, one.footnote), dated.of(one.text)
    return finding(
        "number-and-date",
        spot,
        words,
        told,
        related=[there] if there else [],
        fix=[Mend(spot, words, print_date(right))] if right else [],
        severity=severity,
    )


def two_organs(subject: Subject) -> Iterator[Finding]:
    """One number cited as of two organs; two dates show that there are two such resolutions."""
    first: dict[str, Citation] = {}
    for one in subject.once(citations):
        name, number = one.named
        if not known(name) or one.mention.session is None:
            continue
        other = first.setdefault(number, one)
        dates = {each.mention.dated for each in (one, other)} - {None}
        if other.named != one.named and len(dates) < 2:
            message = tr(
                "{number} is cited here as a resolution of the {organ}, in {paragraph} as one of the {other}."
            ).format(number=number, organ=name, paragraph=other.paragraph, other=other.named[0])
            yield finding("two-organs", one.spot, one.words, message, related=[other.spot])


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"number-and-date": number_and_date, "two-organs": two_organs}
