# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tool says of two versions: stretches of text with their marks, in the order of the new version."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.resolution import Resolution

KEPT, GONE, COME = " ", "-", "+"
Marks = list[tuple[str, str]]


class NotInstalled(Exception):
    """The tool is not on this machine; says what is missing."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool found: stretches of text with their marks; how many moves it names; who rebuilds what.

    `exact`: whether both versions can be had back from it letter by letter, where that is not to be read off
    the marks (a move leaves its words only once). `ms` and `mib` are told by tools that do more around their
    work than is to be counted.
    """

    marks: Marks
    moves: int = 0
    exact: bool | None = None
    ms: float | None = None
    mib: float | None = None


def rebuilt(marks: Marks, old: Resolution, new: Resolution) -> bool:
    """Whether kept and deleted words are the old version, kept and inserted ones the new."""
    for sign, version in ((GONE, old), (COME, new)):
        made = "".join("".join(text.split()) for one, text in marks if one in (KEPT, sign))
        if made != "".join("".join(paragraph.text.split()) for paragraph in version.paragraphs):
            return False
    return True
