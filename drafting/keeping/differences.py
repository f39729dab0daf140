# SPDX-License-Identifier: GPL-3.0-or-later
"""What a recovered draft holds beyond the saved one: paragraph by paragraph, and the decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Change, Edit, Pair
from drafting.comparing.words import edits
from drafting.draft import Draft
from drafting.resolution import Paragraph, Resolution
from drafting.translation import listed, marked, marked_plural, tr, trn

NEW, GONE, FOOTNOTE = marked("new"), marked("taken out"), marked("footnote")
_WORDS = {
    Change.ADDED: NEW,
    Change.REMOVED: GONE,
    Change.MOVED: marked("moved"),
    Change.MOVED_REWORDED: marked("moved and reworded"),
    Change.SPLIT: marked("split"),
    Change.MERGED: marked("joined"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that differs: its name, what became of it in a word, both texts, and the edits between.

    The texts have their footnotes below them.
    """

    label: str
    what: str
    old: str
    new: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """The paragraphs that differ, in the order of the recovered text, and all else in short sentences."""

    paragraphs: tuple[Difference, ...] = ()
    others: tuple[str, ...] = ()


def differences(saved: Draft, recovered: Draft) -> Differences:
    """What leads from the saved draft to the recovered one; every change of either text is among it."""
    old, new = saved.resolution, recovered.resolution
    pairs = align(old, new).pairs
    return Differences(tuple(_told(pairs, old, new)), tuple(_others(saved, recovered)))


def _told(pairs: Iterable[Pair], old: Resolution, new: Resolution) -> Iterator[Difference]:
    for pair in pairs:
        before = [old.paragraph(one) for one in pair.old]
        after = [new.paragraph(one) for one in pair.new]
        one, other = _text(before), _text(after)
        if one == other and not pair.change.moved and not _turned(before, after):
            continue
        label = listed(pair.new or pair.old)
        yield Difference(label, _what(pair, before, after), one, other, edits(one, other))


def _what(pair: Pair, before: list[Paragraph], after: list[Paragraph]) -> str:
    if word := _WORDS.get(pair.change):
        return word
    if [one.text for one in before] != [one.text for one in after]:
        return marked("reworded")
    return FOOTNOTE if _text(before) != _text(after) else marked("of another kind")


def _turned(before: list[Paragraph], after: list[Paragraph]) -> bool:
    """Whether the words are the same and the place in the structure is not."""
    return [(one.kind, one.level) for one in before] != [(one.kind, one.level) for one in after]


def _text(paragraphs: Iterable[Paragraph]) -> str:
    lines = ((one.text, *(note.text for note in one.footnotes)) for one in paragraphs)
    return "\n".join(line for texts in lines for line in texts)


def _negotiated(saved: Draft, recovered: Draft) -> Iterator[tuple[int, tuple[str, str]]]:
    """How many paragraphs of both differ in their numbers, in what the room said, in their notes."""
    pairs = [(one, recovered.paragraph(one.key)) for one in saved.paragraphs if one.key in recovered]
    counted = sum(one.counted is not other.counted for one, other in pairs)
    said = sum((one.stage, one.agreed) != (other.stage, other.agreed) for one, other in pairs)
    memos = sum(one.memo != other.memo for one, other in pairs)
    yield counted, marked_plural("{n} number as bis or alternative", "{n} numbers as bis or alternative")
    yield said, marked_plural("{n} state of a paragraph", "{n} states of paragraphs")
    yield memos, marked_plural("{n} private note", "{n} private notes")


def _others(saved: Draft, recovered: Draft) -> Iterator[str]:
    decisions = [
        {choice.proposal: choice.decision for _, choice in one.choices()} for one in (saved, recovered)
    ]
    known = decisions[0].keys() & decisions[1].keys()
    turned = sum(decisions[0][one] is not decisions[1][one] for one in known)
    facts = {
        name
        for name in {*saved.facts, *recovered.facts}
        if saved.facts.get(name) != recovered.facts.get(name)
    }
    numbers = (
        (turned, marked_plural("{n} decision on a proposal", "{n} decisions on proposals")),
        (len(facts), marked_plural("{n} fact", "{n} facts")),
        (
            len(saved.ignored ^ recovered.ignored),
            marked_plural("{n} ignored finding", "{n} ignored findings"),
        ),
        (
            len(set(saved.pairings) ^ set(recovered.pairings)),
            marked_plural("{n} comparison paired by hand", "{n} comparisons paired by hand"),
        ),
        (
            len(set(saved.shelf) ^ set(recovered.shelf)),
            marked_plural("{n} document on the shelf", "{n} documents on the shelf"),
        ),
    )
    for number, words in (*numbers, *_negotiated(saved, recovered)):
        if number:
            yield trn(*words, number)
    if saved.carry.session != recovered.carry.session:
        yield tr("the session: {new} in place of {old}").format(
            new=recovered.carry.session, old=saved.carry.session
        )
