# SPDX-License-Identifier: GPL-3.0-or-later
"""The page can be read with a screen reader: its text, where the caret is, and what stands beside it."""

from __future__ import annotations

from heard import interface, name_of
from PySide6.QtGui import QAccessible
from windows import focus_page

from ui.window import MainWindow


def test_the_page_reads_its_text_and_follows_the_caret(window: MainWindow) -> None:
    page = window.work.page
    heard = interface(page)
    text = heard.textInterface()
    whole = text.text(0, text.characterCount())
    assert (name_of(page), heard.role()) == ("Draft", QAccessible.Role.EditableText)
    assert "Reaffirms that States cooperate;" in whole
    page.show_paragraph("p3")
    assert text.cursorPosition() == page.textCursor().position() == whole.index("Reaffirms that States")
    assert heard.state().editable
    assert heard.state().multiLine


def test_what_stands_beside_the_paragraph_at_the_caret_is_told(window: MainWindow) -> None:
    page = window.work.page
    page.show_paragraph("p1")
    told = interface(page).text(QAccessible.Text.Description)
    assert "new" in told
    page.show_paragraph("p3")
    assert interface(page).text(QAccessible.Text.Description) != told


def test_one_key_goes_from_the_page_to_the_panel_in_front_and_back(window: MainWindow) -> None:
    focus_page(window)
    for panel, stop in (
        (window.work.proposals, window.work.proposals.list),
        (window.work.checks, window.work.checks.list),
    ):
        window.work.tabs.setCurrentWidget(panel)
        window.work.page.setFocus()
        window.acts["change_sides"].trigger()
        assert window.focusWidget() in (stop, panel.narrowing.field)
        window.acts["change_sides"].trigger()
        assert window.focusWidget() is window.work.page


def test_every_panel_has_a_key_of_its_own(window: MainWindow) -> None:
    work = window.work
    reached = {
        "panel_proposals": work.proposals,
        "panel_facts": work.facts,
        "panel_checks": work.checks,
        "panel_history": work.history.wordings,
        "panel_dropped": work.history.dropped,
        "panel_outline": work.outline,
    }
    for name, panel in reached.items():
        assert window.acts[name].shortcut().toString()
        window.acts[name].trigger()
        focus = window.focusWidget()
        assert focus is not None
        assert panel.isVisible()
        assert panel.isAncestorOf(focus), name
