# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line says when its result cannot be written: a sentence, exit code 3, no file."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest
from failing import failing, windows_error

from drafting.cli import main
from drafting.reading import read
from drafting.writing.word import write_word

Files = tuple[Path, ...]
Said = pytest.CaptureFixture[str]


@pytest.mark.parametrize("options", [[], ["--tracked"], ["--redline"], ["--format", "txt"]])
@pytest.mark.parametrize(
    ("step", "error", "said"),
    [
        ("fsync", OSError(errno.ENOSPC, "x"), "the disk is full"),
        ("replace", windows_error(32), "open in another program"),
    ],
)
def test_a_draft_that_cannot_be_written(
    sample_files: Files,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Said,
    options: list[str],
    step: str,
    error: OSError,
    said: str,
) -> None:
    path = tmp_path / ("draft.txt" if "txt" in options else "draft.docx")
    path.write_bytes(b"of last week")
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path if step == "replace" else os, step, failing(error))
    assert main(["draft", *map(str, sample_files), *options, "-o", str(path)]) == 3
    told = capsys.readouterr()
    assert f"penholder: {path.name}: " in told.err
    assert said in told.err
    assert "Written" not in told.out
    assert path.read_bytes() == b"of last week"
    assert list(tmp_path.iterdir()) == [path]


def test_a_comparison_that_cannot_be_written(
    sample_files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(os, "fsync", failing(OSError(errno.ENOSPC, "x")))
    two = [str(path) for path in sample_files[-2:]]
    assert main(["compare", *two, "--redline", "-o", str(tmp_path / "x.docx")]) == 3
    assert "the disk is full" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("official", "code", "said"),
    [
        ("gone.docx", 3, "there is no such file"),
        ("text.docx", 3, "changes can be written only into a Word file"),
    ],
)
def test_an_official_file_that_is_none(
    sample_files: Files, tmp_path: Path, capsys: Said, official: str, code: int, said: str
) -> None:
    (tmp_path / "text.docx").write_bytes(sample_files[-1].read_bytes())
    path = tmp_path / "draft.docx"
    files = map(str, sample_files)
    assert main(["draft", *files, "--on", str(tmp_path / official), "-o", str(path)]) == code
    assert said in capsys.readouterr().err
    assert not path.exists()


OTHER = """A/RES/72/9

General Assembly

Resolution adopted by the General Assembly on 4 December 2017

72/9. Question of the peaceful settlement of something else

The General Assembly,

Recalling the purposes and principles of the Charter of the United Nations,

1. Decides to include the question in the provisional agenda of its next session;
"""


def test_an_official_file_of_another_resolution_is_refused(
    sample_files: Files, tmp_path: Path, capsys: Said
) -> None:
    text, official, path = (tmp_path / name for name in ("other.txt", "other.docx", "draft.docx"))
    text.write_text(OTHER, encoding="utf-8")
    write_word(read(text), official)
    files = [*map(str, sample_files)]
    assert main(["draft", *files, "--on", str(official), "-o", str(path)]) == 3
    assert (
        "other.docx: it holds 72/9, another resolution than the one that is drafted"
        in capsys.readouterr().err
    )
    assert not path.exists()
    assert main(["draft", *files, "--tracked", str(text), "-o", str(path)]) == 1
    assert "--tracked: These are two different resolutions" in capsys.readouterr().err
    assert path.exists()


def test_an_official_file_among_the_versions_is_never_written_over(
    sample_files: Files, tmp_path: Path, capsys: Said
) -> None:
    official = tmp_path / "56-2.docx"
    write_word(read(sample_files[-1]), official)
    before = official.read_bytes()
    files = [*map(str, sample_files[:-1]), str(official)]
    assert main(["draft", *files, "--on", str(official), "-o", str(official)]) == 2
    assert "is one of the files to be read; choose another name" in capsys.readouterr().err
    assert main(["draft", *files, "--on", str(official), "-o", str(tmp_path / "draft.docx")]) in (0, 1)
    assert official.read_bytes() == before
