# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking beside which paragraph others shall stand, and saying what would become of it before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from drafting.draft import Draft, Landing, find_named, landing
from drafting.draft.blocks import block, called, whole
from drafting.errors import DraftError
from drafting.translation import tr
from ui.editor.going import GoToDialog

Destination = tuple[str, bool]
"""The key of a paragraph, and whether others shall stand behind it."""


class MoveToDialog(GoToDialog):
    """Takes the name of a paragraph, and whether those moved shall stand behind or before it."""

    def __init__(self, parent: QWidget | None, draft: Draft, keys: Sequence[str]) -> None:
        super().__init__(parent, draft, "")
        self._moving, self._keys = draft, tuple(keys)
        what = called(draft, whole(draft, keys))
        self.setWindowTitle(tr("Move {what}").format(what=what))
        self.field.setAccessibleName(tr("Name of the paragraph beside which they shall stand"))
        self.field.setPlaceholderText(tr("PP4, OP12(a), 12, Annex I"))
        self.told.setText(tr("Type the paragraph beside which {what} shall stand.").format(what=what))
        self.behind, self.before = QRadioButton(tr("&Behind it")), QRadioButton(tr("Be&fore it"))
        self.behind.setChecked(True)
        self._sides = QButtonGroup(self)
        row = QHBoxLayout()
        for button in (self.behind, self.before):
            self._sides.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.go.setText(tr("&Move"))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(1, row)
        self.field.textChanged.connect(self._tell)
        self._sides.buttonClicked.connect(self._tell)

    @property
    def destination(self) -> Destination | None:
        """Where to, None as long as the name is none of the draft."""
        return (self.goal.key, self.behind.isChecked()) if self.goal else None

    def _tell(self) -> None:
        """Say where they would land, as soon as the name is one."""
        found = self._landing()
        if found is not None:
            self.told.setText(found.words)
            self.field.setAccessibleDescription(found.words)

    def _landing(self) -> Landing | None:
        try:
            key = find_named(self._moving, self.field.text()).key
        except DraftError:
            return None
        after = self.behind.isChecked()
        at = self._moving.position(block(self._moving, key)[-1]) + 1 if after else self._moving.position(key)
        return landing(self._moving, self._keys, at)

    def accept(self) -> None:
        """Only a place where they may stand is taken; why another is not, is said."""
        found = self._landing()
        if found is not None and not found.allowed:
            self.refuse(found.words)
            return
        super().accept()

    def refuse(self, why: str) -> None:
        """Say why this place cannot be taken; the field is at hand for another one."""
        self.told.setText(why)
        self.field.setAccessibleDescription(why)
        self.field.setFocus()
        self.field.selectAll()
