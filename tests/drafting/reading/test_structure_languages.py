# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts in the six languages and labels in their scripts: the same ids as the English text has."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_sources import ids, looks, recognised, whole

from drafting.reading import read
from drafting.reading.recognise import recognise
from drafting.reading.source import Source
from drafting.reading.structure.labels import label_of, section_of, told_label
from drafting.reading.structure.units import annex_line
from drafting.resolution import Kind, Part, Resolution

LANGUAGES: dict[str, list[str]] = {
    "fr": [
        "Rappelant sa résolution 70/1 du 25 septembre 2015 et les résolutions des années qui ont suivi,",
        "Notant que les droits de l’homme sont universels,",
        "1. Prie les États de coopérer et de lui faire rapport :",
        "a) Au cours de la session ;",
        "b) Dans les années à venir ;",
        "2. Décide de rester saisie de la question.",
    ],
    "es": [
        "Recordando su resolución 70/1 de 25 de septiembre de 2015 y las resoluciones posteriores,",
        "Observando que los derechos humanos son universales,",
        "1. Solicita a los Estados que cooperen y que le presenten un informe:",
        "a) Durante el período de sesiones;",
        "b) En los años siguientes;",
        "2. Decide seguir ocupándose de la cuestión.",
    ],
    "ru": [
        "ссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года и на резолюции последующих лет,",
        "отмечая, что права человека универсальны,",
        "1. просит государства сотрудничать и представить доклад:",
        "a) на текущей сессии;",
        "b) в последующие годы;",
        "2. постановляет продолжить рассмотрение этого вопроса.",
    ],
    "ar": [
        "إذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015 وإلى القرارات اللاحقة،",
        "وإذ تلاحظ أن حقوق الإنسان عالمية،",
        "1- تطلب إلى الدول أن تتعاون وأن تقدم تقريراً:",
        "(أ) خلال الدورة؛",
        "(ب) في السنوات المقبلة؛",
        "2- تقرر أن تبقي المسألة قيد النظر.",
    ],
    "zh": [
        "回顾其2015年9月25日第70/1号决议和此后各项决议，",
        "注意到人权是普遍的，",
        "1. 请各国合作并提出报告：",
        "（a） 在本届会议期间；",
        "（b） 在今后几年；",
        "2. 决定继续处理此事。",
    ],
}
EXPECTED = "PP1 PP2 OP1 OP1(a) OP1(b) OP2"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", [False, True])
def test_the_same_ids_in_every_language(language: str, *, told: bool) -> None:
    parts = [Part.PREAMBLE] * 2 + [Part.OPERATIVE] * 4
    blocks = [
        whole(text, part=part if told else None)
        for text, part in zip(LANGUAGES[language], parts, strict=True)
    ]
    resolution = recognised(*blocks)
    assert resolution.masthead.language == language
    assert ids(resolution) == EXPECTED
    assert looks(resolution) == []


def test_a_single_paragraph_without_number_in_another_language() -> None:
    resolution = recognised(*LANGUAGES["fr"][:2], "Décide de rester saisie de la question.")
    assert ids(resolution) == "PP1 PP2 OP1"


def test_a_file_of_another_language_that_tells_nothing_is_no_resolution() -> None:
    assert recognise(Source((), "", tuple(whole(text) for text in LANGUAGES["zh"])), "small") is None


@pytest.mark.parametrize(
    ("printed", "text", "number", "sign"),
    [
        ("12. Decides", "12", 12, "12"),
        ("5 bis. Decides", "5 bis", 5, "5bis"),
        ("5ter. Decides", "5 ter", 5, "5ter"),
        ("1.Decides", "1", 1, "1"),
        ("1- تقرر", "1", 1, "1"),
        ("١ - تقرر", "١", 1, "1"),
        ("1 – Décide", "1", 1, "1"),
        ("1.º Decide", "1", 1, "1"),
        ("1、决定", "1", 1, "1"),
        ("１．决定", "１", 1, "1"),
        ("OP5bis Decides", "5 bis", 5, "5bis"),
        ("(a) To act", "(a)", 0, "(a)"),
        ("a) To act", "a)", 0, "(a)"),
        ("(ii) To act", "(ii)", 0, "(ii)"),
        ("（a） 决定", "（a）", 0, "(a)"),
        ("(أ) تقرر", "(أ)", 0, "(a)"),
        ("(هـ) تقرر", "(هـ)", 0, "(e)"),
        ("б) решает", "б)", 0, "(b)"),
        ("㈠ 决定", "㈠", 0, "(1)"),
        ("（二） 决定", "（二）", 0, "(2)"),
    ],
)
def test_labels(printed: str, text: str, number: int, sign: str) -> None:
    label = label_of(printed)
    assert label is not None
    assert (label.text, label.number, label.sign) == (text, number, sign)


@pytest.mark.parametrize(
    "text",
    [
        "2030 Agenda",
        "1.5 degrees",
        "12- and 14-year-olds",
        "47-member",
        "3 July 2024",
        "1 - 3 July",
        "(is) done",
        "a country",
        "(2018) it",
        "I am",
        "OPEC says",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("printed", "text", "sign"),
    [
        ("1", "1", "1"),
        ("1.", "1", "1"),
        ("5 bis", "5 bis", "5bis"),
        ("(a)", "(a)", "(a)"),
        ("a.", "a.", "(a)"),
    ]
    + [("•", "•", "•"), ("1.1", "1.1", ""), ("II", "II", ""), ("Rule 3", "Rule 3", "")],
)
def test_labels_told_by_the_source(printed: str, text: str, sign: str) -> None:
    label = told_label(printed)
    assert (label.text, label.sign, label.end) == (text, sign, 0)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("II", "II"),
        ("IV. The end", "IV"),
        ("A. The end", "A"),
        ("B", "B"),
        ("一、导言", "一"),
        ("I am", None),
        ("A country", None),
    ],
)
def test_sections(text: str, label: str | None) -> None:
    found = section_of(text)
    assert (found.text if found else None) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [("Annex", "Annex"), ("Annex I", "Annex I"), ("Annex 2", "Annex 2"), ("Appendix A", "Appendix A")]
    + [("Annexe II", "Annexe II"), ("Anexo", "Anexo"), ("Приложение", "Приложение"), ("附件一", "附件一")]
    + [("المرفق", "المرفق"), ("Annex I. Terms of reference", "Annex I"), ("Annex: Terms", "Annex")]
    + [("Annex I is adopted.", None), ("Annexed to it", None), ("Annex to the report", None)],
)
def test_lines_that_open_an_annex(text: str, label: str | None) -> None:
    found = annex_line(text)
    assert (found["label"] if found else None) == label


def _counts(resolution: Resolution) -> list[int]:
    kinds = [sum(p.kind is kind for p in resolution.paragraphs) for kind in Kind]
    return [*kinds, sum(len(p.footnotes) for p in resolution.paragraphs)]


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
@pytest.mark.parametrize(
    "original", ["hrc-climate-change/A_HRC_RES_56_8", "hrc-intl-cooperation-human-rights/A_HRC_RES_56_2"]
)
def test_translations_have_the_paragraphs_of_the_original(shared: Path, original: str, language: str) -> None:
    english = read(shared / f"corpus/series/{original}.xml")
    translation = read(shared / f"corpus/reader/languages/{original.split('/')[1]}.{language}.xml")
    assert translation.masthead.language == language
    assert _counts(translation) == _counts(english)
