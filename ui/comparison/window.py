# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison window: two to five versions, the draft among them, paragraph beside paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from drafting.comparing.records import Alignment, Pairings
from drafting.resolution import Resolution
from drafting.translation import listed, tr, trn
from ui.actions import Actions, key_of
from ui.comparison import sentences
from ui.comparison.actions import TABLE
from ui.comparison.aligning import Alignments
from ui.comparison.arranging import arrange
from ui.comparison.bars import follow
from ui.comparison.choosing import Choice
from ui.comparison.column_acts import ColumnActs
from ui.comparison.filtering import Filtering
from ui.comparison.finder import ComparisonFinder
from ui.comparison.going import GoTo
from ui.comparison.grouping import Threads
from ui.comparison.head import Head
from ui.comparison.layouts import Layouts
from ui.comparison.leading import Leading
from ui.comparison.legend import Legend
from ui.comparison.model import ComparisonModel
from ui.comparison.overview import Overview
from ui.comparison.pairing import Hands, PairingActs
from ui.comparison.places import anchor_of, restore
from ui.comparison.readying import Readying
from ui.comparison.rows import Column, Comparison, Layer, Version
from ui.comparison.sending import Outlet, Sending, Sent
from ui.comparison.taking import Takes, TakingActs
from ui.comparison.toolbar import bar, row_menu
from ui.comparison.view import RowsView
from ui.geometry import place
from ui.theme import themes
from ui.widgets import ElidedLabel, plain_button, restyle

Aligner = Callable[[Resolution, Resolution, Pairings | None], Alignment]
_PATIENCE = 200  # ms before it says that it is comparing


class ComparisonWindow(QMainWindow):
    """Shows two to five versions side by side; `shown` are their places in the sequence.

    The alignments are made off the GUI thread; until they are there, the rows shown before stay.
    """

    page_wanted = Signal()
    """The drafter wants to work on the page, at the paragraph in hand."""
    room_wanted = Signal()
    """The room view shall be opened or closed."""

    def __init__(
        self,
        versions: Sequence[Version],
        *shown: int,
        aligner: Aligner | None = None,
        hands: Hands | None = None,
        takes: Takes | None = None,
        threads: Threads = (),
        outlet: Outlet | None = None,
    ) -> None:
        super().__init__()
        self._aligner = aligner or Alignments()
        self._shown: tuple[Column, ...] = ()
        self.acts = Actions(self, TABLE)
        self.addActions(self.acts.all())
        self.model = ComparisonModel(self)
        self.view = RowsView(self.model)
        self._readying, self.leading = Readying(self.view), Leading(self.view)
        self.head, self.overview, self.finder = Head(), Overview(self.view), ComparisonFinder()
        self.filtering = Filtering(self.acts, self.view)
        self.pairing = PairingActs(self.acts, hands, self)
        self.taking = TakingActs(self.acts, takes, self)
        self.sending = Sending(self.acts, self, self, outlet)
        self.go_to = GoTo()
        self.columns = ColumnActs(self.acts, self.view, Choice(tuple(versions), shown, None, threads))
        self.place, self.notice = QLabel(), QLabel()
        self._legend, self._keys = Legend(), ElidedLabel()
        self._build()
        self._connect()
        self.head.offer(versions, shown)
        self._compare()
        self.view.setFocus()

    @property
    def left(self) -> QComboBox:
        """The choice of the first column."""
        return self.head.box(0)

    @property
    def right(self) -> QComboBox:
        """The choice of the last column."""
        return self.head.box(len(self.columns.choice.shown) - 1)

    def set_versions(self, versions: Sequence[Version], threads: Threads = ()) -> None:
        """Takes other versions, or other texts of them; those that are chosen stay, by their names."""
        self.columns.renew(versions, threads)

    def choose(self, *shown: int) -> None:
        """Compares these of the versions, by their places in the sequence."""
        self.columns.choose(*shown)

    # ---------------------------------------------------------------- comparing

    def _compare(self) -> None:
        choice = self.columns.choice
        if self.model.comparison is None or len(self._shown) == len(choice.shown):
            self.head.offer(choice.versions, choice.shown)
        columns = self._columns(choice)
        if columns == self._shown:
            return
        self._shown = columns
        aligner = self._aligner

        def work() -> Comparison:
            found = {
                at: aligner(columns[one.against].version.resolution, one.version.resolution, one.fixed)
                for at, one in enumerate(columns)
                if one.against is not None
            }
            return arrange(columns, found, choice.lives, choice.returned)

        QTimer.singleShot(_PATIENCE, self, self._say_busy)
        self._readying.bring(work)

    def _columns(self, choice: Choice) -> tuple[Column, ...]:
        versions = [choice.versions[at] for at in choice.shown]
        return tuple(
            Column(version)
            if against is None
            else Column(version, against, self.pairing.between(versions[against], version))
            for version, against in zip(versions, choice.against, strict=True)
        )

    @property
    def busy(self) -> bool:
        """Whether other rows are on their way."""
        return self._readying.under_way

    def _take(self, comparison: Comparison, layouts: Layouts) -> None:
        if comparison.columns == self._shown:  # else others are on their way
            self.view.delegate.take(layouts)
            self._show(comparison)

    def _show(self, comparison: Comparison) -> None:
        with self.leading.still():
            self._put(comparison)
        self.leading.catch_up()

    def _put(self, comparison: Comparison) -> None:
        anchor = anchor_of(self.view)
        self.head.offer(self.columns.choice.versions, self.columns.choice.shown)
        self.model.show(comparison)
        self.view.set_column(min(self.view.column, len(comparison.columns) - 1))
        self.head.show_comparison(comparison)
        self.finder.show_comparison(comparison)
        self.filtering.show_comparison(comparison)
        self.pairing.show_comparison(comparison)
        self.taking.show_comparison(comparison)
        self.go_to.show_comparison(comparison)
        restore(self.view, anchor)
        self._name(comparison)
        self._count(comparison)
        self._say(sentences.verdict(comparison))
        self._tell_place()

    def _fail(self, message: str) -> None:
        self._shown = ()
        self._say(message)

    def _name(self, comparison: Comparison) -> None:
        names = listed([version.spoken for version in comparison.versions])
        title = comparison.new.resolution.masthead.title
        self.setWindowTitle(" · ".join(filter(None, (tr("{names} compared").format(names=names), title))))
        self.view.setAccessibleName(tr("Paragraphs of {names} side by side").format(names=names))

    def _count(self, comparison: Comparison) -> None:
        """What the changes between the two sides are."""
        versions = comparison.versions
        told = "\n".join(
            tr("From {old} to {new}: {summary}").format(
                old=versions[column.against].spoken,
                new=column.version.spoken,
                summary=sentences.summary(comparison, at),
            )
            for at, column in enumerate(comparison.columns)
            if column.against is not None
        )
        self.place.setToolTip(told)
        self.place.setAccessibleDescription(told)

    def sent(self) -> Sent | None:
        """What is shown now, to be exported or printed."""
        comparison = self.model.comparison
        if comparison is None:
            return None
        entries = [self.model.entry(line) for line in range(self.model.rowCount())]
        return Sent(comparison, entries, self.view.delegate.look, self.view.column)

    def aligned(self, comparison: Comparison, column: int) -> Alignment:
        """A column aligned with the one it is compared with, which costs nothing while it is shown."""
        one = comparison.columns[column]
        assert one.against is not None
        old = comparison.versions[one.against].resolution
        return self._aligner(old, one.version.resolution, one.fixed)

    # ------------------------------------------------------------------- acts

    def go_to_change(self, *, forward: bool) -> None:
        """Goes to the next or the previous paragraph that differs; stays at the last and the first."""
        here = self.view.current_number()
        number = self.model.next_change(here) if forward else self.model.previous_change(here)
        self._go(number)

    def go_to_substance(self, *, forward: bool) -> None:
        """Goes to the next or the previous paragraph with a change of substance, whatever is shown."""
        comparison, here = self.model.comparison, self.view.current_number()
        numbers = comparison.changes_in(frozenset({Layer.SUBSTANCE})) if comparison else ()
        after = (number for number in numbers if number > here)
        before = (number for number in reversed(numbers) if number < here)
        self._go(next(after if forward else before, None))

    def _go(self, number: int | None) -> None:
        if number is not None:
            self.view.go_to(number)
            self.view.setFocus()

    def copy(self, *columns: int) -> None:
        """Copies these columns of the row in hand with their references."""
        row, comparison = self.view.current_row(), self.model.comparison
        if row is None or comparison is None:
            return
        text = sentences.copied(row, comparison.versions, columns)
        if text:
            QGuiApplication.clipboard().setText(text)
            self.statusBar().showMessage(
                tr("Copied {paragraph}").format(paragraph=sentences.title(row)), 4000
            )

    def _to_other_end(self) -> None:
        row = self.view.current_row()
        if row is not None and row.partner is not None:
            self.view.go_to(row.partner)

    def _show_hits(self) -> None:
        self.view.delegate.show_hits(self.finder.hits, self.finder.hit)
        self.view.viewport().update()

    def _menu(self, at: QPoint) -> None:
        row_menu(self.acts, self).popup(self.view.viewport().mapToGlobal(at))

    def _offer_changes(self) -> None:
        """Lists the changes of the row in hand beside it, to take one."""
        menu = QMenu(self)
        menu.setAccessibleName(tr("Changes to take into the draft"))
        self.taking.fill(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = self.view.visualRect(self.view.currentIndex()).bottomLeft()
        menu.popup(self.view.viewport().mapToGlobal(place))

    # ------------------------------------------------------------- what it says

    def _say(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _say_busy(self) -> None:
        if self.busy and self._shown:
            names = [column.version.spoken for column in self._shown]
            self._say(tr("Comparing {versions} …").format(versions=tr(" with ").join(names)))

    def _tell_place(self) -> None:
        """Says which change is in hand, and allows the acts that make sense here."""
        number, changes = self.view.current_number(), self.model.changes
        row = self.view.current_row()
        self.pairing.follow(row, self.view.column)
        self.taking.follow(row, self.view.column)
        self.sending.follow(self.model.comparison, self.view.column)
        if number in changes:
            at = changes.index(number) + 1
            self.place.setText(tr("change {number} of {all}").format(number=at, all=len(changes)))
        else:
            count = len(changes)
            self.place.setText(trn("{n} change", "{n} changes", count) if count else tr("no changes"))
        self.acts["next_change"].setEnabled(self.model.next_change(number) is not None)
        self.acts["previous_change"].setEnabled(self.model.previous_change(number) is not None)
        self.acts["other_end"].setEnabled(row is not None and row.partner is not None)
        self.acts["to_page"].setEnabled(bool(self.leading.here()))
        self.acts["copy"].setEnabled(row is not None)
        comparison = self.model.comparison
        here = row is not None and row.cells[self.view.column] is not None
        self.acts["copy_one"].setEnabled(here)
        name = comparison.versions[self.view.column].name if comparison else ""
        self.acts["copy_one"].setText(tr("Copy &only {version}").format(version=name))
        self.acts["with_this"].setText(tr("Compare all with &this column ({version})").format(version=name))

    def _write_keys(self) -> None:
        keys = {name: key_of(self.acts[name]) for name in ("next_change", "previous_change", "other_end")}
        self._keys.setText(
            tr(
                "{next_change} next change · {previous_change} previous · {other_end} other end of a move"
            ).format(**keys)
        )
        self._keys.setToolTip(self._keys.text())

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        chips = [*self.filtering.chips.values(), self.filtering.only]
        room = plain_button(tr("Room view"))
        follow(room, self.acts["room"])
        last = [self.go_to, self.finder, room, self.sending.button()]
        column.addWidget(bar(self.acts, self.columns.button(), self.place, chips, last))
        column.addWidget(self._notice())
        grid = QGridLayout()
        grid.setSpacing(0)
        corner = QFrame()
        restyle(corner, "role", "corner")
        grid.addWidget(self.head, 0, 0)
        grid.addWidget(corner, 0, 1)
        grid.addWidget(self.view, 1, 0)
        grid.addWidget(self.overview, 1, 1)
        column.addLayout(grid)
        self.setCentralWidget(content)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._legend)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.statusBar().addPermanentWidget(self._keys, 1)
        self._write_keys()
        place(self)

    def _notice(self) -> QLabel:
        restyle(self.notice, "role", "notice")
        self.notice.setWordWrap(True)
        self.notice.hide()
        return self.notice

    def _connect(self) -> None:
        acts = {
            "next_change": lambda: self.go_to_change(forward=True),
            "previous_change": lambda: self.go_to_change(forward=False),
            "next_substance": lambda: self.go_to_substance(forward=True),
            "previous_substance": lambda: self.go_to_substance(forward=False),
            "other_end": self._to_other_end,
            "to_page": self.page_wanted.emit,
            "room": self.room_wanted.emit,
            "take_one": self._offer_changes,
            "go_to": self.go_to.open,
            "find": self.finder.open,
            "find_next": self.finder.forward,
            "find_previous": self.finder.backward,
            "copy": lambda: self.copy(*range(len(self._shown))),
            "copy_one": lambda: self.copy(self.view.column),
            "larger": themes().larger,
            "smaller": themes().smaller,
            "normal_size": themes().normal_size,
            "close": self.close,
        }
        for name, slot in acts.items():
            self.acts[name].triggered.connect(slot)
        self._readying.ready.connect(self._take)
        self._readying.failed.connect(self._fail)
        currents = self.view.selectionModel().currentChanged
        for signal in (self.model.filtered, self.view.column_changed, currents):
            signal.connect(self._tell_place)
        self.model.filtered.connect(lambda: self._legend.show_layers(self.model.shown))
        self.acts["in_full"].toggled.connect(self.view.show_in_full)
        self.columns.changed.connect(self._compare)
        self.head.chosen.connect(self.columns.set_version)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        for speaker in (self.pairing, self.taking, self.go_to, self.sending):
            speaker.said.connect(self.statusBar().showMessage)
        self.go_to.went.connect(self.view.go_to)
        self.go_to.left.connect(self.view.setFocus)
        self.finder.changed.connect(self._show_hits)
        self.finder.went.connect(lambda hit: self.view.go_to(hit.row))
        self.finder.left.connect(self.view.setFocus)
