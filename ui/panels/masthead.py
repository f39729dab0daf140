# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes above and under the text: one quiet line of the proposals panel that unfolds."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from drafting.draft import Draft
from drafting.resolution import Masthead
from drafting.translation import listed, marked, tr
from drafting.updating.facts import line_of as filled_line
from drafting.updating.records import PLACEHOLDER, CarryOver, MastheadChange
from ui.panels.proposal_rows import sentence
from ui.theme import scaled
from ui.widgets import ElidedButton, muted_label

NAMES = {
    "body": marked("Organ"),
    "symbol": marked("Symbol"),
    "number": marked("Number"),
    "title": marked("Title"),
    "session": marked("Session"),
    "session_dates": marked("Dates"),
    "agenda_item": marked("Agenda item"),
    "agenda_title": marked("Agenda item"),
    "adopted": marked("Adoption line"),
    "meeting": marked("Meeting"),
    "adoption": marked("Adoption line"),
    "report": marked("Committee report"),
    "sponsors": marked("Sponsors"),
    "notes": marked("Notes of the first page"),
    "vote": marked("Vote"),
}


def headline(masthead: Masthead) -> str:
    """The masthead of the draft in one line."""
    words = ", ".join(filter(None, (masthead.number, masthead.session_dates)))
    return tr("Masthead: {words}").format(words=words)


def left_out(carry: CarryOver) -> str:
    """What a draft does not carry, in one sentence; empty when nothing is left out."""
    names = tuple(
        dict.fromkeys(
            tr(NAMES.get(item.field, item.field)).lower() for item in carry.masthead_changes if not item.new
        )
    )
    text = tr("{names} left out, because a draft has none yet.").format(names=listed(names))
    return text[:1].upper() + text[1:] if names else ""


def line_of(change: MastheadChange, masthead: Masthead) -> str:
    """One changed line with its reason, as rich text; `masthead` is that of the draft, with its facts."""
    name = tr(NAMES.get(change.field, change.field))
    new = filled_line(masthead, change.field) if change.fact else change.new
    reason = sentence(change.reason)
    if PLACEHOLDER in new:
        more = tr("It is asked for among the facts.") if change.fact else tr("It need not be filled in.")
        reason = f"{reason} {more}"
    return f"<b>{name}</b> {escape(change.old)} → {escape(new)}<br>{escape(reason)}"


_TIP = marked(
    "Shows what changes above and under the text, and why. "
    "Number and symbol are given by the secretariat and need not be filled in."
)


class MastheadCard(QFrame):
    """Folded at first; the button says the line, the rest unfolds under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.button = ElidedButton(tip=tr(_TIP))
        self.button.setCheckable(True)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setProperty("lines", "left")  # the rest of its look is that of every flat button
        self.details = muted_label()
        self.details.setContentsMargins(9, 0, 9, 8)
        self.details.setTextFormat(Qt.TextFormat.RichText)
        self.room = _Room(self.details)
        self.room.hide()
        self.button.toggled.connect(self._fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        layout.addWidget(self.button)
        layout.addWidget(self.room)
        self._line = ""

    def show_changes(self, draft: Draft | None) -> None:
        """Show the masthead of this session's draft; hidden when nothing differs."""
        self.setVisible(draft is not None and bool(draft.carry.masthead_changes))
        if draft is None:
            return
        carry, masthead = draft.carry, draft.masthead
        self._line = headline(masthead)
        lines = [line_of(change, masthead) for change in carry.masthead_changes if change.new]
        lines.append(escape(left_out(carry)))
        self.details.setText("".join(f'<p style="margin: 0 0 6px 0">{line}</p>' for line in lines if line))
        self._fold(self.button.isChecked())

    def _fold(self, unfolded: bool) -> None:
        self.button.setText(f"{'▾' if unfolded else '▸'}  {self._line}")
        self.button.setAccessibleName(self._line)
        self.room.setVisible(unfolded)


class _Room(QScrollArea):
    """As high as what stands in it where there is room; where there is not, it scrolls."""

    def __init__(self, inside: QLabel) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(tr("What changes in the masthead"))
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        return QSize(60, self._inside.heightForWidth(max(self.viewport().width(), 60)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, min(self.sizeHint().height(), scaled(80)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
