# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines that belong to the printed page and not to the text: page numbers, job numbers, running headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import takewhile

from drafting.data import load
from drafting.reading.blocks import Block
from drafting.reading.masthead.forms import formula_in
from drafting.reading.structure.labels import label_of

_SYMBOL = re.compile(r"(?:A|S|E|ST)/(?=[A-Z0-9./]*\d)[A-Z][\w.()/ \u2013-]{0,40}|A/\d\d/[\w.()/ -]{1,30}")
_BEHIND = re.compile(r"(?<=\s)[ASE]/\S*\d\S*$")  # behind other words
_MASTHEAD = 40  # lines in which the title stands at the latest
_HEAD = 6  # lines in which a document gives its symbol
_WIDEST = 300  # characters looked at in a line of the masthead
_OFTEN = 3  # times that a line beside the symbol makes a running title, where it is not the title
_REACH = 6  # lines a running title may take on one side of the symbol


def without_page_lines(lines: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The lines of the text, and the page furniture taken out of them, in the order met.

    Page and job numbers are known by their form; a running header by the document symbol that is printed
    again, with the lines beside it that repeat the title. Source: layout of United Nations documents.
    """
    drop = {at for at, line in enumerate(lines) if is_page_line(line.text)}
    symbols = [at for at, line in enumerate(lines) if _is_symbol(line.text)]
    first_page = [at for at in symbols if lines[at].page == 1 and at < _MASTHEAD][:1]
    again = [at for at in symbols if at not in first_page]
    if first_page:  # other symbols on lines of their own are references that a line end parted
        own = lines[first_page[0]].text.rstrip("*").strip()
        again = [at for at in again if lines[at].text.rstrip("*").strip() == own]
    title = _title(lines)
    home, own = (first_page[0], lines[first_page[0]].text.rstrip("*")) if first_page else _own_symbol(lines)
    others = (at for at in range(len(lines)) if at != home and at not in again)
    again += [at for at in others if _is_running(lines[at].text, own, title)]
    near = Counter(text for at in again for text in {lines[other].text for other in _near(lines, at)})
    for at in again:
        drop |= {at, *_beside(lines, at, lambda text: text in title or near[text] >= _OFTEN)}
    kept = [line for at, line in enumerate(lines) if at not in drop]
    return _gaps_kept(lines, drop, kept), [line.text for at, line in enumerate(lines) if at in drop]


def _own_symbol(lines: Sequence[Block]) -> tuple[int, str]:
    """The place and the words of the symbol behind other words at the head ("United Nations A/RES/70/1")."""
    ends = ((at, _BEHIND.search(line.text[:_WIDEST])) for at, line in enumerate(lines[:_HEAD]))
    found = ((at, end.group().rstrip("*")) for at, end in ends if end and _is_symbol(end.group()))
    return next(found, (-1, ""))


def _is_running(text: str, symbol: str, title: str) -> bool:
    """Whether a line is the running title with the symbol beside it, as columns read line by line are."""
    if not symbol or symbol not in text or len(text) > _WIDEST:
        return False
    rest = text.removeprefix(symbol) if text.startswith(symbol) else text.removesuffix(symbol)
    return len(rest) < len(text) and len(rest.strip()) > 3 and rest.strip() in title


def _title(lines: Sequence[Block]) -> str:
    """All that stands before the text on the first page; a running title is a part of it."""
    head = takewhile(lambda line: line.page == 1 and not formula_in(line.text), lines[:_MASTHEAD])
    return " ".join(line.text[:_WIDEST] for line in head)


def _near(lines: Sequence[Block], at: int) -> list[int]:
    """The places within reach of a symbol on its page."""
    around = range(max(at - _REACH, 0), min(at + _REACH + 1, len(lines)))
    return [other for other in around if other != at and lines[other].page == lines[at].page]


def _beside(lines: Sequence[Block], at: int, repeats: Callable[[str], bool]) -> set[int]:
    """The lines beside a repeated symbol that repeat the title: both ways, as far as they do so."""
    near = _near(lines, at)
    found: set[int] = set()
    for side in ([other for other in reversed(near) if other < at], [other for other in near if other > at]):
        for other in side:
            text = lines[other].text
            if len(text) < 4 or label_of(text) or not repeats(text):
                break
            found.add(other)
    return found


def _gaps_kept(lines: Sequence[Block], drop: set[int], kept: list[Block]) -> list[Block]:
    """Lines after a removed one keep the gap that the removed one had before it."""
    if not drop:
        return kept
    result: list[Block] = []
    gap = False
    for at, line in enumerate(lines):
        if at in drop:
            gap = gap or line.gap
        else:
            result.append(line.parted() if gap and not line.gap else line)
            gap = False
    return result


def _is_symbol(text: str) -> bool:
    return not text.endswith(".") and bool(_SYMBOL.fullmatch(text.rstrip("*")))


def is_page_line(text: str) -> bool:
    """Whether a line is of the form of page and job numbers."""
    match = _forms().fullmatch(text)
    if match and "/" in text:  # "2/14" is a page, "47/9" a resolution
        page, pages = (int(number) for number in text.split("/"))
        return page <= pages
    return bool(match)


@cache
def _forms() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in load("reading")["page_lines"]))
