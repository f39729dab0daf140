# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of keys of both windows, made from their tables of acts: searched, copied, printed."""

from __future__ import annotations

from html import escape
from itertools import groupby

from PySide6.QtCore import QMarginsF, QModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QStandardItem, QStandardItemModel, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from drafting.translation import marked, tr, trn
from ui.actions import keys_in, listing
from ui.comparison.actions import TABLE as COMPARISON
from ui.fonts import serif
from ui.printing.shapes import page_size
from ui.prompts import Prompts
from ui.settings import Settings
from ui.theme import scaled
from ui.widgets import on_key, plain_button, search_field

_PROPOSALS, _CHECKS, _COMPARISON = marked("Proposals panel"), marked("Checks panel"), marked("Comparison")
IN_PANEL = (
    (_PROPOSALS, marked("Accept"), marked("Enter")),
    (_PROPOSALS, marked("Keep old text"), "K"),
    (_PROPOSALS, marked("Edit proposed words"), "E"),
    (_PROPOSALS, marked("Take decision back"), "T"),
    (_CHECKS, marked("Go to the words"), marked("Enter")),
    (_CHECKS, marked("Fix"), "F"),
    (_CHECKS, marked("Ignore here"), "I"),
    (_CHECKS, marked("Ignore always"), "A"),
    (_CHECKS, marked("Take back"), "T"),
)
IN_COMPARISON = ((_COMPARISON, marked("Open or close what is folded"), marked("Enter")),)

Key = tuple[str, str, str]
"""Where an act stands, what it is called, and its keys as this platform writes them."""


def all_keys() -> tuple[Key, ...]:
    """Every act that has keys, by menu; the comparison's after those of the main window."""
    beside = [tuple(map(tr, one)) for one in (*IN_PANEL,)]
    folds = [tuple(map(tr, one)) for one in IN_COMPARISON]
    found = (*listing(), *beside, *keys_in(tr(_COMPARISON), COMPARISON), *folds)
    return tuple((group, words, keys) for group, words, keys in found)


def as_text(keys: tuple[Key, ...]) -> str:
    """The list as plain text, to be pasted anywhere."""
    lines = []
    for group, members in groupby(keys, key=lambda one: one[0]):
        lines += [group, *(f"\t{words}\t{key}" for _, words, key in members), ""]
    return "\n".join(lines).rstrip() + "\n"


def as_html(keys: tuple[Key, ...]) -> str:
    """The list as a table for paper."""
    rows = []
    for group, members in groupby(keys, key=lambda one: one[0]):
        rows.append(f"<tr><td colspan='2'><b>{escape(group)}</b></td></tr>")
        rows += [f"<tr><td>{escape(words)}</td><td>{escape(key)}</td></tr>" for _, words, key in members]
    title = escape(tr("Keyboard shortcuts of Penholder"))
    return f"<h3>{title}</h3><table width='100%' cellspacing='0' cellpadding='2'>{''.join(rows)}</table>"


class ShortcutsDialog(QDialog):
    """Shows every act that has keys; what is typed narrows the list by act or by key."""

    def __init__(self, prompts: Prompts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts, self._settings = prompts, settings
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.keys = all_keys()
        self.field = search_field(tr("Find an act or a key"))
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.model = QStandardItemModel(self)
        self.shown = QSortFilterProxyModel(self)
        self.list = QTreeView()
        self.copy = plain_button(tr("&Copy"), tr("Puts the whole list on the clipboard"))
        self.print_out = plain_button(tr("&Print…"), tr("Prints the whole list"))
        self.close_it = plain_button(tr("Close"))
        self._fill()
        self._dress()
        self._lay_out()
        self._search("")
        self.field.setFocus()

    def _fill(self) -> None:
        for group, members in groupby(self.keys, key=lambda one: one[0]):
            head = QStandardItem(group)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            head.setSizeHint(QSize(0, scaled(30)))
            for _, words, keys in members:
                act, key = QStandardItem(words), QStandardItem(keys)
                act.setData(f"{words}, {keys}", Qt.ItemDataRole.AccessibleTextRole)
                act.setSizeHint(QSize(0, scaled(26)))
                head.appendRow([act, key])
            beside = QStandardItem("")
            beside.setData(trn("{n} act", "{n} acts", head.rowCount()), Qt.ItemDataRole.AccessibleTextRole)
            self.model.appendRow([head, beside])
        self.model.setHorizontalHeaderLabels([tr("Act"), tr("Keys")])

    def _dress(self) -> None:
        self.shown.setSourceModel(self.model)
        self.shown.setRecursiveFilteringEnabled(True)
        self.shown.setAutoAcceptChildRows(True)
        self.shown.setFilterKeyColumn(-1)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setModel(self.shown)
        self.list.setAccessibleName(tr("Keyboard shortcuts"))
        self.list.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(scaled(14))
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.count)
        ends = QHBoxLayout()
        for button in (self.copy, self.print_out):
            ends.addWidget(button)
        ends.addStretch()
        ends.addWidget(self.close_it)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addLayout(ends)
        self.field.textChanged.connect(self._search)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(as_text(self.keys)))
        self.print_out.clicked.connect(self._print)
        self.close_it.clicked.connect(self.close)
        self.close_it.setDefault(True)
        on_key(self.field, "Down", self.list.setFocus)
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(QSize(scaled(560), scaled(640)).boundedTo(room))

    def _search(self, words: str) -> None:
        self.shown.setFilterFixedString(words.strip())
        self.list.expandAll()
        found = sum(self.shown.rowCount(self.shown.index(row, 0)) for row in range(self.shown.rowCount()))
        self.count.setText(trn("{n} act", "{n} acts", found) if found else tr("nothing found"))
        first = self.shown.index(0, 0, self.shown.index(0, 0))
        self.list.setCurrentIndex(first if first.isValid() else QModelIndex())

    def _print(self) -> None:
        size = page_size(self._settings.paper)
        margins = QMarginsF(18, 16, 18, 16)
        unit = QPageLayout.Unit.Millimeter
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit)
        device = self._prompts.printer(self, tr("Keyboard shortcuts of Penholder"), layout)
        if device is None:
            return
        document = QTextDocument()
        font = serif(1)
        font.setPointSizeF(9.5)
        document.setDefaultFont(font)
        document.setHtml(as_html(self.keys))
        document.print_(device)
