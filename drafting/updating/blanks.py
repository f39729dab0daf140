# SPDX-License-Identifier: GPL-3.0-or-later
"""The visible blanks that stand for what is not known yet, with as much filled in as the series shows."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.citing import MONTHS
from drafting.sessions import Count, assembly_year, council_year, organ
from drafting.updating.records import PLACEHOLDER
from drafting.updating.strands import Strand


def date_blank(fellows: Sequence[Strand], name: str, session: int) -> str:
    """The date of the text due at a session ("[…] December 2024"); month and year where all dates agree."""
    mentions = [place.mention for fellow in fellows for place in fellow.present]
    dated = [
        (one.dated, one.session) for one in mentions if one.dated is not None and one.session is not None
    ]
    years = {day.year - _year(name, cited) for day, cited in dated}
    months = {day.month for day, _ in dated}
    if len(years) != 1:
        return PLACEHOLDER
    year = str(_year(name, session) + years.pop())
    return f"{PLACEHOLDER} {MONTHS[months.pop() - 1]} {year}" if len(months) == 1 else f"{PLACEHOLDER} {year}"


def _year(name: str, session: int) -> int:
    count = organ(name).count
    if count is Count.COUNCIL:
        return council_year(session)
    return assembly_year(session) if count is Count.ASSEMBLY else session
