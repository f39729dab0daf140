# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.updating.mentions import MentionKind, find, print_date, serial_of

HRC, GA, SC = "Human Rights Council", "General Assembly", "Security Council"
ECOSOC = "Economic and Social Council"

RESOLUTIONS = [
    ("General Assembly resolution 77/213 of 15 December 2022,", [("77/213 of 15 December 2022", GA, 77)]),
    (
        "Recalls Human Rights Council resolutions 46/14 of 23 March 2021 and 49/25 of 1 April 2022 on trade,",
        [("46/14 of 23 March 2021", HRC, 46), ("49/25 of 1 April 2022", HRC, 49)],
    ),
    (
        "General Assembly resolutions 74/270 of 2 April 2020, on trade, 74/274 of 20 April 2020, on access,",
        [("74/270 of 2 April 2020", GA, 74), ("74/274 of 20 April 2020", GA, 74)],
    ),
    ("See General Assembly resolutions 66/3 and 76/1.", [("66/3", GA, 66), ("76/1", GA, 76)]),
    (
        "Recalls that, in its resolution 78/197 of 19 December 2023, the General Assembly requested",
        [("78/197 of 19 December 2023", GA, 78)],
    ),
    (
        "endorsed by the Assembly in its resolution 73/195 of 19 December 2018,",
        [("73/195 of 19 December 2018", GA, 73)],
    ),
    (
        "Reaffirms paragraph 10 of its resolution 61/105 of 8 December 2006,",
        [("61/105 of 8 December 2006", "", 61)],
    ),
    (
        "resolution 2000/22 of 18 August 2000, adopted by the Subcommission on Human Rights,",
        [("2000/22 of 18 August 2000", "Subcommission on Human Rights", 2000)],
    ),
    ("Recalling also Human Rights Council 46/14 resolution of 23 March 2021,", [("46/14", HRC, 46)]),
    ("Security Council resolution 2532 (2020) of 1 July 2020", [("2532 (2020) of 1 July 2020", SC, 2020)]),
    (
        "General Assembly resolution 3314 (XXIX), annex, and ES-11/1",
        [("3314 (XXIX)", GA, None), ("ES-11/1", GA, None)],
    ),
    (
        "section VI of its resolution 68/247 A and resolution S-34/1",
        [("68/247 A", "", 68), ("S-34/1", "", None)],
    ),
    ("See resolution 217 A (III).", [("217 A (III)", "", None)]),
    ("resolutions 68/247 A and B and 44/34 A to C", [("68/247 A and B", "", 68), ("44/34 A to C", "", 44)]),
    ("resolutions 70/1 and 70/2 of the General Assembly", [("70/1", GA, 70), ("70/2", GA, 70)]),
    (
        "resolutions 60/251 of 15 March 2006 and 72/1; Economic and Social Council resolutions 2000/22 and "
        "2006/2; and Commission on Human Rights resolution 2005/80 of 21 April 2005",
        [
            ("60/251 of 15 March 2006", "", 60),
            ("72/1", "", 72),
            ("2000/22", ECOSOC, 2000),
            ("2006/2", ECOSOC, 2006),
            ("2005/80 of 21 April 2005", "Commission on Human Rights", 2005),
        ],
    ),
    (
        "the International Maritime Organization, in resolution A.1117(30) of 6 December 2017,",
        [("A.1117(30) of 6 December 2017", None, None)],
    ),
    (
        "resolution Conf. 16.7 and resolution 1, annex",
        [("Conf. 16.7", None, None), ("1", None, None)],
    ),
    (
        "Recalling Commission on Human Rights resolution 20 (XXXVI) of 29 February 1980",
        [("20 (XXXVI) of 29 February 1980", "Commission on Human Rights", None)],
    ),
    (
        "Commission on Population and Development resolution 2006/2, its resolution 2013/1; resolution 70/1",
        [
            ("2006/2", "Commission on Population and Development", 2006),
            ("2013/1", "Commission on Population and Development", 2013),
            ("70/1", "", 70),
        ],
    ),
    ("resolution 70/1 of 25 September 2015, 15 States", [("70/1 of 25 September 2015", "", 70)]),
    ("at a ratio of 3/4 of all States", []),
    ("decision 1/CP.21, and the resolution of conflicts in 24/7 mode", []),
]


@pytest.mark.parametrize(("text", "expected"), RESOLUTIONS)
def test_resolutions(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    found = [one for one in find(text) if one.kind is MentionKind.RESOLUTION]
    assert [(one.span.of(text), one.organ, one.session) for one in found] == expected


def test_number_and_date_are_parts_of_one_mention() -> None:
    text = "Council resolution 50/4 of 7 July 2022 and others"
    (mention,) = find(text)
    assert mention.value == "50/4"
    assert mention.number is not None
    assert mention.number.of(text) == "50/4"
    assert mention.date is not None
    assert mention.date.of(text) == "7 July 2022"
    assert mention.dated == date(2022, 7, 7)
    assert print_date(date(2022, 7, 7)) == "7 July 2022"


def test_one_date_for_several() -> None:
    first, second, day = find("resolutions 76/1 and 76/2, both of 16 December 2021,")
    assert first.dated == second.dated == day.dated == date(2021, 12, 16)
    assert first.date is second.date is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See decisions 1/CP.27 and 1/CMA.4, and decision VII/11", ["1/CP.27", "1/CMA.4", "VII/11"]),
        ("its decision 75/578 of 1 July 2021", ["75/578 of 1 July 2021"]),
        ("the decision to convene 3 meetings", []),
    ],
)
def test_decisions(text: str, words: list[str]) -> None:
    assert [one.span.of(text) for one in find(text) if one.kind is MentionKind.DECISION] == words


def test_one_date_for_two_with_their_subjects() -> None:
    found = find(
        "resolution 4/1 of 23 March 2007, resolutions 5/1, on institution-building of the Council, and 5/2, "
        "on the Code of Conduct for Mandate Holders of the Human Rights Council, both of 18 June 2007,"
    )
    days = {one.value: one.dated for one in found if one.kind is MentionKind.RESOLUTION}
    assert days == {"4/1": date(2007, 3, 23), "5/1": date(2007, 6, 18), "5/2": date(2007, 6, 18)}


def test_of_the_same_date() -> None:
    first, second = find("resolution 76/1 of 16 December 2021 and 76/2 of the same date")
    assert first.dated == second.dated == date(2021, 12, 16)
    assert second.date is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A/HRC/47/47 and Corr.1, Add.1–3", ["A/HRC/47/47", "A/HRC/47/47/Corr.1", "A/HRC/47/47/Add.1–3"]),
        ("A/59/19/Add.1 and Add.2", ["A/59/19/Add.1", "A/59/19/Add.2"]),
        ("See A/ES\u201110/273", ["A/ES-10/273"]),
        ("S/RES/242 (1967)", ["S/RES/242 (1967)"]),
        ("World Trade Organization, document WT/MIN(22)/33, annex", ["WT/MIN(22)/33"]),
        ("document CL 144/9 (C 2013/20)", ["CL 144/9"]),
        ("CEDAW/C/GC/36 and decision VII/11", ["CEDAW/C/GC/36"]),
    ],
)
def test_addenda_and_other_symbols(text: str, values: list[str]) -> None:
    assert [one.value for one in find(text) if one.kind is MentionKind.SYMBOL] == values


@pytest.mark.parametrize(
    ("text", "value", "organ", "session", "template"),
    [
        ("A/HRC/55/78.", "A/HRC/55/78", HRC, 55, "A/HRC/{session}/{serial}"),
        ("See A/HRC/55/43/Add.1,", "A/HRC/55/43/Add.1", HRC, 55, "A/HRC/{session}/{serial}/Add.1"),
        ("A/C.3/80/L.35", "A/C.3/80/L.35", GA, 80, "A/C.3/{session}/L.{serial}"),
        ("(A/78/53), chap. VII", "A/78/53", GA, 78, "A/{session}/{serial}"),
        ("S/2025/154", "S/2025/154", SC, 2025, "S/{session}/{serial}"),
        ("A/CONF.157/24 (Part I)", "A/CONF.157/24", None, None, ""),
        ("See FCCC/CP/2015/10/Add.1, annex", "FCCC/CP/2015/10/Add.1", None, None, ""),
    ],
)
def test_symbols(text: str, value: str, organ: str | None, session: int | None, template: str) -> None:
    (mention,) = (one for one in find(text) if one.kind is MentionKind.SYMBOL)
    assert mention.value == value
    assert (mention.organ, mention.session, mention.template) == (organ, session, template)


def test_a_double_symbol_is_two() -> None:
    found = find("See E/CN.4/2001/2–E/CN.4/Sub.2/2000/46, chap. II, sect. A.")
    values = [one.value for one in found if one.kind is MentionKind.SYMBOL]
    assert values == ["E/CN.4/2001/2", "E/CN.4/Sub.2/2000/46"]


def test_words_with_a_stroke_are_no_symbols() -> None:
    assert find("HIV/AIDS and/or COVID-19") == ()


@pytest.mark.parametrize(
    ("text", "serial"), [("A/HRC/55/78", "78"), ("A/HRC/55/43/Add.1", "43"), ("COVID/19", "")]
)
def test_serial(text: str, serial: str) -> None:
    assert [serial_of(one) for one in find(text)] == [serial]


SESSIONS = [
    ("Decides to continue its consideration at its fifty-ninth session,", [("fifty-ninth", "", False)]),
    (
        "to present the report to the Human Rights Council at its sixty-third session;",
        [("sixty-third", HRC, False)],
    ),
    ("held at the fifty\u2011ninth session", [("fifty\u2011ninth", "", False)]),
    (
        "adopted by the Subcommission on Human Rights at its fifty-second session,",
        [("fifty-second", "Subcommission on Human Rights", False)],
    ),
    ("the thirty-first special session of the General Assembly,", [("thirty-first", GA, True)]),
    (
        "the Committee on Fisheries, at its thirty-sixth session,",
        [("thirty-sixth", "Committee on Fisheries", False)],
    ),
    (
        "the twenty-ninth session of the Conference of the Parties",
        [("twenty-ninth", "Conference of the Parties", False)],
    ),
    (
        "to the General Assembly at its seventy-ninth and eightieth sessions",
        [("seventy-ninth", GA, False), ("eightieth", GA, False)],
    ),
    (
        "at their eightieth and sixty-first sessions, respectively",
        [("eightieth", None, False), ("sixty-first", None, False)],
    ),
    ("Official Records of the General Assembly, Seventy-eighth Session,", [("Seventy-eighth", GA, False)]),
    ("at its 59th session", [("59th", "", False)]),
    (
        "at its eighty-second and eighty-fourth sessions",
        [("eighty-second", "", False), ("eighty-fourth", "", False)],
    ),
    (
        "its twenty-first to twenty-third and twenty-fifth sessions",
        [("twenty-first", "", False), ("twenty-third", "", False), ("twenty-fifth", "", False)],
    ),
    ("at its resumed tenth emergency special session", [("tenth", "", True)]),
    (
        "to the General Assembly and the Human Rights Council at their eightieth and sixty-first sessions,",
        [("eightieth", GA, False), ("sixty-first", HRC, False)],
    ),
    ("submitted to the Council at its present session", [("present", "Council", True)]),
    ("at the next regular session of the Human Rights Council", [("next", HRC, True)]),
    ("its seventeenth ordinary session", [("seventeenth", "", False)]),
    ("the 2026 substantive session of the Economic and Social Council", [("2026", ECOSOC, False)]),
    ("every fourth session, and the first five meetings", []),
    ("the Nineteenth Summit and the tenth and twentieth anniversaries", []),
]


@pytest.mark.parametrize(("text", "expected"), SESSIONS)
def test_sessions(text: str, expected: list[tuple[str, str | None, bool]]) -> None:
    found = [one for one in find(text) if one.kind is MentionKind.SESSION]
    assert [(one.span.of(text), one.organ, one.special) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("held on 23 September 2019,", ["23 September 2019"]),
        ("on 25 and 26 October 2019", ["25 and 26 October 2019"]),
        ("from 31 August to 8 September 2001", ["31 August to 8 September 2001"]),
        ("13 June–8 July 2022", ["13 June–8 July 2022"]),
        ("on 16\u00a0December 2021", ["16\u00a0December 2021"]),
    ],
)
def test_dates(text: str, words: list[str]) -> None:
    assert [one.span.of(text) for one in find(text) if one.kind is MentionKind.DATE] == words


_PIECES = st.lists(
    st.sampled_from(
        [text for text, _ in RESOLUTIONS]
        + [text for text, _ in SESSIONS]
        + [
            "A/HRC/55/78",
            "resolution ",
            "31 June 2021",
            "its ",
            "S-34/1",
            "–",
            "\xa0",
            "/",
            "59th",
            "(2020)",
            "by the end of 2025",
            "annex",
        ]
        + [
            "paragraph 5 ",
            "paras. 1–3",
            "above",
            "the 2030 Agenda",
            " of the ",
            "Charter ",
            ", Sea and Air",
            "“",
            " and ",
            "2019–2020",
        ]
        + [
            "six months",
            "every ",
            "tenth ",
            "anniversaries",
            "chap. II, ",
            "held in Geneva from ",
            "mid-",
            "No. 1",
            "first half of ",
        ]
    )
    | st.text(max_size=12),
    max_size=8,
)


@given(_PIECES)
def test_spans_lie_in_the_text_and_never_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for mention in find(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.value
        end = mention.span.end


_HOSTILE = [
    "A ",
    "A-",
    "A/",
    "first ",
    "first, ",
    "twenty-",
    "1, ",
    "1–",
    "5 and 6 ",
    "2020–",
    "May 2020 ",
    "70/1, ",
    "resolution 70/1, ",
    "A/HRC/1 and Corr.1, ",
    "paragraphs 1, ",
    "(a) ",
    "chap. I, ",
    "annex ",
    "Charter of ",
    "Charter and ",
    "Charter first A ",
    ", A",
    "Committee of A ",
    "present session ",
    "their first and second sessions ",
    "the Assembly and the Council ",
    "held in A ",
    "until the end of ",
    "every ",
    "“2020”",
    "of ",
    "its ",
]


def _seconds(text: str) -> float:
    best = 1e9
    for _ in range(2):
        find.cache_clear()
        before = process_time()
        find(text)
        best = min(best, process_time() - before)
    return best


@pytest.mark.parametrize("piece", _HOSTILE)
def test_the_time_grows_with_the_length_alone(piece: str) -> None:
    short = piece * (10_000 // len(piece))
    # four times the length takes four times as long; sixteen times where every start searches the whole rest
    assert _seconds(4 * short) < 9 * max(_seconds(short), 0.01)
