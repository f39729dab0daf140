# SPDX-License-Identifier: GPL-3.0-or-later
"""When an export cannot be written: a sentence, the draft as it was, no half file, nothing left behind."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from failing import failing, windows_error

from drafting.draft import Draft, accept_all
from drafting.errors import (
    ChangedFile,
    OfficialFileError,
    PenholderError,
    StrictFile,
    UnreadableFile,
    WriteFailed,
)
from drafting.opening import open_sample
from drafting.updating.records import Certainty
from drafting.writing import exporting
from drafting.writing.exporting import Export, export, read_official
from drafting.writing.options import WordOptions
from drafting.writing.redline import Marks
from drafting.writing.word import write_word

KINDS = (
    "clean.docx",
    "tracked.docx",
    "official.docx",
    "redline.docx",
    "draft.xml",
    "draft.html",
    "draft.txt",
)
BEFORE = b"of last week"


@pytest.fixture(scope="module", name="draft")
def _draft() -> Draft:
    return accept_all(open_sample().draft).draft


@pytest.fixture
def official(draft: Draft, tmp_path: Path) -> Path:
    """A Word file of the base, in a folder of its own."""
    folder = tmp_path / "official"
    folder.mkdir()
    write_word(draft.base, folder / "56-2.docx")
    return folder / "56-2.docx"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder to write in."""
    folder = tmp_path / "exports"
    folder.mkdir()
    return folder


def wanted(draft: Draft, kind: str, official: Path) -> Export:
    """What is asked of `export` for a kind of file."""
    form = kind.partition(".")[0]
    if form == "official":
        return Export(official=official)
    marks = Marks.PLAIN if form == "redline" else Marks.TRACKED
    return Export(base=draft.base if form in ("tracked", "redline") else None, marks=marks)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("step", "error", "said"),
    [
        ("fsync", OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        ("replace", windows_error(32), "open in another program"),
        ("replace", windows_error(5), "open in another program"),
        ("open", PermissionError(errno.EACCES, "Permission denied"), "you may not write in the folder"),
        ("open", OSError(errno.EROFS, "Read-only file system"), "you may not write in the folder"),
        ("open", OSError(errno.ENAMETOOLONG, "File name too long"), "too long"),
        ("replace", windows_error(206), "too long"),
    ],
)
def test_no_kind_of_file_is_left_half_written(
    draft: Draft,
    official: Path,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    step: str,
    error: OSError,
    said: str,
) -> None:
    path, source = place / kind, official.read_bytes()
    path.write_bytes(BEFORE)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path if step == "replace" else os, step, failing(error))
    with pytest.raises(WriteFailed, match=said) as caught:
        export(draft, path, wanted(draft, kind, official))
    monkeypatch.undo()
    sentence = str(caught.value)
    assert sentence.startswith(f"{kind}: ")
    assert "nothing of your work is lost" in sentence
    assert (path.read_bytes(), names(place), official.read_bytes()) == (BEFORE, [kind], source)
    export(draft, path, wanted(draft, kind, official))  # the next try
    assert path.read_bytes() != BEFORE


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 kB that is nearly full; only the superuser of Linux can make one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    asked = [mount or "mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)]
    if (
        sys.platform != "linux"
        or mount is None
        or subprocess.run(asked, check=False, capture_output=True).returncode
    ):
        pytest.skip("a small disk can be mounted by the superuser of Linux only")
    yield place
    subprocess.run([unmount or "umount", str(place)], check=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_real_disk_that_runs_full(draft: Draft, official: Path, small_disk: Path, kind: str) -> None:
    path = small_disk / kind
    path.write_bytes(BEFORE)
    with pytest.raises(WriteFailed, match="the disk is full"):
        export(draft, path, wanted(draft, kind, official))
    assert names(small_disk) == [kind]
    assert path.read_bytes() == BEFORE


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder in which this user may not write, the superuser having become somebody else."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions as on Unix")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        user = os.geteuid()
        os.seteuid(user or 65534)
        yield Path(name)
        os.seteuid(user)
        Path(name).chmod(0o755)


@pytest.mark.parametrize("kind", ["clean.docx", "draft.txt"])
def test_a_real_folder_that_is_read_only(draft: Draft, closed_folder: Path, kind: str) -> None:
    with pytest.raises(WriteFailed, match="you may not write in the folder"):
        export(draft, closed_folder / kind, Export())
    assert names(closed_folder) == []


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("gone/draft.docx", "there is no folder"),
        ("x" * 300 + ".docx", "too long"),
        ("/".join(["deep" * 10] * 120) + "/draft.docx", "too long"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the limits of Linux")
def test_names_that_cannot_be(draft: Draft, place: Path, where: str, said: str) -> None:
    with pytest.raises(WriteFailed, match=said):
        export(draft, place / where, Export(base=draft.base))
    assert names(place) == []


def test_the_official_file_is_never_written_over(draft: Draft, official: Path, place: Path) -> None:
    before = official.read_bytes()
    with pytest.raises(WriteFailed, match=r"it is the official file .* Choose another name"):
        export(draft, official, Export(official=official))
    with pytest.raises(WriteFailed, match="one of the files that were read"):
        export(draft, official, Export(base=draft.base), [official])
    assert official.read_bytes() == before
    assert names(place) == []


def test_an_official_file_that_changed_since_it_was_read(draft: Draft, official: Path, place: Path) -> None:
    then = read_official(official)
    export(draft, place / "fine.docx", Export(base=then, official=official))
    changed = draft.lineage.versions[0]
    write_word(changed, official)
    with pytest.raises(
        ChangedFile, match=r"56-2\.docx: it has changed since it was read: PP1 reads"
    ) as caught:
        export(draft, place / "draft.docx", Export(base=then, official=official))
    assert "the draft is safe. Open the series again" in str(caught.value)
    assert names(place) == ["fine.docx"]


@pytest.mark.parametrize("highlight", [False, True])
def test_placeholders_on_the_official_file_are_yellow_where_wanted(
    draft: Draft, official: Path, place: Path, highlight: bool
) -> None:
    path, options = place / "draft.docx", WordOptions(highlight_placeholders=highlight)
    open_facts = accept_all(draft, (Certainty.FACT,)).draft
    export(open_facts, path, Export(official=official, options=options))

    def yellow(file: Path) -> int:
        with zipfile.ZipFile(file) as package:
            return package.read("word/document.xml").count(b"w:highlight")

    assert "[…]" in "".join(one.text for one in open_facts.resolution.paragraphs)
    assert (yellow(path) > yellow(official)) is highlight


def test_an_official_file_that_vanished(draft: Draft, official: Path, place: Path) -> None:
    official.unlink()
    with pytest.raises(UnreadableFile, match=r"there is no such file\. It may have been moved or renamed"):
        export(draft, place / "draft.docx", Export(official=official))
    assert names(place) == []


def test_an_official_file_that_is_lost_while_it_is_written_on(
    draft: Draft, official: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = exporting.against
    monkeypatch.setattr(exporting, "against", lambda *sides: (official.unlink(), real(*sides))[1])
    with pytest.raises(UnreadableFile, match="there is no such file"):
        export(draft, place / "draft.docx", Export(official=official))
    assert names(place) == []


def repacked(source: Path, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The package with each part changed, or left out where that gives None."""
    target = source.with_suffix(".zip")
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w") as made:
        for name in package.namelist():
            if (data := change(name, package.read(name))) is not None:
                made.writestr(name, data)
    data = target.read_bytes()
    target.unlink()
    return data


STRICT = (
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
)
PACKAGES: dict[str, Callable[[Path], bytes]] = {
    "cut in half": lambda path: path.read_bytes()[:4000],
    "without a text": lambda path: repacked(path, lambda name, data: None if "document" in name else data),
    "not well formed": lambda path: repacked(
        path, lambda name, data: data[:900] if "document" in name else data
    ),
    "without footnotes": lambda path: repacked(
        path, lambda name, data: None if "footnotes" in name else data
    ),
    "strict": lambda path: repacked(path, lambda _name, data: data.replace(*STRICT)),
    "a password": lambda _path: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000),
    "a PDF": lambda _path: b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<>>\nendobj\n",
    "a text": lambda _path: (
        b"The Human Rights Council,\n\nRecalling its resolution 50/4,\n\n1. Decides to go on.\n"
    ),
    "a table": lambda path: repacked(path, lambda name, data: None if name.startswith("word") else data),
    "empty": lambda _path: b"",
}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_that_is_not_understood(draft: Draft, official: Path, place: Path, package: str) -> None:
    data = PACKAGES[package](official)
    official.write_bytes(data)
    with pytest.raises(PenholderError) as caught:
        export(draft, place / "draft.docx", Export(official=official))
    assert not isinstance(caught.value, WriteFailed)
    sentence = str(caught.value)
    assert sentence.count(".") >= 2, sentence  # what happened, and what to do next
    assert any(word in sentence for word in ("hoose", "xport", "pen it", "ave it")), sentence
    assert names(place) == []
    assert official.read_bytes() == data


def test_an_unknown_package_offers_the_other_way(draft: Draft, official: Path, place: Path) -> None:
    official.write_bytes(PACKAGES["without footnotes"](official))
    with pytest.raises(OfficialFileError, match="Export the draft with tracked changes as a file of its own"):
        export(draft, place / "draft.docx", Export(official=official))
    export(draft, place / "draft.docx", Export(base=draft.base))


@pytest.mark.parametrize("accept_first", [False, True])
def test_a_strict_package_is_named_and_can_be_saved_otherwise(
    draft: Draft, official: Path, place: Path, accept_first: bool
) -> None:
    usual = official.read_bytes()
    official.write_bytes(PACKAGES["strict"](official))
    wanted = Export(official=official, accept_first=accept_first)
    with pytest.raises(StrictFile, match=r"“Strict Open XML Document”.*save it under another name"):
        export(draft, place / "draft.docx", wanted)
    assert names(place) == []
    official.write_bytes(usual)
    export(draft, place / "draft.docx", wanted)
