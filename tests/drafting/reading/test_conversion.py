# SPDX-License-Identifier: GPL-3.0-or-later
"""Older documents: through LibreOffice where it is, refused with what to do where it is not."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import docx
import pytest

from drafting.errors import NotAResolution, ReadingStopped, UnreadableFile
from drafting.reading import Watch, conversion, read
from drafting.reading.source import Document

RTF = rb"""{\rtf1\ansi The General Assembly,\par {\i Recalling} the Charter,\par 1. {\i Decides} so.\par}"""
KINDS = {
    b"{\\rtf1 x}": ".rtf",
    b"\xffWPC x": ".wpd",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 x": ".doc",
    b"<x": ".xml",
}


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "resolution.doc"
    path.write_bytes(RTF)
    return path


def _word(tmp_path: Path, first: str = "Recalling the Charter,") -> bytes:
    document = docx.Document()
    for line in ("The General Assembly,", first, "1. Decides so."):
        document.add_paragraph(line)
    document.save(str(tmp_path / "made.docx"))
    return (tmp_path / "made.docx").read_bytes()


def test_a_converted_document_is_read_as_word(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    made = _word(tmp_path)
    monkeypatch.setattr(conversion, "convert", lambda document, ending: asked.append(ending) or made)
    resolution = read(older)
    assert asked == [".rtf"]
    assert [paragraph.text for paragraph in resolution.paragraphs] == [
        "Recalling the Charter,",
        "Decides so.",
    ]
    assert any("LibreOffice" in warning.message for warning in resolution.warnings)


def test_a_reference_that_was_lost_leaves_a_placeholder(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = "Error: Reference source not found"
    made = _word(tmp_path, f"Recalling the Charter,{lost} and more,")
    monkeypatch.setattr(conversion, "convert", lambda document, ending: made)
    resolution = read(older)
    assert resolution.paragraphs[0].text == "Recalling the Charter,[…] and more,"
    assert any(
        warning.needs_look and "lost 1 reference," in warning.message for warning in resolution.warnings
    )


@pytest.mark.parametrize(("content", "ending"), KINDS.items())
def test_each_kind_goes_under_its_own_ending(
    content: bytes, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(conversion, "convert", lambda document, ending: asked.append(ending))
    with pytest.raises(UnreadableFile, match="could not read it"):
        conversion.source_of(Document(Path("x"), content))
    assert asked == [ending]


def test_without_libreoffice_the_drafter_is_told_what_to_do(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "libreoffice", lambda: None)
    with pytest.raises(
        UnreadableFile, match=r"LibreOffice was not found.*save it as Word document \(\.docx\)"
    ):
        read(older)


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("win32", "LibreOffice/program/soffice.exe"),
        ("win32", "LibreOffice 7/program/soffice.exe"),
        ("win32", "Programs/LibreOffice/program/soffice.exe"),
        ("darwin", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ],
)
def test_where_it_is_looked_for(
    platform: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).touch()
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    found = conversion.libreoffice()
    assert found == tmp_path / place


def test_nothing_runs_and_nothing_is_fetched_in_the_profile(tmp_path: Path) -> None:
    conversion._write_profile(tmp_path)
    settings = (tmp_path / "user" / "registrymodifications.xcu").read_text(encoding="utf-8")
    for name, value in (("DisableMacrosExecution", "true"), ("MacroSecurityLevel", "3"), ("Link", "0")):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in settings


@pytest.fixture
def slow_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands in for LibreOffice: says who it is, and then does not end."""
    told = tmp_path / "told"
    script = f"import os, time; open({str(told)!r}, 'w').write(os.getcwd()); time.sleep(60)"
    monkeypatch.setattr(conversion, "libreoffice", lambda: Path(sys.executable))
    monkeypatch.setattr(conversion, "_command", lambda program, *_: [str(program), "-c", script])
    return told


def test_the_drafter_may_stop_it_and_nothing_stays_behind(older: Path, slow_program: Path) -> None:
    watch = Watch(stopped=lambda: slow_program.exists() and bool(slow_program.read_text(encoding="utf-8")))
    start = time.monotonic()
    with pytest.raises(ReadingStopped):
        read(older, watch)
    assert time.monotonic() - start < 30
    assert not Path(slow_program.read_text(encoding="utf-8")).exists()


def test_a_converter_that_does_not_end_is_ended(
    older: Path, slow_program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "_PATIENCE", 0.3)
    with pytest.raises(UnreadableFile, match="did not finish"):
        read(older)


@pytest.mark.skipif(conversion.libreoffice() is None, reason="LibreOffice is not on this machine")
def test_libreoffice_itself(older: Path) -> None:
    kept = set(Path(tempfile.gettempdir()).glob("penholder-*"))
    steps: list[tuple[int, int]] = []
    resolution = read(older, Watch(progress=lambda done, total: steps.append((done, total))))
    assert [(p.id, p.opening, p.text) for p in resolution.paragraphs] == [
        ("PP1", "Recalling", "Recalling the Charter,"),
        ("OP1", "Decides", "Decides so."),
    ]
    assert steps
    assert set(Path(tempfile.gettempdir()).glob("penholder-*")) <= kept


@pytest.mark.skipif(conversion.libreoffice() is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("content", [b"\xffWPC" + bytes(40), b"{\\rtf1" + b"{" * 100_000])
def test_what_libreoffice_cannot_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.doc"
    path.write_bytes(content)
    with pytest.raises((UnreadableFile, NotAResolution)):
        read(path)
