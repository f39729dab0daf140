# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the page when the view is narrowed to paragraphs that there are none of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drafting.translation import marked, tr
from ui.editor.filters import Filter
from ui.widgets import link_button, muted_label

WORDS = {
    Filter.CHANGED: marked("No paragraph was changed last time."),
    Filter.STABLE: marked("No paragraph is worded alike in every version."),
    Filter.OPEN: marked("No paragraph has an open proposal."),
    Filter.EDITED: marked("No paragraph is edited yet."),
    Filter.NOT_AGREED: marked("Every paragraph is agreed."),
}


class NothingShown(QWidget):
    """A sentence in the middle of a page, and the way out."""

    show_all = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.words = muted_label()
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.link = link_button(tr("Show all paragraphs"), tr("Shows the whole draft again"))
        self.link.clicked.connect(self.show_all)
        inside = QVBoxLayout(self)
        inside.addWidget(self.words)
        inside.addWidget(self.link, 0, Qt.AlignmentFlag.AlignHCenter)
        around = QVBoxLayout(page)
        around.addStretch()
        around.addWidget(self)
        around.addStretch()
        self.hide()

    def tell(self, wanted: Filter, nothing: bool) -> None:
        """Say that nothing is shown, or go away."""
        self.words.setText(tr(WORDS.get(wanted, "")))
        self.setVisible(nothing and wanted in WORDS)
