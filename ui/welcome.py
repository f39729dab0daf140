# SPDX-License-Identifier: GPL-3.0-or-later
"""The page shown while nothing is open: what to do, the sample series, and what was opened of late."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from drafting.translation import tr, trn
from ui.actions import spoken_keys
from ui.settings import there
from ui.tasks import Lane
from ui.theme import current_theme, scaled, themes
from ui.widgets import (
    ElidedButton,
    arrow_button,
    link_button,
    muted_label,
    on_key,
    plain_button,
    primary_button,
    section_label,
    strong_label,
)

MOST = 5
"""Entries that are offered."""
LONGEST = 55
"""Characters of a recent entry; the tool tip has all of it."""


class WelcomePage(QWidget):
    """Offers the ways in; `open_recent` carries the files of one entry."""

    open_files = Signal()
    open_sample = Signal()
    open_recent = Signal(object)
    open_recovered = Signal()
    new_draft = Signal()
    forget = Signal(object)
    """An entry shall be offered no longer, all of them where it is empty; the files stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Welcome"))
        self.drop = _DropFrame()
        self.drop.open.clicked.connect(self.open_files)
        self.drop.look.clicked.connect(self.new_draft)
        self.sample = plain_button(
            tr("Open the sample series"), tr("Opens the four adopted resolutions that come with Penholder")
        )
        self.sample.clicked.connect(self.open_sample)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._recent_head = section_label(tr("Recent"))
        self.recovered = link_button("", tr("Shows what was recovered, and asks what shall become of it"))
        self.recovered.clicked.connect(self.open_recovered)
        self.show_recovered(0)
        self.clear = link_button(tr("Clear the list"), tr("Empties the list; the files stay where they are"))
        self.clear.clicked.connect(lambda: self.forget.emit(()))
        self._inside = QWidget()
        self._inside.setLayout(self._column())
        self._lay_out()
        self._looking = Lane(self)
        themes().changed.connect(self._fit)
        self._fit()
        self._offer(())

    def _column(self) -> QVBoxLayout:
        title = QLabel("Penholder")
        title.setProperty("role", "title")
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(title)
        about = muted_label(
            tr(
                "Carries a recurring resolution over to its next session: what stayed, what changed, "
                "and what the new text should say, with reasons. You decide on every change."
            )
        )
        column.addWidget(about)
        column.addWidget(self.drop)
        column.addWidget(self.recovered, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._sample_row())
        head = QHBoxLayout()
        head.addWidget(self._recent_head)
        head.addStretch()
        head.addWidget(self.clear)
        column.addLayout(head)
        column.addLayout(self._recent)
        return column

    def _lay_out(self) -> None:
        """In the middle of the page; what has no room scrolls."""
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._inside)
        middle.addStretch()
        page = QWidget()
        within = QVBoxLayout(page)
        within.addStretch(2)
        within.addLayout(middle)
        within.addStretch(3)
        area = QScrollArea()
        area.setAccessibleName(self.accessibleName())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_recent(self, entries: Sequence[tuple[Path, ...]]) -> None:
        """Show what was opened of late; what is gone is left out.

        Whether a file is there is asked beside: a share that does not answer would hold up the window.
        """
        self._looking.run(lambda: tuple(paths for paths in entries if all(map(there, paths))), self._offer)

    def show_recovered(self, waiting: int) -> None:
        """Say how many recovered drafts wait to be decided on; nothing is said of none."""
        self.recovered.setText(
            trn(
                "▲ {n} draft that was recovered and not decided on…",
                "▲ {n} drafts that were recovered and not decided on…",
                waiting,
            )
        )
        self.recovered.setVisible(bool(waiting))

    def _fit(self) -> None:
        self._inside.setFixedWidth(min(scaled(560), max(self.width() - 60, 300)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _offer(self, found: Sequence[tuple[Path, ...]]) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for paths in found[:MOST]:
            self._recent.addWidget(self._entry(paths))
        self._recent_head.setVisible(bool(found))
        self.clear.setVisible(bool(found))

    def _entry(self, paths: tuple[Path, ...]) -> QWidget:
        """One entry with what takes it out of the list: a button, and the Delete key."""
        name = entry_text(paths)
        button = ElidedButton(name, "link", "\n".join(str(path) for path in paths))
        button.setObjectName("recent")
        button.clicked.connect(lambda _checked=False: self.open_recent.emit(paths))
        on_key(button, "Del", lambda: self.forget.emit(paths))
        told = tr("Takes it out of this list; the files stay where they are (Del)")
        gone = arrow_button("✕", tr("Remove {entry} from the list").format(entry=name), told)
        gone.setObjectName("forget")
        gone.clicked.connect(lambda _checked=False: self.forget.emit(paths))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button, 1)
        row.addWidget(gone)
        return line

    def _sample_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.sample)
        row.addWidget(
            muted_label(tr("Four adopted texts of the Human Rights Council, 47/9 to 56/2, to try it out.")), 1
        )
        return row


class _DropFrame(QFrame):
    """Where files may be dropped; the whole window takes them, this says so."""

    def __init__(self) -> None:
        super().__init__()
        self.open = primary_button(
            tr("Open files…"),
            tr("Makes the draft at once, or opens a saved draft ({key})").format(key=spoken_keys("open")),
        )
        self.look = plain_button(
            tr("New draft…"),
            tr("Shows first what would come of the files: order, base, session ({key})").format(
                key=spoken_keys("new_draft")
            ),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 26, 24, 26)
        layout.setSpacing(10)
        head = strong_label(tr("Drop the adopted versions here"))
        words = muted_label(
            tr("In any order, or a saved draft. The latest version becomes the base of the draft.")
        )
        for label in (head, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addSpacing(2)
        ways = QHBoxLayout()
        ways.setSpacing(10)
        ways.addStretch()
        for button in (self.open, self.look):
            ways.addWidget(button)
        ways.addStretch()
        layout.addLayout(ways)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed edge says that something can be laid here."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def entry_text(paths: Sequence[Path]) -> str:
    """A recent entry in words: the draft's name, or the files of the series, and their folder."""
    names = ", ".join(path.stem for path in paths)
    if len(names) > LONGEST:
        names = names[:LONGEST].rstrip(" ,") + "…"
    return f"{names}  ·  {paths[0].parent.name or paths[0].parent}"
