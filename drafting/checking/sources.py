# SPDX-License-Identifier: GPL-3.0-or-later
"""How sources are named: their titles and their footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from drafting.checking.citations import Citation, Named, citations, cited_in
from drafting.checking.past import became, places_of
from drafting.checking.records import Check, Finding, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.checking.versions import OfVersion
from drafting.glyphs import folded, squeezed
from drafting.resolution import Resolution
from drafting.translation import tr

_TITLE = re.compile(r"(?:\sof\s\d{1,2}\s\w+\s\d{4})?,?\sentitled\s[“\"]([^“”\"]{4,300})[”\"]")
_ANCHOR = 5  # words before a footnote mark by which its place is known again
_NAME = re.compile(r"(?:[A-Z][\w'-]+\s(?:(?:of|on|for|the|and|to|in|against)\s){0,3}){1,12}[A-Z][\w'-]+$")
_SHORT = 300  # characters of a footnote that may be a title
_MARK_NEAR = 2  # characters between the words and the mark: a comma, a closing quotation mark


# -------------------------------------------------------------------------------------------------- titles


def _title(one: Citation) -> tuple[str, int, int] | None:
    found = _TITLE.match(one.text, one.mention.number.end if one.mention.number else one.mention.span.end)
    return (found[1], *found.span(1)) if found else None


def _titles_in(version: Resolution) -> Mapping[Named, tuple[str, str]]:
    return {one.named: (title[0], version.number) for one in cited_in(version) if (title := _title(one))}


_titles = OfVersion(_titles_in)


def title_forms(subject: Subject) -> Iterator[Finding]:
    """A title in quotation marks that the text itself, or the version before, gives in other words."""
    seen: dict[Named, tuple[str, str]] = {}
    for version in subject.earlier[-1:]:
        seen.update(_titles(version))
    for one in subject.once(citations):
        if (found := _title(one)) is None:
            continue
        title, start, end = found
        other, place = seen.setdefault(one.named, (title, one.paragraph))
        if _words(title) != _words(other):
            spot = Spot(one.paragraph, start, end, one.footnote)
            message = tr("The title of {citation} is “{title}” in {place}.").format(
                citation=one.mention.value, title=other, place=place
            )
            yield finding("title-forms", spot, title, message)


def _words(title: str) -> str:
    return squeezed(title).casefold().rstrip(".,")


# ----------------------------------------------------------------------------------------------- footnotes


def missing_footnote(subject: Subject) -> Iterator[Finding]:
    """Words that have a footnote in the version before and none here, though their paragraph is kept.

    Not told where what the footnote cites is given elsewhere in this text.
    """
    if not subject.earlier or not any(paragraph.footnotes for paragraph in subject.text.paragraphs):
        return  # a text without any footnote was read from a form that has none
    before, given = subject.earlier[-1], subject.once(_given)
    for source in _sources_in(before):
        if given.isdisjoint(source.cited):
            yield from _lost(source, before.number, subject)


class _Source(NamedTuple):
    """A footnote of an older version: the words it belongs to, those of their paragraph, what it cites."""

    anchor: str
    paragraph: str
    note: str
    cited: frozenset[str]


def _anchored(version: Resolution) -> tuple[_Source, ...]:
    return tuple(
        _Source(anchor, paragraph.text, note.text, _sources(note.text))
        for paragraph in version.paragraphs
        for note in paragraph.footnotes
        if (anchor := _anchor(paragraph.text[: note.offset]))
    )


_sources_in = OfVersion(_anchored)


def _given(subject: Subject) -> frozenset[str]:
    paragraphs = subject.text.paragraphs
    notes = (note.text for paragraph in paragraphs for note in paragraph.footnotes)
    return frozenset[str]().union(*map(_sources, chain((one.text for one in paragraphs), notes)))


@lru_cache(maxsize=8192)
def _sources(text: str) -> frozenset[str]:
    """The numbers and symbols in a text, or all of a short text that has none: a title, an address."""
    numbers = frozenset(re.findall(r"[\w.-]+/[\w./-]*\d", folded(text)))
    return numbers or (frozenset({squeezed(text).casefold()}) if len(text) < _SHORT else frozenset())


def _anchor(before: str) -> str:
    """The words a footnote belongs to: the name it stands behind, else the last words before it."""
    plain = folded(before).rstrip(" ,;.:\"'")
    if name := _NAME.search(plain[-200:]):
        return name[0]
    words = plain.split()[-_ANCHOR:]
    return " ".join(words) if len(words) == _ANCHOR else ""


def _lost(source: _Source, number: str, subject: Subject) -> Iterator[Finding]:
    here = became(source.paragraph, subject.earlier[-1], subject)
    for paragraph in subject.once(places_of).get(here or "", ()):
        at = folded(paragraph.text).find(source.anchor)
        end = at + len(source.anchor)
        marked = any(end <= note.offset <= end + _MARK_NEAR for note in paragraph.footnotes)
        if at >= 0 and not marked:
            spot, words = Spot(paragraph.id, at, end), paragraph.text[at:end]
            message = tr(
                "In {version} these words have a footnote, “{note}”; this text does not give it."
            ).format(version=number, note=source.note)
            yield finding("missing-footnote", spot, words, message)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"title-forms": title_forms, "missing-footnote": missing_footnote}
