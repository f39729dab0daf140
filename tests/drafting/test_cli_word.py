# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes in Word files by the command line: tracked, on the official file, as a redline; what is refused."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from drafting.cli import main
from drafting.reading import read
from drafting.writing.word import write_word

Files = tuple[Path, ...]
Said = pytest.CaptureFixture[str]


def authors(path: Path) -> set[str]:
    """Who made the tracked changes in a file."""
    with zipfile.ZipFile(path) as package:
        return set(re.findall(r'w:author="([^"]*)"', package.read("word/document.xml").decode("utf-8")))


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--tracked"], {"Author"}),
        (["--tracked", "--author", "Cuba"], {"Cuba"}),
        (["--tracked", "47/9", "--author", "Cuba"], {"Cuba"}),
        ([], set()),
    ],
)
def test_changes_are_tracked_when_they_are_asked_for(
    sample_files: Files, tmp_path: Path, options: list[str], names: set[str]
) -> None:
    path = tmp_path / "draft.docx"
    assert main(["draft", *map(str, sample_files), *options, "-o", str(path)]) in (0, 1)
    assert authors(path) == names


def test_the_draft_is_written_into_the_official_file(sample_files: Files, tmp_path: Path) -> None:
    official, path = tmp_path / "56-2.docx", tmp_path / "draft.docx"
    write_word(read(sample_files[-1]), official)
    before = official.read_bytes()
    files = [*map(str, sample_files)]
    assert main(["draft", *files, "--on", str(official), "--author", "Cuba", "-o", str(path)]) in (0, 1)
    assert authors(path) == {"Cuba"}
    assert official.read_bytes() == before
    assert main(["draft", *files, "--on", str(official), "-o", str(official)]) == 2


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--tracked", "4/9"], "47/9, 50/4, 53/11, 56/2"),
        (["--author", "Cuba"], "--tracked or --on"),
        (["--tracked", "--accept-first"], "--on"),
        (["--tracked", "56/2", "--on", "56-2.docx"], "leave BASE out"),
        (["--redline", "--on", "56-2.docx"], "leave one of them out"),
        (["--redline", "--author", "Cuba"], "--author: a redline names nobody"),
        (["--redline", "--comments"], "it goes with a clean Word file, --tracked or --on."),
        (["--moves"], "--moves: only tracked changes know moves; it goes with --tracked or --on."),
        (["--tracked", "--tags"], "it goes with a clean Word file, --format html or --format txt."),
        (["--tracked", "--line-numbers"], "it goes with a clean Word file."),
        (["--format", "xml", "--provenance"], "--provenance: only in clean text"),
        (["--format", "html", "--redline"], "marked in Word files only"),
    ],
)
def test_tracking_that_cannot_be_meant_is_explained(
    sample_files: Files, tmp_path: Path, capsys: Said, options: list[str], told: str
) -> None:
    path = tmp_path / "draft.docx"
    assert main(["draft", *map(str, sample_files), *options, "-o", str(path)]) == 2
    assert told in capsys.readouterr().err
    assert not path.exists()


def redlined(path: Path) -> bool:
    """Whether changes are shown, by formatting and by nothing that Word would track."""
    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode("utf-8")
    return "<w:strike" in xml and not re.search(r"<w:(ins|del|comment\w*)\b|w:author", xml)


@pytest.mark.parametrize("options", [["--redline"], ["--redline", "--tracked", "47/9"]])
def test_a_redline_names_nobody(sample_files: Files, tmp_path: Path, options: list[str]) -> None:
    path = tmp_path / "draft.docx"
    assert main(["draft", *map(str, sample_files), *options, "-o", str(path)]) in (0, 1)
    assert redlined(path)


def test_the_base_may_be_a_file_of_its_own(sample_files: Files, tmp_path: Path) -> None:
    path, base = tmp_path / "draft.docx", str(sample_files[0])
    files = map(str, sample_files[1:])
    assert main(["draft", *files, "--tracked", base, "--author", "Cuba", "-o", str(path)]) in (0, 1)
    assert authors(path) == {"Cuba"}
    assert main(["draft", str(sample_files[1]), "--tracked", base, "-o", base]) == 2


def test_two_versions_are_compared_in_word(sample_files: Files, tmp_path: Path) -> None:
    old, new = str(sample_files[0]), str(sample_files[-1])
    tracked, plain = tmp_path / "tracked.docx", tmp_path / "plain.docx"
    assert main(["compare", old, new, "-o", str(tracked), "--author", "Cuba"]) in (0, 1)
    assert authors(tracked) == {"Cuba"}
    found = read(tracked)
    assert [one.text for one in found.paragraphs] == [one.text for one in read(sample_files[-1]).paragraphs]
    assert main(["compare", old, new, "-o", str(plain), "--redline"]) in (0, 1)
    assert redlined(plain)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--redline"], "--redline goes with a Word file"),
        (["--author", "Cuba", "-o", "x.html"], "--author goes with a Word file"),
        (["--redline", "--author", "Cuba", "-o", "x.docx"], "a redline names nobody"),
    ],
)
def test_a_comparison_that_cannot_be_meant_is_explained(capsys: Said, options: list[str], told: str) -> None:
    assert main(["compare", "--sample", *options]) == 2
    assert told in capsys.readouterr().err


def test_a_file_that_is_open_elsewhere_is_told(sample_files: Files, tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "Draft 59.docx"
    (tmp_path / "~$aft 59.docx").write_bytes(b"\x04Cuba")
    assert main(["draft", *map(str, sample_files), "-o", str(path)]) == 1
    assert "Draft 59.docx: it seems to be open in Word." in capsys.readouterr().err
    assert path.is_file()


def test_what_stands_beside_the_text(sample_files: Files, tmp_path: Path) -> None:
    path, files = tmp_path / "draft.txt", list(map(str, sample_files))
    assert main(["draft", *files, "--tags", "--provenance", "-o", str(path)]) in (0, 1)
    text = path.read_text(encoding="utf-8")
    assert re.search(r"\bPP1\b", text)
    assert "[56/2 PP1" in text


def test_what_is_open_is_told_in_comments(sample_files: Files, tmp_path: Path) -> None:
    files, options = list(map(str, sample_files)), ["--comments", "--accept", "none"]
    for more in ([], ["--tracked"]):
        path = tmp_path / f"draft{len(more)}.docx"
        assert main(["draft", *files, *options, *more, "-o", str(path)]) in (0, 1)
        assert any("Proposed: “56/2 of 10 July 2024”" in one.text for one in read(path).comments)


def test_everything_that_fits_goes_together(sample_files: Files, tmp_path: Path) -> None:
    official, path, clean = (tmp_path / name for name in ("56-2.docx", "draft.docx", "clean.docx"))
    write_word(read(sample_files[-1]), official)
    files = [*map(str, sample_files), "--accept", "none"]
    options = ["--on", str(official), "--author", "Cuba", "--moves", "--comments", "--accept-first"]
    assert main(["draft", *files, *options, "-o", str(path)]) in (0, 1)
    assert {one.author for one in read(path).comments} == {"Cuba"}
    more = ["--comments", "--tags", "--provenance", "--line-numbers"]
    assert main(["draft", *files, *more, "-o", str(clean)]) in (0, 1)
    with zipfile.ZipFile(clean) as package:
        xml = package.read("word/document.xml").decode("utf-8")
    assert "[56/2 PP1" in "".join(re.findall(r"<w:t[^>]*>([^<]*)", xml))
    assert "<w:lnNumType" in xml
    assert "<w:commentReference" in xml


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("peacebuilding", "building peace"), []),
        (("Reaffirming its commitment", "Reaffirming their commitment"), ["first in PP1"]),
    ],
)
def test_an_official_file_that_reads_otherwise_than_what_was_loaded_is_told(
    sample_files: Files, tmp_path: Path, capsys: Said, change: tuple[str, str], said: list[str]
) -> None:
    official, path, base = tmp_path / "older print.docx", tmp_path / "draft.docx", read(sample_files[-1])
    texts = (replace(one, text=one.text.replace(*change)) for one in base.paragraphs)
    write_word(replace(base, paragraphs=tuple(texts)), official)
    clean = main(["draft", *map(str, sample_files), "-o", str(tmp_path / "clean.docx")])
    capsys.readouterr()
    code = main(["draft", *map(str, sample_files), "--on", str(official), "-o", str(path)])
    assert path.is_file()
    told = re.findall(
        r"--on: older print.docx reads otherwise than 56/2 as it was loaded, (.*)\.", capsys.readouterr().err
    )
    assert (told, code) == (said, 1 if said else clean)
