# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that hold only at the time of a text, and periods that would begin anew: to be looked at.

Asked once, while the words are new: what has stayed through a renewal has been looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from drafting.comparing.records import Lineage, Span
from drafting.data import load
from drafting.reading.languages import ENGLISH
from drafting.resolution import Paragraph, Part
from drafting.updating import wording_times as wording
from drafting.updating.calendar import Moment, moment_of
from drafting.updating.mentions import Mention, MentionKind, find
from drafting.updating.records import Certainty, Evidence, Proposal


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A place of the base to be looked at, and why."""

    span: Span
    kind: str
    reason: str


def doubts(lineage: Lineage, target: Moment, taken: Iterable[Proposal]) -> Iterator[Proposal]:
    """Remarks on the base for a draft at `target`, where nothing else is proposed."""
    base = lineage.latest
    if base.masthead.language != ENGLISH:
        return
    spans: dict[str, list[Span]] = {}
    for one in taken:
        if one.footnote is None:
            spans.setdefault(one.paragraph, []).append(Span(one.start, one.end))
    for paragraph in base.paragraphs:
        for doubt in (*_time_bound(lineage, paragraph), *_mandates(lineage, paragraph, target)):
            free = all(
                doubt.span.end <= other.start or other.end <= doubt.span.start
                for other in spans.get(paragraph.id, ())
            )
            if free and _is_new(lineage, paragraph, doubt.span.of(paragraph.text)):
                yield _remark(lineage, paragraph, doubt)


def _remark(lineage: Lineage, paragraph: Paragraph, doubt: _Doubt) -> Proposal:
    start, end = doubt.span.start, doubt.span.end
    words = doubt.span.of(paragraph.text)
    evidence = Evidence(lineage.latest.number, paragraph.id, words)
    name = f"{paragraph.id}:{start}"
    return Proposal(
        name, paragraph.id, start, end, words, words, Certainty.REVIEW, doubt.kind, doubt.reason,
        evidence=(evidence,),
    )  # fmt: skip


def _is_new(lineage: Lineage, paragraph: Paragraph, words: str) -> bool:
    """Whether the words are not yet in the version before, where their paragraph stood."""
    if len(lineage.versions) == 1:
        return True
    place = lineage.thread(paragraph.id).places[-2]
    return place is None or words not in lineage.versions[-2].paragraph(place).text


def _time_bound(lineage: Lineage, paragraph: Paragraph) -> Iterator[_Doubt]:
    for match in _time().finditer(paragraph.text):
        yield _Doubt(Span(*match.span()), "event", wording.time_bound(match[0], lineage.latest))


def _mandates(lineage: Lineage, paragraph: Paragraph, target: Moment) -> Iterator[_Doubt]:
    """Periods of mandates that are not over by the target: decided again, they would begin anew."""
    if paragraph.part is not Part.OPERATIVE or not _renewing().search(paragraph.text):
        return
    since = moment_of(lineage.latest).day
    for mention in find(paragraph.text):
        if since is None or target.day is None or not _runs_on(paragraph.text, mention):
            continue
        months = 12 * (target.day.year - since.year) + target.day.month - since.month
        if mention.count is not None and months + 2 < mention.count:
            words = mention.span.of(paragraph.text)
            yield _Doubt(mention.span, "period", wording.runs_on(words, lineage.latest, since, mention.count))


def _runs_on(text: str, mention: Mention) -> bool:
    """Whether a length of time is that of a mandate: "for a period of three years"."""
    before = text[: mention.span.start]
    told = re.search(r"\bfor\s(?:an?\s)?(?:(?:further|additional|new|initial)\s)?(?:period\sof\s)?$", before)
    return mention.kind is MentionKind.PERIOD and told is not None


@cache
def _time() -> re.Pattern[str]:
    data = load("review")["time_bound"]
    between = r"(?:[\w\u2019'-]+\s){0,2}?"
    return re.compile(rf"\b(?:{'|'.join(data['words'])})\s{between}(?:{'|'.join(data['events'])})\b")


@cache
def _renewing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('review')['mandates']['words'])})\b", re.IGNORECASE)
