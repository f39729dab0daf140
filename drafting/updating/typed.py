# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed into a blank, as it is cleaned and what is said when it does not fit.

People paste from Word, mail and web pages: with no-break spaces, other dashes, wide digits and signs that
are not seen. A value that is not of the kind asked for stays out of the text, where the placeholder remains;
one that is only unexpected is used, with a warning. Both are kept as typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NOTHING = re.compile(r"[\s?_.*\u2026-]*")
_BLANK = re.compile(r"\[[\s.\u2026]*\]")
_UNSEEN = ("Cc", "Cf", "Cs")  # as Unicode classes them: control, format, surrogate
_DASHES = {ord(sign): "-" for sign in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence on what is wrong with a value and which form is wanted.

    `stays_out`: the value is not used, the placeholder stays in the text until it is put right.
    """

    sentence: str
    stays_out: bool


@dataclass(frozen=True, slots=True)
class Understood:
    """A value in print form, empty while nothing that can be used was typed, and what is wrong with it."""

    text: str = ""
    problem: Problem | None = None


def out(sentence: str) -> Understood:
    """A value that stays out of the text."""
    return Understood("", Problem(sentence, stays_out=True))


def doubted(text: str, sentence: str) -> Understood:
    """A value that is used, with a warning when there is a sentence."""
    return Understood(text, Problem(sentence, stays_out=False) if sentence else None)


def visible(typed: str) -> str:
    """What was typed without signs that are not seen, nor halves of signs, which no file can hold."""
    return "".join(sign for sign in typed if unicodedata.category(sign) not in _UNSEEN or sign.isspace())


def cleaned(typed: str) -> str:
    """What was typed in plain signs: spaces and dashes of one kind, common digits, nothing unseen.

    Empty when it is a placeholder still ("[…] December 2024", "?").
    """
    if _BLANK.search(typed):
        return ""
    plain = unicodedata.normalize("NFKC", visible(typed)).translate(_DASHES)
    plain = " ".join(plain.split()).strip("\"'“”‘’«»[]*,;")
    plain = plain.removesuffix("...")  # as a sign of its own before
    return "" if _NOTHING.fullmatch(plain) else re.sub(r"\s*/\s*", "/", plain).strip()
