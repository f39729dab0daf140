# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that may open a paragraph, offered while its first letters are typed.

Those that the series itself uses in this part come first, the more often the earlier; then those of the list
in `resources/opening_phrases.json`. Where the paragraph before opens in the same way, the phrase has the
adverb of sequence that its place asks for (rules 2.1 to 2.7; in English as `drafting.checking.sequence` has
them).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from drafting.checking.heads import with_adverb
from drafting.checking.sequence import place_in_run
from drafting.comparing.records import Lineage
from drafting.data import load
from drafting.draft.record import Draft, DraftParagraph
from drafting.glyphs import folded
from drafting.reading.languages import ENGLISH
from drafting.resolution import Kind, Paragraph, Part

FEWEST = 2
"""Letters after which something is offered without being asked for."""
MOST = 40
"""Phrases offered at once: nobody reads more."""
_LONGEST = 60  # code points; no opening phrase is longer
_KINDS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_LISTS = {Part.PREAMBLE: "preambular", Part.OPERATIVE: "operative"}
_BRACKETS = re.compile(r"[\[\s]*")


def beginning(text: str) -> str | None:
    """What of a paragraph's first words stands before the caret; None where no phrase can be meant any more.

    Square brackets before the first word are passed over.
    """
    head = _BRACKETS.match(text)
    rest = text[head.end() :] if head else text
    return rest if len(rest) <= _LONGEST and not re.search(r"[,;:.\d]", rest) else None


def phrases(draft: Draft, key: str, typed: str) -> tuple[str, ...]:
    """The phrases that go on from what is typed at the beginning of a paragraph, best first.

    None for headings, texts and annexes, whose openings no rule knows, and for languages without a list.
    """
    paragraph, language = draft.paragraph(key), draft.base.masthead.language
    if (
        paragraph.kind not in _KINDS
        or paragraph.part not in _LISTS
        or language not in load("opening_phrases")
    ):
        return ()
    begun, kind = even(typed), _kind(paragraph)
    used = _used(_Series(draft.lineage), paragraph.part, paragraph.kind is Kind.SUBPARAGRAPH)
    listed = load("opening_phrases")[language][_LISTS[paragraph.part]]
    bare = dict.fromkeys((*used, *listed))
    adverbs: Sequence[str] = load("opening_phrases")[language]["adverbs"]
    due = _due(draft, paragraph) if paragraph.kind is not Kind.SUBPARAGRAPH else None
    ranked: list[list[str]] = [[], [], []]  # those of the run, those that fit, those out of order
    for phrase in bare:
        forms = [_with(phrase, adverb, kind, language) for adverb in adverbs]
        running = due is not None and even(_plain(phrase, adverbs)) == due[0]
        at = due[1] if due and running else 0
        for number, form in enumerate((forms[at], *forms)):
            if form and even(form).startswith(begun) and even(form) != begun.rstrip():
                ranked[(0 if running else 1) if number < 2 else 2].append(form)
    return tuple(dict.fromkeys(form for forms in ranked for form in forms))[:MOST]


def even(text: str) -> str:
    """A phrase in small letters with plain glyphs, as it is looked for."""
    return folded(text).casefold()


def _kind(paragraph: DraftParagraph) -> Kind:
    return Kind.PREAMBULAR if paragraph.part is Part.PREAMBLE else Kind.OPERATIVE


class _Series:
    """A lineage known by its identity: to compare two by what they hold takes longer than to count."""

    __slots__ = ("lineage",)

    def __init__(self, lineage: Lineage) -> None:
        self.lineage = lineage

    def __hash__(self) -> int:
        return id(self.lineage)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Series) and other.lineage is self.lineage


@lru_cache(maxsize=8)
def _used(series: _Series, part: Part, point: bool) -> tuple[str, ...]:
    """The openings of this part over all versions, without their adverbs, those used most first."""
    lineage = series.lineage
    counts: Counter[str] = Counter()
    for version in lineage.versions:
        adverbs = load("opening_phrases").get(version.masthead.language, {}).get("adverbs", ())
        for one in version.paragraphs:
            if one.part is part and one.opening and (one.kind is Kind.SUBPARAGRAPH) is point:
                counts[_plain(one.opening, adverbs)] += 1
    return tuple(phrase for phrase, _ in counts.most_common() if phrase[:1].isupper())


def _plain(phrase: str, adverbs: Sequence[str]) -> str:
    """A phrase without its adverb of sequence."""
    words = "|".join(re.escape(adverb) for adverb in adverbs if adverb)
    if not words:
        return phrase
    bare = re.sub(rf"\s(?:{words})\b", "", phrase)
    led = re.match(rf"(?:{words})\s(\w)", bare, re.IGNORECASE)
    return led[1].upper() + bare[led.end() :] if led else bare


def _with(phrase: str, adverb: str, kind: Kind, language: str) -> str:
    """A phrase with this adverb in its place, "" where that is unsure."""
    if not adverb:
        return phrase
    if language == ENGLISH:
        return with_adverb(phrase, adverb, kind)
    words: list[str] = load("opening_phrases")[language]["before"]
    before = rf"(?=\s(?:{'|'.join(words)})\b)|$"
    return re.sub(before, f" {adverb}", phrase, count=1)


def _due(draft: Draft, paragraph: DraftParagraph) -> tuple[str, int] | None:
    """The phrase of the paragraph before, and the place that this one would have in a run of it."""
    at = draft.position(paragraph.key)
    before = draft.resolution.paragraphs[:at]
    while before and before[-1].kind in (Kind.SUBPARAGRAPH, Kind.TEXT):
        before = before[:-1]
    if not before or before[-1].kind is not paragraph.kind or before[-1].unit != paragraph.unit:
        return None
    language = draft.base.masthead.language
    if language == ENGLISH:
        found = place_in_run(draft.resolution.masthead.body, before)
        return (found[0].phrase, found[1] % 3) if found else None
    adverbs = load("opening_phrases")[language]["adverbs"]
    openings = [even(_plain(one.opening, adverbs)) for one in _row(before)]
    if not openings or not openings[-1]:
        return None
    run = next((at for at, one in enumerate(reversed(openings)) if one != openings[-1]), len(openings))
    return openings[-1], run % 3


def _row(before: Sequence[Paragraph]) -> list[Paragraph]:
    """The last paragraphs of one kind, without their points."""
    row: list[Paragraph] = []
    for one in reversed(before):
        if one.kind in (Kind.SUBPARAGRAPH, Kind.TEXT):
            continue
        if one.kind is not before[-1].kind or not one.opening:
            break
        row.append(one)
    return row[::-1]
