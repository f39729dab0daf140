# SPDX-License-Identifier: GPL-3.0-or-later
"""The opening words of paragraphs: their form, and also and further in runs of the same opening.

Sources: Editorial Manual on resolutions; rules 1.3, 1.4 and 2.1 to 2.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.data import load
from drafting.glyphs import folded
from drafting.reading.openings import opens_paragraph
from drafting.resolution import Kind, Paragraph, Part

ADVERBS = ("", "also", "further")
"""What the first, second and third paragraph of a run take; the fourth begins anew."""


@dataclass(frozen=True, slots=True)
class Head:
    """An opening taken apart: its adverb of sequence and the phrase without it; `verb` is its first verb."""

    adverb: str
    phrase: str
    verb: str


@dataclass(slots=True)
class _Run:
    """Where a run of like openings stands: the last paragraph, its opening, and its place in the run."""

    paragraph: Paragraph
    head: Head
    count: int


def head_of(paragraph: Paragraph) -> Head:
    """The opening of a paragraph taken apart.

    An aside right behind it is part of its phrase: "Calls upon, in this regard," is not what "Calls upon" is.
    """
    opening = paragraph.opening
    return _head(opening, paragraph.text[len(opening) : len(opening) + _LONGEST_ASIDE])


_LONGEST_ASIDE = 30  # code points; "in this connection" with its commas


@lru_cache(maxsize=4096)
def _head(opening: str, behind: str) -> Head:
    aside = _ASIDE.match(behind)
    words = re.findall(r"[^\s,]+", (opening + (aside[0] if aside else "")).casefold().replace("\u2011", "-"))
    alone = words[: words.index("and")] if "and" in words else words  # "Welcoming and further encouraging"
    adverb = " ".join(word for word in alone if word in ADVERBS)
    rest = [word for word in words if word not in ADVERBS]
    verb = next((word for word in rest if not word.endswith("ly")), "")
    return Head(adverb, " ".join(rest), verb)


_ASIDE = re.compile(r",?\s(?:in\s(?:this|that)\s(?:regard|respect|context|connection))\b,?")


def sequence(subject: Subject) -> Iterator[Finding]:
    """Also and further that do not fit the place of the paragraph in its run."""
    if subject.text.masthead.body in load("house_style")["no_sequence"]["bodies"]:
        return
    run: _Run | None = None
    for paragraph in subject.text.paragraphs:
        if paragraph.kind is Kind.HEADING:
            run = None
        if not counts(paragraph):
            continue
        before, run = run, _next(run, paragraph)
        wanted = ADVERBS[run.count % 3]
        if run.head.adverb != wanted:
            yield _misplaced(paragraph, wanted, before if run.count else None)


def counts(paragraph: Paragraph) -> bool:
    """Whether the paragraph takes part in runs: it opens as one of the preamble or of the operative part."""
    kinds = (Kind.PREAMBULAR, Kind.OPERATIVE)
    return paragraph.kind in kinds and paragraph.part is not Part.ANNEX and bool(paragraph.opening)


def _next(run: _Run | None, paragraph: Paragraph) -> _Run:
    head = head_of(paragraph)
    if run is None or run.paragraph.kind is not paragraph.kind or run.paragraph.unit != paragraph.unit:
        return _Run(paragraph, head, 0)
    following = run.count + 1
    if head.phrase == run.head.phrase:
        bare = not head.adverb and is_addressed(head) and not same_addressee(run.paragraph, paragraph)
        return _Run(paragraph, head, 0 if bare else following)
    # "Noting with concern", "Noting also": the manual's rule is of the verb, practice of the whole phrase.
    like = head.verb == run.head.verb and head.adverb and head.adverb == ADVERBS[following % 3]
    return _Run(paragraph, head, following if like else 0)


def is_addressed(head: Head) -> bool:
    """Whether the verb asks somebody to do something (rule 2.5)."""
    return head.verb in load("house_style")["addressed"]["verbs"]


def same_addressee(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs ask something of the same."""
    return addressee(one) == addressee(other)


def addressee(paragraph: Paragraph) -> str:
    """Whom an operative paragraph addresses, in small letters and by the short title."""
    return _addressee(paragraph.text[len(paragraph.opening) :])


@lru_cache(maxsize=4096)
def _addressee(rest: str) -> str:
    rest = _ASIDE.sub(" ", folded(rest).casefold()).strip(" ,")
    asked = re.match(r"([^;:]{1,200}?),?\s(?:to|that)\s", rest) or re.match(r"([^,;:.]*)", rest)
    named = re.split(r"\sfor\s", asked[1] if asked else rest)[0]
    return re.sub(r"\bunited nations\s|\bthe\s|\ball\s|\bagain\s", "", f"{named} ").strip()


def _misplaced(paragraph: Paragraph, wanted: str, before: _Run | None) -> Finding:
    opening = paragraph.opening
    spot = Spot(paragraph.id, 0, len(opening))
    new = with_adverb(opening, wanted, paragraph.kind)
    if before is None:
        message = f"“{opening}” does not follow a paragraph with the same opening: it takes no adverb."
        return finding("opening-sequence", spot, opening, message, fix=_fix(spot, opening, new))
    related = [Spot(before.paragraph.id, 0, len(before.paragraph.opening))]
    takes = f"takes “{wanted}”" if wanted else "begins the run anew, without an adverb"
    message = f"After “{before.paragraph.opening}” in {before.paragraph.id}, “{opening}” {takes}."
    return finding("opening-sequence", spot, opening, message, related=related, fix=_fix(spot, opening, new))


def _fix(spot: Spot, old: str, new: str) -> tuple[Mend, ...]:
    return (Mend(spot, old, new),) if new else ()


def with_adverb(opening: str, adverb: str, kind: Kind) -> str:
    """The opening with this adverb of sequence in its place; "" where an aside in commas makes that unsure.

    In the preamble it follows the verb ("Recalling also", "Noting also with concern"), in the operative part
    it precedes it ("Also emphasizes").
    """
    if "," in opening:
        return ""
    bare = re.sub(r"^(?:also|further)\s+(\w)", lambda match: match[1].upper(), opening, flags=re.IGNORECASE)
    bare = re.sub(r"\s(?:also|further)\b", "", bare)
    if not adverb:
        return bare
    if kind is Kind.OPERATIVE:
        return f"{adverb.capitalize()} {bare[:1].lower()}{bare[1:]}"
    return re.sub(r"(?=\s(?:with|its)\b)|$", f" {adverb}", bare, count=1)


def form(paragraph: Paragraph) -> Iterator[Finding]:
    """A paragraph that opens as one of the other part does, or as none."""
    if paragraph.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE) or paragraph.part is Part.ANNEX:
        return
    if opens_paragraph(paragraph.text, paragraph.part) or not paragraph.text.strip():
        return
    words = paragraph.opening or paragraph.text.split(maxsplit=1)[0]
    start = paragraph.text.index(words)
    preamble = paragraph.part is Part.PREAMBLE
    expected = "a participle or an adjective" if preamble else "a verb in the third person"
    part = "preambular" if preamble else "operative"
    message = f"“{words}” does not open a paragraph of this part: {part} paragraphs open with {expected}."
    yield finding("opening-form", Spot(paragraph.id, start, start + len(words)), words, message)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {"opening-form": form}
TEXT_CHECKS: Mapping[str, Check] = {"opening-sequence": sequence}
