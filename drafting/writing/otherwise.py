# SPDX-License-Identifier: GPL-3.0-or-later
"""Where two readings of one text differ; what a drafter should know of a text changes are marked against."""

from __future__ import annotations

from drafting.draft import Draft
from drafting.reading.kinship import same_series
from drafting.resolution import Paragraph, Resolution
from drafting.translation import marked, tr
from drafting.writing.text import DIFFERENT

_STAYS = marked(
    "{name} keeps its notes of the first page, which are not tracked: {notes}. Strike them out in Word."
)
_LACKS = marked("Notes of the first page are not written into {name}: {notes}. Put them in with Word.")


def other_place(one: Resolution, other: Resolution) -> str:
    """The first paragraph that two texts do not have alike, in the order of `other`; empty when none."""
    texts = {paragraph.id: _said(paragraph) for paragraph in one.paragraphs}
    others = {paragraph.id: _said(paragraph) for paragraph in other.paragraphs}
    differing = (name for name in [*others, *texts] if texts.get(name) != others.get(name))
    return next(differing, "")


def base_remarks(draft: Draft, base: Resolution, official: str = "") -> tuple[str, ...]:
    """What a drafter should know of the text that the changes of a draft are marked against, in sentences.

    `official` is the name of the file it was read from, where the changes are written on that file.
    """
    if not official:
        return () if same_series(base, draft.base) else (tr(DIFFERENT),)
    return tuple(filter(None, (_otherwise(draft, base, official), *_of_notes(draft, base, official))))


def _said(paragraph: Paragraph) -> tuple[object, ...]:
    return paragraph.label, paragraph.text, paragraph.footnotes


def _otherwise(draft: Draft, now: Resolution, name: str) -> str:
    """Where a file reads otherwise than the version it should be; empty where it does not."""
    version = next((one for one in draft.lineage.versions if one.number == now.number), None)
    if version is None:
        return tr("{name} is {number}, which is none of the loaded versions.").format(
            name=name, number=now.number
        )
    if place := other_place(now, version):
        words = tr("{name} reads otherwise than {number} as it was loaded, first in {place}.")
        return words.format(name=name, number=version.number, place=place)
    return ""


def _of_notes(draft: Draft, now: Resolution, name: str) -> tuple[str, ...]:
    """Notes of the first page that go or come: they are not tracked in an official file."""
    before, after = now.masthead.notes, draft.masthead.notes
    sides = ((_STAYS, before, after), (_LACKS, after, before))
    told = (
        (words, ["“{}”".format(note.rstrip(".")) for note in one if note not in other])
        for words, one, other in sides
    )
    return tuple(tr(words).format(name=name, notes="; ".join(notes)) for words, notes in told if notes)
