# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents for the shelf, and facts that ask for what they tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from drafting.updating.records import Fact, FactKind, FactPart, Sought, SoughtKind
from drafting.updating.shelf import (
    Answer,
    Passage,
    ShelfKind,
    Shelved,
)

GA, HRC = "General Assembly", "Human Rights Council"
TITLE = "Protection of islands in the field of human rights"

RESOLUTION = f"""United Nations
A/RES/79/12
General Assembly
Distr.: General
20 December 2024

Seventy-ninth session
Agenda item 71 (b)
Islands and rights: other questions

Resolution adopted by the General Assembly on 17 December 2024

[on the report of the Third Committee (A/79/458/Add.2, para. 80)]

79/12. {TITLE}

The General Assembly,

Recalling its resolution 78/7 of 19 December 2023,

1. Reaffirms that islands need protection;

2. Decides to continue its consideration of the matter at its eightieth session.

54th plenary meeting
17 December 2024
"""

REPORT = """United Nations A/HRC/59/40
General Assembly Distr.: General
21 May 2025
Original: English

Human Rights Council
Fifty-ninth session
16 June–11 July 2025
Agenda items 2 and 3
Annual report of the United Nations High Commissioner for Human Rights and reports of the Office of the High
Commissioner and the Secretary-General

The protection of islands

Report of the United Nations High Commissioner for Human Rights*

Summary
The present report is submitted pursuant to Human Rights Council resolution 56/2 of 10 July 2024.

1. Islands are small.
"""

SUBJECT = "on the protection of islands in the field of human rights"
BY = "Report of the United Nations High Commissioner for Human Rights"
ISLANDS = "the report of the High Commissioner on the protection of islands"

CALENDAR = """Human Rights Council: sessions to come

59th session: 16 June - 9 July 2025
60th session: 8 September - 8 October 2025
"""

ANNOUNCED = """Human Rights Council to Hold its Fifty-ninth Regular Session

The Human Rights Council will hold its fifty-ninth regular session from 16 June to 9 July 2025 in Geneva.
"""

RECALLS = (Passage("Recalling its resolution 78/7 of 19 December 2023,", "PP1"),)

TURNED = """Calendar of the Human Rights Council

16 June - 9 July 2025 | Fifty-ninth session
8 September - 8 October 2025 | Sixtieth session
"""

BY_YEAR = """Human Rights Council in 2025

59th session, 16 June to 9 July
61st special session, 1 to 2 August
"""


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def adopted(number: str, title: str = TITLE, **more: Any) -> Shelved:
    """An adopted text of the Assembly."""
    session, _, serial = number.partition("/")
    file, symbol, day = f"{session}-{serial}.docx", f"A/RES/{number}", date(2024, 12, 17)
    made = Shelved(file, ShelfKind.RESOLUTION, symbol, number, title, GA, int(session), day)
    return replace(made, **more)


def report(symbol: str, title: str) -> Shelved:
    return Shelved(f"{symbol.replace('/', '-')}.docx", ShelfKind.DOCUMENT, symbol, "", title, HRC, 59)


def asks_text(subject: str = f"on the {TITLE[0].lower()}{TITLE[1:]}", **more: Any) -> Fact:
    """The yearly text of the Assembly, cited as 78/7 so far."""
    sought = Sought(SoughtKind.RESOLUTION, GA, 79, subject, cited=("77/5", "78/7"), **more)
    number = FactPart("number", "number", kind=FactKind.NUMBER, form="79/{}", example="7")
    return Fact("topic", "Which?", (number, FactPart("date", "date", kind=FactKind.DATE)), (), sought)


def asks_symbol(described: str) -> Fact:
    part = FactPart("serial", "number", kind=FactKind.SYMBOL, form="A/HRC/59/{}")
    sought = Sought(SoughtKind.SYMBOL, HRC, 59, described, cited=("A/HRC/56/31",))
    return Fact("report", "Symbol?", (part,), (), sought)


def asks_dates(session: int) -> Fact:
    part = FactPart("dates", "dates", "[…] 2025", kind=FactKind.PERIOD)
    return Fact("dates", "Dates?", (part,), (), Sought(SoughtKind.DATES, HRC, session))


def told_values(found: tuple[Answer, ...]) -> list[str]:
    """The values, with "?" behind those that are not sure."""
    return [" ".join(one.values.values()) + ("" if one.sure else "?") for one in found]
