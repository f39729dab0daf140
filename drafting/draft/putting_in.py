# SPDX-License-Identifier: GPL-3.0-or-later
"""A clip on its way into a draft: which words come to stand in which paragraph, and whose they are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafting.draft.clips import Clip, ClipPart, Half, Place, halves
from drafting.draft.counting import recounted
from drafting.draft.editing import Rewritten, rewritten
from drafting.draft.identity import Identities, is_empty
from drafting.draft.kinds import fitted
from drafting.draft.labels import Counted
from drafting.draft.record import Choice, Draft, DraftNote, DraftParagraph
from drafting.reading.text.wrapping import is_finished
from drafting.resolution import Kind


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph as it will be: the words before the place, a part of the clip, the words behind."""

    head: bool = False
    part: ClipPart | None = None
    tail: bool = False

    @property
    def alone(self) -> bool:
        """Whether only the part of the clip stands in it."""
        return not self.head and not self.tail

    @property
    def label(self) -> str:
        """The sign that stands in the words again, because they go on within a sentence."""
        return self.part.label if self.part and self.head and self.part.typed else ""

    @property
    def words(self) -> str:
        """What it takes of the clip."""
        text = self.part.paragraph.text if self.part else ""
        return f"{self.label} {text}" if self.label else text


def _items(left: Half, right: Half, host: DraftParagraph, clip: Clip) -> list[_Item]:
    """Which words come to stand in which paragraph, as in any word processor.

    Two things are done for whole paragraphs, because nobody wants otherwise: put in at the end of a finished
    paragraph they come after it, and at the beginning of one, or finished within one, they end there. The
    line of an annex or a part stays its line: while it is empty, a title that comes first goes into it.
    """
    first, last = clip.parts[0], clip.parts[-1]
    head, tail = bool(left[0] or left[1]), bool(right[0] or right[1])
    bare = host.opens_unit and not head and not tail and first.paragraph.key != host.key
    head = head or bare
    own = first.whole and (first.sign or clip.closed or len(clip.parts) > 1)
    ended = host.kind is Kind.HEADING or first.paragraph.opens_unit or is_finished(left[0].rstrip())
    ended = ended and not (bare and (first.paragraph.opens_unit or not first.sign))
    after = head and not tail and own and ended
    ends = own and last.whole and is_finished(last.paragraph.text.rstrip())
    closed = clip.closed or (ends and (not head or len(clip.parts) > 1))
    closed = closed or (after and not tail)
    count = len(clip.parts)
    items = [
        _Item(head and not after and at == 0, part, tail and not closed and at == count - 1)
        for at, part in enumerate(clip.parts)
    ]
    before, behind = [_Item(head=True)] if after else [], [_Item(tail=True)] if tail and closed else []
    return [*before, *items, *behind]


@dataclass(slots=True)
class Putting:
    """A clip on its way into a draft."""

    draft: Draft
    place: Place
    clip: Clip
    end: Place = field(init=False)
    labels: list[str] = field(default_factory=list)
    new: dict[str, ClipPart] = field(default_factory=dict)
    """The paragraphs that stand by themselves, by key."""
    left: Half = field(init=False)
    right: Half = field(init=False)
    host: DraftParagraph = field(init=False)
    before: dict[str, DraftParagraph] = field(init=False)
    """Those of the clip that stood in this draft, as they were, by key."""

    def __post_init__(self) -> None:
        self.host = self.draft.paragraph(self.place.key)
        self.left, self.right = halves(self.host, self.place)
        self.end = self.place
        self.before = {one.key: one for one in self.clip.before}

    def result(self) -> Draft:
        """The draft with the clip in it; its style proposals are still to come."""
        if not self.clip.parts:
            return self.draft
        items = _items(self.left, self.right, self.host, self.clip)
        words = self._rewritten(items)
        emptied = {one.key for one in self.draft.paragraphs if is_empty(one) and not one.opens_unit}
        ids = Identities(words, self.clip, emptied, words.last_key)
        at = self.draft.position(self.host.key)
        slots = words.paragraphs[at : at + len(items)]
        made = [self._filled(ids, slot, item) for slot, item in zip(slots, items, strict=True)]
        rest = (_given_up(one, ids) for one in words.paragraphs[at + len(items) :])
        whole = (*(_given_up(one, ids) for one in words.paragraphs[:at]), *made, *rest)
        whole = tuple(map(ids.without_leftovers, whole))
        parted = made[-1].key if items[-1].tail and not items[-1].head else ""
        fit = fitted(whole, self.new, self.host, self.clip.around, parted)
        after = recounted(self.draft.paragraphs, fit)
        after = _as_named_before(after, self.clip.around)
        held = {one.id for one in words.styles}
        styles = tuple(one for one in self.clip.styles if one.id in ids.back and one.id not in held)
        return replace(words, paragraphs=after, last_key=ids.last_key, styles=(*words.styles, *styles))

    def _rewritten(self, items: Sequence[_Item]) -> Draft:
        """The words in their paragraphs; those of the host keep their decisions and footnotes."""
        keeper = next((n for n, one in enumerate(items) if one.head), None)
        if keeper is None:
            keeper = next((n for n, one in enumerate(items) if one.tail), 0)
        after = []
        for number, item in enumerate(items):
            text, marks = (self.left[0], list(self.left[1])) if item.head else ("", [])
            text += item.words
            if item.tail:
                marks += [(key, offset + len(text)) for key, offset in self.right[1]]
                text += self.right[0]
            after.append(Rewritten(self.host.key if number == keeper else None, text, tuple(marks)))
        return rewritten(self.draft, [self.host.key], after, " ", len(self.left[0])).draft

    def _filled(self, ids: Identities, slot: DraftParagraph, item: _Item) -> DraftParagraph:
        """A paragraph with the footnotes and decisions of its part of the clip, as itself where it can be."""
        part = item.part
        if part is None:
            return self._healed(ids, slot, tail=item.tail) or ids.kept(slot)
        counts = part.paragraph.kind is Kind.HEADING and item.alone  # what it prints is known at the end
        if part.label and not item.label and not counts and any(map(str.isalnum, part.label)):
            self.labels.append(part.label)
        shift = (len(self.left[0]) if item.head else 0) + len(item.words) - len(part.paragraph.text)
        notes = ids.notes(part, shift)
        paragraph = _named(ids, part, slot) if item.alone and part.whole else ids.kept(slot)
        paragraph = _with_notes(paragraph, slot, notes, set(dict(self.left[1])) if item.head else set())
        healed = self._healed(ids, paragraph, tail=item.tail)
        paragraph = healed or _decided(ids, part, paragraph, shift)
        if item.alone and not paragraph.key == self.host.key == part.paragraph.key:  # the host comes back
            self.new[paragraph.key] = part
        marks = len(notes) + (len(self.left[1]) if item.head else 0)
        self.end = Place(paragraph.key, shift + len(part.paragraph.text), marks)
        return paragraph

    def _healed(self, ids: Identities, paragraph: DraftParagraph, *, tail: bool) -> DraftParagraph | None:
        """The paragraph as it was, when it reads as before parts of it were taken; None when it does not."""
        home = paragraph.key
        known = self.before.get(home)
        if (known is None or not _reads_as(paragraph, known)) and tail and self.clip.before:
            known = self.clip.before[-1]
        if known is None or not _reads_as(paragraph, known):
            return None
        choices = ids.choices(known.choices, known.notes, 0, home)
        waiting = tuple(one for one in known.resting if one in paragraph.resting)
        resting = (*waiting, *ids.resting(known.resting, known.notes, 0))
        if known.key != home:
            if not ids.takes(known.key):
                return None
            self.new[known.key] = ClipPart(known, sign=True)
            paragraph = replace(known, unit=paragraph.unit, origin=ids.origin(known))
        joined = "\n".join(filter(None, (known.memo, self.clip.before[-1].memo)))
        memo = known.memo if paragraph.memo == joined else paragraph.memo
        return replace(paragraph, notes=known.notes, choices=choices, resting=resting, memo=memo)


def _as_named_before(
    paragraphs: tuple[DraftParagraph, ...], around: tuple[DraftParagraph, ...]
) -> tuple[DraftParagraph, ...]:
    """The paragraphs under the names and numbers printed while all stood in this order, slips too."""
    if [one.key for one in paragraphs] != [one.key for one in around]:
        return paragraphs
    pairs = zip(paragraphs, around, strict=True)
    return tuple(
        replace(
            one,
            unit=was.unit,
            title=was.title,
            opens=was.opens,
            restarts=was.restarts,
            counted=was.counted,
        )
        if _names(one) != _names(was) and one.kind is was.kind
        else one
        for one, was in pairs
    )


def _names(paragraph: DraftParagraph) -> tuple[object, ...]:
    shown = paragraph.unit, paragraph.title, paragraph.opens
    return *shown, paragraph.restarts, paragraph.counted


def _named(ids: Identities, part: ClipPart, slot: DraftParagraph) -> DraftParagraph:
    """The paragraph of a part that stands by itself: the one it was, or a new one."""
    told = part.paragraph
    if ids.takes(told.key):
        return replace(
            slot if slot.key == told.key else replace(told, unit=slot.unit, origin=ids.origin(told)),
            text=slot.text, notes=slot.notes, choices=slot.choices, resting=slot.resting,
        )  # fmt: skip
    slot = ids.kept(slot)
    return slot if slot.origin else replace(slot, counted=Counted.ON)


def _with_notes(
    paragraph: DraftParagraph, slot: DraftParagraph, notes: Sequence[DraftNote], early: set[str]
) -> DraftParagraph:
    """The footnotes of the words before, of the clip, of the words behind, in this order."""
    before = [note for note in slot.notes if note.key in early]
    behind = [note for note in slot.notes if note.key not in early]
    return replace(paragraph, notes=(*before, *notes, *behind))


def _decided(ids: Identities, part: ClipPart, paragraph: DraftParagraph, shift: int) -> DraftParagraph:
    """The paragraph with the decisions of its part of the clip."""
    told = part.paragraph
    choices = ids.choices(told.choices, paragraph.notes, shift, "")
    back = {one.proposal for one in choices}
    held = (one for one in paragraph.choices if one.proposal not in back)
    resting = (*paragraph.resting, *ids.resting(told.resting, paragraph.notes, shift))
    return replace(paragraph, choices=tuple(sorted((*held, *choices), key=_in_text)), resting=resting)


def _in_text(choice: Choice) -> tuple[str, int]:
    return choice.note or "", choice.start


def _reads_as(paragraph: DraftParagraph, known: DraftParagraph) -> bool:
    ours, theirs = ({(n.key, n.offset, n.text) for n in one.notes} for one in (paragraph, known))
    return paragraph.text == known.text and ours == theirs


def _given_up(paragraph: DraftParagraph, ids: Identities) -> DraftParagraph:
    """A paragraph left empty whose key its words have taken along: an empty one of the drafter's."""
    return paragraph.another(f"p{ids.fresh()}") if paragraph.key in ids.given else paragraph
