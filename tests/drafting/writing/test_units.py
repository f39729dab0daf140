# SPDX-License-Identifier: GPL-3.0-or-later
"""Annexes, parts, deep points and unnumbered text in Word: own pages, own numbers, every word."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, version
from word_reading import NS, footnotes, part, shown, text_of

from drafting.comparing.paragraphs import align
from drafting.resolution import Ballot, Resolution, Vote
from drafting.writing.html import comparison_html
from drafting.writing.text import comparison_text
from drafting.writing.word import word_bytes


def _lines(resolution: Resolution) -> list[str]:
    found = [f"{item.style}|{item.label}|{item.text}" for item in shown(word_bytes(resolution))]
    return found[found.index("Preambular||The General Assembly,") :]


def test_annexes_stand_after_what_closes_the_resolution() -> None:
    assert _lines(version(WITH_ANNEXES, adoption="Adopted without a vote")) == [
        "Preambular||The General Assembly,",
        "Preambular||Recalling its resolution 78/9 of 12 December 2023,",
        "Preambular||Guided by the Charter,",
        "Operative|1.|Adopts the guidelines annexed to the present resolution;",
        "Point1|(a)|With the table;",
        "Point2|(i)|With its rows;",
        "Point3|a.|With its figures;",
        "Point4|i.|With its units;",
        "Operative|2.|Decides to continue its consideration at its eighty-second session.",
        "Meeting||65th plenary meeting",
        "Meeting||15 December 2025",
        "SingleTxtG||[Adopted without a vote.]",
        "AnnexG||Annex I",
        "UnitTitleG||Guidelines for keepers of lighthouses",
        "SingleTxtG||The keepers meet once a year, as decided in resolution 78/9 of 12 December 2023.",
        "H23G|I|\nGeneral rules",
        "Operative|1.|Every keeper polishes the lamp at dusk and writes the weather into the book.",
        "Operative|2.|Every keeper:",
        "Point1|(a)|Rests on one day of the week;",
        "Point1|(b)|Reports wrecks to the harbour master.",
        "H23G|II|\nTable of lamps",
        "SingleTxtG||Harbour | Lamps | Keepers",
        "SingleTxtG||North Cape | 3 | 7",
        "AnnexG||Annex II",
        "UnitTitleG||Oath",
        "Preambular||Mindful of those at sea,",
        "Operative|1.|I shall keep the lamp burning in storm and calm.",
        "ClosingRule|| ",
    ]


def test_in_each_part_the_organ_speaks_anew() -> None:
    lines = _lines(version(WITH_PARTS))
    assert lines.count("Preambular||The General Assembly,") == 2
    at = lines.index("PartG||B")
    assert lines[at + 1 : at + 9] == [
        "UnitTitleG||Nets",
        "Preambular||The General Assembly,",
        "Preambular||Noting that nets of hemp outlast nets of cotton in cold waters,",
        "Operative|1.|Invites the weavers to publish their knots;",
        "Point1|–|In drawings;",
        "Point1|–|In words;",
        "SingleTxtG||and to teach them to the young;",
        "Operative|2.|Encourages the exchange of hemp.",
    ]


def test_every_annex_begins_a_page_also_one_that_lost_its_opening_line() -> None:
    whole = version(WITH_ANNEXES)
    headless = replace(whole, paragraphs=tuple(p for p in whole.paragraphs if p.id != "A2"))
    styles = part(word_bytes(whole), "word/styles.xml")
    assert styles.xpath("count(w:style[w:pPr/w:pageBreakBefore]/@w:styleId)", namespaces=NS) == 1
    document = docx.Document(io.BytesIO(word_bytes(headless)))
    broken = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert broken == ["Mindful of those at sea,"]


@pytest.mark.parametrize(
    "annex",
    ["A1 | Annex | ", "A1 | | Guidelines", "A1 | Annex | Guidelines^{See A/80/1.}", "A1 | | ^{See A/80/1.}"],
)
def test_an_opening_line_may_lack_title_or_name(annex: str) -> None:
    made = version(f"OP1 | 1 | Adopts the guidelines.^{{Art. 1.}}\n{annex}\nA1.T1 | | Words.^{{Art. 2.}}")
    data = word_bytes(made)
    texts = [item.text for item in shown(data)]
    opening = made.paragraphs[1]
    assert [word for word in (opening.label, opening.text) if word] == [
        text for text in texts[texts.index("15 December 2025") + 1 : texts.index("Words.")] if text
    ]
    notes = [note.text for paragraph in made.paragraphs for note in paragraph.footnotes]
    assert list(footnotes(data).values()) == notes


def test_the_lines_of_a_version_are_all_written() -> None:
    head = {
        "report": "on the report of the Sixth Committee (A/80/1)",
        "notes": ("Reissued for technical reasons.",),
        "agenda_points": "(b)",
        "language": "fr",
    }
    data = word_bytes(version(WITH_ANNEXES, **head))
    text = "\n".join(item.text for item in shown(data))
    assert "Agenda item 72 (b)" in text
    assert "[on the report of the Sixth Committee (A/80/1)]" in text
    assert "*\tReissued for technical reasons." in text_of(part(data, "word/footnotes.xml"))
    assert "Original: French" in "".join(part(data, "word/document.xml").itertext())


def test_sponsors_of_a_draft_are_those_of_the_record() -> None:
    draft = version(WITH_ANNEXES, sponsors="Fiji and Malta")
    draft = replace(draft, masthead=replace(draft.masthead, adopted=None, meeting=""))
    assert "\t\tFiji and Malta: draft resolution" in [item.text for item in shown(word_bytes(draft))]


def test_how_it_was_adopted_is_said_once() -> None:
    vote = Vote(Ballot(3), Ballot(2), Ballot(1))
    voted = replace(version(WITH_ANNEXES, adoption="Adopted by a recorded vote of 3 to 2"), vote=vote)
    assert sum("recorded vote" in line for line in _lines(voted)) == 1


def test_comparisons_show_the_names_of_annexes() -> None:
    old, new = version(WITH_ANNEXES, "78/9"), version(WITH_ANNEXES.replace("Oath", "Oath of keepers"), "80/9")
    page, text = comparison_html(align(old, new)), comparison_text(align(old, new))
    assert '<span class="name">Annex II</span>Oath' in page
    assert '<span class="name">A1.OP2(b)</span>' in page
    assert "A2: reworded" in text
