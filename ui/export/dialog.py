# SPDX-License-Identifier: GPL-3.0-or-later
"""The export dialog: what, against what, in whose name, and what will be marked; nothing is written here."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from drafting.draft import Draft
from drafting.translation import marked, tr
from drafting.writing.forms import Form
from ui.export.against import Against, Versions
from ui.export.choices import Wanted
from ui.export.options import Options
from ui.export.preview import Preview, previewed
from ui.export.what import What
from ui.export.words import told
from ui.notices import announce
from ui.tasks import Lane
from ui.theme import scaled, themes
from ui.widgets import badge, card, muted_label, plain_button, primary_button, section_label

COUNTING = marked("Counting …")
PAUSE = 150  # milliseconds after the last change before it is counted again


class ExportDialog(QDialog):
    """Stays open beside the draft and follows it; closes when the file is written."""

    export_wanted = Signal(object)
    """Write this: a `Wanted`."""
    stop_wanted = Signal()
    other_wanted = Signal()
    """The drafter wants to choose another file as the base."""
    official_wanted = Signal()
    """The drafter wants to choose the official file."""

    def __init__(self, draft: Draft, wanted: Wanted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self._draft, self._wanted = draft, wanted
        self.what, self.against, self.options = What(), Against(), Options()
        self.told, self.lacking, self.problem = muted_label(), muted_label(), muted_label()
        self.problem_row = QWidget()
        self.export = primary_button(tr("Export…"), tr("Asks where, and writes the file (Enter)"))
        self.cancel = plain_button(tr("Close"))
        self.preview: Preview | None = None
        self._lane = Lane(self, at_once=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._writing = False
        self._lay_out()
        self._show()
        self._connect()
        self._fit()
        self.what.buttons[self.what.form].setFocus()

    @property
    def wanted(self) -> Wanted:
        """What is chosen now."""
        choices = self.options.into(self._wanted.choices)
        against = self.against
        return Wanted(
            replace(choices, form=self.what.form, accept_first=against.accept_first.isChecked()),
            against.version,
            None if against.version else against.other,
            against.official,
            self._wanted.loaded,
        )

    def show_draft(self, draft: Draft, still_open: str) -> None:
        """Follow the draft; `still_open` is what it lacks, which keeps nobody from exporting."""
        if draft is not self._draft:
            self._draft = draft
            self._timer.start()
        self.lacking.setText(still_open)
        self.lacking.setVisible(bool(still_open))

    def show_problem(self, sentence: str) -> None:
        """Say why no file was written; empty when that no longer holds."""
        self.problem.setText(sentence)
        self.problem_row.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
            self._count()  # what stood in the way may be a file that is another now

    def show_writing(self, name: str) -> None:
        """A file of this name is being written; empty when none is."""
        self._writing = bool(name)
        self.export.setText(tr("Writing {name} …").format(name=name) if name else tr("Export…"))
        self.export.setEnabled(not name)
        self.cancel.setText(tr("Stop") if name else tr("Close"))

    def reject(self) -> None:
        """Escape stops what is being written, else it closes."""
        if self._writing:
            self.stop_wanted.emit()
            return
        self._timer.stop()
        self._lane.cancel()
        super().reject()

    # ------------------------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        inside = QWidget()
        sides = QHBoxLayout(inside)
        sides.setContentsMargins(18, 14, 18, 6)
        sides.setSpacing(26)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.against)
        right.addWidget(self.options)
        right.addStretch()
        sides.addWidget(self.what, 5)
        sides.addLayout(right, 6)
        area = QScrollArea()
        area.setAccessibleName(tr("What is written, and how"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(self._foot())
        room = self.screen().availableGeometry().size() * 0.94
        self.resize(min(scaled(780), room.width()), min(scaled(690), room.height()))

    def _foot(self) -> QVBoxLayout:
        preview = card()
        inside = preview.layout()
        assert inside is not None, "a card has a layout"
        for widget in (section_label(tr("What will be marked")), self.told, self.lacking):
            inside.addWidget(widget)
        self.told.setProperty("role", "plain")
        across = QHBoxLayout(self.problem_row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(badge(tr("not exported"), "error"), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.problem, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.export)
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 8, 18, 14)
        foot.setSpacing(10)
        foot.addWidget(preview)
        foot.addWidget(self.problem_row)
        foot.addLayout(buttons)
        self.problem_row.hide()
        self.export.setDefault(True)
        return foot

    def _show(self) -> None:
        wanted, choices = self._wanted, self._wanted.choices
        self.what.show_form(choices.form)
        self.against.show_versions(versions_of(self._draft), wanted.against or self._draft.base.number)
        if wanted.other is not None:
            self.against.show_other(wanted.other)
        self.against.show_official(wanted.official)
        self.against.accept_first.setChecked(choices.accept_first)
        self.options.show_choices(choices)

    def _connect(self) -> None:
        self.what.chosen.connect(self._fit)
        for signal in (self.against.changed, self.options.changed):
            signal.connect(self._timer.start)
        self._timer.timeout.connect(self._count)
        self.against.other_wanted.connect(self.other_wanted)
        self.against.official_wanted.connect(self.official_wanted)
        self.export.clicked.connect(self._export)
        self.cancel.clicked.connect(self.reject)
        themes().changed.connect(self._fit)

    # ------------------------------------------------------------------------------- what is shown

    def _fit(self) -> None:
        self.against.fit(self.what.form)
        self.options.fit(self.what.form)
        self._count()

    def _count(self) -> None:
        """Work the preview out anew; what comes of an earlier choice is dropped."""
        draft, wanted = self._draft, self.wanted
        self.preview = None
        self.told.setText(tr(COUNTING))
        self._lane.run(lambda: previewed(draft, wanted), self._counted, self._not_counted)

    def _counted(self, preview: Preview) -> None:
        self.preview = preview
        self.against.show_base(preview.base)
        self._say(" ".join(filter(None, (preview.remark, told(preview)))))

    def _not_counted(self, sentence: str) -> None:
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.told.setText(sentence)
        if self.isActiveWindow():
            announce(self, sentence)

    def _export(self) -> None:
        self.show_problem("")
        if self.what.form is Form.OFFICIAL and self.against.official is None:
            self.official_wanted.emit()
        else:
            counted = self.preview.text if self.preview and self.wanted.other else None
            self.export_wanted.emit(replace(self.wanted, counted=counted))


def versions_of(draft: Draft) -> Versions:
    """The versions changes can be marked against, the newest first."""
    numbers = [version.number for version in reversed(draft.lineage.versions)]
    return [
        (number, tr("{number}, the base").format(number=number) if not at else number)
        for at, number in enumerate(numbers)
    ]
