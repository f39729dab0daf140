# SPDX-License-Identifier: GPL-3.0-or-later
"""How sources are named: their titles and their footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from drafting.checking import clauses
from drafting.checking.citations import Citation, Named, citations, cited_in, texts_of
from drafting.checking.clauses import blocks_of, places_of
from drafting.checking.records import Check, Finding, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.checking.versions import OfVersion
from drafting.glyphs import folded, squeezed
from drafting.resolution import Resolution

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
            message = f"The title of {one.mention.value} is “{other}” in {place}."
            yield finding("title-forms", spot, title, message)


def _words(title: str) -> str:
    return squeezed(title).casefold().rstrip(".,")


# ----------------------------------------------------------------------------------------------- footnotes


def missing_footnote(subject: Subject) -> Iterator[Finding]:
    """Words that have a footnote in the version before and none here, though their paragraph is kept.

    Not told where what the footnote cites is given elsewhere in this text.
    """
    given = subject.once(_given)
    if not subject.earlier or not any(paragraph.footnotes for paragraph in subject.text.paragraphs):
        return  # a text without any footnote was read from a form that has none
    before = subject.earlier[-1]
    for paragraph in before.paragraphs:
        for note in paragraph.footnotes:
            anchor = _anchor(paragraph.text[: note.offset])
            if anchor and not given.intersection(_sources(note.text)):
                yield from _lost(anchor, note.text, paragraph.text, before.number, subject)


def _given(subject: Subject) -> frozenset[str]:
    return frozenset(
        source
        for paragraph in subject.text.paragraphs
        for _, text in texts_of(paragraph)
        for source in _sources(text)
    )


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


def _lost(anchor: str, source: str, text: str, number: str, subject: Subject) -> Iterator[Finding]:
    here = clauses.most_alike(text, subject.once(blocks_of))
    for paragraph in subject.once(places_of).get(here or "", ()):
        plain = folded(paragraph.text)
        at = plain.find(anchor)
        end = at + len(anchor)
        if at >= 0 and not any(end <= note.offset <= end + _MARK_NEAR for note in paragraph.footnotes):
            message = f"In {number} these words have a footnote, “{source}”; this text does not give it."
            yield finding("missing-footnote", Spot(paragraph.id, at, end), paragraph.text[at:end], message)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"title-forms": title_forms, "missing-footnote": missing_footnote}
