# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the file holds, the answer is a resolution or a sentence for a diplomat."""

from __future__ import annotations

import os
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.errors import FileError, NotAResolution, UnreadableFile
from drafting.reading import read

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _ole(*streams: str) -> bytes:
    """An older Office file, as far as its kind is told from it: a head, and a directory of streams."""
    entries = b""
    for name in streams:
        letters = name.encode("utf-16-le")
        entry = letters.ljust(64, b"\0") + (len(letters) + 2).to_bytes(2, "little")
        entries += entry.ljust(128, b"\0")
    return _OLE.ljust(512, b"\0") + entries


KINDS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "blanks": (b" \r\n\t ", "empty"),
    "a mark only": (b"\xef\xbb\xbf", "empty"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(60), "picture"),
    "photograph": (b"\xff\xd8\xff\xe0" + bytes(60), "picture"),
    "bitmap": (b"BM" + bytes(60), "picture"),
    "protected by a password": (_ole("EncryptedPackage", "EncryptionInfo"), "password"),
    "older spreadsheet": (_ole("Workbook"), "Excel"),
    "older presentation": (_ole("PowerPoint Document"), "PowerPoint"),
    "message of Outlook": (_ole("__substg1.0_0037001F"), "Outlook"),
    "older file cut short": (_OLE + bytes(600), "damaged"),
    "archive": (b"\x1f\x8b\x08" + bytes(30), "archive"),
    "program": (b"MZ\x90" + bytes(60), "program"),
    "film": (b"\x1a\x45\xdf\xa3" + bytes(60), "film"),
    "settings": (b"bplist00" + bytes(40), "settings"),
    "empty archive of a page": (b"bplist00 WebMainResource" + bytes(40), "no page"),
    "data": (b'{"format": "penholder-report", "resolutions": []}', "JSON"),
    "wide data": ('[{"a": 1}]'.encode("utf-16"), "JSON"),
    "message without page": (b"MIME-Version: 1.0\nContent-Type: text/html\n\n \n", "no page"),
    "anything": (bytes(range(256)) * 20, "no text"),
    "zeros": (b"a" + bytes(4000), "no text"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_read_is_named_and_says_what_to_do(tmp_path: Path, kind: str) -> None:
    content, word = KINDS[kind]
    path = tmp_path / "resolution.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as refusal:
        read(path)
    assert word in refusal.value.reason
    assert str(refusal.value).startswith("resolution.txt: ")
    assert any(verb in refusal.value.reason for verb in ("Open", "Choose", "Take", "Find", "Unpack"))


@pytest.mark.parametrize(
    ("entry", "word"),
    [
        ("draft.json", "draft .* in the window"),
        ("photo.jpg", "zip"),
        ("folder/resolution.docx", "zip"),
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("Index/Document.iwa", "Pages"),
        ("content.xml", "OpenDocument"),
        ("META-INF/container.xml", "book"),
        ("[Content_Types].xml", "Office file"),
    ],
)
def test_packed_files_are_known_by_what_they_hold(tmp_path: Path, entry: str, word: str) -> None:
    path = tmp_path / "56-2.txt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "x")
    with pytest.raises(UnreadableFile, match=word):
        read(path)


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><html><body>The General Assembly,</body></html>",
        b"\n<!-- saved -->\n<HTML><p>x",
        "<html><body>Resolution</body></html>".encode("utf-16"),
        b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>x</p>",
        b"<p>Thank you for your letter.</p>\n<p>Yours</p>",
    ],
)
def test_a_page_without_resolution(tmp_path: Path, page: bytes) -> None:
    path = tmp_path / "page.doc"
    path.write_bytes(page)
    with pytest.raises(NotAResolution, match="no resolution was found"):
        read(path)


@pytest.mark.parametrize("start", ["BM", "MZ", "ID3", "BZh"])
def test_letters_that_begin_other_kinds_may_begin_a_text(tmp_path: Path, start: str) -> None:
    path = tmp_path / "text.txt"
    path.write_text(f"{start}\nThe General Assembly,\n\nRecalling it,\n\n1. Decides so.", encoding="utf-8")
    assert [paragraph.id for paragraph in read(path).paragraphs] == ["PP1", "OP1"]


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read(tmp_path / "gone.txt")
    with pytest.raises(UnreadableFile, match="folder"):
        read(tmp_path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a file that may not be read")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="may not be opened"):
        read(path)


def test_a_name_that_no_system_allows() -> None:
    with pytest.raises(UnreadableFile):
        read(Path("a\0b.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "Dear colleagues,\n\nThank you for your letter. Recalling our talk, I write again.\n\nYours",
        "Shopping\n\n1. Milk\n2. Bread\n3. Eggs",
        "The Human Rights Council,",
        "The report\n\n1. The meeting was opened by the Chair.\n\n2. It heard statements.\n\n3. It closed.",
        '{"format": "penholder-report"',
        "x",
    ],
)
def test_a_text_without_resolution(tmp_path: Path, text: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotAResolution, match="no resolution was found"):
        read(path)


def test_a_resolution_without_its_head_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pasted.txt"
    text = "Recalling its resolution 70/1 of 25 September 2015,\n\n1. Urges States to act;\n\n2. Decides so."
    path.write_text(text, encoding="utf-8")
    assert [paragraph.id for paragraph in read(path).paragraphs] == ["PP1", "OP1", "OP2"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    _read_or_refuse(tmp_path / "any", content)


_PIECES = st.sampled_from(
    [
        "The General Assembly,",
        "Recalling it,",
        "1. ",
        "(a) ",
        "(i) ",
        "II\n",
        "\n",
        "\n\n",
        "\f",
        "*",
        "**",
        "****",
        "***",
        "<sup>1</sup>",
        "¹",
        "1",
        " 1 ",
        "_____",
        "---",
        "# ",
        "Annex\n",
        "34th meeting",
        "[Adopted by a recorded vote of 1 to 1",
        "In favour:",
        "Agenda item 3",
        "56/2.",
        "Draft resolution",
        "and",
        ",",
        ";",
        ".",
        "\\",
        "&amp;",
        "A/RES/1/2",
        "2/4",
        "<!--",
        "-->",
        "[x](https://y)",
        "\u00a0",
        "\u2028",
        "İ",
        "Decides so.",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=40).map("".join))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    _read_or_refuse(tmp_path / "any", text.encode("utf-8", errors="replace"))
    _read_or_refuse(tmp_path / "any", f"The General Assembly,\n\n{text}".encode("utf-8", errors="replace"))


def _read_or_refuse(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        resolution = read(path)
    except FileError:
        return
    ids = [paragraph.id for paragraph in resolution.paragraphs]
    assert len(ids) == len(set(ids))
    for paragraph in resolution.paragraphs:
        assert paragraph.text.startswith(paragraph.opening)
        assert all(0 <= note.offset <= len(paragraph.text) for note in paragraph.footnotes)


HOSTILE: dict[str, str] = {
    "stars": "*a " * 300_000,
    "tags": "<sup>" * 200_000,
    "open comments": "<!-- " * 200_000,
    "blanks": "# x" + " " * 1_000_000 + "x",
    "marks": "The General Assembly,\n\nRecalling " + "x<sup>1</sup>" * 50_000,
    "one long line": "The General Assembly,\n\nRecalling " + "word, " * 200_000,
    "many lines": "Recalling it,\n" * 100_000,
    "many numbers": "The General Assembly,\n" + "1. Recalls it;\n" * 40_000,
    "many notes": "The General Assembly,\n"
    + "".join(f"a,{n} b\n\n{n} See A/{n}.\n\n" for n in range(900)) * 5,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_takes_no_more_than_seconds(tmp_path: Path, kind: str) -> None:
    start = time.perf_counter()
    _read_or_refuse(tmp_path / "hostile", HOSTILE[kind].encode())
    assert time.perf_counter() - start < 10  # five on a machine that does nothing else


@pytest.mark.parametrize("kind", ["txt", "html", "docx"])
@pytest.mark.parametrize("sign", ["\ufffc", "\ufdd0", "\ufdd1"])
def test_signs_that_windows_take_for_their_own_are_read_over(sign: str, kind: str, tmp_path: Path) -> None:
    """The page of the editor would end a frame at them, or take them for footnote marks."""
    lines = ["The General Assembly,", f"Recalling {sign}the lamps,", "1. Decides to trim the lamps."]
    path = tmp_path / f"text.{kind}"
    if kind == "docx":
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))
    else:
        page = "".join(f"<p>{line}</p>" for line in lines)
        written = "\n\n".join(lines) if kind == "txt" else f"<meta charset='utf-8'><body>{page}</body>"
        path.write_text(written, encoding="utf-8")
    assert read(path).paragraphs[0].text == "Recalling the lamps,"
