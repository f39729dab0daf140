# SPDX-License-Identifier: GPL-3.0-or-later
"""Citations left at an older age: the predecessor forgotten, one yearly resolution cited in two years' texts.

Both are read from the loaded versions alone: what they did each time and this text did not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from drafting.checking import clauses
from drafting.checking.citations import Citation, Named, citations, cited_in, date_of
from drafting.checking.past import became, places_of
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Severity, Spot, Subject
from drafting.checking.rules import finding
from drafting.checking.versions import OfVersion
from drafting.resolution import Resolution
from drafting.translation import listed, tr, trn
from drafting.updating.mentions import print_date

_AROUND = 24  # characters beside a citation by which it is known again in another version
_SHOWN = 2  # versions that show what is done each time
_TOGETHER = 3  # places that cite one resolution; what stands in more is what the text is built on
_PART = re.compile(r"\b(?:paras?\.|[Pp]aragraphs?|annex|section|part)\b[^;.]*\sof\s[^;.]{0,60}$")


# ----------------------------------------------------------------------------------------- the predecessor


def predecessor(subject: Subject) -> Iterator[Finding]:
    """The text before is cited nowhere, an older one of the series is, though such texts cite the one before.

    That is shown by the text before, or by two older ones where that forgot it too.
    """
    if len(subject.earlier) < 2:
        return
    *older, last = subject.earlier
    cited = {one.named: one for one in subject.once(citations)}
    before = [one for one in reversed(older) if _named(one) in cited]
    if not last.masthead.number or _named(last) in cited or not before:
        return
    cites = [_named(old) in {one.named for one in cited_in(new)} for old, new in pairwise(subject.earlier)]
    if not cites[-1] and sum(cites) < _SHOWN:
        return
    one, right = cited[_named(before[0])], last.masthead
    showing = [new.number for new, shows in zip(subject.earlier[1:], cites, strict=True) if shows][-_SHOWN:]
    message = tr(
        "{older} is cited, and {newer}, the text before this one, nowhere; the text before is cited in "
        "{versions}."
    ).format(older=one.mention.value, newer=right.number, versions=listed(showing))
    fix = _renewed(one, right.number, print_date(right.adopted) if right.adopted else "")
    severity = None if len(showing) == _SHOWN else Severity.INFO
    yield finding("predecessor-forgotten", one.spot, one.words, message, fix=fix, severity=severity)


def _named(version: Resolution) -> Named:
    return version.masthead.body, version.masthead.number


def _renewed(one: Citation, number: str, day: str) -> list[Mend]:
    """The citation with another number and date; nothing where it has a date and the new one is not known."""
    mention = one.mention
    if mention.number is None or (mention.dated and not (mention.date and day)):
        return []
    spans = [(mention.number, number), *([(mention.date, day)] if mention.date else [])]
    return [
        Mend(Spot(one.paragraph, span.start, span.end, one.footnote), span.of(one.text), new)
        for span, new in spans
    ]


# ---------------------------------------------------------------------------------- one resolution, two ages


class _Pair(NamedTuple):
    """Two places of a version that cite one resolution."""

    first: Citation
    second: Citation


def _pairs_in(version: Resolution) -> tuple[_Pair, ...]:
    by_named: dict[Named, list[Citation]] = defaultdict(list)
    for one in filter(_may_age, cited_in(version)):
        by_named[one.named].append(one)
    return tuple(
        _Pair(first, second)
        for places in by_named.values()
        if len(places) <= _TOGETHER
        for first, second in combinations(places, 2)
        if first.paragraph != second.paragraph
    )


def _may_age(one: Citation) -> bool:
    """Whether a newer text may stand there one day: not for a paragraph of the text, nor a source."""
    numbered = one.footnote is None and one.mention.session is not None
    return numbered and not _of_part(one.text, one.mention.span.start)


@lru_cache(maxsize=8192)
def _of_part(text: str, start: int) -> bool:
    """Whether the citation that begins there is of a paragraph or an annex: it stays with it."""
    return _PART.search(text[:start]) is not None


_pairs = OfVersion(_pairs_in)


def two_ages(subject: Subject) -> Iterator[Finding]:
    """Two places cited one resolution in older versions, and now texts of two years: one was forgotten.

    A warning when two versions show it with different resolutions, so that the places move together; with one
    version alone it is information.
    """
    places = subject.once(places_of)
    shown: dict[tuple[Spot, Spot], tuple[Citation, Citation, dict[Named, str]]] = {}
    for version in reversed(subject.earlier):
        for pair in _pairs(version):
            if pair.first.text in places and pair.second.text in places:
                continue
            here, there = (_now(one, version, subject) for one in pair)
            if here is None or there is None or here.named[0] != there.named[0] or here.named == there.named:
                continue
            older, newer = sorted((here, there), key=_age)
            entry = shown.setdefault((older.spot, newer.spot), (older, newer, {}))
            entry[2][pair.first.named] = version.number
    told: set[Spot] = set()
    for older, newer, versions in shown.values():
        if older.spot not in told:
            told.add(older.spot)
            yield _behind(older, newer, versions, subject)


def _age(one: Citation) -> tuple[int, ...]:
    return tuple(int(figures) for figures in one.mention.value.replace("/", " ").split() if figures.isdigit())


def _now(one: Citation, version: Resolution, subject: Subject) -> Citation | None:
    """The citation that now stands where one stood in an older version: in that paragraph, in those words."""
    text = became(one.text, version, subject)
    if text is None:
        return None
    candidates = subject.once(_by_paragraph)
    among = [
        other for paragraph in subject.once(places_of)[text] for other in candidates.get(paragraph.id, ())
    ]
    near = [other for other in among if _same_place(one, other)]
    return near[0] if len(near) == 1 else None


def _by_paragraph(subject: Subject) -> Mapping[str, Sequence[Citation]]:
    found: dict[str, list[Citation]] = defaultdict(list)
    for one in filter(_may_age, subject.once(citations)):
        found[one.paragraph].append(one)
    return found


def _same_place(one: Citation, other: Citation) -> bool:
    """Whether the words before both citations, or after them, are the same, figures aside."""
    return one.named[0] == other.named[0] and any(
        mine == theirs and len(mine) == _AROUND
        for mine, theirs in zip(_around(one), _around(other), strict=True)
    )


def _around(one: Citation) -> tuple[str, str]:
    return _beside(one.text, one.mention.span.start, one.mention.span.end)


@lru_cache(maxsize=8192)
def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    return clauses.plain(text[:start])[-_AROUND:], clauses.plain(text[end:])[:_AROUND]


def _behind(older: Citation, newer: Citation, versions: Mapping[Named, str], subject: Subject) -> Finding:
    numbers = listed(f"{number} ({named[1]})" for named, number in sorted(versions.items(), key=str))
    message = trn(
        "{older} stands here and {newer} in {paragraph}; both places cited the same resolution in the "
        "version {numbers}.",
        "{older} stands here and {newer} in {paragraph}; both places cited the same resolution in the "
        "versions {numbers}.",
        len(versions),
    )
    day = newer.mention.dated or date_of(newer.named, subject)
    return finding(
        "two-ages",
        older.spot,
        older.words,
        message.format(
            older=older.mention.value,
            newer=newer.mention.value,
            paragraph=newer.paragraph,
            numbers=numbers,
        ),
        related=[newer.spot],
        fix=_renewed(older, newer.mention.value, print_date(day) if day else ""),
        severity=None if len(versions) > 1 else Severity.INFO,
    )


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"predecessor-forgotten": predecessor, "two-ages": two_ages}
