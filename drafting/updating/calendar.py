# SPDX-License-Identifier: GPL-3.0-or-later
"""A series in the calendar: which session an organ was at on a day, its dates, which session comes next.

Dates with their sources are in `resources/sessions.json`; what is not known there stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

from drafting.citing import MONTHS
from drafting.comparing.records import Lineage
from drafting.data import load
from drafting.glyphs import squeezed
from drafting.reading.dates import month_pattern
from drafting.resolution import Part, Resolution
from drafting.sessions import (
    COUNCIL_YEAR,
    GA,
    HRC,
    Count,
    assembly_batch,
    council_session_on,
    council_year,
    organ,
    usual_day,
)
from drafting.updating.mentions import Mention, MentionKind, find
from drafting.updating.organs import resolve
from drafting.updating.records import PLACEHOLDER

_RESUMED = timedelta(days=60)  # so far from the main batch a text of the Assembly is of another part


@dataclass(frozen=True, slots=True)
class Dates:
    """Printed dates of a session: `text` as a masthead prints them, `verified` when they may be printed.

    `planned` are dates announced before the session; the printed ones can differ by a day or two.
    """

    text: str
    verified: bool
    planned: bool
    source: str


def session_dates(body: str, session: int | None) -> Dates | None:
    """What is known of the dates of a session: actual dates before planned ones; None when nothing."""
    if body != HRC or session not in _council_sessions():
        return None
    entry = _council_sessions()[session]
    return Dates(
        entry["printed"] or entry["planned"],
        entry["verified"],
        planned=not entry["printed"],
        source=entry["source"] or "",
    )


@cache
def _council_sessions() -> dict[int, dict[str, Any]]:
    return {entry["session"]: entry for entry in load("sessions")["human_rights_council"]["sessions"]}


def dates_placeholder(body: str, session: int | None, versions: Sequence[Resolution] = ()) -> str:
    """The dates of a session with blanks ("[…] June–[…] July 2025"), months as in mastheads of that season.

    Months on which the mastheads disagree stay blank; so does everything for an organ without a calendar.
    """
    if body != HRC or session is None:
        return PLACEHOLDER
    same = [
        one.masthead for one in versions if one.masthead.session and one.masthead.session % 3 == session % 3
    ]
    printed = [one.session_dates for one in reversed(same) if one.session_dates][:3]
    for number in range(session - COUNCIL_YEAR, session - 6 * COUNCIL_YEAR, -COUNCIL_YEAR):
        if len(printed) < 3 and (known := session_dates(body, number)) and known.verified:
            printed.append(known.text)
    months = [re.findall(month_pattern(), text) for text in printed]
    first = {found[0] for found in months if found}
    last = {found[-1] for found in months if found}
    opens, closes = (found.pop() if len(found) == 1 else PLACEHOLDER for found in (first, last))
    return f"{PLACEHOLDER} {opens}–{PLACEHOLDER} {closes} {council_year(session)}"


# --------------------------------------------------------------------------------------- points in time


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a text stands in the calendar: its organ, session, and day (exact or the usual one).

    `session` is the year for an organ that numbers by years; None when nothing tells.
    """

    body: str
    session: int | None
    day: date | None

    def at(self, name: str) -> int | None:
        """The session or year an organ had reached then (Assembly: its last December), None if unknown."""
        if name == self.body and self.session is not None:
            return self.session
        count = organ(name).count
        if self.day is None or count is Count.UNKNOWN:
            return None
        if count is Count.YEARS:
            return self.day.year
        return council_session_on(self.day) if count is Count.COUNCIL else assembly_batch(self.day)


def session_of(version: Resolution) -> int | None:
    """The session of a version (the year for an organ that numbers by years), also from number or date."""
    head = version.masthead
    by_years = organ(head.body).count is Count.YEARS
    if head.session is not None and not by_years:
        return head.session
    number = re.search(r"(?<=\()(\d{4})(?=\)$)|^\d{4}(?=/)" if by_years else r"^\d{1,3}(?=/\d)", head.number)
    if by_years and version.is_draft:
        number = re.search(r"(?<=/)\d{4}(?=/)", head.symbol)
    if number:
        return int(number[0])
    return head.adopted.year if by_years and head.adopted else head.session


def moment_of(version: Resolution) -> Moment:
    """The moment a version was adopted."""
    body, session = version.masthead.body, session_of(version)
    return Moment(body, session, version.masthead.adopted or usual_day(body, session))


def target_moment(base: Resolution, session: int | None) -> Moment:
    """The moment of a draft for a session, after the base.

    A text of the Assembly that comes when its session is resumed is expected in that part again; one that is
    numbered by years when the mandate ends that the base set, else about the day of the base.
    """
    body = base.masthead.body
    if organ(body).count is Count.YEARS and session is not None:
        return Moment(body, session, _day_in(base, session))
    usual, before = usual_day(body, session), usual_day(body, session_of(base))
    if usual and before and base.masthead.adopted and organ(body).count is Count.ASSEMBLY:
        late = base.masthead.adopted - before
        usual += late if abs(late) > _RESUMED else timedelta()
    return Moment(body, session, usual)


def _day_in(base: Resolution, year: int) -> date | None:
    adopted, end = base.masthead.adopted, mandate_end(base)
    if end is not None and end.year == year:
        return end
    if adopted is None:
        return usual_day(base.masthead.body, year)
    return date(year, adopted.month, min(adopted.day, 28)) if year > adopted.year else date(year, 12, 31)


@cache
def _until() -> re.Pattern[str]:
    known = load("sessions")["security_council"]
    words, until = "|".join(known["mandate_words"]), "|".join(known["until_words"])
    return re.compile(rf"(?i:\b(?:{words}).*\b(?:{until})\s(?:the\s)?$)", re.DOTALL)


def mandate_end(version: Resolution) -> date | None:
    """The first day until which the text sets a mandate; None where it sets none after its own day."""
    adopted = version.masthead.adopted
    ends = [
        mention.dated
        for paragraph in version.paragraphs
        if paragraph.part is Part.OPERATIVE
        for mention in find(paragraph.text)
        if mention.kind is MentionKind.DATE and mention.dated is not None
        if adopted is not None and mention.dated > adopted
        if _until().search(paragraph.text[: mention.span.start])
    ]
    return min(ends, default=None)


# ----------------------------------------------------------------------------------------------- rhythm


def closing_session(version: Resolution) -> Mention | None:
    """The session at which the text decides to take the matter up again, named in its last paragraphs.

    An annex decides nothing of that kind for the text that adopts it.
    """
    own = version.masthead.body
    words = load("sessions")["closing_words"]
    for paragraph in reversed(version.paragraphs):
        if paragraph.part is Part.ANNEX:
            continue
        text = squeezed(paragraph.text).casefold()
        if "decide" not in text[:60] or not any(phrase in text for phrase in words):
            continue
        for mention in find(paragraph.text):
            session = (
                mention.kind is MentionKind.SESSION and not mention.special and mention.organ is not None
            )
            if session and resolve(mention.organ or "", own) == own:
                return mention
    return None


def cadence(versions: Sequence[Resolution]) -> int:
    """How many sessions lie between two texts of the series: what most versions show and say, else a year.

    A skipped year or a missing version does not change it; of two equally frequent steps it is the shorter.
    """
    counted = _steps(versions)
    if not counted:
        return COUNCIL_YEAR if organ(versions[-1].masthead.body).count is Count.COUNCIL else 1
    return min(counted, key=lambda step: (-counted[step], step))


def _steps(versions: Sequence[Resolution]) -> Counter[int]:
    """How often each number of sessions lies between two versions, or is stated by one."""
    sessions = [session_of(version) for version in versions]
    steps = [new - old for old, new in pairwise(sessions) if old is not None and new is not None]
    for version, session in zip(versions, sessions, strict=True):
        stated = closing_session(version)
        if stated is not None and stated.session is not None and session is not None:
            steps.append(stated.session - session)
    return Counter(step for step in steps if step > 0)


def next_session(lineage: Lineage) -> int:
    """The session the next text of the series is due at: the one its last text names, else by the cadence.

    When the latest is a draft it is the session of that draft, where it is still to be adopted. For an organ
    that numbers by years it is the year; 0 when neither session nor year of the base is known.
    """
    draft = lineage.latest.is_draft
    return (session_of(lineage.latest) or 0) if draft else due_after(lineage.versions)


def due_after(versions: Sequence[Resolution]) -> int:
    """The session at which a text is due after the last of these; 0 when that is not known."""
    base = versions[-1]
    session = session_of(base)
    if session is None:
        return 0
    stated = closing_session(base)
    step = stated.session - session if stated is not None and stated.session is not None else 0
    rhythm = cadence(versions)
    if 0 < step <= 4 * rhythm:
        return session + step
    next_year = _next_year(versions) if organ(base.masthead.body).count is Count.YEARS else None
    return next_year or session + rhythm


def missing_between(versions: Sequence[Resolution], target: int) -> int | None:
    """The last session before `target` at which a text should have followed the last of these versions.

    None when none is due before the target, when the series often takes so long a step, or when no session
    of the base is known.
    """
    due, rhythm, base = due_after(versions), cadence(versions), session_of(versions[-1])
    if base is None or not 0 < due < target:
        return None
    steps = _steps(versions)
    usual = max((step for step in steps if 2 * steps[step] >= max(steps.values())), default=rhythm)
    return due + (target - due - 1) // rhythm * rhythm if target - base > usual else None


def _next_year(versions: Sequence[Resolution]) -> int | None:
    """The year in which the mandate ends, unless that is far beyond the rhythm of the texts."""
    days = [version.masthead.adopted for version in versions if version.masthead.adopted]
    end, gaps = mandate_end(versions[-1]), sorted((new - old).days for old, new in pairwise(days))
    usual = gaps[(len(gaps) - 1) // 2] if gaps else None
    if end is not None and (usual is None or (end - days[-1]).days <= 2 * usual):
        return end.year
    if usual is None:
        return None
    months = max(1, round(usual * 12 / 365.25))
    return days[-1].year + (days[-1].month - 1 + months) // 12


def season(body: str, session: int | None) -> str:
    """When the texts of a session are adopted ("December 2024", "2025"); empty when unknown."""
    day = usual_day(body, session)
    if day is None:
        return ""
    return f"{MONTHS[day.month - 1]} {day.year}" if body == GA else str(day.year)
