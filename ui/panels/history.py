# SPDX-License-Identifier: GPL-3.0-or-later
"""The history panel: every wording of the paragraph at the caret, what changed, what was dropped."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from drafting.draft import Draft, Rewritten, Step, rewrite
from ui.desk import Desk
from ui.panels.pulse import Pulse
from ui.panels.wordings import DRAFT, Dropped, Wording, dropped, history
from ui.theme import Theme, current_theme, page_font, themes
from ui.widgets import badge, muted_label, plain_button, section_label, strong_label


def bring_back(draft: Draft, key: str, wording: Wording) -> Step:
    """The draft with an earlier wording of a paragraph; footnotes keep their places in it."""
    name = f"Bring back {wording.versions[0]} wording in {draft.label(key).id}"
    return rewrite(draft, [key], [Rewritten(key, wording.text)], name)


def marked_html(wording: Wording, theme: Theme) -> str:
    """The text with what it took out struck and what it put in underlined."""
    parts, at = [], 0
    for edit in wording.edits:
        lead, new, tail = _bare(edit.new.of(wording.text))
        old_lead, old, old_tail = _bare(edit.old.of(wording.before))
        struck = f'<s style="color:{theme.deleted}">{escape(old)}</s>' if old else ""
        under = f'<u style="color:{theme.inserted}">{escape(new)}</u>' if new else ""
        words = " ".join(filter(None, (struck, under)))
        parts += [escape(wording.text[at : edit.new.start]), lead or ("" if new else old_lead), words]
        parts.append(tail or ("" if new else old_tail))
        at = edit.new.end
    return "".join(parts) + escape(wording.text[at:])


def _bare(words: str) -> tuple[str, str, str]:
    """Words without the white space around them, which is not marked: before, words, after."""
    bare = words.strip()
    start = words.find(bare) if bare else len(words)
    return words[:start], bare, words[start + len(bare) :]


class WordingCard(QFrame):
    """One wording as a card."""

    bring_back = Signal(object)

    def __init__(self, wording: Wording, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 8, 11, 10)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(strong_label(_title(wording)))
        head.addWidget(muted_label(wording.place))
        if wording.state:
            head.addWidget(badge(wording.state, "new" if wording.first else "changed"))
        head.addStretch()
        layout.addLayout(head)
        text = _text_label(marked_html(wording, current_theme()))
        text.setAccessibleName(f"Wording of {_title(wording)}: {wording.text}")
        layout.addWidget(text)
        if wording.text != current:
            button = plain_button(
                "Bring back this wording", "Puts this wording into the draft; Undo takes it out again"
            )
            button.clicked.connect(lambda: self.bring_back.emit(wording))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _title(wording: Wording) -> str:
    return "This draft" if wording.versions == (DRAFT,) else wording.title


def _text_label(html: str) -> QLabel:
    label = QLabel(html)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setFont(page_font(14))
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return label


class HistoryPanel(QWidget):
    """Follows the caret while it can be seen; `show_paragraph` is told where the caret is."""

    def __init__(self, desk: Desk, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key = ""
        self._shown: tuple[object, ...] = ()
        inside = QWidget()
        inside.setProperty("role", "panel")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(12, 10, 12, 12)
        self._list.setSpacing(8)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.area.setAccessibleName("History")
        self.setFocusProxy(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        pulse.beat.connect(self._refresh)
        themes().changed.connect(self._restyle)

    @property
    def key(self) -> str:
        """The paragraph whose history is shown."""
        return self._key

    def show_paragraph(self, key: str) -> None:
        """The caret went to another paragraph."""
        if key != self._key:
            self._key = key
            self._refresh()

    def show_dropped(self) -> None:
        """Bring the list of dropped paragraphs into view."""
        self._refresh()
        self._list.activate()
        QTimer.singleShot(0, self, self._to_end)  # once the area knows how long its content is

    def _to_end(self) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._refresh()

    def _restyle(self) -> None:
        self._shown = ()
        self._refresh()

    def _refresh(self) -> None:
        """Built anew only when it can be seen and something in it differs."""
        if not self.isVisible():
            return
        draft = self._desk.draft
        if draft is None:
            self._build(None, (), ())
            return
        known = self._key in draft
        found = history(draft, draft.paragraph(self._key)) if known else ()
        content = (self._key if known else "", found, tuple(dropped(draft.lineage)))
        if content != self._shown:
            another = self._shown[:1] != content[:1]
            self._shown = content
            self._build(draft, found, content[2])
            if another:
                self.area.verticalScrollBar().setValue(0)

    def _build(self, draft: Draft | None, found: tuple[Wording, ...], gone: tuple[Dropped, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        if draft is None or not found:
            self._list.addWidget(
                muted_label("Put the caret into a paragraph to see how it read in every version.")
            )
        else:
            text = draft.paragraph(self._key).text
            self._list.addWidget(section_label(f"{draft.label(self._key).id}, newest wording first"))
            for wording in found:
                self._list.addWidget(self._card(wording, text))
        if gone:
            self._list.addWidget(section_label("Dropped paragraphs"))
            for one in gone:
                self._list.addWidget(_dropped_card(one))
        self._list.addStretch()

    def _card(self, wording: Wording, text: str) -> QWidget:
        if wording.absent:
            return muted_label(wording.state.capitalize())
        shown = WordingCard(wording, text)
        shown.bring_back.connect(self._bring_back)
        return shown

    def _bring_back(self, wording: Wording) -> None:
        draft = self._desk.draft
        if draft is not None and self._key in draft:
            self._desk.do(bring_back(draft, self._key, wording))


def _dropped_card(one: Dropped) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(11, 8, 11, 10)
    head = QHBoxLayout()
    head.addWidget(strong_label(one.label))
    head.addWidget(muted_label(f"last in {one.version}"))
    head.addStretch()
    layout.addLayout(head)
    layout.addWidget(_text_label(escape(one.text)))
    return frame
