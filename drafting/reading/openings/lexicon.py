# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of opening phrases, from `openings.json` and `opening_forms.json`, as they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from drafting.data import load
from drafting.reading.openings.phrases import Phrases, by_first_word


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The data file as sets; see there for what each list holds."""

    adverbs: frozenset[str]
    adverbs_after: frozenset[str]
    before_further: frozenset[str]
    adverb_phrases: Phrases
    phrases: Phrases
    adjectives: frozenset[str]
    participles: frozenset[str]
    third_persons: frozenset[str]
    verbs: frozenset[str]
    auxiliary_adjective: frozenset[str]
    auxiliary_participle: frozenset[str]
    with_adjectives: frozenset[str]
    with_nouns: frozenset[str]
    its: dict[str, frozenset[str]]
    not_verbs: frozenset[str]
    bodies: dict[str, dict[str, Any]]


@cache
def lexicon() -> Lexicon:
    """The words, read once."""
    data = load("openings")
    return Lexicon(
        adverbs=frozenset(data["adverbs"]),
        adverbs_after=frozenset(data["adverbs_after"]),
        before_further=frozenset(data["further_after_operative_verb_before"]),
        adverb_phrases=by_first_word(data["adverb_phrases"]),
        phrases=by_first_word(data["preamble"]["phrases"] + data["operative"]["phrases"]),
        adjectives=frozenset(data["preamble"]["words"]),
        participles=frozenset(data["preamble"]["participles"]),
        third_persons=frozenset(load("opening_forms")["verbs"].values()),
        verbs=frozenset(data["operative"]["words"]),
        auxiliary_adjective=frozenset(data["auxiliaries"]["followed_by_adjective"]),
        auxiliary_participle=frozenset(data["auxiliaries"]["followed_by_participle"]),
        with_adjectives=frozenset(data["with"]["adjectives"]),
        with_nouns=frozenset(data["with"]["nouns"]),
        its={name: frozenset(words) for name, words in data["its"].items()},
        not_verbs=frozenset(data["not_verbs"]),
        bodies=data["bodies"],
    )
