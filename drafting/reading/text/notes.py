# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes in text: which lines are the text of a footnote, and which digits are its mark.

Where the source still shows marks as such (superscripts), they are taken as they are. Where extraction made
them plain digits ("session,1", "Rights, 6 which"), a mark is believed only when a footnote text with its
number stands further on and the marks come in rising order. Source: Editorial Manual on footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from drafting.data import load
from drafting.reading.blocks import Block
from drafting.reading.text.marks import Candidate, candidates_for, months, rising, take_out

_BODY = re.compile(r"(\d{1,3})\s+(?=[A-Z\u201c\"(\[])")
_BRACKETED = re.compile(r"\[(\d{1,3})\](?!\()")
_MOST_MARKS = 200  # in one line; where there are more, they are no marks
_ALONE = re.compile(r"\d{1,3}$")
_SENTENCE_END = re.compile(r"[.!?][\u201d\"')\]]*$")


def with_notes_told(lines: Sequence[Block]) -> list[Block]:
    """The lines with footnote texts labelled (`note`) and marks taken out of the running text."""
    lines = _bracketed(lines)
    if any(line.marks for line in lines):
        return _explicit(lines)
    zoned = _zones(lines)
    if any(line.note.isdigit() for line in zoned):
        return _marks_of_zones(zoned)
    return _chain(zoned)


def _bracketed(lines: Sequence[Block]) -> Sequence[Block]:
    """Numbers in square brackets as marks, where both the mark and the text of its footnote stand so.

    So do programs that save as text alone: "session,[1]" and, on a line of its own further on, "[1] See …".
    """
    heads = {match[1]: at for at, line in enumerate(lines) if (match := _BRACKETED.match(line.text))}
    labels = {
        match[1]
        for at, line in enumerate(lines)
        for match in _BRACKETED.finditer(line.text)
        if match.start() > 0 and heads.get(match[1], -1) > at
    }
    return [_with_brackets(line, labels) for line in lines] if labels else lines


def _with_brackets(line: Block, labels: set[str]) -> Block:
    at = 0
    if line.text.count("[") > _MOST_MARKS:
        return line
    while match := _BRACKETED.search(line.text, at):
        at = match.end()
        if match[1] in labels:
            line, at = line.marked(match.start(), match.end(), match[1]), match.start()
    return line


def _explicit(lines: Sequence[Block]) -> list[Block]:
    """A line that begins with a mark is the text of that footnote; a mark alone labels the next line."""
    found: list[Block] = []
    waiting = ""
    for line in lines:
        first = line.marks[0] if line.marks else None
        if first is not None and first.offset == 0 and not line.rule:
            waiting = first.label if not line.text else ""
            if line.text:
                found.append(replace(line, marks=line.marks[1:], note=first.label, gap=True))
        elif waiting:
            found.append(replace(line, note=waiting, gap=True))
            waiting = ""
        else:
            found.append(line)
    return found


def _zones(lines: Sequence[Block]) -> list[Block]:
    """Label the lines between the rule of underscores and the end of its page, when they hold footnotes."""
    result = list(lines)
    for at, line in enumerate(lines):
        if line.rule == "_":
            end = _zone_end(lines, at + 1)
            zone = _labelled(lines[at + 1 : end])
            result[at + 1 : end] = zone or result[at + 1 : end]
    return [line for line in result if line.text or line.rule]


def _zone_end(lines: Sequence[Block], start: int) -> int:
    end = start
    while end < len(lines) and not lines[end].rule and lines[end].page == lines[start].page:
        end += 1
    return end


def _labelled(zone: Sequence[Block]) -> list[Block]:
    """The zone with each line labelled, as many blocks as lines; empty when it holds no footnotes.

    Footnotes are printed in rising order, but extraction may set the numbers after their texts: the texts in
    order get the numbers in order when there are as many of the one as of the other.
    """
    asterisks = _asterisks(zone)
    texts = [_without_number(line) for line in zone[asterisks:]]
    numbers = sorted({number for number, _ in texts if number})
    starts = _note_starts(texts)
    if sum(starts) != len(numbers) or not (texts or asterisks):
        return []
    labels = iter(numbers)
    result = [replace(line, note="*", gap=line.text.startswith("*")) for line in zone[:asterisks]]
    label = ""
    for (_, line), starting in zip(texts, starts, strict=True):
        if starting:
            label = str(next(labels))
        result.append(replace(line, note=label if line.text else "", gap=starting, marks=()))
    return result


def _asterisks(zone: Sequence[Block]) -> int:
    """How many lines at the head of a zone belong to notes marked with asterisks (sponsors, reissues)."""
    count = 0
    while count < len(zone):
        text = zone[count].text
        goes_on = count > 0 and not _SENTENCE_END.search(zone[count - 1].text)
        if not text.startswith("*") and not (goes_on and not _ALONE.match(text) and not _body(text)):
            break
        count += 1
    return count


def _without_number(line: Block) -> tuple[int, Block]:
    if _ALONE.match(line.text):
        return int(line.text), replace(line, text="", italics=(), bold=())
    match = _body(line.text)
    return (int(match[1]), line.cut(match.end())) if match else (0, line)


def _body(text: str) -> re.Match[str] | None:
    """The number at the head of a footnote text; a date ("30 June and") is none."""
    match = _BODY.match(text)
    if match is None:
        return None
    word = re.split(r"[\s\u2010-\u2014-]", text[match.end() :], maxsplit=1)[0]
    return None if word.strip(",.") in months() else match


def _note_starts(texts: Sequence[tuple[int, Block]]) -> list[bool]:
    """For each line whether a footnote text begins there."""
    starts: list[bool] = []
    fresh = True
    for number, line in texts:
        if not line.text:  # a number alone
            starts.append(False)
            fresh = True
            continue
        starts.append(fresh or bool(number))
        fresh = bool(_SENTENCE_END.search(line.text))
    return starts


def _marks_of_zones(lines: list[Block]) -> list[Block]:
    """Find the marks of footnotes whose texts stand at the foot of the same page."""
    pages: dict[int, list[str]] = {}
    for line in lines:
        if line.note.isdigit() and line.gap:
            pages.setdefault(line.page, []).append(line.note)
    for page, labels in pages.items():
        body = [at for at, line in enumerate(lines) if line.page == page and not line.note and not line.rule]
        options = [candidates_for(lines, body, label, spaced=True) for label in labels]
        take_out(lines, zip(labels, rising(options), strict=True))
    return lines


def _chain(lines: list[Block]) -> list[Block]:
    """Find footnotes without any zone: a glued digit, and further on a line that begins with it.

    A digit parted from the text is believed only when that line shows by its words that it is a footnote.
    """
    bodies: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if match := _body(line.text):
            bodies.setdefault(match[1], []).append(at)
    chosen: list[tuple[str, Candidate]] = []
    last_mark, last_body = -1, -1
    for label in sorted(bodies, key=int):
        pair = _first_pair(lines, label, bodies[label], (last_mark, last_body))
        if pair is not None:
            mark, last_body = pair
            last_mark = mark.line
            chosen.append((label, mark))
        elif (orphan := _orphan(lines, label, bodies[label], last_body)) is not None:
            last_body = orphan
            spaced = candidates_for(lines, range(max(last_mark, 0), orphan), label, spaced=True)
            likely = next((mark for mark in spaced if mark.score > 1), None)
            if likely is not None:
                last_mark = likely.line
                chosen.append((label, likely))
        else:
            continue
        match = _BODY.match(lines[last_body].text)
        lines[last_body] = replace(lines[last_body].cut(match.end() if match else 0), note=label)
    take_out(lines, chosen)
    return lines


def _orphan(lines: Sequence[Block], label: str, bodies: Sequence[int], after: int) -> int | None:
    """A footnote text known by its words though no mark was found: the next number, after the last."""
    told = (at for at in bodies if at > after and _source_words().match(lines[at].text.split(None, 1)[1]))
    expected = after < 0 or int(label) == int(lines[after].note or 0) + 1
    return next(told, None) if expected else None


def _first_pair(
    lines: Sequence[Block], label: str, bodies: Sequence[int], after: tuple[int, int]
) -> tuple[Candidate, int] | None:
    """The first mark with its footnote text behind it; neither may stand before those of the note before."""
    for mark in candidates_for(lines, range(max(after[0], 0), len(lines)), label, spaced=False):
        for body in bodies:
            if body > max(mark.line, after[1]):
                return mark, body
    return None


@cache
def _source_words() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{words})" for words in load("reading")["notes_begin"]))
