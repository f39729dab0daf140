# SPDX-License-Identifier: GPL-3.0-or-later
"""The widgets of the assistant and how they stand: the files above, the draft that comes of them below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from drafting.translation import tr
from ui.assistant.model import FilesModel, Row
from ui.theme import scaled
from ui.widgets import Field, muted_label, plain_button, primary_button, section_label, strong_label

_LIST, _DETAILS = 150, 64
"""The least heights of the list and of what is told of one file, at normal text size."""


class _Files(QTreeView):
    """Takes what room there is, and asks for no more than its least."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(_LIST))


class _Details(QPlainTextEdit):
    """Takes what room there is, and asks for no more than its least."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(_DETAILS))


class Form(QObject):
    """Everything in the dialog; what it means is the dialog's."""

    chosen = Signal()
    """Another file is in hand."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.files = FilesModel(self)
        self.list, self.details = _Files(), _Details()
        self.add = plain_button(tr("&Add files…"), tr("Chooses files; they can be dropped here too"))
        self.remove = plain_button(tr("&Leave out"), tr("Takes the file in hand out of this list"))
        self.up = plain_button(tr("Move &up"), tr("For versions whose date and session are not known"))
        self.down = plain_button(tr("Move &down"), self.up.toolTip())
        self.progress = QProgressBar()
        self.hint = muted_label(
            tr("Add or drop the versions adopted so far, in any order. Nothing is opened before you say so.")
        )
        self.title, self.series, self.left_out = strong_label(), muted_label(), QLabel()
        self.base, self.session = QComboBox(), QComboBox()
        self.why, self.trouble = muted_label(), QLabel()
        self.cancel = plain_button(tr("Cancel"))
        self.create = primary_button(tr("&Create the draft"), tr("Makes the draft and opens it"))
        self._part = QWidget()
        self._dress()
        self._lay_out(dialog)

    @property
    def row(self) -> Row | None:
        """The file in hand."""
        at = self.list.currentIndex().row()
        return self.files.rows[at] if 0 <= at < len(self.files.rows) else None

    # ------------------------------------------------------------------------------------ showing

    def take_in_hand(self, at: int) -> None:
        """Take a file in hand; the list shows it."""
        self.hint.setVisible(not self.files.rows)
        self.list.setCurrentIndex(self.files.index(min(at, len(self.files.rows) - 1), 0))
        for column in range(4):
            self.list.resizeColumnToContents(column)
        self._show_details()

    def show_part(self, known: bool) -> None:
        """Show what would come of the files, where there is a series among them."""
        self._part.setVisible(known)

    def tell(self, title: str, series: str, left_out: str) -> None:
        """What the series is, and what is left out of it."""
        self.title.setText(title)
        self.series.setText(series)
        self.left_out.setText(left_out)
        self.left_out.setVisible(bool(left_out))

    def offer_bases(self, names: Sequence[str]) -> None:
        """Offer versions as the base, the first of them chosen."""
        self.base.clear()
        self.base.addItems([tr("{version} (the latest)").format(version=one) for one in names[:1]])
        self.base.addItems(list(names[1:]))

    def offer_sessions(self, offered: Sequence[tuple[int, str]], due: int, why: str) -> None:
        """Offer sessions; the one that is due is proposed, with the reason."""
        self.session.clear()
        for number, text in offered:
            self.session.addItem(text, number)
        self.session.setCurrentIndex(self.session.findData(due))
        if not due:
            self.session.setEditText("")
        self.why.setText(why)

    def say_trouble(self, sentence: str) -> None:
        """Say what keeps the draft from being made."""
        self.trouble.setText(f"▲ {sentence}" if sentence else "")
        self.trouble.setVisible(bool(sentence))

    def follow(self, up: bool, down: bool) -> None:
        """Allow what is possible on the file in hand."""
        self.remove.setEnabled(self.row is not None)
        self.up.setEnabled(up)
        self.down.setEnabled(down)

    def show_busy(self, busy: bool) -> None:
        """Show that files are read."""
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the reading is."""
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)

    def _show_details(self) -> None:
        row = self.row
        self.details.setPlainText(row.details if row else "")
        self.details.setVisible(row is not None)
        self.chosen.emit()

    # ------------------------------------------------------------------------------------ building

    def _dress(self) -> None:
        self.list.setModel(self.files)
        self.list.setAccessibleName(tr("Files"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.header().setStretchLastSection(True)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.list.selectionModel().currentChanged.connect(self._show_details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setProperty("role", "field")
        self.details.setAccessibleName(tr("What was found in the file in hand"))
        self.progress.setAccessibleName(tr("Reading"))
        self.progress.hide()
        self.session.setLineEdit(Field())
        self.session.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.session.setCompleter(None)  # type: ignore[arg-type]  # would finish "5" as "57th"
        self.session.setAccessibleName(tr("Session the draft is for"))
        self.base.setAccessibleName(tr("Base of the draft"))
        for label, role in ((self.left_out, "look"), (self.trouble, "look")):
            label.setWordWrap(True)
            label.setProperty("role", role)
            label.hide()
        self.create.setDefault(True)

    def _lay_out(self, dialog: QDialog) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(18, 16, 18, 4)
        layout.setSpacing(8)
        layout.addWidget(section_label(tr("Files")))
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 3)
        layout.addWidget(self.progress)
        acts = QHBoxLayout()
        for button in (self.add, self.remove, self.up, self.down):
            acts.addWidget(button)
        acts.addStretch()
        layout.addLayout(acts)
        layout.addWidget(self.details, 1)
        layout.addWidget(self._part)
        self._lay_out_part()
        self.list.setMinimumHeight(scaled(_LIST))
        self.details.setMinimumHeight(scaled(_DETAILS))
        self._frame(dialog, inside)

    def _frame(self, dialog: QDialog, inside: QWidget) -> None:
        """All of it scrolls where large type leaves it no room; the buttons stay."""
        area = QScrollArea()
        area.setAccessibleName(dialog.windowTitle())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        ends = QHBoxLayout()
        ends.setContentsMargins(18, 0, 18, 0)
        ends.addStretch()
        ends.addWidget(self.cancel)
        ends.addWidget(self.create)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.addWidget(area, 1)
        self.trouble.setContentsMargins(18, 0, 18, 0)
        layout.addWidget(self.trouble)  # never out of sight: it says why nothing can be created
        layout.addLayout(ends)
        room = dialog.screen().availableGeometry().size() * 0.9
        dialog.resize(min(scaled(860), room.width()), min(scaled(660), room.height()))

    def _lay_out_part(self) -> None:
        """The draft that comes of the files."""
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(5)
        self.title.setWordWrap(True)
        for widget in (section_label(tr("The draft")), self.title, self.series):
            column.addWidget(widget)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_named(tr("&Base:"), self.base), self.base)
        form.addRow(_named(tr("&For the session:"), self.session), self.session)
        column.addLayout(form)
        for widget in (self.why, self.left_out):
            column.addWidget(widget)


def _named(words: str, field: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(field)
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return label
