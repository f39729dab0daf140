# SPDX-License-Identifier: GPL-3.0-or-later
"""The one comparison window beside the main window, kept in step with the draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from drafting.comparing.records import Edit, Pairings, Thread
from drafting.draft import Draft, Gone, Step, bring_back
from drafting.draft.pairing import DRAFT, forget_pairs, pair, paired_by_hand, unpair
from drafting.draft.taking import notes_left, take_change, take_over
from drafting.errors import DraftError
from drafting.translation import marked, tr
from drafting.updating.organs import session_name
from ui.desk import Desk
from ui.language import day_of
from ui.prompts import Prompts
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.comparison.grouping import Threads
    from ui.comparison.pairing import Ids
    from ui.comparison.rows import Version
    from ui.comparison.window import ComparisonWindow

_UNDO = marked("Undo in the draft takes it back.")
PAUSE = 200  # milliseconds after the last change of the draft


class Comparing(QObject):
    """Opens the comparison, which is loaded only when it is first wanted.

    It and the page of the draft are kept at the same paragraph: `led` says where the comparison went.
    """

    led = Signal(str)
    """The key of the draft's paragraph in the row in hand."""
    room_wanted = Signal()
    """The room view shall be opened or closed."""
    page_wanted = Signal()
    """The drafter turns from the comparison to the page."""

    def __init__(
        self, desk: Desk, parent: QWidget, prompts: Prompts | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._prompts, self._settings = desk, prompts or Prompts(), settings
        self.window: ComparisonWindow | None = None
        self._here = ""  # the key of the paragraph in hand on the page
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.update)
        desk.changed.connect(self._wait)
        desk.opened.connect(self.close)

    def open(self, version: int = -1) -> None:
        """Show a version, by its place in the lineage, beside the draft; the base when none is named.

        More columns are added in the window.
        """
        draft = self._desk.draft
        if draft is None:
            return
        versions = versions_of(draft)
        left = version if version >= 0 else len(versions) - 2
        if self.window is None or not self.window.isVisible():
            self.window = self._made(versions, left, threads_of(draft))
        else:
            self.window.set_versions(versions, threads_of(draft))
            self.window.choose(left, len(versions) - 1)
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._follow()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _made(self, versions: tuple[Version, ...], left: int, threads: Threads) -> ComparisonWindow:
        from ui.comparison.sending import Outlet
        from ui.comparison.window import ComparisonWindow

        window = ComparisonWindow(
            versions,
            left,
            len(versions) - 1,
            hands=DeskHands(self._desk),
            takes=DeskTakes(self._desk),
            threads=threads,
            outlet=Outlet(self._prompts, self._settings),
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda: self._forget(window))
        window.leading.led.connect(self._lead)
        window.page_wanted.connect(self.page_wanted)
        window.room_wanted.connect(self.room_wanted)
        return window

    def update(self) -> None:
        """Show the draft as it is now."""
        draft = self._desk.draft
        if self.window is not None and draft is not None:
            self.window.set_versions(versions_of(draft), threads_of(draft))

    def follow(self, key: str) -> None:
        """The page went to another paragraph: the comparison goes there too."""
        self._here = key
        self._follow()

    def _follow(self) -> None:
        draft = self._desk.draft
        if self.window is not None and draft is not None and self._here in draft:
            self.window.leading.follow(draft.resolution, draft.label(self._here).id)

    def _lead(self, paragraph_id: str) -> None:
        draft = self._desk.draft
        shown = self.window.leading.text if self.window is not None else None
        if draft is not None and shown is draft.resolution:  # else the rows show the draft as it was
            keys = (one.key for one in draft.paragraphs if draft.label(one.key).id == paragraph_id)
            if key := next(keys, ""):
                self._here = key
                self.led.emit(key)

    def close(self) -> None:
        """Close the window: another draft lies on the desk, or the program ends."""
        self._timer.stop()
        if self.window is not None:
            self.window.close()
            self.window = None

    def _wait(self) -> None:
        if self.window is not None:
            self._timer.start()

    def _forget(self, window: ComparisonWindow) -> None:
        """A window has gone, which may be an older one than that shown now."""
        if self.window is window:
            self.window = None


class DeskHands:
    """Keeps what is decided about pairs in the draft on the desk, where it can be undone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def between(self, old: Version, new: Version) -> Pairings:
        """What was decided about two versions."""
        draft = self._desk.draft
        return paired_by_hand(draft, _number(old), _number(new)) if draft else Pairings()

    def pair(self, old: Version, new: Version, ids: tuple[str, str]) -> None:
        """These two belong together."""
        self._do(lambda draft: pair(draft, _number(old), _number(new), ids))

    def unpair(self, old: Version, new: Version, ids: Ids) -> None:
        """These do not."""
        self._do(lambda draft: unpair(draft, _number(old), _number(new), ids))

    def forget(self, old: Version, new: Version, ids: Ids) -> None:
        """Nothing is decided about these any more."""
        self._do(lambda draft: forget_pairs(draft, _number(old), _number(new), ids))

    def _do(self, act: Callable[[Draft], Step]) -> None:
        if self._desk.draft is not None:
            self._desk.do(act(self._desk.draft))


class DeskTakes:
    """Takes wording over into the draft on the desk, where it can be undone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take_over(self, source: Version, ids: tuple[str, ...], into: tuple[str, ...]) -> str:
        """The paragraphs `into` of the draft read like these; without any, these are brought back."""
        draft = self._draft()
        keys = [_key(draft, one) for one in into]
        paragraphs = [source.resolution.paragraph(one) for one in ids]
        if not keys:
            self._desk.do(bring_back(draft, Gone(_place(draft, source), ids[0])))
            told = tr("{paragraph} of {version} stands in the draft again.")
            return f"{told.format(paragraph=ids[0], version=source.name)} {tr(_UNDO)}"
        left = notes_left(draft, keys, paragraphs)
        self._desk.do(take_over(draft, keys, paragraphs, source.name))
        told = tr("{paragraph} of the draft reads like {other} of {version}.").format(
            paragraph=into[0], other=ids[0], version=source.name
        )
        parts = [told, tr(_UNDO), tr("Footnotes not taken over: {left}.").format(left=left) if left else ""]
        return " ".join(filter(None, parts))

    def take_change(self, source: Version, ids: tuple[str, str], shown: str, edit: Edit) -> str:
        """One stretch of a paragraph of the draft, which reads `shown`, becomes like the source."""
        draft = self._draft()
        words = source.resolution.paragraph(ids[0]).text
        self._desk.do(take_change(draft, _key(draft, ids[1]), shown, words, edit))
        told = tr("Taken from {version} into {paragraph} of the draft.")
        return f"{told.format(version=source.name, paragraph=ids[1])} {tr(_UNDO)}"

    def _draft(self) -> Draft:
        if self._desk.draft is None:
            raise DraftError(tr("No draft is open. Nothing was changed."))
        return self._desk.draft


def _key(draft: Draft, paragraph_id: str) -> str:
    for paragraph in draft.paragraphs:
        if draft.label(paragraph.key).id == paragraph_id:
            return paragraph.key
    raise DraftError(tr("This paragraph is no longer in the draft. Nothing was changed."))


def _place(draft: Draft, source: Version) -> int:
    """The index of a version in the lineage, -1 when it is not of the series."""
    numbers = [version.number for version in draft.lineage.versions]
    return numbers.index(source.name) if source.name in numbers else -1


def _number(version: Version) -> str:
    return DRAFT if version.is_draft else version.name


def versions_of(draft: Draft) -> tuple[Version, ...]:
    """The versions of the series and the draft, as the comparison wants them."""
    from ui.comparison.rows import Version

    versions = [
        Version(one.number, day_of(one.masthead.adopted) if one.masthead.adopted else "", one)
        for one in draft.lineage.versions
    ]
    session = session_name(draft.masthead.body, draft.carry.session)
    subtitle = " · ".join(filter(None, (session, draft.masthead.session_dates)))
    return (*versions, Version(tr("Draft"), subtitle, draft.resolution, is_draft=True))


def threads_of(draft: Draft) -> Threads:
    """The ids of every paragraph of the series by version, the draft last.

    A paragraph dropped in the past is in the draft again when one of the drafter's own reads as it last did.
    """
    carried = {one.origin: draft.label(one.key).id for one in draft.paragraphs if one.origin is not None}
    own = {one.text: draft.label(one.key).id for one in draft.paragraphs if one.origin is None}

    def in_draft(thread: Thread) -> str | None:
        if thread.latest is not None:
            return carried.get(thread.latest)
        version, place = thread.last_place
        return own.get(draft.lineage.versions[version].paragraph(place).text)

    return [(*thread.places, in_draft(thread)) for thread in draft.lineage.threads]
