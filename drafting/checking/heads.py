# SPDX-License-Identifier: GPL-3.0-or-later
"""An opening taken apart: its phrase, its adverb of sequence, and whom it addresses.

Sources: Editorial Manual on resolutions; rules 2.1 to 2.5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafting.data import load
from drafting.glyphs import folded
from drafting.reading.openings import is_incomplete, opening_of
from drafting.resolution import Kind, Paragraph, Part

ADVERBS = ("", "also", "further")
"""What the first, second and third paragraph of a run take; the fourth begins anew."""


@dataclass(frozen=True, slots=True)
class Head:
    """An opening taken apart: its adverb of sequence and the phrase without it; `verb` is its first verb.

    `opening` are its words, with an adverb behind them that the source does not print in italics.
    """

    opening: str
    adverb: str
    phrase: str
    verb: str

    @property
    def is_addressed(self) -> bool:
        """Whether the verb asks somebody to do something (rule 2.5)."""
        return self.verb in load("house_style")["addressed"]["verbs"]

    @property
    def has_aside(self) -> bool:
        """Whether "in this regard" or the like refers back: it holds paragraphs together as "also" does."""
        return _REFERS_BACK.search(self.phrase) is not None


def head_of(paragraph: Paragraph) -> Head:
    """The opening of a paragraph taken apart.

    An aside right behind it is part of its phrase: "Calls upon, in this regard," is not what "Calls upon" is.
    """
    return _head(paragraph.text, len(paragraph.opening), paragraph.kind)


_REACH = 400  # code points in which an addressee ends
_LONGEST_ASIDE = 30  # code points; "in this connection" with its commas


@lru_cache(maxsize=8192)
def _head(text: str, length: int, kind: Kind) -> Head:
    """Asked for by the whole text, whose hash is kept, and not by slices of it."""
    if is_incomplete(text[:length]):  # italics that were read as one word
        length = len(opening_of(text, Part.OPERATIVE if kind is Kind.OPERATIVE else Part.PREAMBLE))
    behind = _ADVERB_BEHIND.match(text, length)
    if behind and kind is Kind.PREAMBULAR:  # "Encourages further work" is no sequence
        length = behind.end()
    opening, aside = text[:length], _ASIDE.match(text[length : length + _LONGEST_ASIDE])
    words = re.findall(r"[^\s,]+", (opening + (aside[0] if aside else "")).casefold().replace("\u2011", "-"))
    alone = words[: words.index("and")] if "and" in words else words  # "Welcoming and further encouraging"
    sequence_of = " ".join(word for word in alone if word in ADVERBS)
    rest = [word for word in words if word not in ADVERBS]
    verb = next((word for word in rest if not word.endswith("ly")), "")
    return Head(opening, sequence_of, " ".join(rest), verb)


_ADVERB_BEHIND = re.compile(r"\s(?:also|further)(?=\s)")
_ASIDE = re.compile(r",?\s(?:in\s(?:this|that)\s(?:regard|respect|context|connection))\b,?")
_REFERS_BACK = re.compile(r"\bin (?:this|that) (?:regard|respect|context|connection)\b")


def same_addressee(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs ask something of the same."""
    return addressee(one) == addressee(other)


def addressee(paragraph: Paragraph) -> str:
    """Whom an operative paragraph addresses, in small letters and by the short title."""
    return _addressee(paragraph.text, len(paragraph.opening))


@lru_cache(maxsize=8192)
def _addressee(text: str, start: int) -> str:
    rest = _ASIDE.sub(" ", folded(text[start : start + _REACH]).casefold()).strip(" ,")
    asked = re.match(r"([^;:]+?),?\s(?:to|that)\s", rest) or re.match(r"([^;:]*)", rest)
    named = re.split(r"\sfor\s", asked[1] if asked else rest)[0]
    return re.sub(r"\bunited nations\s|\bthe\s|\ball\s|\bagain\s", "", f"{named} ").strip()


def with_adverb(opening: str, adverb: str, kind: Kind) -> str:
    """The opening with this adverb of sequence in its place; "" where that is unsure.

    In the preamble it follows the verb ("Recalling also", "Noting also with concern"), in the operative part
    it precedes it ("Also emphasizes"). Unsure are asides in commas, and two participles in the preamble.
    """
    if "," in opening:
        return ""
    bare = re.sub(r"^(?:also|further)\s+(\w)", lambda match: match[1].upper(), opening, flags=re.IGNORECASE)
    bare = re.sub(r"\s(?:also|further)\b", "", bare)
    if not adverb:
        return bare
    if kind is Kind.OPERATIVE:
        return f"{adverb.capitalize()} {bare[:1].lower()}{bare[1:]}"
    if re.match(r"[^\s]+(?:\s(?!with|its)[^\s]+)*?\sand\s", bare):
        return ""
    return re.sub(r"(?=\s(?:with|its)\b)|$", f" {adverb}", bare, count=1)
