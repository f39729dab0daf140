# SPDX-License-Identifier: GPL-3.0-or-later
"""The opening words of a paragraph: the verb with its adverb and the phrase that belongs to it.

The rule is the Editorial Manual's: what is printed in italics is "Recalling also", "Taking note with
appreciation", "Also re-emphasizes", "Expresses its concern"; a second verb later on stays roman. The words
are data in `resources/openings.json`; a verb that is not listed is known by its form (participle in the
preamble, third person in the operative part).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from drafting.reading.languages import ENGLISH
from drafting.reading.openings.lexicon import Lexicon, lexicon
from drafting.reading.openings.phrases import REACH, Words, words_of
from drafting.reading.openings.romance import LANGUAGES, opening_end, opens_part
from drafting.resolution import Part


def opening_of(text: str, part: Part, body: str = "", language: str = ENGLISH) -> str:
    """The leading words of `text` printed in italics, exactly as they stand; "" when it opens otherwise.

    `part` says which verb forms to expect; `body` ("Security Council") adds that organ's own practice.
    The result is always a prefix of `text`; of a language without rules here it is empty. Square brackets at
    the beginning ("[Recalling] also") are read over. Source: Editorial Manual on resolutions, and adopted
    resolutions.
    """
    if text[:1] == "[":
        places = [at for at, sign in enumerate(text) if sign not in "[]"]
        plain = "".join(text[at] for at in places)
        opening = opening_of(plain, part, body, language)
        return text[: places[len(opening) - 1] + 1] if opening else ""
    if language != ENGLISH:
        return text[: opening_end(text, language)] if language in LANGUAGES else ""
    return text[: _end(text[:REACH], part, body)]


@lru_cache(maxsize=4096)  # a long text is asked about whole whenever its order changes or it is drawn
def _end(head: str, part: Part, body: str) -> int:
    """Where the opening ends, 0 for none."""
    phrase = _phrase(head, part, body)
    last = phrase.read() if phrase else 0
    return phrase.words[last - 1].end if phrase and last else 0


def opens_paragraph(text: str, part: Part, *, known: bool = False, language: str = ENGLISH) -> bool:
    """Whether a text begins as a paragraph of this part does: "Recalling" and "Concerned", or "Recalls".

    Stricter than `opening_of`, which also finds the opening of a paragraph that stands in the wrong part.
    With `known` the verb must be a listed one: its form alone ("Unreported", "Parliaments") is not enough.
    """
    if language != ENGLISH:
        return language in LANGUAGES and opens_part(text, part, language)
    phrase = _phrase(text, part, "")
    if phrase is None or not text[:1].isupper():
        return False
    start = phrase.adverbs_before(0)
    verb = phrase.form(start)
    if not phrase.verb(start):
        return False
    listed = phrase.is_listed(start)
    if part is Part.OPERATIVE:
        return verb.endswith("s") and verb not in phrase.lexicon.adjectives and (listed or not known)
    return listed or (not known and verb.endswith(("ing", "ed")))


def is_incomplete(opening: str, language: str = ENGLISH) -> bool:
    """Whether an opening holds adverbs alone ("Also", "Strongly"): its verb is missing."""
    if language != ENGLISH:
        return False
    phrase = _phrase(opening, Part.OPERATIVE, "")
    return phrase is not None and phrase.adverbs_before(0) >= len(phrase.words)


def _phrase(text: str, part: Part, body: str) -> _Phrase | None:
    words = words_of(text)
    return _Phrase(words, text, lexicon(), part, lexicon().bodies.get(body, {})) if words else None


@dataclass(frozen=True, slots=True)
class _Phrase(Words):
    """One reading of the words at the head of a paragraph; positions count words, 0 means no opening."""

    lexicon: Lexicon
    part: Part
    house: dict[str, Any]

    def read(self) -> int:
        start = self.adverbs_before(0)
        end = self.verb(start)
        if not end:
            return 0
        if self.house.get("verb_only"):
            return end
        if self.form(end) == "and" and not self.broken(end):
            second = self.adverbs_before(end + 1)
            if self.is_verb(self.form(second)):
                return self.tail(self.form(second), self.verb(second))
        return self.tail(self.words[start].form, end)

    def adverbs_before(self, at: int) -> int:
        """Skip "Also", "Further", "Strongly", "Once again", and "Also, in this regard," before the verb."""
        while True:
            end = self.follows(self.lexicon.adverb_phrases, at)
            if end == at and (self.form(at) in self.lexicon.adverbs or self.form(at).endswith("ly")):
                end = at + 1
            if end == at:
                return at
            at = end

    def verb(self, at: int) -> int:
        """The position after the verb phrase that starts here; 0 when there is none."""
        form = self.form(at)
        end = self.follows(self.lexicon.phrases, at)
        if end > at:
            return end
        if form in self.lexicon.auxiliary_participle | self.lexicon.auxiliary_adjective:
            inner = self.adverbs_before(at + 1)
            if form in self.lexicon.auxiliary_participle or self.form(inner) in self.lexicon.adjectives:
                return min(inner + 1, len(self.words))
        if form in ("calls", "calling"):
            return self.split_call(at + 1)
        return at + 1 if self.is_verb(form) else 0

    def is_listed(self, at: int) -> bool:
        """Whether the verb phrase that starts here is one that resolutions are known to use in this part."""
        form, words = self.form(at), self.lexicon
        preamble = self.part is Part.PREAMBLE
        if self.follows(words.phrases, at) > at:
            return preamble is not form.endswith("s")
        if preamble:
            return form in words.adjectives or form in words.participles
        feels = (
            form in words.auxiliary_adjective and self.form(self.adverbs_before(at + 1)) in words.adjectives
        )
        return feels or form in words.third_persons

    def split_call(self, at: int) -> int:
        """The preposition belongs to the verb over an adverb in between: "Calls once again upon"."""
        inner = self.adverbs_before(at)
        unbroken = inner > at and not self.broken(at) and not self.broken(inner)
        return inner + 1 if unbroken and self.form(inner) in ("upon", "on") else at

    def is_verb(self, form: str) -> bool:
        if not form or form in self.lexicon.not_verbs:
            return False
        if form in self.lexicon.adjectives or form in self.lexicon.verbs:
            return True
        if form.endswith("ing") and len(form) > 4:
            return True
        if self.part is Part.PREAMBLE and form.endswith("ed"):
            return True
        return form.endswith("s") and not form.endswith(("ss", "'s", "ous")) and len(form) > 3

    def tail(self, verb: str, at: int) -> int:
        """The position after all that belongs to the verb: adverbs, "its request", "with appreciation"."""
        seen_noun = False
        while not self.broken(at):
            end = self.adverbs_after(verb, at)
            if end == at and not seen_noun:
                end = self.belonging(verb, at)
                seen_noun = end > at
            if end == at and self.form(at) == "with":
                end = self.feeling(at)
            if end == at:
                return at
            at = end
        return at

    def adverbs_after(self, verb: str, at: int) -> int:
        """The position after an adverb that follows the verb.

        In the operative part the adverb stands before the verb, so in "Encourages further work" it is an
        adjective; only before a word that no adjective precedes ("Notes further that") is it the adverb.
        """
        end = self.follows(self.lexicon.adverb_phrases, at)
        if end > at or self.form(at) not in self.lexicon.adverbs_after:
            return end
        adjective = self.form(at) == "further" and verb.endswith("s")
        return at if adjective and self.form(at + 1) not in self.lexicon.before_further else at + 1

    def belonging(self, verb: str, at: int) -> int:
        """The position after "its [deep] concern" or, after verbs of expression, "[deep] concern"."""
        its = self.lexicon.its
        nouns = its["nouns"] | frozenset(self.house.get("nouns", {}).get(verb, ()))
        if verb in its["without_its"]:
            nouns |= its["nouns_after_express"]
        elif verb not in its["verbs"] or self.form(at) != "its":
            return at
        end = at
        while self.form(end) in its["adjectives"] and not self.broken(end):
            end += 1
        if self.form(end) not in nouns or self.broken(end):
            return at
        end += 1
        if self.form(end) == "and" and self.form(end + 1) in nouns:
            end += 2
        call = self.form(end - 1) in ("call", "calls", "appeal") and self.form(end) in its["after_call"]
        return end + 1 if call and not self.broken(end) else end

    def feeling(self, at: int) -> int:
        """The position after "with [deep] appreciation"; `at` when no feeling follows."""
        end = at + 1
        while self.form(end) in self.lexicon.with_adjectives and not self.broken(end):
            end += 1
        if self.form(end) not in self.lexicon.with_nouns or self.broken(end):
            return at
        end += 1
        if self.form(end) == "and" and self.form(end + 1) in self.lexicon.with_nouns:
            end += 2
        return end
