# SPDX-License-Identifier: GPL-3.0-or-later
"""What numbers and document symbols say: the organ, its session, and the symbol of a text with a number.

The forms are data in `resources/organs.json`, which the other rooms read as well.
"""

from __future__ import annotations

import re

from drafting.data import load
from drafting.sessions import Count, organ

_ADOPTED = re.compile(r"(?:E?S-)?\d.*[^\W_](?:\s?\(.+\))?|\d.*\)")  # not "56/[…]", nor "PRST 43/1"
_SESSION = re.compile(r"(\d{1,3})/")


def organ_of(symbol: str) -> str:
    """The organ a document symbol belongs to, "" when it is none of those known."""
    begins = (entry for entry in load("organs")["symbols"] if symbol.startswith(entry["begins"]))
    return next((str(entry["organ"]) for entry in begins), "")


def session_of(body: str, number: str, symbol: str) -> int | None:
    """The regular session a number or a symbol speaks of; None where the organ counts otherwise (years)."""
    if organ(body).count not in (Count.COUNCIL, Count.ASSEMBLY):
        return None
    if match := _SESSION.match(number):
        return int(match[1])
    parts = symbol.split("/")
    for entry in load("organs")["symbols"]:
        at = entry["session_at"]
        known = entry["organ"] == body and symbol.startswith(entry["begins"]) and len(parts) > at + 1
        if known and parts[at].isdecimal():
            return int(parts[at])
    return None


def symbol_of(body: str, number: str, *, decision: bool = False) -> str:
    """The symbol of the adopted text with this number; "" where the organ's form for it is not known."""
    if not _ADOPTED.fullmatch(number):
        return ""
    entries = (entry for entry in load("organs")["organs"] if entry["name"] == body)
    forms: dict[str, str] = next(entries, {})
    return forms.get("decided" if decision else "adopted", "").format(number=number)
