# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of one word or name: other spellings, short and full forms (lists in `resources/weights.json`)."""

from __future__ import annotations

import re
from functools import cache

from drafting.comparing.qualifiers import FUNCTION_WORDS
from drafting.comparing.records import Span
from drafting.data import load

_ACRONYM = r"[A-Z][A-Z0-9-]+"
_DEFINED = re.compile(rf"\s*\({_ACRONYM}\)\s*")
_REACH = 80  # code points; no listed name is longer


def spelled(text: str) -> str:
    """The text in lower case and in the house spelling (rules 6.1, 6.2)."""
    pattern, house = _variants()
    ending, endings = _endings()
    text = pattern.sub(lambda match: house[match[0]], text.casefold())
    return ending.sub(lambda match: endings[match[0]], text)


def one_in_short(old: str, new: str, gone: Span, come: Span) -> bool:
    """Whether an edit only puts a short form for a full one, or back, or defines a short form in brackets."""
    texts = gone.of(old), come.of(new)
    if any(_DEFINED.fullmatch(text) for text in texts) and not all(texts):
        return True
    words = [re.findall(r"[\w-]+", text) for text in texts]
    if _initials(*words) or _initials(words[1], words[0]):
        return True
    first, second = _covering(old, gone), _covering(new, come)
    return bool(first & second)


def _initials(full: list[str], short: list[str]) -> bool:
    """Whether a single word in capitals has the initials of a name."""
    if len(short) != 1 or not re.fullmatch(_ACRONYM, short[0]):
        return False
    letters = [word[0] for word in full if word not in FUNCTION_WORDS and word != short[0]]
    return len(letters) > 1 and "".join(letters) == short[0]


def _covering(text: str, span: Span) -> frozenset[str]:
    """The names (by their full form) in one of whose forms all of the span lies, brackets and all."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    pattern, names = _forms()
    for match in pattern.finditer(text, max(0, start - _REACH), min(len(text), end + _REACH)):
        # An empty span lies between words: it may stand at either end of the form.
        if match.start() <= start and end <= match.end() + (start == end):
            return names[match[1].casefold()]
    return frozenset()


@cache
def _variants() -> tuple[re.Pattern[str], dict[str, str]]:
    """Every other spelling, and the house form for it, in lower case."""
    house = {
        other.casefold(): own.casefold() for own, *others in load("weights")["spellings"] for other in others
    }
    forms = "|".join(map(re.escape, sorted(house, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])"), house


@cache
def _endings() -> tuple[re.Pattern[str], dict[str, str]]:
    endings: dict[str, str] = dict(load("weights")["endings"])
    forms = "|".join(sorted(endings, key=len, reverse=True))
    return re.compile(rf"(?<=[a-z]{{4}})(?:{forms})\b"), endings


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """Every form of a name, a second one in brackets after it, and the names that each may stand for."""
    names: dict[str, frozenset[str]] = {}
    for forms in load("weights")["short_forms"]:
        for form in forms:
            names[form.casefold()] = names.get(form.casefold(), frozenset()) | {forms[0]}
    one = "|".join(re.escape(form) for form in sorted(names, key=len, reverse=True))
    pattern = rf"(?<![\w-])(?:the )?({one})(?: \((?:{one})\))?(?![\w-])"
    return re.compile(pattern, re.IGNORECASE), names
