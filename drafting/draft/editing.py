# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing by hand: typing, splitting and joining paragraphs, without losing or misplacing a proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.draft.record import Choice, Decision, Draft, DraftNote, DraftParagraph
from drafting.draft.splice import Splice, between, moved, moved_point
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.draft.upright import upright, without_lines
from drafting.errors import DraftError
from drafting.resolution import Kind, Part
from drafting.translation import tr


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A paragraph as it reads after an edit; `key` is None for one that the edit made.

    `notes` are the footnote marks left in it, as (key, offset); None means that they follow the text.
    """

    key: str | None
    text: str
    notes: tuple[tuple[str, int], ...] | None = None


def rewrite(
    draft: Draft, keys: Sequence[str], after: Sequence[Rewritten], name: str = "", at: int | None = None
) -> Step:
    """Replace neighbouring paragraphs by what they read now: the one way in which text is edited by hand.

    Proposals keep their place. One whose words were touched is *overtaken* when it was open, or when the edit
    reached beyond its place: what stood there can then no longer be put back. Else it is *edited*. A new
    paragraph takes kind and level from the paragraph before it in `after`, or from the first replaced one;
    after a heading it is a plain paragraph. Footnotes whose mark is gone are removed. `at` is where in the
    joined old texts the edit began, for edits that may have happened at several places ("aa" to "aaa").
    Raises DraftError when the draft does not hold the paragraphs in this order, when one would stand twice,
    when words of the resolution, an annex or a part would run into a paragraph of another of them, or when
    points would be left without a paragraph. What stood under the line of an annex or a part that goes joins
    the text above.
    """
    kept = {item.key for item in after}
    base = without_lines(draft, [key for key in keys if key not in kept])
    if base is not draft:
        _refuse_joined_units(draft, keys, after, at)
    return styled(upright(draft, rewritten(base, keys, after, name, at)))


def rewritten(
    draft: Draft, keys: Sequence[str], after: Sequence[Rewritten], name: str = "", at: int | None = None
) -> Step:
    """The same as part of an act: the style proposals of the new text are still to come (`styled`)."""
    before, splice = _refuse_joined_units(draft, keys, after, at)
    rewriting = _Rewriting(draft, before, splice)
    result = rewriting.result(after)
    name = name or tr("Edit {paragraph}").format(paragraph=draft.label(keys[0]).id)
    if len(result) == 1 and [result[0].key] == list(keys):
        return Step(draft.with_paragraph(result[0]), frozenset(keys), name)
    index = draft.position(keys[0])
    paragraphs = (*draft.paragraphs[:index], *result, *draft.paragraphs[index + len(before) :])
    changed = frozenset(keys) | {item.key for item in result}
    step = replace(draft, paragraphs=paragraphs, last_key=rewriting.last_key)
    return Step(step, changed, name)


def _check(draft: Draft, keys: Sequence[str], after: Sequence[Rewritten]) -> None:
    index = draft.position(keys[0])
    standing = [item.key for item in draft.paragraphs[index : index + len(keys)]]
    kept = [item.key for item in after if item.key is not None]
    if standing != list(keys) or len(set(kept)) < len(kept):
        raise DraftError(tr("These paragraphs do not stand together in the draft. Nothing was changed."))


def _refuse_joined_units(
    draft: Draft, keys: Sequence[str], after: Sequence[Rewritten], at: int | None
) -> tuple[list[DraftParagraph], Splice]:
    """The paragraphs, and where they change.

    A resolution and its annexes are separate texts; one may be removed, none run into another.
    """
    _check(draft, keys, after)
    before = [draft.paragraph(key) for key in keys]
    joined = "\n".join(item.text for item in before)
    splice = between(joined, "\n".join(item.text for item in after), at)
    if before[0].unit == before[-1].unit or len(after) > 1:
        return before, splice
    if joined[: splice.start].strip() and joined[splice.start + splice.removed :].strip():
        raise DraftError(
            tr(
                "Here one text ends and another begins (the resolution, an annex, a part of it). "
                "Their paragraphs cannot be joined. Nothing was changed."
            )
        )
    return before, splice


class _Rewriting:
    """One edit under way: the paragraphs before it and where everything in them went."""

    def __init__(self, draft: Draft, before: Sequence[DraftParagraph], splice: Splice) -> None:
        self.before = {item.key: item for item in before}
        self.first = before[0]
        self.last_key = draft.last_key
        self.draft = draft
        self.notes: dict[str, tuple[DraftNote, int]] = {}
        self.choices: list[Choice] = []
        self.note_choices: list[Choice] = []
        self.resting = {choice.proposal for item in before for choice in item.resting}
        self.memos: list[tuple[str, int, str]] = []
        offset = 0
        for item in before:
            for note in item.notes:
                self.notes[note.key] = (note, moved_point(note.offset + offset, splice))
            for choice in (*item.choices, *item.resting):
                if choice.note is not None:
                    self.note_choices.append(choice)
                    continue
                joined = replace(choice, start=choice.start + offset, end=choice.end + offset)
                self.choices.append(followed(joined, splice))
            if item.memo and offset + len(item.text) > splice.start + splice.removed:  # words of it are left
                self.memos.append((item.key, moved_point(offset + len(item.text), splice), item.memo))
            offset += len(item.text) + 1

    def result(self, after: Sequence[Rewritten]) -> list[DraftParagraph]:
        """The paragraphs after the edit, with notes and choices in their new places."""
        made: list[DraftParagraph] = []
        offset = 0
        for item in after:
            model = self.before.get(item.key or "") or (made[-1] if made else self.first)
            made.append(self._paragraph(item, model, offset))
            offset += len(item.text) + 1
        return self._with_memos(made)

    def _with_memos(self, made: list[DraftParagraph]) -> list[DraftParagraph]:
        """Private notes of paragraphs that were joined to others go with their words."""
        standing = {item.key for item in made}
        for key, at, memo in self.memos:
            offset, index = 0, 0
            while key not in standing and index < len(made) - 1 and at > offset + len(made[index].text):
                offset, index = offset + len(made[index].text) + 1, index + 1
            if key not in standing:
                here = made[index]
                made[index] = replace(here, memo="\n".join(filter(None, (here.memo, memo))))
        return made

    def _paragraph(self, item: Rewritten, model: DraftParagraph, offset: int) -> DraftParagraph:
        key, origin, title = item.key, model.origin, model.title
        if key is None or key not in self.before:
            self.last_key += 1
            key, origin = f"p{self.last_key}", None
            model = self._plain(model).another(key)
            title = model.title if model.kind is Kind.SUBPARAGRAPH else ""
        notes = self._notes_of(item, offset)
        kept = {note.key for note in notes}
        choices = [choice for choice in self.note_choices if choice.note in kept]
        choices += [here for choice in self.choices if (here := _within(choice, offset, item))]
        ordered = sorted(choices, key=lambda choice: (choice.note or "", choice.start))
        resting = tuple(choice for choice in ordered if choice.proposal in self.resting)
        standing = tuple(choice for choice in ordered if choice.proposal not in self.resting)
        return replace(
            model,
            key=key,
            text=item.text,
            notes=notes,
            choices=standing,
            origin=origin,
            title=title,
            resting=resting,
        )

    def _plain(self, model: DraftParagraph) -> DraftParagraph:
        """What a new paragraph is made after: nobody means a second heading by pressing Enter in one."""
        if model.kind is not Kind.HEADING:
            return model
        kind = Kind.PREAMBULAR if model.part is Part.PREAMBLE else Kind.OPERATIVE
        if model.part is Part.ANNEX:  # of the kind of the paragraph that comes next in the annex
            rest = self.draft.paragraphs[self.draft.position(self.first.key) :]
            plain = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.TEXT)
            near = (one.kind for one in rest if one.unit == model.unit and one.kind in plain)
            kind = next(near, Kind.TEXT)
        return replace(model, kind=kind, level=0, restarts=False)

    def _notes_of(self, item: Rewritten, offset: int) -> tuple[DraftNote, ...]:
        if item.notes is not None:
            return tuple(self._marked(item, item.notes))
        end = offset + len(item.text)
        here = (replace(note, offset=at - offset) for note, at in self.notes.values() if offset <= at <= end)
        return tuple(here)

    def _marked(self, item: Rewritten, marks: Iterable[tuple[str, int]]) -> Iterator[DraftNote]:
        """The notes at these marks; one that was copied stays one note, at its first place."""
        for key, at in marks:
            if key in self.notes:
                note, _ = self.notes.pop(key)
                yield replace(note, offset=min(at, len(item.text)))


def followed(choice: Choice, splice: Splice) -> Choice:
    """The choice where it stands after the splice, with what the splice made of it."""
    start, end, touched = moved(choice.start, choice.end, splice)
    inside = choice.start <= splice.start and splice.start + splice.removed <= choice.end
    decision = choice.decision
    if touched:
        own_words = decision in (Decision.ACCEPTED, Decision.EDITED) and inside
        decision = Decision.EDITED if own_words else Decision.OVERTAKEN
    return replace(choice, start=start, end=end, decision=decision)


def _within(choice: Choice, offset: int, item: Rewritten) -> Choice | None:
    """The choice in the paragraph's own offsets; None when it stands in another paragraph.

    One that was split keeps the first part of its words, and so can no longer be taken back.
    """
    start, end = choice.start - offset, choice.end - offset
    if start < 0 or start > len(item.text):
        return None
    if end > len(item.text):
        return replace(choice, start=start, end=len(item.text), decision=Decision.OVERTAKEN)
    return replace(choice, start=start, end=end)


def edit_note(draft: Draft, key: str, note_key: str, text: str, at: int | None = None) -> Step:
    """Change the text of a footnote by hand; `at` is where the edit began, as in `rewrite`."""
    return styled(edited_note(draft, key, note_key, text, at))


def edited_note(draft: Draft, key: str, note_key: str, text: str, at: int | None = None) -> Step:
    """The same as part of an act: the style proposals of the new text are still to come (`styled`)."""
    paragraph = draft.paragraph(key)
    splice = between(paragraph.note(note_key).text, text, at)

    def follow(choice: Choice) -> Choice:
        return followed(choice, splice) if choice.note == note_key else choice

    choices, resting = (tuple(map(follow, held)) for held in (paragraph.choices, paragraph.resting))
    notes = tuple(replace(note, text=text) if note.key == note_key else note for note in paragraph.notes)
    after = replace(paragraph, notes=notes, choices=choices, resting=resting)
    name = tr("Edit footnote {number}").format(number=draft.note_numbers[note_key])
    return Step(draft.with_paragraph(after), frozenset({key}), name)
