# SPDX-License-Identifier: GPL-3.0-or-later
"""Square brackets round text that is not agreed: putting them, taking them away, and where they stand.

A pair stands within one paragraph or footnote; text over several paragraphs gets a pair in each. Brackets are
part of the text, as they are in every file. Source: Editorial Manual on paragraphs; rule 1.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.checking.brackets import Brackets, blanks_in, brackets_in
from drafting.comparing.records import Span
from drafting.draft.blocks import refused
from drafting.draft.editing import Rewritten, edit_note, rewrite
from drafting.draft.record import Decision, Draft, DraftParagraph
from drafting.draft.step import Step
from drafting.translation import tr

_WORD = re.compile(r"[^\s\[\]]+")
_SIGNS = ".,;:"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text of a paragraph, or of its footnote with the key `note`: `[start, end)`."""

    key: str
    start: int
    end: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A pair of brackets in the draft with its words, or a sign `alone`, and where it stands."""

    at: Passage
    words: str
    alone: bool = False


def bracket(draft: Draft, passages: Sequence[Passage]) -> Step:
    """Put each passage in brackets, without the blanks at its ends; an empty one means the word it stands at.

    Footnote marks and proposals within stay where they are. Brackets that would cut another pair, a blank or
    the words of an open proposal take in all of them. Raises DraftError where there are no
    words, where all stands in brackets of its own already, or round a bracket without counterpart.
    """
    wanted = list(dict.fromkeys(one for passage in passages if (one := _fitted(draft, passage))))
    if not wanted:
        raise refused(tr("There are no words to put in brackets here."))
    wanted = [one for one in wanted if not _stands_so(draft, one)]
    if not wanted:
        raise refused(tr("These words stand in brackets of their own already."))
    if any(one.start <= at < one.end for one in wanted for at in _brackets(draft, one).alone):
        raise refused(tr("A bracket here has no counterpart: mend that first."))
    signs = [(replace(one, start=at, end=at), sign) for one in wanted for at, sign in _ends(one)]
    name = tr("Put brackets in {what}").format(what=_called(draft, wanted))
    return _spliced(draft, signs, name)


def unbracket(draft: Draft, passages: Sequence[Passage]) -> Step:
    """Take brackets away: all that stand in a passage, or else the innermost pair round it.

    Of a pair both signs go; a sign that stands alone goes where the passage has it. Blanks ("[…]") stay.
    Raises DraftError where there are none.
    """
    gone = dict.fromkeys(one for passage in passages for one in _removed(draft, passage))
    if not gone:
        raise refused(tr("There are no brackets here to take away."))
    name = tr("Take brackets away in {what}").format(what=_called(draft, list(gone)))
    return _spliced(draft, [(one, "") for one in gone], name)


def open_brackets(draft: Draft) -> tuple[Bracketed, ...]:
    """All brackets of the draft in the order of the text: pairs, and signs that have no counterpart."""
    return tuple(one for paragraph in draft.paragraphs for one in brackets_of(paragraph))


def brackets_of(paragraph: DraftParagraph) -> Iterator[Bracketed]:
    """The brackets of a paragraph and of its footnotes, in order."""
    if not any(
        "[" in text or "]" in text for text in (paragraph.text, *(one.text for one in paragraph.notes))
    ):
        return  # nearly every paragraph of a long text, which is counted with every act
    notes = sorted(paragraph.notes, key=lambda note: note.offset)
    for note, text in ((None, paragraph.text), *((one.key, one.text) for one in notes)):
        found = brackets_in(text)
        spans = [(pair, False) for pair in found.pairs] + [(Span(at, at + 1), True) for at in found.alone]
        for span, alone in sorted(spans, key=lambda one: (one[0].start, -one[0].end)):
            yield Bracketed(Passage(paragraph.key, span.start, span.end, note), span.of(text), alone)


def _text(draft: Draft, passage: Passage) -> str:
    paragraph = draft.paragraph(passage.key)
    return paragraph.text if passage.note is None else paragraph.note(passage.note).text


def _brackets(draft: Draft, passage: Passage) -> Brackets:
    return brackets_in(_text(draft, passage))


def _fitted(draft: Draft, passage: Passage) -> Passage | None:
    """The passage as it is to stand in brackets; None where it has no words."""
    text = _text(draft, passage)
    start, end = passage.start, passage.end
    if start == end:
        word = next((one for one in _WORD.finditer(text) if one.start() <= start <= one.end()), None)
        if word is None:
            return None
        start, end = word.start(), word.end() - (len(word[0]) - len(word[0].rstrip(_SIGNS)))
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    if start >= end:
        return None
    whole, pairs = (*blanks_in(text), *_waiting(draft, passage)), brackets_in(text).pairs
    before = -1, -1
    while before != (start, end):  # a pair taken in may cut a proposal, and that another pair
        before = start, end
        cut = [one for one in whole if one.start < end and start < one.end]  # half a blank is none
        cut += [one for one in pairs if one.start < end and start < one.end and not _inside(one, start, end)]
        start = min([start, *(one.start for one in cut)])
        end = max([end, *(one.end for one in cut)])
    return replace(passage, start=start, end=end)


def _inside(pair: Span, start: int, end: int) -> bool:
    """Whether a stretch stands between the signs of a pair."""
    return pair.start < start and end < pair.end


def _waiting(draft: Draft, passage: Passage) -> Iterator[Span]:
    """Where open proposals stand: one with a bracket in its words could no longer be accepted."""
    for choice in draft.paragraph(passage.key).choices:
        if choice.note == passage.note and choice.decision is Decision.OPEN:
            yield Span(choice.start, choice.end)


def _stands_so(draft: Draft, passage: Passage) -> bool:
    """Whether all of a passage and nothing else stands in a pair, with its signs or without them."""
    around = (Span(passage.start, passage.end), Span(passage.start - 1, passage.end + 1))
    return any(span in _brackets(draft, passage).pairs for span in around)


def _ends(passage: Passage) -> tuple[tuple[int, str], tuple[int, str]]:
    return (passage.start, "["), (passage.end, "]")


def _removed(draft: Draft, passage: Passage) -> Iterator[Passage]:
    """The signs that go."""
    found = _brackets(draft, passage)
    signs: Sequence[int] = found.within(passage.start, passage.end) if passage.start < passage.end else ()
    if not signs and (pair := found.round(passage.start, passage.end)):
        signs = (pair.start, pair.end - 1)
    if not signs:  # a sign alone that the caret touches
        signs = [at for at in found.alone if at <= passage.start and passage.end <= at + 1]
    for at in signs:
        yield replace(passage, start=at, end=at + 1)


def _spliced(draft: Draft, edits: Sequence[tuple[Passage, str]], name: str) -> Step:
    """The draft with each of the stretches replaced, the last first, as one step."""
    changed: frozenset[str] = frozenset()
    ordered = sorted(enumerate(edits), key=lambda one: (one[1][0].start, one[0]), reverse=True)
    for _, (at, new) in ordered:
        text = _text(draft, at)
        text = text[: at.start] + new + text[at.end :]
        if at.note is None:
            step = rewrite(draft, [at.key], [Rewritten(at.key, text)], name, at.start)
        else:
            step = edit_note(draft, at.key, at.note, text, at.start)
        draft, changed = step.draft, changed | step.changed
    return Step(draft, changed, name)


def _called(draft: Draft, passages: Sequence[Passage]) -> str:
    """How an act names where it happens: "PP4", "PP4 to OP2", "footnote 3"."""
    keys = sorted({one.key for one in passages}, key=draft.position)
    if len({(one.key, one.note) for one in passages}) == 1 and passages[0].note is not None:
        return tr("footnote {number}").format(number=draft.note_numbers[passages[0].note])
    first, last = draft.label(keys[0]).id, draft.label(keys[-1]).id
    return first if first == last else tr("{first} to {last}").format(first=first, last=last)
