# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison window: any two versions, or a version and the draft, paragraph beside paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
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

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Pairings
from drafting.reading.kinship import same_series
from drafting.resolution import Resolution
from drafting.writing.text import DIFFERENT
from ui.actions import Actions, key_of, tip
from ui.comparison import sentences
from ui.comparison.actions import TABLE
from ui.comparison.arranging import compare
from ui.comparison.bars import fill, follow, selector
from ui.comparison.filtering import Filtering
from ui.comparison.finder import ComparisonFinder
from ui.comparison.head import Head
from ui.comparison.legend import Legend
from ui.comparison.model import ComparisonModel
from ui.comparison.overview import Overview
from ui.comparison.pairing import Hands, PairingActs
from ui.comparison.rows import Comparison, Layer, Row, Version
from ui.comparison.view import RowsView
from ui.geometry import place
from ui.tasks import Lane
from ui.theme import themes
from ui.widgets import arrow_button, flat_button, restyle, separator, tool_bar

Aligner = Callable[[Resolution, Resolution, Pairings | None], Alignment]

_PATIENCE = 200  # ms before it says that it is comparing


class ComparisonWindow(QMainWindow):
    """Shows two of the versions side by side; `left` and `right` are their places in the sequence.

    The alignment is made off the GUI thread; until it is there, the rows shown before stay.
    """

    def __init__(
        self,
        versions: Sequence[Version],
        left: int,
        right: int,
        *,
        aligner: Aligner = align,
        hands: Hands | None = None,
    ) -> None:
        super().__init__()
        self._aligner = aligner
        self._versions: tuple[Version, ...] = ()
        self._shown: tuple[Version, Version, Pairings] | None = None
        self._lane = Lane(self)
        self.acts = Actions(self, TABLE)
        self.addActions(self.acts.all())
        self.left, self.right = selector("Left version"), selector("Right version")
        self.model = ComparisonModel(self)
        self.view = RowsView(self.model)
        self.head, self.overview, self.finder = Head(), Overview(self.view), ComparisonFinder()
        self.filtering = Filtering(self.acts, self.view)
        self.pairing = PairingActs(self.acts, hands, self)
        self.place, self.notice = QLabel(), QLabel()
        self._legend, self._keys = Legend(), QLabel()
        self._build()
        self._connect()
        self._offer(versions)
        self.choose(left, right)
        self.view.setFocus()

    def set_versions(self, versions: Sequence[Version]) -> None:
        """Takes other versions, or other texts of them; the two that are chosen stay, by their names."""
        self._offer(versions)
        self._compare()

    def _offer(self, versions: Sequence[Version]) -> None:
        chosen = [self._version(box) for box in (self.left, self.right)]
        self._versions = tuple(versions)
        for box, version in zip((self.left, self.right), chosen, strict=True):
            fill(box, self._versions, version)

    def choose(self, left: int, right: int) -> None:
        """Compares two of the versions, by their places in the sequence."""
        for box, index in ((self.left, left), (self.right, right)):
            box.blockSignals(True)
            box.setCurrentIndex(index)
            box.blockSignals(False)
        self._compare()

    def _version(self, box: QComboBox) -> Version | None:
        index = box.currentIndex()
        return self._versions[index] if 0 <= index < len(self._versions) else None

    # ---------------------------------------------------------------- comparing

    def _compare(self) -> None:
        old, new = self._version(self.left), self._version(self.right)
        if old is None or new is None:
            return
        fixed = self.pairing.between(old, new)
        if (old, new, fixed) == self._shown:
            return
        self._shown = (old, new, fixed)
        aligner = self._aligner
        QTimer.singleShot(_PATIENCE, self, self._say_busy)
        self._lane.run(
            lambda: compare(old, new, aligner(old.resolution, new.resolution, fixed), fixed),
            self._show,
            self._fail,
        )

    def _show(self, comparison: Comparison) -> None:
        anchor = self._anchor()
        self.view.delegate.prepare(comparison)
        self.model.show(comparison)
        self.head.show_comparison(comparison)
        self.finder.show_comparison(comparison)
        self.filtering.show_comparison(comparison)
        self.pairing.show_comparison(comparison)
        self._restore(anchor)
        self._name(comparison)
        self._count(comparison)
        self._say(_verdict(comparison))
        self._tell_place()

    def _fail(self, message: str) -> None:
        self._shown = None
        self._say(message)

    def _name(self, comparison: Comparison) -> None:
        old, new = (version.spoken for version in comparison.versions)
        title = comparison.new.resolution.masthead.title
        self.setWindowTitle(" · ".join(filter(None, (f"{old} and {new} compared", title))))
        self.view.setAccessibleName(f"Paragraphs of {old} and {new} side by side")
        self.acts["copy_left"].setText(f"Copy &left only ({comparison.old.name})")
        self.acts["copy_right"].setText(f"Copy &right only ({comparison.new.name})")

    def _count(self, comparison: Comparison) -> None:
        """What the changes between the two sides are."""
        old, new = (version.spoken for version in comparison.versions)
        told = f"From {old} to {new}: {sentences.summary(comparison)}"
        self.place.setToolTip(told)
        self.place.setAccessibleDescription(told)

    def _anchor(self) -> tuple[Row, int] | None:
        """The row in hand and its place in the window, to be found again in other rows."""
        row = self.view.current_row()
        return (row, self.view.visualRect(self.view.currentIndex()).top()) if row else None

    def _restore(self, anchor: tuple[Row, int] | None) -> None:
        rows = self.model.comparison.rows if self.model.comparison else ()
        number = _found_again(anchor[0], rows) if anchor else None
        if number is None or anchor is None:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.scrollToTop()
            return
        index = self.model.index(self.model.line_of(number))
        self.view.setCurrentIndex(index)
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + self.view.visualRect(index).top() - anchor[1])

    # ------------------------------------------------------------------- acts

    def swap(self) -> None:
        """Puts the left version right and the right one left."""
        self.choose(self.right.currentIndex(), self.left.currentIndex())

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
            self.statusBar().showMessage(f"Copied {sentences.title(row)}", 4000)

    def _to_other_end(self) -> None:
        row = self.view.current_row()
        if row is not None and row.partner is not None:
            self.view.go_to(row.partner)

    def _show_hits(self) -> None:
        self.view.delegate.show_hits(self.finder.hits, self.finder.hit)
        self.view.viewport().update()

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for names in (
            ("copy", "copy_left", "copy_right", "other_end"),
            ("pair", "unpair", "pair_anew"),
            tuple(f"show_{layer}" for layer in Layer),
            ("changes_only", "substance_only"),
        ):
            menu.addActions([self.acts[name] for name in names])
            menu.addSeparator()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    # ------------------------------------------------------------- what it says

    def _say(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _say_busy(self) -> None:
        if self._lane.busy and self._shown:
            old, new = (version.spoken for version in self._shown[:2])
            self._say(f"Comparing {old} with {new} …")

    def _tell_place(self) -> None:
        """Says which change is in hand, and allows the acts that make sense here."""
        number, changes = self.view.current_number(), self.model.changes
        row = self.view.current_row()
        self.pairing.follow(row)
        if number in changes:
            self.place.setText(f"change {changes.index(number) + 1} of {len(changes)}")
        else:
            self.place.setText("1 change" if len(changes) == 1 else f"{len(changes) or 'no'} changes")
        self.acts["next_change"].setEnabled(self.model.next_change(number) is not None)
        self.acts["previous_change"].setEnabled(self.model.previous_change(number) is not None)
        self.acts["other_end"].setEnabled(row is not None and row.partner is not None)
        self.acts["copy"].setEnabled(row is not None)
        for column, name in enumerate(("copy_left", "copy_right")):
            self.acts[name].setEnabled(row is not None and row.cells[column] is not None)

    def _write_keys(self) -> None:
        keys = {name: key_of(self.acts[name]) for name in ("next_change", "previous_change", "other_end")}
        self._keys.setText(
            f"{keys['next_change']} next change · {keys['previous_change']} previous · "
            f"{keys['other_end']} other end of a move"
        )

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tool_bar())
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
        self.statusBar().addPermanentWidget(self._keys)
        self._write_keys()
        place(self)

    def _tool_bar(self) -> QFrame:
        bar, layout = tool_bar()
        swap = flat_button("⇄", tip(self.acts["swap"], "Swap the sides"))
        swap.setAccessibleName("Swap sides")
        back, on = arrow_button("‹", "Previous change"), arrow_button("›", "Next change")
        for button, name in (
            (swap, "swap"),
            (back, "previous_change"),
            (on, "next_change"),
        ):
            follow(button, self.acts[name])
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance("change 000 of 000"))
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        restyle(self.place, "role", "muted")
        for widget in (self.left, swap, self.right, separator(), back, self.place, on, separator()):
            layout.addWidget(widget)
        for chip in self.filtering.chips.values():
            layout.addWidget(chip)
        layout.addWidget(self.filtering.only)
        layout.addStretch()
        layout.addWidget(self.finder)
        return bar

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
            "swap": self.swap,
            "find": self.finder.open,
            "find_next": self.finder.forward,
            "find_previous": self.finder.backward,
            "copy": lambda: self.copy(0, 1),
            "copy_left": lambda: self.copy(0),
            "copy_right": lambda: self.copy(1),
            "larger": themes().larger,
            "smaller": themes().smaller,
            "normal_size": themes().normal_size,
            "close": self.close,
        }
        for name, slot in acts.items():
            self.acts[name].triggered.connect(slot)
        self.model.filtered.connect(self._tell_place)
        self.model.filtered.connect(lambda: self._legend.show_layers(self.model.shown))
        for box in (self.left, self.right):
            box.currentIndexChanged.connect(self._compare)
        self.view.selectionModel().currentChanged.connect(self._tell_place)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self.pairing.said.connect(self.statusBar().showMessage)
        self.finder.changed.connect(self._show_hits)
        self.finder.went.connect(lambda hit: self.view.go_to(hit.row))
        self.finder.left.connect(self.view.setFocus)


def _found_again(row: Row, rows: Sequence[Row]) -> int | None:
    """The row of the same paragraphs among others, else one that shares a paragraph of the same column."""
    same = (other.number for other in rows if other.ids == row.ids and other.ghost == row.ghost)
    near = (
        other.number
        for other in rows
        if not other.ghost and any(a and a == b for a, b in zip(other.ids, row.ids, strict=True))
    )
    return next(same, next(near, None))


def _verdict(comparison: Comparison) -> str:
    """The word to be said over the rows when nothing differs, or when all does."""
    if comparison.changes:
        return "" if same_series(comparison.old.resolution, comparison.new.resolution) else DIFFERENT
    if comparison.old == comparison.new:
        return f"{comparison.old.name} is compared with itself: choose another version on either side."
    return (
        "The two versions are the same: every paragraph, word and footnote. "
        "Quotation marks, apostrophes and hyphens of another shape do not count."
    )
