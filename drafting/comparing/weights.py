# SPDX-License-Identifier: GPL-3.0-or-later
"""What an edit weighs: style, routine or substance, with the reason (word lists in `resources/weights.json`).

All that is style or routine is set aside on both sides of the edit. When both then say the same, the edit is
no more than what was set aside; else it is of substance, and the reason names what weighs most in it. Nothing
is taken for light because it is short: "all" or "not" is one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from drafting.comparing import force
from drafting.comparing.qualifiers import FUNCTION_WORDS, qualifiers
from drafting.comparing.records import Reason, Span, Verdict, Weight
from drafting.comparing.spelling import one_in_short, spelled
from drafting.comparing.tokens import WORDS
from drafting.comparing.wholes import Sort, sort_of, wholes
from drafting.data import load

_OPENING = 90  # code points; an edit further on cannot touch the opening verb
_ROUTINE = {
    Sort.SESSION: Reason.SESSION,
    Sort.DATE: Reason.DATE,
    Sort.CITATION: Reason.CITATION,
    Sort.SYMBOL: Reason.SYMBOL,
    Sort.NUMBER: Reason.NUMBER,
    Sort.ORDINAL: Reason.NUMBER,
    Sort.REFERENCE: Reason.RENUMBERED,
    Sort.LABEL: Reason.RENUMBERED,
}
_SOURCES = frozenset({Sort.CITATION, Sort.SYMBOL, Sort.REFERENCE})


@lru_cache(maxsize=4096)
def weigh(old: str, new: str, gone: Span, come: Span) -> Verdict:
    """The weight of an edit between two folded texts, the reason, and what the reason speaks of."""
    if min(gone.start, come.start) < _OPENING and (verdict := _of_opening(old, new, gone, come)):
        return verdict
    before, after = _Side(old, gone), _Side(new, come)
    if _brackets(before) != _brackets(after):
        return Verdict(Weight.SUBSTANCE, Reason.BRACKETS)
    if light := _light(before, after):
        return light
    if one_in_short(old, new, gone, come):
        return Verdict(Weight.STYLE, Reason.ABBREVIATION)
    return Verdict(Weight.SUBSTANCE, *_matter(before, after))


def _of_opening(old: str, new: str, gone: Span, come: Span) -> Verdict | None:
    """The verdict on an edit that changes the opening verb; None when the verb stands or is on no scale."""
    before, after = force.opening(old), force.opening(new)
    touched = gone.start < before.end or come.start < after.end
    if not touched or before.verb == after.verb or not before.verb or not after.verb:
        return None
    reason = force.compared(before.verb, after.verb)
    return Verdict(Weight.SUBSTANCE, reason, f"{before.verb} → {after.verb}")


class _Item(NamedTuple):
    """One word, mark or whole of an edit."""

    text: str
    sort: Sort | None

    @property
    def mark(self) -> bool:
        """Whether it is punctuation."""
        return self.sort is None and not any(map(str.isalnum, self.text)) and "…" not in self.text


class _Side:
    """One side of an edit: its items in order, and the words before and after it."""

    def __init__(self, text: str, span: Span) -> None:
        self.whole, self.span = text, span
        self.items = list(_items(_RANGE.sub("–", " ".join(span.of(text).split()))))
        self._around = _last_word(text, span.start), _next_word(text, span.end)
        self.sorts = {item.sort for item in self.items if item.sort}

    def words(self) -> list[str]:
        """All but punctuation, as printed."""
        return [item.text for item in self.items if not item.mark]

    def marks(self) -> list[str]:
        """The punctuation."""
        return [item.text for item in self.items if item.mark]

    def spelled(self) -> str:
        """The words in one spelling."""
        return spelled(" ".join(self.words()))

    def plain(self) -> str:
        """What is left when punctuation, spelling and all that is routine are set aside."""
        generated = self.adverbs()
        items = [item for at, item in enumerate(self.items) if not item.mark and at not in generated]
        return spelled(" ".join(map(_masked, items)))

    def adverbs(self) -> dict[int, str]:
        """The places of "also" and "further" that follow from the order of paragraphs (rule 2.6).

        Any "also"; "further" only beside a verb that opens paragraphs, not in "further steps".
        """
        words = [item.text.casefold() for item in self.items]
        around = [self._around[0], *words, self._around[1]]
        found = {at: word for at, word in enumerate(words) if word in _words("adverbs")}
        return {
            at: word
            for at, word in found.items()
            if word == "also" or force.begins(around[at]) or force.begins(around[at + 2])
        }


def _items(text: str) -> Iterator[_Item]:
    at = 0
    for whole in wholes(text):
        yield from (_Item(word, sort_of(word)) for word in WORDS.findall(text, at, whole.start))
        yield _Item(text[whole.start : whole.end], whole.sort)
        at = whole.end
    yield from (_Item(word, sort_of(word)) for word in WORDS.findall(text, at))


_WORD = re.compile(r"[\w-]+")
_NEAR = 20  # code points; a longer word beside an edit is no "further" and no verb of a scale


def _last_word(text: str, end: int) -> str:
    found = _WORD.findall(text, max(0, end - _NEAR), end)
    return found[-1].casefold() if found else ""


def _next_word(text: str, start: int) -> str:
    found = _WORD.search(text, start, start + _NEAR)
    return found[0].casefold() if found else ""


_RANGE = re.compile(r"(?<=\d)-(?=\d)")  # a hyphen for the dash of a range (rule 5.2) is a slip of the sign
_NUMBER_ON = re.compile(r"(?:\d|\[…\]|(?<!\w)E?S-\d).*")
_PARTS_ON = re.compile(r"s?\s(?:\d|[IVX]+\b).*")


def _masked(item: _Item) -> str:
    """The item without what is routine in it: of a citation, only whose it is remains."""
    if item.sort is Sort.CITATION:
        return re.sub(r"s(?=\s?$)", "", _NUMBER_ON.sub("", item.text)) + " §cited"
    if item.sort is Sort.SESSION:
        return "special §session" if "special" in item.text else "§session"
    if item.sort is Sort.REFERENCE:
        return _PARTS_ON.sub(" §part", item.text)
    return f"§{item.sort}" if item.sort in _ROUTINE else item.text


def _light(before: _Side, after: _Side) -> Verdict | None:
    """The verdict on an edit that is style or routine; None when it is of substance."""
    if _one_sided(before, after) or before.plain() != after.plain():
        return None
    if before.words() == after.words():
        return Verdict(Weight.STYLE, Reason.PUNCTUATION)
    if before.spelled() == after.spelled():
        return Verdict(Weight.STYLE, Reason.SPELLING)
    old, new = ([item for item in side.items if item.sort in _ROUTINE] for side in (before, after))
    for one, other in zip(old, new, strict=True):
        if one.text != other.text:
            return Verdict(Weight.ROUTINE, _routine_reason(one, other))
    return Verdict(Weight.ROUTINE, Reason.ADVERB)


def _one_sided(before: _Side, after: _Side) -> bool:
    """Whether words came or went, not only punctuation and adverbs: the quick answer for a new clause."""
    sides = [
        any(not item.mark and item.text.casefold() not in _words("adverbs") for item in side.items)
        for side in (before, after)
    ]
    return sides[0] is not sides[1]


def _routine_reason(one: _Item, other: _Item) -> Reason:
    if one.sort is Sort.CITATION:
        numbers = [
            match[0].split(" of ")[0] for item in (one, other) if (match := _NUMBER_ON.search(item.text))
        ]
        return Reason.CITED_DATE if len(set(numbers)) == 1 else Reason.CITATION
    return _ROUTINE[one.sort] if one.sort else Reason.NUMBER


def _matter(before: _Side, after: _Side) -> tuple[Reason, str]:
    """What weighs most in an edit of substance."""
    negated = [sorted(set(map(str.casefold, side.words())) & _words("negations")) for side in (before, after)]
    if negated[0] != negated[1]:
        return Reason.NEGATION, ", ".join(negated[1] or negated[0])
    verbs = [" ".join(side.words()).casefold() for side in (before, after)]
    if force.known(verbs[0]) and force.known(verbs[1]):
        return force.compared(*verbs), f"{verbs[0]} → {verbs[1]}"
    found = qualifiers(before.whole, after.whole, before.span, after.span)
    return found or (_figures_and_sources(before, after), "")


def _figures_and_sources(before: _Side, after: _Side) -> Reason:
    """Whether an amount changed or a source came or went; else it is the wording at large."""
    if Sort.AMOUNT in before.sorts & after.sorts:
        bare = [
            ["§" if item.sort is Sort.AMOUNT else item.text for item in side.items]
            for side in (before, after)
        ]
        if bare[0] == bare[1]:
            return Reason.AMOUNT
    if not before.words() and _only_sources(after):
        return Reason.REFERENCE_ADDED
    if not after.words() and _only_sources(before):
        return Reason.REFERENCE_DROPPED
    return Reason.WORDING


def _only_sources(side: _Side) -> bool:
    rest = {
        item.text.casefold()
        for item in side.items
        if item.sort not in (*_SOURCES, Sort.DATE) and not item.mark
    }
    return bool(side.sorts & _SOURCES) and rest <= FUNCTION_WORDS


def _brackets(side: _Side) -> list[str]:
    """Square brackets: text in them is not agreed (rule 1.9)."""
    return [mark for mark in side.marks() if mark in "[]"]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("weights")[name])
