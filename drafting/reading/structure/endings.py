# SPDX-License-Identifier: GPL-3.0-or-later
"""How a text ends and how it begins, whatever its script."""

from __future__ import annotations

import re
from functools import cache

from drafting.data import load

_TAIL = 40  # code points in which a text ends
_MARK = re.compile(
    r"(?:(?<=[,;])|(?<=[^\W\d][.:])|(?<=[)\]\u201d\u2019][.:]))(?:[*\u2020\u2021]{1,3}|\d{1,2})$"
)
_CLOSING = "\u201d\u2019\u00bb\"')]"
_LONGEST_TITLE = 250  # code points
_LONGEST_NAMED = 600  # of a title that a numeral or the line of an annex announces


def ending(text: str) -> str:
    """The sign a text ends with, as "," ";" "." or ":" in any script, before closing quotation marks.

    "; and" ends as ";" does, and so does ";*" with a mark that has no footnote; "" when there is no sign.
    """
    text = _and().sub("", _MARK.sub("", text[-_TAIL:].rstrip()))
    sign = text.rstrip(_CLOSING + " ")[-1:] or text[-1:]
    return "" if sign.isalnum() else str(load("labels")["ends"].get(sign, sign))


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"(?<=[,;\u060c\u061b])\s(?:{'|'.join(load('labels')['and'])})$")


def is_title(text: str, *, announced: bool = False) -> bool:
    """Whether a text looks like a heading: short, begun with a capital, no sign at its end.

    One that a numeral or the line of an annex announced may be longer.
    """
    if not text[:1].isalpha() or text[0].islower() or ending(text) in {",", ";", ".", ":"}:
        return False
    return len(text) <= (_LONGEST_NAMED if announced else _LONGEST_TITLE)
