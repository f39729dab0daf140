# SPDX-License-Identifier: GPL-3.0-or-later
"""The number of the agenda item a draft comes under, where that is another at every session.

Whether an organ draws up its agenda anew is data (`resources/organs.json`); of other organs the texts tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafting import ordinals
from drafting.resolution import Masthead, Resolution
from drafting.sessions import Agenda, Count, organ
from drafting.translation import marked
from drafting.updating.facts import item_of
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
from drafting.updating.wording import listed

_MOST_CASES = 5  # versions named in the reason


def item_question(versions: Sequence[Resolution], session: int) -> tuple[MastheadChange, Fact] | None:
    """The line of the agenda item with its number blank, and the fact that asks for it.

    None where the item of the last text stays: the agenda is a standing one, or every text had the same item.
    A draft whose item was left open is asked for it even when no other text names one.
    """
    base = versions[-1].masthead
    known = _with_item(versions)
    left_open = versions[-1].is_draft and base.agenda_item is None
    named = left_open and bool(known or item_of(base))
    if not (base.agenda_item is not None or named) or not _numbered_anew(versions):
        return None
    blank = f"{PLACEHOLDER} {points_of(versions)}".rstrip()
    fact_id = f"agenda_item@{session}"
    part = FactPart(
        "item", marked("item"), blank, str(known[-1].agenda_item) if known else "", FactKind.NUMBER
    )
    sought = Sought(SoughtKind.ITEM, base.body, session or None, base.agenda_title)
    fact = Fact(fact_id, _question(base, session), (part,), (MASTHEAD,), sought)
    reason = _reason(versions)
    change = MastheadChange("agenda_item", item_of(base), blank, Certainty.FACT, reason, fact_id)
    return change, fact


def points_of(versions: Sequence[Resolution]) -> str:
    """The points behind the item ("(b)") where all texts that name an item have the same; else none."""
    found = {head.agenda_points for head in _with_item(versions) or [versions[-1].masthead]}
    return found.pop() if len(found) == 1 else ""


def _with_item(versions: Sequence[Resolution]) -> list[Masthead]:
    return [version.masthead for version in versions if version.masthead.agenda_item is not None]


def _numbered_anew(versions: Sequence[Resolution]) -> bool:
    practice = organ(versions[-1].masthead.body).agenda
    if practice is Agenda.UNKNOWN:
        return len({head.agenda_item for head in _with_item(versions)}) > 1
    return practice is Agenda.BY_SESSION


def _reason(versions: Sequence[Resolution]) -> str:
    heads = _with_item(versions)
    cases = [f"{head.number or head.symbol} ({item_of(head)})" for head in heads[-_MOST_CASES:]]
    shown = f": {listed(cases)}" if len({head.agenda_item for head in heads}) > 1 else ""
    body = versions[-1].masthead.body
    if organ(body).agenda is Agenda.BY_SESSION:
        return f"The {body} numbers the items of its agenda anew at each session{shown}."
    return f"The number of the item was not always the same{shown}."


def _question(base: Masthead, session: int) -> str:
    if not session:
        when = "at the session of the draft"
    elif organ(base.body).count is Count.YEARS:
        when = f"in {session}"
    else:
        when = f"at the {ordinals.in_words(session)} session"
    named = f" “{base.agenda_title}”" if base.agenda_title else ""
    return f"Number of the agenda item{named} {when} of the {base.body}"
