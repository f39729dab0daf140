# SPDX-License-Identifier: GPL-3.0-or-later
"""What pages are painted on: a PDF in memory, or a printer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter


def pdf_writer(buffer: QBuffer, title: str) -> QPdfWriter:
    """Writes a PDF of this title into an open buffer."""
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Penholder")
    return writer


def with_device(device: QPagedPaintDevice, work: Iterator[None]) -> Iterator[None]:
    """The work itself; the device lives for as long as it goes on."""
    yield from work
    del device
