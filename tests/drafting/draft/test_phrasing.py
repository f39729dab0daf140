# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening words: those of the series first, with the adverb due, in the language of the draft."""

from __future__ import annotations

import pytest
from annexed import drafted, version

from drafting.checking import Subject
from drafting.checking.sequence import place_in_run, runs
from drafting.data import load
from drafting.draft import Draft, insert
from drafting.draft.phrasing import MOST, beginning, phrases
from drafting.opening import open_sample
from drafting.reading.openings import opening_of, opens_paragraph
from drafting.resolution import Part

TEXT = """
PP1 | | Recalling its resolution 78/9,
PP2 | | Recalling also the Charter,
PP3 | | Saluting the keepers,
OP1 | 1 | Requests the Secretary-General to report;
OP1(a) | (a) | Notes the lamp;
OP2 | 2 | Also requests the Secretary-General to publish the report;
OP3 | 3 | Decides to continue.
A1 | Annex | Rules
A1.OP1 | 1 | Every keeper polishes.
"""
FRENCH = """
PP1 | | Rappelant sa résolution 78/9,
PP2 | | Rappelant également la Charte,
OP1 | 1 | Se félicite du rapport;
OP2 | 2 | Décide de rester saisie de la question.
"""
SPANISH = "PP1 | | Recordando su resolución 78/9,\nOP1 | 1 | Toma nota con aprecio del informe.\n"


def after(text: str, name: str, language: str = "en", typed: str = "") -> tuple[str, ...]:
    """What is offered in a new paragraph after the one of this name."""
    draft: Draft = drafted(version(text, language=language))
    key = next(one.key for one in draft.paragraphs if draft.label(one.key).id == name)
    step = insert(draft, key, after=True)
    return phrases(step.draft, f"p{step.draft.last_key}", typed)


OFFERED = [
    ("PP1", "Re", ("Recalling also", "Recalling", "Reaffirming")),
    ("PP2", "re", ("Recalling further", "Recalling", "Reaffirming")),
    ("PP3", "Sal", ("Saluting also", "Saluting", "Saluting further")),
    ("PP3", "Recalling a", ("Recalling also",)),
    ("OP1", "Requests", ()),
    ("OP1", "Also req", ("Also requests",)),
    ("OP2", "Re", ("Requests", "Reaffirms", "Recalls")),
    ("OP2", "Further", ("Further requests",)),
    ("OP3", "Dec", ("Decides", "Declares")),
    ("OP1(a)", "No", ("Notes",)),
    ("A1.OP1", "Re", ()),
    ("OP1", "Recalling", ()),
]


@pytest.mark.parametrize(("place", "typed", "offered"), OFFERED)
def test_what_is_offered(place: str, typed: str, offered: tuple[str, ...]) -> None:
    found = after(TEXT, place, typed=typed)
    assert found[: len(offered)] == offered
    assert offered or not found


@pytest.mark.parametrize(
    ("text", "language", "place", "typed", "offered"),
    [
        (FRENCH, "fr", "PP2", "Rap", "Rappelant en outre"),
        (FRENCH, "fr", "PP1", "Rap", "Rappelant également"),
        (FRENCH, "fr", "OP2", "Prend note ég", "Prend note également"),
        (FRENCH, "fr", "OP1", "Prend note également a", "Prend note également avec satisfaction"),
        (FRENCH, "fr", "PP1", "Ayant à l'e", "Ayant à l’esprit"),
        (SPANISH, "es", "OP1", "Toma nota", "Toma nota con aprecio"),
        (SPANISH, "es", "OP1", "Toma nota también c", "Toma nota también con aprecio"),
        (SPANISH, "es", "PP1", "reco", "Recordando también"),
    ],
)
def test_other_languages(text: str, language: str, place: str, typed: str, offered: str) -> None:
    assert after(text, place, language, typed)[0] == offered


def test_a_language_without_a_list_offers_nothing() -> None:
    assert after(TEXT, "PP1", "ru", "Re") == ()


def test_the_whole_list_is_not_shown_at_once() -> None:
    found = after(TEXT, "PP1")
    assert (len(found), len(set(found))) == (MOST, MOST)


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Rec", "Rec"), ("[Rec", "Rec"), ("[[ Rec", "Rec"), ("", ""), ("Recalling also", "Recalling also"),
        ("Recalling, as", None), ("Recalling resolution 5", None), ("R" * 61, None),
    ],
)  # fmt: skip
def test_what_counts_as_the_beginning(text: str, begun: str | None) -> None:
    assert beginning(text) == begun


FOLLOWING = {
    "en": "the report of the keepers",
    "fr": "la question des phares",
    "es": "la cuestión de los faros",
}


@pytest.mark.parametrize("language", FOLLOWING)
@pytest.mark.parametrize("part", [Part.PREAMBLE, Part.OPERATIVE])
def test_every_phrase_opens_a_paragraph_of_its_part_and_is_set_in_italics(language: str, part: Part) -> None:
    listed = load("opening_phrases")[language]["preambular" if part is Part.PREAMBLE else "operative"]
    for phrase in listed:
        text = f"{phrase} {FOLLOWING[language]}"
        assert opens_paragraph(text, part, language=language), phrase
        opening = opening_of(text, part, "", language)
        assert opening, phrase
        assert phrase.startswith(opening)
    assert len(set(listed)) == len(listed)


def test_a_run_is_told_from_its_own_paragraphs_as_from_the_whole_text() -> None:
    for resolution in open_sample().draft.lineage.versions:
        whole = {now.paragraph.id: now for _, now in runs(Subject(resolution, (resolution,)))}
        for at, one in enumerate(resolution.paragraphs, start=1):
            found = place_in_run(resolution.masthead.body, resolution.paragraphs[:at])
            expected = whole.get(one.id)
            assert found == (expected and (expected.head, expected.count + 1))
