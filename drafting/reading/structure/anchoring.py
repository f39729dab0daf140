# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the tracked changes and comments of a Word file stand in the paragraphs that were recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from drafting.reading.blocks import Block
from drafting.resolution import Comment, Revision


class Spot(NamedTuple):
    """A place in a paragraph, or in the footnote of that number."""

    paragraph: str
    offset: int
    length: int
    footnote: int | None = None


@dataclass(slots=True)
class Anchors:
    """The spots of all anchors met ("r3<", "r3>", "c0<"); an end may stand in a later paragraph."""

    begins: dict[str, Spot] = field(default_factory=dict)
    ends: dict[str, Spot] = field(default_factory=dict)

    def meet(self, block: Block, paragraph: str, footnote: int | None = None) -> None:
        """Remember the anchors of a block that became this paragraph, or the text of this footnote in it."""
        for anchor in block.anchors:
            name, side = anchor.label[:-1], anchor.label[-1:]
            spot = Spot(paragraph, anchor.offset, len(block.text), footnote)
            if side == "<":
                self.begins.setdefault(name, spot)
            else:
                self.ends[name] = spot

    def revisions(self, revisions: Sequence[Revision]) -> tuple[Revision, ...]:
        """The revisions with paragraph and offsets; those outside the paragraphs keep none."""
        return tuple(self._placed_revision(f"r{at}", revision) for at, revision in enumerate(revisions))

    def comments(self, comments: Sequence[Comment]) -> tuple[Comment, ...]:
        """The comments with paragraph and offsets; one over several paragraphs ends with its first."""
        found = []
        for at, comment in enumerate(comments):
            spot, end = self._span(f"c{at}")
            if spot is None or spot.footnote is not None:
                found.append(comment if spot is None else replace(comment, paragraph=spot.paragraph))
            else:
                found.append(replace(comment, paragraph=spot.paragraph, start=spot.offset, end=end))
        return tuple(found)

    def _placed_revision(self, name: str, revision: Revision) -> Revision:
        spot, end = self._span(name)
        if spot is None:
            return revision
        return replace(
            revision,
            paragraph=spot.paragraph,
            start=spot.offset,
            end=end,
            footnote=revision.footnote if spot.footnote is None else spot.footnote,
        )

    def _span(self, name: str) -> tuple[Spot | None, int]:
        """Where an anchored span begins, and the offset of its end in the same text."""
        start, end = self.begins.get(name), self.ends.get(name)
        spot = start or end
        if spot is None:
            return None, 0
        same = end is not None and (end.paragraph, end.footnote) == (spot.paragraph, spot.footnote)
        if same and end is not None:
            return spot, max(end.offset, spot.offset)
        return spot, spot.length if end is not None else spot.offset
