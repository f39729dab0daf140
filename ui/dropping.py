# SPDX-License-Identifier: GPL-3.0-or-later
"""What is dragged onto a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """The files of this machine that something dragged carries."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
