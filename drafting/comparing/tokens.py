# SPDX-License-Identifier: GPL-3.0-or-later
"""Words with their places in a text, and what counts as the same glyph.

Sources differ in their quotation marks, apostrophes, no-break spaces and hyphens from year to year, and
extractions differ in white space; none of that is drafting. Everything in this room compares `folded` texts
and `Token` keys.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# One code point for one code point, so that offsets in a folded text are offsets in the text itself. Dashes
# are not folded into hyphens: a dash has another meaning, and its change is a change of style that a drafter
# may want to see.
_SAME_GLYPH = tuple(
    (glyph, plain)
    for plain, glyphs in {
        "'": "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060",
        '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
        " ": "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\t\n\r\u2028",
        "-": "\u2010\u2011",
    }.items()
    for glyph in glyphs
)
_SPECIAL = re.compile("[" + "".join(glyph for glyph, _ in _SAME_GLYPH) + "]")

# A unit is a run of letters and digits or a placeholder. Units hang together over "-", "'", "/", "." and "&",
# and over a comma between digits: "A/HRC/55/78", "E/CN.4/Sub.2", "A/HRC/59/[…]", "COVID-19", "1,000". A word
# keeps a hyphen that waits for its second half ("pre- and post-conflict") and the apostrophe of a plural
# ("States'").
_UNIT = r"(?:[^\W_]+|\[(?:…|\.\.\.)\])"
_WORD = rf"{_UNIT}(?:(?:[-'/.&_]|(?<=\d),(?=\d)){_UNIT})*(?:(?<=[sS])'(?![^\W_])|-(?!\S))?"
WORDS = re.compile(rf"{_WORD}|\S")


class Token(NamedTuple):
    """One word or one mark of punctuation: `[start, end)` in code points, and its folded form as `key`."""

    start: int
    end: int
    key: str


def folded(text: str) -> str:
    """The text with every glyph replaced by its plain equal; the length never changes."""
    if text.isascii() and not _SPECIAL.search(text):
        return text
    for glyph, plain in _SAME_GLYPH:
        text = text.replace(glyph, plain)
    return text


def squeezed(text: str) -> str:
    """The folded text with one space for every run of white space: equal means no change."""
    return " ".join(folded(text).split())


def tokens(text: str) -> tuple[Token, ...]:
    """The words and punctuation marks of a text in order; white space belongs to none of them.

    No word is ever split: hyphenated words, possessives, document symbols, figures and the placeholder "[…]",
    alone or inside a symbol, are one token each.
    """
    return tuple(Token(*match.span(), match[0]) for match in WORDS.finditer(folded(text)))
