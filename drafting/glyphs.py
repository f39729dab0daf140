# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as the same glyph.

Sources differ in their quotation marks, apostrophes, no-break spaces and hyphens from year to year, and
extractions differ in white space; none of that is drafting. Whatever compares texts compares `folded` or
`squeezed` ones.
"""

from __future__ import annotations

import re

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


def folded(text: str) -> str:
    """The text with every glyph replaced by its plain equal; the length never changes."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    for glyph, plain in _SAME_GLYPH:
        text = text.replace(glyph, plain)
    return text


def squeezed(text: str) -> str:
    """The folded text with one space for every run of white space: equal means no change."""
    return " ".join(folded(text).split())


# Controls that are no white space, the sign for an object, halves of characters, and what Unicode keeps for
# programs: text windows and files take them for signs of their own, or break on them.
NO_LETTERS = (
    *range(0x09), *range(0x0E, 0x1C), 0x7F, *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0),
    0xFFFC, 0xFFFE, 0xFFFF,
)  # fmt: skip
"""Code points that are no letters of any text and of which nothing is printed."""
_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))  # of the direction of writing
_TAKEN_OUT = dict.fromkeys((*NO_LETTERS, *range(0x1C, 0x20), *_TURNS))
_NO_WORDS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ufffc\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")


def on_one_line(text: str) -> str:
    """The text as it can stand in a paragraph, which has no line ends and no objects from elsewhere."""
    return _NO_WORDS.sub(" ", text)


def without_signs(text: str) -> str:
    """The text without what is no letter, and without turns of the direction of writing; line ends stay."""
    return text.translate(_TAKEN_OUT)
