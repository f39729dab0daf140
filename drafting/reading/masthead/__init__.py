# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands above a resolution: organ, session and its dates, agenda item, number, title, sponsors.

Everything known by its form is taken out of the masthead piece by piece; what then stands behind "Agenda item
3" is the title of the item, what stands behind "56/2." the title of the resolution. So neither line breaks
nor headings glued together ("… developmentResolution adopted by …") matter. Source: mastheads of adopted
texts and drafts in the official languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from drafting import ordinals
from drafting.glyphs import squeezed
from drafting.reading.dates import date_in
from drafting.reading.languages import ENGLISH, organ_in_english
from drafting.reading.masthead.closing import Closing
from drafting.reading.masthead.forms import Forms, masthead_forms
from drafting.reading.masthead.organs import organ_of, session_of, symbol_of
from drafting.reading.masthead.sponsors import sponsors_begin
from drafting.resolution import Masthead, ReadWarning

_TAKEN, _AGENDA, _NUMBER, _SPONSORS = "\x01", "\x02", "\x03", "\x04"
_FIELD = re.compile("[\x01-\x04]")
_LONGEST = 50_000  # characters: ten times the longest list of sponsors; what is beyond is no masthead


@dataclass(frozen=True, slots=True)
class Heading:
    """A masthead as read; `formulas` are its standard lines as printed, `unplaced` what is none of it.

    `warnings` say where its lines contradict each other.
    """

    masthead: Masthead
    formulas: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()


def read_masthead(
    lines: Sequence[str],
    organ: str,
    closing: Closing | None = None,
    *,
    notes: Sequence[str] = (),
    language: str = ENGLISH,
) -> Heading:
    """The masthead from the lines above the text and what the formula and the closing lines say.

    `organ` may be named in any language, the record names it in English. `notes` are asterisk notes found
    elsewhere on the first page. Every word of `lines` and `notes` is in the masthead, in `formulas` or in
    `unplaced`.
    """
    closing = closing or Closing()
    scan = _scanned(_FIELD.sub(" ", "\n".join(lines)), language)
    body = organ_in_english(organ or scan.organ) or organ_of(scan.symbol)
    number = scan.number
    numbered = session_of(body, number, scan.symbol)
    masthead = Masthead(
        body=body,
        symbol=scan.symbol or symbol_of(body, number, decision=scan.decision),
        number=number,
        title=scan.title,
        session=scan.session or numbered,
        session_dates=scan.session_dates,
        agenda_item=scan.agenda_item,
        agenda_title=scan.agenda_title,
        adopted=scan.adopted or closing.adopted,
        meeting=closing.meeting or scan.meeting,
        adoption=closing.adoption,
        agenda_points=scan.agenda_points,
        report=scan.report,
        sponsors=scan.sponsors,
        notes=tuple(dict.fromkeys((*scan.notes, *map(_unmarked, notes)))),
        language=language,
    )
    warnings = _contradictions(scan, numbered, closing.adopted)
    return Heading(masthead, tuple(scan.formulas), tuple(scan.unplaced), tuple(warnings))


def _scanned(text: str, language: str) -> _Scan:
    """What the lines hold; all beyond the longest masthead is unplaced."""
    scan = _Scan(text[:_LONGEST], language)
    scan.read()
    scan.unplaced += [_folded(text[_LONGEST:])] if text[_LONGEST:].strip() else []
    return scan


def merged(read: Masthead, told: Masthead | None) -> tuple[Masthead, tuple[ReadWarning, ...]]:
    """The masthead read from the lines, filled up with what the data of the file tell (`told`).

    What is printed wins; where the data name another number, symbol, date, session or language the drafter
    is told. English is what a record says when nothing is told, so it contradicts no other language.
    """
    if told is None:
        return read, ()
    filled: dict[str, Any] = {}
    warnings = []
    for name in (entry.name for entry in fields(Masthead)):
        printed, data = getattr(read, name), getattr(told, name)
        if name == "language":
            differs = data not in (printed, ENGLISH)
        else:
            filled[name] = printed or data
            differs = bool(printed and data) and _plain(printed) != _plain(data)
        if differs and name in _COMPARED:
            message = f"the data of the file name another {_COMPARED[name]} than is printed ({printed})"
            warnings.append(ReadWarning(message, "masthead", needs_look=True, text=str(data)))
    return replace(read, **filled), tuple(warnings)


_COMPARED = {
    "body": "organ",
    "symbol": "symbol",
    "number": "number",
    "session": "session",
    "agenda_item": "agenda item",
    "adopted": "date of adoption",
    "language": "language",
}


@dataclass(slots=True)
class _Scan:
    """Takes one known thing after the other out of the text."""

    text: str
    language: str = ENGLISH
    organ: str = ""
    symbol: str = ""
    number: str = ""
    title: str = ""
    session: int | None = None
    session_dates: str = ""
    agenda_item: int | None = None
    agenda_points: str = ""
    agenda_title: str = ""
    adopted: date | None = None
    meeting: str = ""
    report: str = ""
    sponsors: str = ""
    decision: bool = False
    notes: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    forms: Forms = field(default_factory=dict)

    def take(self, name: str, sign: str = _TAKEN, *, formula: bool = True) -> re.Match[str] | None:
        """The first match of a form, taken out and a sign put in its place."""
        match = next((found for form in self.forms[name] if (found := form.search(self.text))), None)
        if match is None:
            return None
        self.cut(match.start(), match.end(), sign)
        if formula:
            self.formulas.append(_folded(match.group()))
        return match

    def take_all(self, *names: str, before: str = "") -> list[str]:
        """All matches of these forms as printed, taken out; the search ends at a sign of `before`."""
        ends = [at for at in map(self.text.find, before) if at >= 0]
        end = min(ends, default=len(self.text))
        head, taken = self.text[:end], []

        def out(match: re.Match[str]) -> str:
            taken.append(_folded(match.group()))
            return f"\n{_TAKEN}\n"

        for form in (form for name in names for form in self.forms[name]):
            head = form.sub(out, head)
        self.text = head + self.text[end:]
        return taken

    def cut(self, start: int, end: int, sign: str) -> None:
        self.text = f"{self.text[:start]}\n{sign}\n{self.text[end:]}"

    def read(self) -> None:
        self.forms = masthead_forms(self.language)
        self.take_adoption()
        self.notes += [_unmarked(note) for note in self.take_all("reissue", "note")]
        self.formulas += self.take_all("united nations", "standard_pieces")
        if symbol := self.take("symbol", formula=False):
            self.symbol = _folded(symbol.group()).rstrip("*")
        if report := self.take("report", formula=False):
            self.report = _folded(report.group())
        self.take_sponsors()
        self.take_session()
        self.take_agenda()
        self.take_number()
        organs = self.take_all("organ", before=_AGENDA + _NUMBER)
        self.organ = self.organ or (organs[-1] if organs else "")
        self.formulas += organs + self.take_all("standard_lines", before=_AGENDA + _NUMBER)
        self.formulas += self.take_all("issue date")
        self.sort_rest()

    def take_adoption(self) -> None:
        adoption = self.take("adoption")
        if adoption is None:
            return
        found = adoption.groupdict()
        self.organ = _folded(found["organ"])
        self.decision = bool(found.get("decision"))
        self.adopted = date_in(found["date"], self.language) if found["date"] else None
        self.meeting = _folded(found.get("meeting") or "")

    def take_sponsors(self) -> None:
        """Take out the line of the sponsors ("Honduras and Mexico: draft resolution") with those above it."""
        drafts = (found for form in self.forms["draft"] if (found := form.search(self.text)))
        match = next(drafts, None)
        if match is None:
            return
        start, listed = match.start(), match["last"] or match["by"] or ""
        if match["last"]:
            start = sponsors_begin(self.text, match.start(), match.end("last"), self.language)
            listed = self.text[start : match.end("last")]
        self.sponsors = _folded(listed.replace("*", " ")).rstrip(" :\uff1a").replace(" ,", ",")
        words = self.text[match.end("last") if match["last"] else match.start() : match.end()]
        self.formulas.append(_folded(words[: words.find(match["by"])] if match["by"] else words))
        self.cut(start, match.end(), _SPONSORS)

    def take_session(self) -> None:
        if session := self.take("session"):
            found = session.groupdict()
            ordinal = ordinals.number_of(found["ordinal"]) if found.get("ordinal") else None
            figures = int(found["figures"]) if found.get("figures") else None
            self.session = None if found.get("apart") else ordinal or figures
        if dates := self.take("session_dates", formula=False):
            self.session_dates = _folded(dates.group())
        elif dates := self.take("bare dates", formula=False):  # the dash was lost
            self.session_dates = f"{_folded(dates['first'])}\u2013{_folded(dates['last'])}"

    def take_agenda(self) -> None:
        agenda = self.take("agenda", _AGENDA, formula=False)
        if agenda is None:
            return
        self.agenda_item = (
            int(agenda["item"]) if agenda["item"].isdecimal() else None
        )  # a draft may ask for it
        self.agenda_points = _folded(agenda["points"]).lstrip(", ")
        printed = agenda.group().replace(agenda["points"], "", 1) if agenda["points"] else agenda.group()
        self.formulas.append(_folded(printed))

    def take_number(self) -> None:
        number = self.take("number_line") or self.take("number", _NUMBER, formula=False)
        self.number = _folded(number["number"]) if number else ""

    def sort_rest(self) -> None:
        """Give each stretch between what was taken to the field it stands behind."""
        signs = [_TAKEN, *_FIELD.findall(self.text)]
        stretches = _FIELD.split(self.text)
        if not self.number and _SPONSORS not in signs and _AGENDA in signs:
            self.title = self.split_off_title(stretches, signs.index(_AGENDA))
        for sign, stretch in zip(signs, stretches, strict=True):
            words = _folded(stretch).rstrip(" *")
            if not words:
                continue
            if self.number and words.rstrip(".") == self.number:  # it may stand in a line above as well
                self.formulas.append(words)
            elif sign == _AGENDA and not self.agenda_title:
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
        return _folded(title)


def _contradictions(scan: _Scan, numbered: int | None, closing: date | None) -> list[ReadWarning]:
    """What two lines of the document say differently."""
    found = []
    if scan.session and numbered and scan.session != numbered:
        message = f"the masthead speaks of session {scan.session}, the number or symbol of session {numbered}"
        found.append(ReadWarning(message, "masthead", needs_look=True))
    if scan.adopted and closing and scan.adopted != closing:
        message = f"the masthead has {scan.adopted} as the day of adoption, the closing lines {closing}"
        found.append(ReadWarning(message, "masthead", needs_look=True))
    return found


def _unmarked(note: str) -> str:
    return _folded(note).lstrip("* ")


def _folded(text: str) -> str:
    return " ".join(text.split())


def _plain(value: object) -> str:
    return squeezed(str(value)).strip(" .*").casefold()
