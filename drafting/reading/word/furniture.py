# SPDX-License-Identifier: GPL-3.0-or-later
"""Headers and footers: the masthead of a first page, page furniture, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafting.reading.text.pages import is_page_line
from drafting.reading.word.names import Element, R, W, child, switched, value
from drafting.reading.word.package import Package

_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The header of a first page that differs (the masthead in the New York template), and the others."""

    first: tuple[Element, ...]
    others: tuple[Element, ...]


def furniture_of(package: Package, text: Element) -> Furniture:
    """The headers and footers that the sections of the text refer to, each once."""
    first: dict[str, None] = {}
    others: dict[str, None] = {}
    for at, section in enumerate(text.iter(f"{W}sectPr")):
        title_page = child(section, "titlePg")
        differs = title_page is not None and switched(title_page)
        for name, side in _references(section):
            relation = package.relations.get(side.get(f"{R}id") or "")
            if relation is None:
                continue
            masthead = name == "headerReference" and value(side, "type") == "first" and differs and not at
            (first if masthead else others)[relation.target] = None
    both = [
        [package.part(name) for name in names] for names in (first, [n for n in others if n not in first])
    ]
    return Furniture(*(tuple(part for part in parts if part is not None) for parts in both))


def _references(section: Element) -> Iterator[tuple[str, Element]]:
    for name in ("headerReference", "footerReference"):
        for element in section.iterchildren(f"{W}{name}"):
            yield name, element


def is_furniture(line: str, known: Iterable[str]) -> bool:
    """Whether a line of a header says nothing new: page and job numbers, words that stand in the masthead."""
    if is_page_line(line):
        return True
    words = {word.lower() for text in known for word in _WORD.findall(text)}
    return all(word.lower() in words for word in _WORD.findall(line))
