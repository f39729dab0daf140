# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two texts are versions of one resolution: of one organ, with title or text in common."""

from __future__ import annotations

import re
from collections.abc import Iterable

import Levenshtein

from drafting.glyphs import squeezed
from drafting.resolution import Paragraph, Resolution

_TITLES_ALIKE = 0.75  # Levenshtein ratio; a title reworded a little is the same title
_TEXTS_ALIKE = 0.2  # share of four-word runs in common; other resolutions share a few formulas only

Runs = frozenset[tuple[str, ...]]


def same_series(one: Resolution, two: Resolution) -> bool:
    """Whether two texts can be versions of one resolution.

    They are of one organ and have the title or a good part of the text in common; texts without a title and
    with too few words to tell may be.
    """
    if not one_organ(one, two):
        return False
    if _titles_alike(one, two):
        return True
    runs = runs_of(one.paragraphs), runs_of(two.paragraphs)
    titled = bool(one.masthead.title and two.masthead.title)
    return _texts_alike(*runs) if all(runs) else not titled


def alike(one: Resolution, two: Resolution, runs: tuple[Runs, Runs]) -> bool:
    """Whether two texts in one language are surely versions of one resolution; `runs` are theirs."""
    if one.masthead.language != two.masthead.language:
        return False
    return one_organ(one, two) and (_titles_alike(one, two) or _texts_alike(*runs))


def one_organ(one: Resolution, two: Resolution) -> bool:
    """Whether both are of one organ, as far as they name theirs."""
    bodies = {one.masthead.body, two.masthead.body} - {""}
    return len(bodies) < 2


def runs_of(paragraphs: Iterable[Paragraph]) -> Runs:
    """All runs of four words of the text."""
    found: set[tuple[str, ...]] = set()
    for paragraph in paragraphs:
        words = re.findall(r"\w+", paragraph.text.lower())
        found.update(zip(words, words[1:], words[2:], words[3:], strict=False))
    return frozenset(found)


def plain(text: str) -> str:
    """The text without what differs from copy to copy: capitals, glyphs, white space."""
    return squeezed(text).casefold()


def _titles_alike(one: Resolution, two: Resolution) -> bool:
    titles = (plain(one.masthead.title), plain(two.masthead.title))
    return all(titles) and Levenshtein.ratio(*titles) >= _TITLES_ALIKE


def _texts_alike(one: Runs, two: Runs) -> bool:
    smaller = min(len(one), len(two))
    return bool(smaller) and len(one & two) >= smaller * _TEXTS_ALIKE
