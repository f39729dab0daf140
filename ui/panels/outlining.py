# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline and the page in step: rows lead to paragraphs, acts of the page are on the rows selected."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from drafting.translation import tr
from ui.editor.page import Page
from ui.panels.outline import OutlinePanel


class Outlining(QObject):
    """Lets an outline lead on a page, and the acts on whole paragraphs reach the rows selected in it."""

    told = Signal(str)
    """Where dragged rows would land, or why they cannot."""

    def __init__(self, outline: OutlinePanel, page: Page) -> None:
        super().__init__(outline)
        self._outline, self._page = outline, page
        page.shaping.named = outline.keys
        outline.show_place.connect(page.show_paragraph)
        outline.menu_wanted.connect(self._offer)
        outline.moved.connect(self._move)
        outline.told.connect(self.told)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note)

    def take(self) -> None:
        """Let the keys of the acts on paragraphs work in the outline as they do on the page."""
        self._outline.list.addActions([*self._page.actions(), *self._page.negotiation])

    def _note(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The outline is in hand until something else is; a menu leaves it in hand."""
        if now is self._outline.list:
            self._outline.in_hand = True
        elif now is not None and not isinstance(now, QMenu | QMenuBar):
            self._outline.in_hand = False

    def _move(self, keys: tuple[str, ...], at: int) -> None:
        """The rows may be a moment older than the text: what stands above the place tells where it is now."""
        shown, draft = self._outline.model.draft(), self._page.draft
        if shown is None or draft is None:
            return
        if shown is not draft:
            above = shown.paragraphs[at - 1].key if at else ""
            if (above and above not in draft) or any(key not in draft for key in keys):
                self._page.remark.emit(tr("The text has changed meanwhile. Nothing was moved."))
                return
            at = draft.position(above) + 1 if above else 0
        self._page.shaping.move(keys, at)
        self._outline.select(keys)

    def _offer(self, point: QPoint) -> None:
        """The acts on whole paragraphs, for those of the rows selected."""
        self._outline.in_hand = True
        menu = QMenu(self._outline)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._page.actions())
        if self._page.negotiation:
            menu.addSeparator()
            menu.addMenu(tr("&Negotiation")).addActions(self._page.negotiation)
        menu.popup(point)
