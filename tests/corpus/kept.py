# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reading has kept of the words of its source."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Iterator
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


def told_words(resolution: Resolution) -> Counter[str]:
    """The words of its warnings' texts alone."""
    return Counter(word for text in _texts(resolution.warnings) for word in words(text))


def lost_words(source: Printed, resolution: Resolution) -> Counter[str]:
    """The words of the source that stand neither in the record nor in the text of a warning."""
    kept = kept_words(resolution)
    return _as_read(source, kept) - kept


def lost_letters(source: Printed, resolution: Resolution) -> Counter[str]:
    """The letters and figures that are lost, wherever words begin and end."""
    return Counter("".join(source.words.elements())) - Counter("".join(kept_words(resolution).elements()))


def doubled_words(source: Printed, resolution: Resolution) -> Counter[str]:
    """The words that paragraphs and footnotes hold more often than the source does.

    A footnote to which several marks refer is one footnote.
    """
    texts = [paragraph.text for paragraph in resolution.paragraphs]
    notes = {(note.number, note.text) for paragraph in resolution.paragraphs for note in paragraph.footnotes}
    own = Counter(word for text in (*texts, *(text for _, text in notes)) for word in words(text))
    return own - _as_read(source, kept_words(resolution))


def _as_read(source: Printed, kept: Counter[str]) -> Counter[str]:
    """The words of the source, those that print cannot tell apart taken as the record has them.

    Halves at a line end may be one word; a raised figure may stand right behind a year.
    """
    found = source.words.copy()
    lost, more = found - kept, kept - found
    for halves in source.divided:
        whole = "".join(halves)
        if more[whole] > 0 and all(lost[half] > 0 for half in halves):
            _change(found, halves, [whole])
            _change(more, [whole], ())
    for figures in lost if source.raised else ():
        for at in range(1, len(figures)):
            parts = (figures[:at], figures[at:])
            if figures.isdigit() and all(more[part] > 0 for part in parts):
                _change(found, [figures], parts)
                break
    return +found


def _change(counted: Counter[str], less: Iterable[str], more: Iterable[str]) -> None:
    counted.subtract(less)
    counted.update(more)


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
        yield " ".join(re.findall(r"\d+", value.message))  # the number of a footnote, beside its text
        for line, times in _TIMES.findall(value.text):
            yield from [line] * (int(times) - 1)
