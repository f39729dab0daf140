# SPDX-License-Identifier: GPL-3.0-or-later
"""Mastheads by kind of document: drafts, organs, special sessions, the six languages, and contradictions."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest

from drafting.reading.languages import codes
from drafting.reading.masthead import merged, read_masthead
from drafting.reading.masthead.closing import Closing
from drafting.reading.masthead.forms import formula_in
from drafting.resolution import Masthead

HRC, GA, SC, ECOSOC = (
    "Human Rights Council",
    "General Assembly",
    "Security Council",
    "Economic and Social Council",
)

DRAFTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "sponsors over several lines": (
        GA,
        "A/C.1/80/L.9\nGeneral Assembly\nDistr.: Limited\n8 October 2025\nOriginal: English\n"
        "Eightieth session\n"
        "First Committee\nAgenda item 99 (y)\nGeneral and complete disarmament: the Treaty\n"
        "Chile, Czechia, Netherlands\n(Kingdom of the), Slovenia, United Kingdom\n"
        "of Great Britain and Northern Ireland and Uruguay: draft resolution\nThe Treaty",
        {
            "sponsors": "Chile, Czechia, Netherlands (Kingdom of the), Slovenia, United Kingdom"
            " of Great Britain and Northern Ireland and Uruguay",
            "agenda_title": "General and complete disarmament: the Treaty",
            "agenda_points": "(y)",
            "title": "The Treaty",
            "session": 80,
            "symbol": "A/C.1/80/L.9",
        },
    ),
    "colon at the end of a line": (
        GA,
        "A/80/L.17\nAgenda item 75 (a)\nOceans and the sea\n\nCanada, Greece, Spain,\nSweden:*\n"
        "draft resolution\n\nFish",
        {"sponsors": "Canada, Greece, Spain, Sweden", "title": "Fish", "agenda_title": "Oceans and the sea"},
    ),
    "members and others, on behalf of a group": (
        HRC,
        "A/HRC/59/L.7/Rev.1\nHuman Rights Council\nFifty-ninth session\n16 June–11 July 2025\n"
        "Agenda item 3\n"
        "Promotion of rights\n\nAzerbaijan,* on behalf of the Movement of\n"
        "Non-Aligned Countries,** Chile and"
        " Cuba:* revised draft resolution\n\n59/… Enhancement of cooperation\n"
        "* State not a member of the Human Rights Council.",
        {
            "sponsors": "Azerbaijan, on behalf of the Movement of Non-Aligned Countries, Chile and Cuba",
            "number": "59/…",
            "title": "Enhancement of cooperation",
            "notes": ("State not a member of the Human Rights Council.",),
            "symbol": "A/HRC/59/L.7/Rev.1",
        },
    ),
    "without sponsors": (
        GA,
        "A/C.6/80/L.22\nEightieth session\nSixth Committee\nAgenda item 109\nMeasures\n"
        "Draft resolution\nMeasures of all kinds",
        {"sponsors": "", "title": "Measures of all kinds", "agenda_title": "Measures", "agenda_item": 109},
    ),
    "submitted by the Chair": (
        GA,
        "A/C.2/80/L.60\nAgenda item 18\nA matter\n\nDraft resolution submitted by the Vice-Chair of the\n"
        "Committee, on the basis of informal consultations\n\nThe title",
        {
            "sponsors": "the Vice-Chair of the Committee, on the basis of informal consultations",
            "title": "The title",
        },
    ),
    "not yet numbered": (
        GA,
        "A/[…]/L.[…]\nGeneral Assembly\nDistr.: Limited\n[…]\nOriginal: English\n"
        "Cuba:* draft resolution\nA title",
        {"symbol": "A/[…]/L.[…]", "sponsors": "Cuba", "title": "A title", "session": None},
    ),
    "of the Security Council": (
        SC,
        "United Nations\nS/2025/427\nSecurity Council\nProvisional\n30 June 2025\nOriginal: English\n"
        "Denmark, France and United States of America: draft resolution",
        {"body": SC, "symbol": "S/2025/427", "sponsors": "Denmark, France and United States of America"},
    ),
}

ADOPTED: dict[str, tuple[str, str, dict[str, Any]]] = {
    "Economic and Social Council": (
        ECOSOC,
        "United Nations\nE/RES/2024/5\nEconomic and Social Council\nDistr.: General\n2 July 2024\n"
        "2024 session\n"
        "25 July 2023–24 July 2024\nAgenda item 12 (g)\nCoordination questions\n"
        "Resolution adopted by the Economic and Social Council\non 5 June 2024\n"
        "[on the recommendation of the Commission (E/2024/24)]\n2024/5. A title",
        {
            "number": "2024/5",
            "session": None,
            "session_dates": "25 July 2023–24 July 2024",
            "agenda_points": "(g)",
            "report": "[on the recommendation of the Commission (E/2024/24)]",
            "adopted": date(2024, 6, 5),
        },
    ),
    "emergency special session": (
        GA,
        "United Nations\nA/RES/ES-11/1\nGeneral Assembly\nDistr.: General\n18 March 2022\n"
        "Eleventh emergency special session\nAgenda item 5\nLetter from the President\n"
        "Resolution adopted by the General Assembly on 2 March 2022\n"
        "[without reference to a Main Committee (A/ES-11/L.1 and A/ES-11/L.1/Add.1)]\nES-11/1. A title",
        {"number": "ES-11/1", "session": None, "title": "A title", "symbol": "A/RES/ES-11/1"},
    ),
    "special session of the Council": (
        HRC,
        "Human Rights Council\nThirty-fourth special session\n27 May 2021\n"
        "Resolution adopted by the Human Rights Council\non 27 May 2021\nS-34/1. A title",
        {"number": "S-34/1", "session": None, "symbol": "A/HRC/RES/S-34/1", "adopted": date(2021, 5, 27)},
    ),
    "resumed session and decision": (
        HRC,
        "Human Rights Council\nResumed forty-third session\n24 February–13 March and 15–23 June 2020\n"
        "Agenda items 3, 4 (a) and 10\nMatters\n"
        "Decision adopted by the Human Rights Council on 22 June 2020\n43/117. A title",
        {
            "session": 43,
            "symbol": "A/HRC/DEC/43/117",
            "agenda_item": 3,
            "agenda_points": "4 (a) and 10",
            "agenda_title": "Matters",
        },
    ),
    "issued anew": (
        GA,
        "United Nations A/RES/75/90*\nGeneral Assembly Distr.: General\n18 December 2020\n"
        "* Reissued for technical reasons on 12 January 2021.\nSeventy-fifth session\n75/90. A title",
        {
            "symbol": "A/RES/75/90",
            "notes": ("Reissued for technical reasons on 12 January 2021.",),
            "title": "A title",
        },
    ),
    "no organ but in the symbol": ("", "A/HRC/RES/56/2\n56/2. A title", {"body": HRC, "session": 56}),
    "of another organ": ("Conference of the Parties", "FCCC/CP/2023/L.17\nA title", {"session": None}),
}

LANGUAGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "fr": (
        "Assemblée générale",
        "Nations Unies\nA/RES/78/199\nAssemblée générale\nDistr. générale\n22 décembre 2023\n"
        "Soixante-dix-huitième session\n"
        "Point 71 b) de l’ordre du jour\nUn titre\n"
        "Résolution adoptée par l’Assemblée générale le 1er décembre 2023\n"
        "[sur la base du rapport de la Troisième Commission (A/78/481/Add.2, par. 139)]\n78/199. Un nom",
        {"body": GA, "agenda_points": "b)", "adopted": date(2023, 12, 1), "title": "Un nom"},
    ),
    "es": (
        "Consejo de Seguridad",
        "Naciones Unidas\nS/RES/2766 (2024)\nConsejo de Seguridad\nDistr. general\n"
        "20 de diciembre de 2024\n"
        "Resolución 2766 (2024)\n"
        "Aprobada por el Consejo de Seguridad en su 9826ª sesión, celebrada el 20 de diciembre de 2024",
        {"body": SC, "number": "2766 (2024)", "adopted": date(2024, 12, 20), "meeting": "9826ª sesión"},
    ),
    "ru": (
        "Совет по правам человека",
        "Организация Объединенных Наций\nA/HRC/RES/56/2\nГенеральная Ассамблея\nDistr.: General\n"
        "11 July 2024\nRussian\n"
        "Original: English\nСовет по правам человека\nПятьдесят шестая сессия\n"
        "18 июня — 12 июля 2024 года\n"
        "Пункт 3 повестки дня\nПрава\n"
        "Резолюция, принятая Советом по правам человека 10 июля 2024 года\n56/2. Имя",
        {"body": HRC, "session_dates": "18 июня — 12 июля 2024 года", "adopted": date(2024, 7, 10)},
    ),
    "zh": (
        "人权理事会",
        "联合国\nA/HRC/RES/56/2\n大会\nDistr.: General\n11 July 2024\nChinese\nOriginal: English\n"
        "人权理事会\n第五十六届会议\n"
        "2024年6月18日至7月12日\n议程项目3\n权利\n人权理事会2024年7月10日通过的决议\n56/2. 加强",
        {"body": HRC, "title": "加强", "agenda_title": "权利", "adopted": date(2024, 7, 10)},
    ),
    "ar": (
        "مجلس حقوق الإنسان",
        "الأمــم المتحـدة\nA/HRC/RES/56/2\nالجمعية العامة\nDistr.: General\nArabic\n"
        "مجلس حقوق الإنسان\nالدورة السادسة والخمسون\n"
        "البند 3 من جدول الأعمال\nحقوق\nقرار اعتمده مجلس حقوق الإنسان في 10 تموز/يوليه 2024\n56/2 تعزيز",
        {"body": HRC, "title": "تعزيز", "number": "56/2", "adopted": date(2024, 7, 10)},
    ),
}  # fmt: skip


FORMULAS = {
    "en": (
        "The Human Rights Council,",
        "The General Assembly,",
        "The Security Council,",
        "The Economic and Social Council,",
    ),
    "fr": (
        "Le Conseil des droits de l’homme,",
        "L’Assemblée générale,",
        "Le Conseil de sécurité,",
        "Le Conseil économique et social,",
    ),
    "es": (
        "El Consejo de Derechos Humanos,",
        "La Asamblea General,",
        "El Consejo de Seguridad,",
        "El Consejo Económico y Social,",
    ),
    "ru": (
        "Совет по правам человека,",
        "Генеральная Ассамблея,",
        "Совет Безопасности,",
        "Экономический и Социальный Совет,",
    ),
    "zh": (
        "人权理事会，",
        "大会，",
        "安全理事会，",
        "经济及社会理事会，",
    ),
    "ar": (
        "إن مجلس حقوق الإنسان،",
        "إن الجمعية العامة،",
        "إن مجلس الأمن،",
        "إن المجلس الاقتصادي والاجتماعي،",
    ),
}


@pytest.mark.parametrize(("organ", "text", "expected"), [*DRAFTS.values(), *ADOPTED.values()])
def test_kinds(organ: str, text: str, expected: dict[str, Any]) -> None:
    heading = read_masthead(text.split("\n"), organ)
    found = asdict(heading.masthead)
    assert {name: found[name] for name in expected} == expected
    if organ != "Conference of the Parties":
        assert heading.unplaced == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages(language: str) -> None:
    organ, text, expected = LANGUAGES[language]
    heading = read_masthead(text.split("\n"), organ, language=language)
    found = asdict(heading.masthead)
    assert {name: found[name] for name in expected} == expected
    assert (found["language"], heading.unplaced) == (language, ())


@pytest.mark.parametrize("name", [*DRAFTS, *ADOPTED])
def test_every_word_stands_somewhere(name: str) -> None:
    organ, text, _ = {**DRAFTS, **ADOPTED}[name]
    heading = read_masthead(text.split("\n"), organ)
    kept = " ".join([*heading.formulas, *heading.unplaced, str(asdict(heading.masthead))])
    assert [word for word in re.findall(r"[^\W_]+", text) if word not in kept] == []


@pytest.mark.parametrize(("at", "body"), list(enumerate([HRC, GA, SC, ECOSOC])))
@pytest.mark.parametrize("language", codes())
def test_every_organ_has_a_name_in_every_language(language: str, at: int, body: str) -> None:
    match = formula_in(FORMULAS[language][at])
    assert match is not None
    assert match.group() == FORMULAS[language][at]
    assert read_masthead([], match["organ"], language=language).masthead.body == body


def test_two_sessions_and_two_days_are_told() -> None:
    lines = [
        "Fifty-fifth session",
        "Resolution adopted by the Human Rights Council on 9 July 2024",
        "56/2. Title",
    ]
    heading = read_masthead(lines, HRC, Closing(adopted=date(2024, 7, 10)))
    assert (heading.masthead.session, heading.masthead.adopted) == (55, date(2024, 7, 9))
    assert [warning.needs_look for warning in heading.warnings] == [True, True]


def test_what_the_data_tell_fills_the_gaps() -> None:
    read = Masthead(body=HRC, number="56/2", title="A title")
    told = Masthead(symbol="A/HRC/RES/56/2", adopted=date(2024, 7, 10), title="A Title", language="en")
    both, warnings = merged(read, told)
    assert (both.symbol, both.adopted, both.title, warnings) == (
        "A/HRC/RES/56/2",
        date(2024, 7, 10),
        "A title",
        (),
    )


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (Masthead(number="56/3"), "56/3"),
        (Masthead(symbol="A/HRC/RES/56/3"), "A/HRC/RES/56/3"),
        (Masthead(adopted=date(2024, 7, 11)), "2024-07-11"),
        (Masthead(language="fr"), "fr"),
    ],
)
def test_the_print_wins_over_the_data(told: Masthead, text: str) -> None:
    read = Masthead(number="56/2", symbol="A/HRC/RES/56/2", adopted=date(2024, 7, 10))
    both, warnings = merged(read, told)
    assert both == read
    assert [(warning.text, warning.needs_look) for warning in warnings] == [(text, True)]
