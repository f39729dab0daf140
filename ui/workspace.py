# SPDX-License-Identifier: GPL-3.0-or-later
"""The three columns of an open draft: its past at the left, the page, and what is to be decided.

Where they would leave the page too little room to be read, the left one becomes a tab of the right one.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QTabWidget, QVBoxLayout, QWidget

from drafting.translation import marked, tr
from ui.checks.acting import Acting
from ui.checks.panel import ChecksPanel
from ui.checks.places import Anchor
from ui.desk import Desk
from ui.editor.filters import Filter
from ui.editor.legend import Legend
from ui.editor.lines import Spot
from ui.editor.nothing import NothingShown
from ui.editor.page import Page
from ui.editor.readback import Caret
from ui.panels.card_panel import CardPanel
from ui.panels.deciding import Deciding
from ui.panels.facts import FactsPanel
from ui.panels.history import HistoryPanel
from ui.panels.outline import OutlinePanel
from ui.panels.outlining import Outlining
from ui.panels.proposals import ProposalsPanel
from ui.panels.pulse import Pulse
from ui.panels.rows import UNLIMITED
from ui.panels.series import SeriesPanel
from ui.panels.show import ShowPanel, figures
from ui.shelf import Shelving
from ui.theme import scaled, themes
from ui.widgets import set_count

LEFT, RIGHT = 214, 376
"""Widths of the side columns at first, in logical pixels at normal text size."""
PAGE = 560
"""What the page keeps, if it can, when the side columns grow with the text."""
NARROWEST = (205, 285)
"""The least widths of the side columns, where the window has room for them."""
STOP = 47
"""The height of one entry of the series."""
COLUMN_GAP = 16
"""Between the panels of the left column."""
MOST = 1.4
"""They grow with the text so far and no further: beyond, the text wraps more."""
PAST = marked("Series, outline and what the page shows; beside the page again where there is room")


class Workspace(QSplitter):
    """Everything that shows the draft of the desk, kept in step with it."""

    figures_changed = Signal(object)
    """`Figures` of the draft."""

    def __init__(
        self, desk: Desk, deciding: Deciding, acting: Acting, shelving: Shelving, pulse: Pulse
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk, self._acting = desk, acting
        # Before the page listens, which then brings the proposal itself into view.
        desk.chosen.connect(self._lead_caret)
        self.page = Page(desk)
        self.legend = Legend()
        self.nothing = NothingShown(self.page.viewport())
        self.series, self.outline, self.show_panel = SeriesPanel(), OutlinePanel(), ShowPanel()
        self.outlining = Outlining(self.outline, self.page)
        self.proposals = ProposalsPanel(desk, deciding, pulse)
        self.facts = FactsPanel(desk, deciding, shelving, pulse)
        self.checks = ChecksPanel(desk, acting)
        self.history = HistoryPanel(desk, pulse)
        self.page.watch(acting)
        self._panels = (
            (self.proposals, tr("Proposals")),
            (self.facts, tr("Facts")),
            (self.checks, tr("Checks")),
            (self.history, tr("History")),
        )
        self.tabs = QTabWidget()
        self._counts: dict[int, int] = {}
        self._lay_out()
        self._connect(pulse)
        self._connect_checks(acting)

    @property
    def here(self) -> Anchor:
        """Where the caret stands in the draft."""
        caret = self.page.here
        return Anchor(caret.key, caret.note or None, caret.spot.offset, caret.spot.offset)

    def narrow(self, wanted: Filter) -> None:
        """Show the paragraphs asked for."""
        self.show_panel.choose(wanted)

    def bring_up(self, panel: QWidget) -> None:
        """Show a panel and put the keyboard in it."""
        self.tabs.setCurrentWidget(panel)
        if panel is self.checks:
            self._acting.begin(self.here)
        if panel in (self.proposals, self.facts, self.checks, self.history):
            panel.take_keyboard()
        else:
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish_typing(self) -> None:
        """What is typed for a fact counts from here on, though the keyboard is in its field still."""
        self.facts.finish_typing()
        self.proposals.tools.fields.finish()

    def bring_up_history(self, panel: CardPanel) -> None:
        """Show one of the lists of the history and put the keyboard in it."""
        self.history.turn_to(panel)
        self.bring_up(self.history)

    def bring_up_outline(self) -> None:
        """Put the keyboard in the outline, wherever it stands."""
        if self._folded:
            self.tabs.setCurrentWidget(self._columns[0])
        self.outline.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def change_sides(self) -> None:
        """Put the keyboard from the page into the panel in front, and from everywhere else on the page."""
        panel = self.tabs.currentWidget()
        if self.page.hasFocus() and panel is not None:
            self.bring_up_outline() if panel is self._columns[0] else self.bring_up(panel)
        else:
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._columns = self._left(), self._centre(), self._right()
        for index, (column, stretch) in enumerate(zip(self._columns, (0, 1, 0), strict=True)):
            self.addWidget(column)
            self.setStretchFactor(index, stretch)
        self._wished = [float(LEFT), float(RIGHT)]  # at normal text size, as the drafter last set them
        self.splitterMoved.connect(self._keep_wish)
        self._shared: tuple[int, int, int] | None = None  # the least widths that the columns were given by
        self._past = 0.0  # the least width of the left column at normal text size
        for hinting in (self._left_inside(), self.tabs.tabBar()):
            hinting.installEventFilter(self)
        self._share_out()
        self.setTabOrder(self.show_panel.buttons[Filter.NOT_AGREED], self.page)  # from left to right

    def columns(self) -> QByteArray:
        """The widths of the side columns, for `restore_columns`."""
        return QByteArray(" ".join(f"{width:.0f}" for width in self._wished).encode("ascii"))

    def restore_columns(self, kept: QByteArray) -> None:
        """Take widths that `columns` gave; anything else is passed over."""
        words = bytes(kept.data()).split()
        if len(words) == len(self._wished) and all(word.isdigit() for word in words):
            self._wished = [float(word) for word in words]
            self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_out()
        super().resizeEvent(event)
        self._limit_series()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a column shows may need other room than before: the names of another series are longer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_anew()
        return super().eventFilter(watched, event)

    def _keep_wish(self, _position: int, handle: int) -> None:
        """A side column was drawn to another width: that is what it gets back when there is room again."""
        left = handle == 1 and not self._folded
        self._wished[0 if left else 1] = self.sizes()[0 if left else -1] / themes().scale

    def _count(self, tab: int, count: int) -> None:
        if self._counts.get(tab) != count:
            self._counts[tab] = count
            set_count(self.tabs.tabBar(), tab, count)
            self._share_anew()

    def _dress(self) -> None:
        for tab, count in self._counts.items():
            set_count(self.tabs.tabBar(), tab, count)  # anew: a tab keeps the room its count had at first
        self._share_out()
        self._limit_series()

    def _share_anew(self) -> None:
        """What the columns show may have come to need other room."""
        if self._least() != self._shared:
            self._share_out()

    def _share_out(self) -> None:
        """The side columns grow and shrink with the text, and give way where the window is narrow."""
        room = self.width() - 2 * self.handleWidth()
        self._shared = left, page, right = self._least()
        self._fold(room < left + page + right)
        if self._folded:  # and the tabs scroll where their names do not fit
            narrowest = round(NARROWEST[1] * min(themes().scale, MOST))
            right = min(self.tabs.tabBar().sizeHint().width(), max(room - page, narrowest))
        least = [0 if self._folded else left, page, right]
        least = [int(width * min(1.0, room / sum(least))) for width in least]
        for column, width in zip(self._columns, least, strict=True):
            column.setMinimumWidth(width)
        factor = themes().scale
        wished = [0.0 if self._folded else self._wished[0], self._wished[1]]
        share = min(factor, max(room - PAGE * factor, 0.0) / sum(wished))
        left, right = (
            max(round(width * share), floor) for width, floor in zip(wished, least[::2], strict=True)
        )
        sizes = [left, max(room - left - right, 0), right]
        self.setSizes(sizes[1:] if self._folded else sizes)

    @property
    def _folded(self) -> bool:
        """Whether the left column is a tab of the right one."""
        return self.indexOf(self._columns[0]) < 0

    def _fold(self, fold: bool) -> None:
        column = self._columns[0]
        if fold == self._folded:
            return
        inside: QWidget | None = column.focusWidget()  # none, if nothing in it ever had the keyboard
        keyboard = inside is not None and inside.hasFocus()
        if fold:
            tab = self.tabs.addTab(column, tr("Series"))
            self.tabs.setTabToolTip(tab, tr(PAST))
            if keyboard:
                self.tabs.setCurrentIndex(tab)
        else:
            self.tabs.removeTab(self.tabs.indexOf(column))
            self.insertWidget(0, column)
            self.setStretchFactor(0, 0)
            column.show()
            self.refresh()  # its handle takes room from now on
        if keyboard and inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _limit_series(self) -> None:
        """A long series scrolls by itself, so that what stands under it is seen without scrolling."""
        # Asked one by one: the column itself answers from before the last change.
        panels = (self.series, self.outline, self.show_panel)
        view = self.series.list
        rest = sum(panel.sizeHint().height() + COLUMN_GAP for panel in panels) - view.sizeHint().height()
        height = self.height() - (self.tabs.tabBar().height() if self._folded else 0)
        self.outline.list.limit(height // 2)  # with all its rows open it scrolls by itself too
        room = max(height // 3, height - rest - COLUMN_GAP // 2)
        too_high = (
            view.wanted_height() - room > scaled(STOP) // 2
        )  # half a stop: the column may scroll as much
        view.limit(room if too_high else UNLIMITED)

    def _least(self) -> tuple[int, int, int]:
        """The widths below which the columns lose something of what they show, all three being columns."""
        tabs, scale = self.tabs.tabBar(), themes().scale
        if not self._folded:  # out of sight, it would answer for the text size it was last seen in
            self._past = self._left_inside().minimumSizeHint().width() / scale
        past = tabs.tabRect(len(self._panels)).width() if self._folded else 0
        bar = self._columns[0].verticalScrollBar().sizeHint().width()
        shown = round(self._past * scale) + bar, tabs.sizeHint().width() - past
        factor = min(scale, MOST)
        left, right = (
            max(round(width * factor), least) for width, least in zip(NARROWEST, shown, strict=True)
        )
        return left, self.page.least_width, right

    def _left_inside(self) -> QWidget:
        inside = self._columns[0].widget()
        assert inside is not None
        return inside

    def _left(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 12, 8, 12)
        column.setSpacing(COLUMN_GAP)
        for panel in (self.series, self.outline, self.show_panel):
            column.addWidget(panel)
        column.addStretch()
        area = QScrollArea()
        area.setProperty("role", "panel")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _centre(self) -> QWidget:
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(self.legend)
        return frame

    def _right(self) -> QWidget:
        self.tabs.setDocumentMode(True)
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName(tr("Panels"))
        for panel, title in self._panels:
            self.tabs.addTab(panel, title)
        return self.tabs

    def _connect(self, pulse: Pulse) -> None:
        self.page.current_paragraph_changed.connect(self._follow_caret)
        self.outline.go_to.connect(self._go_to)
        self.outline.dropped.connect(self._show_dropped)
        self.series.to_page.connect(lambda: self.page.setFocus(Qt.FocusReason.OtherFocusReason))
        self.show_panel.chosen.connect(self.page.set_filter)
        self.page.filter_changed.connect(self.show_panel.mark)
        self.page.filter_changed.connect(lambda wanted: self.nothing.tell(wanted, self.page.shows_nothing))
        self.nothing.show_all.connect(lambda: self.narrow(Filter.ALL))
        self.proposals.open_count.connect(lambda count: self._count(0, count))
        self.facts.masthead.connect(lambda: self.page.verticalScrollBar().setValue(0))
        self.facts.missing_count.connect(lambda count: self._count(1, count))
        pulse.beat.connect(self._refresh)
        themes().changed.connect(self._dress)
        self._desk.opened.connect(self._open)

        self._connect_history()
        lists = (self.proposals, self.facts, self.checks, self.history.wordings, self.history.dropped)
        for panel in (*lists, self.outline):
            panel.page_wanted.connect(lambda: self.page.setFocus(Qt.FocusReason.OtherFocusReason))

    def _connect_history(self) -> None:
        dropped = self.history.dropped
        self.history.wordings.refused.connect(self.page.remark)
        dropped.brought_back.connect(self.page.shaping.bring_back)
        dropped.placed.connect(self.page.show_paragraph)
        dropped.went.connect(self.page.show_paragraph)
        dropped.went.connect(lambda _key: self.page.setFocus(Qt.FocusReason.OtherFocusReason))

    def _connect_checks(self, acting: Acting) -> None:
        self.checks.count.connect(lambda count: self._count(2, count))
        acting.wanted.connect(self._show_words)
        acting.proposal_wanted.connect(lambda: self.bring_up(self.proposals))
        # One outline on the page: what was taken in hand last.
        self._desk.chosen.connect(lambda proposal: acting.checker.choose("") if proposal else None)

    def _show_words(self, anchor: Anchor) -> None:
        if self.page.found is not None:
            self.page.found.select(anchor)
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_blank(self, anchor: Anchor) -> None:
        """Show a place on the page, or the lines above the text for one without a paragraph."""
        if anchor.key:
            self._show_words(anchor)
        else:
            self.page.verticalScrollBar().setValue(0)
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self.tabs.setCurrentWidget(self.proposals)

    def _refresh(self) -> None:
        draft = self._desk.draft
        if draft is None:
            return
        self.series.show_draft(draft)
        self.outline.show_draft(draft, self.page.current_paragraph)
        self._share_anew()
        self._limit_series()
        found = figures(draft)
        self.show_panel.show_figures(found)
        self.legend.show_stages(found.progress.begun or found.progress.memos > 0)
        self.figures_changed.emit(found)

    def _follow_caret(self, key: str) -> None:
        if self._desk.draft is not None:
            self.outline.show_draft(self._desk.draft, key)
            self._limit_series()
            for panel in (self.proposals, self.facts, self.checks):
                panel.show_here(key)
            self.history.show_paragraph(key)

    def _lead_caret(self) -> None:
        """The caret goes along to the paragraph of the proposal in hand: one is current everywhere."""
        draft, proposal = self._desk.draft, self._desk.proposal
        places = draft.choices() if draft else ()
        key = next((paragraph.key for paragraph, choice in places if choice.proposal == proposal), "")
        if key and key != self.page.current_paragraph:
            self.page.reveal(key)
            self.page.show_caret(Caret(key, "", Spot(0)))

    def _go_to(self, key: str) -> None:
        self.page.show_paragraph(key)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_dropped(self) -> None:
        self.tabs.setCurrentWidget(self.history)
        self.history.turn_to(self.history.dropped)
