# SPDX-License-Identifier: GPL-3.0-or-later
"""The two typefaces of Penholder: the serif of the printed resolution and the system's own interface font."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

# Metrically equal faces first, so that lines break alike on Windows, macOS and Linux.
SERIF = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "Times", "Noto Serif", "serif")

# Names by which a system says that it has no interface font of its own.
_GENERIC = frozenset({"", "sans", "sans serif", "sans-serif", "helvetica"})
_INTERFACE = ("Inter", "Noto Sans", "Cantarell", "Open Sans", "Liberation Sans", "DejaVu Sans", "sans-serif")


def serif(pixels: int) -> QFont:
    """The font of resolution text, `pixels` logical pixels high."""
    font = QFont()
    font.setFamilies(list(SERIF))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    return font


def interface(pixels: int) -> QFont:
    """The system's interface font, or a plain sans serif where it names none, in logical pixels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family().casefold() in _GENERIC:
        font.setFamilies(list(_INTERFACE))
        font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(pixels)
    return font
