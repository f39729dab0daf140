# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in which sequences of acts are done, one after another."""

from __future__ import annotations

import traceback
from pathlib import Path
from types import TracebackType

from hand import Hand
from PySide6.QtWidgets import QApplication
from windows import ScriptedPrompts

from drafting.draft import Draft
from ui.app import create_window
from ui.desk import Desk
from ui.editor.page import Page
from ui.settings import Settings


class TroubleError(Exception):
    """Something was raised within Qt; its text is the traceback."""


class World:
    """A main window with its own settings, and a clock that stands still between two acts."""

    def __init__(self, folder: Path) -> None:
        self.prompts = ScriptedPrompts()
        self.window = create_window(Desk(), self.prompts, Settings.in_file(folder / "settings.ini"))
        self.window.resize(1280, 800)
        self.window.show()
        self.desk = self.window.desk
        self.hand = Hand(self.page)
        self.now = 0.0
        self.troubles: list[str] = []
        """What was raised where only Qt stood between: it would have gone to the drafter."""
        self.page.typist.bursts.clock = lambda: self.now
        self.page.typist.pause.setInterval(1 << 30)  # only when an act says so

    @property
    def page(self) -> Page:
        """The page of the window."""
        return self.window.work.page

    @property
    def draft(self) -> Draft:
        """The draft on the desk."""
        assert self.desk.draft is not None
        return self.desk.draft

    def begin(self, draft: Draft) -> None:
        """Put a draft on the desk, with everything else as at the start of the program."""
        self.window.finder.field.setText("")
        self.page.set_marked(True)
        QApplication.clipboard().clear()
        self.desk.open(draft)
        self.turn()

    def turn(self) -> None:
        """Let the window paint and do what waits; raises what was raised on the way."""
        QApplication.processEvents()
        if self.troubles:
            told = self.troubles[0]
            self.troubles.clear()
            raise TroubleError(told)

    def catch(self, _kind: type[BaseException], trouble: BaseException, _at: TracebackType | None) -> None:
        """Take what was raised where only Qt stood between, in words: its frames may hold a painter."""
        self.troubles.append("".join(traceback.format_exception(trouble)))

    def close(self) -> None:
        """Put everything away unasked."""
        self.desk.open(None)
        self.window.close()
