# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import NotForShelf, UnreadableFile
from drafting.opening import open_series
from drafting.reading import read
from drafting.updating.records import Fact, FactKind, FactPart, Sought, SoughtKind
from drafting.updating.shelf import (
    Answer,
    Passage,
    ShelfKind,
    Shelved,
    answers,
    contradictions,
    read_shelf,
    shelved,
)

GA, HRC = "General Assembly", "Human Rights Council"
TITLE = "Protection of islands in the field of human rights"

RESOLUTION = f"""United Nations
A/RES/79/12
General Assembly
Distr.: General
20 December 2024

Seventy-ninth session
Agenda item 71 (b)
Islands and rights: other questions

Resolution adopted by the General Assembly on 17 December 2024

[on the report of the Third Committee (A/79/458/Add.2, para. 80)]

79/12. {TITLE}

The General Assembly,

Recalling its resolution 78/7 of 19 December 2023,

1. Reaffirms that islands need protection;

2. Decides to continue its consideration of the matter at its eightieth session.

54th plenary meeting
17 December 2024
"""

REPORT = """United Nations A/HRC/59/40
General Assembly Distr.: General
21 May 2025
Original: English

Human Rights Council
Fifty-ninth session
16 June–11 July 2025
Agenda items 2 and 3
Annual report of the United Nations High Commissioner for Human Rights and reports of the Office of the High
Commissioner and the Secretary-General

The protection of islands

Report of the United Nations High Commissioner for Human Rights*

Summary
The present report is submitted pursuant to Human Rights Council resolution 56/2 of 10 July 2024.

1. Islands are small.
"""

_SUBJECT = "on the protection of islands in the field of human rights"
BY = "Report of the United Nations High Commissioner for Human Rights"
ISLANDS = "the report of the High Commissioner on the protection of islands"

CALENDAR = """Human Rights Council: sessions to come

59th session: 16 June - 9 July 2025
60th session: 8 September - 8 October 2025
"""

ANNOUNCED = """Human Rights Council to Hold its Fifty-ninth Regular Session

The Human Rights Council will hold its fifty-ninth regular session from 16 June to 9 July 2025 in Geneva.
"""

RECALLS = (Passage("Recalling its resolution 78/7 of 19 December 2023,", "PP1"),)

TURNED = """Calendar of the Human Rights Council

16 June - 9 July 2025 | Fifty-ninth session
8 September - 8 October 2025 | Sixtieth session
"""

BY_YEAR = """Human Rights Council in 2025

59th session, 16 June to 9 July
61st special session, 1 to 2 August
"""


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _text(number: str, title: str = TITLE, **more: Any) -> Shelved:
    """An adopted text of the Assembly."""
    session, _, serial = number.partition("/")
    file, symbol, day = f"{session}-{serial}.docx", f"A/RES/{number}", date(2024, 12, 17)
    made = Shelved(file, ShelfKind.RESOLUTION, symbol, number, title, GA, int(session), day)
    return replace(made, **more)


def _report(symbol: str, title: str) -> Shelved:
    return Shelved(f"{symbol.replace('/', '-')}.docx", ShelfKind.DOCUMENT, symbol, "", title, HRC, 59)


def _asks(subject: str = f"on the {TITLE[0].lower()}{TITLE[1:]}", **more: Any) -> Fact:
    """The yearly text of the Assembly, cited as 78/7 so far."""
    sought = Sought(SoughtKind.RESOLUTION, GA, 79, subject, cited=("77/5", "78/7"), **more)
    number = FactPart("number", "number", kind=FactKind.NUMBER, form="79/{}", example="7")
    return Fact("topic", "Which?", (number, FactPart("date", "date", kind=FactKind.DATE)), (), sought)


def _asks_symbol(described: str) -> Fact:
    part = FactPart("serial", "number", kind=FactKind.SYMBOL, form="A/HRC/59/{}")
    sought = Sought(SoughtKind.SYMBOL, HRC, 59, described, cited=("A/HRC/56/31",))
    return Fact("report", "Symbol?", (part,), (), sought)


def _asks_dates(session: int) -> Fact:
    part = FactPart("dates", "dates", "[…] 2025", kind=FactKind.PERIOD)
    return Fact("dates", "Dates?", (part,), (), Sought(SoughtKind.DATES, HRC, session))


def _told(found: tuple[Answer, ...]) -> list[str]:
    """The values, with "?" behind those that are not sure."""
    return [" ".join(one.values.values()) + ("" if one.sure else "?") for one in found]


# -------------------------------------------------------------------------------------------- reading


def test_a_resolution_on_the_shelf(tmp_path: Path) -> None:
    one = shelved(_file(tmp_path, "ga.txt", RESOLUTION))
    assert (one.kind, one.number, one.title, one.organ) == (ShelfKind.RESOLUTION, "79/12", TITLE, GA)
    assert (one.session, one.date, one.item) == (79, date(2024, 12, 17), "71 (b)")
    assert one.name == "General Assembly resolution 79/12"


def _as_text(folder: Path) -> Path:
    return _file(folder, "report.txt", REPORT)


def _as_page(folder: Path) -> Path:
    lines = "".join(f"<p>{line}</p>" for line in REPORT.splitlines() if line)
    return _file(folder, "report.html", f"<html><head><title>x</title></head><body>{lines}</body></html>")


def _as_word(folder: Path) -> Path:
    document = Document()
    for line in filter(None, REPORT.splitlines()):
        document.add_paragraph(line)
    document.save(str(folder / "report.docx"))
    return folder / "report.docx"


@pytest.mark.parametrize("made", [_as_text, _as_page, _as_word])
def test_a_report_is_known_by_its_first_page(made: Callable[[Path], Path], tmp_path: Path) -> None:
    one = shelved(made(tmp_path))
    assert (one.kind, one.symbol, one.organ, one.session) == (ShelfKind.DOCUMENT, "A/HRC/59/40", HRC, 59)
    assert (one.date, one.session_dates) == (date(2025, 5, 21), "16 June–11 July 2025")
    assert "The protection of islands" in one.title
    assert "Islands are small" not in one.title


@pytest.mark.parametrize(
    ("text", "error"),
    [("Dear colleagues, see you on Monday.", NotForShelf), ("", UnreadableFile)],
)
def test_a_file_that_answers_nothing_is_refused_in_a_sentence(
    text: str, error: type[Exception], tmp_path: Path
) -> None:
    path = _file(tmp_path, "mail.txt", text)
    with pytest.raises(error):
        shelved(path)
    found = read_shelf([path, _as_text(tmp_path), tmp_path / "gone.txt"])
    assert [one.source for one in found.documents] == ["report.txt"]
    assert [one.path.name for one in found.refused] == ["mail.txt", "gone.txt"]


def test_special_sessions_are_none_that_is_counted(tmp_path: Path) -> None:
    text = REPORT.replace("A/HRC/59/40", "A/HRC/S-59/2").replace(
        "Fifty-ninth session", "Fifty-ninth special session"
    )
    one = shelved(_file(tmp_path, "special.txt", text))
    assert (one.symbol, one.session, one.session_dates) == ("A/HRC/S-59/2", None, "")


_LINES = st.sampled_from(
    [*REPORT.splitlines(), *CALENDAR.splitlines(), *RESOLUTION.splitlines(), "1.", "*", "|"]
)


@given(st.lists(st.one_of(_LINES, st.text(max_size=30)), max_size=30))
def test_whatever_is_put_on_the_shelf_is_read_or_refused(lines: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.txt"
        path.write_text("\n".join(lines), encoding="utf-8", errors="replace")
        found = read_shelf([path])
    assert len(found.documents) + len(found.refused) == 1
    for answer in answers([_asks(), _asks_symbol(ISLANDS), _asks_dates(59)], found.documents):
        assert answer.values
        assert answer.reason


def test_one_document_is_put_on_the_shelf_once(tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    paths = [_as_text(tmp_path), _as_text(tmp_path), _as_word(tmp_path), _as_text(tmp_path / "copies")]
    found = read_shelf(paths)
    assert [one.source for one in found.documents] == ["report.txt"]
    assert [error.path.name for error in found.refused] == ["report.txt", "report.docx", "report.txt"]


# -------------------------------------------------------------------------------------------- matching


@pytest.mark.parametrize(
    ("shelf", "told"),
    [
        ([_text("79/12")], ["12 17 December 2024"]),
        ([_text("79/12", date=None)], ["12"]),
        ([_text("79/12", "Islands")], []),
        ([_text("79/12", "Protection of coasts in the field of human rights")], []),
        ([_text("79/12", "Protection of islands in the field of rights")], ["12 17 December 2024?"]),
        ([_text("79/12", "Islands in the field of rights", passages=RECALLS)], ["12 17 December 2024?"]),
        (
            [_text("79/12", "Protection of islands in the field of rights", passages=RECALLS)],
            ["12 17 December 2024"],
        ),
        ([_text("78/7")], []),  # an older one
        ([_text("79/12", organ=HRC)], []),
        ([_text("79/12", kind=ShelfKind.DRAFT)], []),
        ([_text("79/12"), _text("79/12", source="copy.pdf")], ["12 17 December 2024"]),
        ([_text("79/12"), _text("79/13")], ["12 17 December 2024?", "13 17 December 2024?"]),
        (
            [_text("78/7", "Islands, old and new"), _text("79/12", "Islands, old and new")],
            ["12 17 December 2024"],
        ),
        ([], []),
    ],
)
def test_a_text_is_known_by_organ_session_and_title(shelf: list[Shelved], told: list[str]) -> None:
    assert _told(answers([_asks()], shelf)) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"number": "12", "date": "17 December 2024"}, []),
        ({"number": "12", "date": ""}, []),
        ({"number": "79/12", "date": "2024-12-17"}, []),
        ({"number": "12", "date": "19 December 2024"}, ["17 December 2024 in place of 19 December 2024"]),
        ({"number": "13", "date": ""}, ["12 in place of 13"]),
        ({"number": "78/7", "date": ""}, []),  # stays out of the text anyway
    ],
)
def test_what_is_filled_in_otherwise_than_a_document_has_it(typed: dict[str, str], told: list[str]) -> None:
    found = answers([_asks()], [_text("79/12")])
    problems = contradictions(_asks(), typed, found)
    assert [one.sentence for one in problems] == [
        f"79-12.docx has {words}: which is right?" for words in told
    ]


def test_what_stands_there_already_is_no_answer(tmp_path: Path) -> None:
    recalls = f"Recalling General Assembly resolution 79/12 {_SUBJECT},"
    text = f"The Human Rights Council,\n\n{recalls}\n\n1. Decides to remain seized of the matter."
    fact = _asks()
    again = replace(fact, sought=replace(fact.sought, cited=("78/7", "79/12")))  # type: ignore[type-var]
    found = read_shelf([_file(tmp_path, "hrc.txt", text)])
    assert _told(answers([fact], found.documents)) == ["12?"]
    assert answers([again], found.documents) == ()


def test_what_the_series_cites_anywhere_is_no_answer(tmp_path: Path) -> None:
    told = f"Recalling General Assembly resolution 79/12 {_SUBJECT},"
    path = _file(tmp_path, "hrc.txt", f"The Human Rights Council,\n\n{told}\n\n1. Decides so much for now.")
    found = read_shelf([path])
    assert _told(answers([_asks()], found.documents)) == ["12?"]
    assert answers([_asks()], found.documents, [read(path)]) == ()


def test_without_a_subject_the_sentence_tells_and_what_the_text_cites(tmp_path: Path) -> None:
    sentence = (
        "the Assembly stressed the protection of islands in the field of human rights and asked for more"
    )
    asks = _asks("", contexts=(sentence,))
    assert _told(answers([asks], [_text("79/12")])) == ["12 17 December 2024?"]
    citing = shelved(_file(tmp_path, "ga.txt", RESOLUTION))  # it recalls 78/7, which stood there before
    assert _told(answers([asks], [citing])) == ["12 17 December 2024"]


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        (f"General Assembly resolution 79/12 of 17 December 2024 {_SUBJECT}", ["12 17 December 2024?"]),
        (f"General Assembly resolution 79/12 {_SUBJECT}", ["12?"]),
        ("General Assembly resolution 79/12 of 17 December 2024 on the protection of coasts", []),
        (f"General Assembly resolution 78/7 of 19 December 2023 {_SUBJECT}", []),
        (f"its resolution 79/12 of 17 December 2024 {_SUBJECT}", []),
    ],
)
def test_another_text_that_cites_it_may_tell(cited: str, told: list[str], tmp_path: Path) -> None:
    text = f"The Human Rights Council,\n\nRecalling {cited},\n\n1. Decides to remain seized of the matter."
    found = read_shelf([_file(tmp_path, "hrc.txt", text)])
    assert _told(answers([_asks()], found.documents)) == told


def test_the_date_of_a_known_number_is_where_it_is_cited(tmp_path: Path) -> None:
    part = FactPart("date", "date", kind=FactKind.DATE)
    asks = Fact("text", "Date?", (part,), (), Sought(SoughtKind.RESOLUTION, GA, 78, number="78/7"))
    found = read_shelf([_file(tmp_path, "ga.txt", RESOLUTION)])
    assert _told(answers([asks], found.documents)) == ["19 December 2023"]


@pytest.mark.parametrize(
    ("described", "shelf", "told"),
    [
        (ISLANDS, {"40": f"Protection of islands: {BY}"}, ["40"]),
        (ISLANDS, {"40": f"Islands: their protection {BY}"}, ["40"]),
        (ISLANDS, {"41": f"Water {BY}"}, []),
        (ISLANDS, {"40": "Protection of islands: report of the Secretary-General"}, ["40?"]),
        (ISLANDS, {"40": "Protection of islands", "41": f"Protection of islands {BY}"}, ["41", "40?"]),
        (ISLANDS, {"40": f"Protection of islands {BY}", "41": f"Protection, islands {BY}"}, ["40?", "41?"]),
        ("the report on islands, their coasts and people", {"40": "Report: islands, coasts, food"}, ["40?"]),
        ("the report on islands to the tenth and eleventh sessions", {"40": "Report: islands"}, ["40"]),
        ("", {"40": "Protection of islands"}, ["40?"]),
    ],
)
def test_a_report_is_known_by_symbol_and_subject(
    described: str, shelf: dict[str, str], told: list[str]
) -> None:
    documents = [_report(f"A/HRC/59/{serial}", title) for serial, title in shelf.items()]
    assert _told(answers([_asks_symbol(described)], documents)) == told


@pytest.mark.parametrize("symbol", ["A/HRC/58/40", "A/HRC/59/L.4", "A/HRC/59/40/Add.1", "A/79/40"])
def test_a_document_of_another_session_or_kind_is_no_report_that_is_asked_for(symbol: str) -> None:
    assert answers([_asks_symbol(ISLANDS)], [_report(symbol, "Protection of islands")]) == ()


@pytest.mark.parametrize(
    ("text", "session", "told"),
    [
        (CALENDAR, 59, ["16 June–9 July 2025?"]),
        (CALENDAR, 60, ["8 September–8 October 2025?"]),
        (CALENDAR, 61, []),
        (ANNOUNCED, 59, ["16 June–9 July 2025?"]),
        (TURNED, 59, ["16 June–9 July 2025?"]),
        (TURNED, 60, ["8 September–8 October 2025?"]),
        (BY_YEAR, 59, ["16 June–9 July 2025?"]),
        (BY_YEAR, 61, []),  # a special session
        (REPORT, 59, ["16 June–11 July 2025?"]),
        (CALENDAR.replace(HRC, "Committee on Islands"), 59, []),
    ],
)
def test_dates_of_a_session(text: str, session: int, told: list[str], tmp_path: Path) -> None:
    found = read_shelf([_file(tmp_path, "dates.txt", text)])
    assert _told(answers([_asks_dates(session)], found.documents)) == told


def test_an_adopted_text_prints_the_dates_of_its_session_for_sure() -> None:
    one = _text("59/1", organ=HRC, session=59, session_dates="16 June–8 July 2025")
    other = Shelved(
        "plan.txt", ShelfKind.DOCUMENT, "A/HRC/59/1", "", "", HRC, 59, session_dates="16 June–9 July 2025"
    )
    assert _told(answers([_asks_dates(59)], [other, one])) == ["16 June–8 July 2025", "16 June–9 July 2025?"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, ["71 (b)"]),
        ({"kind": ShelfKind.DRAFT}, ["71 (b)?"]),
        ({"item_title": "Coasts"}, []),
        ({"session": 78}, []),
    ],
)
def test_the_agenda_item_of_another_document_of_the_session(more: dict[str, Any], told: list[str]) -> None:
    part = FactPart("item", "item", "[…] (b)", kind=FactKind.NUMBER)
    asks = Fact("item", "Item?", (part,), (), Sought(SoughtKind.ITEM, GA, 79, "Islands and rights"))
    one = _text("79/30", **({"item": "71 (b)", "item_title": "Islands and rights"} | more))
    assert _told(answers([asks], [one])) == told


# ------------------------------------------------------------------------------------- real documents

_GA = "corpus/series/ga-intl-cooperation-human-rights/"


@pytest.mark.parametrize(
    ("session", "document", "told"),
    [
        (56, "A_RES_78_199.xml", ["199 19 December 2023"]),
        (56, "A_RES_78_199.pdf", ["199 19 December 2023"]),
        (59, "A_RES_79_166.xml", ["166 17 December 2024"]),
        (56, "A_RES_77_213.xml", []),  # the session before
        (59, "A_C.3_80_L.35.pdf", []),  # a draft
    ],
)
def test_the_sample_series_is_answered_by_the_assembly(
    session: int, document: str, told: list[str], shared: Path, sample_files: tuple[Path, ...]
) -> None:
    loaded = [path for path in sample_files if int(path.name.split("-")[0]) < session]
    opened = open_series(loaded, session, shelf=[shared / _GA / document])
    assert _told(opened.answers()) == told
    assert not opened.shelf_refused


def test_a_loaded_text_on_the_shelf_answers_nothing(sample_files: tuple[Path, ...]) -> None:
    assert open_series(sample_files, 59, shelf=sample_files).answers() == ()


def test_the_facts_of_a_session_are_cited_in_the_text_adopted_there(sample_files: tuple[Path, ...]) -> None:
    opened = open_series(sample_files[:3], 56, shelf=sample_files[3:])
    assert _told(opened.answers()) == ["199 19 December 2023?", "78?", "40?", "197 19 December 2023?"]
    assert "56/2 (56-2.txt, OP36)" in opened.answers()[0].reason


def test_a_first_page_made_into_a_pdf(shared: Path) -> None:
    one = shelved(shared / "corpus" / "reader" / "pdf" / "A_HRC_59_15_Add.1.pdf")
    assert (one.kind, one.symbol, one.session) == (ShelfKind.DOCUMENT, "A/HRC/59/15/Add.1", 59)
    assert (one.date, one.session_dates, one.item) == (date(2025, 4, 8), "16 June–11 July 2025", "6")


def test_texts_of_two_organs_with_one_number_are_two_documents(tmp_path: Path) -> None:
    text = "{number}. Islands\n\nThe {organ},\n\nRecalling the Charter,\n\n1. Decides to stay seized of it."
    organs = ("Human Rights Council", "General Assembly")
    paths = [_file(tmp_path, f"{organ}.txt", text.format(number="59/25", organ=organ)) for organ in organs]
    found = read_shelf(paths)
    assert [(one.organ, one.number) for one in found.documents] == [(organ, "59/25") for organ in organs]
    assert found.refused == ()
