# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks panel by the acts a drafter has: looking, jumping, mending, passing over, switching off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act, shown_window, text_of

from drafting.checking import Finding, Mend, Severity, Spot, rules
from drafting.draft import Located
from ui.checks.dialog import WhichChecks
from ui.checks.rows import Kind
from ui.checks.rule_model import GENERATED, RuleRow
from ui.panels.card_model import ROW
from ui.settings import Settings
from ui.window import MainWindow

Now = Callable[[], None]


def told(window: MainWindow) -> list[tuple[str, str]]:
    """Place and words of the cards that are shown."""
    panel = window.work.checks
    indexes = (panel.filter.index(number, 0) for number in range(panel.filter.rowCount()))
    rows = [panel.filter.mapToSource(index).row() for index in indexes]
    return [(panel.model.row(row).place, panel.model.row(row).words) for row in rows]


ALL = [("PP1", "resolution"), ("PP1", "resolution"), ("OP1", "States"), ("OP3", "resolution")]


def test_findings_are_listed_and_counted(window: MainWindow) -> None:
    assert told(window) == ALL
    assert window.work.tabs.tabBar().accessibleTabName(2) == "Checks, 4"
    assert window.work.checks.rules.count() == 3


def test_filters_show_one_kind_or_one_rule(window: MainWindow) -> None:
    panel = window.work.checks
    panel.show_kind(Kind.WARNINGS)
    assert told(window) == [("OP1", "States")]
    panel.show_kind(Kind.ALL)
    panel.rules.setCurrentIndex(1)
    panel.rules.activated.emit(1)
    assert told(window) == [one for one in ALL if one[1] == "resolution"]
    panel.show_kind(Kind.WARNINGS)
    assert panel.empty.text() == "Nothing of this kind."


def test_the_keyboard_alone_goes_to_the_words(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "panel_checks")
    cards = window.work.checks.list
    for _ in range(2):  # the first from the caret on is in hand
        qtbot.keyClick(cards, Qt.Key.Key_Down)
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    page = window.work.page
    assert (page.current_paragraph, page.textCursor().selectedText()) == ("p3", "States")


def test_keys_go_from_finding_to_finding_and_round(window: MainWindow) -> None:
    page = window.work.page
    page.show_paragraph("p3")
    seen = []
    for name in ("next_finding", "next_finding", "next_finding", "previous_finding"):
        act(window, name)
        seen.append((page.current_paragraph, page.textCursor().selectedText()))
    assert seen == [("p3", "States"), ("p6", "resolution"), ("p1", "resolution"), ("p6", "resolution")]


def test_a_fix_is_one_act_with_a_name(qtbot: QtBot, window: MainWindow, checked: Now) -> None:
    window.work.page.show_paragraph("p3")
    act(window, "panel_checks", "fix")
    assert text_of(window.desk.draft, "OP1") == "Reaffirms that Member States cooperate;"
    assert window.acts["undo"].text().startswith("&Undo Fix ")
    assert window.acts["undo"].text().endswith(" in OP1")
    assert ("OP1", "States") not in told(window)  # at once, before the text is checked again
    act(window, "undo")
    checked()
    assert told(window) == ALL


def test_what_cannot_be_mended_offers_no_fix(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "next_finding")
    assert not window.acts["fix"].isEnabled()
    assert window.work.checks.tools.fix.isHidden()
    before = window.desk.draft
    qtbot.keyClick(window.work.checks.list, Qt.Key.Key_F)
    assert window.desk.draft is before


def test_ignoring_here_is_kept_in_the_draft_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, checked: Now
) -> None:
    window.work.page.show_paragraph("p3")
    act(window, "next_finding", "ignore")
    assert told(window) == [one for one in ALL if one[1] != "States"]
    checked()
    assert told(window) == [one for one in ALL if one[1] != "States"]
    act(window, "undo")
    assert told(window) == ALL


def test_ignored_findings_can_be_seen_and_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.work.checks
    window.work.page.show_paragraph("p3")
    act(window, "next_finding", "ignore")
    panel.show_kind(Kind.IGNORED)
    assert told(window) == [("OP1", "States")]
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_T)
    panel.show_kind(Kind.ALL)
    assert told(window) == ALL


def test_ignoring_always_holds_in_every_draft_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, settings: Settings, checked: Now
) -> None:
    act(window, "next_finding", "ignore_always")
    assert told(window) == [("OP1", "States")]
    with qtbot.waitSignal(window.checker.checked):
        window.desk.open(small_draft())
    assert told(window) == [("OP1", "States")]
    act(window, "which_checks")
    [dialog] = window.findChildren(WhichChecks)
    dialog.heeded.emit(settings.passed_over[0])
    assert window.status.words.text() == "Told of again in every draft."
    assert told(window) == ALL
    assert settings.passed_over == ()


def test_a_check_is_switched_off_and_on(qtbot: QtBot, window: MainWindow, settings: Settings) -> None:
    act(window, "next_finding")
    window.work.checks.tools.rule.click()
    [dialog] = window.findChildren(WhichChecks)
    assert dialog.list.chosen == window.work.checks.model.row(0).rule
    assert dialog.focusWidget() is dialog.list
    for on, count in ((False, 1), (True, 4)):
        with qtbot.waitSignal(window.checker.checked):
            qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        assert (dialog.list.currentIndex().data(ROW).on, len(told(window))) == (on, count)
    assert settings.checks == {}


def test_every_rule_is_listed_with_what_it_says_and_where_it_comes_from(
    qtbot: QtBot, window: MainWindow
) -> None:
    act(window, "which_checks")
    [dialog] = window.findChildren(WhichChecks)
    assert [row.rule for row in listed(dialog)] == list(rules())
    for number in range(dialog.rules.rowCount()):
        index = dialog.rules.index(number, 0)
        rule = index.data(ROW).rule
        assert rule is None or rule.source in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    last = rules()[-1]
    dialog.search.setText(last.title)
    assert last in [row.rule for row in listed(dialog)]
    assert len(listed(dialog)) < len(rules())


def listed(dialog: WhichChecks) -> list[RuleRow]:
    """The rules that are shown, without the headings."""
    rows = [dialog.rules.index(number, 0).data(ROW) for number in range(dialog.rules.rowCount())]
    return [row for row in rows if row.rule]


def test_what_is_generated_has_no_switch_and_says_why(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "which_checks")
    [dialog] = window.findChildren(WhichChecks)
    generated = [row for row in listed(dialog) if row.rule and row.rule.generated]
    assert generated
    for row in generated:
        index = dialog.rules.index_of(row.id)
        assert index.data(Qt.ItemDataRole.CheckStateRole) is None
        assert GENERATED in row.told
        dialog.show_rule(row.id)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert window.settings.checks == {}


def test_a_click_on_the_head_of_a_card_switches(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "which_checks")
    [dialog] = window.findChildren(WhichChecks)
    row = next(row for row in listed(dialog) if row.switch)
    dialog.show_rule(row.id)
    rect = dialog.list.visualRect(dialog.list.currentIndex())
    for below, switched in ((rect.height() - 20, {}), (18, {row.id: not row.on}), (18, {})):
        at = rect.topLeft() + QPoint(18, below)
        qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert window.settings.checks == switched


def test_all_is_as_it_comes_again(qtbot: QtBot, window: MainWindow) -> None:
    window.settings.checks = {rules()[-1].id: not rules()[-1].on}
    act(window, "which_checks")
    [dialog] = window.findChildren(WhichChecks)
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
        for model in (dialog.model, dialog.rules)
    ]
    dialog.defaults.click()
    assert window.settings.checks == {}
    assert all(row.rule and row.on == row.rule.on for row in listed(dialog))
    assert testers


def test_without_findings_the_panel_says_so(qtbot: QtBot, settings: Settings) -> None:
    window = shown_window(qtbot, ScriptedPrompts(), settings)
    window.checker.find = lambda _draft, _off: ()
    with qtbot.waitSignal(window.checker.checked):
        window.desk.open(small_draft())
        assert window.work.checks.empty.text() == "Checking …"
    assert window.work.checks.empty.text() == "No findings."
    assert not window.acts["fix"].isEnabled()
    act(window, "next_finding")
    assert window.status.words.text() == "No findings."


def test_related_places_are_gone_to(window: MainWindow) -> None:
    act(window, "next_finding")
    link = window.work.checks.tools.links[0]
    assert link.text() == "→ OP2: “Takes”"
    link.click()
    page = window.work.page
    assert (page.current_paragraph, page.textCursor().selectedText()) == ("p4", "Takes")


def test_a_proposal_in_hand_puts_the_finding_away(window: MainWindow) -> None:
    act(window, "next_finding")
    assert window.checker.chosen is not None
    act(window, "next")
    assert window.checker.chosen is None


@pytest.mark.parametrize("kind", list(Kind))
def test_models_keep_the_rules_of_qt(window: MainWindow, kind: Kind, checked: Now) -> None:
    panel = window.work.checks
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
        for model in (panel.model, panel.filter)
    ]
    panel.show_kind(kind)
    window.work.page.show_paragraph("p3")
    act(window, "next_finding", "fix", "undo", "next_finding", "ignore")
    checked()
    window.desk.open(None)
    assert testers


def test_choice_and_view_stay_when_findings_come_and_go(window: MainWindow, checked: Now) -> None:
    act(window, "panel_checks", "previous_finding")
    chosen = window.checker.chosen
    cards = window.work.checks.list
    top = cards.visualRect(cards.currentIndex()).top()
    window.work.page.show_paragraph("p3")
    window.checker.choose(chosen.id if chosen else "")
    cursor = window.work.page.textCursor()
    window.work.page.setTextCursor(cursor)
    cursor.insertText("Reaffirms States. ")
    checked()
    assert len(told(window)) == 5
    assert window.checker.chosen is not None
    assert window.checker.chosen.id == (chosen.id if chosen else "")
    assert cards.chosen.id == window.checker.chosen.id
    assert top >= 0


def test_what_a_proposal_would_change_is_decided_there_first(
    qtbot: QtBot, window: MainWindow, checked: Now
) -> None:
    draft = window.desk.draft
    assert draft is not None
    waiting = draft.paragraphs[0].choices[0]
    spot = Spot("PP1", waiting.start, waiting.start + 4)
    made = Finding(
        window.checker.placed[0].finding.rule,
        Severity.ERROR,
        spot,
        "77/1",
        "said",
        (),
        (Mend(spot, "77/1", "78/1"),),
    )
    window.checker.find = lambda _draft, _off: (Located(made, "p1"),)
    checked()
    act(window, "next_finding")
    tools = window.work.checks.tools
    assert (window.acts["fix"].isEnabled(), tools.fix.isHidden(), tools.proposal.isHidden()) == (
        False,
        True,
        False,
    )
    tools.proposal.click()
    assert window.desk.proposal == waiting.proposal
    assert window.work.tabs.currentWidget() is window.work.proposals
