# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest
from yearly import GA, HRC, SC, version

from drafting.comparing.lineage import trace
from drafting.resolution import Ballot, Masthead, Resolution, Vote
from drafting.updating.facts import filled_masthead, line_of
from drafting.updating.masthead import carry_masthead, dates_fact
from drafting.updating.proposals import propose
from drafting.updating.records import MASTHEAD, Certainty, MastheadChange

ITEM = (
    "Promotion and protection of all human rights, civil, political, economic, social and cultural rights, "
    "including the right to development"
)
VOTE = Vote(Ballot(31), Ballot(14), Ballot(2))


def _adopted(**head: object) -> Resolution:
    base = version("56/2", "2024-07-10", "Decides;")
    fields = {
        "session_dates": "18 June–12 July 2024",
        "agenda_item": 3,
        "agenda_title": ITEM,
        "meeting": "34th meeting",
    }
    return replace(base, masthead=replace(base.masthead, **(fields | head)), vote=VOTE)


def _carried(base: Resolution, session: int) -> tuple[Masthead, dict[str, MastheadChange]]:
    masthead, changes, _ = carry_masthead(trace([base]), session)
    return masthead, {change.field: change for change in changes}


def test_a_draft_has_nothing_of_an_adopted_text() -> None:
    masthead, changes = _carried(_adopted(symbol="A/HRC/RES/56/2"), 59)
    assert (masthead.number, masthead.symbol, masthead.session) == ("59/[…]", "A/HRC/59/L.[…]", 59)
    assert (masthead.adopted, masthead.meeting) == (None, "")
    assert changes["session"].new == "Fifty-ninth session"
    assert [changes[name].old for name in ("adopted", "meeting", "vote")] == [
        "10 July 2024",
        "34th meeting",
        "31 to 14, with 2 abstentions",
    ]
    assert {changes[name].new for name in ("adopted", "meeting", "vote")} == {""}
    assert all(change.reason for change in changes.values())


@pytest.mark.parametrize(
    ("session", "dates", "certainty"),
    [
        (59, "16 June–8 July 2025", Certainty.CERTAIN),  # printed
        (60, "8 September–8 October 2025", Certainty.REVIEW),  # announced
        (58, "[…] February–[…] April 2025", Certainty.FACT),  # reported by others only
        (62, "[…] June–[…] July 2026", Certainty.FACT),  # not known
    ],
)
def test_dates_are_printed_only_where_they_are_known(session: int, dates: str, certainty: Certainty) -> None:
    masthead, changes = _carried(_adopted(), session)
    assert masthead.session_dates == dates
    assert changes["session_dates"].certainty is certainty


def test_unconfirmed_dates_are_a_hint_and_never_text() -> None:
    base = _adopted()
    masthead, _, (fact,) = carry_masthead(trace([base]), 58)
    assert fact.id == dates_fact(58)
    assert fact.used_in == (MASTHEAD,)
    assert fact.parts[0].placeholder == masthead.session_dates
    assert fact.parts[0].example == "24 February–4 April 2025"


def test_the_dates_are_filled_in_when_they_are_found_out() -> None:
    carry = propose(trace([_adopted()]), 62)
    assert filled_masthead(carry, {}) == carry.masthead
    dates = "15 June–10 July 2026"
    typed = {dates_fact(62): {"dates": dates}}
    assert filled_masthead(carry, typed).session_dates == dates
    later = propose(trace([_adopted()]), 65)
    assert filled_masthead(later, typed) == later.masthead


@pytest.mark.parametrize(
    ("item", "printed", "offered"),
    [
        (3, ITEM, None),
        (3, ITEM.replace("rights, civil", "rights: civil"), ITEM),
        (3, "Promotion of something else", None),
        (77, ITEM, None),
    ],
)
def test_the_agenda_title_is_offered_where_only_punctuation_differs(
    item: int, printed: str, offered: str | None
) -> None:
    masthead, changes = _carried(_adopted(agenda_item=item, agenda_title=printed), 59)
    assert masthead.agenda_title == printed
    change = changes.get("agenda_title")
    assert (change and change.new) == offered
    assert change is None or change.certainty is Certainty.STYLE


@pytest.mark.parametrize(
    ("body", "number", "session", "expected"),
    [
        (GA, "78/199", 79, ("79/[…]", "A/[…]/L.[…]", 79, "")),
        (SC, "2782 (2025)", 2026, ("[…] (2026)", "S/2026/[…]", None, "")),
        ("Conference of the Parties", "12/3", 13, ("[…]", "[…]", 13, "")),
        ("", "", 0, ("[…]", "[…]", None, "")),
    ],
)
def test_other_organs(
    body: str, number: str, session: int, expected: tuple[str, str, int | None, str]
) -> None:
    masthead, _ = _carried(version(number, "2024-01-01", "Decides;", body=body), session)
    assert (masthead.number, masthead.symbol, masthead.session, masthead.session_dates) == expected


def test_what_belongs_to_one_version_is_left_out_and_told() -> None:
    base = _adopted(
        adoption="Adopted without a vote",
        report="on the report of the Third Committee (A/79/458)",
        sponsors="Fiji and Malta",
        notes=("Reissued for technical reasons.",),
        agenda_points="(b)",
    )
    masthead, changes = _carried(base, 59)
    assert (masthead.adoption, masthead.report, masthead.sponsors, masthead.notes) == ("", "", "", ())
    assert masthead.agenda_points == "(b)"  # the item stays, and so do its points
    olds = {name: changes[name].old for name in ("adoption", "report", "sponsors", "notes")}
    assert olds == {
        "adoption": "Adopted without a vote",
        "report": "on the report of the Third Committee (A/79/458)",
        "sponsors": "Fiji and Malta",
        "notes": "Reissued for technical reasons.",
    }
    assert {changes[name].new for name in olds} == {""}


@pytest.mark.parametrize(
    ("tabled", "symbol"),
    [
        ("A/C.3/80/L.35", "A/C.3/82/L.[…]"),
        ("A/80/L.12/Rev.1", "A/82/L.[…]"),
        ("A/HRC/59/L.4", "A/HRC/82/L.[…]"),
    ],
)
def test_a_draft_after_a_draft_is_of_the_same_committee(tabled: str, symbol: str) -> None:
    base = version("", "", "Decides;", body=GA)
    base = replace(base, masthead=replace(base.masthead, symbol=tabled, session=80))
    masthead, changes = _carried(base, 82)
    assert masthead.symbol == changes["symbol"].new == symbol


def test_in_another_language_no_english_dates_are_put_in() -> None:
    masthead, changes, facts = carry_masthead(trace([_adopted(language="fr")]), 59)
    assert (masthead.language, masthead.session_dates) == ("fr", "[…]")
    assert facts[0].parts[0].example == "16 June–8 July 2025"
    assert "in this language" in {change.field: change.reason for change in changes}["session_dates"]


@pytest.mark.parametrize(
    ("reports", "symbol"),
    [
        (["[on the report of the Third Committee (A/79/458/Add.2, para. 99)]"], "A/C.3/80/L.[…]"),
        (["[on the report of the Third Committee (A/78/1)]", ""], "A/C.3/80/L.[…]"),
        (
            [
                "[on the report of the Second Committee (A/78/1)]",
                "[without reference to a Main Committee (A/79/L.2)]",
            ],
            "A/80/L.[…]",
        ),
        (
            ["[on the report of the Special … Committee (Fourth Committee) (A/79/1)]"],
            "A/C.4/80/L.[…]",
        ),
        (["[on the report of the Credentials Committee (A/79/1)]"], "A/[…]/L.[…]"),
        ([""], "A/[…]/L.[…]"),
    ],
)
def test_the_symbol_is_of_the_committee_on_whose_report_the_last_text_came(
    reports: list[str], symbol: str
) -> None:
    texts = [version(f"{78 + n}/9", f"{2023 + n}-12-15", "Decides;", body=GA) for n in range(len(reports))]
    versions = [
        replace(text, masthead=replace(text.masthead, report=report))
        for text, report in zip(texts, reports, strict=True)
    ]
    masthead, _, _ = carry_masthead(trace(versions), 80)
    assert masthead.symbol == symbol


def _with_items(body: str, *items: tuple[int | None, str]) -> list[Resolution]:
    texts = [version(f"{76 + n}/9", f"{2021 + n}-12-15", "Decides;", body=body) for n in range(len(items))]
    heads = [
        replace(text.masthead, agenda_item=item, agenda_points=points, agenda_title="Human rights")
        for text, (item, points) in zip(texts, items, strict=True)
    ]
    return [replace(text, masthead=head) for text, head in zip(texts, heads, strict=True)]


@pytest.mark.parametrize(
    ("body", "items", "blank"),
    [
        (GA, [(70, "(b)"), (72, "(b)"), (71, "(b)")], "[…] (b)"),
        (GA, [(71, "(a)"), (71, "(b)")], "[…]"),  # the organ numbers anew, and the points moved
        (GA, [(71, "(b)")], "[…] (b)"),
        (GA, [(71, "(b)"), (None, "")], None),  # nothing is known of the last text
        (HRC, [(3, ""), (10, ""), (3, "")], None),  # one agenda at every session
        ("Conference of the Parties", [(5, ""), (5, "")], None),
        ("Conference of the Parties", [(5, ""), (6, "")], "[…]"),
    ],
)
def test_the_number_of_the_agenda_item_is_asked_where_it_is_another_each_time(
    body: str, items: list[tuple[int | None, str]], blank: str | None
) -> None:
    carry = propose(trace(_with_items(body, *items)), 80)
    changes = {change.field: change for change in carry.masthead_changes}
    change = changes.get("agenda_item")
    assert (change and change.new) == blank
    assert line_of(carry.masthead, "agenda_item") == (blank or f"{items[-1][0] or '[…]'}")
    if change is not None:
        assert carry.fact(change.fact or "").used_in == (MASTHEAD,)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("73", "73 (b)"),
        ("73 (c)", "73 (c)"),
        ("item 73 (b) ", "73 (b)"),
        ("none", "[…] (b)"),
        ("", "[…] (b)"),
    ],
)
def test_an_agenda_item_found_out_stands_in_the_masthead(typed: str, shown: str) -> None:
    carry = propose(trace(_with_items(GA, (72, "(b)"), (71, "(b)"))), 80)
    filled = filled_masthead(carry, {"agenda_item@80": {"item": typed}})
    assert line_of(filled, "agenda_item") == shown


def test_the_reason_names_the_items_of_the_last_texts() -> None:
    carry = propose(trace(_with_items(GA, (72, "(b)"), (71, "(b)"))), 80)
    (reason,) = [change.reason for change in carry.masthead_changes if change.field == "agenda_item"]
    assert reason.endswith("anew at each session: 76/9 (72 (b)) and 77/9 (71 (b)).")
