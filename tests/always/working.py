# SPDX-License-Identifier: GPL-3.0-or-later
"""One of the processes in which sequences are tried."""

from __future__ import annotations

import faulthandler
import tempfile
import warnings
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from tests.always.trying import Failure, Work, by_chance, shrunk, tried
from tests.always.world import World
from ui.app import make_application

SHRINKING = 60.0
"""Seconds for cutting a failing sequence down."""
OF_THE_MACHINE = ("This plugin does not support", "OpenType support missing")
"""What Qt says of the platform without a screen and of fonts that are not there."""
_here: list = []


def prepare() -> None:
    """A window for this process, in which warnings are errors."""
    faulthandler.enable()
    warnings.simplefilter("error")
    application = make_application()
    folder = Path(tempfile.mkdtemp())
    world = World(folder)

    def heard(kind: QtMsgType, _where: object, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(one in words for one in OF_THE_MACHINE):
            world.troubles.append(f"Qt says: {words}")

    qInstallMessageHandler(heard)
    _here[:] = [application, world, folder]


def try_seed(seed: int, length: int) -> tuple[int, str, tuple[Failure, Work] | None]:
    _, world, folder = _here
    sequence = by_chance(seed, length)
    failure = tried(world, sequence, folder)
    if failure is None:
        return seed, sequence.start, None
    shorter = shrunk(world, sequence, failure, folder, SHRINKING)
    return seed, sequence.start, (tried(world, shorter, folder) or failure, shorter)
