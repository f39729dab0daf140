# SPDX-License-Identifier: GPL-3.0-or-later
"""How the files were read, as the drafter reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import act

from drafting.errors import FileError
from drafting.resolution import Kind, ReadWarning
from ui.dialogs.read_report import ReadReport, facts, report_html, summary
from ui.window import MainWindow

OLD, BASE = small_draft().lineage.versions
READ = replace(
    BASE,
    source="53-11.pdf",
    format="PDF",
    warnings=(
        ReadWarning("a page break was rejoined", "OP2"),
        ReadWarning("could not be placed", "PP1", needs_look=True, text="a <stray> word"),
    ),
)
LOCKED = FileError(Path("47-9.pdf"), "the file is locked.")


def test_what_was_found_in_a_file() -> None:
    assert facts(READ).startswith("53-11.pdf (PDF) · ")
    assert "preambular paragraphs" in facts(READ)
    assert "operative paragraph" in facts(READ)


def test_other_text_has_no_plural() -> None:
    texts = tuple(replace(one, kind=Kind.TEXT) for one in READ.paragraphs[:2])
    assert "2 other text" in facts(replace(READ, paragraphs=texts))
    assert "texts" not in facts(replace(READ, paragraphs=texts))


def test_the_report_tells_everything_the_worst_first() -> None:
    html = report_html([OLD, READ], [LOCKED])
    assert html.index("47-9.pdf") < html.index("53/11") < html.index("50/4")
    assert html.index("could not be placed") < html.index("a page break was rejoined")
    assert "a &lt;stray&gt; word" in html
    assert "<a href='#PP1'>PP1</a>" in html
    assert "No remarks." in html


def test_remarks_alike_stand_together() -> None:
    joined = tuple(ReadWarning(f"page break rejoined in {place}", place) for place in ("PP1", "OP2"))
    html = report_html([replace(READ, warnings=joined)], [])
    assert html.count("page break rejoined") == 1
    assert html.index("PP1") < html.index("OP2") < html.index("page break rejoined")


def test_only_what_needs_a_look() -> None:
    html = report_html([OLD, READ], [], only=True)
    assert "could not be placed" in html
    assert "rejoined" not in html
    assert "Nothing to check." in html


def test_the_whole_in_a_sentence() -> None:
    assert summary([OLD, READ], [LOCKED]) == "2 files read, 1 not opened, 1 place to check"
    assert summary([OLD], []) == "1 file read, nothing to check"


def test_a_place_leads_to_the_paragraph(window: MainWindow) -> None:
    act(window, "read_report")
    dialog = window.findChild(ReadReport)
    assert dialog is not None
    wanted = window.desk.draft.paragraphs[-1]  # type: ignore[union-attr]
    dialog.words.anchorClicked.emit(QUrl(f"#{wanted.origin}"))
    assert window.work.page.current_paragraph == wanted.key
    dialog.close()


def test_the_choice_shows_less(qtbot: QtBot) -> None:
    dialog = ReadReport([OLD, READ], [LOCKED])
    qtbot.addWidget(dialog)
    assert "page break" in dialog.words.toPlainText()
    dialog.only.click()
    assert "page break" not in dialog.words.toPlainText()
    assert "47-9.pdf" in dialog.words.toPlainText()
