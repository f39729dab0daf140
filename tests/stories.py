# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up series with known habits: what the next text says is known, and a draft can be held against it.

A series is told by its rhythm (where and when its texts are adopted) and by lines, one for each habit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yearly import GA, HRC, SC, version

from drafting.ordinals import in_words
from drafting.resolution import Resolution
from drafting.sessions import ECOSOC, council_session
from drafting.updating.mentions import print_date


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a series: its place in the row, number, day, and session (year where there are none)."""

    index: int
    number: str
    day: date
    session: int
    body: str

    @property
    def cited(self) -> str:
        """Number and day, as the next text cites it."""
        return f"{self.number} of {print_date(self.day)}"


Row = Sequence[Text]
Line = Callable[[Row, int], str]
"""A paragraph of the text at an index of the row."""


def council(*sessions: tuple[int, int], serial: int = 4) -> list[Text]:
    """Texts of the Human Rights Council by year and slot (0 March, 1 June, 2 September)."""
    days = ((3, 24), (7, 11), (10, 5))
    found = []
    for index, (year, slot) in enumerate(sessions):
        session = council_session(year, slot)
        month, day = days[slot]
        at = date(year, month, day + index % 3)
        found.append(Text(index, f"{session}/{serial + 2 * index}", at, session, HRC))
    return found


def assembly(*years: int, month: int = 12) -> list[Text]:
    """Texts of the General Assembly by the year its session opened; before September a year on."""
    found = []
    for index, year in enumerate(years):
        at = date(year + (month < 9), month, 17 + index % 3)
        found.append(Text(index, f"{year - 1945}/{150 + 9 * index}", at, year - 1945, GA))
    return found


def security(*months: tuple[int, int]) -> list[Text]:
    """Texts of the Security Council by year and month, adopted shortly before its end."""
    found = []
    for index, (year, month) in enumerate(months):
        at = date(year, month, 26 + index % 3)
        found.append(Text(index, f"{2500 + 31 * index} ({year})", at, year, SC))
    return found


def economic(*years: int) -> list[Text]:
    """Texts of the Economic and Social Council by the year that numbers them, adopted in July."""
    return [
        Text(index, f"{year}/{5 + 4 * index}", date(year, 7, 20 + index % 3), year, ECOSOC)
        for index, year in enumerate(years)
    ]


# --------------------------------------------------------------------------------------- lines, by habit


def previous(row: Row, at: int) -> str:
    """The text before, by number and date."""
    before = row[at - 1].cited if at else _first(row)
    return f"Recalling its resolution {before} on small islands,"


def _first(row: Row) -> str:
    """A text before the first of the row, as far from it as the second is after it."""
    one, two = row[0], row[1]
    if one.body == SC:
        return f"2460 ({one.day.year - 1})"
    if one.body == ECOSOC:
        return f"{one.session - (two.session - one.session)}/3"
    session = one.session - (two.session - one.session)
    return f"{session}/3 of {print_date(one.day - (two.day - one.day))}"


def yearly(row: Row, at: int) -> str:
    """The Assembly resolution of the last December, in the preamble."""
    return f"Recalling also General Assembly resolution {_batch(row[at], 1)} on small islands,"


def yearly_again(row: Row, at: int) -> str:
    """The same resolution, by its number alone."""
    number = _batch(row[at], 1).partition(" ")[0]
    return f"Also recalls that, in its resolution {number}, the General Assembly asked for a study;"


def two_yearly(row: Row, at: int) -> str:
    """The Assembly resolution that is adopted at even sessions only."""
    return f"Recalls that, in its resolution {_batch(row[at], 2)}, the General Assembly asked for help;"


def _batch(text: Text, period: int) -> str:
    session = text.day.year - 1946
    session -= session % period
    serial, day = 300 + 7 * (session % 11) + period, date(session + 1945, 12, 15 + session % 5)
    return f"{session}/{serial} of {print_date(day)}"


def report(row: Row, at: int) -> str:
    """The report of the session, in a footnote."""
    own = row[at]
    where = {HRC: "A/HRC", GA: "A", SC: "S", ECOSOC: "E"}[own.body]
    symbol = f"{where}/{own.session}/{40 + 3 * at}"
    return f"Takes note of the report of the Secretary-General on tides;^{{{symbol}.}}"


def comes_back(row: Row, at: int) -> str:
    """The session at which the matter comes back: that of the next text."""
    step = row[1].session - row[0].session
    due = row[at].session + step
    told = str(due) if row[at].body == ECOSOC else in_words(due)
    return f"Decides to continue its consideration of the matter at its {told} session."


def in_year(row: Row, at: int) -> str:
    """The year of the text."""
    return f"Notes the progress made by islands in {row[at].day.year};"


def by_year(row: Row, at: int) -> str:
    """A deadline two years from the text."""
    return f"Urges States to map their shores by the end of {row[at].day.year + 2};"


def anniversary(row: Row, at: int) -> str:
    """An anniversary, which the calendar counts."""
    return f"Noting the {in_words(row[at].day.year - 1950)} anniversary of the Convention on Tides,"


def meeting(row: Row, at: int) -> str:
    """A conference that meets every year."""
    count = in_words(row[at].day.year - 1996)
    return f"Welcomes the outcome of the {count} session of the Conference of the Parties to the Tide Treaty;"


def mandate(row: Row, at: int) -> str:
    """The end of a mandate, as long after the text as the next text is."""
    months = (row[1].day.year - row[0].day.year) * 12 + row[1].day.month - row[0].day.month
    year, month = divmod(row[at].day.year * 12 + row[at].day.month - 1 + months, 12)
    last = 31 if month + 1 in (1, 3, 5, 7, 8, 10, 12) else 30
    return f"Decides to renew the mandate of the Mission until {print_date(date(year, month + 1, last))};"


def document(row: Row, at: int) -> str:
    """A report by its date and symbol together."""
    day = row[at].day.replace(day=3 + at % 7)
    return f"Noting the report of the Secretary-General of {print_date(day)} (S/{day.year}/{300 + 11 * at}),"


def grows(row: Row, at: int) -> str:
    """A list to which the text before is added each time."""
    cited = ["29/7 of 2 July 2015", *(text.cited for text in row[:at])]
    listed = f"{', '.join(cited[:-1])} and {cited[-1]}" if len(cited) > 1 else cited[0]
    return f"Recalling further its resolutions {listed} and other resolutions on the sea,"


def settled(_row: Row, _at: int) -> str:
    """Citations and days that stay for good."""
    return (
        "Guided by General Assembly resolution 48/141 of 20 December 1993 and by the Declaration of the "
        "World Conference held in Vienna from 14 to 25 June 1993,"
    )


LINES: Mapping[str, Line] = {
    line.__name__: line
    for line in (
        settled,
        previous,
        yearly,
        anniversary,
        grows,
        document,
        report,
        two_yearly,
        yearly_again,
        in_year,
        by_year,
        meeting,
        mandate,
        comes_back,
    )
}


def written(row: Row, lines: Sequence[Line], slips: Mapping[int, Line] | None = None) -> list[Resolution]:
    """The texts of a row; at an index in `slips` that line was left as it stood in the text before."""
    slips = slips or {}
    return [
        version(
            text.number,
            text.day.isoformat(),
            *(line(row, at - (slips.get(at) is line)) for line in lines),
            body=text.body,
        )
        for at, text in enumerate(row)
    ]
