# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines above and under a draft: session, dates, number, symbol, and what only an adopted text has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafting import ordinals
from drafting.comparing.records import Lineage
from drafting.data import load
from drafting.glyphs import squeezed
from drafting.reading.languages import ENGLISH
from drafting.resolution import Masthead, Resolution
from drafting.sessions import Committee, Count, organ, reporting
from drafting.translation import marked
from drafting.updating.again import is_for_again
from drafting.updating.agenda import item_question, points_of
from drafting.updating.calendar import dates_placeholder, session_dates
from drafting.updating.mentions import print_date
from drafting.updating.records import (
    MASTHEAD,
    PLACEHOLDER,
    Certainty,
    Fact,
    FactKind,
    FactPart,
    MastheadChange,
    Sought,
    SoughtKind,
)

_ELLIPSIS = re.compile(r"(?<!\[)\u2026(?!\])")  # drafts print their number so


def dates_fact(session: int) -> str:
    """The id of the fact that asks for the dates of a session: those of one are never those of another."""
    return f"dates@{session}"


def carry_masthead(
    lineage: Lineage, session: int
) -> tuple[Masthead, tuple[MastheadChange, ...], tuple[Fact, ...]]:
    """The masthead of a draft for a session, every line that changes with its reason, and what to find out.

    Every change is in the masthead but those of style, which are offered only. A session of 0 is not known.
    """
    base = lineage.latest.masthead
    body = organ(base.body)
    again = is_for_again(lineage.latest, session)
    shown = str(session) if session else PLACEHOLDER
    dates, dates_change, facts = _dates(lineage, session)
    masthead = replace(
        base,
        symbol=_symbol(lineage.versions, shown),
        number=body.resolution.format(session=shown),
        session=_printed_session(base, session),
        session_dates=dates,
        adopted=None,
        meeting="",
        adoption="",
        report="",
        sponsors=base.sponsors if again else "",
        notes=base.notes if again else (),
    )
    moved = _moved(base, masthead, _committee(lineage.versions))
    item = None if again and base.agenda_item is not None else item_question(lineage.versions, session)
    if item is not None:
        masthead = replace(masthead, agenda_item=None, agenda_points=points_of(lineage.versions))
        dates_change, facts = [*dates_change, item[0]], (*facts, item[1])
    changes = [*moved, *dates_change, *_dropped(lineage.latest, again), *_agenda(base)]
    return masthead, tuple(changes), facts


def _symbol(versions: Sequence[Resolution], session: str) -> str:
    """The symbol of a draft, its number blank: of the committee that had the last draft or text.

    A draft that leaves all of its own symbol blank ("A/[…]/L.[…]") does not tell its committee.
    """
    base, committee = versions[-1], _committee(versions)
    told, _, _ = base.masthead.symbol.partition("/L.")
    series = re.sub(rf"/(?:\d+|{re.escape(PLACEHOLDER)})$", "", told)
    tells = "/" in series or PLACEHOLDER not in told or committee is None
    if base.is_draft and told != base.masthead.symbol and tells:
        return f"{series}/{session}/L.{PLACEHOLDER}"
    if committee is not None:
        return f"{committee.symbol}/{session}/L.{PLACEHOLDER}"
    return organ(base.masthead.body).draft.format(session=session)


def _committee(versions: Sequence[Resolution]) -> Committee | None:
    """The committee on whose report the last text came that says so."""
    heads = (version.masthead for version in reversed(versions))
    told = next((head for head in heads if head.report), None)
    return reporting(told.body, told.report) if told is not None else None


def _printed_session(base: Masthead, session: int) -> int | None:
    by_years = organ(base.body).count is Count.YEARS
    return None if by_years or not session else session


def _moved(base: Masthead, new: Masthead, committee: Committee | None) -> Iterator[MastheadChange]:
    if base.session != new.session:
        yield MastheadChange(
            "session",
            _session_line(base.session),
            _session_line(new.session),
            Certainty.CERTAIN,
            "The session the draft is for.",
        )
    if _ELLIPSIS.sub(PLACEHOLDER, base.number) != new.number:
        yield MastheadChange(
            "number", base.number, new.number, Certainty.FACT, "The number is given when the text is adopted."
        )
    if base.symbol != new.symbol:
        reason = "A draft has a symbol of its own, given by the secretariat when it is tabled"
        if committee is not None and committee.name:
            reason += f"; the last text came on the report of the {committee.reported}"
        yield MastheadChange("symbol", base.symbol, new.symbol, Certainty.FACT, f"{reason}.")


def _session_line(session: int | None) -> str:
    if session is None:
        return ""
    words = ordinals.in_words(session)
    return f"{words[0].upper()}{words[1:]} session"


def _dates(lineage: Lineage, session: int) -> tuple[str, list[MastheadChange], tuple[Fact, ...]]:
    base = lineage.latest.masthead
    known = session_dates(base.body, session)
    if known is None and not base.session_dates:
        return "", [], ()  # this organ prints none
    printed = is_for_again(lineage.latest, session) and PLACEHOLDER not in base.session_dates
    if printed or (known is not None and known.text == base.session_dates):
        return base.session_dates, [], ()
    if known is not None and known.verified and base.language == ENGLISH:
        announced = (
            "Announced dates; those printed in the end may differ"
            if known.planned
            else "Dates of the session"
        )
        certainty = Certainty.REVIEW if known.planned else Certainty.CERTAIN
        reason = f"{announced} ({known.source})."
        change = MastheadChange("session_dates", base.session_dates, known.text, certainty, reason)
        return known.text, [change], ()
    english = base.language == ENGLISH  # the months are known in English only
    blank = dates_placeholder(base.body, session or None, lineage.versions) if english else PLACEHOLDER
    hint = known.text if known else ""
    reason = "The dates of the session are not known to the program"
    if hint:
        reason += (
            f"; {hint} is reported but not confirmed" if english else f" in this language; in English {hint}"
        )
    reason += "."
    asked = dates_fact(session)
    change = MastheadChange("session_dates", base.session_dates, blank, Certainty.FACT, reason, asked)
    question = f"Dates of the {ordinals.in_words(session)} session" if session else "Dates of the session"
    part = FactPart("dates", marked("dates"), blank, hint, FactKind.PERIOD)
    sought = Sought(SoughtKind.DATES, base.body, session or None)
    fact = Fact(asked, f"{question} of the {base.body}", (part,), (MASTHEAD,), sought)
    return blank, [change], (fact,)


def _dropped(base: Resolution, again: bool) -> Iterator[MastheadChange]:
    """What belongs to one version alone: how it was adopted, who tabled it, what was noted on it."""
    head, reason = base.masthead, "Only an adopted text has it."
    adopted = print_date(head.adopted) if head.adopted else ""
    lines = {"adopted": adopted, "meeting": head.meeting, "adoption": head.adoption, "report": head.report}
    for name, line in lines.items():
        if line:
            yield MastheadChange(name, line, "", Certainty.CERTAIN, reason)
    if head.sponsors and not again:
        told = "Who sponsors the text is known when it is tabled."
        yield MastheadChange("sponsors", head.sponsors, "", Certainty.CERTAIN, told)
    if head.notes and not again:
        told = "The notes of the first page are of that document."
        yield MastheadChange("notes", " ".join(head.notes), "", Certainty.CERTAIN, told)
    if base.vote is not None:
        vote = base.vote
        abstained = f"{vote.abstaining.count} abstention" + ("" if vote.abstaining.count == 1 else "s")
        count = f"{vote.in_favour.count} to {vote.against.count}, with {abstained}"
        yield MastheadChange("vote", count, "", Certainty.CERTAIN, reason)


def _agenda(base: Masthead) -> Iterator[MastheadChange]:
    """The printed title of the agenda item where the base differs from it by punctuation alone."""
    listed = load("agenda")["bodies"].get(base.body)
    if listed is None:
        return
    titles = {entry["item"]: entry["title"] for entry in listed["items"]}
    title = titles.get(base.agenda_item, base.agenda_title)
    if squeezed(title) != squeezed(base.agenda_title) and _letters(title) == _letters(base.agenda_title):
        reason = f"The agenda prints the title so ({listed['source']})."
        yield MastheadChange("agenda_title", base.agenda_title, title, Certainty.STYLE, reason)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
