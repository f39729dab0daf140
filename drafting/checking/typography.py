# SPDX-License-Identifier: GPL-3.0-or-later
"""Glyphs by house style: quotation marks, apostrophes, dashes, spaces that hold together, double spaces.

Conversions lose these signs, and a text that was adopted is not to be blamed for them: what concerns them is
told of texts that are being written, once for each kind of sign, with a fix for all its places.
Sources: rules 5.2, 6.8 and 6.11.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from drafting.checking.places import texts_of, within
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Subject
from drafting.checking.rules import finding
from drafting.citing import MONTH
from drafting.resolution import Paragraph
from drafting.translation import marked_plural, tr, trn

Change = tuple[int, int, str]
"""What stands from here to there becomes this."""

_QUOTE = re.compile('"')
_APOSTROPHE = re.compile("'")
_HYPHEN = re.compile(r"--|-(?:(?=\s)|(?=\d{4}\b))")
_BOUND = re.compile(
    rf"\b(?:[Rr]esolutions?|[Pp]aragraphs?|[Dd]ecisions?|[Aa]rticles?)(?P<after_word> )(?=\d)"
    rf"|\d(?P<before_month> )(?=(?:{MONTH})\b)"
)
_DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


def _quotes(text: str) -> tuple[Change, ...]:
    if '"' not in text:
        return ()
    return tuple(
        (match.start(), match.end(), "“" if _begins(text, match.start()) else "”")
        for match in _QUOTE.finditer(text)
    )


def _apostrophes(text: str) -> tuple[Change, ...]:
    if "'" not in text:
        return ()
    return tuple(
        (match.start(), match.end(), "‘" if _begins(text, match.start()) else "’")
        for match in _APOSTROPHE.finditer(text)
    )


def _begins(text: str, at: int) -> bool:
    """Whether a quotation begins here: a blank or an opening sign stands before."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([“‘–—"


def _dashes(text: str) -> tuple[Change, ...]:
    if "-" not in text:
        return ()
    return tuple((match.start(), match.end(), "–") for match in _HYPHEN.finditer(text) if _is_dash(match))


def _is_dash(match: re.Match[str]) -> bool:
    """Alone between blanks, or in a range of years that is no part of a document's symbol."""
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    if match[0] == "--" or before[-1:].isspace():
        return match[0] == "--" or match.string[match.end()].isspace()
    word = before.split()[-1:] or [""]
    return before[-1:].isdigit() and match.string[match.end()].isdigit() and "/" not in word[0]


_REACH = 40  # code points: no symbol is longer


@lru_cache(maxsize=8192)
def _bound(text: str) -> tuple[Change, ...]:
    return tuple((*match.span(match.lastgroup or 0), "\u00a0") for match in _BOUND.finditer(text))


_KINDS: Mapping[str, Callable[[str], tuple[Change, ...]]] = {
    "straight-quotes": _quotes,
    "straight-apostrophes": _apostrophes,
    "dashes": _dashes,
}


def _of_kind(rule_id: str, says: tuple[str, str]) -> Check:
    """A rule that tells one kind of sign once for the whole text, at its first place, and mends them all."""

    def look(subject: Subject) -> Iterator[Finding]:
        yield from _told(rule_id, says, subject.once(_mends).get(rule_id, []))

    return look


def _told(rule_id: str, says: tuple[str, str], mends: Sequence[Mend]) -> Iterator[Finding]:
    if mends:
        first = mends[0]
        yield finding(rule_id, first.spot, first.old, trn(*says, len(mends)), fix=mends)


def no_break_spaces(subject: Subject) -> Iterator[Finding]:
    """Plain spaces between a number and its word."""
    mends = [
        Mend(within(place, start, end), text[start:end], new)
        for paragraph in subject.text.paragraphs
        for place, text in texts_of(paragraph)
        for start, end, new in _bound(text)
    ]
    says = marked_plural(
        "A no-break space keeps a number beside its word ({n} place in this text).",
        "A no-break space keeps a number beside its word ({n} places in this text).",
    )
    yield from _told("no-break-spaces", says, mends)


def _mends(subject: Subject) -> dict[str, list[Mend]]:
    """The mends of all kinds, in the order of the text."""
    found: dict[str, list[Mend]] = {}
    for paragraph in subject.text.paragraphs:
        for rule_id, mend in _of_paragraph(paragraph):
            found.setdefault(rule_id, []).append(mend)
    return found


@lru_cache(maxsize=8192)
def _of_paragraph(paragraph: Paragraph) -> tuple[tuple[str, Mend], ...]:
    return tuple(
        (rule_id, Mend(within(place, start, end), text[start:end], new))
        for place, text in texts_of(paragraph)
        for rule_id, changes in _KINDS.items()
        for start, end, new in changes(text)
    )


def double_spaces(paragraph: Paragraph) -> Iterator[Finding]:
    """Two blanks where one is meant."""
    for place, text in texts_of(paragraph):
        for match in _DOUBLE.finditer(text) if "  " in text or "\u00a0" in text else ():
            spot = within(place, *match.span())
            message = tr("There is more than one space here.")
            yield finding("double-space", spot, match[0], message, fix=[Mend(spot, match[0], " ")])


def words_twice(paragraph: Paragraph) -> Iterator[Finding]:
    """The same word twice in a row; "that that" and "had had" may be meant."""
    for place, text in texts_of(paragraph):
        for match in _TWICE.finditer(text) if _may_stand_twice(text) else ():
            if match["word"].casefold() not in _MEANT:
                spot = within(place, match.start(), match.end())
                message = tr("“{word}” stands twice in a row.").format(word=match["word"])
                fix = [Mend(spot, match[0], match["word"])]
                yield finding("word-twice", spot, match[0], message, fix=fix)


def _may_stand_twice(text: str) -> bool:
    """Whether a word begins like the one before it; much quicker than to look for whole words."""
    words = text.split()
    return any(map(str.startswith, words[1:], words))


_TWICE = re.compile(r"\b(?P<word>[^\W\d_]+)(?:\s(?P=word)\b)+")
_MEANT = frozenset({"that", "had"})


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "double-space": double_spaces,
    "word-twice": words_twice,
}
TEXT_CHECKS: Mapping[str, Check] = {
    "straight-quotes": _of_kind(
        "straight-quotes",
        marked_plural(
            "Quotation marks are curly (“ ”) in United Nations documents ({n} place in this text).",
            "Quotation marks are curly (“ ”) in United Nations documents ({n} places in this text).",
        ),
    ),
    "straight-apostrophes": _of_kind(
        "straight-apostrophes",
        marked_plural(
            "Apostrophes are curly (’) in United Nations documents ({n} place in this text).",
            "Apostrophes are curly (’) in United Nations documents ({n} places in this text).",
        ),
    ),
    "dashes": _of_kind(
        "dashes",
        marked_plural(
            "A dash, not a hyphen, stands between years and parts of a sentence ({n} place in this text).",
            "A dash, not a hyphen, stands between years and parts of a sentence ({n} places in this text).",
        ),
    ),
    "no-break-spaces": no_break_spaces,
}
