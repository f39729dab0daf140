# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft of the coming session is taken up for that session; the habits are those of the adopted texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from yearly import GA, SC, version

from drafting.comparing.lineage import trace
from drafting.errors import TargetError
from drafting.resolution import Resolution
from drafting.updating.calendar import next_session
from drafting.updating.proposals import propose
from drafting.updating.records import CarryOver, Certainty

LAST = "78/9 of 15 December 2023"
LINES = (
    "Recalling its resolution {last} and the work of small islands in all parts of the world,",
    "Decides to consider the rights of small islands again at its {next} session.",
)


def _text(number: str, day: str, last: str, following: str, more: str = "") -> Resolution:
    lines = [line.format(last=last, next=following) + more for line in LINES[:1]]
    return version(number, day, *lines, LINES[1].format(next=following), body=GA)


ADOPTED = (
    _text("78/9", "2023-12-15", "77/8 of 15 December 2022", "seventy-ninth"),
    _text("79/7", "2024-12-17", LAST, "eightieth"),
    _text("80/5", "2025-12-18", "79/7 of 17 December 2024", "eighty-first"),
)


def _draft(last: str, following: str, symbol: str = "A/C.3/81/L.35") -> Resolution:
    made = _text("", "", last, following)
    head = replace(made.masthead, symbol=symbol, session=81, sponsors="Fiji", agenda_item=70)
    return replace(made, masthead=head)


def _said(carry: CarryOver) -> list[tuple[str, str, Certainty]]:
    return [(one.old, one.new, one.certainty) for one in carry.proposals]


DUE = "80/5 of 18 December 2025"


@pytest.mark.parametrize(
    ("last", "following", "said"),
    [
        (DUE, "eighty-second", []),
        ("80/5", "eighty-second", []),
        ("80/[…]", "eighty-second", []),
        ("79/7 of 17 December 2024", "eighty-second", [("79/7 of 17 December 2024", DUE, Certainty.CERTAIN)]),
        (DUE, "eighty-first", [("eighty-first", "eighty-second", Certainty.CERTAIN)]),
        (DUE, "eighty-third", [("eighty-third", "eighty-second", Certainty.REVIEW)]),
    ],
)
def test_what_a_draft_does_not_say_yet_is_proposed(
    last: str, following: str, said: list[tuple[str, str, Certainty]]
) -> None:
    carry = propose(trace([*ADOPTED, _draft(last, following)]))
    assert carry.session == 81
    assert _said(carry) == said


def test_the_masthead_of_a_draft_keeps_what_is_of_its_session() -> None:
    carry = propose(trace([*ADOPTED, _draft(DUE, "eighty-second")]))
    head = carry.masthead
    assert (head.symbol, head.session, head.agenda_item, head.sponsors) == (
        "A/C.3/81/L.[…]",
        81,
        70,
        "Fiji",
    )
    assert {change.field for change in carry.masthead_changes} == {"number", "symbol"}


def test_a_draft_that_left_its_item_open_is_asked_for_it_though_it_stands_alone() -> None:
    made = _draft(DUE, "eighty-second")
    head = replace(made.masthead, agenda_item=None, agenda_title="Islands", agenda_points="(b)")
    carry = propose(trace([replace(made, masthead=head)]))
    assert [fact.id for fact in carry.facts] == ["agenda_item@81"]
    [change] = [change for change in carry.masthead_changes if change.field == "agenda_item"]
    assert change.new == "[…] (b)"
    assert carry.masthead.agenda_points == "(b)"


@pytest.mark.parametrize(
    ("symbol", "proposed"),
    [
        ("A/[…]/L.[…]", "A/C.3/81/L.[…]"),
        ("A/C.2/[…]/L.[…]", "A/C.2/81/L.[…]"),
        ("A/81/L.[…]", "A/81/L.[…]"),
        ("A/C.2/81/L.4", "A/C.2/81/L.[…]"),
    ],
)
def test_a_draft_without_a_symbol_of_its_own_comes_from_the_committee_of_the_texts(
    symbol: str, proposed: str
) -> None:
    report = "[on the report of the Third Committee (A/80/5, para. 5)]"
    last = ADOPTED[-1]
    reported = replace(last, masthead=replace(last.masthead, report=report))
    draft = _draft(DUE, "eighty-second", symbol)
    assert propose(trace([*ADOPTED[:-1], reported, draft])).masthead.symbol == proposed


def test_a_draft_alone_shows_no_habits() -> None:
    carry = propose(trace([_draft(DUE, "eighty-second")]))
    assert (carry.session, carry.proposals) == (81, ())


def test_a_session_after_that_of_the_draft_may_be_chosen_and_none_before() -> None:
    lineage = trace([*ADOPTED, _draft(DUE, "eighty-second")])
    later = propose(lineage, 82)
    assert (DUE, "81/{number} of {date}") in [(one.old, one.pattern) for one in later.proposals]
    with pytest.raises(TargetError, match="is a draft of the eighty-first") as told:
        propose(lineage, 80)
    assert "adopted" not in str(told.value)
    assert "Choose that session or a later one" in str(told.value)


@pytest.mark.parametrize(
    ("symbol", "number", "body", "session"),
    [
        ("A/C.3/82/L.5", "", GA, 82),
        ("A/C.3/82/L.[…]", "", GA, 82),
        ("A/HRC/62/L.[…]", "62/…", "Human Rights Council", 62),
        ("S/2026/[…]", "", SC, 2026),
    ],
)
def test_the_drafts_there_are(symbol: str, number: str, body: str, session: int) -> None:
    made = version(number, "", "Decides;", body=body, session=None if body == SC else session)
    draft = replace(made, masthead=replace(made.masthead, symbol=symbol))
    assert draft.is_draft
    assert next_session(trace([draft])) == session


@pytest.mark.parametrize("text", [version("80/5", "", "Decides;"), version("", "2025-12-18", "Decides;")])
def test_a_number_or_a_day_is_of_an_adopted_text(text: Resolution) -> None:
    assert not text.is_draft


GROWN = "Recalling its resolutions {} and the work of small islands in all parts of the world,"


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("76/6, 77/7 and 78/9", [(" and 78/9", ", 78/9 and 79/7", Certainty.CERTAIN)]),
        ("76/6, 77/7, 78/9 and 79/7", []),
        ("76/6, 77/7, 78/9, 79/7 and 79/300", []),
        ("76/6, 77/7, 78/9 and 79/[…]", []),
        ("76/6, 77/7, 78/9 and 79/300", [("78/9", "78/9", Certainty.REVIEW)]),
    ],
)
def test_a_list_that_grew_in_a_draft_already(listed: str, said: list[tuple[str, str, Certainty]]) -> None:
    lists = (
        ("77/7", "2022-12-15", "76/6"),
        ("78/9", "2023-12-15", "76/6 and 77/7"),
        ("79/7", "2024-12-15", "76/6, 77/7 and 78/9"),
    )
    texts = [version(number, day, GROWN.format(cited), body=GA) for number, day, cited in lists]
    made = version("", "", GROWN.format(listed), body=GA)
    draft = replace(made, masthead=replace(made.masthead, symbol="A/C.3/80/L.35", session=80))
    assert _said(propose(trace([*texts, draft]))) == said
