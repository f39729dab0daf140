# SPDX-License-Identifier: GPL-3.0-or-later
"""Showing a file in its folder, with the file chosen where the system's file manager can do that."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def reveal(path: Path, platform: str = sys.platform) -> bool:
    """Open the folder of a file, the file chosen in it; False when the system has no way to show it."""
    asked = command(path, platform)
    if asked is not None and QProcess.startDetached(*asked)[0]:
        return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def command(path: Path, platform: str) -> tuple[str, list[str]] | None:
    """The program that chooses a file in its folder, with its arguments; None where every desktop differs."""
    if platform == "win32":
        return "explorer.exe", ["/select,", QDir.toNativeSeparators(str(path))]
    if platform == "darwin":
        return "open", ["-R", str(path)]
    return None
