# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files of a folder of the corpus are read: each text once, and nothing that hides."""

from __future__ import annotations

from pathlib import Path

from tests.findings.texts import _one_each


def test_each_text_is_read_once_and_what_hides_is_passed_over(tmp_path: Path) -> None:
    names = ("A_RES_70_1.pdf", "A_RES_70_1.docx", "~$RES_70_1.docx", "._A_RES_70_1.docx", "A_RES_9_2.pdf")
    for name in (*names, ".~lock.A_RES_70_1.docx#", ".DS_Store"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [path.name for path in _one_each(tmp_path)] == ["A_RES_9_2.pdf", "A_RES_70_1.docx"]
