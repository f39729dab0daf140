# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes are held against: a version, another file, or the official Word file they are written on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from drafting.translation import tr
from drafting.writing.forms import Choice, Form, why_not
from ui.widgets import muted_label, plain_button, section_label

Versions = Sequence[tuple[str, str]]
"""The number of each version, and what it is called in the list; the newest first."""


class Against(QWidget):
    """The version, or the file in its place; the official file with what becomes of the changes in it."""

    changed = Signal()
    other_wanted = Signal()
    official_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.official: Path | None = None
        self.other: Path | None = None
        self.versions = QComboBox()
        self.versions.setAccessibleName(tr("Mark changes against"))
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.versions.setMinimumContentsLength(16)
        self.instead = QLabel()
        """What stands in the place of the versions where none of them is what changes are held against."""
        self.instead.setTextFormat(Qt.TextFormat.PlainText)
        self.instead.setMinimumHeight(self.versions.sizeHint().height())
        self.more = plain_button(
            tr("Another &file…"), tr("Marks the changes against the text in a file of yours")
        )
        self.file = QLabel()
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.choose = plain_button(tr("Choo&se…"), tr("Chooses the official Word file (.docx)"))
        self.choose.setAccessibleName(tr("Choose the official Word file"))
        self.accept_first = QCheckBox(tr("&Accept the changes that are in it first"))
        self.reasons = {Choice.BASE: muted_label(), Choice.OFFICIAL: muted_label()}
        self._lay_out()
        self.versions.currentIndexChanged.connect(self.changed)
        self.more.clicked.connect(self.other_wanted)
        self.choose.clicked.connect(self.official_wanted)
        self.accept_first.toggled.connect(self.changed)
        self.show_official(None)

    @property
    def version(self) -> str:
        """The number of the version that is chosen; empty where a file is."""
        return self.versions.currentData() or ""

    def show_versions(self, versions: Versions, chosen: str) -> None:
        """List the versions, and choose one."""
        self.versions.blockSignals(True)
        self.versions.clear()
        for number, name in versions:
            self.versions.addItem(name, number)
        self.versions.setCurrentIndex(max(self.versions.findData(chosen), 0))
        self.versions.blockSignals(False)
        self.other = None

    def show_other(self, path: Path) -> None:
        """Another file is what changes are marked against."""
        if (at := self.versions.findData("")) >= 0:
            self.versions.removeItem(at)
        self.other = path
        self.versions.addItem(path.name, "")
        self.versions.setItemData(self.versions.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole)
        self.versions.setCurrentIndex(self.versions.count() - 1)
        self.changed.emit()

    def show_official(self, path: Path | None) -> None:
        """This is the official file; None where none is known yet."""
        self.official = path
        self.file.setText(path.name if path else tr("not chosen yet"))
        self.file.setToolTip(str(path or ""))
        self.changed.emit()

    def fit(self, form: Form) -> None:
        """Enable what makes sense for a form, with a word where it does not."""
        fitting: dict[Choice, tuple[QWidget, ...]] = {
            Choice.BASE: (self.versions, self.more),
            Choice.OFFICIAL: (self.file, self.choose),
            Choice.ACCEPT_FIRST: (self.accept_first,),
        }
        for choice, widgets in fitting.items():
            reason = why_not(form, choice)
            for one in widgets:
                one.setEnabled(not reason)
                one.setAccessibleDescription(reason)
            if choice in self.reasons:
                self.reasons[choice].setText(as_sentence(reason))
                self.reasons[choice].setVisible(bool(reason))
        self.versions.setVisible(self.versions.isEnabled())
        self.instead.setVisible(not self.versions.isEnabled())
        self.show_base("")

    def show_base(self, number: str) -> None:
        """Where no version is chosen: what changes are tracked against, the official file of this number."""
        self.instead.setText(f"{number} ({self.official.name})" if number and self.official else "–")

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(8)
        first.addWidget(self.versions, 1)
        first.addWidget(self.instead, 1)
        first.addWidget(self.more)
        second.addWidget(self.file, 1)
        second.addWidget(self.choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(section_label(tr("Against what")))
        layout.addLayout(first)
        layout.addWidget(self.reasons[Choice.BASE])
        layout.addSpacing(6)
        layout.addWidget(section_label(tr("Official file")))
        layout.addLayout(second)
        layout.addWidget(self.accept_first)
        layout.addWidget(self.reasons[Choice.OFFICIAL])


def as_sentence(reason: str) -> str:
    """A reason why something makes no sense, as a sentence of its own; empty where there is none."""
    return f"{reason[:1].upper()}{reason[1:]}." if reason else ""
