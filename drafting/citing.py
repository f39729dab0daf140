# SPDX-License-Identifier: GPL-3.0-or-later
"""How resolutions, document symbols and dates are printed, as regular expressions for whoever looks for them.

Forms are those of the Editorial Manual's system of identification: `70/1`, `S-34/1`, `ES-11/1`,
`3314 (XXIX)`, `2532 (2020)`, `2000/22`, `68/247 A`; dates are those of English texts (rules 5.1, 5.2).
"""

from __future__ import annotations

from drafting.data import load

MONTHS: tuple[str, ...] = tuple(load("reading")["months"])
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = rf"\d{{1,2}}\s(?:{MONTH})\s\d{{4}}"
UP_TO = rf"\d{{1,2}}(?:\s(?:{MONTH}))?(?:\s\d{{4}})?(?:\s?[–−-]\s?|\sto\s|\sand\s)"
"""The beginning of a range of dates: "13 June–", "25 and "."""

NUMBER = (
    r"(?:(?:E?S)[-\u2011]\d{1,2}/\d{1,3}"  # S-34/1, ES-11/1
    r"|\d{1,4}/\d{1,4}(?:\s[A-Z](?![\w’']))?"  # 70/1, 2000/22, 68/247 A
    r"|\d{1,4}(?:\s[A-Z])?\s\((?:(?:E?S-)?[IVXLC]+|\d{4})\))"  # 3314 (XXIX), 217 A (III), 2532 (2020)
)
"""The number of a resolution or decision."""

_PART = r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*(?:[-\u2011]\d+)?"
SYMBOL = rf"(?<![\w/.])[A-Z]{{1,8}}(?:/(?:E?S[-\u2011])?{_PART})+"
"""The symbol of a document, or something like one: only with a figure in it is it surely a symbol."""
