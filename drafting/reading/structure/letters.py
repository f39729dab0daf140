# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of letters: which level a letter has, and how an id says it.

Levels after the Editorial Manual: 1., then (a), then (i), then a., then i.
"""

from __future__ import annotations

import re
from functools import cache

from drafting.data import load

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_DEEPEST = 8  # rows open at once; the Editorial Manual knows four
_AMBIGUOUS = {"i": ("ii", "j"), "v": ("vi", "w"), "x": ("xi", "y")}


@cache
def sign_pattern() -> str:
    """All signs that may stand in the place of a letter, as a pattern."""
    other = [sign for row in load("labels")["rows"] for sign in row["signs"] if not row.get("bare")]
    return "|".join([r"[a-z]{1,2}|[ivxl]{1,6}|\d{1,2}", *sorted(other, key=len, reverse=True)])


def again_pattern() -> str:
    """What marks a number or letter put in in negotiation ("bis", "alt2", "bis alt"), as a pattern."""
    data = load("labels")
    other = rf"{data['alternative']}(?:\s?\d{{1,2}})?"
    words = "|".join(sorted(data["again"] + data["again_also"], key=len, reverse=True))
    return rf"(?:{words})(?:\d{{2}})?(?:\s?{other})?|{other}"


def plain_again(again: str) -> str:
    """What marks an inserted number as the record has it: "bis", "alt2", "bis alt"."""
    alternative: str = load("labels")["alternative"]
    return " ".join(re.sub(rf"\s?({alternative})\s?", r" \1", again).split())


def roman_value(letters: str) -> int:
    """The value of a roman numeral in small letters up to 89; 0 when it is none."""
    if not re.fullmatch(r"(?=.)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", letters):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in letters]
    pairs = zip(values, values[1:] + [0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def letter_value(letters: str) -> int:
    """The place of (a) to (z), then (aa) to (zz), in their row; 0 for other letters."""
    if not re.fullmatch("[a-z]{1,2}", letters):
        return 0
    if len(letters) == 1:
        return ord(letters) - 96
    return 26 + ord(letters[0]) - 96 if letters[0] == letters[1] else 0


@cache
def values_of(sign: str) -> dict[str, int]:
    """The rows a sign may belong to, with its place in each; empty when it is no sign of any row."""
    found = {"letter": letter_value(sign), "roman": roman_value(sign)}
    found["figure"] = int(sign) if sign.isdecimal() else 0
    for row in load("labels")["rows"]:
        found[row["name"]] = row["signs"].index(sign) + 1 if sign in row["signs"] else 0
    return {row: value for row, value in found.items() if value}


def id_sign(sign: str) -> str:
    """How an id says a letter: in brackets, in Latin letters whatever its script, to be compared."""
    (row, value), *_ = (values_of(sign) or {"": 0}).items()
    if row in {"arabic", "cyrillic"} and value <= 26:
        return f"({chr(96 + value)})"
    return f"({value})" if row in {"figure", "chinese", "chinese in brackets"} else f"({sign})"


Rows = tuple[tuple[str, int], ...]
"""The rows of letters open at a place, outermost first: ("letter" or "roman", value reached)."""


def rows_with(label: str, rows: Rows, *, after_colon: bool, following: str = "", level: int = 0) -> Rows:
    """The open rows once this label is placed; their number is its level (1 for (a), 2 for (i) under it).

    The same sign may be a letter or a roman numeral: it continues the row it fits, the innermost first; the
    first sign of a row opens one, a level deeper where a colon announces it or no row of its kind is open.
    `following` is the next label, which decides between the two; `level` is told by the source, 0 when not.
    """
    sign, inserted = _sign(label)
    values = dict(values_of(sign)) or {"letter": 0}
    values = _decided(sign, values, _sign(following)[0])
    kind = _kind(sign, values)
    if level:
        return _at_level(values, kind, rows, level)
    if after_colon and values[kind] == 1 and len(rows) < _DEEPEST:
        return (*rows, (kind, 1))
    for depth in range(len(rows), 0, -1):
        row, reached = rows[depth - 1]
        if values.get(row) == reached + (not inserted):
            return (*rows[: depth - 1], (row, values[row]))
    for depth in range(len(rows), 0, -1):  # a sign is missing in its row, or the row begins anew
        if rows[depth - 1][0] == kind:
            return (*rows[: depth - 1], (kind, values[kind]))
    return (*rows[: _DEEPEST - 1], (kind, values[kind]))


def continues(label: str, rows: Rows) -> bool:
    """Whether a label is the next one in a row that is open."""
    sign, inserted = _sign(label)
    values = values_of(sign)
    return any(values.get(row) == reached + (not inserted) for row, reached in rows)


def _sign(label: str) -> tuple[str, bool]:
    """A label without brackets and "bis", and whether it had that: "(a)bis" stands in the row of "(a)"."""
    sign = label.strip("().\uff08\uff09 ")
    bare = re.sub(rf"(?<=.)(?:\)?\s?)(?:{again_pattern()})$", "", sign)
    return bare, bare != sign


def _kind(sign: str, values: dict[str, int]) -> str:
    return "roman" if "roman" in values and (sign == "i" or len(values) == 1) else next(iter(values))


def _decided(sign: str, values: dict[str, int], following: str) -> dict[str, int]:
    """The values of a sign, only those of one row where the label after it decides."""
    roman, letter = _AMBIGUOUS.get(sign, ("", ""))
    if following and following in (roman, letter):
        row = "roman" if following == roman else "letter"
        return {row: values[row]}
    return values


def _at_level(values: dict[str, int], kind: str, rows: Rows, level: int) -> Rows:
    """The rows where the source itself tells the level; a level left out is closed up."""
    level = min(level, len(rows) + 1, _DEEPEST)
    if level <= len(rows):
        row, reached = rows[level - 1]
        kind = row if values.get(row) == reached + 1 else kind
    return (*rows[: level - 1], (kind, values[kind]))
