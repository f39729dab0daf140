# SPDX-License-Identifier: GPL-3.0-or-later
"""The opening words of a paragraph in French and in Spanish, by one rule with the words of each language.

As in English the verb is printed in italics with its adverb and the phrase that belongs to it ("Souligne
également de nouveau", "Expresa su preocupación"); the participle opens the preamble ("Rappelant en outre",
"Haciendo notar con aprecio"). The words are data in `resources/openings_fr.json` and `openings_es.json`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from drafting.data import load
from drafting.reading.openings.phrases import Phrases, Words, by_first_word, words_of
from drafting.resolution import Part

LANGUAGES = frozenset({"fr", "es"})


def opening_end(text: str, language: str) -> int:
    """Where the opening words end in `text` (code points); 0 when it opens otherwise."""
    phrase = _Phrase(words_of(text), text, _grammar(language))
    last = phrase.read()
    return phrase.words[last - 1].end if last else 0


def opens_part(text: str, part: Part, language: str) -> bool:
    """Whether a text begins as a paragraph of this part does: "Rappelant", "Conscient", or "Rappelle"."""
    phrase = _Phrase(words_of(text), text, _grammar(language))
    if not text[:1].isupper() or not phrase.read():
        return False
    return phrase.is_preambular(phrase.at_verb()) is (part is Part.PREAMBLE)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The data of one language as sets; see there for what each list holds."""

    sets: dict[str, frozenset[str]]
    phrases: Phrases
    adverb_phrases: Phrases
    participle_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    adverb_ending: str
    elided: str


@cache
def _grammar(language: str) -> _Grammar:
    data: dict[str, Any] = load(f"openings_{language}")
    sets = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
    feminine = {
        word[: len(word) - len(ending)] + other
        for ending, other in data["feminine"].items()
        for word in data["adjectives"]
        if word.endswith(ending)
    }
    sets["adjectives"] |= feminine
    sets |= {f"with_{name}": frozenset(words) for name, words in data["with"].items()}
    return _Grammar(
        sets,
        by_first_word(data["phrases"]),
        by_first_word(data["adverb_phrases"]),
        tuple(data["participle_endings"]),
        tuple(data["past_endings"]),
        data["adverb_ending"],
        data["elided"],
    )


@dataclass(frozen=True, slots=True)
class _Phrase(Words):
    """One reading of the words at the head of a paragraph; 0 means no opening."""

    grammar: _Grammar

    def among(self, at: int, name: str) -> bool:
        return self.form(at) in self.grammar.sets[name]

    def read(self) -> int:
        start = self.at_verb()
        end = self.verb(start)
        if not end:
            return 0
        verb = self.bare(start)
        while not self.broken(end):
            further = self.tail(verb, end)
            if further == end:
                break
            end = further
        return end

    def at_verb(self) -> int:
        """The position of the verb, behind adverbs ("Profondément") and the reflexive ("Se")."""
        at = 0
        while self.is_adverb(at) and not self.among(at, "adjectives"):
            at += 1
        return at + self.among(at, "reflexives")

    def bare(self, at: int) -> str:
        """The word without an elided reflexive before it ("s'inquiétant")."""
        elided = self.grammar.elided
        return self.form(at).removeprefix(elided) if elided else self.form(at)

    def is_adverb(self, at: int) -> bool:
        form = self.form(at)
        if self.among(at, "adverbs"):
            return True
        known = form.endswith(self.grammar.adverb_ending) and "'" not in form  # "l'engagement" is a noun
        return known and not self.among(at, "not_adverbs")

    def is_participle(self, at: int) -> bool:
        form = self.bare(at)
        known = form.endswith(self.grammar.participle_endings) and len(form) > 4
        return known and form not in self.grammar.sets["not_participles"]

    def is_preambular(self, at: int) -> bool:
        """Whether a participle or an adjective stands here, not a verb in the third person."""
        return self.is_participle(at) or self.among(at, "adjectives")

    def verb(self, at: int) -> int:
        """The position after the verb phrase that starts here; 0 when there is none."""
        end = self.follows(self.grammar.phrases, at)
        if end > at:
            return end
        form = self.bare(at)
        inner = self.after_adverbs(at + 1)
        if form in self.grammar.sets["followed_by_adjective"] and self.among(inner, "adjectives"):
            return inner + 1
        if form in self.grammar.sets["followed_by_participle"]:
            return inner + 1 if self.form(inner).endswith(self.grammar.past_endings) else 0
        if form in self.grammar.sets["verbs"] or self.is_preambular(at):
            return at + 1
        return 0

    def after_adverbs(self, at: int) -> int:
        while at < len(self.words) and self.is_adverb(at) and not self.broken(at):
            at += 1
        return at

    def tail(self, verb: str, at: int) -> int:
        """The position after one more adverb, "avec satisfaction" or "sa préoccupation"; `at` without."""
        end = self.follows(self.grammar.adverb_phrases, at)
        if end > at:
            return end
        if self.is_adverb(at):
            return at + 1
        if self.among(at, "with_words"):
            return self.noun(at, at + 1, "with_adjectives", "with_nouns")
        if verb in self.grammar.sets["possessed_by"]:
            start = at + self.among(at, "possessives")
            return self.noun(at, start, "possessed_adjectives", "possessed_nouns")
        return at

    def noun(self, at: int, start: int, adjectives: str, nouns: str) -> int:
        """The position after a noun of the list with its adjectives, and a second one after "and"."""
        end = start
        while self.among(end, adjectives) and not self.broken(end):
            end += 1
        if not self.among(end, nouns) or self.broken(end):
            return at
        second = end + 2 + self.among(end + 2, adjectives)
        joined = self.among(end + 1, "and") and self.among(second, nouns) and not self.broken(end + 1)
        return second + 1 if joined else end + 1
