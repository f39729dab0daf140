# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding words in the draft's text and footnotes; what is only proposed is not searched. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.draft import Role, Run
from ui.editor.lines import GAP, HEAD, Line, Spot

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


def next_match(found: Sequence[Match], here: tuple[int, int], backwards: bool = False) -> Match:
    """The first match from a place (a line and an index in it) on, or the last before it, round the end."""
    if backwards:
        before = [match for match in found if (match.line, match.start) < here]
        return before[-1] if before else found[-1]
    return next((match for match in found if (match.line, match.start) >= here), found[0])


def only_in_proposals(lines: Sequence[Line], words: str) -> bool:
    """Whether the words stand on the page with what is proposed in it, old words left out."""
    wanted = _folded(words)
    shown = ("".join(run.text for run in line.runs if _as_proposed(run)) for line in lines)
    return any(wanted in _folded(text) for text in shown)


def _as_proposed(run: Run) -> bool:
    return run.role not in (Role.OLD, Role.MARK) and run.text != GAP


def _folded(text: str) -> str:
    """The text with capitals and glyphs evened out, code point for code point."""
    plain = text.translate(_LOOKS)
    low = plain.lower()
    if len(low) == len(plain):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
