# SPDX-License-Identifier: GPL-3.0-or-later
"""What the data of an Akoma Ntoso file name: symbol, number, dates, session, agenda item, language …"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from drafting.resolution import Masthead

# Three letters in the files (ISO 639-2, either form), two in the record.
_LANGUAGES = {
    "ara": "ar", "chi": "zh", "zho": "zh", "eng": "en", "fre": "fr", "fra": "fr", "rus": "ru", "spa": "es",
}  # fmt: skip
_KINDS = {
    "docNumber #symbol": "symbol",
    "docNumber": "number",
    "docTitle #resolutionNumber": "council number",
    "docTitle #resolutionTitle": "title",
    "docDate #adoptionDate": "adopted",
    "date #startDate": "first day",
    "date #endDate": "last day",
    "session": "session",
    "inline agenda item": "agenda",
    "inline agenda item name": "agenda title",
    "inline adoptionMeeting": "meeting",
    "location #adoptionMeeting": "meeting",
    "docProponent": "report",
}


@dataclass(slots=True)
class Facts:
    """Gathers the data; the first that names a thing counts."""

    values: dict[str, str] = field(default_factory=dict)

    def meta(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take what an element of the metadata names."""
        if name == "FRBRlanguage":
            self.tell("language", _LANGUAGES.get(attributes.get("language", "").lower(), ""))
        elif name == "FRBRdate" and attributes.get("name") == "adoption":
            self.tell("adoption date", attributes.get("date", ""))
        elif name == "TLCOrganization" and attributes.get("eId") != "source":
            self.tell("body", attributes.get("showAs", ""))

    def read(self, name: str, attributes: Mapping[str, str], text: str) -> None:
        """Take what an element of the printed text names."""
        told = attributes.get("name") if name == "inline" else attributes.get("refersTo")
        kind = _KINDS.get(f"{name} {told}") or _KINDS.get(name, "")
        if kind == "adopted":
            text = attributes.get("date", "")
        elif kind == "session":
            text = attributes.get("value", "")
        if kind:
            self.tell(kind, text)

    def tell(self, kind: str, value: str) -> None:
        """Keep a value under its name unless there is one already."""
        if value and kind not in self.values:
            self.values[kind] = value

    @property
    def language(self) -> str:
        """The ISO 639-1 code of the language, empty when the file does not name one of the six."""
        return self.values.get("language", "")

    @property
    def body(self) -> str:
        """The English name of the organ, empty when the file does not say it."""
        return self.values.get("body", "")

    def masthead(self) -> Masthead:
        """All that is known, in the record's form."""
        known = self.values
        agenda = known.get("agenda", "")
        days = [known[day] for day in ("first day", "last day") if day in known]
        return Masthead(
            body=self.body,
            symbol=known.get("symbol", ""),
            number=self.number(),
            title=known.get("title", ""),
            session=_number_in(known.get("session", "")),
            session_dates="–".join(days),
            agenda_item=_number_in(agenda),
            agenda_title=known.get("agenda title", ""),
            adopted=_day(known.get("adopted", "")) or _day(known.get("adoption date", "")),
            meeting=known.get("meeting", ""),
            agenda_points=" ".join(re.findall(r"\([a-z]\)", agenda)),
            report=known.get("report", ""),
            language=self.language or "en",
        )

    def number(self) -> str:
        """The number without the words and points around it."""
        council = re.search(r"\d{1,4} \(\d{4}\)", self.values.get("council number", ""))
        return council.group() if council else self.values.get("number", "").rstrip(" .")


def _number_in(text: str) -> int | None:
    match = re.search(r"[0-9]{1,4}", text)
    return int(match.group()) if match else None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year > 1 else None  # the files write the year 1 for a date that is not known
