# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting the window: application, theme, what happens with unforeseen errors, and the first files."""

from __future__ import annotations

import argparse
import logging
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QThread, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from drafting.errors import PenholderError
from drafting.translation import tr
from ui.desk import Desk
from ui.language import choose_language
from ui.prompts import Prompts
from ui.settings import Settings
from ui.tasks import take_turns
from ui.theme import apply_theme, themes, ui_font
from ui.window import MainWindow

log = logging.getLogger("penholder")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Start:
    """What the window was started with."""

    files: tuple[Path, ...] = ()
    sample: bool = False
    session: int | None = None
    shelf: tuple[Path, ...] = ()


def main(argv: Sequence[str]) -> int:
    """Open the window on what `argv` names and run until it is closed.

    Returns the exit code of the process.
    """
    start = read_arguments(argv)
    take_turns()
    app = make_application()
    prompts, settings = Prompts(), Settings.of_user()
    choose_language(settings.language)
    themes().set_scale(settings.scale)
    app.setFont(ui_font())  # first: a widget that asks for its font while it is built keeps what it was told
    window = create_window(Desk(), prompts, settings)
    # Now and not before: widgets built under a style sheet are dressed again wherever they are put.
    apply_theme(app, settings.theme)
    sys.excepthook = ErrorHook(window, prompts)
    qInstallMessageHandler(log_qt)
    window.show()
    begin(window, start)
    return app.exec()


def read_arguments(argv: Sequence[str]) -> Start:
    """The arguments of the window: files, `--sample`, `--session N`, `--shelf FILE...`.

    Wrong usage ends the process with code 2.
    """
    parser = argparse.ArgumentParser(
        "penholder", description="Opens the window on resolutions or on a saved draft."
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--sample", action="store_true", help="open the sample series")
    parser.add_argument("--session", type=int, metavar="N", help="the session the draft is for")
    parser.add_argument(
        "--shelf",
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="FILE",
        help="documents that answer open facts",
    )
    found = parser.parse_intermixed_args(list(argv))
    if found.sample and found.files:
        parser.error("--sample stands in place of files")
    return Start(tuple(found.files), found.sample, found.session, tuple(found.shelf))


def make_application() -> QApplication:
    """The application under its name and picture, which settings, task bars and desktops know it by."""
    QGuiApplication.setDesktopFileName("penholder")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setOrganizationName("Penholder")
    app.setApplicationName("penholder")
    app.setApplicationDisplayName("Penholder")
    app.setWindowIcon(QIcon(str(files("resources") / "icons" / "penholder.svg")))
    return app


def create_window(desk: Desk, prompts: Prompts, settings: Settings) -> MainWindow:
    """The main window, not shown yet; nothing of it touches the disk but the settings given."""
    return MainWindow(desk, prompts, settings)


def begin(window: MainWindow, start: Start) -> None:
    """Open what the program was started with; the shelf waits for the draft.

    What was left behind by a window that ended without saving is asked about first.
    """
    if start.shelf:
        window.shelving.add_later(start.shelf)
    window.recovering.look(lambda: _open(window, start))


def _open(window: MainWindow, start: Start) -> None:
    if start.sample:
        window.files.open_sample(start.session)
    elif start.files:
        window.files.open(start.files, start.session)


def log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's own messages go where those of the program go."""
    log.log(_LEVELS.get(kind, logging.WARNING), "%s (%s)", message, context.category or "qt")


class ErrorHook:
    """Shows an error that nothing else has caught, when what was under way has ended.

    The draft on the desk never changes in part; and all views follow it before anybody reads of the error.
    """

    def __init__(self, window: MainWindow, prompts: Prompts) -> None:
        self._window, self._prompts = window, prompts
        self._showing = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """As `sys.excepthook`; a second error while the first is on screen is only logged."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("unforeseen error", exc_info=(kind, error, trace))
        if self._showing:
            return
        self._showing = True
        if QThread.currentThread().loopLevel():
            QTimer.singleShot(0, self._window, lambda: self._tell(kind, error, trace))
        else:  # nothing would tell it later
            self._tell(kind, error, trace)

    def _tell(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        try:
            self._show(kind, error, trace)
        finally:
            self._showing = False

    def _show(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, PenholderError):
            head, _, more = str(error).partition("\n")
            self._prompts.problem(self._window, head, more)
            return
        from ui.dialogs.about import lines

        details = "\n".join((*lines(), "", *traceback.format_exception(kind, error, trace)))
        self._prompts.problem(
            self._window,
            tr("Something went wrong in Penholder."),
            tr(
                "Your draft is safe: an act is done as a whole or not at all. "
                "Look whether the last one was done, save, and go on. "
                "If it happens again, the details below help to mend it: they can be copied."
            ),
            details,
        )
