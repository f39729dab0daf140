# SPDX-License-Identifier: GPL-3.0-or-later
"""The contrast of two colours, as WCAG 2.2 counts it."""

from __future__ import annotations

from PySide6.QtGui import QColor


def ratio(first: str, second: str) -> float:
    """Contrast of two colours after WCAG 2.2."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in QColor(colour).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
