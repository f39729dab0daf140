# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafting.resolution import Masthead
from drafting.updating.facts import aged, filled, judge, missing, spread, written
from drafting.updating.records import (
    CarryOver,
    Certainty,
    Fact,
    FactKind,
    FactPart,
    Proposal,
)
from drafting.updating.typed import visible

MONTH, YEAR, BARE = "[…] December 2024", "[…] 2024", "[…]"
NUMBER = FactPart("number", "number", BARE, "199", FactKind.NUMBER, "79/{}")
DAY = FactPart("date", "date", MONTH, "19", FactKind.DATE)
SERIAL = FactPart("serial", "number", BARE, "80", FactKind.SYMBOL, "A/HRC/58/{}")
SEASON = FactPart("dates", "dates", "[…] June–[…] July 2025", "", FactKind.PERIOD)
ITEM = FactPart("item", "item", "[…] (b)", "71", FactKind.NUMBER)
PLACE = FactPart("place", "place", BARE, "Kampala", FactKind.PLACE)
FACT = Fact("topic", "Which?", (NUMBER, DAY))


def _day(placeholder: str) -> FactPart:
    return FactPart("date", "date", placeholder, "", FactKind.DATE)


def _seen(part: FactPart, typed: str) -> str:
    """What stands in the text, with "?" when it is warned about and "!" when the value stays out."""
    problem = judge(part, typed)
    sign = "" if problem is None else "!" if problem.stays_out else "?"
    assert not (problem and problem.stays_out) or written(part, typed) == part.placeholder
    return sign + written(part, typed)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("", BARE),
        ("  ", BARE),
        ("[…]", BARE),
        ("?", BARE),
        ("166", "166"),
        ("166 A", "166 A"),
        ("0166", "166"),
        ("１６６", "166"),  # as some input methods type digits
        ("\u200e166\u00a0", "166"),
        ("79/166", "166"),
        ("79 / 166.", "166"),
        ("A/RES/79/166", "166"),
        ("a/res/79/166", "166"),
        ("“79/166”", "166"),
        ("resolution 79/166 of 17 December 2024", "166"),
        ("GA resolution 166", "166"),
        ("166 of December 17, 2024", "166"),
        ("199", "?199"),  # the number of the text cited so far
        ("2024", "?2024"),
        ("0", "!" + BARE),
        ("-5", "!" + BARE),
        ("\u22125", "!" + BARE),
        ("- 166", "166"),  # a line of a list
        ("99999", "!" + BARE),
        ("none yet", "!" + BARE),
        ("78/199", "!" + BARE),
        ("179/166", "!" + BARE),
        ("A/RES/78/199", "!" + BARE),
        ("79/", "!" + BARE),
        ("79/12 and 79/13", "!" + BARE),
        ("A/C.3/79/L.35", "!" + BARE),  # a draft has no number yet
        ("A/79/458", "!" + BARE),
    ],
)
def test_numbers(typed: str, seen: str) -> None:
    assert _seen(NUMBER, typed) == seen


@pytest.mark.parametrize(
    ("part", "typed", "sentence"),
    [
        (NUMBER, "99999", "“99999” is too high to be the number of a text or document."),
        (SERIAL, "99999", "“99999” is too high to be the number of a text or document."),
        (NUMBER, "-5", "“-5” begins with a minus sign."),
        (ITEM, "-5", "“-5” begins with a minus sign."),
        (NUMBER, "none yet", "There is no number in “none yet”."),
    ],
)
def test_what_is_said_of_a_value_that_stays_out(part: FactPart, typed: str, sentence: str) -> None:
    problem = judge(part, typed)
    assert problem is not None
    assert problem.sentence.startswith(sentence)
    assert f"“{part.example}”" in problem.sentence  # the example that the field shows, and no other
    assert "166" not in problem.sentence


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("12", "12"),
        ("012", "12"),
        ("58/12", "12"),
        ("A/HRC/58/12", "12"),
        ("document A/HRC/58/12.", "12"),
        ("A/HRC/58/12/Add.1", "12/Add.1"),
        ("CRP.2", "CRP.2"),
        ("80", "?80"),
        ("A/HRC/58/L.12", "?L.12"),
        ("A/HRC/57/12", "!" + BARE),
        ("57/12", "!" + BARE),
        ("A/79/12", "!" + BARE),
        ("the report", "!" + BARE),
    ],
)
def test_symbols(typed: str, seen: str) -> None:
    assert _seen(SERIAL, typed) == seen


@pytest.mark.parametrize(
    ("placeholder", "typed", "seen"),
    [
        (MONTH, "19", "19 December 2024"),
        (MONTH, "19th", "19 December 2024"),
        (MONTH, "19 December 2024", "19 December 2024"),
        (MONTH, "19\u00a0December\u00a02024.", "19 December 2024"),
        (MONTH, "Thursday, 19 December, 2024", "19 December 2024"),
        (MONTH, "19th of Dec. 2024", "19 December 2024"),
        (MONTH, "19-Dec-2024", "19 December 2024"),
        (MONTH, "December 19, 2024", "19 December 2024"),
        (MONTH, "2024-12-19", "19 December 2024"),
        (MONTH, "2024\u201112\u201119", "19 December 2024"),
        (MONTH, "12/19/2024", "19 December 2024"),
        (MONTH, "19.12.2024", "19 December 2024"),
        (MONTH, "12.12.2024", "12 December 2024"),
        (MONTH, "79/166 of 19 December 2024", "19 December 2024"),
        (MONTH, "19 December 2024\u2026", "19 December 2024"),
        (MONTH, "\u2026 December 2024", "!" + MONTH),
        (MONTH, "19 January 2025", "?19 January 2025"),
        (MONTH, "19 December 2023", "?19 December 2023"),
        (YEAR, "19 December", "19 December 2024"),
        (YEAR, "Dec 19", "19 December 2024"),
        (YEAR, "2 May 2025", "?2 May 2025"),
        (BARE, "19 December 2024", "19 December 2024"),
        (BARE, "29 February 2024", "29 February 2024"),
        (YEAR, "19", "!" + YEAR),
        (BARE, "19 December", "!" + BARE),
        (BARE, "December 2024", "!" + BARE),
        (BARE, "29 February 2023", "!" + BARE),
        (MONTH, "32", "!" + MONTH),
        (MONTH, "31 November 2024", "!" + MONTH),
        (MONTH, "3/12/2024", "!" + MONTH),  # 3 December or March 12?
        (MONTH, "2024-13-01", "!" + MONTH),
        (MONTH, "19 and 20 December 2024", "!" + MONTH),
        (MONTH, "next week", "!" + MONTH),
        (MONTH, "[…] December 2024", MONTH),
    ],
)
def test_days(placeholder: str, typed: str, seen: str) -> None:
    assert _seen(_day(placeholder), typed) == seen


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("16 June–9 July 2025", "16 June–9 July 2025"),
        ("16 June - 9 July", "16 June–9 July 2025"),
        ("from 16 June to 9 July 2025", "16 June–9 July 2025"),
        ("June 16 - July 9, 2025", "16 June–9 July 2025"),
        ("2025-06-16 to 2025-07-09", "16 June–9 July 2025"),
        ("16–27 June 2025", "?16–27 June 2025"),
        ("June 16-27, 2025", "?16–27 June 2025"),
        ("16 June–9 July 2026", "?16 June–9 July 2026"),
        ("24 February–13 March and 15–23 June 2025", "?24 February–13 March and 15–23 June 2025"),
        ("16 June 2025", "!"),
        ("9 July–16 June 2025", "!"),
        ("31 June–9 July 2025", "!"),
        ("06/07/2025–09/07/2025", "!"),
        ("16–9", "!"),
        ("in summer", "!"),
        ("16 June–9 July 2025 in Geneva", "!"),
    ],
)
def test_dates_of_a_session(typed: str, seen: str) -> None:
    assert _seen(SEASON, typed) == (seen + SEASON.placeholder if seen == "!" else seen)


@pytest.mark.parametrize(
    ("part", "typed", "seen"),
    [
        (ITEM, "71 (b)", "71 (b)"),
        (ITEM, "Agenda item 71(b)", "71 (b)"),
        (ITEM, "71", "71"),
        (ITEM, "item 71 of the 79th session", "71"),
        (ITEM, "items 71 and 72", "!" + ITEM.placeholder),
        (ITEM, "A/HRC/59/L.7", "!" + ITEM.placeholder),
        (ITEM, "to come", "!" + ITEM.placeholder),
        (FactPart("number", "number", kind=FactKind.NUMBER), "A/HRC/RES/59/12", "59/12"),
        (FactPart("number", "number", kind=FactKind.NUMBER), "59/12 and 59/13", "!" + BARE),
        (FactPart("symbol", "symbol", kind=FactKind.SYMBOL), "A/HRC/59/40", "A/HRC/59/40"),
        (FactPart("symbol", "symbol", kind=FactKind.SYMBOL), "40", "!" + BARE),
        (PLACE, "Kampala", "Kampala"),
        (PLACE, "kampala", "?kampala"),
        (FactPart("name", "name"), " the Summit \n", "the Summit"),
    ],
)
def test_what_stands_alone(part: FactPart, typed: str, seen: str) -> None:
    assert _seen(part, typed) == seen


@pytest.mark.parametrize(
    ("part", "typed", "words"),
    [
        (NUMBER, "78/199", ["78/199", "79/[…]"]),
        (NUMBER, "soon", ["soon", "“199” in the text cited so far", "79/[…]"]),
        (DAY, "31 November 2024", ["31 November 2024", "19 December 2024"]),
        (DAY, "3/12/2024", ["3 December 2024", "12 March 2024"]),
        (DAY, "19 January 2025", ["19 January 2025", "December 2024"]),
        (SERIAL, "A/HRC/57/12", ["A/HRC/57/12", "A/HRC/58/[…]"]),
        (SEASON, "16 June 2025", ["last day", "16 June–9 July 2025"]),
    ],
)
def test_the_sentence_says_what_is_wrong_and_what_is_wanted(
    part: FactPart, typed: str, words: list[str]
) -> None:
    problem = judge(part, typed)
    assert problem is not None
    assert all(word in problem.sentence for word in words)


_PIECES = [
    "1",
    "9",
    "19",
    "79/",
    "A/HRC/58/",
    "2024",
    "-",
    "–",
    "/",
    ".",
    ",",
    " ",
    "June",
    "Dec",
    "to",
    "and",
    "(b)",
]
_PASTED = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))


@given(st.sampled_from([NUMBER, DAY, SERIAL, SEASON, ITEM, PLACE]), _PASTED)
@example(PLACE, "Apia\x00\ud800")
def test_whatever_is_typed_is_used_or_told(part: FactPart, typed: str) -> None:
    text, problem = written(part, typed), judge(part, typed)
    assert text == part.placeholder or text.strip()
    assert visible(text) == text  # no file holds a null character or half a sign
    assert judge(part, text) is None or problem is not None  # the print form is understood again
    assert text == part.placeholder or written(part, text) == text


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("number", "166", {"number": "166"}),
        ("number", "79/166", {"number": "79/166"}),
        ("number", "79/166 of 17 December 2024", {"number": "166", "date": "17 December 2024"}),
        ("date", "resolution 79/166 of December 17, 2024", {"number": "166", "date": "17 December 2024"}),
        ("date", "17 December 2024", {"date": "17 December 2024"}),
        ("number", "78/199 of 19 December 2023", {"number": "78/199 of 19 December 2023"}),
    ],
)
def test_one_paste_tells_several_blanks(name: str, typed: str, told: dict[str, str]) -> None:
    assert spread(FACT, name, typed) == told


@pytest.mark.parametrize(
    ("pattern", "typed", "text"),
    [
        ("79/{number} of {date}", {}, "79/[…] of […] December 2024"),
        ("79/{number} of {date}", {"number": "166"}, "79/166 of […] December 2024"),
        ("79/{number} of {date}", {"number": "166", "date": "17"}, "79/166 of 17 December 2024"),
        ("79/{number}", {"number": "A/RES/79/166"}, "79/166"),
        ("79/{number}", {"number": "78/199"}, "79/[…]"),
    ],
)
def test_the_blanks_of_a_proposal(pattern: str, typed: dict[str, str], text: str) -> None:
    proposal = Proposal("id", "PP1", 0, 3, "old", "new", Certainty.FACT, "resolution", "", pattern=pattern)
    assert filled(proposal, FACT, {"topic": typed}) == text


@pytest.mark.parametrize(
    ("values", "blank"),
    [
        ({}, ["number", "date"]),
        ({"number": "166", "date": " "}, ["date"]),
        ({"number": "78/199", "date": "17"}, ["number"]),
        ({"number": "166", "date": "17"}, []),
    ],
)
def test_what_is_still_missing(values: dict[str, str], blank: list[str]) -> None:
    assert [part.name for part in missing(FACT, {"topic": values})] == blank


def test_facts_of_drafts_saved_before_know_what_they_take() -> None:
    old = Fact("topic", "Which?", (FactPart("number", "number"), FactPart("date", "date", MONTH)))
    use = Proposal(
        "id",
        "PP1",
        0,
        3,
        "old",
        "new",
        Certainty.FACT,
        "resolution",
        "",
        None,
        "topic",
        "79/{number} of {date}",
    )
    fact = aged(CarryOver(59, Masthead(), (), (use,), (old,))).facts[0]
    assert [(part.kind, part.form) for part in fact.parts] == [
        (FactKind.NUMBER, "79/{}"),
        (FactKind.DATE, ""),
    ]
