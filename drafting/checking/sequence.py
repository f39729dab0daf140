# SPDX-License-Identifier: GPL-3.0-or-later
"""Also and further in runs of paragraphs with the same opening.

Sources: Editorial Manual on resolutions; rules 2.1 to 2.7.
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


@dataclass(slots=True)
class _Run:
    """Where a run of like openings stands: the last paragraph, its opening, and its place in the run."""

    paragraph: Paragraph
    head: Head
    count: int

    @property
    def spot(self) -> Spot:
        """Where the opening stands."""
        return Spot(self.paragraph.id, 0, len(self.head.opening))


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
_HELD = re.compile(r"\bin (?:this|that) (?:regard|respect|context|connection)\b")  # holds runs together, too
_ASIDE = re.compile(r",?\s(?:in\s(?:this|that)\s(?:regard|respect|context|connection))\b,?")


def sequence(subject: Subject) -> Iterator[Finding]:
    """Also and further that do not fit the place of the paragraph in its run."""
    for before, now in subject.once(runs):
        wanted = ADVERBS[now.count % 3]
        if now.head.adverb == wanted:
            continue
        new = with_adverb(now.head.opening, wanted, now.paragraph.kind)
        if new not in ("", now.head.opening):
            yield _misplaced(now, wanted, new, before if now.count else None)


def addressees(subject: Subject) -> Iterator[Finding]:
    """The same request bare again, to somebody else: adopted texts leave the adverb out as often as not."""
    for before, now in subject.once(runs):
        if before is None or before.head.phrase != now.head.phrase:
            continue
        if now.count or now.head.adverb or same_addressee(before.paragraph, now.paragraph):
            continue
        opening = now.head.opening
        message = (
            f"“{opening}” follows “{before.head.opening}” in {before.paragraph.id} with another addressee; "
            "texts differ in whether it then takes “also”."
        )
        yield finding("opening-addressee", now.spot, opening, message, related=[before.spot])


def inner(subject: Subject) -> Iterator[Finding]:
    """An adverb of sequence used inside a paragraph and by the opening of the next one."""
    for before, now in subject.once(runs):
        if before is None or not now.head.adverb or now.paragraph.kind is not Kind.PREAMBULAR:
            continue
        match = _inner(before.paragraph, now.head)
        if match is None:
            continue
        spot = Spot(before.paragraph.id, *match.span())
        message = (
            f"“{match[0]}” stands inside {before.paragraph.id}, and {now.paragraph.id} opens with "
            f"“{now.head.opening}”: the words that count paragraphs belong to their openings."
        )
        adverb = re.search(r"\s\w+$", match[0])
        cut = Spot(spot.paragraph, spot.start + (adverb.start() if adverb else 0), spot.end)
        fix = [Mend(cut, adverb[0], "")] if adverb else []
        yield finding("opening-inner", spot, match[0], message, related=[now.spot], fix=fix)


def _inner(paragraph: Paragraph, head: Head) -> re.Match[str] | None:
    verb = f"{head.verb} {head.adverb}"
    at = paragraph.text.find(verb, len(paragraph.opening))
    return re.compile(rf"{re.escape(verb)}\b").match(paragraph.text, at) if at > 0 else None


def runs(subject: Subject) -> tuple[tuple[_Run | None, _Run], ...]:
    """Every paragraph that takes part in runs, with the one before it; none after a heading.

    Nothing for organs that do not follow the rule.
    """
    if subject.text.masthead.body in load("house_style")["no_sequence"]["bodies"]:
        return ()
    found: list[tuple[_Run | None, _Run]] = []
    run: _Run | None = None
    for paragraph in subject.text.paragraphs:
        if paragraph.kind is Kind.HEADING:
            run = None
        if counts(paragraph):
            before, run = run, _next(run, paragraph)
            found.append((before, run))
    return tuple(found)


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
        other = is_addressed(head) and not same_addressee(run.paragraph, paragraph)
        free = not head.adverb and (other or _HELD.search(head.phrase))
        return _Run(paragraph, head, 0 if free else following)
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
    return _addressee(paragraph.text, len(paragraph.opening))


@lru_cache(maxsize=8192)
def _addressee(text: str, start: int) -> str:
    rest = _ASIDE.sub(" ", folded(text[start : start + _REACH]).casefold()).strip(" ,")
    asked = re.match(r"([^;:]+?),?\s(?:to|that)\s", rest) or re.match(r"([^;:]*)", rest)
    named = re.split(r"\sfor\s", asked[1] if asked else rest)[0]
    return re.sub(r"\bunited nations\s|\bthe\s|\ball\s|\bagain\s", "", f"{named} ").strip()


def _misplaced(now: _Run, wanted: str, new: str, before: _Run | None) -> Finding:
    opening, fix = now.head.opening, [Mend(now.spot, now.head.opening, new)]
    if before is None:
        message = f"“{opening}” does not follow a paragraph with the same opening: it takes no adverb."
        return finding("opening-sequence", now.spot, opening, message, fix=fix)
    takes = f"takes “{wanted}”" if wanted else "begins the run anew, without an adverb"
    message = f"After “{before.head.opening}” in {before.paragraph.id}, “{opening}” {takes}."
    return finding("opening-sequence", now.spot, opening, message, related=[before.spot], fix=fix)


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


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {
    "opening-sequence": sequence,
    "opening-addressee": addressees,
    "opening-inner": inner,
}
