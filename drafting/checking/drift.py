# SPDX-License-Identifier: GPL-3.0-or-later
"""What was changed in one place and left in another: words that two paragraphs shared, terms given up.

Read from the versions alone: what changed in this version or in the two before is told; what has stood longer
is meant. Which old paragraph became which new one is told by the words they share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from drafting.checking import clauses
from drafting.checking.clauses import RUN
from drafting.checking.past import Past, Side, changed, places_of, present, steps
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.comparing.records import Edit, Reason
from drafting.comparing.words import edits
from drafting.glyphs import folded
from drafting.resolution import Paragraph
from drafting.translation import tr, trn
from drafting.updating.mentions import find

_FEW = 6  # words; a larger change says something else
_REACH = 40  # characters before a name in which the beginning of a longer one is looked for
_OFTEN = 2  # paragraphs that gave up a term
_WORDING = (
    Reason.WORDING,
    Reason.ABBREVIATION,
    Reason.SPELLING,
    Reason.QUALIFIER_ADDED,
    Reason.QUALIFIER_DROPPED,
    Reason.QUALIFIER_CHANGED,
)
_TERM = re.compile(r"\b[A-Z][a-z]+(?:\s[A-Z][a-z]+)+\b(?!['-])")
_BEGINS_LONGER = re.compile(r"[A-Z]\w+,?\s(?:of|on|for|to|and)\s(?:the\s)?$")
_LONGER = re.compile(r"\s(?:of|on|for|to|and)\s(?:the\s)?[A-Z]|\s\(")

# ------------------------------------------------------------------------- changed here and left there


class Drift(NamedTuple):
    """Words that two paragraphs shared: as the other still has them, and as they were changed in one."""

    old: str
    new: str


def left_there(subject: Subject) -> Iterator[Finding]:
    """Words that stood in two paragraphs and were changed in one of them."""
    since = {drift: number for drifts, number in steps(subject, _drifts, _old_drifts) for drift in drifts}
    for drift, number in since.items():
        yield from _told(drift, number, subject)


def _drifts(old: Past, new: Side, became: Mapping[str, str]) -> tuple[Drift, ...]:
    lost = [(text, successor, _shared(text, successor, old)) for text, successor in became.items()]
    standing = new.standing(frozenset(run for _, _, shared in lost for _, run in shared))
    found: list[Drift] = []
    for text, successor, shared in lost:
        if left := tuple(at for at, run in shared if run in standing):
            found += _changes(text, successor, left)
    return tuple(found)


@lru_cache(maxsize=64)
def _old_drifts(old: Past, new: Past) -> tuple[Drift, ...]:
    return _drifts(old, new, changed(old, new))


@lru_cache(maxsize=8192)
def _shared(text: str, successor: str, old: Past) -> tuple[tuple[int, int], ...]:
    """The runs that a text lost and that another paragraph of its version had as well, with their places."""
    kept = set(clauses.runs(successor))
    lost = [(at, run) for at, run in enumerate(clauses.runs(text)) if run not in kept]
    return tuple((at, run) for at, run in lost if len(old.holding(run)) > 1)


@lru_cache(maxsize=4096)
def _changes(text: str, successor: str, left: tuple[int, ...]) -> tuple[Drift, ...]:
    return tuple(_changed(text, successor, left))


def _changed(text: str, successor: str, left: tuple[int, ...]) -> Iterator[Drift]:
    """The changes inside words that still stand elsewhere, each with the words about it."""
    for first, last in clauses.in_a_row(left):
        start, end = clauses.span(text, first, last + RUN)
        inside = [edit for edit in edits(text, successor) if start < edit.old.start and edit.old.end < end]
        if not inside or clauses.mostly_names(text[start:end]):
            continue
        if all(_little(edit, text, successor) for edit in inside):
            head = inside[0].new.start - inside[0].old.start
            tail = inside[-1].new.end - inside[-1].old.end
            yield Drift(folded(text[start:end]), folded(successor[start + head : end + tail]))


def _little(edit: Edit, old: str, new: str) -> bool:
    """Whether an edit changes a few words, and no number, date or citation."""
    sides = edit.old.of(old), edit.new.of(new)
    short = all(len(side.split()) <= _FEW and not re.search(r"\d", side) for side in sides)
    return short and edit.reason in _WORDING and not any(map(find, sides))


def _told(drift: Drift, number: str, subject: Subject) -> Iterator[Finding]:
    changed = next(_standing(drift.new, subject), None)
    if changed is None:
        return
    there, at = changed
    new = there.text[at : at + len(drift.new)]
    for here, start in _standing(drift.old, subject):
        spot, words = Spot(here.id, start, start + len(drift.old)), here.text[start : start + len(drift.old)]
        message = tr(
            "Since {version} {paragraph} has “{words}” in place of these words; here they still stand."
        ).format(version=number, paragraph=there.id, words=new)
        related = [Spot(there.id, at, at + len(new))]
        yield finding("left-behind", spot, words, message, related=related, fix=[Mend(spot, words, new)])


def _standing(words: str, subject: Subject) -> Iterator[tuple[Paragraph, int]]:
    """The paragraphs in which the words stand, and where."""
    places, first = subject.once(places_of), clauses.runs(words)[:1]
    for text in subject.once(present).holding(first[0]) if first else ():
        at = folded(text).find(words)
        if at >= 0:
            yield from ((paragraph, at) for paragraph in places[text])


# ------------------------------------------------------------------- a term given up here and kept there


def given_up(subject: Subject) -> Iterator[Finding]:
    """A name that gave way in several paragraphs of one version, and still stands in no more than these."""
    for gone, number in steps(subject, _gone, _old_gone):
        for term, count in gone:
            kept = [text for text in subject.once(places_of) if term in _terms(text)]
            if 0 < len(kept) <= count:
                yield from _still(term, _given_up(term, count, number), kept, subject)


def _given_up(term: str, count: int, number: str) -> str:
    return trn(
        "“{term}” was given up in {n} paragraph in {version}, and still stands here: is it meant?",
        "“{term}” was given up in {n} paragraphs in {version}, and still stands here: is it meant?",
        count,
    ).format(term=term, version=number)


def _gone(_old: Past, _new: Side, became: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(term for text, successor in became.items() for term in _lost(text, successor))
    return tuple((term, count) for term, count in sorted(counts.items()) if count >= _OFTEN)


@lru_cache(maxsize=64)
def _old_gone(old: Past, new: Past) -> tuple[tuple[str, int], ...]:
    return _gone(old, new, changed(old, new))


@lru_cache(maxsize=8192)
def _lost(text: str, successor: str) -> tuple[str, ...]:
    plain = folded(successor)
    return tuple(term for term in _terms(text) - _terms(successor) if term not in plain)


@lru_cache(maxsize=8192)
def _terms(text: str) -> frozenset[str]:
    """Names of several words with capitals that belong to no longer names; the first word is an opening."""
    plain = folded(text)
    return frozenset(
        match[0]
        for match in _TERM.finditer(plain, plain.find(" ") + 1)
        if not _LONGER.match(plain, match.end())
        and not _BEGINS_LONGER.search(plain[max(0, match.start() - _REACH) : match.start()])
    )


def _still(term: str, message: str, kept: list[str], subject: Subject) -> Iterator[Finding]:
    places = subject.once(places_of)
    for paragraph in (paragraph for text in kept for paragraph in places[text]):
        for match in re.finditer(rf"\b{re.escape(term)}\b", folded(paragraph.text)):
            words = paragraph.text[slice(*match.span())]
            yield finding("term-left", Spot(paragraph.id, *match.span()), words, message)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"left-behind": left_there, "term-left": given_up}
