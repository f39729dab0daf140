# SPDX-License-Identifier: GPL-3.0-or-later
"""What paragraphs that are put in become at their place: their part, kind and level.

A printed sign, or what a paragraph was in the draft, counts as far as it can stand there: preambular
paragraphs stand before operative ones, a point under something, a heading in the operative part. All else is
as the paragraph at whose place it is put in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drafting.draft.blocks import depth, in_their_rows, parents
from drafting.draft.clips import ClipPart
from drafting.draft.record import DraftParagraph
from drafting.resolution import Kind, Part

_PLAIN = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.TEXT)
_OF_PART = {Part.PREAMBLE: Kind.PREAMBULAR, Part.OPERATIVE: Kind.OPERATIVE}


def fitted(
    paragraphs: Sequence[DraftParagraph],
    new: Mapping[str, ClipPart],
    host: DraftParagraph,
    around: Sequence[DraftParagraph] = (),
    parted: str = "",
) -> tuple[DraftParagraph, ...]:
    """The paragraphs, those of `new` as they can stand; `host` is the one at whose place they are put in.

    `around` are those among which they stood before: points that stood under one of them do so again.
    `parted` is what was parted from the host and stands behind them.
    """
    made = list(paragraphs)
    places = [at for at, one in enumerate(made) if one.key in new]
    if not places:
        return tuple(made)
    row = _Row(made, places, host, {key for key, above in parents(around).items() if above in new})
    for at in places:
        made[at] = row.next(made[at], new[made[at].key], made[at - 1] if at else None)
    rest = places[-1] + 1
    if parted and parted != host.key and rest < len(made) and made[rest].key == parted:
        made[rest] = _closed_up(made[rest], made[rest - 1])
    strangers = {made[at].key for at in places if not _has_row(made, made[at], new)}
    return in_their_rows(made, {made[at].key for at in places} - strangers)


def _closed_up(point: DraftParagraph, above: DraftParagraph) -> DraftParagraph:
    """A point no deeper than it can stand below what is above it now."""
    same = above.kind is not Kind.HEADING and above.part is point.part and above.unit == point.unit
    level = min(depth(point), depth(above) + 1) if same else 0
    if level == depth(point):
        return point
    kind = Kind.SUBPARAGRAPH if level else _OF_PART.get(point.part, Kind.TEXT)
    return replace(point, kind=kind, level=level, title=point.title if level else "")


def _has_row(
    paragraphs: Sequence[DraftParagraph], point: DraftParagraph, new: Mapping[str, ClipPart]
) -> bool:
    """Whether others stand in its row already, in which it counts on."""
    if not depth(point):
        return False
    above = parents(paragraphs)
    return any(
        one.key not in new and above[one.key] == above[point.key] and depth(one) == depth(point)
        for one in paragraphs
    )


@dataclass(slots=True)
class _Row:
    """Paragraphs put in one after another, in what stands around them."""

    paragraphs: Sequence[DraftParagraph]
    places: Sequence[int]
    host: DraftParagraph
    waiting: set[str]  # the points that stood under one of them
    reached: Part | None = None
    shift: int | None = None  # of the levels of points, so that the first stands beside the host
    opened: tuple[str, str] | None = None  # the annex or part put in: its name where it was, and for now

    def next(self, paragraph: DraftParagraph, part: ClipPart, above: DraftParagraph | None) -> DraftParagraph:
        """The next of them, below `above`."""
        told = part.paragraph
        own = self.beside(told, above)
        if told.opens_unit and self.below(own) is None:
            self.opened = told.unit, f"{told.unit}+{paragraph.key}"  # until all are named in their order
        elif self.opened and told.unit != self.opened[0]:
            self.opened = None
        if self.opened:
            return replace(
                paragraph, unit=self.opened[1], kind=told.kind, part=told.part, level=told.level,
                title=told.title, restarts=told.restarts, opens=told.opens_unit,
            )  # fmt: skip
        if above is None or above.unit != own.unit or above.opens_unit:
            above = None
        place = self.part(told, part.sign, own, above)
        self.reached = place
        origin = None if told.opens_unit else paragraph.origin  # it opens no text any more
        paragraph = replace(paragraph, unit=own.unit, part=place, opens=False, origin=origin)
        amid = self.goes_on(own) and paragraph.key == self.paragraphs[self.places[-1]].key
        if told.kind is Kind.HEADING and place is not Part.PREAMBLE and not amid:
            return replace(paragraph, kind=Kind.HEADING, level=0, title=told.title, restarts=told.restarts)
        level = self.level(told, part, above if above and above.part is place else None)
        if level:
            title = told.title if told.kind is Kind.SUBPARAGRAPH else ""
            kind = Kind.SUBPARAGRAPH
            return replace(paragraph, kind=kind, level=level, title=title, restarts=False)
        kind = self.plain(told, part, place, own)
        return replace(paragraph, kind=kind, level=0, title="", restarts=False)

    def beside(self, told: DraftParagraph, above: DraftParagraph | None) -> DraftParagraph:
        """The paragraph whose text they belong to: before the line that opens one, that of the text above.

        Where there is none above, they are the resolution itself.
        """
        if not self.host.opens_unit:
            return self.host
        if above is not None:
            return above
        part = told.part if told.part is not Part.ANNEX else Part.OPERATIVE
        return replace(self.host, unit="", part=part, kind=_OF_PART[part], opens=False)

    def plain(self, told: DraftParagraph, part: ClipPart, place: Part, own: DraftParagraph) -> Kind:
        """The kind of what stands by itself."""
        if told.kind is Kind.TEXT and (part.sign or not part.paragraph.text):
            return Kind.TEXT
        if place is not Part.ANNEX:
            return Kind.TEXT if own.kind is Kind.TEXT and not part.sign else _OF_PART[place]
        if told.kind in _PLAIN and part.sign and (told.kind is Kind.OPERATIVE or told.part is Part.ANNEX):
            return told.kind
        near = [one.kind for one in (own, *self.paragraphs) if one.unit == own.unit and one.kind in _PLAIN]
        return near[0] if near else Kind.TEXT

    def part(
        self, told: DraftParagraph, sign: bool, own: DraftParagraph, above: DraftParagraph | None
    ) -> Part:
        """The part it can stand in: its own at the border of the two, else that of its neighbours."""
        if own.part is Part.ANNEX:
            return Part.ANNEX
        below = self.below(own)
        may = set()
        if (above is None or above.part is Part.PREAMBLE) and self.reached is not Part.OPERATIVE:
            may.add(Part.PREAMBLE)
        if below is None or below.part is Part.OPERATIVE:
            may.add(Part.OPERATIVE)
        told_part = Part.OPERATIVE if told.kind is Kind.HEADING else told.part
        if sign and told_part in may:
            return told_part
        near = self.reached or own.part
        return near if near in may or not may else next(iter(may))

    def below(self, own: DraftParagraph) -> DraftParagraph | None:
        """What follows all of them in the same text."""
        rest = self.paragraphs[self.places[-1] + 1 :]
        return rest[0] if rest and rest[0].unit == own.unit and not rest[0].opens_unit else None

    def level(self, told: DraftParagraph, part: ClipPart, above: DraftParagraph | None) -> int:
        """The level of a point, 0 for what is none here."""
        if above is None or above.kind is Kind.HEADING:
            return 0
        wanted, deepest = depth(told), depth(above) + 1
        if not wanted:
            return self.among_points(told, part, deepest)
        if self.shift is None and told.key:
            self.shift = 0
        if self.shift is None:
            beside = depth(self.host) or 1
            announced = above.announces and above.key == self.host.key
            self.shift = max((deepest if announced else beside) - wanted, 0)
        return min(wanted + self.shift, deepest)

    def among_points(self, told: DraftParagraph, part: ClipPart, deepest: int) -> int:
        """Where points go on below, or the source tells nothing, what stands among points is one."""
        here = depth(self.host)
        if not here or (told.kind is Kind.TEXT and part.sign):
            return 0
        return min(here, deepest) if self.goes_on(self.host) or not part.sign else 0

    def goes_on(self, own: DraftParagraph) -> bool:
        """Whether points follow that would come to stand under the last of them."""
        below = self.below(own)
        return below is not None and depth(below) > 0 and below.key not in self.waiting
