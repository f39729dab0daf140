# SPDX-License-Identifier: GPL-3.0-or-later
"""No file is written over that the draft is made from, and an open one is known by its sign."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafting.errors import WriteFailed
from drafting.writing.targets import check_target, opened_in, same_file


@pytest.mark.parametrize(
    ("name", "sign", "program"),
    [
        ("draft.docx", "~$draft.docx", "Word"),
        ("draft59.docx", "~$raft59.docx", "Word"),
        ("Draft 59.docx", "~$aft 59.docx", "Word"),
        ("Draft 59.docx", ".~lock.Draft 59.docx#", "LibreOffice"),
        ("Draft 59.docx", "~$aft 58.docx", ""),
        ("Draft 59.docx", "Draft 59.docx", ""),
    ],
)
def test_the_sign_of_an_open_file(tmp_path: Path, name: str, sign: str, program: str) -> None:
    (tmp_path / sign).write_bytes(b"\x04Cuba")
    assert opened_in(tmp_path / name) == program


@pytest.mark.parametrize("name", ["a\0b.docx", "no such folder/draft.docx", "x" * 300 + ".docx"])
def test_a_name_that_cannot_be_is_open_nowhere(tmp_path: Path, name: str) -> None:
    assert opened_in(tmp_path / name) == ""
    assert not same_file(tmp_path / name, tmp_path)


def test_what_was_read_is_never_written_over(tmp_path: Path) -> None:
    official, loaded, other = (tmp_path / name for name in ("56-2.docx", "53-11.txt", "draft.docx"))
    for path in (official, loaded, other):
        path.write_bytes(path.name.encode())
    check_target(other, official, [loaded])
    check_target(tmp_path / "new.docx", official, [loaded])
    with pytest.raises(WriteFailed, match=r"^56-2.docx: it is the official file .* Choose another name"):
        check_target(official, official, [loaded])
    with pytest.raises(WriteFailed, match=r"^53-11.txt: it is one of the files that were read"):
        check_target(tmp_path / "." / "53-11.txt", official, [loaded])


@pytest.mark.skipif(os.name != "posix", reason="links as on Unix")
def test_nor_by_another_name(tmp_path: Path) -> None:
    official, link = tmp_path / "56-2.docx", tmp_path / "draft.docx"
    official.write_bytes(b"official")
    link.symlink_to(official)
    with pytest.raises(WriteFailed, match="never written over"):
        check_target(link, official)
    link.unlink()
    os.link(official, link)
    with pytest.raises(WriteFailed, match="never written over"):
        check_target(link, official)
