# SPDX-License-Identifier: GPL-3.0-or-later
"""A way to write a text into a file and read it, and what a reading must have kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from drafting.reading import read
from drafting.resolution import Resolution

ReadText = Callable[[str], Resolution]
_FIGURES = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


@pytest.fixture
def read_text(tmp_path: Path) -> ReadText:
    """Reads a text as a file would be read."""

    def reading(text: str) -> Resolution:
        path = tmp_path / "text.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return read(path)

    return reading


@pytest.fixture
def lost_words() -> Callable[[str, Resolution], set[str]]:
    """The words of a source that are neither in the record nor named in a warning."""
    return _lost_words


def _lost_words(source: str, resolution: Resolution) -> set[str]:
    left = _words(re.sub(r"</?sup>", " ", source)) - _words(_record(resolution))
    named = _words("\n".join(warning.sentence for warning in resolution.warnings))
    return {word for word in left if word not in named}


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.translate(_FIGURES)))


def _record(resolution: Resolution) -> str:
    head = resolution.masthead
    parts = [
        head.body,
        head.symbol,
        head.number,
        head.title,
        head.session_dates,
        head.agenda_title,
        head.meeting,
        head.adoption,
        head.agenda_points,
        head.report,
        head.sponsors,
        *head.notes,
    ]
    for paragraph in resolution.paragraphs:
        parts += [paragraph.label, paragraph.text]
        for note in paragraph.footnotes:  # a number stands twice in a source: at the mark and at the text
            parts += [str(note.number), str(note.number), note.text]
    vote = resolution.vote
    ballots = (vote.in_favour, vote.against, vote.abstaining) if vote else ()
    return "\n".join(parts + [state for ballot in ballots for state in ballot.states])
