# SPDX-License-Identifier: GPL-3.0-or-later
"""Languages told from the text, their dates, and closing lines in each of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from drafting.reading.dates import date_in
from drafting.reading.languages import codes, language_of, organ_in_english
from drafting.reading.masthead.closing import is_closing, read_closing
from drafting.reading.masthead.organs import organ_of, session_of, symbol_of

TEXTS = {
    "en": "Recalling its resolution on the enhancement of cooperation, and all the measures taken by States",
    "fr": "Rappelant la résolution sur le renforcement des mesures prises par les États dans le domaine",
    "es": "Recordando la resolución sobre el fortalecimiento de las medidas y los derechos del hombre",
    "ru": "ссылаясь на свою резолюцию 56/2",
    "zh": "重申致力于按照《联合国宪章》促进国际合作",
    "ar": "وإذ يعيد تأكيد التزامه بتعزيز التعاون الدولي",
}

CLOSINGS = {
    "en": (
        "[Adopted by a roll-call vote of 2 to 1, with 1 abstention. The voting was as follows:",
        "In favour:",
        "Against:",
        "Abstaining:",
        "Chile and Cuba",
        "34th meeting\n10 July 2024",
    ),
    "fr": (
        "[Adoptée par vote enregistré par 2 voix contre 1, avec 1 abstention. Les voix se sont"
        " réparties comme"
        " suit :",
        "Ont voté pour :",
        "Ont voté contre :",
        "Se sont abstenus :",
        "Chili, Cuba",
        "34e séance plénière\n10 juillet 2024",
    ),
    "es": (
        "[Aprobada en votación registrada por 2 votos contra 1 y 1 abstención. El resultado de"
        " la votación fue el"
        " siguiente:",
        "Votos a favor:",
        "Votos en contra:",
        "Abstenciones:",
        "Chile y Cuba",
        "34ª sesión\n10 de julio de 2024",
    ),
    "ru": (
        "[Принята в результате заносимого в отчет о заседании голосования 2 голосами против 1 при 1"
        " воздержавшемся. Голоса распределились следующим образом:",
        "Голосовали за:",
        "Голосовали против:",
        "Воздержались:",
        "Чили, Куба",
        "34-е пленарное заседание\n10 июля 2024 года",
    ),
    "zh": (
        "[经记录表决，以2票赞成、1票反对、1票弃权获得通过。表决结果如下：",
        "赞成：",
        "反对：",
        "弃权：",
        "智利、古巴",
        "第34次全体会议\n2024年7月10日",
    ),
    "ar": (
        "[اعتُمد بتصويت مسجّل بأغلبية 2 صوتاً مقابل 1 صوتاً وامتناع عضو عن التصويت. وكانت نتيجة التصويت كما يلي:",
        "المؤيدون:",
        "المعارضون:",
        "الممتنعون عن التصويت:",
        "شيلي، كوبا",
        "الجلسة 34\n10 تموز/يوليه 2024",
    ),
}

WITHOUT = [
    "[Adopted without a vote.]",
    "[Adoptée sans vote.]",
    "[Aprobada sin votación.]",
    "[Принята без голосования.]",
    "[未经表决获得通过。]",
    "[اعتُمد بدون تصويت.]",
    "[Adopted by consensus.]",
    "[Aprobada por consenso]",
]


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_shows_in_the_text(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "56/2", "A/HRC/RES/56/2", "Cuba: draft resolution", "12345 67"])
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) == ""


def test_official_translations(shared: Path) -> None:
    files = sorted(shared.glob("corpus/reader/languages/*.xml"))
    assert files
    for file in files:
        text = " ".join(etree.parse(file).getroot().itertext())
        assert language_of(text) == file.name.split(".")[1]


@pytest.mark.parametrize(
    ("text", "language"),
    [("10 July 2024", "en"), ("10 juillet 2024", "fr"), ("10 de julio de 2024",
    "es"), ("10 июля 2024 года", "ru"),
     ("2024年7月10日", "zh"), ("10 تموز/يوليه 2024", "ar"), ("10 July 2024", "ru"), ("10\njuillet 2024",
     "fr")],
)  # fmt: skip
def test_dates(text: str, language: str) -> None:
    assert date_in(text, language) == date(2024, 7, 10)


def test_no_such_day() -> None:
    assert date_in("31 juin 2024", "fr") is None
    assert date_in("10 Juillet", "fr") is None


@pytest.mark.parametrize("language", CLOSINGS)
def test_votes(language: str) -> None:
    record, favour, against, abstaining, two, meeting = CLOSINGS[language]
    lines = [*meeting.split("\n"), record, favour, two, against, "X", abstaining, "Y]"]
    closing = read_closing(lines, language)
    assert closing.vote is not None
    sides = (closing.vote.in_favour, closing.vote.against, closing.vote.abstaining)
    assert [(side.count, len(side.states)) for side in sides] == [(2, 2), (1, 1), (1, 1)]
    assert (closing.rest, closing.warnings, closing.adopted) == ("", (), date(2024, 7, 10))
    assert closing.adoption in record
    assert closing.meeting == meeting.split("\n")[0]


@pytest.mark.parametrize("language", CLOSINGS)
def test_votes_on_one_line(language: str) -> None:
    record, favour, against, abstaining, two, _ = CLOSINGS[language]
    closing = read_closing([f"{record}{favour}{two}.{against}X.{abstaining}Y.]"], language)
    assert closing.vote is not None
    assert (closing.vote.in_favour.count, len(closing.vote.in_favour.states), closing.rest) == (2, 2, "")


@pytest.mark.parametrize("line", [*WITHOUT, *(row[5].replace("\n", " ") for row in CLOSINGS.values())])
def test_closing_lines_are_known_in_every_language(line: str) -> None:
    assert is_closing(line)


@pytest.mark.parametrize(
    "line",
    ["Pour que les États", "Pide a los Estados: que", "34e séance de la Commission,",
    "Принята резолюция 56/2,",
     "大会第78/199号决议，", "Against all odds, the States", "Abstentions were counted;"],
)  # fmt: skip
def test_paragraphs_are_no_closing_lines(line: str) -> None:
    assert not is_closing(line)


@pytest.mark.parametrize("line", WITHOUT)
def test_adopted_without_a_vote(line: str) -> None:
    language = next(code for code in codes() if read_closing([line], code).adoption)
    closing = read_closing([line], language)
    assert (closing.adoption, closing.vote, closing.rest) == (line.strip("[].。"), None, "")


def test_numbers_and_symbols_tell_organ_and_session() -> None:
    assert organ_in_english("Assemblée\n générale") == "General Assembly"
    assert organ_in_english("Trade Board") == "Trade Board"
    assert [organ_of(s) for s in ("A/HRC/59/L.7", "A/80/L.1", "S/2024/1", "X/1")] == [
        "Human Rights Council", "General Assembly", "Security Council", ""
    ]  # fmt: skip
    assert session_of("General Assembly", "", "A/C.3/80/L.52") == 80
    assert session_of("Human Rights Council", "56/2", "") == 56
    assert session_of("Economic and Social Council", "2024/5", "E/RES/2024/5") is None
    assert session_of("General Assembly", "ES-11/1", "A/RES/ES-11/1") is None
    assert symbol_of("Human Rights Council", "59/112", decision=True) == "A/HRC/DEC/59/112"
    assert symbol_of("General Assembly", "79/501", decision=True) == ""
    assert symbol_of("Human Rights Council", "59/…") == ""
