# SPDX-License-Identifier: GPL-3.0-or-later
"""From an opened series to a draft that nothing stands against: proposals, facts, shelf and checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shelf_files import written
from windows import ScriptedPrompts, act, decided, text_of

from drafting.draft import Decision
from ui.checks.places import Passed, Placed
from ui.checks.rows import Kind
from ui.ready.dialog import ReadyDialog
from ui.ready.rows import READY
from ui.window import MainWindow

Opening = Callable[..., MainWindow]
GENERAL_ASSEMBLY = """A/RES/79/166
General Assembly
Distr.: General
19 December 2024

Seventy-ninth session
Agenda item 71 (b)

Resolution adopted by the General Assembly on 17 December 2024

79/166. Enhancement of international cooperation in the field of human rights

The General Assembly,

Recalling its resolution 78/199 of 19 December 2023,

1. Reaffirms that it is one of the purposes of the United Nations to achieve international cooperation;

2. Decides to continue its consideration of the question at its eightieth session.

54th plenary meeting
17 December 2024
"""


@pytest.fixture
def checked(qtbot: QtBot, opened: Opening) -> MainWindow:
    """The sample series, its draft checked."""
    window = opened()
    wait_for_checks(qtbot, window)
    return window


def wait_for_checks(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.checker.known and not window.checker.waiting)


def fixable(window: MainWindow) -> Placed:
    return next(one for one in window.checker.standing if one.fix)


def test_a_finding_is_gone_to_mended_and_undone(qtbot: QtBot, checked: MainWindow) -> None:
    window, finding = checked, fixable(checked)
    before = window.desk.draft
    act(window, "panel_checks")
    while window.checker.chosen is None or window.checker.chosen.id != finding.id:
        act(window, "next_finding")
    assert window.work.page.current_paragraph == finding.at.key
    act(window, "fix")
    wait_for_checks(qtbot, window)
    assert finding.id not in {one.id for one in window.checker.placed}
    assert window.acts["undo"].text().startswith("&Undo Fix ")
    act(window, "undo")
    wait_for_checks(qtbot, window)
    assert window.desk.draft == before
    assert finding.id in {one.id for one in window.checker.placed}


def test_a_finding_is_ignored_here_and_the_draft_remembers(
    qtbot: QtBot, checked: MainWindow, opened: Opening, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    window = checked
    act(window, "next_finding")
    assert window.checker.chosen is not None
    finding = window.checker.chosen.id
    act(window, "ignore")
    prompts.places.append(tmp_path / "mine.penholder")
    act(window, "save", "close")
    opened(tmp_path / "mine.penholder")
    wait_for_checks(qtbot, window)
    assert {one.id: one.passed for one in window.checker.placed}[finding] is Passed.HERE


def test_a_finding_is_ignored_always_in_every_draft(
    qtbot: QtBot, checked: MainWindow, opened: Opening
) -> None:
    window = checked
    act(window, "next_finding")
    assert window.checker.chosen is not None
    always = window.checker.chosen.always
    act(window, "ignore_always")
    opened()
    wait_for_checks(qtbot, window)
    assert {one.always for one in window.checker.placed if one.passed is Passed.ALWAYS} == {always}
    window.work.checks.show_kind(Kind.IGNORED)
    window.checker.choose(next(one.id for one in window.checker.placed if one.always == always))
    window.work.checks.tools.back.click()
    assert always in {one.always for one in window.checker.standing}


def test_facts_are_held_against_what_they_take(checked: MainWindow) -> None:
    window = checked
    act(window, "panel_facts")
    card = window.work.facts.cards[0]
    for words, state in (("80/166", "not usable"), ("79/166", "missing")):
        card.fields.edits["number"].setText(words)
        card.fields.edits["number"].editingFinished.emit()
        assert card.state.text() == state
    assert "79/166 of […] December 2024" in [words.text() for _, words in card._lines]


def test_the_shelf_answers_and_the_drafter_confirms(
    qtbot: QtBot, checked: MainWindow, tmp_path: Path
) -> None:
    window = checked
    prompts = window.prompts
    assert isinstance(prompts, ScriptedPrompts)
    prompts.files.append((written(tmp_path, "ga.txt", GENERAL_ASSEMBLY),))
    with qtbot.waitSignal(window.shelving.lookup.answered):
        act(window, "shelf")
    window.work.facts.shelf.sure.click()
    card = window.work.facts.cards[0]
    assert card.state.text() == "filled in"
    card.accept.click()
    assert "resolution 79/166 of 17 December 2024" in text_of(window.desk.draft, "PP4")
    act(window, "undo", "undo")
    assert card.state.text() == "missing"


def test_another_session_keeps_decisions_and_what_is_ignored(qtbot: QtBot, checked: MainWindow) -> None:
    window = checked
    act(window, "accept_all", "next_finding", "ignore")
    assert window.desk.draft is not None
    before, ignored = decided(window.desk.draft, Decision.ACCEPTED), window.desk.draft.ignored
    with qtbot.waitSignal(window.files.aimed):
        window.work.series.target.emit(60)
    assert window.desk.draft.carry.session == 60
    assert decided(window.desk.draft, Decision.ACCEPTED) == before
    assert window.desk.draft.ignored == ignored


def test_the_list_of_what_blocks_empties(qtbot: QtBot, checked: MainWindow) -> None:
    window = checked
    act(window, "ready")
    [dialog] = window.findChildren(ReadyDialog)
    assert dialog.head.text().startswith("Not ready: ")
    act(window, "accept_all")
    for card in window.work.facts.cards:
        values = {name: edit.placeholderText().rpartition(" ")[2] for name, edit in card.fields.edits.items()}
        window.deciding.fill(card.fact.id, values)
        window.deciding.accept_fact(card.fact.id)
    wait_for_checks(qtbot, window)
    while dialog.model.rows:
        blocker = dialog.model.row(0).blocker
        assert blocker.kind == "finding", blocker
        window.readiness.wanted.emit(blocker)
        act(window, "ignore")
        wait_for_checks(qtbot, window)
    assert window.status.ready.text() == f"{READY} · 3 warnings"  # they block nothing
