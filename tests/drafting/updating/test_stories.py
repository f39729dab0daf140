# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up series whose habits are known: the draft after each text held against the next text.

The outcome is how firmly the draft says what the next text says: certain, fact (but for its blanks), review,
look (a remark at the place only), = (nothing to change and nothing proposed); or missed, or wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import LINES, Line, Text, assembly, council, economic, security, settled, written
from yearly import GA, HRC, SC, version

from drafting.comparing.lineage import trace
from drafting.resolution import Paragraph, Resolution
from drafting.updating.proposals import propose
from drafting.updating.records import Certainty, Proposal

RHYTHMS: Mapping[str, list[Text]] = {
    "each June": council(*((year, 1) for year in range(2019, 2026))),
    "every second June": council(*((year, 1) for year in range(2013, 2026, 2))),
    "every third March": council(*((year, 0) for year in range(2007, 2026, 3))),
    "March and September": council(*((year, slot) for year in range(2021, 2025) for slot in (0, 2))),
    "from March to June": council(
        (2012, 0), (2013, 0), (2014, 0), (2015, 0), (2016, 1), (2017, 1), (2018, 1)
    ),
    "a year skipped": council((2018, 2), (2019, 2), (2021, 2), (2022, 2), (2023, 2), (2024, 2), (2025, 2)),
    "each December": assembly(*range(2018, 2025)),
    "every second December": assembly(*range(2012, 2025, 2)),
    "resumed session": assembly(*range(2018, 2025), month=6),
    "half-years": security(*((year, month) for year in range(2021, 2025) for month in (6, 12))),
    "each July, by years": economic(*range(2018, 2025)),
    "every second July": economic(*range(2012, 2025, 2)),
    "each March, by years": security(*((year, 3) for year in range(2018, 2025))),
}
FIRM = {
    "settled": {"="},
    "previous": {"certain"},
    "yearly": {"fact", "="},
    "yearly_again": {"fact", "="},
    "two_yearly": {"fact", "review", "look", "="},
    "report": {"fact"},
    "document": {"fact"},
    "comes_back": {"certain"},
    "in_year": {"review", "certain", "="},
    "by_year": {"review", "="},
    "anniversary": {"certain", "="},
    "meeting": {"review", "look", "="},
    "mandate": {"certain"},
    "grows": {"certain"},
}
TOLD = [
    (rhythm, line)
    for rhythm, row in RHYTHMS.items()
    for line in LINES
    if not (line == "mandate" and row[0].body != SC) and not (line == "comes_back" and row[0].body == SC)
]
_BLANK = r"[^\s,;]+(?:\s\w+\s\d{4})?"


def _outcome(row: Sequence[Text], line: Line, count: int, slips: Mapping[int, Line] | None = None) -> str:
    lines = (settled, line)
    truth = written(row, lines)[count]
    base = written(row, lines, slips)[:count]
    proposals = propose(trace(base), row[count].session).proposals
    found = [
        _of_text(old, new, [one for one in proposals if (one.paragraph, one.footnote) == key])
        for before, after in zip(base[-1].paragraphs, truth.paragraphs, strict=True)
        for key, (old, new) in _texts(before, after).items()
    ]
    return "+".join(one for one in found if one != "=") or "="


def _texts(before: Paragraph, after: Paragraph) -> dict[tuple[str, int | None], tuple[str, str]]:
    notes = zip(before.footnotes, after.footnotes, strict=True)
    noted = {(before.id, old.number): (old.text, new.text) for old, new in notes}
    return {(before.id, None): (before.text, after.text), **noted}


def _of_text(old: str, new: str, proposals: Sequence[Proposal]) -> str:
    drafted = old
    for one in sorted(proposals, key=lambda one: -one.start):
        drafted = drafted[: one.start] + one.new + drafted[one.end :]
    right = re.fullmatch(re.escape(drafted).replace(re.escape("[…]"), _BLANK), new)
    changes = [one for one in proposals if not one.remark]
    if right:
        return "/".join(sorted({str(one.certainty) for one in changes})) or "="
    if not proposals:
        return "missed"
    return "look" if len(changes) < len(proposals) else f"wrong: {drafted}"


@pytest.mark.parametrize("count", [3, 5])
@pytest.mark.parametrize(("rhythm", "line"), TOLD)
def test_the_draft_says_what_the_next_text_says(rhythm: str, line: str, count: int) -> None:
    assert _outcome(RHYTHMS[rhythm], LINES[line], count) in FIRM[line]


@pytest.mark.parametrize(("rhythm", "line"), TOLD)
def test_one_text_alone_is_never_certain(rhythm: str, line: str) -> None:
    outcome = _outcome(RHYTHMS[rhythm], LINES[line], 1)
    assert "certain" not in outcome
    assert "fact" not in outcome


@pytest.mark.parametrize("slip", [2, 3])
@pytest.mark.parametrize("line", ["previous", "comes_back", "yearly", "report"])
@pytest.mark.parametrize("rhythm", ["each June", "every second June", "each December"])
def test_a_slip_breaks_no_habit_and_is_told(rhythm: str, line: str, slip: int) -> None:
    row = RHYTHMS[rhythm]
    slips = {slip: LINES[line]}
    assert _outcome(row, LINES[line], 5, slips) in FIRM[line]
    drafted = propose(trace(written(row, (settled, LINES[line]), slips)[:5]), row[5].session)
    assert any(f"{row[slip].number} had kept" in one.reason for one in drafted.proposals)


@st.composite
def _rows(draw: st.DrawFn) -> list[Text]:
    """A series of five to eight texts, each one to three years after the last, mostly in one rhythm."""
    count, rhythm = draw(st.integers(5, 8)), draw(st.integers(1, 3))
    gaps = [draw(st.sampled_from([rhythm] * 5 + [1, 2])) for _ in range(count)]
    years = [2024 - sum(gaps[at:]) for at in range(count)]
    if years[0] < 2010 or draw(st.booleans()):  # the Council was young then
        return assembly(*years, month=draw(st.sampled_from([6, 12])))
    slot = draw(st.integers(0, 2))
    return council(*((year, slot) for year in years))


@given(_rows(), st.sampled_from([one for one in LINES if one != "mandate"]), st.integers(2, 4))
def test_what_is_certain_is_right_however_irregular_the_series(row: list[Text], line: str, slip: int) -> None:
    count = len(row) - 1
    made = written(row, (settled, LINES[line]), {slip: LINES[line]} if slip < count - 1 else None)[:count]
    truth = " ".join(one.text for one in written(row, (settled, LINES[line]))[count].paragraphs)
    drafted = propose(trace(made), row[count].session).proposals
    certain = [one for one in drafted if one.certainty is Certainty.CERTAIN]
    assert all(one.new in truth for one in certain)


# ---------------------------------------------------------------------------------- single stories, told out


def _table(*texts: Resolution, session: int | None = None) -> list[tuple[str, str, str]]:
    drafted = propose(trace(texts), session)
    return [(str(one.certainty), one.old, one.new) for one in drafted.proposals]


def _assembly(years: Sequence[int], line: str, **words: Sequence[str]) -> list[Resolution]:
    return [
        version(
            f"{year - 1945}/{10 + at}",
            f"{year}-12-1{at + 1}",
            line.format(**{name: values[at] for name, values in words.items()}),
            body=GA,
        )
        for at, year in enumerate(years)
    ]


def test_a_summit_of_years_ago_is_looked_at_with_its_declaration() -> None:
    line = (
        "Recalling the Sixth Summit of Small Islands, held in Apia on 3 and 4 March 2021, and the Apia "
        "Declaration of 4 March 2021,"
    )
    texts = _assembly((2021, 2022, 2023), line)
    assert {old for _, old, _ in _table(*texts)} == {"Sixth", "3 and 4 March 2021", "4 March 2021"}
    assert all(certainty == "review" and old == new for certainty, old, new in _table(*texts))


def test_a_declaration_goes_with_the_summit_that_made_it() -> None:
    line = (
        "Recalling the {count} Summit of Small Islands, held in {where} on {days}, and the {where} "
        "Declaration of {day},"
    )
    texts = _assembly(
        (2021, 2022, 2023),
        line,
        count=("Sixth", "Sixth", "Seventh"),
        where=("Apia", "Apia", "Suva"),
        days=("3 and 4 March 2021", "3 and 4 March 2021", "9 and 10 May 2023"),
        day=("4 March 2021", "4 March 2021", "10 May 2023"),
    )
    reasons = {one.old: one.reason for one in propose(trace(texts)).proposals}
    assert set(reasons) == {"Seventh", "9 and 10 May 2023", "10 May 2023"}
    assert all("together with “Seventh”" in reasons[day] for day in ("9 and 10 May 2023", "10 May 2023"))


@pytest.mark.parametrize(
    ("lines", "looked_at"),
    [
        # an edition or a figure that came in two years ago, and one that was always there
        (("", "as of 2019 and", "as of 2019 and"), {"2019"}),
        (("", "in the Review of Tides 2019,", "in the Review of Tides 2019,"), {"2019"}),
        (("as of 2019 and", "as of 2019 and", "as of 2019 and"), set()),
        (("", "in the crisis of 2019 and", "in the crisis of 2019 and"), set()),
        # a document that came in with the latest text: one of that year, one of long ago
        (("", "", "in document XY/CP/2022/4 and"), {"XY/CP/2022/4"}),
        (("", "", "in document XY/CP/2015/4 and"), set()),
        # a treaty and a resolution that came in
        (("", "", "in the Tide Treaty of 4 May 1990 and"), set()),
        (("", "", "in resolution 48/141 and"), set()),
        # the session of a body without a calendar: new, then two years old
        (("", "", "at the third session of the Tide Commission and"), {"third"}),
        (
            (
                "",
                "at the third session of the Tide Commission and",
                "at the third session of the Tide Commission",
            ),
            {"third"},
        ),
        (("at the third session of the Tide Commission and",) * 3, set()),
    ],
)
def test_what_came_in_is_looked_at_while_it_is_new_or_once_it_is_old(
    lines: tuple[str, ...], looked_at: set[str]
) -> None:
    line = "Notes what was told {told} elsewhere of the islands that sink;"
    texts = _assembly((2020, 2021, 2022), line, told=lines)
    assert {old for _, old, _ in _table(*texts)} == looked_at


def test_an_event_still_to_come_is_looked_at_once_it_is_over() -> None:
    line = "Looking forward to the conference on tides, to be held in Suva on 4 May {year},"
    texts = _assembly((2022, 2023), line, year=("2025", "2025"))
    assert _table(*texts, session=79) == []
    assert _table(*texts, session=80) == [("review", "4 May 2025", "4 May 2025")]


def test_a_deadline_that_will_have_passed_is_looked_at() -> None:
    line = "Urges States to map their shores by the end of {year};"
    texts = _assembly((2022, 2023), line, year=("2025", "2025"))
    assert _table(*texts, session=80) == []
    assert _table(*texts, session=81) == [("review", "2025", "2025")]


def test_each_of_two_sessions_belongs_to_its_own_organ() -> None:
    line = (
        "Requests the Secretary-General to report to the General Assembly and the Human Rights Council at "
        "their {assembly} and {council} sessions, respectively."
    )
    texts = _assembly(
        (2018, 2020, 2022),
        line,
        assembly=("seventy-fifth", "seventy-seventh", "seventy-ninth"),
        council=("forty-third", "forty-ninth", "fifty-fifth"),
    )
    assert [(old, new) for _, old, new in _table(*texts, session=79)] == [
        ("seventy-ninth", "eighty-first"),
        ("fifty-fifth", "sixty-first"),
    ]


def test_a_list_of_another_series_grows_by_a_blank() -> None:
    line = "Recalling Human Rights Council resolutions {cited},"
    texts = _assembly(
        (2019, 2021, 2023),
        line,
        cited=(
            "35/17 of 22 June 2017 and 41/7 of 11 July 2019",
            "35/17 of 22 June 2017, 41/7 of 11 July 2019 and 47/12 of 12 July 2021",
            "35/17 of 22 June 2017, 41/7 of 11 July 2019, 47/12 of 12 July 2021 and 53/24 of 13 July 2023",
        ),
    )
    ((certainty, _, new),) = _table(*texts)
    assert (certainty, new) == (
        "fact",
        ", 53/24 of 13 July 2023 and 59/[…] of […] July 2025",
    )


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (("2021", "2022", "2023"), [("review", "2023", "2024")]),
        (("2022–2023", "2023–2024", "2024–2025"), [("review", "2024–2025", "2025–2026")]),
        (("2022–2023", "2022–2023", "2024–2025"), [("review", "2024–2025", "2024–2025")]),
        (("2030", "2030", "2030"), []),
    ],
)
def test_years_follow_the_text(cited: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    texts = _assembly((2021, 2022, 2023), "Notes the programme of work for {told};", told=cited)
    assert _table(*texts) == expected


def test_the_mandate_of_one_text_tells_when_the_next_is_due() -> None:
    line = "Decides to renew the mandate of the Mission for six months, until {day};"
    first = version("2450 (2018)", "2018-12-21", line.format(day="30 June 2019"), body=SC)
    second = version("2477 (2019)", "2019-06-26", line.format(day="31 December 2019"), body=SC)
    assert propose(trace([first])).session == 2019
    assert propose(trace([first, second])).session == 2019
    assert _table(first) == [("review", "30 June 2019", "30 June 2019")]


def test_a_series_of_the_council_at_another_season_is_still_due_a_year_on() -> None:
    moved = RHYTHMS["from March to June"][:5]
    assert propose(trace(written(moved, (LINES["previous"],)))).session == moved[4].session + 3
    assert moved[4].body == HRC


_FILLERS = (
    "Emphasizes that islands of the {} zone share their knowledge of the sea;",
    "Invites the High Commissioner to visit {} islands upon their request;",
    "Encourages States to exchange {} experience of building on sand;",
)


@given(
    st.sampled_from([one for one in RHYTHMS if one not in ("March and September", "half-years")]),
    st.lists(
        st.sampled_from([one for one in LINES if one != "mandate"]), min_size=2, max_size=6, unique=True
    ),
    st.integers(4, 6),
    st.randoms(use_true_random=False),
)
def test_all_lines_of_a_text_that_is_edited_are_found(
    rhythm: str, names: list[str], count: int, chance: Random
) -> None:
    row = RHYTHMS[rhythm]
    left_out = {"comes_back"} if row[0].body == SC else set()
    # where one of two so alike is missing, the other is taken for it
    left_out |= {"two_yearly"} if "yearly_again" in names else set()
    left_out |= {"yearly"} if "previous" in names else set()
    lines = [LINES[name] for name in names if name not in left_out]
    absent = {chance.choice(lines): chance.randint(1, count - 2)} if lines else {}
    texts = []
    for at, text in enumerate(row[: count + 1]):
        told = [line(row, at) for line in lines if absent.get(line) != at]
        for filler in _FILLERS:
            told.insert(chance.randint(0, len(told)), filler.format(chance.choice(["warm", "cold", "far"])))
        texts.append(version(text.number, text.day.isoformat(), *told, body=text.body))
    drafted = propose(trace(texts[:count]), row[count].session).proposals
    base, truth = texts[count - 1], " ".join(_all_texts(texts[count]))
    assert all(one.new in truth for one in drafted if one.certainty is Certainty.CERTAIN)
    looked_at = {one.paragraph for one in drafted}
    for line in lines:
        said, says = line(row, count - 1), line(row, count)
        (paragraph,) = [one for one in base.paragraphs if said.startswith(one.text.rstrip(";"))]
        assert paragraph.id in looked_at or said == says or line in absent


def _all_texts(text: Resolution) -> list[str]:
    notes = [note.text for paragraph in text.paragraphs for note in paragraph.footnotes]
    return [*(paragraph.text for paragraph in text.paragraphs), *notes]
