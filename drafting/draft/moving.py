# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving paragraphs: with their points, and with everything that is known of them.

A moved paragraph is the same paragraph: its key, the paragraph of the base it carries on, its footnotes and
the decisions in it go with it; numbers follow from the new order.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from drafting.draft.blocks import block, called, checked, in_their_rows, parents, roots, whole, why_not
from drafting.draft.record import Draft, DraftParagraph
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.errors import DraftError
from drafting.resolution import Kind


def move_up(draft: Draft, keys: Collection[str]) -> Step:
    """Move paragraphs, with their points, before the one above them, all that lies between them too.

    A first point goes to the paragraph before its own. Raises DraftError where nothing is above in their
    text: a paragraph never leaves its part, its annex or the preamble.
    """
    return _shifted(draft, keys, -1)


def move_down(draft: Draft, keys: Collection[str]) -> Step:
    """Move paragraphs behind the one below them; the rest as `move_up`."""
    return _shifted(draft, keys, 1)


def move_to(draft: Draft, keys: Collection[str], place: str, *, after: bool = False) -> Step:
    """Move paragraphs, with their points, before another one, or after it and its points.

    Raises DraftError when they cannot stand there: in another text or part, between another paragraph and its
    points, or when the place is one of them.
    """
    moved = whole(draft, keys)
    if place in moved:
        raise DraftError("A paragraph cannot be moved to a place within itself. Nothing was changed.")
    at = draft.position(block(draft, place)[-1]) + 1 if after else draft.position(place)
    made = _arranged(draft, moved, at)
    checked(draft.paragraphs, made, roots(draft, moved))
    if why := _bare_heading(draft, made):
        raise DraftError(f"{why} Nothing was changed.")
    return _step(draft, moved, made, "Move")


def _shifted(draft: Draft, keys: Collection[str], way: int) -> Step:
    named = whole(draft, keys)
    start, end = draft.position(named[0]), draft.position(named[-1]) + 1
    moved = tuple(paragraph.key for paragraph in draft.paragraphs[start:end])
    heads = roots(draft, moved)
    edge, why = draft.paragraphs[start if way < 0 else end - 1], ""
    beyond = range(start - 1, -1, -1) if way < 0 else range(end, len(draft.paragraphs))
    for index in beyond:
        passed = draft.paragraphs[index]
        if passed.unit != edge.unit or passed.part is not edge.part or passed.opens_unit:
            break
        made = _arranged(draft, moved, index if way < 0 else index + 1)
        why = why_not(draft.paragraphs, made, heads) or _bare_heading(draft, made)
        if not why:
            return _step(draft, moved, made, "Move up" if way < 0 else "Move down")
    where = "above" if way < 0 else "below"
    why = why or f"There is nothing {where} {called(draft, moved)} in its part of the text to pass."
    raise DraftError(f"{why} Nothing was changed.")


def _arranged(draft: Draft, moved: Sequence[str], at: int) -> tuple[DraftParagraph, ...]:
    """The paragraphs with those moved together, standing before what stood at index `at`."""
    taken = [draft.paragraph(key) for key in moved]
    upper = [one for one in draft.paragraphs[:at] if one.key not in moved]
    lower = [one for one in draft.paragraphs[at:] if one.key not in moved]
    return (*upper, *taken, *lower)


def _bare_heading(draft: Draft, made: Sequence[DraftParagraph]) -> str:
    """Why headings cannot stand so: the last line of a text would be one that heads nothing."""
    return "" if _bare(made) <= _bare(draft.paragraphs) else "A heading needs a paragraph below it."


def _bare(paragraphs: Sequence[DraftParagraph]) -> set[str]:
    """The headings with which a text ends."""
    pairs = zip(paragraphs, [*paragraphs[1:], None], strict=True)
    return {
        one.key for one, below in pairs if one.kind is Kind.HEADING and (not below or below.unit != one.unit)
    }


def _step(draft: Draft, moved: Sequence[str], made: Sequence[DraftParagraph], act: str) -> Step:
    name = f"{act} {called(draft, moved)}"
    if [one.key for one in made] == [one.key for one in draft.paragraphs]:
        return Step(draft, frozenset(), name)
    above = parents(draft.paragraphs)
    now = parents(made)
    elsewhere = {key for key in moved if now[key] != above[key]}
    arranged = in_their_rows(made, elsewhere)
    return styled(Step(replace(draft, paragraphs=arranged), frozenset(moved), name))
