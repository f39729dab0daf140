# SPDX-License-Identifier: GPL-3.0-or-later
"""What the series list says: the versions with what changed in each, the draft, and its possible sessions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafting.comparing.records import Lineage, Mark
from drafting.draft import Draft
from drafting.errors import FileError
from drafting.ordinals import in_figures
from drafting.resolution import Resolution
from drafting.sessions import Count, organ
from drafting.translation import marked_plural, tr, trn
from drafting.updating.calendar import cadence, dates_placeholder, next_session, session_dates, session_of
from drafting.updating.organs import session_name
from drafting.updating.records import PLACEHOLDER
from ui.language import day_of
from ui.panels.proposal_rows import spelled


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One stop of the timeline; `index` is its place in the lineage, -1 for the draft.

    A file that could not be opened stands below as a row of its own; `refused` is the reason.
    """

    text: str
    note: str
    index: int
    tag: str = ""
    tip: str = ""
    refused: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether it is the draft and not an adopted version."""
        return self.index < 0 and not self.refused

    @property
    def spoken(self) -> str:
        """The stop as a screen reader says it."""
        return ", ".join(filter(None, (self.text, self.tag, spelled(self.note).replace(" · ", ", "))))


def series_rows(draft: Draft) -> tuple[SeriesRow, ...]:
    """The versions, oldest first, then the draft."""
    lineage = draft.lineage
    last = len(lineage.versions) - 1
    compares = tr("Enter or a double click compares it with the draft")
    rows = [
        SeriesRow(
            version.number,
            " · ".join(filter(None, (_day(version), changes(lineage, index), looks(version)))),
            index,
            tr("base") if index == last else "",
            "\n".join((version.masthead.title, version.source, compares)),
        )
        for index, version in enumerate(lineage.versions)
    ]
    session = draft.carry.session
    title = tr("Draft, {session}") if session else tr("Draft")
    title = title.format(session=session_name(draft.masthead.body, session))
    return (*rows, SeriesRow(title, draft.masthead.session_dates, -1, tip=draft.masthead.title))


def refused_rows(refused: Iterable[FileError]) -> tuple[SeriesRow, ...]:
    """The files that could not be opened, each with the first sentence of its reason."""
    return tuple(
        SeriesRow(
            error.path.name,
            tr("not opened: {reason}.").format(reason=error.reason.partition(". ")[0].rstrip(".")),
            -1,
            "",
            "\n".join(
                (
                    tr("{name} was not opened: {reason}").format(name=error.path.name, reason=error.reason),
                    tr("Enter or a double click shows all of it"),
                )
            ),
            error.reason,
        )
        for error in refused
    )


def looks(version: Resolution) -> str:
    """How many remarks of the reader a drafter should check in a version: "2 to check"; empty for none."""
    count = sum(warning.needs_look for warning in version.warnings)
    return trn("{n} to check", "{n} to check", count) if count else ""


def _day(version: Resolution) -> str:
    adopted = version.masthead.adopted
    return day_of(adopted) if adopted else tr("not adopted yet") if version.is_draft else ""


def changes(lineage: Lineage, index: int) -> str:
    """What changed in a version against the one before: "13 changed, 3 new"; empty for the first."""
    if index == 0:
        return ""
    marks = [thread.marks[index] for thread in lineage.threads]
    dropped = sum(t.places[index] is None and t.places[index - 1] is not None for t in lineage.threads)
    numbers = (
        (marked_plural("{n} changed", "{n} changed"), marks.count(Mark.CHANGED)),
        (marked_plural("{n} new", "{n} new"), marks.count(Mark.FIRST)),
        (marked_plural("{n} dropped", "{n} dropped"), dropped),
    )
    return ", ".join(trn(*words, number) for words, number in numbers if number) or tr("nothing changed")


def targets(lineage: Lineage) -> tuple[tuple[int, str], ...]:
    """The sessions a draft may be meant for, in order: number, and words with what is known of the dates."""
    base = session_of(lineage.latest)
    if base is None:
        return ()
    body = lineage.latest.masthead.body
    due = next_session(lineage)  # of a draft its own session, of a text renewed within a year that year
    last = due + 2 * cadence(lineage.versions)
    return tuple((session, target_text(body, session)) for session in range(min(base + 1, due), last + 1))


def target_text(body: str, session: int) -> str:
    """One session of that choice: "59th · 16 June–9 July 2025"."""
    if organ(body).count is Count.YEARS:
        return str(session)
    known = session_dates(body, session)
    if known is not None and known.verified:
        dates = known.text
    else:  # the months alone: "June–July 2026"
        dates = re.sub(rf"\s*{re.escape(PLACEHOLDER)}\s*", "", dates_placeholder(body, session))
        dates = re.sub(
            r"–(?=\d)", " ", dates.strip(" –")
        )  # "February–2027" where the last month is not known
    return " · ".join(filter(None, (in_figures(session), dates)))


def typed_session(text: str) -> int | None:
    """The session in what was typed or chosen ("59", "59th · June–July 2025"), None when there is none."""
    match = re.match(r"\D{0,12}(\d{1,4})", text)
    return int(match[1]) if match else None
