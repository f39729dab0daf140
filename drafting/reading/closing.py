# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands under a resolution: the meeting, its date, and the record of the vote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from drafting.data import load
from drafting.reading.dates import date_in, date_pattern
from drafting.resolution import Ballot, ReadWarning, Vote

_MEETING = re.compile(r"\d{1,5}(?:st|nd|rd|th)\s+(?:\(?[a-z]+\)?\s+){0,2}?meeting\b")
_RECORD = re.compile(
    r"\[?\s*(?:Resolution\s+)?Adopted\s+(?:without\s+a\s+vote|by\s+consensus|by\s+acclamation"
    r"|by\s+a\s+(?:recorded|roll-call)\s+vote\s+of\s+(?P<favour>\w+)\s+to\s+(?P<against>\w+)"
    r"(?:,?\s+with\s+(?P<abstaining>\w+)\s+abstentions?)?)\s*\.?",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(r"\s*The\s+voting\s+was\s+as\s+follows\s*:?", re.IGNORECASE)
_SIDE = re.compile(r"(In\s+favou?r|Against|Abstaining|Abstentions?)\s*:")


@dataclass(frozen=True, slots=True)
class Closing:
    """What was found under the text; `rest` belongs to none of it, `formulas` are the standard words read."""

    meeting: str = ""
    adopted: date | None = None
    vote: Vote | None = None
    formulas: tuple[str, ...] = ()
    rest: str = ""
    warnings: tuple[ReadWarning, ...] = ()


def is_closing(text: str) -> bool:
    """Whether a line begins the closing part: a meeting by itself, or the record of the vote."""
    meeting = _MEETING.match(text)
    if meeting:
        tail = text[meeting.end() :].strip(" ,.")
        return not tail or bool(re.fullmatch(date_pattern(), tail))
    return bool(_RECORD.match(text)) or bool(_SIDE.match(text))


def read_closing(lines: Sequence[str]) -> Closing:
    """The closing lines of a resolution, in order; every word is in the result or in one of its warnings."""
    text = "\n".join(lines)
    meeting, day, formulas = "", None, []
    if found := _MEETING.search(text):
        meeting = " ".join(found.group().split())
        text = text[: found.start()] + text[found.end() :]
    record = _RECORD.search(text)
    before = text[: record.start()] if record else text
    if dated := re.search(date_pattern(), before):
        day = date_in(dated.group())
        formulas.append(" ".join(dated.group().split()))
        before = before[: dated.start()] + before[dated.end() :]
    if record is None:
        return Closing(meeting, day, None, tuple(formulas), before.strip(" \n,"))
    votes = _Votes(record, text[record.end() :])
    vote = votes.read()
    rest = "\n".join(part for part in (before.strip(" \n,"), votes.rest) if part)
    return Closing(meeting, day, vote, (*formulas, *votes.formulas), rest, tuple(votes.warnings))


@dataclass(slots=True)
class _Votes:
    """Reads the record of the vote: the counts as printed, and the States of each side."""

    record: re.Match[str]
    tail: str
    formulas: list[str] = field(default_factory=list)
    warnings: list[ReadWarning] = field(default_factory=list)
    rest: str = ""

    def read(self) -> Vote | None:
        self.formulas.append(" ".join(self.record.group().split()))
        end = self.tail.find("]")
        text = self.tail if end < 0 else self.tail[:end]
        self.rest = "" if end < 0 else self.tail[end + 1 :].strip()
        if intro := _INTRODUCTION.match(text):
            self.formulas.append(" ".join(intro.group().split()))
            text = text[intro.end() :]
        if self.record["favour"] is None:
            self.rest = "\n".join(part for part in (text.strip(" \n.]"), self.rest) if part)
            return None
        sides = self.sides(text)
        return Vote(*(self.ballot(name, sides.get(name, "")) for name in ("favour", "against", "abstaining")))

    def sides(self, text: str) -> dict[str, str]:
        """The list under each label, by the name of the side."""
        parts = _SIDE.split(text)
        if parts[0].strip(" \n.,"):
            self.rest = "\n".join(part for part in (parts[0].strip(), self.rest) if part)
        found: dict[str, str] = {}
        for label, listed in zip(parts[1::2], parts[2::2], strict=True):
            self.formulas.append(f"{' '.join(label.split())}:")
            self.formulas += ["and"] if re.search(r"\band\b", listed) else []
            name = {"i": "favour", "a": "against"}["i" if label[0] in "Ii" else "a"]
            name = "abstaining" if label[:2].lower() == "ab" else name
            found[name] = f"{found.get(name, '')}\n{listed}"
        return found

    def ballot(self, side: str, listed: str) -> Ballot:
        count = _count(self.record[side] or "none")
        names = states_in(listed, count)
        shown = {"favour": "in favour", "against": "against", "abstaining": "abstaining"}[side]
        if count is None:
            message = f"the number of votes {shown} is not clear (“{self.record[side]}”); States were counted"
            self.warnings.append(ReadWarning(message, "vote", needs_look=True))
        elif count != len(names):
            message = f"the vote says {count} {shown}, but {len(names)} States are listed there"
            self.warnings.append(ReadWarning(message, "vote", needs_look=True))
        odd = [name for name in names if len(_at_and(name)) > 1]
        if odd:
            message = f"“{odd[0]}” is taken as the name of one State, as the number of votes {shown} asks"
            self.warnings.append(ReadWarning(message, "vote", needs_look=True))
        return Ballot(len(names) if count is None else count, names)


def states_in(listed: str, count: int | None = None) -> tuple[str, ...]:
    """The States of a list, whatever divides them: commas, semicolons, lines, and "and" before the last.

    "and" inside a name divides nothing: names that hold it are data (`states.json`). `count` is the number
    printed: a name with "and" that is not known is kept whole when that makes the number right.
    """
    divider = r"\s*[,;]\s*" if re.search("[,;]", listed) else r"\s*\n\s*"
    parts = [" ".join(part.split()).strip(" .]*") for part in re.split(divider, listed.strip())]
    parts = [re.sub(r"^and\s+", "", part) for part in parts if part and part.lower() not in {"none", "nil"}]
    divided = [name for part in parts for name in _at_and(part)]
    return tuple(parts if len(parts) == count else divided)


def _at_and(part: str) -> list[str]:
    """A part divided at "and", but never inside the name of a State."""
    hidden = part
    for name in load("states")["with_and"]:
        hidden = hidden.replace(name, name.replace(" and ", " \0 "))
    return [name.replace("\0", "and").strip() for name in re.split(r"\s+and\s+", hidden)]


def _count(word: str) -> int | None:
    counts: dict[str, int] = load("reading")["counts"]
    return int(word) if word.isdecimal() else counts.get(word.lower())
