# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed before a paragraph: its number or letter, the numeral of a section, a dash.

The forms are those of the six languages ("1.", "1-", "(a)", "a)"); the signs of other scripts are data in
`resources/labels.json`. Which level a letter has is said in `letters.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafting.data import load
from drafting.reading.structure.letters import (
    again_pattern,
    id_sign,
    plain_again,
    roman_value,
    sign_pattern,
    values_of,
)

_BEGINS = r"(?=\s|$|[^\W\d_a-z]|[\u201c\u201e\u00ab\"\[(])"  # what may stand behind a label without a space
_ROMAN = re.compile(r"([IVXL]{1,6})\.?(?=\s|$)")
_CAPITAL = re.compile(r"([A-Z])\.(?=\s|$)|([A-Z])$|([一二三四五六七八九十]{1,3})、")
_DEEP = re.compile(r"([a-z]|[ivxl]{1,6})\.(?=\s)")
_HEAD = 40  # code points in which a label has ended


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label: `text` as in the record ("5", "(a)"), `end` where the paragraph begins behind it.

    `number` is that of a numbered paragraph, 0 for a letter. `sign` is how an id says it ("5bis", "(a)bis").
    `tag` is "PP" or "OP" where a delegation tagged the paragraph so.
    """

    text: str
    end: int
    number: int = 0
    sign: str = ""
    tag: str = ""


def label_of(text: str) -> Label | None:
    """The number or letter printed before a paragraph, None when there is none."""
    head = text[:_HEAD]
    if match := _tag().match(head):
        return _number(match, tag=match["tag"])
    if match := _numbers().match(head):
        return _number(match)
    match = _letters().match(head)
    if match is None:
        return None
    printed = match["within"] or match["closed"] or match["bare"]
    if not values_of(printed):
        return None
    sign = id_sign(printed)
    sign += plain_again(match["again"] or "").replace(" ", "")
    return Label(match.group(), match.end(), 0, sign)


def deep_label_of(text: str) -> Label | None:
    """The letter of the third and fourth level ("a.", "i."), which only stands under deeper rows."""
    match = _DEEP.match(text[:_HEAD])
    if match is None or not values_of(match[1]):
        return None
    return Label(match.group(), match.end(), 0, id_sign(match[1]))


def bullet_of(text: str) -> Label | None:
    """The dash or point before an item of a list without letters."""
    bullet = text[:1]
    if bullet not in load("labels")["bullets"] or not text[1:2].isspace():
        return None
    return Label(bullet, 1, 0, bullet)


def told_label(printed: str) -> Label:
    """The label a source keeps apart from the text, `end` 0; without `sign` when its form is not known."""
    printed = " ".join(printed.split())
    if bare := re.fullmatch(rf"(?P<number>\d{{1,3}})\s?(?P<again>{again_pattern()})?", printed):
        return _number(bare, end=0)
    found = label_of(printed) or deep_label_of(f"{printed} ") or bullet_of(f"{printed} ")
    if found is None or found.end < len(printed):
        return Label(printed, 0)
    return Label(found.text, 0, found.number, found.sign, found.tag)


def roman_heading(text: str) -> Label | None:
    """The roman numeral of a section, alone or before its title; None when there is none."""
    match = _ROMAN.match(text[:_HEAD])
    if not match or not roman_value(match[1].lower()):
        return None
    return _before_title(match[1], match.end(), text)


def section_of(text: str) -> Label | None:
    """The numeral or the capital letter of a section ("II", "A."), alone or before its title."""
    if roman := roman_heading(text):
        return roman
    match = _CAPITAL.match(text[:_HEAD])
    return _before_title(match[1] or match[2] or match[3], match.end(), text) if match else None


def _before_title(label: str, end: int, text: str) -> Label | None:
    title = text[end:].lstrip()
    return Label(label, end) if not title or (title[0].isalpha() and not title[0].islower()) else None


def _number(match: re.Match[str], tag: str = "", end: int | None = None) -> Label:
    """A number as in the record: without its point, "bis" after a space."""
    number, again = int(match["number"]), plain_again(match["again"] or "")
    text = f"{match['number']} {again}".rstrip()
    sign = f"{number}{again.replace(' ', '')}"
    return Label(text, match.end() if end is None else end, number, sign, tag)


@cache
def _numbers() -> re.Pattern[str]:
    """Numbers: "1.", "1 bis.", "1.º"; "1-" and "1 –" (Arabic) only before a word that begins a sentence."""
    dotted = rf"\.[\u00ba\u00b0]?{_BEGINS}|[\uff0e\u3001]"
    dashed = r"[-\u2010-\u2015](?=\s+[^\W\d_a-z]|\s*$)"
    return re.compile(rf"(?P<number>\d{{1,3}})\s?(?P<again>{again_pattern()})?\s?(?:{dotted}|{dashed})")


@cache
def _tag() -> re.Pattern[str]:
    tags = "|".join(load("labels")["tags"])
    return re.compile(
        rf"(?P<tag>{tags})\s?(?P<number>\d{{1,3}})\s?(?P<again>{again_pattern()})?[.:)]?(?=\s|$)"
    )


def bracketed_tag_of(text: str) -> Label | None:
    """The name in square brackets before the text of a paragraph: "[PP2bis]", "[OP12(a)]"; None without one.

    Files for the negotiating room have it. Of a point it says the number of its paragraph.
    """
    match = _bracketed_tag().match(text[:_HEAD]) if text[:1] == "[" else None
    return _number(match, tag=match["tag"]) if match else None


@cache
def _bracketed_tag() -> re.Pattern[str]:
    tags = "|".join(load("labels")["tags"])
    again = f"(?:{again_pattern()})?"
    return re.compile(
        rf"\[(?:\w{{1,3}}\.)?(?P<tag>{tags})(?P<number>\d{{1,3}})\s?(?P<again>{again_pattern()})?"
        rf"(?:\([^()\s]{{1,6}}\){again})*\]\s+"
    )


@cache
def _letters() -> re.Pattern[str]:
    """Letters: "(a)" and "（a）", "a)" before a space, and signs that hold their brackets themselves."""
    bare = "|".join(sign for row in load("labels")["rows"] if row.get("bare") for sign in row["signs"])
    within = (
        rf"[(\uff08]\s?(?P<within>{sign_pattern()})(?:\s(?P<again>{again_pattern()}))?\s?[)\uff09]{_BEGINS}"
    )
    return re.compile(rf"{within}|(?P<closed>{sign_pattern()})[)\uff09](?=\s|$)|(?P<bare>{bare})")
