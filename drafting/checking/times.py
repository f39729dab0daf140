# SPDX-License-Identifier: GPL-3.0-or-later
"""Times that have passed: deadlines before the text was written, events still to come that are over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache

from drafting.checking.names import written_on
from drafting.checking.past import past_of
from drafting.checking.records import Check, Finding, ParagraphCheck, Severity, Spot, Subject
from drafting.checking.rules import finding
from drafting.data import load
from drafting.resolution import Paragraph, Part
from drafting.translation import tr
from drafting.updating.mentions import Mention, MentionKind, Role, find

_TIMES = (MentionKind.DATE, MentionKind.YEAR)
_LONG_KEPT = 2  # versions that have it past its time: their authors mean it
_NEAR = 80  # characters before a date in which its verb stands


@lru_cache(maxsize=8192)
def _timed(text: str) -> tuple[tuple[Mention, date, str], ...]:
    """The deadlines and coming events of a text with their last day, and the words that make an event."""
    found = []
    for mention in find(text):
        last = _last_day(mention)
        if mention.kind not in _TIMES or last is None:
            continue
        sentence = re.split(r"[;.]\s", text[: mention.span.start])[-1]
        coming = _coming().search(sentence[-_NEAR:])
        if (coming or mention.role is Role.DEADLINE) and not _told().search(sentence):
            found.append((mention, last, coming[1] if coming else ""))
    return tuple(found)


def _last_day(mention: Mention) -> date | None:
    if mention.kind is MentionKind.DATE:
        return mention.dated
    return date(mention.count, 12, 31) if mention.count and 1900 < mention.count < 2200 else None


@cache
def _coming() -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in load("phrases")["to_come"]["words"])
    return re.compile(rf"\b({words})\b[^;]*$")


@cache
def _told() -> re.Pattern[str]:
    """Words by which a time is told of, and not set."""
    words = "|".join(load("phrases")["to_come"]["told"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def passed(subject: Subject) -> Iterator[Finding]:
    """An event "to be held" on a day before the text, or a deadline that had passed."""
    written = written_on(subject.text.masthead)
    if written is None:
        return
    for paragraph in subject.text.paragraphs:
        for mention, last, coming in _timed(paragraph.text):
            if last >= written or not (coming or _is_set(paragraph, last, subject)):
                continue
            spot = Spot(paragraph.id, mention.span.start, mention.span.end)
            words = mention.span.of(paragraph.text)
            message = (
                tr("“{coming}” speaks of {time}, which lies before the day of this text.")
                if coming
                else tr("The deadline {time} lies before the day of this text.")
            ).format(coming=coming, time=words)
            yield finding("time-passed", spot, words, message, severity=None if coming else Severity.INFO)


def _is_set(paragraph: Paragraph, last: date, subject: Subject) -> bool:
    """Whether a deadline is set: in an operative paragraph that older versions did not keep past it."""
    kept = [
        version
        for version in subject.earlier
        if paragraph.text in past_of(version).texts and last < (written_on(version.masthead) or last)
    ]
    return paragraph.part is Part.OPERATIVE and len(kept) < _LONG_KEPT


@cache
def _passing() -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in load("phrases")["passing"]["words"])
    return re.compile(rf"(?<![\w-])(?:{words})\b")


@lru_cache(maxsize=8192)
def _moments(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _passing().finditer(text))


def left_over(subject: Subject) -> Iterator[Finding]:
    """Words of the time of writing ("upcoming"), unchanged since the version before."""
    if not subject.earlier:
        return
    before = subject.earlier[-1]
    old = past_of(before).texts
    for paragraph in subject.text.paragraphs:
        for start, end in _moments(paragraph.text):
            if paragraph.text in old:
                spot, words = Spot(paragraph.id, start, end), paragraph.text[start:end]
                message = tr("“{words}” stands unchanged since {version}: is it still so?").format(
                    words=words, version=before.number
                )
                yield finding("left-over", spot, words, message)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"time-passed": passed, "left-over": left_over}
