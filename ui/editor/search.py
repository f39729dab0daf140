# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding words in the draft's text and footnotes; what is only proposed is not searched. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.editor.lines import HEAD, Line, Spot

_LOOKS = str.maketrans("\u2019\u2018\u201c\u201d\u2011\u2010\u00a0", "''\"\"-- ")


@dataclass(frozen=True, slots=True)
class Match:
    """Where the words stand: from `start` to `end` in the shown text of a line."""

    line: int
    start: int
    end: int


def matches(lines: Sequence[Line], words: str) -> list[Match]:
    """Every place of the words in the order of the page, whatever their capitals, quotes and hyphens."""
    wanted = _folded(words)
    found: list[Match] = []
    for number, line in enumerate(lines):
        if line.sort in HEAD or not wanted:
            continue
        words_of_line, marks = line.before(len(line.shown))
        text = _folded(words_of_line)
        at = text.find(wanted)
        while at >= 0:
            passed = sum(offset <= at for _, offset in marks)
            start = line.place(Spot(at, passed, past=True))
            found.append(Match(number, start, line.place(Spot(at + len(wanted)))))
            at = text.find(wanted, at + 1)
    return found


def next_match(lines: Sequence[Line], words: str, caret: tuple[int, int], backwards: bool) -> Match | None:
    """The first match after the caret (a line and an index in it), or before it, going round at the end."""
    found = matches(lines, words)
    if not found:
        return None
    if backwards:
        before = [match for match in found if (match.line, match.start) < caret]
        return before[-1] if before else found[-1]
    after = [match for match in found if (match.line, match.start) >= caret]
    return after[0] if after else found[0]


def _folded(text: str) -> str:
    """The text with capitals and glyphs evened out, code point for code point."""
    plain = text.translate(_LOOKS)
    low = plain.lower()
    if len(low) == len(plain):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
