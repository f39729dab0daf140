# SPDX-License-Identifier: GPL-3.0-or-later
"""The signs that end paragraphs: comma, semicolon, colon before points, and one full stop at the end.

Source: adopted resolutions; rules 1.3, 1.5 and 1.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.resolution import Kind, Paragraph, Part
from drafting.translation import marked, tr

_NAMES = {
    ",": marked("a comma"),
    ";": marked("a semicolon"),
    ".": marked("a full stop"),
    ":": marked("a colon"),
}
_WRONG = {
    ":": marked("{paragraph} ends with {sign}; before points it ends with a colon."),
    ".": marked("{paragraph} ends with {sign}; the last paragraph ends with a full stop."),
    ",": marked("{paragraph} ends with {sign}; preambular paragraphs end with a comma."),
    ";": marked("{paragraph} ends with {sign}; it ends with a semicolon: only the last one has a full stop."),
}
"""What is said where another sign stands, by the sign that is asked for."""
_BARE = {
    ":": marked("{paragraph} ends without a sign; before points it ends with a colon."),
    ".": marked("{paragraph} ends without a sign; the last paragraph ends with a full stop."),
    ",": marked("{paragraph} ends without a sign; preambular paragraphs end with a comma."),
    ";": marked(
        "{paragraph} ends without a sign; it ends with a semicolon: only the last one has a full stop."
    ),
}
"""The same where none stands."""
_SIGN = re.compile(r"(?P<sign>[,;.:]*)(?P<link>\s(?:and|or))?[\]”\"’'\s]*\Z")


def endings(subject: Subject) -> Iterator[Finding]:
    """Paragraphs that end with another sign than their place asks for."""
    paragraphs = [one for one in subject.text.paragraphs if one.part is not Part.ANNEX]
    signs = [_sign(one.text) for one in paragraphs]
    if not _one_sentence(paragraphs, signs):
        return
    last = {one.unit: one.id for one in paragraphs if one.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH)}
    for paragraph, following, sign in zip(paragraphs, [*paragraphs[1:], None], signs, strict=False):
        kind = following.kind if following else None
        points = following is not None and kind is Kind.SUBPARAGRAPH and following.level > paragraph.level
        end = paragraph.id == last.get(paragraph.unit)
        if kind is Kind.TEXT or (sign == _USUAL.get(paragraph.kind) and not points and not end):
            continue
        allowed = ":" if points else _allowed(paragraph, last=end)
        if allowed and sign not in tuple(allowed):
            yield _wrong(paragraph, allowed)


_USUAL = {Kind.PREAMBULAR: ",", Kind.OPERATIVE: ";", Kind.SUBPARAGRAPH: ";"}


def _one_sentence(paragraphs: Sequence[Paragraph], signs: Sequence[str]) -> bool:
    """Whether the text is one sentence, as resolutions are: most of its paragraphs end with a semicolon.

    Decisions, and resolutions written in sentences, end each paragraph with a full stop.
    """
    kinds = (Kind.OPERATIVE, Kind.SUBPARAGRAPH)
    operative = [sign for one, sign in zip(paragraphs, signs, strict=True) if one.kind in kinds]
    return operative.count(".") <= max(1, operative.count(";"))


def _allowed(paragraph: Paragraph, *, last: bool) -> str:
    """The signs a paragraph without points may end with, the usual one first; "" where no rule tells."""
    if paragraph.kind in (Kind.HEADING, Kind.TEXT):
        return ""
    if last:
        return "."
    if paragraph.part is Part.PREAMBLE:
        return "," if paragraph.kind is Kind.PREAMBULAR else ",;"
    return ";" if paragraph.kind is Kind.OPERATIVE else ";,"


@lru_cache(maxsize=8192)
def _sign(text: str) -> str:
    match = _SIGN.search(text[-12:])
    return match["sign"] if match else ""


def _wrong(paragraph: Paragraph, allowed: str) -> Finding:
    text, usual = paragraph.text, allowed[0]
    end = len(text.rstrip())
    start = text.rfind(" ", 0, end) + 1
    spot = Spot(paragraph.id, start, end)
    sign = _sign(text)
    name = tr(_NAMES[sign]) if sign in _NAMES else tr("“{sign}”").format(sign=sign)
    message = tr(_WRONG[usual] if sign else _BARE[usual]).format(paragraph=paragraph.id, sign=name)
    return finding("final-sign", spot, text[start:end], message, fix=_fix(paragraph, usual))


def _fix(paragraph: Paragraph, usual: str) -> tuple[Mend, ...]:
    """The other sign in its place; nothing where "and" or a closing bracket stands behind it."""
    text = paragraph.text.rstrip()
    match = _SIGN.search(text)
    assert match
    if match["link"] or text.endswith("]"):
        return ()
    if not match["sign"]:
        return (Mend(Spot(paragraph.id, len(text), len(text)), "", usual),)
    start = match.start("sign")
    return (Mend(Spot(paragraph.id, start, start + len(match["sign"])), match["sign"], usual),)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"final-sign": endings}
