# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs of the main window; each is loaded when it is first wanted, and shown once at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.editor.lines import Spot
from ui.editor.readback import Caret
from ui.help.context import HelpKeys

if TYPE_CHECKING:
    from ui.window import MainWindow

D = TypeVar("D", bound=QDialog)


class Showing(QObject):
    """Shows dialogs beside the main window, none of which keeps it from being worked in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        HelpKeys(window, self.guide)

    def page(self) -> None:
        """The main window over all others, the keyboard on the page."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        window.work.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_report(self) -> None:
        """What the reader remarked in the versions of the open draft."""
        from ui.dialogs.read_report import ReadReport

        draft, files = self._window.desk.draft, self._window.files
        if draft is not None:
            dialog = ReadReport(draft.lineage.versions, files.refused, files.remarks, self._window)
            dialog.place_chosen.connect(self._window.show_origin)
            dialog.show()

    def which_checks(self, rule_id: str = "") -> None:
        """Every check with its switch, at one of them or at the head."""
        from drafting.checking import rule
        from drafting.data import load
        from ui.checks.dialog import WhichChecks

        def made() -> WhichChecks:
            groups = [
                (group["title"], [rule(one["id"]) for one in group["rules"]])
                for group in load("checks")["groups"]
            ]
            dialog = WhichChecks(groups, self._window.settings, self._window)
            dialog.switched.connect(self._window.checker.now)
            dialog.heeded.connect(self._window.acting.heed)
            return dialog

        self._show(WhichChecks, made).show_rule(rule_id)

    def ready(self) -> None:
        """What still stands between the draft and its submission."""
        from ui.ready.dialog import ReadyDialog

        self._show(ReadyDialog, lambda: ReadyDialog(self._window.readiness, self._window))

    def new_draft(self, paths: Sequence[Path] = ()) -> None:
        """The assistant for a new draft, with these files in it; it closes when the draft is there."""
        from ui.assistant.dialog import AssistantDialog, serve

        window = self._window

        def made() -> AssistantDialog:
            dialog = AssistantDialog(window.prompts, window.settings, window)
            serve(dialog, window.files)
            window.desk.opened.connect(dialog.accept)
            return dialog

        self._show(AssistantDialog, made).add(paths)

    def print(self) -> None:
        """The pages of the draft, to be printed or saved; they follow what is done meanwhile."""
        from ui.printing.dialog import PrintDialog

        window = self._window
        if window.desk.draft is None:
            return

        def made() -> PrintDialog:
            dialog = PrintDialog(window.desk, window.prompts, window.settings, window)
            dialog.said.connect(window.work.page.remark)
            window.pulse.beat.connect(dialog.renew)
            return dialog

        self._show(PrintDialog, made).renew()

    def go_to(self) -> None:
        """Ask for the name of a place of the draft, and go there."""
        window, draft = self._window, self._window.desk.draft
        goal = window.prompts.place(window, draft, _name_here(window)) if draft else None
        if goal is not None:
            window.work.page.show_paragraph(goal.key)
            window.work.page.show_caret(Caret(goal.key, goal.note, Spot(0)))
            window.work.page.ensureCursorVisible()
            window.work.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def preferences(self) -> None:
        """How Penholder looks and behaves."""
        from ui.preferences.dialog import PreferencesDialog

        window = self._window

        def made() -> PreferencesDialog:
            dialog = PreferencesDialog(window.prompts, window.settings, window)
            dialog.which_checks.connect(self.which_checks)
            return dialog

        self._show(PreferencesDialog, made).show_settings()

    def guide(self) -> None:
        """The user guide, at the section that tells of what has the keyboard."""
        from ui.help.context import section_here
        from ui.help.window import HelpWindow

        section = section_here()
        # A question that is asked keeps all else away.
        over = QApplication.activeModalWidget() or self._window
        if isinstance(QApplication.activeWindow(), HelpWindow):
            return
        help_window = self._show(HelpWindow, lambda: HelpWindow(self._window.settings, over), over)
        help_window.show_section(section)

    def shortcuts(self) -> None:
        """The keys of every act."""
        from ui.dialogs.shortcuts import ShortcutsDialog

        window = self._window
        self._show(ShortcutsDialog, lambda: ShortcutsDialog(window.prompts, window.settings, window))

    def about(self) -> None:
        """Version, licence and the libraries used."""
        from ui.dialogs.about import AboutDialog

        self._show(AboutDialog, lambda: AboutDialog(self._window))

    def _show(self, kind: type[D], made: Callable[[], D], over: QWidget | None = None) -> D:
        """The one dialog of a kind; asked for again, it comes to the front."""
        open_now = (over or self._window).findChildren(kind)
        dialog = next((one for one in open_now if one.isVisible()), None) or made()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog


def _name_here(window: MainWindow) -> str:
    """The name of the paragraph at the caret, "" above the text."""
    draft, key = window.desk.draft, window.work.page.current_paragraph
    return draft.label(key).id if draft and key in draft else ""
