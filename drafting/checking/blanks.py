# SPDX-License-Identifier: GPL-3.0-or-later
"""What a draft still leaves open: blanks, disputed text in square brackets, inserted numbers.

Told only of texts that are being written. Source: Editorial Manual on paragraphs; rule 1.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafting.checking.records import Check, Finding, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.reading.structure.letters import again_pattern
from drafting.resolution import Paragraph

_BLANK = re.compile(
    r"\[\s*(?:\u2026|\.{2,4}|_+)?\s*\]|_{3,}|(?<=/)(?:\u2026|\.{3}|XX+)(?!\w)|\b(?:xx+|X{4,}|TBC|TBD)\b"
)
_BRACKET = re.compile(r"\[[^\[\]]*\]|[\[\]]")


def blanks(subject: Subject) -> Iterator[Finding]:
    """Blanks and brackets of a text that is being written."""
    if not subject.drafting:
        return
    for place, text in _texts(subject):
        for match in _BLANK.finditer(text):
            spot = Spot(place.paragraph, *match.span(), place.footnote)
            yield finding("blank-left", spot, match[0], "A blank is still to be filled in here.")


def brackets(subject: Subject) -> Iterator[Finding]:
    """Square brackets around text that is not agreed."""
    if not subject.drafting:
        return
    for place, text in _texts(subject):
        for match in _BRACKET.finditer(text):
            if not _BLANK.fullmatch(match[0]):
                spot = Spot(place.paragraph, *match.span(), place.footnote)
                whole = len(match[0]) > 1
                message = (
                    "Text in square brackets is not agreed yet."
                    if whole
                    else "This bracket has no counterpart."
                )
                yield finding("brackets-left", spot, match[0], message)


def _texts(subject: Subject) -> Iterator[tuple[Spot, str]]:
    for paragraph in subject.text.paragraphs:
        if "[" in paragraph.text or "]" in paragraph.text or _rare(paragraph.text):
            yield Spot(paragraph.id, 0, 0), paragraph.text
        for note in paragraph.footnotes:
            yield Spot(paragraph.id, 0, 0, note.number), note.text


def _rare(text: str) -> bool:
    return _BLANK.search(text) is not None


def inserted(subject: Subject) -> Iterator[Finding]:
    """Numbers with "bis", which disappear when a text is agreed."""
    if not subject.drafting:
        return
    for paragraph in subject.text.paragraphs:
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


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {"sign-unpaired": unpaired}
TEXT_CHECKS: Mapping[str, Check] = {
    "blank-left": blanks,
    "brackets-left": brackets,
    "number-inserted": inserted,
}
