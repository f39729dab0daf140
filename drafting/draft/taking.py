# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking wording over into the draft from a text beside it: whole paragraphs, or one change alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from drafting.comparing.records import Edit
from drafting.draft.editing import Rewritten, rewrite
from drafting.draft.record import Draft
from drafting.draft.step import Step
from drafting.draft.structure import insert_note
from drafting.errors import DraftError
from drafting.resolution import Paragraph
from drafting.translation import tr


def take_over(draft: Draft, keys: Sequence[str], source: Sequence[Paragraph], number: str) -> Step:
    """Let neighbouring paragraphs of the draft read like these of the version `number`.

    Footnotes of the draft keep their places as far as their words stay. Those of the source come along where
    the draft has none; `notes_left` tells of the others. Raises DraftError as `rewrite` does.
    """
    label = draft.label(keys[0]).id
    name = tr("Take {version} wording over in {paragraph}").format(version=number, paragraph=label)
    bare = not any(draft.paragraph(key).notes for key in keys)
    after = [
        Rewritten(key, paragraph.text)
        for key, paragraph in zip_longest(keys[: len(source)], source)
        if paragraph is not None
    ]
    step = rewrite(draft, keys, after, name)
    changed, taken = set(step.changed), step.draft
    if bare:
        index = taken.position(keys[0])
        for place, paragraph in enumerate(source):
            for note in paragraph.footnotes:
                added = insert_note(taken, taken.paragraphs[index + place].key, note.offset, note.text)
                taken, changed = added.draft, changed | added.changed
    return Step(taken, frozenset(changed), name)


def notes_left(draft: Draft, keys: Sequence[str], source: Sequence[Paragraph]) -> int:
    """How many footnotes of the source `take_over` leaves there, because the draft has its own."""
    notes = [note.text for paragraph in source for note in paragraph.footnotes]
    own = [note.text for key in keys for note in draft.paragraph(key).notes]
    return sum(text not in own for text in notes) if own else 0


def take_change(draft: Draft, key: str, shown: str, words: str, edit: Edit) -> Step:
    """Let one stretch of a paragraph read like the source: `edit` is from the source, `words`, to `shown`.

    `shown` is the paragraph as it was when the change was looked at; raises DraftError when it reads
    otherwise by now.
    """
    text = draft.paragraph(key).text
    if text != shown:
        raise DraftError(tr("The paragraph has changed in the meantime. Nothing was taken over."))
    taken = text[: edit.new.start] + edit.old.of(words) + text[edit.new.end :]
    name = tr("Take one change over in {paragraph}").format(paragraph=draft.label(key).id)
    return rewrite(draft, [key], [Rewritten(key, taken)], name, at=edit.new.start)
