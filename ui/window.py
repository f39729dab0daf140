# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window: puts page, panels, bars and menus together and lets the actions reach them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from drafting.translation import tr
from drafting.updating.organs import target_name
from ui.actions import Actions, redo_name, undo_name
from ui.acts import NEEDS_DRAFT, NEEDS_PROPOSAL
from ui.bars import ToolBar
from ui.checks.acting import Acting
from ui.checks.watch import Checker
from ui.comparing import Comparing
from ui.counts import lead
from ui.desk import Desk
from ui.dropping import files_in
from ui.editor.completing import Completing
from ui.editor.filters import Filter
from ui.editor.find_bar import FindBar
from ui.editor.finder import PageFinder
from ui.editor.paragraph_menu import ParagraphMenu
from ui.editor.replacing import Replacing
from ui.editor.selecting import Selecting
from ui.export.exporting import Exporting
from ui.files import SAVING, Files
from ui.next_year import NextYear
from ui.notices import Notice, NoticeBar, announce
from ui.panels.deciding import Deciding
from ui.panels.proposal_rows import Group, rows_of
from ui.panels.pulse import Pulse
from ui.prompts import Prompts
from ui.ready.going import go_to
from ui.ready.watch import Readiness
from ui.recovery.recovering import KEEPING, Recovering
from ui.remembering import Remembering
from ui.room.leading import RoomView
from ui.settings import Settings
from ui.shelf import Shelving
from ui.showing import Showing
from ui.status import StatusBar
from ui.theme import themes
from ui.welcome import WelcomePage
from ui.wiring import wire
from ui.workspace import Workspace

PASSING = "in passing"
"""Topic of notices: the next one takes the place of the last."""


class MainWindow(QMainWindow):
    """Shows the draft of one desk; `draft_shown` is sent once a newly opened draft has been painted."""

    draft_shown = Signal()

    def __init__(self, desk: Desk, prompts: Prompts, settings: Settings) -> None:
        super().__init__()
        self.desk, self.prompts, self.settings = desk, prompts, settings
        desk.setParent(self)  # it ends with the window, and not while the window still listens
        self.acts = Actions(self)
        self.acts.fill(self.menuBar())
        self.checker = Checker(desk, settings, self)  # follows the draft before anybody asks for findings
        self.pulse = Pulse(desk, self)
        self.deciding = Deciding(desk, prompts, self)
        self.files = Files(desk, prompts, settings, self)
        self.recovering = Recovering(self)
        self.next_year = NextYear(desk, prompts, settings, self.files, self)
        self.exporting = Exporting(desk, prompts, settings, self)
        self.shelving = Shelving(desk, prompts, settings, self.files, self)
        self.comparing = Comparing(desk, self, prompts, settings)
        self.room = RoomView(desk, self)
        self.notices = NoticeBar()
        self.welcome = WelcomePage()
        self.acting = Acting(desk, self.checker, settings, self)
        self.work = Workspace(desk, self.deciding, self.acting, self.shelving, self.pulse)
        self.finder = PageFinder(self.work.page)
        self.find_bar = FindBar(self.finder)
        self.replacing = Replacing(self.find_bar, self.work.page, prompts)
        self.completing = Completing(self.work.page, lambda: settings.completion)
        self.selecting = Selecting(self.work.page)
        self.bar = ToolBar(self.acts, self)
        self.stack = QStackedWidget()
        self.status = StatusBar()
        self.readiness = Readiness(desk, self.checker, self.pulse, self)
        self.exporting.blockers = self.readiness.now
        self.showing = Showing(self)
        self.remembering = Remembering(self)
        self._awaiting_paint = False
        self._lay_out()
        self._connect()
        self.paragraph_menu = ParagraphMenu(self.acts, self.work.page, self.checker, self.prompts)
        self.work.outlining.take()
        wire(self)
        self._restore()
        self._opened()

    # ------------------------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.work)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar.frame, self.find_bar, self.notices):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(inside)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        stack = self.desk.undo_stack
        self.desk.opened.connect(self._opened)
        self.desk.chosen.connect(self._follow_proposal)
        self.pulse.beat.connect(self._follow_proposal)
        self.pulse.beat.connect(self._tell_saved)
        stack.cleanChanged.connect(self._tell_saved)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        stack.canUndoChanged.connect(self.acts["undo"].setEnabled)
        stack.canRedoChanged.connect(self.acts["redo"].setEnabled)
        self.files.noticed.connect(self.notices.add)
        self.shelving.noticed.connect(self.notices.add)
        self.exporting.noticed.connect(self.notices.add)
        self.exporting.stopped.connect(self._remark)
        self.shelving.put.connect(lambda: self.work.bring_up(self.work.facts))
        for source in (self.files, self.shelving, self.next_year):
            source.busy.connect(self._show_busy)
        self.files.stopped.connect(self._remark)
        self.files.progressed.connect(self.status.show_progress)
        self.files.refused_changed.connect(lambda: self.work.series.show_refused(self.files.refused))
        self.files.saved_changed.connect(self._tell_saved)
        self.files.saved_changed.connect(lambda: self.notices.drop(SAVING))
        self.status.cancel.clicked.connect(self._cancel)
        self.files.refused_target.connect(self.work.series.say)
        self.files.aimed.connect(self.deciding.first)
        self.deciding.refused.connect(self._remark)
        self._connect_checks()
        self._connect_recovery()
        self._connect_comparison()
        self._connect_work()
        self.welcome.open_files.connect(self.files.ask_open)
        self.welcome.open_sample.connect(self.files.open_sample)
        self.welcome.open_recent.connect(self.files.open)
        self.pulse.beat.connect(self.finder.renew)
        themes().changed.connect(self._keep_look)
        self.work.page.viewport().installEventFilter(self)

    def _connect_work(self) -> None:
        self.acts.begun.connect(self.work.finish_typing)
        self.work.page.remark.connect(self._remark)
        self.work.page.dragging.told.connect(self.status.say)
        self.work.outlining.told.connect(self.status.say)
        self.work.series.read_report.connect(self.showing.read_report)
        self.work.series.target.connect(self.files.aim)
        self.work.series.compare.connect(self.comparing.open)
        self.work.figures_changed.connect(self.status.show_figures)
        self.work.checks.count.connect(self.status.show_findings)
        self.status.figures.wanted.connect(lambda name: lead(self, name))
        self.work.page.filter_changed.connect(self._follow_filter)

    def _connect_checks(self) -> None:
        self.acting.refused.connect(self._remark)
        self.acting.said.connect(self._remark)
        self.work.checks.which.connect(self.showing.which_checks)
        checker = self.checker
        for signal in (checker.changed, checker.chosen_changed, checker.checked, self.pulse.beat):
            signal.connect(self._follow_finding)
        self.readiness.changed.connect(self.exporting.follow)
        self.readiness.changed.connect(lambda: self.status.show_ready(self.readiness.summary))
        self.readiness.wanted.connect(lambda blocker: go_to(self, blocker))
        self.status.ready.clicked.connect(self.showing.ready)

    def _connect_recovery(self) -> None:
        self.recovering.noticed.connect(self.notices.add)
        self.recovering.nothing.connect(self._remark)
        self.recovering.waiting.connect(self.welcome.show_recovered)
        self.welcome.open_recovered.connect(self.recovering.ask)
        self.recovering.keeper.kept.connect(lambda: self.notices.drop(KEEPING))

    def _connect_comparison(self) -> None:
        self.work.page.current_paragraph_changed.connect(self.comparing.follow)
        self.comparing.led.connect(self.work.page.show_paragraph)
        self.comparing.page_wanted.connect(self.showing.page)
        self.comparing.room_wanted.connect(self.acts["room"].toggle)
        self.work.page.current_paragraph_changed.connect(self.room.follow)
        self.room.take(self.acts)

    def _restore(self) -> None:
        self.remembering.restore()
        self.acts.group("theme")[themes().choice].setChecked(True)

    # ---------------------------------------------------------------------------- what is shown

    def _opened(self) -> None:
        draft = self.desk.draft
        open_now = draft is not None
        self.notices.clear()
        if not open_now:
            self.finder.leave()
            self.welcome.show_recent(self.settings.recent())
        self.stack.setCurrentWidget(self.work if open_now else self.welcome)
        self.acts.enable(NEEDS_DRAFT, open_now)
        self.acts["undo"].setEnabled(False)
        self.acts["redo"].setEnabled(False)
        self.bar.show_for(open_now)
        self.acts["marks"].setChecked(True)
        if draft is not None:
            self._awaiting_paint = True
            self.deciding.first()
            self.work.page.setFocus()
        else:
            self.status.show_figures(None)
            self.status.show_findings(None)
        self._follow_proposal()
        self._tell_saved()

    def _follow_proposal(self) -> None:
        draft = self.desk.draft
        rows = rows_of(draft) if draft else ()
        here = next((row for row in rows if row.id == self.desk.proposal), None)
        waiting = sum(not row.decided for row in rows)
        self.bar.show_position(here.number if here else 0, len(rows), waiting)
        undecided = here is not None and not here.decided
        self.acts.enable(NEEDS_PROPOSAL, bool(rows))
        self.acts.enable(("accept", "keep"), undecided)
        self.acts["reword"].setEnabled(here is not None)
        self.acts["take_back"].setEnabled(here is not None and not undecided)
        self.acts["accept_all"].setEnabled(
            any(row.group is Group.CERTAIN or (row.group is Group.FACT and not row.blanks) for row in rows)
        )
        self.acts["accept_style"].setEnabled(any(row.group is Group.STYLE for row in rows))

    def _follow_finding(self) -> None:
        self.acts.enable(("ignore", "ignore_always"), self.acting.can_ignore)
        self.acts["fix"].setEnabled(self.acting.can_fix)

    def _tell_saved(self) -> None:
        """Title and status bar say what is open and whether it is saved."""
        draft, clean = self.desk.draft, self.desk.undo_stack.isClean()
        self.setWindowModified(not clean)
        if draft is None:
            self.setWindowTitle("Penholder")
            self.status.saved.setText("")
            return
        target = target_name(draft.masthead.body, draft.carry.session)
        name = draft.masthead.title or draft.masthead.body
        title = tr("{name} · draft for {session}").format(name=name, session=target)
        if self.files.path:  # "[*]" in a name would be taken for the sign of changes
            title = f"{self.files.path.name.replace('[*]', '[ * ]')} · {title}"
        self.setWindowTitle(f"{title}[*] – Penholder")
        at = self.files.saved_at
        saved = tr("Saved {clock}").format(clock=at) if at else tr("Saved")
        self.status.saved.setText(
            tr("Changes not saved") if not clean else saved if self.files.path else tr("Not saved yet")
        )
        self.status.saved.setToolTip(str(self.files.path or ""))

    def _follow_filter(self, wanted: Filter) -> None:
        self.acts.group("show")[wanted.value].setChecked(True)

    def _name_undo(self, words: str) -> None:
        self.acts["undo"].setText(undo_name(words))

    def _name_redo(self, words: str) -> None:
        self.acts["redo"].setText(redo_name(words))

    def _show_busy(self, words: str, may_cancel: bool) -> None:
        self.status.show_busy(words, may_cancel)
        self.welcome.setEnabled(not words)

    def _cancel(self) -> None:
        """Stop the reading or writing that is under way."""
        self.shelving.cancel()
        self.exporting.cancel()
        if self.files.reading:
            self.files.cancel()

    def _remark(self, sentence: str) -> None:
        """A word in passing, seen and heard; one too long for the bar stays until it was read."""
        self.status.say(sentence)
        if self.status.has_room(sentence):
            announce(self, sentence)
        else:
            self.notices.add((Notice("note", "", sentence, topic=PASSING),))

    # ------------------------------------------------------------------------------------- acts

    def show_origin(self, paragraph_id: str) -> None:
        """Bring the paragraph that came from this one of the base into view."""
        draft = self.desk.draft
        keys = (one.key for one in draft.paragraphs if one.origin == paragraph_id) if draft else iter(())
        if key := next(keys, ""):
            self.work.page.show_paragraph(key)

    def _keep_look(self) -> None:
        self.settings.theme, self.settings.scale = themes().choice, themes().scale
        self.acts.group("theme")[themes().choice].setChecked(True)

    # ------------------------------------------------------------------------------- Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Paint
            and self._awaiting_paint
            and watched is self.work.page.viewport()
        ):
            self._awaiting_paint = False
            QTimer.singleShot(0, self.draft_shown.emit)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            # Later, so that a question to the drafter does not hold up the program the files come from.
            QTimer.singleShot(0, self, lambda: self.shelving.receive(paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.work.finish_typing()
        if self.exporting.holds_up(self.close):
            event.ignore()
            return
        if not self.files.may_replace():
            event.ignore()
            return
        self.remembering.keep()
        self.settings.write()
        self.comparing.close()
        self.room.close()
        self.recovering.end()
        self.files.place.leave()
        event.accept()
