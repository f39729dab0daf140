# SPDX-License-Identifier: GPL-3.0-or-later
"""The help window: the user guide with its contents and a search, without any network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QStandardItem,
    QStandardItemModel,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from drafting.translation import tr
from ui.finding import Finder
from ui.help.browser import Browser
from ui.help.guide import CHECKS, GUIDE, sections, show
from ui.settings import Settings
from ui.theme import current_theme, scaled, themes
from ui.widgets import flat_button, on_key, plain_button

GEOMETRY = "help/geometry"
_BLOCK = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1


class HelpWindow(QDialog):
    """Shows one guide at a time; the contents at the left lead to its sections and to the other guide."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._name = settings, ""
        self.setWindowTitle(tr("User guide"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.words = Browser()
        self.words.setAccessibleName(tr("User guide"))
        self.words.setOpenLinks(False)
        self.contents = QTreeView()
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.setHeaderHidden(True)
        self.contents.setIndentation(scaled(14))
        self.contents.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.titles = QStandardItemModel(self)
        self.contents.setModel(self.titles)
        self.finder = _GuideFinder(self.words)
        self.back = flat_button(tr("‹ &Back"), tr("Goes back to where the last link was followed"))
        self.close_it = plain_button(tr("Close"))
        self._past: list[tuple[str, int]] = []
        self._lay_out()
        self._connect()
        self.show_guide(GUIDE)

    # ------------------------------------------------------------------------------------ showing

    def show_guide(self, name: str) -> None:
        """Show a guide from its beginning."""
        self._name = name
        show(self.words.document(), name, current_theme())
        self._list()
        self.finder.renew()
        self.words.moveCursor(QTextCursor.MoveOperation.Start)
        self._remember()

    def show_section(self, title: str) -> None:
        """Bring a section of the user guide into view, the beginning without a title."""
        if self._name != GUIDE:
            self.show_guide(GUIDE)
        found = next((one for one in sections(self.words.document()) if one.title == title), None)
        self._go(found.block if found else 0)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def section(self) -> str:
        """The title of the section at the upper edge."""
        top = self.words.cursorForPosition(QPoint(scaled(24), scaled(12))).blockNumber()
        before = [one for one in sections(self.words.document()) if one.block <= top]
        return before[-1].title if before else ""

    def _go(self, block: int) -> None:
        """A section at the upper edge, the caret in it."""
        found = self.words.document().findBlockByNumber(block)
        self.words.setTextCursor(QTextCursor(found))
        edge = self.words.document().documentLayout().blockBoundingRect(found).top()
        self.words.verticalScrollBar().setValue(round(edge) - scaled(8) if block else 0)

    def _list(self) -> None:
        """The contents: the sections of the guide shown, and the other one."""
        self.titles.clear()
        stack: list[QStandardItem] = []
        for one in sections(self.words.document()):
            item = QStandardItem(one.title)
            item.setData(one.block, _BLOCK)
            item.setSizeHint(QSize(0, scaled(26)))
            del stack[one.level - 1 :]
            (stack[-1] if stack else self.titles.invisibleRootItem()).appendRow(item)
            stack.append(item)
        other = GUIDE if self._name != GUIDE else CHECKS
        titles = {GUIDE: tr("Penholder user guide"), CHECKS: tr("What Penholder checks")}
        item = QStandardItem(f"→ {titles[other]}")
        item.setData(other, _NAME)
        item.setSizeHint(QSize(0, scaled(26)))
        self.titles.appendRow(item)
        self.contents.expandAll()

    # ------------------------------------------------------------------------------------ following

    def _chosen(self, index: QModelIndex) -> None:
        name = index.data(_NAME)
        if name:
            self._leave()
            self.show_guide(name)
        elif index.data(_BLOCK) is not None:
            self._go(index.data(_BLOCK))

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(link)  # the drafter's own wish, in the drafter's own browser
            return
        self._leave()
        name = link.fileName()
        if name.endswith(".md"):
            self.show_guide(name)
        elif link.hasFragment():
            wanted = link.fragment().replace("-", " ").casefold()
            titles = (one.title for one in sections(self.words.document()) if one.title.casefold() == wanted)
            self.show_section(next(titles, ""))

    def _leave(self) -> None:
        """Remember the place, for the way back."""
        self._past.append((self._name, self.words.verticalScrollBar().value()))
        self._remember()

    def _return(self) -> None:
        if self._past:
            name, place = self._past.pop()
            self.show_guide(name)
            self.words.verticalScrollBar().setValue(place)
        self._remember()

    def _remember(self) -> None:
        self.back.setEnabled(bool(self._past))

    def _dress(self) -> None:
        """The same place in other colours or sizes."""
        here = self.section
        show(self.words.document(), self._name, current_theme())
        found = next((one for one in sections(self.words.document()) if one.title == here), None)
        self._go(found.block if found else 0)
        self.finder.renew()

    # ------------------------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.finder, 1)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.addWidget(self.contents)
        middle.addWidget(self.words)
        middle.setStretchFactor(1, 1)
        middle.setSizes([scaled(280), scaled(670)])
        middle.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addLayout(top)
        layout.addWidget(middle, 1)
        layout.addWidget(self.close_it, 0, Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableGeometry().size() * 0.85
        kept = self._settings.bytes_of(GEOMETRY)
        if kept is None or not self.restoreGeometry(kept):
            self.resize(QSize(scaled(980), scaled(720)).boundedTo(room))

    def _connect(self) -> None:
        self.contents.clicked.connect(self._chosen)
        self.contents.activated.connect(self._chosen)
        self.words.anchorClicked.connect(self._follow)
        self.back.clicked.connect(self._return)
        self.close_it.clicked.connect(self.reject)
        on_key(self.words, "Ctrl+F", self.finder.open)
        on_key(self.contents, "Ctrl+F", self.finder.open)
        keys, look = QKeySequence.StandardKey, themes()
        for key, act in (
            (keys.Back, self._return),
            (keys.ZoomIn, look.larger),
            (keys.ZoomOut, look.smaller),
        ):
            QShortcut(QKeySequence(key), self, act)
        QShortcut(QKeySequence("Ctrl+0"), self, look.normal_size)
        self.finder.left.connect(lambda: self.words.setFocus(Qt.FocusReason.OtherFocusReason))
        themes().changed.connect(self._dress)

    def hideEvent(self, event: QHideEvent) -> None:
        self._settings.keep_bytes(GEOMETRY, self.saveGeometry())
        super().hideEvent(event)


class _GuideFinder(Finder[QTextCursor]):
    """Searches the guide that is shown; case is no matter."""

    def __init__(self, words: QTextBrowser) -> None:
        super().__init__(tr("Find in the guide"))
        self._words = words
        self.changed.connect(self._mark)
        self.went.connect(self._show)

    def places(self, words: str) -> list[QTextCursor]:
        """Every place of the words."""
        document, found = self._words.document(), []
        place = document.find(words.strip(), 0)
        while not place.isNull():
            found.append(place)
            place = document.find(words.strip(), place)
        return found

    def nearest(self, hits: Sequence[QTextCursor], former: QTextCursor | None) -> QTextCursor:
        """The first from the caret on."""
        here = self._words.textCursor().selectionStart()
        return next((hit for hit in hits if hit.selectionStart() >= here), hits[0])

    def following(self, by: int) -> QTextCursor:
        """The neighbour of the hit in hand."""
        at = self.hits.index(self.hit) if self.hit in self.hits else 0
        return self.hits[(at + by) % len(self.hits)]

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setBackground(QColor(current_theme().found))
        look.setForeground(QColor(current_theme().text))
        marked = []
        for hit in self.hits:
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = hit, look
            marked.append(one)
        self._words.setExtraSelections(marked)

    def _show(self, hit: QTextCursor) -> None:
        self._words.setTextCursor(hit)
        self._words.ensureCursorVisible()
