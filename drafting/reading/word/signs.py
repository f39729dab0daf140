# SPDX-License-Identifier: GPL-3.0-or-later
"""Single signs: those that are not seen, and those that Word takes from the fonts of symbols."""

from __future__ import annotations

from drafting.data import load
from drafting.reading.charsets import UNSEEN

_UNSEEN = UNSEEN | dict.fromkeys(map(ord, "\n\r"), " ")


def visible(text: str) -> str:
    """A text of XML as it is shown: its line ends are spaces, and signs never printed are out."""
    return text.translate(_UNSEEN) if text else text


def sign_of(code: str, font: str) -> str:
    """The character Word shows for a code in a font of symbols, "" when it is not known."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= point <= 0xF0FF:  # the private place of old fonts
        point -= 0xF000
        table: dict[str, str] = load("word_symbols").get(font.strip().lower(), {})
        known = table.get(f"{point:02X}", "")
        plain = chr(point) if font.strip().lower() not in load("word_symbols") and point >= 0x20 else ""
        return known or plain
    return chr(point) if 0x20 <= point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF else ""
