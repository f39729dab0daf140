# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu *Paragraph*: its acts do what the page can do, and what was taken out can be brought back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt

from drafting.draft import Draft, Gone, dropped, removed
from drafting.translation import tr
from ui.actions import Actions
from ui.checks.watch import Checker
from ui.editor.page import Page
from ui.editor.several import Several
from ui.prompts import Prompts

WORDS = 9
"""Words by which a paragraph is known again."""


class ParagraphMenu(QObject):
    """Connects the acts of a window with its page.

    Their keys work while the page has the keyboard: elsewhere they would act on what is not looked at.
    """

    def __init__(self, acts: Actions, page: Page, checker: Checker, prompts: Prompts) -> None:
        super().__init__(page)
        self._menu, self._page, self._prompts = acts.submenus["back"], page, prompts
        several = Several(page, checker)
        found = {"accept": several.accept, "keep": several.keep, "fix": several.fix}
        for name, act in found.items():
            acts[f"{name}_selected"].triggered.connect(lambda _checked=False, act=act: act())
        page.shaping.ask_destination = self._destination
        for name, act in page.shaping.acts().items():
            acts[name].triggered.connect(lambda _checked=False, act=act: act())
            acts[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        names = page.shaping.acts()
        page.addActions([action for action in acts.all() if any(acts[name] is action for name in names)])
        self._menu.aboutToShow.connect(self.fill)

    def _destination(self, draft: Draft, keys: Sequence[str]) -> tuple[str, bool] | None:
        return self._prompts.destination(self._page.window(), draft, keys)

    def fill(self) -> None:
        """Offer what was taken out of this draft, then what earlier versions had."""
        self._menu.clear()
        draft = self._page.draft
        if draft is not None:
            for group in (removed(draft), dropped(draft)):
                self._menu.addSeparator()
                for gone in group:
                    text = named(draft, gone).replace("&", "&&")
                    self._menu.addAction(text, partial(self._page.shaping.bring_back, gone))
        if self._menu.isEmpty():
            self._menu.addAction(tr("Nothing was taken out")).setEnabled(False)


def named(draft: Draft, gone: Gone) -> str:
    """A paragraph that can be brought back: where it stood and how it begins."""
    version = draft.lineage.versions[gone.version]
    words = version.paragraph(gone.id).text.split()
    begins = " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
    told = tr("{paragraph} of {version}: {begins}")
    return told.format(paragraph=gone.id, version=version.number, begins=begins)
