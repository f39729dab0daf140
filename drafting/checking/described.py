# SPDX-License-Identifier: GPL-3.0-or-later
"""Words lost from what a cited text is said to say: they are that text's words and not the drafter's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from drafting.checking.past import Past, Side, changed, places_of, steps
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.comparing.qualifiers import FUNCTION_WORDS
from drafting.comparing.records import Edit, Op
from drafting.comparing.words import edits
from drafting.glyphs import folded
from drafting.translation import tr
from drafting.updating.mentions import MentionKind, find

_FEW = 4  # words; more are a statement of their own, left out on purpose
_BESIDE = 24  # characters on either side by which the place is known again
_WORD = re.compile(r"[^\W\d][\w-]*")
_SAYS = re.compile(r"\b(?:(?:in|by|through)\swhich|wherein|whereby|which|that)\b")


class Loss(NamedTuple):
    """Words that stood between `before` and `after` in the description of what is cited as `number`."""

    words: str
    before: str
    after: str
    number: str


def words_lost(subject: Subject) -> Iterator[Finding]:
    """Words that the description of a resolution has lost in one of the latest versions, and not got back."""
    for found, number in steps(subject, _losses, _old_losses):
        for loss in found:
            yield from _told(loss, number, subject)


def _losses(_old: Past, _new: Side, became: Mapping[str, str]) -> tuple[Loss, ...]:
    return tuple(loss for text, successor in became.items() for loss in _lost(text, successor))


@lru_cache(maxsize=64)
def _old_losses(old: Past, new: Past) -> tuple[Loss, ...]:
    return _losses(old, new, changed(old, new))


@lru_cache(maxsize=4096)
def _lost(text: str, successor: str) -> tuple[Loss, ...]:
    """The losses of a paragraph; most have none, which the words alone show."""
    gone = Counter(_WORD.findall(folded(text))) - Counter(_WORD.findall(folded(successor)))
    if "esolution" not in text or not any(word not in FUNCTION_WORDS for word in gone):
        return ()
    return tuple(_losses_in(text, successor))


def _losses_in(text: str, successor: str) -> Iterator[Loss]:
    cited = [mention for mention in find(text) if mention.kind is MentionKind.RESOLUTION]
    if not cited:
        return
    still = {mention.value for mention in find(successor) if mention.kind is MentionKind.RESOLUTION}
    for edit in edits(text, successor):
        before = [mention for mention in cited if mention.span.end <= edit.old.start]
        if before and before[-1].value in still and _is_loss(edit, text):
            between = text[before[-1].span.end : edit.old.start]
            if _SAYS.search(between) and ";" not in between:
                plain = folded(successor)
                yield Loss(
                    edit.old.of(text),
                    plain[: edit.new.start][-_BESIDE:],
                    plain[edit.new.end :][:_BESIDE],
                    before[-1].value,
                )


def _is_loss(edit: Edit, text: str) -> bool:
    """Whether a few words went and none came, one of them at least with a meaning of its own."""
    gone = re.findall(r"[\w-]+", edit.old.of(text))
    telling = [word for word in gone if word not in FUNCTION_WORDS and not re.search(r"\d", word)]
    return (
        edit.op is Op.DELETE
        and 0 < len(gone) <= _FEW
        and bool(telling)
        and not re.search(r"\d", " ".join(gone))
    )


def _told(loss: Loss, number: str, subject: Subject) -> Iterator[Finding]:
    places = subject.once(places_of)
    for text, paragraphs in places.items():
        at = _glyphless(text).find(loss.before + loss.after)
        if at < 0 or loss.words.strip() in text:
            continue
        at += len(loss.before)
        for paragraph in paragraphs:
            start, end = _words_about(text, at)
            message = tr(
                "“{words}” was left out here in {version}: are they words of {citation}, which is cited here?"
            ).format(words=loss.words.strip(), version=number, citation=loss.number)
            mend = Mend(Spot(paragraph.id, at, at), "", loss.words)
            yield finding("words-lost", Spot(paragraph.id, start, end), text[start:end], message, fix=[mend])


_glyphless = lru_cache(maxsize=8192)(folded)


def _words_about(text: str, at: int) -> tuple[int, int]:
    """The word before a place and the word after it."""
    before, after = re.search(r"\S+\s*$", text[:at]), re.match(r"\s*\S+", text[at:])
    start = before.start() if before else at
    return start, at + after.end() if after else at


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"words-lost": words_lost}
