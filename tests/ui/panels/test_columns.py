# SPDX-License-Identifier: GPL-3.0-or-later
"""The left column: series with target session, outline, and what the page shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from small import small_draft, small_versions
from windows import act

from drafting.comparing.lineage import trace
from drafting.draft import accept_all, start_draft
from drafting.errors import FileError
from drafting.resolution import Kind, Masthead, Paragraph, Part, ReadWarning, Resolution
from drafting.updating.organs import session_name
from drafting.updating.proposals import propose
from ui.editor.filters import Filter
from ui.panels.outline import outline_rows
from ui.panels.pulse import Pulse
from ui.panels.rows import Row, RowModel
from ui.panels.series import SeriesPanel
from ui.panels.series_rows import (
    SeriesRow,
    changes,
    looks,
    series_rows,
    target_text,
    targets,
    typed_session,
)
from ui.panels.show import figures
from ui.window import MainWindow


@pytest.mark.parametrize(
    ("typed", "session"),
    [
        ("59", 59),
        ("59th session", 59),
        ("Session 62", 62),
        ("62nd · June–July 2026", 62),
        ("next", None),
        ("", None),
    ],
)
def test_sessions_as_they_are_typed(typed: str, session: int | None) -> None:
    assert typed_session(typed) == session


def test_an_organ_that_numbers_by_years() -> None:
    assert session_name("Security Council", 2025) == target_text("Security Council", 2025) == "2025"
    assert session_name("Human Rights Council", 59) == "59th session"


def test_sessions_offered_begin_after_the_base() -> None:
    offered = targets(small_draft().lineage)
    assert [number for number, _ in offered][:3] == [54, 55, 56]
    assert dict(offered)[56].startswith("56th · ")
    assert "2024" in dict(offered)[56]


def test_the_series_ends_in_the_draft() -> None:
    rows = series_rows(small_draft())
    assert [(row.text, row.tag, row.is_draft) for row in rows] == [
        ("50/4", "", False),
        ("53/11", "base", False),
        ("Draft, 56th session", "", True),
    ]
    assert rows[1].note.endswith("1 changed, 1 new")
    assert rows[1].spoken == "53/11, base, 1 changed, 1 new"


def test_a_file_that_was_not_opened_stays_in_the_list(qtbot: QtBot) -> None:
    panel = SeriesPanel()
    qtbot.addWidget(panel)
    reason = "the file is locked with a password. The file was not changed. Save it without."
    panel.show_refused([FileError(Path("a/53-11.pdf"), reason)])
    panel.show_draft(small_draft())
    last = panel.model.rows[-1]
    assert (last.text, last.tag, last.note) == (
        "53-11.pdf",
        "",
        "not opened: the file is locked with a password.",
    )
    assert not last.is_draft
    assert reason in last.tip
    with qtbot.waitSignal(panel.read_report):
        panel.list.acted.emit(last)
    panel.show_refused([])
    assert [row.is_draft for row in panel.model.rows] == [False, False, True]


def test_a_version_says_how_many_remarks_are_to_be_checked() -> None:
    checked = ReadWarning("guessed", "PP1", needs_look=True), ReadWarning("joined", "PP1")
    assert looks(replace(small_draft().base, warnings=checked)) == "1 to check"
    assert looks(small_draft().base) == ""


def operative(number: str, *texts: str) -> Resolution:
    paragraphs = (
        Paragraph(f"OP{place}", Kind.OPERATIVE, Part.OPERATIVE, text, str(place))
        for place, text in enumerate(texts, start=1)
    )
    return Resolution(Masthead(number=number), tuple(paragraphs))


def test_versions_say_what_changed_in_them() -> None:
    texts = (
        "Urges States to ratify the Covenant;",
        "Requests the Secretary-General to report;",
        "Decides to end.",
    )
    lineage = trace((operative("1/1", *texts), operative("4/1", *texts), operative("7/1", *texts[1:])))
    assert [changes(lineage, index) for index in range(3)] == ["", "nothing changed", "1 dropped"]


def test_the_outline_counts_and_shows_where_the_caret_is() -> None:
    draft = small_draft()
    assert [(row.text.strip(), row.note) for row in outline_rows(draft, "p1")] == [
        ("Preamble", "2"),
        ("PP1", "2 proposals"),
        ("Operative part", "3"),
    ]
    here = outline_rows(draft, "p3")[-1]
    assert (here.text, here.note, here.target, here.current) == ("    OP1", "stable", "p3", True)
    assert here.spoken == "OP1, stable, at the caret"


def test_figures_of_the_status_bar() -> None:
    found = figures(accept_all(small_draft()).draft)
    assert (found.by_choice[Filter.ALL], found.unchanged, found.first, found.open, found.missing) == (
        6,
        4,
        "50/4",
        3,
        2,
    )
    assert found.by_choice[Filter.EDITED] == 2
    assert found.by_choice[Filter.OPEN] == 3


def test_short_lists_keep_the_rules_of_qt(qtbot: QtBot) -> None:
    model = RowModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show((Row("a"), Row("b", "1")))
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        model.show((Row("a"), Row("b", "2")))
    assert changed.args[0].row() == 1
    with qtbot.waitSignal(model.modelReset):
        model.show((Row("a"),))
    assert model.rowCount() == 1


def test_narrowing_by_menu_and_by_button_is_the_same(window: MainWindow) -> None:
    act(window, "show_open")
    assert window.work.page.filter is Filter.OPEN
    assert window.work.show_panel.buttons[Filter.OPEN].isChecked()
    window.work.show_panel.buttons[Filter.ALL].click()
    assert window.work.page.filter is Filter.ALL
    assert window.acts["show_all"].isChecked()


def test_a_view_without_paragraphs_says_so_and_leads_back(window: MainWindow) -> None:
    nothing = window.work.nothing
    assert nothing.isHidden()
    act(window, "show_edited")
    assert nothing.isVisible()
    assert nothing.words.text() == "No paragraph is edited yet."
    nothing.link.click()
    assert nothing.isHidden()
    assert window.work.page.filter is Filter.ALL
    act(window, "accept", "show_edited")
    assert nothing.isHidden()


def test_counts_of_the_view_are_of_paragraphs(window: MainWindow) -> None:
    button = window.work.show_panel.buttons[Filter.OPEN]
    assert button.text() == "With open proposals"
    assert button.accessibleName() == "With open proposals, 3 paragraphs"


def test_a_typed_session_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    series = window.work.series
    edit = series.session.lineEdit()
    assert edit is not None
    edit.setText("62")
    with qtbot.waitSignal(series.target) as asked:
        edit.returnPressed.emit()
    assert asked.args == [62]
    edit.setText("next year")
    with qtbot.assertNotEmitted(series.target):
        edit.returnPressed.emit()
    assert "number of a session" in series.remark.text()


def test_a_session_that_is_refused_gives_way_to_that_of_the_draft(qtbot: QtBot, window: MainWindow) -> None:
    series = window.work.series
    before = series.session.currentText()
    edit = series.session.lineEdit()
    assert edit is not None
    edit.setText("40")
    with qtbot.waitSignal(window.files.refused_target):
        edit.returnPressed.emit()
    assert series.session.currentText() == before
    assert series.remark.text()
    assert not series.remark.isHidden()


def row_point(series: SeriesPanel, row: int) -> QPoint:
    return series.list.visualRect(series.list.model().index(row, 0)).center()


def test_a_click_on_a_version_selects_and_two_compare(qtbot: QtBot, window: MainWindow) -> None:
    series = window.work.series
    view = series.list.viewport()
    with qtbot.assertNotEmitted(series.compare):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=row_point(series, 0))
    assert series.list.currentIndex().row() == 0
    with qtbot.waitSignal(series.compare) as asked:
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=row_point(series, 0))
    assert asked.args == [0]
    window.comparing.close()


def test_the_entry_of_the_draft_leads_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    series = window.work.series
    view, last = series.list.viewport(), row_point(series, len(series.model.rows) - 1)
    with qtbot.assertNotEmitted(series.compare), qtbot.waitSignal(series.to_page):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=last)
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=last)
    assert window.comparing.window is None
    assert window.focusWidget() is window.work.page


def test_a_long_series_scrolls_by_itself_to_its_newest(qtbot: QtBot, window: MainWindow) -> None:
    series, show = window.work.series, window.work.show_panel
    window.pulse.now()  # else it would show the series of the draft again
    rows = [SeriesRow(f"{number}/1", "12 July", number) for number in range(16)]
    series.model.show((*rows, SeriesRow("Draft", "", -1)))
    window.resize(1280, 760)
    column = window.work.height() + 24  # half an entry may have to be scrolled to
    qtbot.waitUntil(lambda: show.mapTo(window.work, QPoint(0, show.height())).y() <= column)
    bar = series.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)


def test_typing_is_counted_after_a_pause_and_decisions_at_once(qtbot: QtBot, window: MainWindow) -> None:
    pulse = Pulse(window.desk, window)
    with qtbot.waitSignal(pulse.beat, timeout=20):
        act(window, "accept")
    window.work.page.show_paragraph("p2")
    with qtbot.assertNotEmitted(pulse.beat):
        qtbot.keyClicks(window.work.page, "so")
    assert pulse.waiting
    with qtbot.waitSignal(pulse.beat):
        pulse.now()
    assert not pulse.waiting


def test_a_draft_may_be_for_its_own_session() -> None:
    before, base = small_versions()
    tabled = replace(base, masthead=replace(base.masthead, number="", symbol="A/HRC/53/L.4"))
    assert targets(trace([before, tabled]))[0][0] == 53
    carry = propose(trace([before, tabled]))
    assert series_rows(start_draft(trace([before, tabled]), carry))[1].note.startswith("not adopted yet")
    assert targets(trace([before, base]))[0][0] == 54
