# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of documents that are put on the shelf."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from shelf_facts import (
    CALENDAR,
    GA,
    HRC,
    ISLANDS,
    REPORT,
    RESOLUTION,
    TITLE,
    asks_dates,
    asks_symbol,
    asks_text,
    file,
)

from drafting.errors import NotForShelf, UnreadableFile
from drafting.updating.shelf import (
    ShelfKind,
    answers,
    read_shelf,
    shelved,
)


def test_a_resolution_on_the_shelf(tmp_path: Path) -> None:
    one = shelved(file(tmp_path, "ga.txt", RESOLUTION))
    assert (one.kind, one.number, one.title, one.organ) == (ShelfKind.RESOLUTION, "79/12", TITLE, GA)
    assert (one.session, one.date, one.item) == (79, date(2024, 12, 17), "71 (b)")
    assert one.name == "General Assembly resolution 79/12"


def _as_text(folder: Path) -> Path:
    return file(folder, "report.txt", REPORT)


def _as_page(folder: Path) -> Path:
    lines = "".join(f"<p>{line}</p>" for line in REPORT.splitlines() if line)
    return file(folder, "report.html", f"<html><head><title>x</title></head><body>{lines}</body></html>")


def _as_word(folder: Path) -> Path:
    document = Document()
    for line in filter(None, REPORT.splitlines()):
        document.add_paragraph(line)
    document.save(str(folder / "report.docx"))
    return folder / "report.docx"


@pytest.mark.parametrize("made", [_as_text, _as_page, _as_word])
def test_a_report_is_known_by_its_first_page(made: Callable[[Path], Path], tmp_path: Path) -> None:
    one = shelved(made(tmp_path))
    assert (one.kind, one.symbol, one.organ, one.session) == (ShelfKind.DOCUMENT, "A/HRC/59/40", HRC, 59)
    assert (one.date, one.session_dates) == (date(2025, 5, 21), "16 June–11 July 2025")
    assert "The protection of islands" in one.title
    assert "Islands are small" not in one.title


@pytest.mark.parametrize(
    ("text", "error"),
    [("Dear colleagues, see you on Monday.", NotForShelf), ("", UnreadableFile)],
)
def test_a_file_that_answers_nothing_is_refused_in_a_sentence(
    text: str, error: type[Exception], tmp_path: Path
) -> None:
    path = file(tmp_path, "mail.txt", text)
    with pytest.raises(error):
        shelved(path)
    found = read_shelf([path, _as_text(tmp_path), tmp_path / "gone.txt"])
    assert [one.source for one in found.documents] == ["report.txt"]
    assert [one.path.name for one in found.refused] == ["mail.txt", "gone.txt"]


def test_special_sessions_are_none_that_is_counted(tmp_path: Path) -> None:
    text = REPORT.replace("A/HRC/59/40", "A/HRC/S-59/2").replace(
        "Fifty-ninth session", "Fifty-ninth special session"
    )
    one = shelved(file(tmp_path, "special.txt", text))
    assert (one.symbol, one.session, one.session_dates) == ("A/HRC/S-59/2", None, "")


_LINES = st.sampled_from(
    [*REPORT.splitlines(), *CALENDAR.splitlines(), *RESOLUTION.splitlines(), "1.", "*", "|"]
)


@given(st.lists(st.one_of(_LINES, st.text(max_size=30)), max_size=30))
def test_whatever_is_put_on_the_shelf_is_read_or_refused(lines: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.txt"
        path.write_text("\n".join(lines), encoding="utf-8", errors="replace")
        found = read_shelf([path])
    assert len(found.documents) + len(found.refused) == 1
    for answer in answers([asks_text(), asks_symbol(ISLANDS), asks_dates(59)], found.documents):
        assert answer.values
        assert answer.reason


def test_one_document_is_put_on_the_shelf_once(tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    paths = [_as_text(tmp_path), _as_text(tmp_path), _as_word(tmp_path), _as_text(tmp_path / "copies")]
    found = read_shelf(paths)
    assert [one.source for one in found.documents] == ["report.txt"]
    assert [error.path.name for error in found.refused] == ["report.txt", "report.docx", "report.txt"]
