# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reading has kept of the words of its source."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from drafting.resolution import Comment, Footnote, Masthead, Paragraph, ReadWarning, Resolution
from tests.corpus.printed import Printed, words

# What the record says beside the source, or a second time.
_OWN = {
    Paragraph: {"id", "kind", "part", "unit", "level", "opening"},
    Footnote: {"offset"},
    ReadWarning: {"message", "place", "needs_look"},
    Masthead: {"language"},
    Comment: {"author", "at", "paragraph", "start", "end"},
    Resolution: {"source", "format", "original", "revisions"},
}
_TIMES = re.compile(r"[“\"]([^”\"]*)[”\"] \((\d+) times\)")


def kept_words(resolution: Resolution) -> Counter[str]:
    """The words of a record and of its warnings' texts."""
    return Counter(word for text in _texts(resolution) for word in words(text))


def lost_words(source: Printed, resolution: Resolution) -> Counter[str]:
    """The words of the source that stand neither in the record nor in the text of a warning."""
    kept = kept_words(resolution)
    lost, more = source.words - kept, kept - source.words
    for first, second in source.divided:
        _put_together(lost, more, first, second)
    return +lost


def doubled_words(source: Printed, resolution: Resolution) -> Counter[str]:
    """The words that paragraphs and footnotes hold more often than the source does."""
    own = Counter(
        word
        for paragraph in resolution.paragraphs
        for text in (paragraph.text, *(note.text for note in paragraph.footnotes))
        for word in words(text)
    )
    more = own - source.words
    for first, second in source.divided:
        if more[first + second]:
            more[first + second] -= 1
    return +more


def _put_together(lost: Counter[str], more: Counter[str], first: str, second: str) -> None:
    whole = first + second
    if lost[first] > 0 and lost[second] > 0 and more[whole] > 0:
        lost.subtract((first, second))
        more[whole] -= 1


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, date):
        yield f"{value.day} {calendar.month_name[value.month]} {value.year}"
    elif isinstance(value, bool):
        return
    elif isinstance(value, int):
        yield str(value)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
    elif is_dataclass(value):
        yield from _record(value)


def _record(value: Any) -> Iterator[str]:
    own = _OWN.get(type(value), set())
    for field in fields(value):
        if field.name not in own:
            yield from _texts(getattr(value, field.name))
    if isinstance(value, Footnote):  # a printed number stands at the mark and again at the text
        yield str(value.number)
    if isinstance(value, ReadWarning):  # a line that stood on every page is told once, with how often
        for line, times in _TIMES.findall(value.text):
            yield from [line] * (int(times) - 1)
