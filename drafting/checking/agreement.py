# SPDX-License-Identifier: GPL-3.0-or-later
"""Plurals half made, and words that stand for something the text has not named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from drafting import ordinals
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.comparing.qualifiers import FUNCTION_WORDS
from drafting.data import load
from drafting.resolution import Paragraph
from drafting.translation import tr

_NAMED = r"[A-Z][\w'’-]+"


@cache
def _anniversaries() -> re.Pattern[str]:
    meetings = "|".join(load("phrases")["anniversaries"]["meetings"])
    one = ordinals.pattern()
    return re.compile(
        rf"\bthe\s(?:[\w-]+\s){{0,2}}?(?P<meeting>{meetings})\b(?!s)[^,;.:]{{0,80}}?\bthe\s{one}\sand\s{one}\s"
        r"anniversaries\b"
    )


def one_meeting_two_anniversaries(paragraph: Paragraph) -> Iterator[Finding]:
    """Several anniversaries marked by a single meeting."""
    if "anniversaries" not in paragraph.text:
        return
    for match in _anniversaries().finditer(paragraph.text):
        spot, word = Spot(paragraph.id, *match.span("meeting")), match["meeting"]
        message = tr(
            "Two anniversaries, but one {word}: is it a joint one, or should it say “{plural}”?"
        ).format(word=word, plural=f"{word}s")
        yield finding("plural-half-made", spot, word, message, fix=[Mend(spot, word, f"{word}s")])


_ITS = re.compile(
    r"\b(?:the|these|those|such)\s(?:[a-z][\w-]*\s){0,3}(?P<owner>[a-z][a-z-]*[^su\W]s),\s(?P<its>its)\s[a-z]+"
    r"(?:\sand\s[a-z]+)?[,;.]"
)


def its_of_many(paragraph: Paragraph) -> Iterator[Finding]:
    """A possessive "its" in an apposition right behind a plural."""
    for match in _ITS.finditer(paragraph.text) if ", its " in paragraph.text else ():
        spot = Spot(paragraph.id, *match.span("its"))
        message = tr("Whose is “its”? It follows a plural, “{owner}”, which would take “their”.").format(
            owner=match["owner"]
        )
        yield finding("its-of-many", spot, "its", message)


@lru_cache(maxsize=8192)
def _plurals(text: str) -> tuple[tuple[str, int, int], ...]:
    """Nouns of bodies in the plural with the article, that nothing behind them explains."""
    return tuple((match["noun"], *match.span()) for match in _definite().finditer(text))


@cache
def _definite() -> re.Pattern[str]:
    nouns = "|".join(load("phrases")["bodies"]["nouns"])
    explained = r"(?!\s(?:of|for|to|in|on|that|which|mentioned|referred)\b)"
    return re.compile(rf"\b[Tt]he\s(?P<noun>{nouns})s\b{explained}")


def unnamed_plural(subject: Subject) -> Iterator[Finding]:
    """A plural ("the funds") where the text has named a single one alone before; told at its first place."""
    told: set[str] = set()
    for at, paragraph in enumerate(subject.text.paragraphs):
        for noun, start, end in _plurals(paragraph.text):
            if noun not in told:
                told.add(noun)
                spot = Spot(paragraph.id, start, end)
                yield from _unnamed(noun, spot, paragraph.text, subject.text.paragraphs[:at])


def _unnamed(noun: str, spot: Spot, text: str, before: Sequence[Paragraph]) -> Iterator[Finding]:
    earlier = [*(one.text for one in before), text[: spot.start]]
    if any(re.search(rf"\b{noun}s\b", one, re.IGNORECASE) for one in earlier):
        return
    name = re.compile(rf"(?:{_NAMED}\s)+{noun.capitalize()}\b(?:\s(?:of|for|on)(?:\sthe)?(?:\s{_NAMED})+)?")
    names = [(one, found) for one in before for found in name.finditer(one.text)]
    if len({found[0] for _, found in names}) != 1:
        return
    (one, found), words = names[-1], text[spot.start : spot.end]
    message = tr(
        "Before “{words}” the text names one alone, in {paragraph} (“{name}”): which are meant?"
    ).format(words=words, paragraph=one.id, name=found[0])
    yield finding("unnamed-plural", spot, words, message, related=[Spot(one.id, *found.span())])


_ABOVE = re.compile(r"\b[Aa]bove[-‑]mentioned((?:\s[\w-]+){1,4})")


@lru_cache(maxsize=8192)
def _mentioned(text: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Where something is called above-mentioned, and the words for it, without the ending of a plural."""
    return tuple(
        (*match.span(), tuple(_stem(word) for word in takewhile(_is_content, match[1].split())))
        for match in (_ABOVE.finditer(text) if "bove" in text else ())
    )


def _is_content(word: str) -> bool:
    return word not in FUNCTION_WORDS


def _stem(word: str) -> str:
    return word.casefold().removesuffix("s")


def nowhere_above(subject: Subject) -> Iterator[Finding]:
    """Something above-mentioned of which no word stands above."""
    for at, paragraph in enumerate(subject.text.paragraphs):
        for start, end, stems in _mentioned(paragraph.text):
            above = [*(one.text for one in subject.text.paragraphs[:at]), paragraph.text[:start]]
            if stems and not any(stem in text.casefold() for text in above for stem in stems):
                words = paragraph.text[start:end]
                message = tr("Nothing above is called so: “{words}”.").format(words=words)
                yield finding("nowhere-above", Spot(paragraph.id, start, end), words, message)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "plural-half-made": one_meeting_two_anniversaries,
    "its-of-many": its_of_many,
}
TEXT_CHECKS: Mapping[str, Check] = {"unnamed-plural": unnamed_plural, "nowhere-above": nowhere_above}
