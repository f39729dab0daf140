# SPDX-License-Identifier: GPL-3.0-or-later
"""What documents on the shelf answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from shelf_facts import (
    ANNOUNCED,
    BY,
    BY_YEAR,
    CALENDAR,
    GA,
    HRC,
    ISLANDS,
    RECALLS,
    REPORT,
    RESOLUTION,
    SUBJECT,
    TURNED,
    adopted,
    asks_dates,
    asks_symbol,
    asks_text,
    file,
    report,
    told_values,
)

from drafting.opening import open_series
from drafting.reading import read
from drafting.updating.records import Fact, FactKind, FactPart, Sought, SoughtKind
from drafting.updating.shelf import (
    ShelfKind,
    Shelved,
    answers,
    contradictions,
    read_shelf,
    shelved,
)


@pytest.mark.parametrize(
    ("shelf", "told"),
    [
        ([adopted("79/12")], ["12 17 December 2024"]),
        ([adopted("79/12", date=None)], ["12"]),
        ([adopted("79/12", "Islands")], []),
        ([adopted("79/12", "Protection of coasts in the field of human rights")], []),
        ([adopted("79/12", "Protection of islands in the field of rights")], ["12 17 December 2024?"]),
        ([adopted("79/12", "Islands in the field of rights", passages=RECALLS)], ["12 17 December 2024?"]),
        (
            [adopted("79/12", "Protection of islands in the field of rights", passages=RECALLS)],
            ["12 17 December 2024"],
        ),
        ([adopted("78/7")], []),  # an older one
        ([adopted("79/12", organ=HRC)], []),
        ([adopted("79/12", kind=ShelfKind.DRAFT)], []),
        ([adopted("79/12"), adopted("79/12", source="copy.pdf")], ["12 17 December 2024"]),
        ([adopted("79/12"), adopted("79/13")], ["12 17 December 2024?", "13 17 December 2024?"]),
        (
            [adopted("78/7", "Islands, old and new"), adopted("79/12", "Islands, old and new")],
            ["12 17 December 2024"],
        ),
        ([], []),
    ],
)
def test_a_text_is_known_by_organ_session_and_title(shelf: list[Shelved], told: list[str]) -> None:
    assert told_values(answers([asks_text()], shelf)) == told


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
    found = answers([asks_text()], [adopted("79/12")])
    problems = contradictions(asks_text(), typed, found)
    assert [one.sentence for one in problems] == [
        f"79-12.docx has {words}: which is right?" for words in told
    ]


def test_what_stands_there_already_is_no_answer(tmp_path: Path) -> None:
    recalls = f"Recalling General Assembly resolution 79/12 {SUBJECT},"
    text = f"The Human Rights Council,\n\n{recalls}\n\n1. Decides to remain seized of the matter."
    fact = asks_text()
    again = replace(fact, sought=replace(fact.sought, cited=("78/7", "79/12")))  # type: ignore[type-var]
    found = read_shelf([file(tmp_path, "hrc.txt", text)])
    assert told_values(answers([fact], found.documents)) == ["12?"]
    assert answers([again], found.documents) == ()


def test_what_the_series_cites_anywhere_is_no_answer(tmp_path: Path) -> None:
    told = f"Recalling General Assembly resolution 79/12 {SUBJECT},"
    path = file(tmp_path, "hrc.txt", f"The Human Rights Council,\n\n{told}\n\n1. Decides so much for now.")
    found = read_shelf([path])
    assert told_values(answers([asks_text()], found.documents)) == ["12?"]
    assert answers([asks_text()], found.documents, [read(path)]) == ()


def test_without_a_subject_the_sentence_tells_and_what_the_text_cites(tmp_path: Path) -> None:
    sentence = (
        "the Assembly stressed the protection of islands in the field of human rights and asked for more"
    )
    asks = asks_text("", contexts=(sentence,))
    assert told_values(answers([asks], [adopted("79/12")])) == ["12 17 December 2024?"]
    citing = shelved(file(tmp_path, "ga.txt", RESOLUTION))  # it recalls 78/7, which stood there before
    assert told_values(answers([asks], [citing])) == ["12 17 December 2024"]


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        (f"General Assembly resolution 79/12 of 17 December 2024 {SUBJECT}", ["12 17 December 2024?"]),
        (f"General Assembly resolution 79/12 {SUBJECT}", ["12?"]),
        ("General Assembly resolution 79/12 of 17 December 2024 on the protection of coasts", []),
        (f"General Assembly resolution 78/7 of 19 December 2023 {SUBJECT}", []),
        (f"its resolution 79/12 of 17 December 2024 {SUBJECT}", []),
    ],
)
def test_another_text_that_cites_it_may_tell(cited: str, told: list[str], tmp_path: Path) -> None:
    text = f"The Human Rights Council,\n\nRecalling {cited},\n\n1. Decides to remain seized of the matter."
    found = read_shelf([file(tmp_path, "hrc.txt", text)])
    assert told_values(answers([asks_text()], found.documents)) == told


def test_the_date_of_a_known_number_is_where_it_is_cited(tmp_path: Path) -> None:
    part = FactPart("date", "date", kind=FactKind.DATE)
    asks = Fact("text", "Date?", (part,), (), Sought(SoughtKind.RESOLUTION, GA, 78, number="78/7"))
    found = read_shelf([file(tmp_path, "ga.txt", RESOLUTION)])
    assert told_values(answers([asks], found.documents)) == ["19 December 2023"]


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
    documents = [report(f"A/HRC/59/{serial}", title) for serial, title in shelf.items()]
    assert told_values(answers([asks_symbol(described)], documents)) == told


@pytest.mark.parametrize("symbol", ["A/HRC/58/40", "A/HRC/59/L.4", "A/HRC/59/40/Add.1", "A/79/40"])
def test_a_document_of_another_session_or_kind_is_no_report_that_is_asked_for(symbol: str) -> None:
    assert answers([asks_symbol(ISLANDS)], [report(symbol, "Protection of islands")]) == ()


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
    found = read_shelf([file(tmp_path, "dates.txt", text)])
    assert told_values(answers([asks_dates(session)], found.documents)) == told


def test_an_adopted_text_prints_the_dates_of_its_session_for_sure() -> None:
    one = adopted("59/1", organ=HRC, session=59, session_dates="16 June–8 July 2025")
    other = Shelved(
        "plan.txt", ShelfKind.DOCUMENT, "A/HRC/59/1", "", "", HRC, 59, session_dates="16 June–9 July 2025"
    )
    assert told_values(answers([asks_dates(59)], [other, one])) == [
        "16 June–8 July 2025",
        "16 June–9 July 2025?",
    ]


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
    one = adopted("79/30", **({"item": "71 (b)", "item_title": "Islands and rights"} | more))
    assert told_values(answers([asks], [one])) == told


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
    assert told_values(opened.answers()) == told
    assert not opened.shelf_refused


def test_a_loaded_text_on_the_shelf_answers_nothing(sample_files: tuple[Path, ...]) -> None:
    assert open_series(sample_files, 59, shelf=sample_files).answers() == ()


def test_the_facts_of_a_session_are_cited_in_the_text_adopted_there(sample_files: tuple[Path, ...]) -> None:
    opened = open_series(sample_files[:3], 56, shelf=sample_files[3:])
    assert told_values(opened.answers()) == ["199 19 December 2023?", "78?", "40?", "197 19 December 2023?"]
    assert "56/2 (56-2.txt, OP36)" in opened.answers()[0].reason


def test_a_first_page_made_into_a_pdf(shared: Path) -> None:
    one = shelved(shared / "corpus" / "reader" / "pdf" / "A_HRC_59_15_Add.1.pdf")
    assert (one.kind, one.symbol, one.session) == (ShelfKind.DOCUMENT, "A/HRC/59/15/Add.1", 59)
    assert (one.date, one.session_dates, one.item) == (date(2025, 4, 8), "16 June–11 July 2025", "6")


def test_texts_of_two_organs_with_one_number_are_two_documents(tmp_path: Path) -> None:
    text = "{number}. Islands\n\nThe {organ},\n\nRecalling the Charter,\n\n1. Decides to stay seized of it."
    organs = ("Human Rights Council", "General Assembly")
    paths = [file(tmp_path, f"{organ}.txt", text.format(number="59/25", organ=organ)) for organ in organs]
    found = read_shelf(paths)
    assert [(one.organ, one.number) for one in found.documents] == [(organ, "59/25") for organ in organs]
    assert found.refused == ()
