# SPDX-License-Identifier: GPL-3.0-or-later
"""Promoting and demoting points: (i) to (b), (a) to a numbered paragraph, and the other way."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from drafting.draft.blocks import (
    called,
    checked,
    depth,
    in_their_rows,
    orphans,
    parents,
    roots,
    whole,
)
from drafting.draft.record import Draft, DraftParagraph
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.errors import DraftError
from drafting.resolution import Kind, Part
from drafting.translation import tr

_NUMBERED = (Kind.PREAMBULAR, Kind.OPERATIVE)


def demote(draft: Draft, keys: Collection[str]) -> Step:
    """Make paragraphs, with their points, points one level deeper: OP4 becomes OP3(a), or goes on there.

    They come to stand under the paragraph or point above them. Raises DraftError where there is none, for
    headings, and for unnumbered text.
    """
    return _turned(draft, keys, 1, tr("Demote {what}"))


def promote(draft: Draft, keys: Collection[str]) -> Step:
    """Raise points, with their own points, by one level: (i) becomes the next letter, (a) a paragraph.

    Points behind it in the same row come to stand under it, as their order in the text says. Raises
    DraftError for what is no point.
    """
    return _turned(draft, keys, -1, tr("Promote {what}"))


def can_demote(draft: Draft, key: str) -> bool:
    """Whether `demote` has a place for the paragraph."""
    return _possible(draft, key, 1)


def can_promote(draft: Draft, key: str) -> bool:
    """Whether the paragraph is a point that can be raised."""
    return _possible(draft, key, -1)


def _possible(draft: Draft, key: str, by: int) -> bool:
    try:
        _levelled(draft, whole(draft, [key]), by)
    except DraftError:
        return False
    return True


def _turned(draft: Draft, keys: Collection[str], by: int, act: str) -> Step:
    named = whole(draft, keys)
    made = _levelled(draft, named, by)
    name = act.format(what=called(draft, named))
    return styled(Step(replace(draft, paragraphs=made), frozenset(named), name))


def _levelled(draft: Draft, named: Collection[str], by: int) -> tuple[DraftParagraph, ...]:
    above = parents(draft.paragraphs)
    for key in roots(draft, named):
        paragraph = draft.paragraph(key)
        if not depth(paragraph) and (by < 0 or paragraph.kind not in _NUMBERED):
            told = tr("{paragraph} is no lettered point. Nothing was changed.")
            raise DraftError(told.format(paragraph=draft.label(key).id))
    tops = {one.key: one for one in draft.paragraphs}
    moved = tuple(
        _with_level(one, depth(one) + by, above, tops)
        if one.key in named and (depth(one) or one.kind in _NUMBERED)
        else one
        for one in draft.paragraphs
    )
    under = _followers(draft, moved, named) if by < 0 else set[str]()
    checked(draft.paragraphs, moved, {*named, *under})
    if orphans(moved) & set(named):
        raise DraftError(tr("There is nothing above for it to stand under. Nothing was changed."))
    return in_their_rows(moved, {*named, *under})


def _followers(draft: Draft, moved: tuple[DraftParagraph, ...], named: Collection[str]) -> set[str]:
    """Points that stand under a raised one now, because they come behind it."""
    above, now = parents(draft.paragraphs), parents(moved)
    return {key for key in now if key not in named and now[key] != above[key] and now[key] in named}


def _with_level(
    paragraph: DraftParagraph, level: int, above: Mapping[str, str], by_key: Mapping[str, DraftParagraph]
) -> DraftParagraph:
    if level > 0:
        title = paragraph.title if depth(paragraph) else ""
        return replace(paragraph, kind=Kind.SUBPARAGRAPH, level=level, title=title, restarts=False)
    top = by_key[above[paragraph.key]]
    while above[top.key]:
        top = by_key[above[top.key]]
    plain = top.kind is Kind.TEXT and top.part is Part.ANNEX  # an annex may be of plain paragraphs alone
    kind = top.kind if plain or top.kind in _NUMBERED else Kind.OPERATIVE
    return replace(paragraph, kind=kind, level=0, title="")
