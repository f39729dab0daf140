# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold for every Word file: no character lost, no rule of Open XML broken."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from gold import NAMES, load_gold
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator
from word_reading import W, footnotes, part, shown
from word_samples import ADOPTED, DRAFT, SMALL, TEXT, VOTE

from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution
from drafting.writing.word import word_bytes

written_text = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufffd"), max_size=40
) | st.sampled_from(
    ["COVID\u201119 […] and so on,", "a\tb\nc", "  spaces  ", "[…][…]", "co\u00adoperation", "<w:t>&amp;"]
)


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[Paragraph, ...]:
    made, number, level = [], 0, 0
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(Kind))
        level = draw(st.integers(1, level + 1)) if kind is Kind.SUBPARAGRAPH else 0
        number += kind is Kind.OPERATIVE
        label = {Kind.OPERATIVE: str(number), Kind.SUBPARAGRAPH: "(a)", Kind.HEADING: "I"}.get(kind, "")
        text = draw(written_text)
        offsets = draw(st.lists(st.integers(0, len(text)), max_size=3))
        notes = tuple(Footnote(1, offset, draw(written_text)) for offset in sorted(offsets))
        opening = text[: draw(st.integers(0, len(text)))]
        made.append(Paragraph(f"P{len(made)}", kind, Part.OPERATIVE, text, label, opening, level, notes))
    return tuple(made)


@settings(deadline=None)
@given(paragraphs())
def test_every_character_of_the_record_is_in_the_document_in_order(text: tuple[Paragraph, ...]) -> None:
    data = word_bytes(Resolution(DRAFT, text))
    made = shown(data)[8:-1]
    unnumbered = [
        "\t\t" if p.kind is Kind.HEADING and not m.label else "" for p, m in zip(text, made, strict=True)
    ]
    assert [item.text for item in made] == [
        tabs + p.text.replace("\r", "\n") for tabs, p in zip(unnumbered, text, strict=True)
    ]
    assert list(footnotes(data).values()) == [note.text for p in text for note in p.footnotes]
    assert [note for item in made for note in item.notes] == list(footnotes(data))


@settings(deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_no_character_breaks_the_file(text: str) -> None:
    notes = (Footnote(1, len(text) // 2, text),)
    record = Paragraph("OP1", Kind.OPERATIVE, Part.OPERATIVE, text, "1", "", 0, notes)
    data = word_bytes(Resolution(replace(DRAFT, title=text, agenda_title=text), (record,)))
    (made,) = shown(data)[8:-1]
    assert len(made.text) == len(text)
    legal = re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    kept = [a for a, b in zip(made.text, text, strict=True) if b in legal]
    assert "".join(kept) == "".join(character for character in text if character in legal)


# ------------------------------------------------------------------------------------- the Open XML rules


def complaints(data: bytes, folder: Path) -> list[str]:
    path = folder / "audited.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def broken(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for entry in source.namelist():
            content = source.read(entry)
            if entry == name:
                assert old in content
                content = content.replace(old, new)
            target.writestr(entry, content)
    return result.getvalue()


@pytest.mark.parametrize(
    "resolution",
    [
        SMALL,
        Resolution(ADOPTED, TEXT, VOTE),
        Resolution(Masthead(), ()),
        Resolution(DRAFT, tuple(replace(p, label="5 bis") for p in TEXT)),
    ],
    ids=["draft", "adopted", "empty", "odd labels"],
)
def test_the_file_keeps_the_open_xml_rules(resolution: Resolution, tmp_path: Path) -> None:
    assert complaints(word_bytes(resolution), tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'footnoteReference w:id="2"', b'footnoteReference w:id="77"'),
        (b"<w:keepNext/>", b"<w:nonsense/>"),
    ],
)
def test_a_broken_file_would_be_noticed(old: bytes, new: bytes, tmp_path: Path) -> None:
    assert complaints(broken(word_bytes(SMALL), "word/document.xml", old, new), tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_real_resolutions_are_whole_and_valid(name: str, shared: Path, tmp_path: Path) -> None:
    gold = load_gold(shared / "gold", name)
    data = word_bytes(gold)
    made = shown(data)
    body = [item for item in made if item.style in ("Preambular", "Operative")][1:]
    assert [(item.label.removesuffix("."), item.text, item.italic) for item in body] == [
        (p.label, p.text, p.opening) for p in gold.paragraphs
    ]
    assert list(footnotes(data).values()) == [note.text for p in gold.paragraphs for note in p.footnotes]
    assert complaints(data, tmp_path) == []


def test_a_long_text_keeps_its_numbers(tmp_path: Path) -> None:
    text = [
        Paragraph(
            f"OP{n}{sub}",
            Kind.SUBPARAGRAPH if sub else Kind.OPERATIVE,
            Part.OPERATIVE,
            "Text;",
            sub or str(n),
            "",
            bool(sub),
        )
        for n in range(1, 301)
        for sub in ("", "(a)", "(b)")[: 1 + n % 3]
    ]
    data = word_bytes(Resolution(DRAFT, tuple(text)))
    assert [item.label.removesuffix(".") for item in shown(data)[8:-1]] == [p.label for p in text]
    nums = part(data, "word/numbering.xml").findall(f"{W}num")
    assert len(nums) == 2, "a plain series needs no instance of its own"
    assert etree.tostring(part(data, "word/document.xml")).count(b"<w:numPr>") == 0
    assert complaints(data, tmp_path) == []
