# SPDX-License-Identifier: GPL-3.0-or-later
"""What a draft still leaves open: blanks, disputed text in square brackets, inserted numbers.

Source: Editorial Manual on paragraphs; rule 1.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafting.checking.places import texts_of, within
from drafting.checking.records import Check, Finding, ParagraphCheck, Spot
from drafting.checking.rules import finding
from drafting.reading.structure.letters import again_pattern
from drafting.resolution import Paragraph

_BLANK = re.compile(  # each form begins with a sign of its own: so it is looked for where one stands
    r"\[\s*(?:(?:\u2026|\.{2,4}|_+)\s*)?\]|___+|/(?:\u2026|\.{3}|XX+)(?!\w)|xx+\b|XXXX+\b|TB[CD]\b"
)
_BRACKET = re.compile(r"\[[^\[\]]*\]|[\[\]]")


def blanks(paragraph: Paragraph) -> Iterator[Finding]:
    """Blanks still to be filled in."""
    for place, text in texts_of(paragraph):
        for match in _BLANK.finditer(text):
            start = match.start() + (match[0][0] == "/")
            if match[0][0].isalpha() and text[start - 1 : start].isalnum():
                continue  # the end of a word
            spot = within(place, start, match.end())
            words = text[start : match.end()]
            yield finding("blank-left", spot, words, "A blank is still to be filled in here.")


def brackets(paragraph: Paragraph) -> Iterator[Finding]:
    """Square brackets around text that is not agreed."""
    for place, text in texts_of(paragraph):
        for match in _BRACKET.finditer(text) if "[" in text or "]" in text else ():
            if not _BLANK.fullmatch(match[0]):
                spot = within(place, *match.span())
                whole = "Text in square brackets is not agreed yet."
                message = whole if len(match[0]) > 1 else "This bracket has no counterpart."
                yield finding("brackets-left", spot, match[0], message)


def inserted(paragraph: Paragraph) -> Iterator[Finding]:
    """Numbers with "bis", which disappear when a text is agreed."""
    if _inserted().search(paragraph.label):
        word = re.match(r"\S*", paragraph.text)
        words = word[0] if word else ""
        message = (
            f"The number {paragraph.label} is one of negotiation: numbers run on when the text is agreed."
        )
        yield finding("number-inserted", Spot(paragraph.id, 0, len(words)), words, message)


@cache
def _inserted() -> re.Pattern[str]:
    return re.compile(rf"\d\s?(?:{again_pattern()})\b|\(\w+\s(?:{again_pattern()})\)")


def unpaired(paragraph: Paragraph) -> Iterator[Finding]:
    """A curly quotation mark or a round bracket without its counterpart."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if opening not in paragraph.text and closing not in paragraph.text:
            continue
        open_at: list[int] = []
        for match in re.finditer(f"[{re.escape(opening + closing)}]", paragraph.text):
            if match[0] == opening:
                open_at.append(match.start())
            elif open_at:
                open_at.pop()
            else:
                yield _alone(paragraph, match.start())
        for at in open_at:
            yield _alone(paragraph, at)


def _alone(paragraph: Paragraph, at: int) -> Finding:
    sign = paragraph.text[at]
    spot = Spot(paragraph.id, at, at + 1)
    return finding("sign-unpaired", spot, sign, f"The sign “{sign}” has no counterpart in this paragraph.")


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "blank-left": blanks,
    "brackets-left": brackets,
    "number-inserted": inserted,
    "sign-unpaired": unpaired,
}
TEXT_CHECKS: Mapping[str, Check] = {}
