# SPDX-License-Identifier: GPL-3.0-or-later
"""The door of Penholder: a sub-command goes to the command line, everything else opens the window.

The command line never loads Qt. Where no window can open Qt would abort the process, so that is found out
before Qt is started and said in a sentence.
"""

from __future__ import annotations

import ctypes
import gc
import os
import socket
import sys
from importlib.util import find_spec
from itertools import pairwise
from multiprocessing import freeze_support
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SUBCOMMANDS = ("report", "draft", "compare")
HELP = frozenset({"-h", "--help", "--version"})
WITH_VALUE = frozenset(
    {"-o", "--output", "--session", "--accept", "--shelf", "--format", "--author", "--on", "--tracked"}
)
NO_WINDOW = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run Penholder on `argv` (default: the arguments of the process) and return its exit code.

    The codes are those of `drafting.cli.main`; 2 also when a window is asked for and none can open.
    """
    # Starting and reading make many small records and no cycles; looking for those as usual takes long.
    gc.set_threshold(200_000, 20, 20)
    arguments = list(sys.argv[1:] if argv is None else argv)
    if _for_command_line(arguments):
        from drafting import cli

        return cli.main(arguments)
    if (word := _first_word(arguments)) and not _names_a_file(word):
        print(
            f"penholder: “{word}” is neither a file nor a command ({', '.join(SUBCOMMANDS)}).",
            file=sys.stderr,
        )
        return NO_WINDOW
    if reason := window_obstacle(os.environ, sys.platform):
        return _refuse(reason)
    try:
        from ui import app
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"PySide6", "shiboken6"}:
            raise
        return _refuse(f"Qt, which draws the window, cannot be loaded ({error})")
    return app.main(arguments)


def _for_command_line(arguments: Sequence[str]) -> bool:
    return _first_word(arguments) in SUBCOMMANDS or not HELP.isdisjoint(arguments)


def _first_word(arguments: Sequence[str]) -> str:
    """The first argument that is no option and no value of one; empty when there is none."""
    words = (
        word
        for before, word in pairwise(["", *arguments])
        if not word.startswith("-") and before not in WITH_VALUE
    )
    return next(words, "")


def _names_a_file(word: str) -> bool:
    """Whether a word can be the name of a file: a mistyped command has no point and is none."""
    return bool(set(word) & set("./\\:")) or os.path.lexists(word)


def window_obstacle(environment: Mapping[str, str], platform: str) -> str | None:
    """Why no window can open here, fit to begin a sentence; None when one can.

    `platform` is `sys.platform`. Windows and macOS always have a screen; elsewhere Qt draws through Wayland
    or X, whichever answers, unless QT_QPA_PLATFORM names its choice.
    """
    if platform in {"win32", "darwin"}:
        return None
    plugins = [part.partition(":")[0] for part in environment.get("QT_QPA_PLATFORM", "").split(";") if part]
    if not plugins:
        screens = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
        plugins = [plugin for plugin, variable in screens.items() if environment.get(variable)]
    obstacles = [_obstacle(plugin, environment) for plugin in plugins]
    if not obstacles:
        return "there is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    return None if None in obstacles else obstacles[-1]


def _obstacle(plugin: str, environment: Mapping[str, str]) -> str | None:
    path = _plugin_path(plugin)
    if path is not None and not path.exists():
        return f"QT_QPA_PLATFORM asks for “{plugin}”, which this Qt does not have"
    try:
        if path is not None:
            ctypes.CDLL(str(path))
        if plugin == "xcb" and not _x_answers(environment):
            return "the screen named by DISPLAY does not answer"
    except OSError as error:
        return f"a system library that Qt needs to open a window is missing ({error})"
    if plugin.startswith("wayland") and not _wayland_answers(environment):
        return "the screen named by WAYLAND_DISPLAY does not answer"
    return None


def _plugin_path(name: str) -> Path | None:
    """Where PySide6's own packages keep the plugin; None when PySide6 came another way and only Qt knows."""
    spec = find_spec("PySide6")
    for folder in (spec and spec.submodule_search_locations) or ():
        plugins = Path(folder) / "Qt" / "plugins" / "platforms"
        if plugins.is_dir():
            return plugins / f"libq{name}.so"
    return None


def _x_answers(environment: Mapping[str, str]) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(environment.get("DISPLAY", "")) or None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    if environment.get("WAYLAND_SOCKET"):  # an open connection, handed over by whoever started us
        return True
    path = Path(environment.get("XDG_RUNTIME_DIR", ""), environment.get("WAYLAND_DISPLAY") or "wayland-0")
    with socket.socket(socket.AF_UNIX) as connection:
        return connection.connect_ex(os.fsencode(path)) == 0


def _refuse(reason: str) -> int:
    headless = ", ".join(f"penholder {name}" for name in SUBCOMMANDS)
    print(f"penholder: {reason}; these work without a window: {headless}.", file=sys.stderr)
    return NO_WINDOW


if __name__ == "__main__":
    freeze_support()  # in a frozen program, the process that reads a PDF begins here too
    sys.exit(main())
