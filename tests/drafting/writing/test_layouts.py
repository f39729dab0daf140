# SPDX-License-Identifier: GPL-3.0-or-later
"""The layouts of Geneva and New York: chosen by the body, whole in both, and as measured."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.shared import Twips
from openxml_audit import OpenXmlValidator
from word_reading import NS, W, footnotes, masthead, shown
from word_samples import DRAFT, TEXT, VOTE

from drafting.data import load
from drafting.reading import read
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution
from drafting.writing.layout import layout_of
from drafting.writing.page import write_page
from drafting.writing.plain import write_plain
from drafting.writing.word import WordOptions, word_bytes, write_word

GA = Masthead(
    "General Assembly",
    "A/C.3/80/L.[…]",
    "80/[…]",
    "Enhancement of cooperation",
    80,
    agenda_item=71,
    agenda_points="(b)",
    agenda_title="Promotion of human rights",
    sponsors="Algeria and Cuba",
)


def operative(name: str, label: str, kind: Kind = Kind.OPERATIVE, level: int = 0) -> Paragraph:
    return Paragraph(name, kind, Part.OPERATIVE, f"Text of {name};", label, "", level)


DEEP = (
    *TEXT[:1],
    Paragraph("H1", Kind.HEADING, Part.OPERATIVE, "Cooperation", "I"),
    Paragraph("H2", Kind.HEADING, Part.OPERATIVE, "Among States", "A"),
    Paragraph("H3", Kind.HEADING, Part.OPERATIVE, "Without number"),
    operative("OP1", "1"),
    operative("OP1(a)", "(a)", Kind.SUBPARAGRAPH, 1),
    operative("OP1(a)(i)", "(i)", Kind.SUBPARAGRAPH, 2),
    operative("OP1(a)(i)a.", "a.", Kind.SUBPARAGRAPH, 3),
    operative("OP1(a)(i)a.i.", "i.", Kind.SUBPARAGRAPH, 4),
    operative("OP2", "2"),
    Paragraph("A1", Kind.TEXT, Part.ANNEX, "Guidelines", "Annex", unit="A1"),
    Paragraph("A1.OP1", Kind.OPERATIVE, Part.ANNEX, "Guide;", "1", unit="A1"),
)


@pytest.mark.parametrize(
    ("body", "layout"),
    [
        ("Human Rights Council", "geneva"),
        ("Commission on Human Rights", "geneva"),
        ("General Assembly", "new_york"),
        ("Security Council", "new_york"),
        ("Economic and Social Council", "new_york"),
        ("Assembly of Elsewhere", "geneva"),
        ("", "geneva"),
    ],
)
def test_the_body_chooses_the_layout(body: str, layout: str) -> None:
    assert layout_of(Masthead(body)) is load(f"word/{layout}")


def test_both_layouts_have_every_style_and_say_where_they_were_measured() -> None:
    geneva, new_york = load("word/geneva"), load("word/new_york")
    assert {one["id"] for one in geneva["styles"]} == {one["id"] for one in new_york["styles"]}
    for style in (*geneva["styles"], *new_york["styles"]):
        assert "," not in style["name"], "in Word a comma parts the names of a style"
    assert "measured" in geneva["source"]
    assert "measured" in new_york["source"]


def test_a_draft_of_the_general_assembly_from_top_to_bottom() -> None:
    data = word_bytes(Resolution(GA, DEEP))
    assert [line for line in masthead(data) if line] == [
        "United Nations",
        "A/C.3/80/L.[…]",
        "General Assembly",
        "Distr.: Limited",
        "[…]",
        "Original: English",
    ]
    assert [f"{item.style}|{item.label}|{item.text}" for item in shown(data)] == [
        "MastheadLine||Eightieth session",
        "MastheadLine||Third Committee",
        "MastheadLine||Agenda item 71 (b)",
        "MastheadLine||Promotion of human rights",
        "Sponsors||\t\tAlgeria and Cuba: draft resolution",
        "H1G||\t\tEnhancement of cooperation",
        "Preambular||The General Assembly,",
        "Preambular||Recalling the Charter,",
        "H23G|I|\nCooperation",
        "H4G|A.|Among States",
        "H23G||Without number",
        "Operative|1.|Text of OP1;",
        "Point1|(a)|Text of OP1(a);",
        "Point2|(i)|Text of OP1(a)(i);",
        "Point3|a.|Text of OP1(a)(i)a.;",
        "Point4|i.|Text of OP1(a)(i)a.i.;",
        "Operative|2.|Text of OP2;",
        "AnnexG||Annex",
        "UnitTitleG||Guidelines",
        "Operative|1.|Guide;",
        "ClosingRule|| ",
    ]


@pytest.mark.parametrize("head", [GA, DRAFT], ids=["New York", "Geneva"])
def test_the_structure_is_whole_in_both(head: Masthead, tmp_path: Path) -> None:
    data = word_bytes(Resolution(head, DEEP), WordOptions(author="Delegation of X"))
    document = docx.Document(io.BytesIO(data))
    section, properties = document.sections[0], document.core_properties
    assert section.different_first_page_header_footer
    assert document.settings.odd_and_even_pages_header_footer
    assert footnotes(data) == {1: "Art. 1."}
    assert head.title in properties.title
    assert (properties.author, properties.language) == ("Delegation of X", "en-GB")
    for header in (section.header, section.even_page_header):
        assert head.symbol in "".join(header._element.itertext())
    assert "".join(section.first_page_header._element.itertext()) == ""
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_new_york_as_measured() -> None:
    data = word_bytes(Resolution(GA, DEEP))
    document = docx.Document(io.BytesIO(data))
    section, single = document.sections[0], document.styles["__Single Txt"]
    assert (section.page_width, section.page_height) == (Twips(12240), Twips(15840))
    assert (section.left_margin, section.right_margin) == (Twips(1200), Twips(1200))
    shape = single.paragraph_format
    assert (shape.left_indent, shape.right_indent, shape.space_after) == tuple(map(Twips, (1267, 1267, 120)))
    normal = document.styles["Normal"]._element.find("w:rPr", NS)
    look = {child.tag.removeprefix(W): child.get(f"{W}val") for child in normal}
    assert look == {"spacing": "4", "w": "103", "kern": "14", "sz": "20", "szCs": "20"}
    assert document.styles["header"].font.size.pt == 8.5


def test_new_york_counts_all_pages_and_geneva_does_not() -> None:
    def told(head: Masthead) -> set[tuple[str, ...]]:
        section = docx.Document(io.BytesIO(word_bytes(Resolution(head, DEEP)))).sections[0]
        footers = (section.footer, section.even_page_footer, section.first_page_footer)
        return {tuple(one._element.xpath(".//w:fldSimple/@w:instr")) for one in footers}

    assert told(GA) == {(" PAGE ", " NUMPAGES "), ()}
    assert told(DRAFT) == {(" PAGE ",), ()}


def test_over_the_pages_of_an_adopted_text_of_new_york_stands_its_title_too() -> None:
    adopted = replace(GA, meeting="54th plenary meeting", symbol="A/RES/80/1", number="80/1")

    def told(head: Masthead) -> list[str]:
        section = docx.Document(io.BytesIO(word_bytes(Resolution(head, DEEP)))).sections[0]
        return [
            "|".join(cell.text for cell in header.tables[0].rows[0].cells)
            for header in (section.even_page_header, section.header)
        ]

    assert told(GA) == ["A/C.3/80/L.[…]|", "|A/C.3/80/L.[…]"]
    assert told(adopted) == ["A/RES/80/1|Enhancement of cooperation", "Enhancement of cooperation|A/RES/80/1"]


@pytest.mark.parametrize(
    ("body", "language", "line"),
    [
        ("General Assembly", "en", ""),
        ("General Assembly", "fr", "Original: French"),
        ("Human Rights Council", "en", "Original: English"),
    ],
)
def test_an_adopted_text_says_its_language_where_the_organ_does(body: str, language: str, line: str) -> None:
    head = replace(GA, body=body, meeting="54th meeting", language=language)
    assert masthead(word_bytes(Resolution(head, DEEP, VOTE)))[-1] == line


def test_real_texts_of_new_york_come_back_as_they_were(shared: Path, tmp_path: Path) -> None:
    path, files = tmp_path / "text.docx", sorted((shared / "corpus" / "reader" / "docx").glob("*.docx"))
    for file in files:
        text = read(file)
        path.write_bytes(word_bytes(text))
        again = read(path)
        assert [_said(one) for one in again.paragraphs] == [_said(one) for one in text.paragraphs], file.name
        assert again.masthead == text.masthead, file.name
    assert len(files) > 20


def _said(one: Paragraph) -> tuple[str, str, str, list[str]]:
    notes: tuple[Footnote, ...] = one.footnotes
    return one.label, " ".join(one.text.split()), one.opening, [" ".join(note.text.split()) for note in notes]


@pytest.mark.parametrize(
    ("write", "name"), [(write_word, "a.docx"), (write_page, "a.html"), (write_plain, "a.txt")]
)
def test_the_security_council_tells_its_adoption_over_the_text(
    write: Callable[[Resolution, Path], None], name: str, tmp_path: Path
) -> None:
    head = Masthead(
        "Security Council",
        "S/RES/2782 (2025)",
        "2782 (2025)",
        adopted=date(2025, 6, 30),
        meeting="9949th meeting",
    )
    text = Resolution(head, TEXT)
    told = [f"{item.style}|{item.text.strip()}" for item in shown(word_bytes(text))]
    assert told[:3] == [
        "HChG|Resolution 2782 (2025)",
        "H1G|Adopted by the Security Council at its 9949th meeting, on 30 June 2025",
        "Preambular|The Security Council,",
    ]
    assert told[-2:] == ["Operative|Decides to remain seized of the matter.", "ClosingRule|"]
    write(text, tmp_path / name)
    assert read(tmp_path / name).masthead == head


@pytest.mark.parametrize(
    ("language", "told"), [("en", "en-GB"), ("fr", "fr-FR"), ("zh", "zh-CN"), ("de", "de")]
)
def test_the_document_says_its_language(language: str, told: str) -> None:
    document = docx.Document(io.BytesIO(word_bytes(Resolution(replace(GA, language=language), DEEP))))
    defaults = document.styles.element.find("w:docDefaults", NS)
    assert defaults.xpath(".//w:lang/@w:val", namespaces=NS) == [told]
    assert document.core_properties.language == told
