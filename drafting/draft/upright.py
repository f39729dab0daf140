# SPDX-License-Identifier: GPL-3.0-or-later
"""What an edit of the words must leave in order: points have something to stand under, texts their lines."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from drafting.draft.blocks import orphans, refused
from drafting.draft.counting import changed_keys, recounted
from drafting.draft.record import Draft
from drafting.draft.step import Step
from drafting.draft.units import loosened
from drafting.translation import tr


def without_lines(draft: Draft, gone: Collection[str]) -> Draft:
    """The draft in which the paragraphs of an annex or part that loses its line have joined the text above.

    The line itself still stands; of these keys any may be that of another paragraph. Raises DraftError as
    `units.loosened` does.
    """
    lines = [key for key in gone if draft.paragraph(key).opens_unit]
    if not lines:
        return draft
    paragraphs, going = loosened(draft, lines)
    left = tuple(one for one in paragraphs if one.key not in going or one.key in gone)
    return replace(draft, paragraphs=left)


def upright(before: Draft, step: Step) -> Step:
    """The step with headings and annexes counted as they stand now; that of typing alone as it is.

    Raises DraftError where a point would be left without anything to stand under.
    """
    old, new = before.paragraphs, step.draft.paragraphs
    if len(old) == len(new) and all(one.key == other.key for one, other in zip(old, new, strict=True)):
        return step
    lost = orphans(new)
    if lost and not lost <= orphans(old):
        raise refused(
            tr("Points would be left without a paragraph to stand under: take them along, or promote them.")
        )
    made = recounted(old, new)
    if made == new:
        return step
    return replace(
        step, draft=replace(step.draft, paragraphs=made), changed=step.changed | changed_keys(new, made)
    )
