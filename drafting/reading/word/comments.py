# SPDX-License-Identifier: GPL-3.0-or-later
"""The comments of a Word file, in the order in which they stand in its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from drafting.reading.word.names import Element, W, local, value
from drafting.resolution import Comment

# The document system of the United Nations stores a job number and symbols in a comment of each file.
_STAMP = re.compile(r"(?:<<([^<>]+)>>[^<>]*<<\1>>\s*)+")


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments in order, the place of each by its id, and those that only machines read."""

    comments: tuple[Comment, ...] = ()
    places: dict[str, int] = field(default_factory=dict)
    stamps: tuple[str, ...] = ()

    @classmethod
    def of_part(cls, part: Element | None, text: Element, words: Callable[[Element], str]) -> Comments:
        """The comments of their part; `words` reads the text of one."""
        if part is None:
            return cls()
        elements = {value(one, "id"): one for one in part.iterchildren() if local(one) == "comment"}
        marks = text.iter(f"{W}commentRangeStart", f"{W}commentReference")
        order = dict.fromkeys([*(value(mark, "id") for mark in marks), *elements])
        found: list[Comment] = []
        stamps: list[str] = []
        places: dict[str, int] = {}
        for key in order:
            if key not in elements:
                continue
            said = words(elements[key])
            if _STAMP.fullmatch(said):
                stamps.append(said)
                continue
            places[key] = len(found)
            found.append(Comment(said, value(elements[key], "author"), value(elements[key], "date")))
        return cls(tuple(found), places, tuple(stamps))
