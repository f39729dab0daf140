# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands above a resolution: organ, session and its dates, agenda item, number and title.

Everything known by its form is taken out of the masthead piece by piece; what then stands behind "Agenda item
3" is the title of the item, what stands behind "56/2." the title of the resolution. So neither line breaks
nor headings glued together ("… developmentResolution adopted by …") matter. Source: mastheads of adopted
texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from drafting import ordinals
from drafting.data import load
from drafting.reading.dates import date_in
from drafting.reading.forms import masthead_forms
from drafting.resolution import Masthead

_TAKEN, _AGENDA, _NUMBER, _SPONSORS = "\x01", "\x02", "\x03", "\x04"
_FIELD = re.compile("[\x01-\x04]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A masthead as read; `formulas` are its standard lines as printed, `unplaced` what is none of it."""

    masthead: Masthead
    formulas: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()


def read_masthead(lines: Sequence[str], organ: str, closing_date: date | None, meeting: str) -> Heading:
    """The masthead from the lines above the text and what the formula and the closing lines say.

    Every word of `lines` is in the masthead, in `formulas` or in `unplaced`.
    """
    scan = _Scan("\n".join(lines))
    scan.read()
    body = organ or scan.organ
    number = scan.number
    adopted = scan.adopted or closing_date
    masthead = Masthead(
        body=body,
        symbol=scan.symbol or _symbol(body, number),
        number=number,
        title=scan.title,
        session=scan.session or _session_of(body, number, scan.symbol),
        session_dates=scan.session_dates,
        agenda_item=scan.agenda_item,
        agenda_title=scan.agenda_title,
        adopted=adopted,
        meeting=meeting or scan.meeting,
    )
    return Heading(masthead, tuple(scan.formulas), tuple(scan.unplaced))


@dataclass(slots=True)
class _Scan:
    """Takes one known thing after the other out of the text."""

    text: str
    organ: str = ""
    symbol: str = ""
    number: str = ""
    title: str = ""
    session: int | None = None
    session_dates: str = ""
    agenda_item: int | None = None
    agenda_title: str = ""
    adopted: date | None = None
    meeting: str = ""
    formulas: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)

    def take(
        self, pattern: re.Pattern[str], sign: str = _TAKEN, *, formula: bool = True, before: str = ""
    ) -> re.Match[str] | None:
        """The first match, taken out and replaced by a sign; the search ends at a sign of `before`."""
        ends = [at for at in map(self.text.find, before) if at >= 0]
        match = pattern.search(self.text, 0, min(ends, default=len(self.text)))
        if match is None:
            return None
        self.text = f"{self.text[: match.start()]}\n{sign}\n{self.text[match.end() :]}"
        if formula:
            self.formulas.append(" ".join(match.group().split()))
        return match

    def read(self) -> None:
        forms = masthead_forms()
        self.take_adoption(forms)
        if symbol := self.take(forms["symbol"], formula=False):
            self.symbol = " ".join(symbol.group().split()).rstrip("*")
        while self.take(forms["report"]) or self.take(forms["anywhere"]):
            pass
        self.take_sponsors(forms["draft"])
        self.take_session(forms)
        if agenda := self.take(forms["agenda"], _AGENDA):
            self.agenda_item = int(agenda["item"])
        self.take_number(forms)
        organs = []
        while organ := self.take(forms["organ"], before=_AGENDA + _NUMBER):
            organs.append(" ".join(organ.group().split()))
        self.organ = self.organ or (organs[-1] if organs else "")
        while self.take(forms["standard"], before=_AGENDA + _NUMBER) or self.take(forms["issue date"]):
            pass
        self.sort_rest()

    def take_adoption(self, forms: dict[str, re.Pattern[str]]) -> None:
        adoption = self.take(forms["adoption"])
        if adoption is None:
            return
        self.organ = " ".join(adoption["organ"].split())
        self.adopted = date_in(adoption["date"]) if adoption["date"] else None
        self.meeting = " ".join((adoption["meeting"] or "").split())

    def take_sponsors(self, draft: re.Pattern[str]) -> None:
        """Take out the line of the sponsors ("Honduras and Mexico: draft resolution") with those above it."""
        match = draft.search(self.text)
        if match is None:
            return
        above = self.text[: match.start()].split("\n")[:-1]
        count = 0
        while match["last"] and count < len(above) and _lists_names(above[-1 - count]):
            count += 1
        start = match.start() - sum(len(line) + 1 for line in above[len(above) - count :])
        self.formulas.append(" ".join(self.text[start : match.end()].split()))
        self.text = f"{self.text[:start]}\n{_SPONSORS}\n{self.text[match.end() :]}"

    def take_session(self, forms: dict[str, re.Pattern[str]]) -> None:
        if session := self.take(forms["session"]):
            self.session = ordinals.number_of(session["ordinal"])
        if dates := self.take(forms["session dates"], formula=False):
            self.session_dates = " ".join(dates.group().split())
        elif dates := self.take(forms["bare dates"], formula=False):  # the dash was lost
            self.session_dates = "–".join(" ".join(day.split()) for day in dates.groups())

    def take_number(self, forms: dict[str, re.Pattern[str]]) -> None:
        if council := self.take(forms["council number"]):
            self.number = " ".join(council["number"].split())
        elif number := self.take(forms["number"], _NUMBER, formula=False):
            self.number = " ".join(number["number"].split())

    def sort_rest(self) -> None:
        """Give each stretch between what was taken to the field it stands behind."""
        signs = [_TAKEN, *_FIELD.findall(self.text)]
        stretches = _FIELD.split(self.text)
        if not self.number and _SPONSORS not in signs and _AGENDA in signs:
            self.title = self.split_off_title(stretches, signs.index(_AGENDA))
        for sign, stretch in zip(signs, stretches, strict=True):
            words = " ".join(stretch.split())
            if not words:
                continue
            if sign == _AGENDA and not self.agenda_title:
                self.agenda_title = words
            elif (sign == _NUMBER or (sign == _SPONSORS and not self.number)) and not self.title:
                self.title = words
            else:
                self.unplaced.append(words)

    def split_off_title(self, stretches: list[str], at: int) -> str:
        """The title of a text without number: what stands last, parted from the agenda by a blank line."""
        agenda, gap, title = stretches[at].rstrip().rpartition("\n\n")
        if not gap or not agenda.strip() or any(stretch.strip() for stretch in stretches[at + 1 :]):
            return ""
        stretches[at] = agenda
        return " ".join(title.split())


def _lists_names(line: str) -> bool:
    """Whether a line holds nothing but names divided by commas, as a list of sponsors does."""
    if "," not in line or ":" in line:
        return False
    words = line.replace(",", " ").replace("(", " ").replace(")", " ").replace("*", " ").split()
    return all(word[0].isupper() or word in {"and", "of", "the", "d'Ivoire"} for word in words)


def _symbol(body: str, number: str) -> str:
    pattern = next((str(entry["adopted"]) for entry in load("organs")["organs"] if entry["name"] == body), "")
    return pattern.format(number=number) if (number and number[-1].isalnum()) or number.endswith(")") else ""


def _session_of(body: str, number: str, symbol: str) -> int | None:
    """The session a number or a symbol speaks of; None where an organ counts otherwise (years)."""
    if body not in {"Human Rights Council", "General Assembly"}:
        return None
    if match := re.match(r"(\d{1,3})/", number):
        return int(match[1])
    match = re.match(r"A/(?:HRC/|C\.\d/|RES/)?(\d{1,3})/", symbol)
    return int(match[1]) if match else None
