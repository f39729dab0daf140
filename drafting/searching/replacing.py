# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting other words in the place of those found, at one place or at many, as one act.

Everything in the text stays consistent as it does when the words are typed: proposals follow their words, and
one whose words were touched is overtaken or edited. A footnote mark that stands within the words never goes
with them: it stays behind those that are still said, else behind the new ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafting.draft import Draft, DraftNote, DraftParagraph, Step
from drafting.draft.editing import followed
from drafting.draft.splice import Splice, between, moved_mark, moved_point
from drafting.draft.styling import styled
from drafting.errors import DraftError
from drafting.glyphs import on_one_line
from drafting.searching.records import Place
from drafting.translation import tr, trn


def replace_places(draft: Draft, places: Iterable[Place]) -> Step:
    """Put its `new` words in at every place; places do not overlap, and what stays the same is left out.

    Raises DraftError, and nothing is changed, when other words stand at a place by now.
    """
    by_paragraph: dict[str, list[Place]] = {}
    for place in places:
        new = place.old if place.new is None else on_one_line(place.new)
        if new != place.old:
            by_paragraph.setdefault(place.key, []).append(place._replace(new=new))
    made: dict[str, DraftParagraph] = {}
    for key, here in by_paragraph.items():
        after = draft.paragraph(key)
        for place in sorted(here, key=_from_the_end, reverse=True):
            after = _put(after, place)
        made[key] = after
    name = _name(draft, [place for here in by_paragraph.values() for place in here])
    if not made:
        return Step(draft, frozenset(), name)
    if len(made) == 1:
        (after,) = made.values()
        return styled(Step(draft.with_paragraph(after), frozenset(made), name))
    paragraphs = tuple(made.get(one.key, one) for one in draft.paragraphs)
    return styled(Step(replace(draft, paragraphs=paragraphs), frozenset(made), name))


def _from_the_end(place: Place) -> tuple[int, int]:
    return place.start, place.end


def _name(draft: Draft, places: list[Place]) -> str:
    if len(places) == 1:
        return tr("Replace in {paragraph}").format(paragraph=draft.label(places[0].key).id)
    return trn("Replace in {n} place", "Replace in {n} places", len(places))


def _put(paragraph: DraftParagraph, place: Place) -> DraftParagraph:
    text = paragraph.note(place.note).text if place.note else paragraph.text
    if text[place.start : place.end] != place.old or place.new is None:
        raise DraftError(tr("The text has changed since it was searched. Nothing was changed; look again."))
    core = between(place.old, place.new)
    splice = Splice(place.start + core.start, core.removed, core.added)
    changed = text[: place.start] + place.new + text[place.end :]
    note_key = place.note or None
    choices, resting = (
        tuple(followed(one, splice) if one.note == note_key else one for one in held)
        for held in (paragraph.choices, paragraph.resting)
    )
    if note_key:
        notes = tuple(replace(one, text=changed) if one.key == note_key else one for one in paragraph.notes)
        return replace(paragraph, notes=notes, choices=choices, resting=resting)
    notes = tuple(_moved(note, place, place.new, splice) for note in paragraph.notes)
    return replace(paragraph, text=changed, notes=notes, choices=choices, resting=resting)


def _moved(note: DraftNote, place: Place, new: str, splice: Splice) -> DraftNote:
    """Outside the words that really change a mark goes with what it stands behind."""
    end = splice.start + splice.removed
    if splice.start < note.offset < end:
        return replace(note, offset=moved_mark(note.offset, place.start, place.old, new))
    return replace(note, offset=moved_point(note.offset, splice))
