# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window as a whole: what is allowed when, what it remembers, what is dropped on it."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act, decided, focus_page

from drafting.draft import Decision
from ui import actions
from ui.acts import NEEDS_DRAFT
from ui.app import create_window
from ui.comparing import versions_of
from ui.desk import Desk
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.dropping import files_in
from ui.editor.filters import Filter
from ui.prompts import Use
from ui.room.leading import ACTS as ROOM_ACTS
from ui.settings import Settings
from ui.theme import themes
from ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("usual_look")


@pytest.mark.skipif(sys.platform == "darwin", reason="Option makes letters there")
def test_a_letter_with_alt_is_typed_nowhere(window: MainWindow, qtbot: QtBot) -> None:
    before, alt = window.desk.draft, Qt.KeyboardModifier.AltModifier
    focus_page(window)
    act(window, "replace")
    for widget in (window.work.page, window.finder.field, window.find_bar.words):
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, alt, "l"))
    assert (window.desk.draft, window.finder.field.text(), window.find_bar.words.text()) == (before, "", "")


def test_a_sentence_too_long_for_the_bar_stays_until_it_was_read(window: MainWindow) -> None:
    window.resize(800, 600)
    window.work.page.remark.emit("Short.")
    assert window.notices.notices == ()
    for told in ("First: " + "words " * 60, "Then: " + "words " * 60):
        window.work.page.remark.emit(told)
    assert [notice.text for notice in window.notices.notices] == [told]


def test_tab_goes_from_what_is_looked_for_to_what_comes_in_its_place(window: MainWindow) -> None:
    act(window, "replace")
    assert window.finder.field.nextInFocusChain() is window.find_bar.words


def test_taking_a_hidden_proposal_in_hand_brings_the_caret_to_it(window: MainWindow) -> None:
    window.work.narrow(Filter.STABLE)
    [*_, (paragraph, choice)] = window.desk.draft.choices()
    window.desk.choose(choice.proposal)
    assert window.work.page.here.key == paragraph.key
    assert window.work.page.picture.caret(window.work.page.textCursor().position()).key == paragraph.key


def test_without_a_draft_only_opening_is_offered(empty_window: MainWindow) -> None:
    window = empty_window
    assert window.stack.currentWidget() is window.welcome
    assert not any(window.acts[name].isEnabled() for name in NEEDS_DRAFT)
    assert all(window.acts[name].isEnabled() for name in ("open", "sample", "quit", "shortcuts", "about"))
    assert window.windowTitle() == "Penholder"


def test_only_what_goes_on_can_be_cancelled(qtbot: QtBot, empty_window: MainWindow) -> None:
    window = empty_window
    window.files.open_sample()
    assert window.status.cancel.isVisibleTo(window)
    qtbot.waitUntil(lambda: window.desk.draft is not None)
    assert not window.files.reading
    assert not window.status.cancel.isVisibleTo(window)


def test_a_draft_brings_the_page_and_its_figures(window: MainWindow) -> None:
    assert window.stack.currentWidget() is window.work
    assert window.windowTitle() == "Cooperation · draft for the 56th session[*] – Penholder"
    assert "proposal 1 of 5" in window.bar.position.text()
    assert all(
        word in window.status.figures.text()
        for word in ("paragraphs", "unchanged since 50/4", "proposals open")
    )
    assert window.status.saved.text() == "Not saved yet"
    assert window.work.tabs.tabBar().accessibleTabName(0) == "Proposals, 5"


def test_the_title_begins_with_the_file_of_the_draft(
    window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.places = [tmp_path / "mine.penholder"]
    act(window, "save")
    assert window.windowTitle().startswith("mine.penholder · Cooperation · draft for ")


def test_the_draft_is_said_to_be_shown_once_it_is_painted(qtbot: QtBot, empty_window: MainWindow) -> None:
    with qtbot.waitSignal(empty_window.draft_shown):
        empty_window.desk.open(small_draft())


def test_undo_says_what_it_takes_back(window: MainWindow) -> None:
    assert not window.acts["undo"].isEnabled()
    act(window, "accept")
    assert window.acts["undo"].text() == "&Undo Accept proposal in PP1"
    act(window, "undo")
    assert window.acts["redo"].text() == "&Redo Accept proposal in PP1"
    assert not window.acts["undo"].isEnabled()


def test_next_and_previous_go_round_the_open_ones(window: MainWindow) -> None:
    act(window, "accept_all")
    numbers = []
    for _ in range(4):
        numbers.append(window.bar.position.text())
        act(window, "next")
    assert numbers == ["proposal 1 of 5", "proposal 3 of 5", "proposal 5 of 5", "proposal 1 of 5"]
    act(window, "previous")
    assert window.bar.position.text() == "proposal 1 of 5"
    act(window, "previous")
    assert window.bar.position.text() == "proposal 5 of 5"


def test_when_all_is_decided_the_bar_says_so(window: MainWindow) -> None:
    for _ in range(5):
        act(window, "keep")
    assert window.bar.position.text() == "all decided"
    assert not window.acts["accept"].isEnabled()
    assert window.acts["take_back"].isEnabled()


def test_marks_can_be_put_away(window: MainWindow) -> None:
    window.acts["marks"].trigger()
    assert "53/11 of 12 July 2023" not in window.work.page.toPlainText()
    window.acts["marks"].trigger()
    assert "53/11 of 12 July 2023" in window.work.page.toPlainText()


def test_the_heads_of_a_comparison_say_nothing_of_other_versions(window: MainWindow) -> None:
    assert window.desk.draft is not None
    heads = [(version.name, version.subtitle) for version in versions_of(window.desk.draft)]
    assert heads == [("50/4", ""), ("53/11", ""), ("Draft", "56th session · […] 2024")]


def test_a_word_in_passing_leaves_the_figures_and_goes(window: MainWindow) -> None:
    status = window.status
    window.deciding.refused.emit("Undo brings them back.")
    assert (status.words.text(), status.words.isVisible()) == ("Undo brings them back.", True)
    assert (status.figures.isVisible(), status.alone.isVisible()) == (True, False)
    assert status.passing.isActive()
    status.passing.timeout.emit()
    assert (status.words.isVisible(), status.alone.isVisible()) == (False, True)


def test_a_long_word_in_passing_is_not_cut(window: MainWindow) -> None:
    status = window.status
    window.deciding.refused.emit("The words this proposal speaks of were changed by hand. " * 3)
    assert (status.words.isVisible(), status.figures.isVisible()) == (True, False)
    status.passing.timeout.emit()
    assert status.figures.isVisible()


def another(qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings) -> MainWindow:
    window = create_window(Desk(), prompts, settings)
    qtbot.addWidget(window)
    window.desk.open(small_draft())
    window.show()
    return window


def test_size_and_look_are_remembered(qtbot: QtBot, settings: Settings, prompts: ScriptedPrompts) -> None:
    first = another(qtbot, prompts, settings)
    first.resize(first.width(), 640)
    act(first, "theme_dark")
    first.close()
    assert another(qtbot, prompts, settings).height() == 640
    assert settings.theme == "dark"


def test_columns_are_remembered(qtbot: QtBot, settings: Settings, prompts: ScriptedPrompts) -> None:
    first = another(qtbot, prompts, settings)
    first.resize(1280, 700)
    usual = first.work.sizes()
    first.work.moveSplitter(250, 1)
    first.close()
    second = another(qtbot, prompts, settings)
    second.resize(1280, 700)
    again = second.work.sizes()
    assert (again[0], again[2]) == (250, usual[2]) != (usual[0], usual[2])


def test_a_window_with_changes_is_not_closed_unasked(window: MainWindow, prompts: ScriptedPrompts) -> None:
    act(window, "accept")
    assert not window.close()
    assert prompts.asked == ["the draft"]
    act(window, "undo")
    assert window.close()


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert files_in(data) == paths
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_files_dropped_on_the_empty_window_are_opened(
    qtbot: QtBot, empty_window: MainWindow, sample_files: tuple[Path, ...]
) -> None:
    with qtbot.waitSignal(empty_window.desk.opened):
        drop(empty_window, *sample_files)
    assert empty_window.desk.draft is not None
    assert len(empty_window.desk.draft.lineage.versions) == 4


def test_resolutions_dropped_beside_a_draft_are_asked_about(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, sample_files: tuple[Path, ...]
) -> None:
    prompts.uses.append(Use.OPEN)
    with qtbot.waitSignal(window.desk.opened):
        drop(window, *sample_files)
    assert prompts.asked == ["4 files, strange"]
    assert window.desk.draft is not None
    assert len(window.desk.draft.lineage.versions) == 4


def test_what_is_no_file_of_this_machine_is_no_file() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://www.un.org/")])
    assert files_in(data) == ()


@pytest.mark.parametrize("name", ["theme_light", "theme_dark", "theme_contrast"])
def test_the_window_wears_every_theme_at_every_size(window: MainWindow, name: str) -> None:
    act(window, name, "larger", "larger", "smaller", "normal_size")
    assert themes().scale == 1.0
    assert not window.grab().isNull()


def test_recent_files_are_offered(
    qtbot: QtBot, empty_window: MainWindow, sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    window = empty_window
    window.settings.remember(sample_files)
    window.settings.remember((tmp_path / "gone.penholder",))
    window.welcome.show_recent(window.settings.recent())
    recent = partial(window.welcome.findChildren, QPushButton, "recent")
    qtbot.waitUntil(lambda: bool(recent()))
    [button] = recent()
    with qtbot.waitSignal(window.desk.opened):
        button.click()


def test_the_window_starts_with_files_opened_before(
    qtbot: QtBot, settings: Settings, prompts: ScriptedPrompts, sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    settings.remember((tmp_path / "gone" / "away.penholder",))
    settings.remember((tmp_path / "half gone.txt", sample_files[0]))
    settings.remember(sample_files)
    window = create_window(Desk(), prompts, settings)
    qtbot.addWidget(window)
    window.show()
    recent = partial(window.welcome.findChildren, QPushButton, "recent")
    qtbot.waitUntil(lambda: bool(recent()))
    assert [button.toolTip() for button in recent()] == ["\n".join(map(str, sample_files))]
    assert recent()[0].text().startswith("47-9, 50-4")
    window.acts.submenus["recent"].aboutToShow.emit()
    assert len(window.acts.submenus["recent"].actions()) == 3 + 2  # a line, and what clears the list


def test_dialogs_open_beside_the_work(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "shortcuts", "about")
    titles = {one.windowTitle() for one in window.children() if one.isWidgetType() and one.isWindow()}
    assert titles >= {"Keyboard shortcuts", "About Penholder"}


def test_the_list_of_keys_names_both_windows(window: MainWindow) -> None:
    act(window, "shortcuts")
    [dialog] = window.findChildren(ShortcutsDialog)
    groups = [group for group, _, _ in dialog.keys]
    assert groups.index("Proposals panel") < groups.index("Comparison")
    assert ("Comparison", "Other end of the move", "M") in dialog.keys


def test_what_is_shown_is_marked_in_panel_and_menu(window: MainWindow) -> None:
    act(window, "show_open")
    assert window.work.show_panel.buttons[Filter.OPEN].isChecked()
    window.work.page.show_paragraph("p2")
    assert window.work.show_panel.buttons[Filter.ALL].isChecked()
    assert window.acts["show_all"].isChecked()


def test_a_dialog_is_there_once_and_goes_when_closed(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "shortcuts", "about", "shortcuts", "about")
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 2
    for dialog in dialogs:
        dialog.close()
    qtbot.waitUntil(lambda: not any(map(shiboken6.isValid, dialogs)))


def test_the_wheel_does_not_choose_another_session(window: MainWindow) -> None:
    field = window.work.series.session
    here, turn, none = QPointF(5, 5), QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(here, here, turn, turn, Qt.MouseButton.NoButton, none, phase, False)
    before = field.currentText()
    QApplication.sendEvent(field, event)
    assert field.currentText() == before


def test_the_words_of_a_card_are_copied(window: MainWindow) -> None:
    focus_page(window)
    window.work.page.show_paragraph("p1")
    act(window, "panel_history", "copy")
    assert QGuiApplication.clipboard().text() == window.work.history.wordings.list.chosen.wording.text != ""


def test_every_act_of_the_menus_is_in_the_table_once() -> None:
    names = [entry.name for entry in actions.TABLE]
    in_menus = [name for _, menu in actions.MENUS for name in menu if name and not name.startswith(">")]
    assert len(names) == len(set(names))
    in_submenus = {entry.name for entry in actions.TABLE if entry.group == "theme"} | set(ROOM_ACTS)
    assert set(in_menus) | in_submenus == set(names)


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_no_two_acts_have_the_same_key(platform: str) -> None:
    keys = [key.toString() for entry in actions.TABLE for key in actions.shortcuts(entry, platform)]
    assert sorted(keys) == sorted(set(keys))


def test_every_act_does_something(empty_window: MainWindow) -> None:
    unconnected = [
        entry.name
        for entry in actions.TABLE
        if not empty_window.acts[entry.name].receivers("2triggered(bool)")
        and not empty_window.acts[entry.name].receivers("2toggled(bool)")
    ]
    assert unconnected == []


def test_every_button_and_field_has_a_name(window: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in window.findChildren(kind):
            named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert named or widget.objectName().startswith("qt_"), widget


@pytest.mark.parametrize(
    ("key", "shift", "accepted", "proposal"),
    [
        (Qt.Key.Key_Return, False, 1, "proposal 2 of 5"),
        (Qt.Key.Key_Return, True, 2, "proposal 1 of 5"),
        (Qt.Key.Key_K, True, 0, "proposal 2 of 5"),
    ],
)
def test_keys_decide_while_the_caret_is_on_the_page(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, shift: bool, accepted: int, proposal: str
) -> None:
    focus_page(window)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.work.page, key, control | Qt.KeyboardModifier.ShiftModifier if shift else control)
    assert decided(window.desk.draft, Decision.ACCEPTED) == accepted
    assert window.bar.position.text() == proposal
    assert window.desk.draft is not None
    assert len(window.desk.draft.paragraphs) == 6


def test_f7_goes_through_the_proposals(qtbot: QtBot, window: MainWindow) -> None:
    focus_page(window)
    qtbot.keyClick(window.work.page, Qt.Key.Key_F7)
    assert window.bar.position.text() == "proposal 2 of 5"
    qtbot.keyClick(window.work.page, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert window.bar.position.text() == "proposal 1 of 5"


def test_the_tab_key_goes_from_the_page_to_the_panels_and_round(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "find")
    focus_page(window)
    seen = []
    for _ in range(100):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
        if seen[-1] is window.work.page:
            break
    left = [window.work.series.list, window.work.outline.list]
    assert all(one in seen for one in (*left, window.finder.field, window.work.proposals.list))
    assert seen.index(window.work.proposals.list) < min(seen.index(one) for one in left)
    assert seen[-1] is window.work.page
