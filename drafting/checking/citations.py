# SPDX-License-Identifier: GPL-3.0-or-later
"""The resolutions and decisions a text cites, each at its place, and what older versions know of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from drafting.checking.places import notes_of
from drafting.checking.records import Spot, Subject
from drafting.checking.versions import OfVersion
from drafting.resolution import Resolution
from drafting.updating.mentions import Mention, MentionKind, find
from drafting.updating.organs import resolve

_CITED = (MentionKind.RESOLUTION, MentionKind.DECISION)
Named = tuple[str, str]
"""An organ and the number of its resolution: what is cited, whatever the words are."""


class Citation(NamedTuple):
    """A resolution cited: in which paragraph (and footnote), in which words, and which one it is."""

    paragraph: str
    footnote: int | None
    text: str
    mention: Mention
    named: Named

    @property
    def spot(self) -> Spot:
        """Where it stands, with its date."""
        return Spot(self.paragraph, self.mention.span.start, self.mention.span.end, self.footnote)

    @property
    def words(self) -> str:
        """The words of it."""
        return self.mention.span.of(self.text)


def _cited_in(version: Resolution) -> tuple[Citation, ...]:
    body = version.masthead.body
    found: list[Citation] = []
    for paragraph in version.paragraphs:
        for mention, organ in _resolved(paragraph.text, body):
            found.append(Citation(paragraph.id, None, paragraph.text, mention, (organ, mention.value)))
        for note, text in notes_of(paragraph).items() if paragraph.footnotes else ():
            for mention, organ in _resolved(text, body):
                found.append(Citation(paragraph.id, note, text, mention, (organ, mention.value)))
    return tuple(found)


@lru_cache(maxsize=8192)
def _resolved(text: str, body: str) -> tuple[tuple[Mention, str], ...]:
    """What a text cites, each with its organ."""
    return tuple(
        (mention, resolve(mention.organ, body))
        for mention in find(text)
        if mention.kind in _CITED and mention.organ is not None
    )


cited_in = OfVersion(_cited_in)
"""Everything a version cites, in text order, footnotes after their paragraph."""


def citations(subject: Subject) -> tuple[Citation, ...]:
    """Everything the text cites; to be asked for `once`."""
    return _cited_in(subject.text)


def _dates_in(version: Resolution) -> Mapping[Named, date]:
    found: dict[Named, Counter[date]] = defaultdict(Counter)
    for one in cited_in(version):
        if one.mention.dated is not None:
            found[one.named][one.mention.dated] += 1
    dates = {named: counted.most_common(1)[0][0] for named, counted in found.items()}
    head = version.masthead
    if head.number and head.adopted:
        dates[head.body, head.number] = head.adopted
    return dates


dates_in = OfVersion(_dates_in)
"""The date a version gives most often to each resolution it dates, itself included."""


def date_of(named: Named, subject: Subject) -> date | None:
    """The date of a resolution by the older versions, the latest of those that give one."""
    return next(
        (dates[named] for dates in map(dates_in, reversed(subject.earlier)) if named in dates),
        None,
    )
