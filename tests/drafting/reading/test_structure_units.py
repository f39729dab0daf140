# SPDX-License-Identifier: GPL-3.0-or-later
"""Annexes, parts A and B, closing lines between them, tables: small texts and the ids they should give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from small_sources import ids, looks, recognised, whole

from drafting.reading.blocks import Mark
from drafting.resolution import Kind, Part, Resolution

ReadText = Callable[[str], Resolution]
TEXT = "The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Notes it;\n\n2. Decides so."

ANNEXES: dict[str, tuple[str, str]] = {
    "numbered": (
        "Annex\n\nTerms of reference\n\n1. The group meets.\n\n2. It reports.",
        "A1 A1.OP1 A1.OP2",
    ),
    "two": (
        "Annex I\n\nTerms\n\n1. The group meets.\n\nAnnex II\n\nBudget\n\n1. It is small.",
        "A1 A1.OP1 A2 A2.OP1",
    ),
    "an appendix": ("Annex\n\nTerms\n\n1. It is.\n\nAppendix\n\nA list of them.", "A1 A1.OP1 A2 A2.T1"),
    "title on its line": ("Annex I. Terms of reference\n\n1. The group meets.", "A1 A1.OP1"),
    "no title": ("Annex\n\n1. The group meets.", "A1 A1.OP1"),
    "letters": (
        "Annex\n\nTerms\n\n1. It shall:\n\n(a) Meet;\n\n(b) Report.",
        "A1 A1.OP1 A1.OP1(a) A1.OP1(b)",
    ),
    "letters under a heading": (
        "Annex\n\nTerms\n\nTasks\n\n(a) Meet;\n\n(b) Report.",
        "A1 A1.H1 A1.H1(a) A1.H1(b)",
    ),
    "letters under the line": ("Annex\n\nTasks\n\n(a) Meet;\n\n(b) Report.", "A1 A1(a) A1(b)"),
    "headings": (
        "Annex\n\nTerms\n\nI. Purpose\n\n1. It meets.\n\nII. Scope\n\n2. It reports.",
        "A1 A1.H1 A1.OP1 A1.H2 A1.OP2",
    ),
    "numbered headings": ("Annex\n\nTerms\n\n1. Purpose\n\nThe group meets.", "A1 A1.H1 A1.T1"),
    "own preamble": (
        "Annex\n\nDeclaration\n\nWe, the Ministers,\n\nRecalling the Charter,\n\n1. Declare it.",
        "A1 A1.T1 A1.PP1 A1.OP1",
    ),
    "a list of names": (
        "Annex\n\nMembers\n\nAlbania\n\nBelgium\n\nChad\n\nDenmark",
        "A1 A1.T1 A1.T2 A1.T3 A1.T4",
    ),
    "closing lines before": (
        "34th meeting\n10 July 2024\n\nAnnex\n\nTerms\n\n1. The group meets.",
        "A1 A1.OP1",
    ),
    "closing lines after": (
        "Annex\n\nTerms\n\n1. The group meets.\n\n34th meeting\n10 July 2024",
        "A1 A1.OP1",
    ),
    "an enclosure": ("Enclosure\n\nLetter\n\nIt is said here.", "A1 A1.T1"),
}


@pytest.mark.parametrize("name", ANNEXES)
def test_annexes(read_text: ReadText, name: str) -> None:
    text, expected = ANNEXES[name]
    resolution = read_text(f"{TEXT}\n\n{text}")
    assert ids(resolution) == f"PP1 OP1 OP2 {expected}"
    assert looks(resolution) == []
    annexed = [paragraph for paragraph in resolution.paragraphs if paragraph.part is Part.ANNEX]
    assert [p.id for p in annexed] == expected.split()
    assert all(p.unit == p.id.split(".")[0].split("(")[0] for p in annexed)
    assert resolution.masthead.meeting == ("34th meeting" if "closing" in name else "")


def test_the_line_of_an_annex_has_its_name_and_title(read_text: ReadText) -> None:
    line = read_text(f"{TEXT}\n\nAnnex II\n\nTerms of reference\n\n1. It meets.").paragraph("A1")
    assert (line.kind, line.part, line.unit) == (Kind.HEADING, Part.ANNEX, "A1")
    assert (line.label, line.text) == ("Annex II", "Terms of reference")


def test_the_word_annex_in_a_sentence_opens_none(read_text: ReadText) -> None:
    cut = (
        "3. Adopts the programme of work of the group for the coming years, as it stands in\n\nAnnex I to it."
    )
    assert ids(read_text(f"{TEXT[:-1]};\n\n{cut}")) == "PP1 OP1 OP2 OP3"


def test_numbers_that_begin_anew_in_an_annex_are_told_once(read_text: ReadText) -> None:
    rules = "\n\n".join(f"Rule {rule}\n\n1. It is.\n\n2. It was." for rule in (1, 2, 3))
    resolution = read_text(f"{TEXT}\n\nAnnex\n\nRules\n\n{rules}")
    found = "A1 A1.H1 A1.OP1 A1.OP2 A1.H2 A1.OP1bis A1.OP2bis A1.H3 A1.OP1ter A1.OP2ter"
    assert ids(resolution) == f"PP1 OP1 OP2 {found}"
    assert looks(resolution) == []
    assert [w.place for w in resolution.warnings if "anew" in w.message] == ["A1.OP1bis"]


@pytest.mark.parametrize("told", [{}, {"part": Part.ANNEX}])
def test_rows_of_a_table_are_text_and_told_once(told: dict[str, Part]) -> None:
    rows = [whole(f"State {at} | {at} | 10", table=True, **told) for at in range(3)]
    resolution = recognised(
        "Recalling it,", "1. Decides so.", whole("Annex", **told), whole("The scale", **told), *rows
    )
    assert ids(resolution) == "PP1 OP1 A1 A1.T1 A1.T2 A1.T3"
    assert resolution.paragraph("A1.T2").text == "State 1 | 1 | 10"
    assert looks(resolution) == ["A1.T1"]


def test_an_annex_may_be_told_without_its_line() -> None:
    body = [whole("Declaration of Cork", part=Part.ANNEX, heading=True), whole("1. It is.", part=Part.ANNEX)]
    resolution = recognised("Recalling it,", "1. Decides so.", *body)
    assert ids(resolution) == "PP1 OP1 A1 A1.OP1"
    assert resolution.paragraph("A1").text == "Declaration of Cork"


def test_footnotes_go_on_or_begin_anew_in_an_annex() -> None:
    notes = [whole(text, note=label) for label, text in (("1", "See A."), ("2", "See B."), ("1", "See C."))]
    annex = [whole("It is said,", marks=(Mark(11, "2"),)), whole("It was said.", marks=(Mark(12, "1"),))]
    resolution = recognised(
        whole("Recalling it,", marks=(Mark(13, "1"),)), "1. Decides so.", "Annex", "Terms", *annex, *notes
    )
    found = {p.id: [(n.number, n.text) for n in p.footnotes] for p in resolution.paragraphs if p.footnotes}
    assert found == {"PP1": [(1, "See A.")], "A1.T1": [(2, "See B.")], "A1.T2": [(1, "See C.")]}
    assert looks(resolution) == []


PART = "{letter}\n\n{title}\n\n" + TEXT


def test_parts_of_a_resolution(read_text: ReadText) -> None:
    parts = [PART.format(letter="A", title="The first"), PART.format(letter="B", title="The second")]
    resolution = read_text("\n\n".join(["72/5. Two things", *parts, "Annex\n\nTerms\n\n1. It is."]))
    assert ids(resolution) == "A A.PP1 A.OP1 A.OP2 B B.PP1 B.OP1 B.OP2 A1 A1.OP1"
    lines = [(p.label, p.text, p.part) for p in resolution.paragraphs if p.id in {"A", "B"}]
    assert lines == [("A", "The first", Part.PREAMBLE), ("B", "The second", Part.PREAMBLE)]
    assert looks(resolution) == []
    assert resolution.masthead.title == "Two things"


def test_sections_with_letters_are_no_parts(read_text: ReadText) -> None:
    text = "Recalling it,\n\nA. The first\n\n1. Notes it;\n\nB. The second\n\n2. Decides so."
    resolution = read_text(f"The General Assembly,\n\n{text}")
    assert ids(resolution) == "PP1 H1 OP1 H2 OP2"
    assert [(p.label, p.text) for p in resolution.paragraphs if p.kind is Kind.HEADING] == [
        ("A", "The first"),
        ("B", "The second"),
    ]


def test_footnotes_of_closing_lines_are_told_with_their_words() -> None:
    vote = whole("[Adopted without a vote.]", marks=(Mark(24, "1"),))
    resolution = recognised(
        "Recalling it,", "1. Decides so.", "34th meeting", vote, whole("Later it said.", note="1")
    )
    assert [w.text for w in resolution.warnings if w.place == "after the text"] == ["Later it said."]


def test_parts_told_by_the_source() -> None:
    resolution = recognised(
        *(
            block
            for letter in "AB"
            for block in (
                whole(f"On {letter}", label=letter, heading=True),
                whole("Recalling it,", part=Part.PREAMBLE),
                whole("Decides:", label="1.", part=Part.OPERATIVE),
                whole("34th meeting"),
            )
        )
    )
    assert ids(resolution) == "A A.PP1 A.OP1 B B.PP1 B.OP1"
    assert [p.text for p in resolution.paragraphs if p.kind is Kind.HEADING] == ["On A", "On B"]


def test_a_convention_in_an_annex(read_text: ReadText) -> None:
    articles = (
        "Article 1\n\nPurpose\n\n1. It is good.\n\nArticle 2\n\nEnd\n\n1. It ends.\n\n2. Reports end it."
    )
    preamble = "Preamble\n\nThe States Parties to the present Convention,\n\n(a) Recalling the Charter,"
    agreed = "Have agreed as follows:"
    resolution = read_text(f"{TEXT}\n\nAnnex\n\nConvention on it\n\n{preamble}\n\n{agreed}\n\n{articles}")
    found = ["H1", "T1", "T1(a)", "T2", "H2", "H3", "OP1", "H4", "H5", "OP1bis", "OP2"]
    assert ids(resolution) == "PP1 OP1 OP2 A1 " + " ".join(f"A1.{name}" for name in found)
    assert resolution.paragraph("A1.OP2").opening == ""
    assert looks(resolution) == []


def test_an_outcome_document_in_the_text(read_text: ReadText) -> None:
    title = "Transforming our world: the 2030 Agenda for Sustainable Development of us all"
    agenda = f"{title}\n\nPreamble\n\nThis Agenda is a plan.\n\nDeclaration\n\n1. We meet.\n\n2. We decide."
    resolution = read_text(f"The General Assembly,\n\nAdopts the following document:\n\n{agenda}")
    assert ids(resolution) == "OP1 H1 H2 T1 H3 OP1bis OP2"
    assert looks(resolution) == ["T1"]


@pytest.mark.parametrize("annex", [[], ["Annex", "Terms", "1. It is."]])
def test_a_date_alone_at_the_end_closes_the_text(annex: list[str]) -> None:
    resolution = recognised("Recalling it,", "1. Decides so.", "29 June 2020", *annex)
    assert ids(resolution) == " ".join(["PP1 OP1", *(["A1 A1.OP1"] if annex else [])])
    assert resolution.masthead.adopted == date(2020, 6, 29)
