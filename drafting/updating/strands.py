# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of every mention: threads carry paragraphs through the versions, strands what they mention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import Levenshtein

from drafting.comparing.records import Lineage, Thread
from drafting.reading.languages import ENGLISH
from drafting.resolution import Paragraph, Resolution
from drafting.sessions import known
from drafting.updating.mentions import Mention, MentionKind, find
from drafting.updating.organs import resolve

_CONTEXT = 40  # characters on either side that tell one mention of a paragraph from another
_NUMBERING = (MentionKind.PARAGRAPH, MentionKind.PART)  # they follow the numbering, not the years
_LIKE = 1.2  # of 4; strangers of one kind and organ in other words reach about 1


@dataclass(frozen=True, slots=True)
class Place:
    """A mention in one version: `version` counts from the oldest, `text` is the paragraph's or footnote's."""

    version: int
    paragraph: str
    footnote: int | None
    text: str
    mention: Mention
    organ: str | None

    @property
    def words(self) -> str:
        """The words of the mention as they stand there."""
        return self.mention.span.of(self.text)


@dataclass(frozen=True, slots=True)
class Strand:
    """One mention of the latest version through all versions: an entry for each, None where it is absent."""

    places: tuple[Place | None, ...]

    @property
    def latest(self) -> Place:
        """Where it stands in the latest version."""
        place = self.places[-1]
        assert place is not None, "strands are drawn back from the latest version"
        return place

    @property
    def present(self) -> tuple[Place, ...]:
        """Its places, oldest first."""
        return tuple(place for place in self.places if place is not None)

    @property
    def constant(self) -> bool:
        """Whether every version has the same value (one alone says nothing)."""
        return len(self.present) > 1 and len({place.mention.value for place in self.present}) == 1


def place_id(place: Place) -> str:
    """The name of a place in the base that stays the same from run to run ("PP4:120", "OP20:n4:0")."""
    note = "" if place.footnote is None else f"n{place.footnote}:"
    return f"{place.paragraph}:{note}{place.mention.span.start}"


def strands(lineage: Lineage) -> tuple[Strand, ...]:
    """The strand of every mention of the latest version, in text order (footnotes after their paragraph)."""
    by_paragraph = {thread.latest: thread for thread in lineage.threads if thread.latest is not None}
    return tuple(
        strand
        for paragraph in lineage.latest.paragraphs
        if paragraph.id in by_paragraph
        for strand in _of_thread(lineage.versions, by_paragraph[paragraph.id])
    )


def places(version: Resolution, index: int, paragraph: Paragraph) -> list[Place]:
    """What a paragraph and then its footnotes cite and time, as places of the version with that index.

    Of a text that is not in English only symbols, which are the same in every language: a year would be torn
    out of its date.
    """
    head = version.masthead
    texts: dict[int | None, str] = {None: paragraph.text}
    for note in paragraph.footnotes:
        texts.setdefault(note.number, note.text)  # one marked twice speaks once
    return [
        Place(index, paragraph.id, number, text, mention, _organ(mention, head.body))
        for number, text in texts.items()
        for mention in find(text)
        if mention.kind not in _NUMBERING and (head.language == ENGLISH or mention.kind is MentionKind.SYMBOL)
    ]


def _organ(mention: Mention, body: str) -> str | None:
    return None if mention.organ is None else resolve(mention.organ, body)


def _of_thread(versions: Sequence[Resolution], thread: Thread) -> list[Strand]:
    """Drawn backwards: every mention is held against the next older version by its nearest known place."""
    last = len(versions) - 1
    rows: list[list[Place | None]] = []
    nearest: list[Place] = []
    for index in range(last, -1, -1):
        where = thread.places[index]
        if where is None:
            continue
        here = places(versions[index], index, versions[index].paragraph(where))
        if index == last:
            rows = [[None] * last + [place] for place in here]
            nearest = here
            continue
        for older, strand in _paired(here, nearest, versions):
            rows[strand][index] = nearest[strand] = here[older]
    return [Strand(tuple(row)) for row in rows]


def _paired(old: list[Place], new: list[Place], versions: Sequence[Resolution]) -> list[tuple[int, int]]:
    """Mentions that correspond, in order: the best sum of likeness in kind, organ, value and surroundings."""
    if [(a.text, a.mention) for a in old] == [(b.text, b.mention) for b in new]:
        return [(index, index) for index in range(len(old))]
    about_old = [_around(place, versions) for place in old]
    about_new = [_around(place, versions) for place in new]
    scores = [
        [_likeness(a, b, near_a, near_b) for b, near_b in zip(new, about_new, strict=True)]
        for a, near_a in zip(old, about_old, strict=True)
    ]
    return _best_path(scores)


def _best_path(scores: list[list[float]]) -> list[tuple[int, int]]:
    rows, columns = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            here = scores[i][j] + best[i + 1][j + 1] if scores[i][j] > _LIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], here)
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        if scores[i][j] > _LIKE and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


_Around = tuple[str, str]


def _likeness(a: Place, b: Place, near_a: _Around, near_b: _Around) -> float:
    if a.mention.kind is not b.mention.kind or (a.footnote is None) != (b.footnote is None):
        return 0.0
    if a.organ and b.organ and a.organ != b.organ and (known(a.organ) or known(b.organ)):
        return 0.0  # bodies outside the tables may be named differently from year to year
    around = Levenshtein.ratio(near_a[0], near_b[0]) + Levenshtein.ratio(near_a[1], near_b[1])
    return around + (a.mention.value == b.mention.value) + (1.0 if a.organ == b.organ else 0.5)


def _around(place: Place, versions: Sequence[Resolution]) -> _Around:
    """The words before and after, figures aside; before a footnote's first words, those before its mark."""
    span, text = place.mention.span, place.text
    before = text[: span.start]
    if place.footnote is not None and len(before) < _CONTEXT:
        paragraph = versions[place.version].paragraph(place.paragraph)
        mark = next(note.offset for note in paragraph.footnotes if note.number == place.footnote)
        before = paragraph.text[:mark] + before
    far = 3 * _CONTEXT  # figures count as one character each, however long
    return (_plain(before[-far:])[-_CONTEXT:], _plain(text[span.end : span.end + far])[:_CONTEXT])


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", text)
