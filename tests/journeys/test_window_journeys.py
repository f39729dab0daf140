# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole stories in the real window, by the acts a drafter has."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act, decided, text_of

from drafting.draft import Decision
from ui.prompts import Answer
from ui.window import MainWindow

Opening = Callable[..., MainWindow]


def test_a_drafter_takes_the_sample_to_a_word_file(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    window = opened()
    assert window.desk.draft is not None
    start = window.desk.draft
    assert decided(start, Decision.OPEN) == len(start.carry.proposals) >= 7

    act(window, "accept_all")
    assert "resolution 56/2 of 10 July 2024" in text_of(window.desk.draft, "PP4")
    assert "sixty-second session" in text_of(window.desk.draft, "OP37")
    assert decided(window.desk.draft, Decision.ACCEPTED) == 3

    _fill_the_resolution_of_the_year(window)
    assert "resolution 79/199 of 19 December 2024" in text_of(window.desk.draft, "PP4")
    assert "79/199" in text_of(window.desk.draft, "OP36")

    prompts.places.append(tmp_path / "draft.docx")
    with qtbot.waitSignal(window.exporting.noticed) as told:
        act(window, "export_again")
    assert zipfile.is_zipfile(tmp_path / "draft.docx")
    [notice] = told.args[0]
    assert (notice.kind, notice.head) == ("done", "draft.docx")
    assert "still open" in notice.text

    while window.desk.undo_stack.canUndo():
        act(window, "undo")
    assert window.desk.draft == start


def _fill_the_resolution_of_the_year(window: MainWindow) -> None:
    act(window, "panel_facts")
    card = window.work.facts.cards[0]
    for name, words in (("number", "199"), ("date", "19")):
        card.fields.edits[name].setText(words)
        card.fields.edits[name].editingFinished.emit()
    card.accept.click()


def test_files_in_any_order_make_the_same_draft(opened: Opening, sample_files: tuple[Path, ...]) -> None:
    first = opened(*sample_files).desk.draft
    assert opened(*reversed(sample_files)).desk.draft == first


def test_bad_files_are_named_and_the_others_load(opened: Opening, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "page.txt").write_text("<!DOCTYPE html><html><body>Not found</body></html>", encoding="utf-8")
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "letter.txt").write_text("Dear colleague,\n\nplease find the file.\n", encoding="utf-8")
    (folder / "again.txt").write_bytes((folder / "56-2.txt").read_bytes())
    window = opened(folder, folder / "missing.txt")
    assert window.desk.draft is not None
    assert [version.number for version in window.desk.draft.lineage.versions] == [
        "47/9",
        "50/4",
        "53/11",
        "56/2",
    ]
    [notice] = [notice for notice in window.notices.notices if notice.kind == "error"]
    assert notice.text.startswith("6 files, ")  # one line for many; the list has each with its reason
    told = {row.text for row in window.work.series.model.rows if row.refused}
    assert told >= {"empty.txt", "page.txt", "photo.txt", "letter.txt", "missing.txt"}
    assert told & {"again.txt", "56-2.txt"}
    assert all(notice.text.endswith(".") for notice in window.notices.notices)
    assert window.notices.isVisible()
    for notice in window.notices.notices:
        window.notices.put_away(notice)
    assert not window.notices.isVisible()


def test_when_nothing_can_be_opened_the_draft_on_the_desk_stays(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    window = opened()
    before = window.desk.draft
    window.files.open([tmp_path / "missing.txt"])
    qtbot.waitUntil(lambda: bool(prompts.problems))
    assert "missing.txt" in prompts.problems[0]
    assert window.desk.draft is before


def test_what_is_done_while_files_are_read_is_not_lost(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, sample_files: tuple[Path, ...]
) -> None:
    window = opened()
    window.files.open(sample_files[:2])
    act(window, "accept_all")
    qtbot.waitUntil(lambda: not window.status.busy.isVisible())
    qtbot.waitUntil(lambda: bool(prompts.asked))
    assert decided(window.desk.draft, Decision.ACCEPTED) == 3


def test_a_session_asked_for_in_a_draft_put_away_is_forgotten(qtbot: QtBot, opened: Opening) -> None:
    window = opened()
    window.files.aim(62)
    window.desk.open(small_draft())
    with qtbot.waitSignal(window.files.aimed):
        window.files.aim(59)  # what was asked for first would come before
    assert window.desk.draft is not None
    assert window.desk.draft.carry.session == 59
    assert window.desk.undo_stack.count() == 1


def test_a_saved_draft_opens_as_it_was(
    opened: Opening, window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    opened()
    act(window, "accept", "keep")
    path = tmp_path / "mine.penholder"
    prompts.places.append(path)
    assert window.isWindowModified()
    act(window, "save")
    assert not window.isWindowModified()
    saved = window.desk.draft
    act(window, "close")
    assert window.desk.draft is None
    assert window.stack.currentWidget() is window.welcome
    assert opened(path).desk.draft == saved
    assert window.settings.recent()[0] == (path,)


@pytest.mark.parametrize(
    ("answer", "closed", "kept"),
    [(Answer.CANCEL, False, False), (Answer.DISCARD, True, False), (Answer.SAVE, True, True)],
)
def test_unsaved_changes_are_asked_for(
    opened: Opening,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    answer: Answer,
    closed: bool,
    kept: bool,
) -> None:
    window = opened()
    act(window, "accept_all")
    prompts.answers.append(answer)
    prompts.places.append(tmp_path / "mine.penholder")
    act(window, "close")
    assert (window.desk.draft is None) is closed
    assert (tmp_path / "mine.penholder").exists() is kept


def test_another_session_changes_what_is_proposed_and_keeps_the_words(qtbot: QtBot, opened: Opening) -> None:
    window = opened()
    act(window, "accept_all")
    with qtbot.waitSignal(window.desk.changed):
        window.work.series.target.emit(62)
    assert window.desk.draft is not None
    assert window.desk.draft.carry.session == 62
    assert "sixty-fifth session" in text_of(window.desk.draft, "OP37")
    assert "62nd session" in window.windowTitle()
    assert "proposal 1 of" in window.bar.position.text()
    act(window, "undo")
    assert "sixty-second session" in text_of(window.desk.draft, "OP37")


def test_a_session_before_the_base_is_refused_in_a_sentence(qtbot: QtBot, opened: Opening) -> None:
    window = opened()
    before = window.desk.draft
    with qtbot.waitSignal(window.files.refused_target):
        window.work.series.target.emit(47)
    assert "fifty-sixth" in window.work.series.remark.text()
    assert window.work.series.remark.isVisible()
    assert window.desk.draft is before


def test_a_session_before_the_base_on_the_command_line_gives_the_next_one(opened: Opening) -> None:
    window = opened(session=12)
    assert window.desk.draft is not None
    assert window.desk.draft.carry.session == 59
    assert "next session" in window.notices.notices[0].text


def test_the_comparison_follows_the_draft(qtbot: QtBot, opened: Opening) -> None:
    window = opened()
    act(window, "compare")
    shown = window.comparing.window
    assert shown is not None
    qtbot.waitUntil(lambda: "compared" in shown.windowTitle())
    assert (shown.left.currentText(), shown.right.currentText()) == ("56/2", "Draft")
    act(window, "accept_all")
    window.comparing.update()
    qtbot.waitUntil(lambda: sum(row.differs for row in shown.model.comparison.rows) == 3)
    window.comparing.close()
    assert window.comparing.window is None


def test_asked_for_again_the_comparison_shows_what_is_wanted(qtbot: QtBot, opened: Opening) -> None:
    window = opened()
    act(window, "compare")
    first = window.comparing.window
    assert first is not None
    window.work.series.compare.emit(0)
    assert window.comparing.window is first
    assert (first.left.currentText(), first.right.currentText()) == ("47/9", "Draft")


def test_a_comparison_that_was_closed_takes_no_later_one_with_it(qtbot: QtBot, opened: Opening) -> None:
    window = opened()
    act(window, "compare")
    first = window.comparing.window
    assert first is not None
    first.close()
    act(window, "compare")
    second = window.comparing.window
    assert second is not None
    qtbot.waitUntil(lambda: not shiboken6.isValid(first))
    assert window.comparing.window is second
    opened()
    qtbot.waitUntil(lambda: not shiboken6.isValid(second))


def test_reading_can_be_cancelled(qtbot: QtBot, opened: Opening, sample_files: tuple[Path, ...]) -> None:
    window = opened()
    before = window.desk.draft
    window.files.open(sample_files[:2])
    assert window.status.cancel.isVisible()
    window.status.cancel.click()
    assert not window.status.busy.isVisible()
    window.files.aim(62)  # read in turn: when it is there, the files have been read too
    with qtbot.waitSignal(window.files.aimed):
        pass
    assert window.desk.draft is not None
    assert before is not None
    assert window.desk.draft.lineage is before.lineage
