# SPDX-License-Identifier: GPL-3.0-or-later
"""What documents on the shelf say of a fact, each with the reason and a button to use it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from drafting.translation import tr
from drafting.updating.records import Fact
from ui.panels.proposal_rows import sentence
from ui.widgets import badge, muted_label, plain_button, strong_label

if TYPE_CHECKING:
    from drafting.updating.shelf import Answer

MOST = 3
"""Answers to one fact that are shown; the best come first."""


class FactAnswers(QWidget):
    """A box for each answer; nothing when there is none."""

    used = Signal(object)
    """An `Answer` shall be filled in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Answer, ...] = ()
        self.boxes: list[AnswerBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_answers(self, fact: Fact, answers: Sequence[Answer]) -> None:
        """Show the best of these."""
        wanted = tuple(answers[:MOST])
        if wanted == self._shown:
            return
        for box in self.boxes:
            box.hide()
            self._column.removeWidget(box)
            box.deleteLater()
        self._shown, self.boxes = wanted, [AnswerBox(fact, one) for one in wanted]
        for box in self.boxes:
            box.use.clicked.connect(lambda _checked=False, answer=box.answer: self.used.emit(answer))
            self._column.addWidget(box)
        self.setVisible(bool(self.boxes))


class AnswerBox(QFrame):
    """One answer: value, document, reason."""

    def __init__(self, fact: Fact, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = answer
        self.setProperty("role", "answer")
        value = value_of(fact, answer)
        words = strong_label(value)
        words.setWordWrap(True)
        self.use = plain_button(tr("Use this"), tr("Fills the fact in; Undo takes it back"))
        self.use.setAccessibleName(
            tr("Use {value} for {question}").format(value=value, question=fact.question)
        )
        self.use.setAccessibleDescription(answer.reason)
        head = QHBoxLayout()
        head.addWidget(words, 1)
        sure = (tr("sure"), "certain") if answer.sure else (tr("to check"), "review")
        head.addWidget(badge(*sure), 0, Qt.AlignmentFlag.AlignTop)
        source = "" if answer.document in answer.reason else tr("From {document}.")
        why = muted_label(f"{sentence(answer.reason)} {source.format(document=answer.document)}".rstrip())
        why.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 8, 9, 9)
        layout.setSpacing(5)
        layout.addLayout(head)
        layout.addWidget(why)
        layout.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)


def value_of(fact: Fact, answer: Answer) -> str:
    """The values in the order in which they are asked for: "number 166, date 17 December 2024"."""
    named = [(tr(part.label), answer.values[part.name]) for part in fact.parts if part.name in answer.values]
    if len(named) == 1:
        return named[0][1]
    return ", ".join(f"{label} {value}" for label, value in named)
