# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged and hostile files: refused with a sentence, quickly and within the memory there is."""

from __future__ import annotations

import contextlib
import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_xml import HOME, NAMES, ORGAN, line, note, note_mark, par, run, word_package

from drafting.errors import UnreadableFile
from drafting.reading.source import Document
from drafting.reading.watch import Watch
from drafting.reading.word import source_of

SMALL = word_package(
    ORGAN + par(run("Recalling it,") + note_mark(1)) + line("1. Decides it."), footnotes=note(1, run("Note."))
)


def read(data: bytes, watch: Watch | None = None):
    return source_of(Document(Path("test.docx"), data, watch or Watch()))


def replaced(name: str, content: bytes | str, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The small file with another content of one part."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SMALL)) as old, zipfile.ZipFile(result, "w", method) as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return result.getvalue()


def text(body: str, before: str = "") -> str:
    return f"{before}<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def encrypted() -> bytes:
    """The small file with its parts marked as encrypted, as zip programs do it."""
    data = bytearray(SMALL)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(sign, at + 1)
    return bytes(data)


ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
MAIN = "word/document.xml"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(SMALL[:-300], "cut off", id="truncated"),
        pytest.param(SMALL[:200], "cut off", id="a beginning"),
        pytest.param(replaced(MAIN, text("<w:p>")[:-20]), "not whole", id="xml that is cut"),
        pytest.param(replaced(MAIN, ""), "not whole", id="an empty part"),
        pytest.param(replaced(MAIN, "\x00" * 99), "not whole", id="zeros"),
        pytest.param(replaced(MAIN, text("", ENTITIES)), "entities", id="entities"),
        pytest.param(replaced(MAIN, text("&x;", OUTSIDE)), "entities", id="external entity"),
        pytest.param(encrypted(), "password", id="encrypted parts"),
        pytest.param(replaced(MAIN, text("<w:sdt>" * 120 + "</w:sdt>" * 120)), "each other", id="nested"),
        pytest.param(
            replaced(MAIN, text("<w:sdt>" * 9000 + "</w:sdt>" * 9000)), "not whole", id="very nested"
        ),
        pytest.param(replaced(MAIN, text("<w:p/>" * 1_000_000)), "far more", id="a million paragraphs"),
        pytest.param(replaced(MAIN, text(" " * 30_000_000)), "far more", id="spaces that unpack to 30 MB"),
        pytest.param(replaced(MAIN, text("x"), zipfile.ZIP_LZMA), "packed", id="another way of packing"),
    ],
)
def test_refused_with_a_sentence(data, words):
    with pytest.raises(UnreadableFile, match=words) as caught:
        read(data)
    assert "The file was not changed." in caught.value.reason


def test_a_size_that_lies_is_counted():
    """The package says 100 bytes and holds gigabytes; not more than the limit is unpacked."""
    data = bytearray(replaced(MAIN, text(" " * 200_000_000)))
    at = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 1)
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableFile):
            read(bytes(data))
        assert tracemalloc.get_traced_memory()[1] < 150_000_000
    finally:
        tracemalloc.stop()


def test_many_entries_are_not_even_listed():
    with pytest.raises(UnreadableFile, match="far more"):
        read(SMALL + b"PK\x01\x02" * 6000)


def test_other_parts_may_be_missing():
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as package:
        package.writestr(MAIN, text(ORGAN + line("Recalling it,")))
    assert [block.text for block in read(result.getvalue()).body] == ["Recalling it,"]


def test_nothing_outside_the_package_is_followed():
    relations = (
        f'<Relationships xmlns="{HOME}/package/2006/relationships"><Relationship Id="f" Type="x/footnotes" '
        'TargetMode="External" Target="http://localhost:9/x.xml"/><Relationship Id="s" Type="x/styles" '
        'Target="../../../etc/hostname"/></Relationships>'
    )
    source = read(replaced("word/_rels/document.xml.rels", relations))
    assert source.body[0].text == "Recalling it,"
    assert [warning.message for warning in source.warnings] == [
        "the file marks a footnote (1) whose text it does not hold"
    ]


def test_strict_open_xml_is_read_as_well():
    strict = text(ORGAN + line("Recalling it,")).replace(
        f"{HOME}/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [block.text for block in read(replaced(MAIN, strict)).body] == ["Recalling it,"]


def test_whoever_waits_is_told():
    steps: list[tuple[int, int]] = []
    read(word_package(ORGAN + line("Recalling it,") * 500), Watch(lambda *step: steps.append(step)))
    assert steps[0] == (1, 501)
    assert len(steps) == 3


@given(st.data())
def test_damage_raises_no_other_error(data):
    damaged = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    with contextlib.suppress(UnreadableFile):
        read(bytes(damaged))


FRAGMENTS = [
    "<w:",
    "</w:p>",
    'w:val="',
    "w:numId",
    "-1",
    "999999999999",
    "<w:tbl>",
    "<w:ins/>",
    "<w:del>",
    "&#x0;",
]


@given(st.data())
def test_damaged_xml_raises_no_other_error(data):
    content = zipfile.ZipFile(io.BytesIO(SMALL)).read(MAIN).decode()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        end = at + data.draw(st.integers(0, 12))
        content = content[:at] + data.draw(st.sampled_from(FRAGMENTS)) + content[end:]
    with contextlib.suppress(UnreadableFile):
        read(replaced(MAIN, content))
