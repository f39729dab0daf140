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


def on_one_line(text: str) -> str:
    """The text as it can stand in a paragraph, which has no line ends and no objects from elsewhere."""
    return _NO_WORDS.sub(" ", text)


_NO_WORDS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ufffc]+")
