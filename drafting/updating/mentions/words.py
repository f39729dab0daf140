# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of `resources/mentions.json` as regular expressions, for the finders of mentions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from drafting.data import load


def data(name: str) -> Any:
    """One entry of `resources/mentions.json`."""
    return load("mentions")[name]


@cache
def one_of(name: str) -> str:
    """A regular expression for any of the words of an entry (of their names, where it is a table)."""
    return either(data(name))


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; any blanks may stand between them.

    Those with the same first letter stand together: at most places of a text one look at a letter is enough.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(_escaped(word[1:]))
    return "|".join(f"{_escaped(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


@cache
def _hints(name: str) -> tuple[str, ...]:
    return tuple({word.casefold().split()[0].replace("-", "")[:6] for word in data(name)})


def may_hold(text: str, name: str) -> bool:
    """A quick look whether any of the words of an entry may stand in the text."""
    plain = text.casefold().replace("-", "").replace("\u2011", "").replace("\u2010", "")
    return any(hint in plain for hint in _hints(name))


def _escaped(word: str) -> str:
    return word.replace(".", r"\.").replace("-", r"[-\u2010\u2011]").replace(" ", r"\s")
