# SPDX-License-Identifier: GPL-3.0-or-later
"""The official languages: which one a text is in, and what each calls the organs and the lines of a document.

The forms are data in `resources/languages.json`. A record names every organ in English, whatever the language
of the document, so that sessions and series are counted alike; the text stays as printed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from drafting.data import load

ENGLISH = "en"
_LOOKED_AT = 20_000  # characters: far more than a language needs to show
_SHARE = 0.3  # of the letters; names and symbols in Latin letters stand in every text
_SURE = 3  # frequent words that make a language, where none of another stands
_AHEAD = 2  # times as many words as in any other language, otherwise nothing is said


@cache
def codes() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages, English first."""
    return tuple(code for code in load("languages") if code != "about")


def form(language: str, name: str) -> Any:
    """What the data say under `name` for a language; None when they say nothing or know no such language."""
    return load("languages").get(language, {}).get(name)


def wording(language: str, name: str) -> tuple[str, ...]:
    """The regular expressions under `name`, in which a blank matches any white space."""
    found = form(language, name) or ()
    return tuple(spaced(words) for words in ([found] if isinstance(found, str) else found))


def spaced(words: str) -> str:
    """A regular expression of the data with its blanks made to match line ends too; " ?" is one or none."""
    return words.replace(" ?", r"\s?").replace(" ", r"\s+")


def language_of(text: str) -> str:
    """The official language a text is written in, "" when it is too short or too mixed to tell.

    Known by its letters, and among languages in Latin letters by frequent words that only one of them has.
    """
    head = text[:_LOOKED_AT]
    letters = sum(map(str.isalpha, head))
    for language in codes():
        if (script := _script(language)) and letters and len(script.findall(head)) > _SHARE * letters:
            return language
    words = re.findall(r"[^\W\d_]+", head.lower())
    counted = sorted(
        ((sum(word in known for word in words), language) for language, known in _frequent().items()),
        reverse=True,
    )
    (most, language), (second, _) = counted[:2]
    return language if most >= _SURE and most >= _AHEAD * second else ""


@cache
def organ_forms(language: str) -> str:
    """A regular expression for the organs as a language names them."""
    return "|".join(spaced(words) for forms in form(language, "organs").values() for words in forms)


def organ_in_english(printed: str) -> str:
    """The English name of an organ named in any of the languages; a name not known stays as it is."""
    folded = " ".join(printed.split())
    for pattern, name in _organ_names():
        if pattern.fullmatch(folded):
            return name
    return folded


@cache
def _organ_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile("|".join(forms)), name)
        for language in codes()
        for name, forms in form(language, "organs").items()
    )


@cache
def _script(language: str) -> re.Pattern[str] | None:
    letters = form(language, "script")
    return re.compile(f"[{letters}]") if letters else None


@cache
def _frequent() -> dict[str, frozenset[str]]:
    return {code: frozenset(form(code, "words")) for code in codes() if form(code, "words")}
