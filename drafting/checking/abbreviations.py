# SPDX-License-Identifier: GPL-3.0-or-later
"""Abbreviations: spelled out once, at their first mention, and short from there on.

Names that are printed with brackets of their own ("SIDS Accelerated Modalities of Action (SAMOA) Pathway")
and titles in quotation marks define nothing. Sources: United Nations Correspondence Manual; rule 6.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafting.checking.places import quoted, stands_in
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.data import load
from drafting.glyphs import folded
from drafting.resolution import Kind, Part
from drafting.translation import tr

_NAME = r"[A-Z][A-Z]+[a-z]?(?:-[A-Z0-9]\w*)*(?!\w)"  # COVID-19, NGOs, UN-Women
_DEFINED = re.compile(rf"(?<=[a-z0-9]\s)\((?P<name>{_NAME})\)(?!\s[A-Z])")
_USED = re.compile(rf"{_NAME}(?![\w/(-]|\s\d)")
_ROMAN = re.compile(r"[IVXLC]+(?:-[IVXLC]+)?")
_WORD = re.compile(r"\S+")
_ARTICLES = ("the", "a", "an", "to", "of", "by", "on", "for", "and", "or", "with", "from")  # before a name
_LONGEST = 12  # words: no organ or disease has a longer name


@dataclass(frozen=True, slots=True)
class _Use:
    """An abbreviation at its place: `long` are the words before it when it is defined there, else empty."""

    name: str
    start: int
    end: int
    long: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A use in the text."""

    paragraph: str
    text: str
    use: _Use

    @property
    def spot(self) -> Spot:
        return Spot(self.paragraph, self.use.start, self.use.end)


@lru_cache(maxsize=8192)
def _uses(text: str) -> tuple[_Use, ...]:
    plain = folded(text)
    titles = quoted(text)
    found = []
    for match in _DEFINED.finditer(plain) if "(" in plain else ():
        if _is_name(match["name"]) and not stands_in(match.start(), titles):
            words = tuple(_WORD.findall(plain[: match.start()])[-_LONGEST:])
            found.append(_Use(match["name"], *match.span(), words))
    used = [match for match in _USED.finditer(plain) if _stands_alone(plain, match.start())]
    used = [match for match in used if not stands_in(match.start(), titles)]
    found += [_Use(match[0], *match.span()) for match in used if _is_name(match[0])]
    return tuple(sorted(found, key=lambda use: use.start))


def _stands_alone(text: str, at: int) -> bool:
    """Whether neither a word nor a symbol goes on here, nor a definition is."""
    before = text[at - 1 : at]
    return not before or not (before.isalnum() or before in "_/.(-")


def _is_name(name: str) -> bool:
    return not _ROMAN.fullmatch(name)


def _named(subject: Subject) -> tuple[tuple[_Place, ...], ...]:
    """All places of every abbreviation, in the order of the text; those of headings and annexes aside."""
    found: dict[str, list[_Place]] = {}
    for paragraph in subject.text.paragraphs:
        if paragraph.kind in (Kind.HEADING, Kind.TEXT) or paragraph.part is Part.ANNEX:
            continue
        for use in _uses(paragraph.text):
            found.setdefault(use.name, []).append(_Place(paragraph.id, paragraph.text, use))
    return tuple(tuple(places) for places in found.values())


def _spelled_out(subject: Subject) -> Iterator[tuple[_Place, Sequence[_Place], _Place]]:
    """Of every abbreviation that is spelled out: where first, where again, and where it is used first."""
    for places in subject.once(_named):
        defined = [place for place in places if place.use.long]
        if defined:
            yield defined[0], defined[1:], places[0]


def again(subject: Subject) -> Iterator[Finding]:
    """Definitions that stand a second time, or after the first use, where the words can be exchanged."""
    for first, more, used in _spelled_out(subject):
        name = first.use.name
        for other in more:
            if long := _in_common(first.use, other.use):
                message = tr(
                    "“{name}” is spelled out in {paragraph} already: from there on it is short."
                ).format(name=name, paragraph=first.paragraph)
                span, fix = _shortened(other, long)
                words = other.text[span.start : span.end]
                related = [first.spot]
                yield finding("abbreviation-again", span, words, message, related=related, fix=fix)
        if used is not first and (long := _by_initials(first.use)):
            yield _late(used, first, long)


def _late(used: _Place, defined: _Place, long: tuple[str, ...]) -> Finding:
    message = _spelled_only_later(used, defined)
    span, fix = _shortened(defined, long)
    spelled = defined.text[span.start : span.end]
    mends = [Mend(used.spot, used.text[used.use.start : used.use.end], spelled), *fix]
    words = used.text[used.use.start : used.use.end]
    return finding("abbreviation-again", used.spot, words, message, related=[defined.spot], fix=mends)


def _shortened(place: _Place, long: tuple[str, ...]) -> tuple[Spot, tuple[Mend, ...]]:
    """The span of a definition with its long form, and the mend that leaves the abbreviation alone."""
    words = list(_WORD.finditer(place.text, 0, place.use.start))
    start = words[-len(long)].start()
    span = Spot(place.paragraph, start, place.use.end)
    old = place.text[start : place.use.end]
    return span, (Mend(span, old, place.text[place.use.start + 1 : place.use.end - 1]),)


def _in_common(first: _Use, other: _Use) -> tuple[str, ...]:
    """The long form both definitions share; empty where they spell it out in two ways."""
    if long := _by_initials(other):
        return long if long == _by_initials(first) else ()
    count = 0
    for one, two in zip(reversed(first.long), reversed(other.long), strict=False):
        if one != two:
            break
        count += 1
    long = other.long[len(other.long) - count :]
    words = [word.casefold() for word in long]
    article = max((at for at, word in enumerate(words) if word in _ARTICLES), default=-1)
    return long[article + 1 :]


def _by_initials(use: _Use) -> tuple[str, ...]:
    """The long form whose initials are the abbreviation, small words aside; empty when they are not."""
    letters = [letter for letter in use.name.casefold() if letter.isalpha()]
    small = load("house_style")["small_words"]["words"]
    for count in range(len(letters), min(len(use.long), _LONGEST) + 1):
        long = use.long[len(use.long) - count :]
        initials = [part[0] for word in long for part in word.casefold().split("-") if part]
        counted = [word[0].casefold() for word in long if word.casefold() not in small]
        if letters in (initials, counted) and long[0].casefold() not in small:
            return long
    return ()


def two_forms(subject: Subject) -> Iterator[Finding]:
    """An abbreviation spelled out in two ways, or too late where its long form cannot be told by rule."""
    for first, more, used in _spelled_out(subject):
        for other in more:
            if not _in_common(first.use, other.use):
                message = tr(
                    "“{name}” is spelled out in {paragraph} in other words; one long form at the first "
                    "mention is enough, unless this is the wording of a title."
                ).format(name=first.use.name, paragraph=first.paragraph)
                yield _told("abbreviation-forms", other, message, first)
        if used is not first and not _by_initials(first.use):
            yield _told("abbreviation-forms", used, _spelled_only_later(used, first), first)


def _spelled_only_later(used: _Place, defined: _Place) -> str:
    return tr("“{name}” is used here and spelled out only in {paragraph}.").format(
        name=used.use.name, paragraph=defined.paragraph
    )


def undefined(subject: Subject) -> Iterator[Finding]:
    """An abbreviation that the text never spells out; told once. The Security Council spells none out."""
    if subject.text.masthead.body in load("house_style")["short_names"]["bodies"]:
        return
    known = load("house_style")["abbreviations"]["known"]
    for places in subject.once(_named):
        first = places[0]
        if first.use.name not in known and not any(place.use.long for place in places):
            message = tr("“{name}” is spelled out nowhere in the text.").format(name=first.use.name)
            yield _told("abbreviation-undefined", first, message)


def _told(rule_id: str, place: _Place, message: str, other: _Place | None = None) -> Finding:
    words = place.text[place.use.start : place.use.end]
    return finding(rule_id, place.spot, words, message, related=[other.spot] if other else [])


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {
    "abbreviation-again": again,
    "abbreviation-forms": two_forms,
    "abbreviation-undefined": undefined,
}
