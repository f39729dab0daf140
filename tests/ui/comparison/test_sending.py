# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison on its way out: Word, web page, PDF, summary, printer."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from compared_texts import BASE, DRAFT, SERIES, settled
from pictures import compared
from PySide6.QtGui import QPdfWriter
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts

from drafting.reading import read
from ui.comparison.layouts import Look
from ui.comparison.paper import Paper, landscape
from ui.comparison.rows import Comparison, Layer, Row
from ui.comparison.sending import Outlet
from ui.comparison.web import columns_html
from ui.comparison.window import ComparisonWindow
from ui.settings import Settings

Sent = Callable[..., tuple[ComparisonWindow, Path]]


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def sent(qtbot: QtBot, prompts: ScriptedPrompts, tmp_path: Path) -> Sent:
    """Sends the comparison of some columns out by an act, and waits until it is there."""

    def send(act: str, name: str, *shown: int) -> tuple[ComparisonWindow, Path]:
        settings = Settings.in_file(tmp_path / "settings.ini")
        window = ComparisonWindow((*SERIES, DRAFT), *shown, outlet=Outlet(prompts, settings))
        qtbot.addWidget(window)
        window.show()
        settled(window, qtbot)
        prompts.places.append(tmp_path / name)
        window.acts[act].trigger()
        qtbot.waitUntil(lambda: not window.sending.busy)
        return window, tmp_path / name

    return send


@pytest.mark.parametrize("act", ["out_word", "out_redline"])
def test_a_word_file_holds_the_column_in_hand_and_that_it_is_compared_with(
    sent: Sent, prompts: ScriptedPrompts, act: str
) -> None:
    window, path = sent(act, "out.docx", 0, 2, 4)
    assert prompts.problems == []
    assert "47/9 → 53/11" in window.acts[act].text()
    assert prompts.asked[0].startswith("47-9 to 53-11")
    body = zipfile.ZipFile(path).read("word/document.xml").decode("utf-8")
    assert ("<w:ins " in body) is (act == "out_word")
    assert window.statusBar().currentMessage() == f"out.docx is in {path.parent}."


def test_the_tracked_file_reads_as_the_newer_version(sent: Sent) -> None:
    _, path = sent("out_word", "out.docx", 0, 2)
    assert "obligation of States" in " ".join(one.text for one in read(path).paragraphs)


def test_the_web_page_has_every_word_of_every_column(sent: Sent) -> None:
    _, path = sent("out_web", "out.html", 0, 1, 2, 3, 4)
    page = path.read_text(encoding="utf-8")
    words = unescape(re.sub(r"<[^>]+>", "", page))
    assert all(text in words for text in BASE)
    assert "as 47/9" in words
    assert "http" not in page.replace("http-equiv", "")
    assert "<script" not in page


def test_pdf_and_print_are_the_same_pages(sent: Sent, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    paper = QPdfWriter(str(tmp_path / "printed.pdf"))
    landscape(paper)
    prompts.printers.append(paper)
    _, path = sent("out_pdf", "out.pdf", 0, 2, 4)
    sent("out_print", "unused", 0, 2, 4)
    assert prompts.asked[-1] == "47/9, 53/11 and the draft compared"
    for one in (path, tmp_path / "printed.pdf"):
        data = one.read_bytes()
        assert data.startswith(b"%PDF")
        assert data.count(b"/Type /Page\n") == 1


def test_the_summary_is_one_page(sent: Sent) -> None:
    _, path = sent("out_summary", "out.pdf", 0, 1, 2, 3, 4)
    assert path.read_bytes().count(b"/Type /Page\n") == 1


def test_what_cannot_be_written_is_said(sent: Sent, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    for act, kind in (("out_web", "html"), ("out_pdf", "pdf"), ("out_word", "docx")):
        sent(act, f"none/out.{kind}", 0, 2)
    assert len(prompts.problems) == 3
    assert not (tmp_path / "none").exists()


def test_nothing_is_written_when_no_place_is_given(
    qtbot: QtBot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    window = ComparisonWindow(SERIES, 0, 2, outlet=Outlet(prompts))
    qtbot.addWidget(window)
    settled(window, qtbot)
    for act in ("out_word", "out_redline", "out_web", "out_pdf", "out_summary", "out_print"):
        window.acts[act].trigger()
    assert len(prompts.asked) == 6
    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------------------------------- web and paper

RAISED = ("Requests States to act;", "Urges States to act now;")


def test_marks_of_hidden_classes_are_not_on_the_page() -> None:
    comparison = compared("~ OP1 OP1", {"OP1": RAISED})
    look = Look(frozenset({Layer.ROUTINE}))
    assert 'class="substance" title' in columns_html(comparison)
    assert 'class="substance" title' not in columns_html(comparison, look)


def long(words: int) -> Comparison:
    texts = {f"OP{at}": (" ".join(["word"] * words),) * 2 for at in range(1, 4)}
    return compared("= OP1 OP1\n= OP2 OP2\n= OP3 OP3", texts)


@pytest.mark.parametrize("words", [5, 900, 4000])
def test_long_rows_run_over_pages_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path, words: int) -> None:
    comparison = long(words)
    paper = Paper(comparison, comparison.rows, Look())
    device = QPdfWriter(str(tmp_path / "out.pdf"))
    landscape(device)
    list(paper.print(device))
    filled = [sum(strip.end - strip.start for strip in page) for page in paper.pages]
    assert all(one > 0.6 * max(filled) for one in filled[:-1])
    for row in comparison.rows:
        strips = [strip for page in paper.pages for strip in page if strip.entry is row]
        assert strips[0].start == 0
        assert all(one.end == other.start for one, other in pairwise(strips))
        assert isinstance(strips[-1].entry, Row)
