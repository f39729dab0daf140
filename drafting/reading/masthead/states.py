# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of States, as votes and drafts print them, divided into names."""

from __future__ import annotations

import re
from functools import cache

from drafting.data import load
from drafting.glyphs import squeezed
from drafting.reading.languages import ENGLISH, form

_MARKS = "[,;\u060c\u3001]"


def states_in(listed: str, count: int | None = None, language: str = ENGLISH) -> tuple[str, ...]:
    """The States of a list, whatever divides them: commas, semicolons, lines, and "and" before the last.

    "and" inside a name divides nothing: the English names are data (`states.json`). `count` is the number
    printed: a name with "and" that is not known is kept whole when that makes the number right. In another
    language "and" divides only where the number asks for it.
    """
    divider = rf"\s*{_MARKS}\s*" if re.search(_MARKS, listed) else r"\s*\n\s*"
    parts = [" ".join(part.split()).strip(" .]*") for part in re.split(divider, listed.strip())]
    words = "|".join(form(language, "list_and"))
    nothing = {word.casefold() for word in form(language, "none")}
    if words:
        parts = [re.sub(rf"^(?:{words})\s+", "", part) for part in parts]
    parts = [part for part in parts if part and part.casefold() not in nothing]
    if len(parts) == count or not words:
        return tuple(parts)
    if language == ENGLISH:
        return tuple(name for part in parts for name in at_and(part))
    last = re.split(rf"\s+(?:{words})\s+", parts[-1]) if parts else []
    return (*parts[:-1], *last) if len(last) == 2 and len(parts) + 1 == count else tuple(parts)


def at_and(part: str) -> list[str]:
    """A part divided at "and", but never inside the name of a State, and between names that nothing parts."""
    hidden = part
    for name in _names():
        if " and " in name:
            hidden = hidden.replace(name, name.replace(" and ", " \0 "))
    divided = [name.replace("\0", "and").strip() for name in re.split(r"\s+and\s+", hidden)]
    return [name for words in divided for name in _undivided(words)]


def is_state(name: str) -> bool:
    """Whether this is the English name of a State, by the list of the United Nations or an earlier one."""
    return squeezed(name).casefold().removeprefix("the ") in _folded_names()


def _undivided(words: str) -> list[str]:
    """The names in words that hold nothing but names of States, side by side."""
    if is_state(words) or not _side_by_side().fullmatch(words):
        return [words]
    return [match.group() for match in _one_of_them().finditer(words)]


@cache
def _names() -> tuple[str, ...]:
    data = load("states")
    return tuple(sorted((*data["members"], *data["others"], *data["earlier"]), key=len, reverse=True))


@cache
def _folded_names() -> frozenset[str]:
    return frozenset(squeezed(name).casefold().removeprefix("the ") for name in _names())


@cache
def _alternatives() -> str:
    return "|".join(re.escape(name).replace("\u2019", "['\u2019]") for name in _names())


@cache
def _one_of_them() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives()})(?=\s|$)")


@cache
def _side_by_side() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives()})(?:\s+(?:{_alternatives()}))+")
