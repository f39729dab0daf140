# SPDX-License-Identifier: GPL-3.0-or-later
"""What each act of the main window does, and the menus that are filled when they are opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from drafting.translation import tr
from drafting.updating.records import Certainty
from ui.editor.filters import Filter
from ui.panels.series_rows import targets
from ui.theme import themes
from ui.welcome import entry_text

if TYPE_CHECKING:
    from ui.window import MainWindow


def wire(window: MainWindow) -> None:
    """Let every act reach what it acts on."""
    for name, act in (_acts_on_draft(window) | _acts_on_view(window)).items():
        window.acts[name].triggered.connect(lambda _checked=False, act=act: act())
    _wire_page(window)
    window.acts["marks"].toggled.connect(window.work.page.set_marked)
    negotiating = window.work.page.negotiating
    negotiating.ask_memo = lambda where, words: window.prompts.memo(window, where, words)
    for name, act in negotiating.acts().items():
        window.acts[name].triggered.connect(lambda _checked=False, act=act: act())
    window.work.page.negotiation = [window.acts[name] for name in negotiating.acts()]
    for name, action in window.acts.group("show").items():
        action.triggered.connect(lambda _checked=False, name=name: window.work.narrow(Filter(name)))
    for name, action in window.acts.group("theme").items():
        action.triggered.connect(lambda _checked=False, name=name: themes().choose(name))
    window.welcome.new_draft.connect(window.showing.new_draft)
    window.welcome.forget.connect(lambda paths: _forget(window, paths))
    window.acts.submenus["recent"].aboutToShow.connect(lambda: _fill_recent(window))
    window.acts.submenus["target"].aboutToShow.connect(lambda: _fill_targets(window))


def _wire_page(window: MainWindow) -> None:
    """Acts whose keys work while the page has the keyboard, and that are no acts on whole paragraphs."""
    home = window.work.page.parentWidget() or window.work.page
    for name, act in (window.selecting.acts() | {"offer_opening": window.completing.ask}).items():
        action = window.acts[name]
        action.triggered.connect(lambda _checked=False, act=act: act())
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        home.addAction(action)


def _acts_on_draft(window: MainWindow) -> dict[str, Callable[[], object]]:
    deciding, files = window.deciding, window.files
    return {
        "new_draft": window.showing.new_draft,
        "open": files.ask_open,
        "sample": files.open_sample,
        "save": files.save,
        "save_as": files.save_as,
        "export": window.exporting.choose,
        "export_again": window.exporting.again,
        "print": window.showing.print,
        "shelf": window.shelving.ask,
        "next_year": window.next_year.ask,
        "recovered": window.recovering.ask,
        "close": files.close,
        "undo": window.desk.undo_stack.undo,
        "redo": window.desk.undo_stack.redo,
        "cut": lambda: _to_focus("cut"),
        "copy": lambda: _to_focus("copy"),
        "paste": lambda: _to_focus("paste"),
        "paste_plain": lambda: _paste_plain(window),
        "accept": deciding.accept,
        "keep": deciding.keep,
        "reword": deciding.reword,
        "take_back": deciding.take_back,
        "accept_all": deciding.accept_all,
        "accept_style": lambda: deciding.accept_all(Certainty.STYLE),
    }


def _acts_on_view(window: MainWindow) -> dict[str, Callable[[], object]]:
    work = window.work
    return {
        "quit": window.close,
        "find": window.finder.open,
        "replace": window.find_bar.open_to_replace,
        "find_next": window.finder.forward,
        "find_previous": window.finder.backward,
        "go_to": window.showing.go_to,
        "panel_proposals": lambda: work.bring_up(work.proposals),
        "panel_facts": lambda: work.bring_up(work.facts),
        "panel_checks": lambda: work.bring_up(work.checks),
        "panel_history": lambda: work.bring_up_history(work.history.wordings),
        "panel_dropped": lambda: work.bring_up_history(work.history.dropped),
        "panel_outline": work.bring_up_outline,
        "change_sides": work.change_sides,
        "compare": window.comparing.open,
        "reset_layout": window.remembering.reset,
        "larger": themes().larger,
        "smaller": themes().smaller,
        "normal_size": themes().normal_size,
        "next": lambda: window.deciding.move(1),
        "previous": lambda: window.deciding.move(-1),
        "next_finding": lambda: window.acting.move(1, work.here),
        "previous_finding": lambda: window.acting.move(-1, work.here),
        "fix": window.acting.fix,
        "ignore": window.acting.ignore,
        "ignore_always": window.acting.ignore_always,
        "which_checks": window.showing.which_checks,
        "read_report": window.showing.read_report,
        "ready": window.showing.ready,
        "preferences": window.showing.preferences,
        "guide": window.showing.guide,
        "shortcuts": window.showing.shortcuts,
        "about": window.showing.about,
    }


def _to_focus(slot: str) -> None:
    """Cut, copy and paste go to whatever has the keyboard."""
    widget: QWidget | None = QApplication.focusWidget()
    if isinstance(widget, QLabel) and widget.hasSelectedText() and slot == "copy":
        QApplication.clipboard().setText(widget.selectedText().replace("\u2029", "\n"))
        return
    if isinstance(widget, QComboBox):  # has the keyboard in place of its field
        widget = widget.lineEdit()
    act = getattr(widget, slot, None)  # the page has its own, which Qt's look-up by name passes over
    if act is not None:
        act()


def _forget(window: MainWindow, paths: tuple[Path, ...]) -> None:
    """Take an entry out of the recent files, all of them without one."""
    if paths:
        window.settings.forget(paths)
    else:
        window.settings.forget_all()
    window.welcome.show_recent(window.settings.recent())


def _paste_plain(window: MainWindow) -> None:
    """Fields take nothing but plain text anyway."""
    page = window.work.page
    if QApplication.focusWidget() is page:
        page.pasting.insert_plain()
    else:
        _to_focus("paste")


def _fill_recent(window: MainWindow) -> None:
    menu = window.acts.submenus["recent"]
    menu.clear()
    for paths in window.settings.recent():
        action = menu.addAction(entry_text(paths).replace("&", "&&"))
        action.setToolTip("\n".join(map(str, paths)))
        action.triggered.connect(lambda _checked=False, paths=paths: window.files.open(paths))
    menu.setEnabled(True)
    if menu.isEmpty():
        menu.addAction(tr("Nothing opened yet")).setEnabled(False)
    else:
        menu.addSeparator()
        menu.addAction(tr("Clear the list")).triggered.connect(lambda: _forget(window, ()))


def _fill_targets(window: MainWindow) -> None:
    menu, draft = window.acts.submenus["target"], window.desk.draft
    menu.clear()
    for session, text in targets(draft.lineage) if draft else ():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(draft is not None and session == draft.carry.session)
        action.triggered.connect(lambda _checked=False, session=session: window.files.aim(session))
    if menu.isEmpty():
        menu.addAction(tr("Open a series first")).setEnabled(False)
