# SPDX-License-Identifier: GPL-3.0-or-later
"""The date of a resolution stands where the text names it first, and nowhere else.

Footnotes do not count: references that stand only there carry no date. The Security Council, whose numbers
hold the year, gives dates as it likes. Sources: adopted resolutions; rules 3.2 to 3.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from drafting.checking.dated import cited
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.checking.versions import OfVersion
from drafting.data import load
from drafting.resolution import Part, Resolution
from drafting.sessions import GA
from drafting.translation import tr
from drafting.updating.mentions import Mention, MentionKind, print_date

_DATE_BEGUN = re.compile(r",?\s(?:of|on|adopted\son)\s\d")
_NO_MORE = re.compile(r"(?:,?\s(?:of|on|adopted\son))?\s*")
_DATE_GOES_ON = re.compile(r"\s*(?:(?:of|on|adopted\son)\s)?\d{1,2}\s[A-Z][a-z]+\s(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention in the text; `dated` where the text gives its date, be it for several at once."""

    paragraph: str
    text: str
    mention: Mention
    dated: bool

    @property
    def spot(self) -> Spot:
        return Spot(self.paragraph, self.mention.span.start, self.mention.span.end)

    @property
    def number(self) -> Spot:
        span = self.mention.number or self.mention.span
        return Spot(self.paragraph, span.start, span.end)


def moved(subject: Subject) -> Iterator[Finding]:
    """Dates that stand at a later mention, and first mentions whose date the loaded texts know."""
    for places in subject.once(_named):
        first, later = places[0], places[1:]
        dated_later = [place for place in later if place.mention.date]
        if first.dated:
            yield from (_again(first, place) for place in dated_later)
        elif _begun(first, subject.text):
            continue
        elif dated_later:
            yield _belongs(first, dated_later)
        elif told := subject.once(_known).get(_key(first.mention)):
            yield _from_before(first, *told)


def missing(subject: Subject) -> Iterator[Finding]:
    """First mentions of resolutions without a date where no loaded text gives it."""
    for places in subject.once(_named):
        first = places[0]
        if not _has_printed_date(first.mention) or first.dated:
            continue
        if any(place.mention.date for place in places[1:]):
            continue
        if _key(first.mention) not in subject.once(_known):
            message = tr(
                "The first mention of {what} gives its date; the loaded texts do not tell it."
            ).format(what=_what(first.mention))
            yield finding("date-missing", first.number, _words(first, first.number), message)


def _has_printed_date(mention: Mention) -> bool:
    """Whether it is a resolution that is dated in print.

    Decisions of conferences and committees are not, nor the resolutions of younger assemblies: those of the
    General Assembly have had this form of number since its thirty-first session (rule 3.9).
    """
    young = mention.organ == GA and (mention.session or 0) < 31
    return mention.kind is MentionKind.RESOLUTION and not young


def _begun(place: _Place, text: Resolution) -> bool:
    """Whether a date is begun behind a number: half typed, or parted from it where a paragraph was split."""
    behind = place.text[place.number.end :]
    if _DATE_BEGUN.match(behind):
        return True
    if not _NO_MORE.fullmatch(behind):
        return False
    at = next(index for index, one in enumerate(text.paragraphs) if one.id == place.paragraph)
    after = text.paragraphs[at + 1 : at + 2]
    return bool(after) and _DATE_GOES_ON.match(after[0].text) is not None


def _named(subject: Subject) -> tuple[tuple[_Place, ...], ...]:
    """The mentions of every resolution and decision cited in the text, in its order.

    Each part of a resolution is a text of its own; an annex belongs to what stands before it.
    """
    if subject.text.masthead.body in load("house_style")["dates_free"]["bodies"]:
        return ()
    found: dict[tuple[str, tuple[MentionKind, str]], list[_Place]] = {}
    for paragraph in subject.text.paragraphs:
        part = "" if paragraph.part is Part.ANNEX else paragraph.unit
        for key, place in _places(paragraph.id, paragraph.text):
            found.setdefault((part, key), []).append(place)
    return tuple(tuple(places) for places in found.values())


@lru_cache(maxsize=8192)
def _places(paragraph: str, text: str) -> tuple[tuple[tuple[MentionKind, str], _Place], ...]:
    return tuple((_key(mention), _Place(paragraph, text, mention, dated)) for mention, dated in cited(text))


def _key(mention: Mention) -> tuple[MentionKind, str]:
    return mention.kind, mention.value


def _known(subject: Subject) -> dict[tuple[MentionKind, str], tuple[str, date]]:
    """The dates that older versions give, with the version that gives each, the latest first."""
    dates: dict[tuple[MentionKind, str], tuple[str, date]] = {}
    for version in subject.earlier:
        dates.update(_DATES(version))
    return dates


def _dates_in(version: Resolution) -> dict[tuple[MentionKind, str], tuple[str, date]]:
    return {
        _key(mention): (version.number, mention.dated)
        for paragraph in version.paragraphs
        for mention, _ in cited(paragraph.text)
        if mention.dated
    }


_DATES = OfVersion(_dates_in)


def _what(mention: Mention) -> str:
    """What a sentence calls it."""
    named = tr("decision {number}") if mention.kind is MentionKind.DECISION else tr("resolution {number}")
    return named.format(number=mention.value)


def _words(place: _Place, spot: Spot) -> str:
    return place.text[spot.start : spot.end]


def _without(place: _Place) -> Mend:
    """The date of a mention taken out, with the word before it."""
    number, day = place.mention.number, place.mention.date
    assert number
    assert day
    comma = place.text[number.end : day.start].startswith(",") and place.text[day.end : day.end + 1] == ","
    cut = Spot(place.paragraph, number.end, day.end + comma)
    return Mend(cut, _words(place, cut), "," if comma else "")


def _dated(place: _Place, day: str) -> Mend:
    """The date put behind a number."""
    behind = Spot(place.paragraph, place.number.end, place.number.end)
    return Mend(behind, "", f" of {day}")


def _again(first: _Place, place: _Place) -> Finding:
    message = tr(
        "The date of {what} stands at its first mention, in {paragraph}; it is not repeated."
    ).format(what=_what(place.mention), paragraph=first.paragraph)
    words = _words(place, place.spot)
    return finding(
        "first-mention-date", place.spot, words, message, related=[first.spot], fix=[_without(place)]
    )


def _belongs(first: _Place, dated: Sequence[_Place]) -> Finding:
    day = dated[0].mention.date
    assert day
    message = tr("{paragraph} names {what} first: the date that stands in {later} belongs there.").format(
        paragraph=first.paragraph, what=_what(first.mention), later=dated[0].paragraph
    )
    fix = [_dated(first, day.of(dated[0].text)), *(_without(place) for place in dated)]
    related = [place.spot for place in dated]
    words = _words(first, first.number)
    return finding("first-mention-date", first.number, words, message, related=related, fix=fix)


def _from_before(first: _Place, version: str, day: date) -> Finding:
    message = tr("The first mention of {what} gives its date: {day}, as in {version}.").format(
        what=_what(first.mention), day=print_date(day), version=version
    )
    words = _words(first, first.number)
    fix = [_dated(first, print_date(day))]
    return finding("first-mention-date", first.number, words, message, fix=fix)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"first-mention-date": moved, "date-missing": missing}
