# SPDX-License-Identifier: GPL-3.0-or-later
"""Words with their places in a text, glyphs aside: everything in this room compares `Token` keys."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafting.glyphs import folded

# A unit is a run of letters and digits or a placeholder. Units hang together over "-", "'", "/", "." and "&",
# and over a comma between digits: "A/HRC/55/78", "E/CN.4/Sub.2", "A/HRC/59/[…]", "COVID-19", "1,000". A word
# keeps a hyphen that waits for its second half ("pre- and post-conflict") and the apostrophe of a plural
# ("States'").
_UNIT = r"(?:[^\W_]+|\[(?:…|\.\.\.)\])"
_WORD = rf"{_UNIT}(?:(?:[-'/.&_]|(?<=\d),(?=\d)){_UNIT})*(?:(?<=[sS])'(?![^\W_])|-(?!\S))?"
WORDS = re.compile(rf"{_WORD}|\S")
# The same with the white space behind each; most words end at a space or a comma, which is seen at once.
SPACED = re.compile(rf"(?:[A-Za-z0-9]++(?: |(?=,\s))|{_WORD}|\S)\s*")
BLANK = re.compile(r"\s*")


class Token(NamedTuple):
    """One word or one mark of punctuation: `[start, end)` in code points, and its folded form as `key`."""

    start: int
    end: int
    key: str


def tokens(text: str) -> tuple[Token, ...]:
    """The words and punctuation marks of a text in order; white space belongs to none of them.

    No word is ever split: hyphenated words, possessives, document symbols, figures and the placeholder "[…]",
    alone or inside a symbol, are one token each.
    """
    return tuple(Token(*match.span(), match[0]) for match in WORDS.finditer(folded(text)))
