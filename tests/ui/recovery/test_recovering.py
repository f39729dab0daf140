# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery screen: what it says, and what comes of each choice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act, shown_window

from drafting.draft import Draft, Rewritten, accept_all, rewrite
from drafting.keeping.recovery import read_copy, write_copy
from drafting.keeping.stamp import Origin, stamp_of
from drafting.opening import open_sample
from drafting.project import VERSION, open_project, save_project
from ui.recovery.dialog import RecoveryDialog
from ui.recovery.finding import find
from ui.recovery.place import moment
from ui.recovery.words import both, html, summary, times
from ui.settings import Settings
from ui.window import MainWindow

Leave = Callable[..., Path]


@pytest.fixture(scope="module")
def sample() -> Draft:
    return open_sample().draft


@pytest.fixture
def saved(sample: Draft, tmp_path: Path) -> Path:
    path = tmp_path / "mine.penholder"
    save_project(sample, path)
    return path


def typed(draft: Draft, key: str = "p3", words: str = " <and more>") -> Draft:
    return rewrite(draft, [key], [Rewritten(key, draft.paragraph(key).text + words)]).draft


@pytest.fixture
def leave(settings: Settings, sample: Draft) -> Leave:
    """Leaves a copy behind, as a window that was killed does."""

    def left(path: Path | None = None, name: str = "a", draft: Draft | None = None) -> Path:
        settings.recovery.mkdir(exist_ok=True)
        copy = settings.recovery / f"{name}.penholder"
        origin = Origin(path.name, str(path), stamp_of(path)) if path else Origin("the draft")
        write_copy(draft or typed(sample), origin, copy)
        return copy

    return left


def _shown(qtbot: QtBot, window: MainWindow) -> RecoveryDialog:
    window.recovering.look()
    qtbot.waitUntil(lambda: window.recovering.dialog is not None)
    dialog = window.recovering.dialog
    assert dialog is not None
    return dialog


def test_nothing_left_behind_opens_at_once(empty_window: MainWindow) -> None:
    done: list[str] = []
    empty_window.recovering.look(lambda: done.append("opened"))
    assert done == ["opened"]
    act(empty_window, "recovered")
    assert "Nothing was left to recover" in empty_window.status.words.text()


def test_the_screen_says_what_was_recovered_and_what_differs(
    qtbot: QtBot, empty_window: MainWindow, leave: Leave, saved: Path
) -> None:
    leave(saved)
    dialog = _shown(qtbot, empty_window)
    assert dialog.head.text() == "mine.penholder"
    assert "Recovered as it was at" in dialog.times.text()
    assert f"in {saved.parent}" in dialog.times.text()
    assert dialog.sum.text() == "The recovered draft differs from what was saved in 1 paragraph."
    words = dialog.words.toPlainText()
    assert "PP3 reworded" in words
    assert "<and more>" in words
    assert not dialog.list.isVisible()
    assert dialog.keep.text() == "&Keep the saved draft"


def test_taken_it_is_open_and_not_saved(
    qtbot: QtBot, empty_window: MainWindow, leave: Leave, saved: Path, sample: Draft
) -> None:
    copy = leave(saved)
    dialog = _shown(qtbot, empty_window)
    dialog.take.click()
    assert empty_window.desk.draft == typed(sample)
    assert empty_window.files.path == saved
    assert empty_window.isWindowModified()
    assert open_project(saved) == sample
    assert empty_window.recovering.dialog is None
    act(empty_window, "accept")  # the same copy goes on
    with qtbot.waitSignal(empty_window.recovering.keeper.kept):
        empty_window.recovering.keeper.now()
    assert read_copy(copy).draft == empty_window.desk.draft
    act(empty_window, "save")
    qtbot.waitUntil(lambda: not copy.exists())
    assert open_project(saved) == empty_window.desk.draft


@pytest.mark.parametrize("certain", [False, True])
def test_the_saved_draft_is_kept_when_the_drafter_is_certain(
    qtbot: QtBot,
    empty_window: MainWindow,
    prompts: ScriptedPrompts,
    leave: Leave,
    saved: Path,
    sample: Draft,
    certain: bool,
) -> None:
    copy = leave(saved)
    dialog = _shown(qtbot, empty_window)
    prompts.certainties.append(certain)
    dialog.keep.click()
    assert prompts.asked == ["Throw the recovered draft away?"]
    assert copy.exists() is not certain
    if certain:
        qtbot.waitUntil(lambda: empty_window.desk.draft is not None)
        assert empty_window.desk.draft == sample
        assert not empty_window.isWindowModified()
    else:
        assert dialog.isVisible()


def test_decided_later_it_is_asked_again(
    qtbot: QtBot, empty_window: MainWindow, leave: Leave, saved: Path
) -> None:
    copy = leave(saved)
    for _ in range(2):
        _shown(qtbot, empty_window).later.click()
        assert empty_window.recovering.dialog is None
        assert copy.exists()
        assert empty_window.welcome.recovered.isVisible()
        assert "1 draft that was recovered" in empty_window.welcome.recovered.text()
    empty_window.welcome.recovered.click()
    qtbot.waitUntil(lambda: empty_window.recovering.dialog is not None)
    empty_window.recovering.dialog.take.click()
    assert not empty_window.welcome.recovered.isVisible()


def test_both_are_shown_side_by_side(
    qtbot: QtBot, empty_window: MainWindow, leave: Leave, saved: Path
) -> None:
    leave(saved)
    dialog = _shown(qtbot, empty_window)
    dialog.look.click()
    window = empty_window.recovering.comparison
    assert window is not None
    qtbot.waitUntil(lambda: window.model.comparison is not None)
    assert [one.name for one in window.columns.choice.versions] == ["Saved draft", "Recovered draft"]
    dialog.later.click()
    qtbot.waitUntil(lambda: empty_window.recovering.comparison is None)


def test_both_can_be_shown_again(qtbot: QtBot, empty_window: MainWindow, leave: Leave, saved: Path) -> None:
    leave(saved)
    dialog = _shown(qtbot, empty_window)
    dialog.look.click()
    first = empty_window.recovering.comparison
    assert first is not None
    with qtbot.waitSignal(first.destroyed):
        dialog.look.click()
    again = empty_window.recovering.comparison
    assert again is not None
    assert again.isVisible()
    dialog.later.click()


@pytest.mark.parametrize("shown", [False, True])
def test_who_asks_while_it_is_looked_for_changes_nothing(
    qtbot: QtBot, empty_window: MainWindow, leave: Leave, saved: Path, shown: bool
) -> None:
    leave(saved)
    done: list[str] = []
    empty_window.recovering.look(lambda: done.append("opened"))
    if shown:
        qtbot.waitUntil(lambda: empty_window.recovering.dialog is not None)
    act(empty_window, "recovered")
    qtbot.waitUntil(lambda: empty_window.recovering.dialog is not None)
    empty_window.recovering.dialog.later.click()
    assert done == ["opened"]


def test_what_was_to_be_opened_waits_for_the_choice(
    qtbot: QtBot, empty_window: MainWindow, leave: Leave, saved: Path
) -> None:
    leave(saved)
    done: list[str] = []
    for choose in (lambda dialog: dialog.later.click(), lambda dialog: dialog.take.click()):
        empty_window.recovering.look(lambda: done.append("opened"))
        qtbot.waitUntil(lambda: empty_window.recovering.dialog is not None)
        assert done in ([], ["opened"])
        choose(empty_window.recovering.dialog)
    assert done == ["opened"]  # not in place of what was taken


def test_several_are_listed_and_one_after_the_other_decided(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, leave: Leave, saved: Path, sample: Draft
) -> None:
    leave(saved)
    leave(None, "b", accept_all(sample).draft)
    dialog = _shown(qtbot, empty_window)
    QAbstractItemModelTester(dialog.names)
    assert dialog.list.isVisible()
    names = [dialog.names.index(row).data().splitlines()[0] for row in range(2)]
    assert sorted(names) == sorted(["mine.penholder", f"Draft on {sample.masthead.title}"])
    dialog.list.setCurrentIndex(dialog.names.index(names.index("mine.penholder")))
    assert dialog.chosen.name == "mine.penholder"
    prompts.certainties.append(True)
    dialog.keep.click()
    assert dialog.names.rowCount() == 1
    assert dialog.keep.text() == "Thro&w it away"
    assert dialog.look.text() == "&Look at it beside 56/2"
    assert "It was never saved." in dialog.times.text()
    assert dialog.sum.text() == (
        "The recovered draft differs from 56/2 in 3 paragraphs and 3 decisions on proposals."
    )


def test_a_copy_that_says_what_was_saved_is_not_asked_about(leave: Leave, saved: Path, sample: Draft) -> None:
    copy = leave(saved, draft=sample)
    assert find(copy.parent).found == ()
    assert not copy.exists()


@pytest.mark.parametrize("certain", [False, True])
def test_a_copy_that_cannot_be_read_is_told_and_goes_when_the_drafter_says_so(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, leave: Leave, certain: bool
) -> None:
    copy = leave()
    copy.write_bytes(copy.read_bytes()[:100])
    with qtbot.waitSignal(empty_window.recovering.noticed):
        empty_window.recovering.look()
    [notice] = empty_window.notices.notices
    assert notice.word == "not recovered"
    assert notice.line.startswith("a recovery copy of ")
    assert "It is damaged, and cannot be recovered. What you saved is not affected." in notice.text
    assert str(copy.parent) in notice.text
    prompts.certainties.append(certain)
    [(word, remove)] = notice.acts
    assert word == "Remove it"
    remove()
    assert prompts.asked == ["Remove the copy that cannot be read?"]
    assert copy.exists() is not certain
    assert [one.word for one in empty_window.notices.notices] == ([] if certain else ["not recovered"])
    assert list(copy.parent.glob("*.lock")) == []


def test_a_copy_of_a_later_version_is_told_as_such(
    qtbot: QtBot, empty_window: MainWindow, leave: Leave, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafting.project.NEEDS", VERSION + 1)
    leave()
    with qtbot.waitSignal(empty_window.recovering.noticed):
        empty_window.recovering.look()
    [notice] = empty_window.notices.notices
    assert "A later version of Penholder wrote it: open that one to recover it." in notice.text


def test_what_was_to_be_opened_is_opened_where_looking_fails_unforeseen(
    qtbot: QtBot, empty_window: MainWindow, leave: Leave, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_folder: Path) -> None:
        raise RuntimeError("unforeseen")

    leave()
    monkeypatch.setattr("ui.recovery.recovering._find", broken)
    done: list[str] = []
    with qtbot.captureExceptions() as caught:
        empty_window.recovering.look(lambda: done.append("opened"))
        qtbot.waitUntil(lambda: done == ["opened"])
    assert [str(error) for _, error, _ in caught] == ["unforeseen"]


OPENS = "Opens what was saved; what was recovered is thrown away"
STAYS = "What was saved stays as it is and is not opened; what was recovered is thrown away"


@pytest.mark.parametrize("another_open", [False, True])
@pytest.mark.parametrize("several", [False, True])
def test_keeping_says_whether_it_opens_what_was_saved(
    qtbot: QtBot,
    empty_window: MainWindow,
    leave: Leave,
    saved: Path,
    sample: Draft,
    several: bool,
    another_open: bool,
) -> None:
    leave(saved)
    if several:
        leave(saved, "b", typed(sample, "p4"))
    dialog = _shown(qtbot, empty_window)
    assert dialog.keep.toolTip() == (STAYS if several else OPENS)
    if another_open:
        with qtbot.waitSignal(empty_window.files.saved_changed):
            empty_window.files.open_sample()
        assert dialog.keep.toolTip() == STAYS


@pytest.mark.parametrize("what", ["gone", "damaged", "changed"])
def test_a_saved_file_that_is_another_by_now_is_told(
    leave: Leave, saved: Path, sample: Draft, what: str
) -> None:
    copy = leave(saved)
    if what == "gone":
        saved.unlink()
    elif what == "damaged":
        saved.write_bytes(b"x")
    else:
        save_project(accept_all(sample).draft, saved)
    [found] = find(copy.parent).found
    words = " ".join(times(found))
    expected = {
        "gone": "it is no longer in",
        "damaged": "The saved draft cannot be read: this is no whole Penholder draft",
        "changed": "▲ The saved file was written after the program had last seen it",
    }
    assert expected[what] in words
    assert (found.saved is None) is (what != "changed")
    names = [version.name for version in both(found)]
    assert names == (["Saved draft", "Recovered draft"] if what == "changed" else ["56/2", "Recovered draft"])


def test_what_differs_is_never_told_by_colour_alone(leave: Leave, saved: Path, sample: Draft) -> None:
    copy = leave(saved, draft=typed(sample, "p3", " 𝔘 <b>bold</b>"))
    [found] = find(copy.parent).found
    assert "<u style=" in html(found)
    assert "&lt;b&gt;" in html(found)
    assert summary(found) == "The recovered draft differs from what was saved in 1 paragraph."


def test_every_control_has_a_name_and_a_key(
    qtbot: QtBot, empty_window: MainWindow, leave: Leave, saved: Path
) -> None:
    leave(saved)
    dialog = _shown(qtbot, empty_window)
    assert all("&" in button.text() for button in dialog.findChildren(QPushButton))
    for widget in (dialog.words, dialog.list, *dialog.findChildren(QPushButton)):
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken is not None
        assert spoken.text(QAccessible.Text.Name)
    dialog.take.setFocus()
    QTest.keyClick(dialog.take, Qt.Key.Key_Return)
    assert empty_window.desk.draft is not None


def test_another_window_does_not_ask_about_the_same(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, leave: Leave, saved: Path
) -> None:
    leave(saved)
    _shown(qtbot, empty_window)
    second = shown_window(qtbot, prompts, empty_window.settings)
    done: list[str] = []
    second.recovering.look(lambda: done.append("opened"))
    qtbot.waitUntil(lambda: done == ["opened"])
    assert second.recovering.dialog is None


def test_moments_of_other_days_have_their_day() -> None:
    now = datetime.now(UTC)
    assert moment(now).startswith("at ")
    assert moment(now - timedelta(days=400)).startswith("on ")
