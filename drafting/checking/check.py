# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking a text by all rules at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import lru_cache

from drafting.checking.records import Finding, Spot, Subject
from drafting.checking.registry import PARAGRAPH_CHECKS, TEXT_CHECKS
from drafting.checking.rules import off_by_default, rule
from drafting.reading.languages import ENGLISH
from drafting.resolution import Paragraph
from drafting.translation import spoken


def check(
    subject: Subject, off: Collection[str] | None = None, watch: Callable[[], None] | None = None
) -> tuple[Finding, ...]:
    """Everything the rules remark on a text, in its order; a footnote stands behind its paragraph.

    `off` are the ids of the rules not to be applied; None leaves out those that are off unless switched on.
    In a text that is not in English only the rules that need no English words are applied, in one that was
    adopted none of those for texts that are being written. `watch` is called between two rules, and may raise
    to end the work. What paragraphs show by themselves is kept while they stay as they are, so that checking
    again after a key press costs little; safe to call from any thread.
    """
    found: list[Finding] = []
    left_out = off_by_default() if off is None else frozenset(off)
    applied = _applied(left_out, subject.text.masthead.language == ENGLISH, subject.drafting)
    local = frozenset(rule_id for rule_id in applied if rule_id in PARAGRAPH_CHECKS)
    if local:
        language = spoken()
        for paragraph in subject.text.paragraphs:
            found += [one for one in _alone(paragraph, language) if one.rule in local]
    for rule_id in applied:
        if rule_id in TEXT_CHECKS:
            if watch:
                watch()
            found += TEXT_CHECKS[rule_id](subject)
    return in_text_order(subject, found)


def in_text_order(subject: Subject, found: Collection[Finding]) -> tuple[Finding, ...]:
    """The findings by their places."""
    order = {paragraph.id: at for at, paragraph in enumerate(subject.text.paragraphs)}

    def place(one: Finding) -> tuple[int, int, int, int, str]:
        spot: Spot = one.spot
        return order[spot.paragraph], spot.footnote or 0, spot.start, spot.end, one.rule

    return tuple(sorted(found, key=place))


@lru_cache(maxsize=64)
def _applied(off: frozenset[str], english: bool, drafting: bool) -> tuple[str, ...]:
    ids = [one for one in (*PARAGRAPH_CHECKS, *TEXT_CHECKS) if one not in off]
    fitting = [rule(one) for one in ids]
    return tuple(one.id for one in fitting if (english or not one.english) and (drafting or not one.drafting))


@lru_cache(maxsize=8192)
def _alone(paragraph: Paragraph, language: str) -> tuple[Finding, ...]:
    """What all the rules that look at a paragraph alone remark on it, in the language that is spoken."""
    found = _nameless(replace(paragraph, id="", unit=""), language)
    return tuple(_at(paragraph.id, one) for one in found)


@lru_cache(maxsize=8192)
def _nameless(paragraph: Paragraph, _language: str) -> tuple[Finding, ...]:
    """The same for its words alone: most paragraphs stand in several versions, under other names."""
    return tuple(one for look in PARAGRAPH_CHECKS.values() for one in look(paragraph))


def _at(name: str, one: Finding) -> Finding:
    """A finding in the paragraph of this name."""
    fix = tuple(replace(mend, spot=replace(mend.spot, paragraph=name)) for mend in one.fix)
    related = tuple(replace(spot, paragraph=name) for spot in one.related)
    return replace(one, spot=replace(one.spot, paragraph=name), related=related, fix=fix)
