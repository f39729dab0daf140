# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft on paper and in the dialog: what is printed, what is chosen, where it goes."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPdfWriter
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, focus_page

from drafting.draft import Draft, Rewritten, Stage, rewrite
from drafting.draft.negotiating import set_stage
from drafting.opening import open_sample
from drafting.translation import tr
from ui.desk import Desk
from ui.printing.dialog import PrintDialog
from ui.printing.paper import Paper, Wishes
from ui.printing.shapes import page_size, usual_paper
from ui.settings import Settings
from ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def draft() -> Draft:
    return open_sample().draft


@pytest.fixture
def desk(draft: Draft, qapp: QCoreApplication) -> Desk:
    made = Desk()
    made.open(draft)
    return made


def words(paper: Paper) -> str:
    """The type of all pages, without what stands around it."""
    lines = [placed for sheet in paper.sheets for placed in (*sheet.lines, *sheet.notes)]
    blocks = dict.fromkeys(placed.block for placed in lines)
    return "\n".join(block.layout.text() for block in blocks)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_all_words_of_the_draft_are_printed_and_nothing_proposed(draft: Draft) -> None:
    printed = plain(words(Paper(draft, Wishes())))
    for paragraph in draft.paragraphs:
        pieces = [paragraph.text, *(note.text for note in paragraph.notes)]
        for mark in sorted((note.offset for note in paragraph.notes), reverse=True):
            pieces[0] = f"{pieces[0][:mark]}\n{pieces[0][mark:]}"
        assert all(plain(part) in printed for piece in pieces for part in piece.split("\n"))
    assert "56/2 of 10 July 2024" not in printed


def test_with_marks_both_the_old_and_the_proposed_words_are_printed(draft: Draft) -> None:
    printed = plain(words(Paper(draft, Wishes(marks=True))))
    assert "50/4 of 7 July 2022 56/2 of 10 July 2024" in printed


def test_names_stand_beside_the_paragraphs_only_with_marks(draft: Draft) -> None:
    def names(marks: bool) -> list[str]:
        sheets = Paper(draft, Wishes(marks)).sheets
        return [
            one.block.label for sheet in sheets for one in sheet.lines if not one.number and one.block.label
        ]

    assert names(False) == []
    assert names(True) == [draft.label(one.key).id for one in draft.paragraphs]


def test_what_the_room_said_stands_behind_a_paragraph_with_marks_alone(draft: Draft) -> None:
    agreed = set_stage(draft, [draft.paragraphs[0].key], Stage.AGREED).draft

    def said(marks: bool) -> set[str]:
        return {one.block.stage for sheet in Paper(agreed, Wishes(marks)).sheets for one in sheet.lines}

    assert said(True) == {"", "agreed"}
    assert said(False) == {""}


def test_what_the_room_said_of_short_paragraphs_stands_below_one_another(draft: Draft) -> None:
    keys = [one.key for one in draft.paragraphs[:8]]
    short = rewrite(draft, keys, [Rewritten(key, "Recalling it,") for key in keys]).draft
    paper = Paper(set_stage(short, keys, Stage.PLACEMENT).draft, Wishes(marks=True))
    said = paper.stages(paper.sheets[0])
    assert len(said) == len(keys)
    assert max(block.count for block, _ in said) > 1
    for (block, top), (_, following) in pairwise(said):
        assert top + block.count * block.pitch <= following


def pages_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_the_pdf_has_the_pages_their_numbers_and_the_symbol(
    qtbot: QtBot, desk: Desk, prompts: ScriptedPrompts, settings: Settings, tmp_path: Path
) -> None:
    dialog = PrintDialog(desk, prompts, settings)
    qtbot.addWidget(dialog)
    prompts.places = [tmp_path / "a.pdf"]
    with qtbot.waitSignal(dialog.said):
        dialog.pdf.click()
    pages = pages_of((tmp_path / "a.pdf").read_bytes())
    assert len(pages) == len(dialog._made.sheets) > 3
    assert "United Nations" in pages[0]
    for number, page in enumerate(pages[1:], start=2):
        assert "A/HRC/59/L.[…]" in page
        assert re.search(rf"^{number}\s*$", page, re.MULTILINE)


def test_lines_are_numbered_on_every_page_anew(draft: Draft, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    for _ in Paper(draft, Wishes(lines=True)).print(writer):
        pass
    pages = pages_of((tmp_path / "a.pdf").read_bytes())
    assert all(re.search(r"\b5\b", page) and re.search(r"\b10\b", page) for page in pages[1:-1])


@pytest.mark.parametrize(("country", "paper"), [("US", "Letter"), ("CH", "A4"), ("MX", "Letter"), ("", None)])
def test_the_paper_is_that_of_the_country(country: str, paper: str | None) -> None:
    assert usual_paper(country) == (paper or usual_paper())


def test_a_sheet_has_the_size_of_the_paper(draft: Draft) -> None:
    bounds = Paper(draft, Wishes(paper="Letter")).bounds()
    assert (bounds.width(), bounds.height()) == (12240, 15840)
    assert page_size("A4").sizePoints().width() == 595


def test_choices_are_kept_for_the_next_print(qtbot: QtBot, desk: Desk, settings: Settings) -> None:
    first = PrintDialog(desk, ScriptedPrompts(), settings)
    qtbot.addWidget(first)
    first.marked.setChecked(True)
    first.lines.setChecked(True)
    first.paper.setCurrentIndex(1)
    first.paper.activated.emit(1)
    second = PrintDialog(desk, ScriptedPrompts(), settings)
    qtbot.addWidget(second)
    assert second.wishes == Wishes(True, True, "Letter")


def test_saving_asks_for_a_place_and_writes_there(
    qtbot: QtBot, desk: Desk, settings: Settings, tmp_path: Path
) -> None:
    prompts = ScriptedPrompts(places=[tmp_path / "out.pdf"])
    dialog = PrintDialog(desk, prompts, settings)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.said) as said:
        dialog.pdf.click()
    assert said.args == [tr("{file} is in {folder}.").format(file="out.pdf", folder=tmp_path)]
    assert len(pages_of((tmp_path / "out.pdf").read_bytes())) == len(dialog._made.sheets)
    dialog.pdf.click()  # and nothing where no place is given
    assert prompts.asked == ["Draft 59 Enhancement of international cooperation.pdf"] * 2


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, desk: Desk, settings: Settings, tmp_path: Path
) -> None:
    prompts = ScriptedPrompts(places=[tmp_path / "nowhere" / "out.pdf"])
    dialog = PrintDialog(desk, prompts, settings)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.said):
        dialog.pdf.click()
    assert len(prompts.problems) == 1
    assert dialog.pdf.isEnabled()


def test_what_is_under_way_is_brought_to_its_end_when_the_dialog_is_closed(
    qtbot: QtBot, desk: Desk, settings: Settings, tmp_path: Path
) -> None:
    dialog = PrintDialog(desk, ScriptedPrompts(places=[tmp_path / "out.pdf"]), settings)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.pdf.click()
    dialog.close()
    assert len(pages_of((tmp_path / "out.pdf").read_bytes())) == len(dialog._made.sheets)


def test_the_printer_gets_every_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    prompts = window.prompts
    assert isinstance(prompts, ScriptedPrompts)
    prompts.printers = [QPdfWriter(str(tmp_path / "printed.pdf"))]
    window.acts["print"].trigger()
    dialog = window.findChildren(PrintDialog)[-1]
    with qtbot.waitSignal(dialog.said):
        dialog.print_out.click()
    assert "Cooperation" in pages_of((tmp_path / "printed.pdf").read_bytes())[0]
    dialog.close()


def test_the_pages_follow_the_draft_when_they_are_turned_to(qtbot: QtBot, window: MainWindow) -> None:
    focus_page(window)
    window.acts["print"].trigger()
    dialog = window.findChildren(PrintDialog)[-1]
    before = words(dialog._made)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.acts["accept_all"].trigger()
    window.pulse.now()
    assert words(dialog._made) == before  # whoever types waits for nothing
    dialog.activateWindow()
    qtbot.waitUntil(lambda: words(dialog._made) != before)
    window.desk.undo_stack.setClean()
    window.acts["close"].trigger()
    window.pulse.now()
    assert not dialog.isVisible()
