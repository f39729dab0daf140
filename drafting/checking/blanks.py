# SPDX-License-Identifier: GPL-3.0-or-later
"""What a draft still leaves open: blanks, disputed text in square brackets, inserted numbers.

Source: Editorial Manual on paragraphs; rule 1.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafting.checking.brackets import BLANK, brackets_in
from drafting.checking.places import texts_of, within
from drafting.checking.records import Check, Finding, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.reading.structure.letters import again_pattern
from drafting.resolution import Kind, Paragraph
from drafting.translation import tr

_BLANK = re.compile(  # each form begins with a sign of its own: so it is looked for where one stands
    rf"{BLANK}|___+|/(?:\u2026|\.{3}|XX+)(?!\w)|xx+\b|XXXX+\b|TB[CD]\b"
)


def blanks(paragraph: Paragraph) -> Iterator[Finding]:
    """Blanks still to be filled in."""
    for place, text in texts_of(paragraph):
        for match in _BLANK.finditer(text):
            start = match.start() + (match[0][0] == "/")
            if match[0][0].isalpha() and text[start - 1 : start].isalnum():
                continue  # the end of a word
            spot = within(place, start, match.end())
            words = text[start : match.end()]
            yield finding("blank-left", spot, words, tr("A blank is still to be filled in here."))


def brackets(paragraph: Paragraph) -> Iterator[Finding]:
    """Square brackets around text that is not agreed."""
    for place, text in texts_of(paragraph):
        found = brackets_in(text)
        for pair in found.pairs:
            spot = within(place, pair.start, pair.end)
            message = tr("Text in square brackets is not agreed yet.")
            yield finding("brackets-left", spot, pair.of(text), message)
        for at in found.alone:
            spot = within(place, at, at + 1)
            yield finding("brackets-left", spot, text[at], tr("This bracket has no counterpart."))


def inserted(subject: Subject) -> Iterator[Finding]:
    """Numbers with "bis" or "alt", which disappear when a text is agreed.

    Preambular paragraphs print none; theirs is the one by which delegations call them.
    """
    for paragraph in subject.text.paragraphs:
        number = paragraph.id if paragraph.kind is Kind.PREAMBULAR else paragraph.label
        if _inserted().search(number):
            word = re.match(r"\S*", paragraph.text)
            words = word[0] if word else ""
            message = tr(
                "The number {number} is one of negotiation: numbers run on when the text is agreed."
            ).format(number=number)
            yield finding("number-inserted", Spot(paragraph.id, 0, len(words)), words, message)


@cache
def _inserted() -> re.Pattern[str]:
    return re.compile(rf"\d\s?(?:{again_pattern()})\b|\(?\w+\s(?:{again_pattern()})\)")


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
    message = tr("The sign “{sign}” has no counterpart in this paragraph.").format(sign=sign)
    return finding("sign-unpaired", spot, sign, message)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "blank-left": blanks,
    "brackets-left": brackets,
    "sign-unpaired": unpaired,
}
TEXT_CHECKS: Mapping[str, Check] = {"number-inserted": inserted}
