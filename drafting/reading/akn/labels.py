# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in <num>, in the form the record gives to labels."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(\d{1,4})(?:\s?([a-z]{3,12}))?\s*[.\-\u2010-\u2013)\u3001\uff0e\uff09]?")
_LONGEST = 12


def label_in(text: str) -> str:
    """The label as the record has it: "5", "12 bis", "(a)", "IV"; empty when the text is no label at all.

    Numbers lose the sign behind them, in whatever language ("5.", "5-", "5、"); letters keep their brackets.
    """
    text = text.strip()
    if match := _NUMBER.fullmatch(text):
        return f"{int(match[1])} {match[2]}" if match[2] else str(int(match[1]))
    bare = text.rstrip(".").rstrip()
    return bare if 0 < len(bare) <= _LONGEST and " " not in bare else ""
