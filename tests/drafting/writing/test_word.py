# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole file: every word in order, the layout of the body, valid, and always the same bytes."""

from __future__ import annotations

import getpass
import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.shared import Twips
from word_reading import NS, footnotes, masthead, part, shown
from word_samples import ADOPTED, DRAFT, SMALL, TEXT, VOTE

from drafting.data import load
from drafting.errors import WriteFailed
from drafting.resolution import Masthead, Resolution
from drafting.writing.word import WordOptions, word_bytes, write_word


def lines(resolution: Resolution, options: WordOptions | None = None) -> list[str]:
    data = word_bytes(resolution, options) if options else word_bytes(resolution)
    return [f"{item.style}|{item.label}|{item.text}" for item in shown(data)]


def test_a_draft_from_top_to_bottom() -> None:
    assert lines(SMALL) == [
        "MastheadLine||Human Rights Council",
        "MastheadLine||Fifty-ninth session",
        "MastheadLine||16 June–[…] July 2025",
        "MastheadLine||Agenda item 3",
        "MastheadLine||Promotion and protection of all human rights",
        "Sponsors||\t\t[…]: draft resolution",
        "H1G||\t59/…\tEnhancement of cooperation",
        "Preambular||The Human Rights Council,",
        "Preambular||Recalling the Charter,",
        "H1G|I.|Cooperation",
        "Operative|1.|Takes note of resolution 79/[…]:",
        "Point1|(a)|Its first part;",
        "Operative|2.|Decides to remain seized of the matter.",
        "ClosingRule|| ",
    ]


def test_an_adopted_text_says_how_it_was_adopted() -> None:
    made = lines(Resolution(ADOPTED, TEXT, VOTE))
    assert made[5:7] == [
        "HChG||\t\tResolution adopted by the Human Rights Council\non 10 July 2024",
        "H1G||\t56/2.\tEnhancement of cooperation",
    ]
    assert made[-10:] == [
        "Meeting||34th meeting",
        "Meeting||10 July 2024",
        "SingleTxtG||[Adopted by a recorded vote of 31 to 14, with 1 abstention. The voting was as follows:",
        "SingleTxtG||In favour:",
        "SingleTxtG||Algeria, Viet Nam",
        "SingleTxtG||Against:",
        "SingleTxtG||Netherlands (Kingdom of the)",
        "SingleTxtG||Abstaining:",
        "SingleTxtG||Argentina]",
        "ClosingRule|| ",
    ]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            DRAFT,
            [
                "United Nations",
                "A/HRC/59/L.[…]",
                "General Assembly",
                "Distr.: Limited",
                "[…]",
                "Original: English",
            ],
        ),
        (
            ADOPTED,
            [
                "United Nations",
                "A/HRC/RES/56/2",
                "General Assembly",
                "Distr.: General",
                "[…]",
                "Original: English",
            ],
        ),
        (Masthead(), ["United Nations", "[…]", "[…]", "Distr.: Limited", "[…]", "Original: English"]),
    ],
)
def test_the_masthead(record: Masthead, expected: list[str]) -> None:
    assert [line for line in masthead(word_bytes(Resolution(record, TEXT))) if line] == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            Masthead(
                "General Assembly",
                session=80,
                agenda_item=71,
                agenda_title="Item",
                title="Title",
                number="80/[…]",
                symbol="A/C.3/80/L.[…]",
            ),
            [
                "Eightieth session",
                "Third Committee",
                "Agenda item 71",
                "Item",
                "\t\t[…]: draft resolution",
                "\t\tTitle",
                "The General Assembly,",
            ],
        ),
        (
            Masthead("Security Council", title="Title"),
            ["\t\t[…]: draft resolution", "\t\tTitle", "The Security Council,"],
        ),
        (Masthead("Security Council"), ["\t\t[…]: draft resolution", "The Security Council,"]),
        (
            Masthead("Human Rights Council"),
            ["Human Rights Council", "[…] session", "[…]", "Agenda item […]", "[…]"],
        ),
        (
            Masthead("Assembly of Elsewhere", session=3, title="Title"),
            [
                "Third session",
                "Agenda item […]",
                "[…]",
                "\t\t[…]: draft resolution",
                "\t\tTitle",
                "The Assembly of Elsewhere,",
            ],
        ),
    ],
)
def test_other_bodies_and_silent_records(record: Masthead, expected: list[str]) -> None:
    assert [item.text for item in shown(word_bytes(Resolution(record, TEXT)))][: len(expected)] == expected


def test_a_record_with_a_meeting_is_no_draft_even_without_its_date() -> None:
    made = lines(Resolution(replace(ADOPTED, adopted=None), TEXT))
    assert made[5] == "HChG||\t\tResolution adopted by the Human Rights Council\non […]"
    assert made[-3:-1] == ["Meeting||34th meeting", "Meeting||[…]"]


def test_italics_placeholders_and_notes_are_where_they_belong() -> None:
    data = word_bytes(SMALL)
    made = {item.text: item for item in shown(data)}
    assert made["Recalling the Charter,"].italic == "Recalling"
    assert made["Recalling the Charter,"].notes == (1,)
    assert made["The Human Rights Council,"].italic == "The Human Rights Council"
    assert made["Takes note of resolution 79/[…]:"].yellow == "[…]"
    assert made["Its first part;"].notes == (2,)
    assert footnotes(data) == {1: "Art. 1.", 2: "A/HRC/59/[…]."}


def test_without_highlighting_nothing_is_yellow() -> None:
    data = word_bytes(SMALL, WordOptions(highlight_placeholders=False))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if b"highlight" in archive.read(name)]


def test_choices_are_printed() -> None:
    data = word_bytes(SMALL, WordOptions(sponsors="Azerbaijan and Cuba", issued="1 July 2025"))
    assert "1 July 2025" in masthead(data)
    assert [item.text for item in shown(data)][5] == "\t\tAzerbaijan and Cuba: draft resolution"


def test_page_and_headers_as_measured() -> None:
    section = docx.Document(io.BytesIO(word_bytes(SMALL))).sections[0]
    assert (section.page_width, section.page_height) == (Twips(11907), Twips(16840))
    assert (section.left_margin, section.top_margin) == (Twips(1134), Twips(1418))
    assert section.different_first_page_header_footer
    headers = (section.first_page_header, section.even_page_header, section.header)
    assert [header.paragraphs[0].text for header in headers] == ["", "A/HRC/59/L.[…]", "A/HRC/59/L.[…]"]
    fields = [
        footer._element.xpath(".//w:fldSimple/@w:instr")
        for footer in (section.even_page_footer, section.footer)
    ]
    assert fields == [[" PAGE "], [" PAGE "]]
    assert not section.first_page_footer._element.xpath(".//w:fldSimple")


def test_styles_as_measured() -> None:
    document = docx.Document(io.BytesIO(word_bytes(SMALL)))
    assert document.settings.odd_and_even_pages_header_footer
    single, title = document.styles["_ Single Txt_G"], document.styles["_ H _Ch_G"]
    assert single.paragraph_format.left_indent == single.paragraph_format.right_indent == Twips(1134)
    assert document.styles["Preambular paragraph"].paragraph_format.first_line_indent == Twips(567)
    assert title.font.bold
    assert title.font.size.pt == 14
    assert title.paragraph_format.keep_with_next
    assert document.styles["Normal"].font.size.pt == 10
    defaults = document.styles.element.find("w:docDefaults", NS)
    assert defaults.xpath(".//w:lang/@w:val", namespaces=NS) == ["en-GB"]
    assert defaults.xpath(".//w:rFonts/@w:ascii", namespaces=NS) == ["Times New Roman"]


def test_the_closing_rule_never_stands_alone() -> None:
    body = part(word_bytes(SMALL), "word/document.xml").find("w:body", NS)
    assert body[-3].find("w:pPr/w:keepNext", NS) is not None


def test_properties_tell_the_title_and_nobody() -> None:
    plain = docx.Document(io.BytesIO(word_bytes(SMALL))).core_properties
    assert (plain.title, plain.language) == ("59/… Enhancement of cooperation", "en-GB")
    assert (plain.author, plain.last_modified_by) == ("", "")
    moment = datetime(2025, 6, 1, 12, tzinfo=UTC)
    options = WordOptions(author="Delegation of X", created=moment, modified=moment)
    named = docx.Document(io.BytesIO(word_bytes(SMALL, options))).core_properties
    assert (named.author, named.created) == ("Delegation of X", moment)


def test_the_package_knows_nothing_of_the_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(word_bytes(SMALL))) as archive:
        content = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8")
        names = archive.namelist()
    assert "docProps/thumbnail.jpeg" not in names
    assert not [name for name in names if "Effects" in name or "customXml" in name]
    assert "python" not in content.lower()
    assert str(Path.cwd()) not in content
    if len(getpass.getuser()) > 4:  # a short name may be part of a word
        assert getpass.getuser() not in content


def test_same_record_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = word_bytes(SMALL)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    monkeypatch.setattr("time.localtime", lambda *_: (2030, 1, 2, 3, 4, 5, 0, 1, 0))
    assert word_bytes(SMALL) == first


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_word(SMALL, tmp_path / "draft.docx")
    assert (tmp_path / "draft.docx").read_bytes() == word_bytes(SMALL)
    with pytest.raises(WriteFailed):
        write_word(SMALL, tmp_path / "absent" / "draft.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["draft.docx"]


def test_every_organ_that_is_read_has_its_words_on_the_page() -> None:
    assert {entry["name"] for entry in load("organs")["organs"]} <= load("word/bodies")["bodies"].keys()


def test_a_single_operative_paragraph_is_set_like_the_others_without_a_number() -> None:
    alone = replace(TEXT[-1], label="")
    assert lines(Resolution(DRAFT, (TEXT[0], alone)))[-2] == f"Unnumbered||{alone.text}"


def test_how_it_was_adopted_stands_in_brackets_with_one_full_stop() -> None:
    for said in ("Adopted without a vote", "Adopted without a vote.", "[Adopted without a vote.]"):
        made = lines(Resolution(replace(ADOPTED, adoption=said), TEXT))
        assert made[-2] == "SingleTxtG||[Adopted without a vote.]"
