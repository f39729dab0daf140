# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes written into official files: what they say both ways, and that all else stays as it was."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx.oxml.parser import parse_xml
from office.drafts import drafts

from drafting.comparing.paragraphs import align
from drafting.data import sample_files
from drafting.errors import OfficialFileError, TrackingFailed
from drafting.reading import read
from drafting.resolution import Resolution
from drafting.writing.official.atoms import atoms
from drafting.writing.official.document import official_bytes
from drafting.writing.official.proof import prove
from drafting.writing.official.settling import settle
from drafting.writing.tracked import Signature
from drafting.writing.word import write_word

_CUBA = Signature("Cuba", datetime(2025, 6, 1, 12))  # noqa: DTZ001 - a clock on the wall, as Word writes it
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(scope="module", name="files")
def _files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Our own file of a sample, which is somebody else's file as any other."""
    path = tmp_path_factory.mktemp("official") / "56-2.docx"
    write_word(read(sample_files()[-1]), path)
    return [path]


def official(shared: Path) -> list[Path]:
    """A few files of the secretariat: points, headings, tables, repeated marks of footnotes."""
    names = ("A_RES_72_12", "A_RES_72_18", "A_RES_72_142", "A_RES_72_174", "A_RES_72_180")
    return [shared / "corpus" / "reader" / "docx" / f"{name}.docx" for name in names]


def proved(path: Path, new: Resolution, old: Resolution) -> bytes:
    """The file with the changes, after its proof."""
    original, alignment = path.read_bytes(), align(old, new)
    written = official_bytes(original, alignment, _CUBA)
    prove(original, written, alignment)
    return written


def test_every_kind_of_edit_comes_back(files: list[Path]) -> None:
    for path in files:
        old = read(path)
        for made in drafts(old, seed=5, count=8):
            proved(path, made.draft.resolution, old)


def test_every_kind_of_edit_comes_back_from_official_files(shared: Path) -> None:
    for path in official(shared):
        old = read(path)
        for made in drafts(old, seed=5, count=4):
            proved(path, made.draft.resolution, old)


def test_other_parts_stay_byte_for_byte(files: list[Path]) -> None:
    old = read(files[0])
    written = proved(files[0], drafts(old, seed=5, count=1)[0].draft.resolution, old)
    with zipfile.ZipFile(files[0]) as before, zipfile.ZipFile(BytesIO(written)) as after:
        assert before.namelist() == after.namelist()
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed <= {"word/document.xml", "word/footnotes.xml"}


def test_without_changes_nothing_is_tracked(files: list[Path]) -> None:
    old = read(files[0])
    with zipfile.ZipFile(BytesIO(proved(files[0], old, old))) as package:
        assert not re.search(rb"<w:(ins|del)\b", package.read("word/document.xml"))


def test_another_file_is_refused(files: list[Path]) -> None:
    other = read(sample_files()[0])
    alignment = align(other, drafts(other, seed=5, count=1)[0].draft.resolution)
    with pytest.raises(OfficialFileError, match="The file and the draft are as they were"):
        official_bytes(files[0].read_bytes(), alignment, _CUBA)


def test_a_file_that_says_something_else_fails_its_proof(files: list[Path]) -> None:
    old = read(files[0])
    one, other = (made.draft.resolution for made in drafts(old, seed=5, count=2))
    written = official_bytes(files[0].read_bytes(), align(old, one), _CUBA)
    with pytest.raises(TrackingFailed):
        prove(files[0].read_bytes(), written, align(old, other))


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        ("<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:t>b</w:t></w:r></w:p>", ["ab"], ["b"]),
        (
            "<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:r><w:t>b</w:t></w:r></w:p>",
            ["b"],
            ["ab"],
        ),
        (
            "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
            "<w:bookmarkEnd/><w:p><w:r><w:t>b</w:t></w:r></w:p>",
            ["a", "b"],
            ["ab"],
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>b</w:t></w:r></w:p>",
            ["ab"],
            ["a", "b"],
        ),
    ],
)
def test_settling(body: str, accepted: list[str], rejected: list[str]) -> None:
    for accept, wanted in ((True, accepted), (False, rejected)):
        root = parse_xml(f"<w:body {_W}>{body}</w:body>")
        settle(root, accept=accept)
        found = ["".join(atom.letter for atom in atoms(one)) for one in root if one.tag.endswith("}p")]
        assert found == wanted
