# SPDX-License-Identifier: GPL-3.0-or-later
"""Autosave and recovery of the main window: copies are written, those left behind found and asked about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from drafting.errors import DamagedDraft, LaterDraft
from drafting.keeping.stamp import Origin, stamp_of
from drafting.translation import marked, tr
from ui.notices import Notice
from ui.recovery.copies import any_copies, remove_left
from ui.recovery.keeper import Keeper
from ui.recovery.place import moment
from ui.tasks import Lane

if TYPE_CHECKING:
    from drafting.errors import FileError
    from ui.comparison.window import ComparisonWindow
    from ui.recovery.dialog import RecoveryDialog
    from ui.recovery.finding import Found, Leftovers
    from ui.window import MainWindow

KEEPING = "keeping"
"""Topic of notices."""
SAVED_STAYS = marked("What you saved is not affected.")
SAVED_OPENS = marked("What was saved is opened as it is.")


class Recovering(QObject):
    """Stands between the main window and the folder of recovery copies."""

    noticed = Signal(object)
    """A tuple of `Notice`."""
    waiting = Signal(int)
    """So many recovered drafts are not decided on."""
    nothing = Signal(str)
    """Nothing was left behind; a word in passing, where the drafter had asked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._files = window, window.files
        self.keeper = Keeper(window.desk, self._origin, window.settings.recovery, self)
        self.keeper.failed.connect(self._not_kept)
        self._files.saved_changed.connect(self.keeper.now)  # no copy outlives the saving that it preceded
        self._lane = Lane(self)
        self._lane.busy_changed.connect(self._looked)
        self._found: tuple[Found, ...] = ()
        self._asked = False
        self._then: Callable[[], None] | None = None
        self.dialog: RecoveryDialog | None = None
        self.comparison: ComparisonWindow | None = None

    def look(self, then: Callable[[], None] | None = None) -> None:
        """Show what was left behind; `then` is done when nothing was, or when nothing of it was taken."""
        if self.dialog is not None:
            self.dialog.raise_()
        if self.dialog is not None or self._lane.busy:
            return  # the first to look goes on with its own `then`, and has the locks of what was found
        folder = self._window.settings.recovery
        self._then = then
        if any_copies(folder):
            self._lane.run(lambda: _find(folder), self._show)
        else:
            self._go_on()

    def ask(self) -> None:
        """Show what was left behind, because the drafter wants to know."""
        self.look(lambda: None if self._asked else self.nothing.emit(tr("Nothing was left to recover")))

    def end(self) -> None:
        """The window closes as it should: its copy goes; what was left behind waits for the next start."""
        self._lane.cancel()
        self._then = None
        if self.dialog is not None:
            self.dialog.close()
        self._give_back()
        self.keeper.end()

    def _origin(self) -> Origin:
        place = self._files.place
        return Origin(self._files.name, str(place.path.absolute()) if place.path else "", place.stamp)

    def _not_kept(self, message: str) -> None:
        text = tr(
            "What is not saved could not be recovered now; save often until this is mended. {message}"
        ).format(message=message)
        self.noticed.emit((Notice("error", "", text, word=tr("no recovery"), topic=KEEPING),))

    # --------------------------------------------------------------------------------- the screen

    def _show(self, leftovers: Leftovers) -> None:
        self._found = leftovers.found
        self.noticed.emit(tuple(map(self._unreadable, leftovers.unreadable)))
        self._asked = bool(self._found)
        if self._found:
            self._ask()
        else:
            self._go_on()

    def _looked(self, busy: bool) -> None:
        """Whatever came of looking, an error that nobody foresaw too, what waits for it goes on."""
        if not busy:
            QTimer.singleShot(0, self, self._go_on_unasked)

    def _go_on_unasked(self) -> None:
        if self.dialog is None and not self._lane.busy:
            self._go_on()

    def _unreadable(self, error: FileError) -> Notice:
        """A copy of which nothing can be made: it is told until the drafter lets it go."""
        topic = f"{KEEPING} {error.path.name}"

        def remove() -> None:
            question, more = (
                tr("Remove the copy that cannot be read?"),
                f"{tr('It cannot be brought back.')} {tr(SAVED_STAYS)}",
            )
            if self._window.prompts.certain(self._window, question, more, tr("&Remove it")):
                if remove_left(error.path):
                    self._window.notices.drop(topic)
                else:
                    text = tr("the copy could not be removed; it stays in {parent}.").format(
                        parent=error.path.parent
                    )
                    self.noticed.emit((Notice("error", "", text, word=tr("not removed"), topic=topic),))

        return Notice(
            "error", "", unreadable(error), ((tr("Remove it"), remove),), tr("not recovered"), topic
        )

    def _ask(self) -> None:
        from ui.recovery.dialog import RecoveryDialog

        desk = self._window.desk
        dialog = RecoveryDialog(self._found, self._window, nothing_open=lambda: desk.draft is None)
        desk.opened.connect(dialog.tell_keeping)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._take)
        dialog.put_away.connect(self._put_away)
        dialog.looked_at.connect(self._compare)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _closed(self) -> None:
        self.dialog = None
        self._put_comparison_away()
        self._give_back()
        self._go_on()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
        self._asked = False

    def _give_back(self) -> None:
        """What was not decided on is there for the next who looks."""
        for one in self._found:
            one.held.lock.unlock()
        self.waiting.emit(len(self._found))
        self._found = ()

    def _without(self, found: Found) -> None:
        self._found = tuple(one for one in self._found if one is not found)

    # -------------------------------------------------------------------------------- the choices

    def _take(self, found: Found) -> None:
        """Open the recovered draft; it is not saved until the drafter does so."""
        if not self._files.take_up(found.copy.draft, found.copy.origin):
            return
        self._without(found)
        self._then = None  # what was to be opened would take its place
        self.keeper.adopt(found.held, found.copy.draft)
        if self.dialog is not None:
            self.dialog.close()

    def _put_away(self, found: Found) -> None:
        saved = found.saved is not None
        question = tr("Throw the recovered draft away?")
        opens = self.dialog is not None and self.dialog.opens
        kept = tr(SAVED_OPENS if opens else SAVED_STAYS)
        more = f"{kept} {tr('What was recovered beyond it cannot be brought back.')}"
        if not saved:
            more = tr("It was recovered from no saved draft, and cannot be brought back.")
        if not self._window.prompts.certain(self.dialog or self._window, question, more, tr("&Throw away")):
            return
        found.held.remove()
        self._without(found)
        file = found.copy.origin.file
        if opens and file is not None:
            self._then = lambda: self._files.open((file,))
        if self.dialog is not None:
            self.dialog.show_found(self._found)

    def _compare(self, found: Found) -> None:
        from ui.comparison.window import ComparisonWindow
        from ui.recovery.words import both

        self._put_comparison_away()
        window = ComparisonWindow(both(found), 0, 1)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(self._comparison_gone)
        self.comparison = window
        window.show()

    def _comparison_gone(self) -> None:
        self.comparison = None

    def _put_comparison_away(self) -> None:
        if self.comparison is not None:
            # It is gone only later, when another one may be there already.
            self.comparison.destroyed.disconnect(self._comparison_gone)
            self.comparison.close()
            self.comparison = None


def _find(folder: Path) -> Leftovers:
    from ui.recovery.finding import find  # what reads drafts is loaded when there is one

    return find(folder)


def unreadable(error: FileError) -> str:
    """What is said of a copy that cannot be read, and what can be done."""
    stamp = stamp_of(error.path)
    first = (
        tr("a recovery copy of work that was not saved, made {when}, cannot be read.").format(
            when=moment(stamp.when)
        )
        if stamp
        else tr("a recovery copy of work that was not saved cannot be read.")
    )
    if isinstance(error, LaterDraft):
        what = tr("A later version of Penholder wrote it: open that one to recover it.")
    elif isinstance(error, DamagedDraft):
        what = tr("It is damaged, and cannot be recovered.")
    else:
        what = tr("The system does not let it be read: {reason}").format(reason=error.reason)
    place = tr("It is {name} in {folder}.").format(name=error.path.name, folder=error.path.parent)
    return f"{first} {what} {tr(SAVED_STAYS)} {place}"
