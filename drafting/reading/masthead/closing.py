# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands under a resolution: the meeting, its date, and how it was adopted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from drafting.data import load
from drafting.reading.dates import date_in, date_pattern
from drafting.reading.languages import ENGLISH, codes, form, spaced, wording
from drafting.reading.masthead.forms import PLACEHOLDERS
from drafting.reading.masthead.states import is_state, states_in
from drafting.resolution import Ballot, ReadWarning, Vote

_SIDES = ("favour", "against", "abstaining")
_SHOWN = {"favour": "in favour", "against": "against", "abstaining": "abstaining"}
_EDGES = " \n,،，"


@dataclass(frozen=True, slots=True)
class Closing:
    """What was found under the text; `rest` belongs to none of it, `formulas` are the standard words read.

    `adoption` is how the text was adopted, as printed ("Adopted without a vote").
    """

    meeting: str = ""
    adopted: date | None = None
    vote: Vote | None = None
    formulas: tuple[str, ...] = ()
    rest: str = ""
    warnings: tuple[ReadWarning, ...] = ()
    adoption: str = ""


def is_closing(text: str) -> bool:
    """Whether a line begins the closing part, in any language: a meeting alone, or the record of the vote."""
    return any(_begins(text, _forms(language)) for language in codes())


def read_closing(lines: Sequence[str], language: str = ENGLISH) -> Closing:
    """The closing lines of a resolution, in order; every word is in the result or in one of its warnings."""
    text, forms = "\n".join(lines), _forms(language)
    meetings, text = _taken(text, forms.meeting)
    formulas = [*meetings[1:], *(line.strip() for line in lines if re.fullmatch(PLACEHOLDERS, line.strip()))]
    text = "\n".join(line for line in text.split("\n") if not re.fullmatch(PLACEHOLDERS, line.strip()))
    record = next((match for form_ in forms.records if (match := form_.search(text))), None)
    before = text[: record.start()] if record else text
    dates, before = _taken(before, re.compile(date_pattern(language)))
    formulas += dates
    meeting, day = "".join(meetings[:1]), date_in(dates[0], language) if dates else None
    if record is None:
        return Closing(meeting, day, None, tuple(formulas), before.strip(_EDGES))
    votes = _Votes(record, text[record.end() :], language)
    vote = votes.read()
    rest = "\n".join(part for part in (before.strip(_EDGES), votes.rest) if part)
    adoption = " ".join(record.group().split()).strip(" [.。")
    return Closing(meeting, day, vote, (*formulas, *votes.formulas), rest, tuple(votes.warnings), adoption)


def _taken(text: str, form_: re.Pattern[str]) -> tuple[list[str], str]:
    """The first match as often as the text says the same (parts A and B do), and the text without these."""
    matches = list(form_.finditer(text))
    said = [" ".join(match.group().split()) for match in matches]
    same = [match for match, words in zip(matches, said, strict=True) if words == said[0]]
    for match in reversed(same):
        text = text[: match.start()] + text[match.end() :]
    return said[:1] * len(same), text


@dataclass(frozen=True, slots=True)
class _Forms:
    """The patterns of one language."""

    meeting: re.Pattern[str]
    meeting_alone: re.Pattern[str]
    records: tuple[re.Pattern[str], ...]
    introduction: re.Pattern[str]
    side: re.Pattern[str]
    side_of: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _forms(language: str) -> _Forms:
    (meeting,) = wording(language, "meeting")
    sides = {name: "|".join(map(spaced, labels)) for name, labels in form(language, "sides").items()}
    labels = "|".join(sides[name] for name in _SIDES)
    return _Forms(
        re.compile(meeting),
        re.compile(rf"\W{{0,3}}(?:{meeting})[\s,،，.]{{0,3}}(?:{date_pattern(language)})?[\s.]{{0,3}}"),
        tuple(
            re.compile(rf"\[?\s*(?:{record})\s*[.。]?", re.IGNORECASE)
            for record in wording(language, "record")
        ),
        _caseless(rf"\s*(?:{'|'.join(wording(language, 'introduction'))})\s*[:：]?"),
        re.compile(rf"({labels})\s*[:：]"),
        tuple((name, re.compile(sides[name])) for name in _SIDES),
    )


def _caseless(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _begins(text: str, forms: _Forms) -> bool:
    if forms.meeting_alone.fullmatch(text) or forms.side.match(text):
        return True
    return any(record.match(text) for record in forms.records)


@dataclass(slots=True)
class _Votes:
    """Reads the record of the vote: the counts as printed, and the States of each side."""

    record: re.Match[str]
    tail: str
    language: str = ENGLISH
    formulas: list[str] = field(default_factory=list)
    warnings: list[ReadWarning] = field(default_factory=list)
    rest: str = ""

    def read(self) -> Vote | None:
        end = self.tail.find("]")
        text = self.tail if end < 0 else self.tail[:end]
        self.rest = "" if end < 0 else self.tail[end + 1 :].strip()
        if intro := _forms(self.language).introduction.match(text):
            self.formulas.append(" ".join(intro.group().split()))
            text = text[intro.end() :]
        if self.record.groupdict().get("favour") is None:
            self.rest = "\n".join(part for part in (text.strip(" \n.]"), self.rest) if part)
            return None
        sides = self.sides(text)
        return Vote(*(self.ballot(name, sides.get(name, "")) for name in _SIDES))

    def sides(self, text: str) -> dict[str, str]:
        """The list under each label, by the name of the side."""
        forms = _forms(self.language)
        parts = forms.side.split(text)
        if parts[0].strip(" \n.,。"):
            self.rest = "\n".join(part for part in (parts[0].strip(), self.rest) if part)
        found: dict[str, str] = {}
        for label, listed in zip(parts[1::2], parts[2::2], strict=True):
            self.formulas.append(f"{' '.join(label.split())}:")
            name = next(name for name, pattern in forms.side_of if pattern.fullmatch(label))
            found[name] = f"{found.get(name, '')}\n{listed}"
        return found

    def ballot(self, side: str, listed: str) -> Ballot:
        count = self.count(self.record[side])
        names = states_in(listed, count, self.language)
        self.formulas += self.joining(listed, names)
        shown = _SHOWN[side]
        if count is None:
            message = f"the number of votes {shown} could not be read; the States listed were counted"
            self.warnings.append(ReadWarning(message, "vote", needs_look=True, text=self.record[side]))
        elif count != len(names):
            message = f"the vote says {count} {shown}, but {len(names)} States are listed there"
            self.warnings.append(ReadWarning(message, "vote", needs_look=True))
        if self.language == ENGLISH:
            self.remark_odd(names, shown)
        return Ballot(len(names) if count is None else count, names)

    def joining(self, listed: str, names: Sequence[str]) -> list[str]:
        """Each "and" of a list that stands between States and in no name."""
        kept, found = " ".join(names), []
        for word in form(self.language, "list_and"):
            whole = re.compile(rf"\b{word}\b")
            found += [word] * (len(whole.findall(listed)) - len(whole.findall(kept)))
        return found

    def remark_odd(self, names: Sequence[str], shown: str) -> None:
        """Tell of a name with "and" that is taken whole though no State is known by it."""
        odd = [name for name in names if not is_state(name) and re.search(r"\sand\s", name)]
        if odd:
            message = f"a name is taken as that of one State, as the number of votes {shown} asks"
            self.warnings.append(ReadWarning(message, "vote", needs_look=True, text=odd[0]))

    def count(self, word: str | None) -> int | None:
        """The number of votes, in figures or in words; none printed is none cast."""
        if word is None:
            return 0
        counts: dict[str, int] = form(self.language, "counts") or load("reading")["counts"]
        return int(word) if word.isdecimal() else counts.get(word.casefold())
