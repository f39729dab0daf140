# SPDX-License-Identifier: GPL-3.0-or-later
"""How a resolution is named in running text: "General Assembly resolution 70/1".

Source: Editorial Manual, system of identification; rules 3.1 and 3.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot
from drafting.checking.rules import finding
from drafting.citing import NUMBER
from drafting.data import load
from drafting.resolution import Paragraph
from drafting.translation import tr

_REACH = 20  # code points in which the word before a symbol is looked for
_SWAPPED = re.compile(rf"(?<![\w/])(?P<number>{NUMBER})(?P<blank>\s)(?P<noun>resolution|decision)\b")


def symbols(paragraph: Paragraph) -> Iterator[Finding]:
    """The symbol of a resolution in running text, where its organ and number are written."""
    for match in _symbol().finditer(paragraph.text) if "/" in paragraph.text else ():
        organ, noun = _organ(match["begins"])
        number = match["number"]
        spot = Spot(paragraph.id, *match.span())
        right = f"{organ} {noun} {number}"
        named = re.search(rf"\b{noun}s?\s\Z", paragraph.text[max(0, match.start() - _REACH) : match.start()])
        new = number if named else right
        fix = (
            []
            if paragraph.text[match.start() - 1 : match.start()] in ("(", "[")
            else [Mend(spot, match[0], new)]
        )
        message = (
            tr("In running text a decision is named by organ and number (“{name}”), not by its symbol.")
            if noun == "decision"
            else tr(
                "In running text a resolution is named by organ and number (“{name}”), not by its symbol."
            )
        ).format(name=right)
        yield finding("symbol-in-text", spot, match[0], message, fix=fix)


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    """How the symbols of resolutions and decisions begin, with organ and noun."""
    found = {}
    for organ in load("organs")["organs"]:
        for name, noun in (("adopted", "resolution"), ("decided", "decision")):
            if form := organ.get(name):
                found[form.split("{")[0]] = (organ["name"], noun)
    return found


@cache
def _symbol() -> re.Pattern[str]:
    begins = "|".join(re.escape(one) for one in _symbols())
    number = r"(?:E?S-)?\d+/\d+(?:\s[A-Z](?![\w/]))?|\d+\s\(\d{4}\)"
    return re.compile(rf"(?<![\w/])(?P<begins>{begins})(?P<number>{number})")


def _organ(begins: str) -> tuple[str, str]:
    return _symbols()[begins]


def swapped(paragraph: Paragraph) -> Iterator[Finding]:
    """A number before the word "resolution"."""
    for match in _SWAPPED.finditer(paragraph.text) if "/" in paragraph.text else ():
        spot = Spot(paragraph.id, *match.span())
        new = f"{match['noun']}{match['blank']}{match['number']}"
        message = tr("The number follows the word: “{words}”.").format(words=new)
        yield finding("number-before-noun", spot, match[0], message, fix=[Mend(spot, match[0], new)])


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {"symbol-in-text": symbols, "number-before-noun": swapped}
TEXT_CHECKS: Mapping[str, Check] = {}
