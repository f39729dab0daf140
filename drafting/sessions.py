# SPDX-License-Identifier: GPL-3.0-or-later
"""How organs count their sessions, and in which year a session meets.

Plain reckoning, shared by reading and updating. Rules and their sources are in `resources/sessions.json` and
`resources/organs.json`; of an organ that is not there nothing is reckoned.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum
from functools import cache

from drafting.data import load

HRC, GA, SC, ECOSOC = (
    "Human Rights Council",
    "General Assembly",
    "Security Council",
    "Economic and Social Council",
)
COUNCIL_YEAR = 3  # regular sessions of the Human Rights Council in a year
OPENING_MONTHS = (3, 6, 9)  # the first usual months of these sessions


class Count(StrEnum):
    """How an organ numbers its sessions and its texts."""

    COUNCIL = "council sessions"
    ASSEMBLY = "assembly sessions"
    YEARS = "years"
    UNKNOWN = "unknown"


class Agenda(StrEnum):
    """How an organ numbers the items of its agenda."""

    STANDING = "standing"  # one agenda at every session
    BY_SESSION = "by session"  # drawn up anew at every session
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee whose drafts have symbols that begin with `symbol`.

    `name` is what they print, `reported` how the line under the masthead of an adopted text names it. The one
    without a name stands for drafts submitted to the organ directly.
    """

    name: str
    reported: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ: how it counts, and the forms of its draft symbols and numbers with `{session}` in them.

    And how it numbers the items of its agenda, and its committees.
    """

    name: str
    count: Count = Count.UNKNOWN
    draft: str = "[…]"
    resolution: str = "[…]"
    agenda: Agenda = Agenda.UNKNOWN
    committees: tuple[Committee, ...] = ()


@cache
def organ(name: str) -> Organ:
    """The organ of that name; one that counts in an unknown way when the program does not know it."""
    for entry in load("organs")["organs"]:
        if entry["name"] == name:
            count, agenda = Count(entry["numbered"]), Agenda(entry.get("agenda", ""))
            committees = tuple(Committee(**one) for one in entry.get("committees", ()))
            return Organ(name, count, entry["draft"], entry["resolution"], agenda, committees)
    return Organ(name)


def committee_of(body: str, symbol: str) -> Committee | None:
    """The committee of an organ that a draft with this symbol is of; None when it is of none."""
    named = (one for one in organ(body).committees if one.name and symbol.startswith(f"{one.symbol}/"))
    return next(named, None)


def reporting(body: str, report: str) -> Committee | None:
    """The committee of an organ that the line on its report names; None when it names none that is known."""
    return next((one for one in organ(body).committees if one.reported in report), None)


def known(name: str) -> bool:
    """Whether the program knows how this organ counts its sessions."""
    return organ(name).count is not Count.UNKNOWN


def council_year(session: int) -> int:
    """The year of a regular session of the Human Rights Council."""
    return 2006 + (session - 1) // COUNCIL_YEAR


def council_slot(session: int) -> int:
    """0 for the session that opens in February or March, 1 for June, 2 for September."""
    return (session - 1) % COUNCIL_YEAR


def council_session(year: int, slot: int) -> int:
    """The number of the session in that year and slot: 3 × (year − 2009) + 10 + slot."""
    return COUNCIL_YEAR * (year - 2009) + 10 + slot


def council_session_on(day: date) -> int:
    """The latest session of the Council that has opened by then, counted by its first usual month."""
    opened = [slot for slot, month in enumerate(OPENING_MONTHS) if day.month >= month]
    return council_session(day.year, opened[-1]) if opened else council_session(day.year - 1, 2)


def assembly_year(session: int) -> int:
    """The year in which a session of the General Assembly opens and adopts most of its resolutions."""
    return int(load("sessions")["general_assembly"]["year_before_first"]) + session


def assembly_batch(day: date) -> int:
    """The session of the Assembly whose main batch of resolutions (December) is the latest on that day."""
    return day.year - 1 - int(load("sessions")["general_assembly"]["year_before_first"])


def usual_day(body: str, session: int | None) -> date | None:
    """A day near the end of a session (or year), for reckoning only; None where nothing is known."""
    count = organ(body).count
    if session is None or count is Count.UNKNOWN:
        return None
    year, (month, day) = session, _usual_in_year(body)
    if count is Count.COUNCIL:
        year, month, day = council_year(session), (3, 7, 10)[council_slot(session)], 15
    elif count is Count.ASSEMBLY:
        year, day = assembly_year(session), 15
    return date(year, month, day) if MINYEAR <= year <= MAXYEAR else None


def _usual_in_year(body: str) -> tuple[int, int]:
    """Month and day on which texts numbered by years are usually adopted, else the last of the year."""
    known = load("sessions").get(body.casefold().replace(" ", "_"), {})
    month, day = known.get("usual_day", (12, 31))
    return int(month), int(day)


def opening_day(body: str, session: int | None) -> date | None:
    """A day on which a session has usually just opened, for reckoning only; None where nothing is known."""
    usual = usual_day(body, session)
    if session is None or usual is None:
        return None
    count = organ(body).count
    if count is Count.COUNCIL:
        return date(usual.year, OPENING_MONTHS[council_slot(session)], 1)
    return date(usual.year, 9, 15) if count is Count.ASSEMBLY else date(usual.year, 1, 1)
