# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf over the facts: its documents, a way to put more on it, and one button for all sure answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from drafting.draft import Draft
from drafting.translation import marked, tr, trn
from ui.answering import sure_of
from ui.flow import FlowLayout
from ui.language import day_of
from ui.shelf import Shelving
from ui.widgets import link_button, muted_label, plain_button, primary_button, section_label

if TYPE_CHECKING:
    from drafting.updating.shelf import Answer, Shelved

LONGEST = 32
"""Characters of the name of a file, without its ending."""
KINDS = {
    "docx": marked("Word"),
    "pdf": "PDF",
    "xml": "AKN",
    "akn": "AKN",
    "html": marked("web page"),
    "htm": marked("web page"),
    "txt": marked("text"),
}
INVITATION = marked(
    "A new resolution, a report or a calendar can fill facts in: drop the file on the window."
)


class ShelfCard(QFrame):
    """The documents of the draft's shelf."""

    def __init__(self, shelving: Shelving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelving = shelving
        self._shown: tuple[Shelved, ...] | None = None
        self.setProperty("role", "card")
        self.add = plain_button(
            tr("Put on the shelf…"), tr("Chooses documents in which open facts are looked up")
        )
        self.add.clicked.connect(shelving.ask)
        self.sure = primary_button("", tr("Fills in every fact of which the shelf is sure, as one act"))
        self.sure.clicked.connect(shelving.lookup.use_sure)
        self.told = muted_label()
        self.removes: list[QWidget] = []
        self._documents = QVBoxLayout()
        self._documents.setSpacing(2)
        acts = FlowLayout(spacing=6)
        acts.addWidget(self.sure)
        acts.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 9, 11, 10)
        layout.setSpacing(6)
        layout.addWidget(section_label(tr("Shelf")))
        layout.addLayout(self._documents)
        layout.addWidget(self.told)
        layout.addLayout(acts)

    def show_shelf(self, draft: Draft, answers: dict[str, tuple[Answer, ...]]) -> None:
        """Show the documents, and how many of the open facts they answer."""
        if draft.shelf != self._shown:
            self._build(draft.shelf)
        sure, found = len(sure_of(answers)), len(answers)
        self.sure.setVisible(sure > 0)
        self.sure.setText(trn("Use {n} sure answer", "Use {n} sure answers", sure))
        self.told.setText(told(draft, found, self._shelving.lookup.filled(draft)))

    def _build(self, documents: tuple[Shelved, ...]) -> None:
        while (item := self._documents.takeAt(0)) is not None:
            if row := item.widget():
                row.hide()
                row.deleteLater()
        self._shown, self.removes = documents, []
        for document in documents:
            self._documents.addWidget(self._row(document))

    def _row(self, document: Shelved) -> QWidget:
        row = QWidget()
        words = muted_label(f"{dated(document)}\n{file_of(document)}")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setToolTip("\n".join(filter(None, (document.title, document.source))))
        words.setAccessibleDescription(document.title)
        away = link_button(tr("Remove"), tr("Takes it off the shelf; facts filled in from it stay"))
        away.setAccessibleName(tr("Remove {name} from the shelf").format(name=document.name))
        away.clicked.connect(lambda: self._shelving.remove(document))
        self.removes.append(away)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(words, 1)
        across.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return row


def dated(document: Shelved) -> str:
    """A document by its name, with its day behind it; its title, which may be long, is told by the tip."""
    if not document.date:
        return document.name
    return tr("{name} of {date}").format(name=document.name, date=day_of(document.date))


def file_of(document: Shelved) -> str:
    """The file a document came from, with what it is: "A_RES_79_166.docx · Word"."""
    stem, dot, end = document.source.rpartition(".")
    cut = stem if len(stem) <= LONGEST else f"{stem[:LONGEST]}…"
    kind = tr(KINDS.get(end.casefold(), ""))
    return f"{cut}{dot}{end}" + (f" · {kind}" if kind else "")


def told(draft: Draft, answered: int, filled: int) -> str:
    """What the shelf says of the facts: how many it filled in, then the open ones."""
    if not draft.shelf:
        return tr(INVITATION)
    given = trn("{n} fact is filled in as found here.", "{n} facts are filled in as found here.", filled)
    waiting = len(draft.missing_facts)
    if answered:
        told = tr("Answers to {answered} of {open} open facts are shown below.")
    elif waiting:
        told = tr("No other open fact is answered.") if filled else tr("No open fact is answered.")
    else:
        told = tr("No fact is open.")
    told = told.format(answered=answered, open=waiting)
    return f"{given} {told}" if filled else told
