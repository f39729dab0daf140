# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that the house spells, names or capitalizes otherwise (lists in `resources/phrases.json`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from drafting.checking.places import quoted, stands_in, texts_of, within
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.data import load
from drafting.resolution import Paragraph
from drafting.translation import tr

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_BEGINS = re.compile(r"(?<![A-Za-z/.@])[a-z-]+$")
_PREFIXES = ("re", "de", "over", "under", "un")
_LONGEST_WORD = 24
_ENDINGS = (  # the list of beginnings, what stands behind them, and what the house writes instead
    ("ize", re.compile(r"is(e[ds]?|ing|ers?|ations?|ational|able)(?![A-Za-z])"), "iz"),
    ("yse", re.compile(r"z(e[ds]?|ing|ers?)(?![A-Za-z])"), "s"),
)

Hit = tuple[str, int, str]
"""Words of a text, where they begin, and what the house writes."""


def _unquoted(text: str, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits outside quotation marks, where titles stand, in order."""
    found = list(hits)
    titles = quoted(text) if found else []
    return tuple(sorted(hit for hit in found if not stands_in(hit[1], titles)))


def _remarks(rule_id: str, place: Spot, hits: Iterable[Hit]) -> Iterator[Finding]:
    for words, start, house in hits:
        spot = within(place, start, start + len(words))
        message = tr("The United Nations writes “{words}”.").format(words=house)
        yield finding(rule_id, spot, words, message, fix=[Mend(spot, words, house)])


# ------------------------------------------------------------------------------------------------ spelling


def spelling(paragraph: Paragraph) -> Iterator[Finding]:
    """Another spelling than that of the house, in lower case and outside titles in quotation marks."""
    for place, text in texts_of(paragraph):
        yield from _remarks("spelling", place, _spelled(text))


@lru_cache(maxsize=8192)
def _spelled(text: str) -> tuple[Hit, ...]:
    return _unquoted(text, (*_listed(text), *_endings(text)))


@cache
def _house() -> tuple[Mapping[str, str], frozenset[str], tuple[str, ...]]:
    """The house form of every other form; these forms: single words, and those of several words."""
    house = {other: own for own, other in load("phrases")["spellings"]["pairs"]}
    single = frozenset(form for form in house if _WORD.fullmatch(form))
    return house, single, tuple(form for form in house if form not in single)


def _listed(text: str) -> Iterator[Hit]:
    house, single, several = _house()
    there = [*single.intersection(_WORD.findall(text)), *(form for form in several if form in text)]
    for form in there:
        for match in re.finditer(rf"(?<![\w/.@-]){re.escape(form)}(?![\w-]|[./@]\w)", text):
            yield form, match.start(), house[form]


def _endings(text: str) -> Iterator[Hit]:
    """Words with -ise for -ize and -yze for -yse, by how they begin."""
    for name, pattern, house in _ENDINGS:
        for match in pattern.finditer(text):
            begins = _BEGINS.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
            if begins and _has_stem(begins[0], name):
                start = match.start() - len(begins[0])
                yield text[start : match.end()], start, f"{begins[0]}{house}{match[1]}"


def _has_stem(begins: str, name: str) -> bool:
    stems = _stems(name)
    rests = (begins.removeprefix(prefix).lstrip("-") for prefix in _PREFIXES if begins.startswith(prefix))
    return begins in stems or any(rest in stems for rest in rests)


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(load("phrases")[name]["stems"])


# ------------------------------------------------------------------------------- abbreviations and capitals


@cache
def _abbreviations() -> re.Pattern[str]:
    data = load("phrases")["abbreviations"]
    forms = "|".join(map(re.escape, sorted(data["forms"], key=len, reverse=True)))
    part_of = "|".join(data["part_of"])
    return re.compile(rf"(?<![\w/.‑-])(?:{forms})(?![\w/‑-]|\.\w|\s(?:{part_of})\b)")


def never_abbreviated(subject: Subject) -> Iterator[Finding]:
    """United Nations, General Assembly and the like in their initials, in the text itself.

    The Security Council does write "UN personnel".
    """
    if subject.text.masthead.body in load("house_style")["short_names"]["bodies"]:
        return
    forms = load("phrases")["abbreviations"]["forms"]
    for paragraph in subject.text.paragraphs:
        for short, start, bracketed in _abbreviated(paragraph.text):
            spot, name = Spot(paragraph.id, start, start + len(short)), forms[short]
            message = tr("Resolutions write “{name}” in full and never “{short}”.").format(
                name=name, short=short
            )
            fix = [] if bracketed else [Mend(spot, short, name)]
            yield finding("never-abbreviated", spot, short, message, fix=fix)


@lru_cache(maxsize=8192)
def _abbreviated(text: str) -> tuple[tuple[str, int, bool], ...]:
    """The abbreviations in a text, where they stand, and whether a bracket is open right before them."""
    if text.isupper():
        return ()
    titles = quoted(text)
    return tuple(
        (match[0], match.start(), text[: match.start()].endswith("("))
        for match in _abbreviations().finditer(text)
        if not stands_in(match.start(), titles)
    )


def capitals(paragraph: Paragraph) -> Iterator[Finding]:
    """Lower case where United Nations texts have a capital."""
    yield from _remarks("capitals", Spot(paragraph.id, 0, 0), _uncapitalized(paragraph.text))


@lru_cache(maxsize=8192)
def _uncapitalized(text: str) -> tuple[Hit, ...]:
    forms: Mapping[str, str] = load("phrases")["capitals"]["forms"]
    hits = (
        (form, match.start(), house)
        for form, house in forms.items()
        if form in text
        for match in re.finditer(rf"(?<![\w/.@-]){re.escape(form)}(?![\w/@-]|\.\w)", text)
    )
    return _unquoted(text, hits)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "spelling": spelling,
    "capitals": capitals,
}
TEXT_CHECKS: Mapping[str, Check] = {"never-abbreviated": never_abbreviated}
