# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening words: a table from drafting practice, and shares measured against official italics."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafting.reading.languages import codes
from drafting.reading.openings import opening_of, opens_paragraph
from drafting.resolution import Part

PREAMBLE, OPERATIVE = Part.PREAMBLE, Part.OPERATIVE
NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

TABLE = [
    (PREAMBLE, "Recalling| General Assembly resolution 70/1"),
    (PREAMBLE, "Recalling also| General Assembly resolution 69/313"),
    (PREAMBLE, "[Recalling also| General Assembly resolution 69/313]"),
    (PREAMBLE, "[Recalling] also| General Assembly resolution 69/313"),
    (PREAMBLE, "Recalling|, in this regard, its resolution"),
    (PREAMBLE, "Taking note with appreciation| of the final document"),
    (PREAMBLE, "Recognizing with deep concern| the impact of high debt levels"),
    (PREAMBLE, "Deeply concerned| by the unprecedented effects"),
    (PREAMBLE, "Gravely concerned also| that"),
    (PREAMBLE, "Alarmed and deeply concerned| at the extent"),
    (PREAMBLE, "Having considered| the report of the Secretary-General"),
    (PREAMBLE, "Bearing in mind| the obligations of States"),
    (PREAMBLE, "Determined| to take new steps forward"),
    (PREAMBLE, "Remaining deeply concerned| that thousands of migrants"),
    (PREAMBLE, "Expressing its deep concern| at"),
    (PREAMBLE, "Welcoming in this regard| the adoption of"),
    (PREAMBLE, "Reaffirming| its commitment to promoting international cooperation"),
    (PREAMBLE, "Noting| with respect to vessels that"),
    (PREAMBLE, "Commending and stressing| the work of"),
    (PREAMBLE, "Seized| of the matter"),
    (PREAMBLE, "Foreseeing| the need to"),
    (OPERATIVE, "Also re-emphasizes| the need to promote"),
    (OPERATIVE, "Re\u2011emphasizes| the need to promote"),
    (OPERATIVE, "Expresses its concern| at the continued imposition"),
    (OPERATIVE, "Reiterates its request| to the High Commissioner"),
    (OPERATIVE, "Reaffirms its call upon| States"),
    (OPERATIVE, "Reaffirms| its commitment to international cooperation"),
    (OPERATIVE, "Recalls| its resolution 70/1"),
    (OPERATIVE, "Calls upon| the international community"),
    (OPERATIVE, "Calls once again upon| all parties"),
    (OPERATIVE, "Also, in this regard, calls upon| States"),
    (OPERATIVE, "Takes note with appreciation| of the report"),
    (OPERATIVE, "Strongly condemns| all acts"),
    (OPERATIVE, "Condemns in the strongest terms| all acts"),
    (OPERATIVE, "Notes with concern| that"),
    (OPERATIVE, "Encourages| further work by the Council"),
    (OPERATIVE, "Notes further| that"),
    (OPERATIVE, "Urges| States to continue"),
    (OPERATIVE, "Decides|, in accordance with its decision, to"),
    (OPERATIVE, "Expresses concern| and community-building"),
    (OPERATIVE, "Foresees| a review"),
    (OPERATIVE, "|States that have not done so should"),
    (OPERATIVE, "|The report of the Secretary-General"),
    (OPERATIVE, "|1. Reaffirms"),
    (OPERATIVE, "|"),
]


@pytest.mark.parametrize(("part", "marked"), TABLE, ids=[marked[:40] for _, marked in TABLE])
def test_opening(part: Part, marked: str) -> None:
    opening, rest = marked.split("|")
    assert opening_of(opening + rest, part) == opening


@pytest.mark.parametrize(
    ("body", "text", "opening"),
    [
        ("Security Council", "Noting with concern that the situation", "Noting"),
        ("Security Council", "Calls on all parties", "Calls on"),
        ("General Assembly", "Reaffirming its commitment to promoting", "Reaffirming its commitment"),
        ("Human Rights Council", "Reaffirming its commitment to promoting", "Reaffirming"),
    ],
)
def test_each_organ_has_its_own_practice(body: str, text: str, opening: str) -> None:
    part = OPERATIVE if text.startswith("Calls") else PREAMBLE
    assert opening_of(text, part, body) == opening


ROMANCE = [
    ("fr", PREAMBLE, "Rappelant en outre| la Déclaration"),
    ("fr", PREAMBLE, "Profondément préoccupée| par les effets"),
    ("fr", PREAMBLE, "Prenant note avec une vive préoccupation| des conclusions"),
    ("fr", PREAMBLE, "Se félicitant| de la tenue"),
    ("fr", PREAMBLE, "S’inquiétant vivement| de la situation"),
    ("fr", PREAMBLE, "Ayant examiné| le rapport"),
    ("fr", PREAMBLE, "Exprimant sa profonde gratitude| aux États"),
    ("fr", PREAMBLE, "Réaffirmant| l’engagement pris"),
    ("fr", PREAMBLE, "Rappelant|, à cet égard, sa résolution"),
    ("fr", PREAMBLE, "Consciente également| que"),
    ("fr", OPERATIVE, "Souligne également de nouveau| qu’il convient"),
    ("fr", OPERATIVE, "Se déclare profondément préoccupé| par"),
    ("fr", OPERATIVE, "Est consciente| de la nécessité"),
    ("fr", OPERATIVE, "Demande instamment| aux États"),
    ("fr", OPERATIVE, "Prend note avec satisfaction| du rapport"),
    ("fr", OPERATIVE, "Décide| de rester saisie"),
    ("fr", OPERATIVE, "|Les États devraient"),
    ("fr", PREAMBLE, "|Pendant la session"),
    ("es", PREAMBLE, "Haciendo notar con suma preocupación| las conclusiones"),
    ("es", PREAMBLE, "Profundamente preocupada| por las repercusiones"),
    ("es", PREAMBLE, "Felicitándose| de la adopción"),
    ("es", PREAMBLE, "Expresando extrema preocupación| por que"),
    ("es", PREAMBLE, "Habiendo examinado| el informe"),
    ("es", PREAMBLE, "Reafirmando| su compromiso"),
    ("es", OPERATIVE, "Pone de relieve nuevamente también| la necesidad"),
    ("es", OPERATIVE, "Reitera su solicitud| al Alto Comisionado"),
    ("es", OPERATIVE, "Pide encarecidamente| a los Estados"),
    ("es", OPERATIVE, "Acoge con beneplácito| la decisión"),
    ("es", OPERATIVE, "Se congratula| de que"),
    ("es", OPERATIVE, "Decide| seguir ocupándose"),
    ("es", OPERATIVE, "|Los Estados deben"),
]


@pytest.mark.parametrize(("language", "part", "marked"), ROMANCE, ids=[row[2][:40] for row in ROMANCE])
def test_opening_in_french_and_spanish(language: str, part: Part, marked: str) -> None:
    opening, rest = marked.split("|")
    assert opening_of(opening + rest, part, language=language) == opening
    assert opens_paragraph(opening + rest, part, language=language) is bool(opening)
    other = PREAMBLE if part is OPERATIVE else OPERATIVE
    assert not opens_paragraph(opening + rest, other, language=language)


@pytest.mark.parametrize("language", ["ru", "zh", "ar"])
def test_no_rule_no_opening(language: str) -> None:
    assert opening_of("ссылаясь на свою резолюцию", PREAMBLE, language=language) == ""
    assert not opens_paragraph("Ссылаясь на свою резолюцию", PREAMBLE, language=language)


@given(st.text(), st.sampled_from(Part), st.sampled_from(codes()))
def test_an_opening_is_always_a_prefix(text: str, part: Part, language: str) -> None:
    assert text.startswith(opening_of(text, part, language=language))


def test_an_opening_takes_less_than_50_microseconds() -> None:
    text = "Also expresses its deep and serious concern once again that, in this regard, " + "words " * 500
    best = min(_seconds(text) for _ in range(20))
    assert best < 50e-6


def _seconds(text: str) -> float:
    start = time.perf_counter()
    opening_of(text, OPERATIVE)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("pattern", "body", "share"),
    [("series/*/A_HRC*.xml", "Human Rights Council", 1), ("series/*/A_RES*.xml", "General Assembly", 0.997),
     ("series/*/S_RES*.xml", "Security Council", 0.97), ("reader/languages/*.fr.xml", "fr", 1),
     ("reader/languages/*.es.xml", "es", 1)],
)  # fmt: skip
def test_official_italics(shared: Path, pattern: str, body: str, share: float) -> None:
    found = [pair for file in sorted(shared.glob(f"corpus/{pattern}")) for pair in _official(file)]
    language = body if body in codes() else "en"
    openings = [opening_of(text, part, body, language) for part, _, text in found]
    right = [printed == opening for opening, (_, printed, _) in zip(openings, found, strict=True)]
    assert len(found) > 100
    assert all(openings)
    assert sum(right) / len(found) >= share


def _official(file: Path) -> list[tuple[Part, str, str]]:
    """(part, italic opening, text) of every paragraph of an official XML file that opens in italics."""
    rows = []
    for part, tag in ((PREAMBLE, "preamble"), (OPERATIVE, "mainBody")):
        for block in etree.parse(file).iter(NS + tag):
            for p in block.iter(NS + "p"):
                span = next((child for child in p if child.get("class") == "italic"), None)
                opens = span is not None and not (p.text or "").strip() and "formula" not in p.getparent().tag
                if span is not None and opens and not any("Note" in up.tag for up in p.iterancestors()):
                    text = " ".join("".join(p.itertext()).split())
                    opening = re.sub(r"[\s,]+$", "", " ".join("".join(span.itertext()).split()))
                    rows.append((part, opening, text))
    return rows
