# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving paragraphs: with their points, and with everything that is known of them.

A moved paragraph is the same paragraph: its key, the paragraph of the base it carries on, its footnotes and
the decisions in it go with it; numbers follow from the new order. The line that opens an annex or a part
moves with all that stands under it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from drafting.draft.blocks import (
    BELOW_LINE,
    block,
    called,
    depth,
    in_their_rows,
    openers,
    parents,
    refused,
    roots,
    runs,
    whole,
    why_disordered,
    why_not,
)
from drafting.draft.counting import changed_keys, recounted
from drafting.draft.numbered import after_moving
from drafting.draft.record import Draft, DraftParagraph
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.errors import DraftError
from drafting.resolution import Kind, Part
from drafting.translation import tr


def move_up(draft: Draft, keys: Collection[str]) -> Step:
    """Move paragraphs, with their points, before the one above them; those that stand apart each for itself.

    A first point goes to the paragraph before its own. Raises DraftError where nothing is above in their
    text: by this a paragraph never leaves its part, its annex or the preamble.
    """
    return _shifted_each(draft, keys, -1)


def move_down(draft: Draft, keys: Collection[str]) -> Step:
    """Move paragraphs behind the one below them; the rest as `move_up`."""
    return _shifted_each(draft, keys, 1)


def move_to(draft: Draft, keys: Collection[str], place: str, *, after: bool = False) -> Step:
    """Move paragraphs, with their points, before another one, or after it and its points.

    After the line of an annex or a part is the head of that text, before it the end of the text above. Raises
    DraftError when they cannot stand there: in a part of another kind, between another paragraph and its
    points, or when the place is one of them.
    """
    moved = _moved_along(draft, keys)
    if place in moved:
        raise refused(tr("A paragraph cannot be moved to a place within itself."))
    at = draft.position(block(draft, place)[-1]) + 1 if after else draft.position(place)
    return styled(_placed(draft, moved, at))


@dataclass(frozen=True, slots=True)
class Landing:
    """What would become of paragraphs that are let go between two others.

    `bare` is the step without the style proposals of the new order, so that every place can be tried while
    they are dragged; None when they may not stand there. `words` say where they would stand, or why not.
    """

    bare: Step | None
    words: str

    @property
    def step(self) -> Step | None:
        """The whole step."""
        return None if self.bare is None else styled(self.bare)

    @property
    def allowed(self) -> bool:
        """Whether they may stand there."""
        return self.bare is not None


def landing(draft: Draft, keys: Collection[str], at: int) -> Landing:
    """What moving paragraphs to before the one at index `at` (behind all at their number) would do.

    Before the line of an annex or a part is the end of the text above it. A step that changes nothing says
    that they stand there.
    """
    try:
        moved = _moved_along(draft, keys)
        inside = draft.position(moved[0]) < at <= draft.position(moved[-1])
        if inside and len(runs(draft, moved)) == 1:
            return Landing(Step(draft, frozenset(), ""), tr("It stays where it is."))
        step = _placed(draft, moved, at)
    except DraftError as error:
        return Landing(None, str(error))
    what = called(draft, moved)
    if not step.changed:
        return Landing(step, tr("{what} stays where it is.").format(what=what))
    return Landing(step, tr("{what} goes {where}.").format(what=what, where=_where(draft, moved, at)))


def _where(draft: Draft, moved: Collection[str], at: int) -> str:
    above = next((one for one in reversed(draft.paragraphs[:at]) if one.key not in moved), None)
    below = next((one for one in draft.paragraphs[at:] if one.key not in moved), None)
    first = next(one for one in draft.paragraphs if one.key in moved)
    heads_part = above and below and above.unit == below.unit and above.part is not first.part is below.part
    if below is not None and (above is None or heads_part):
        return tr("before {paragraph}").format(paragraph=draft.label(below.key).id)
    assert above is not None
    if above.opens_unit:
        return tr("to the head of {text}").format(text=above.title or above.unit)
    return tr("after {paragraph}").format(paragraph=draft.label(above.key).id)


def _moved_along(draft: Draft, keys: Collection[str]) -> tuple[str, ...]:
    """The paragraphs with their points; with the line of an annex or a part all of it."""
    named = whole(draft, keys)
    units = {one.unit for one in draft.paragraphs if one.key in named and one.opens_unit}
    return tuple(one.key for one in draft.paragraphs if one.key in named or one.unit in units)


# ------------------------------------------------------------------------------------------- one by one


def _shifted_each(draft: Draft, keys: Collection[str], way: int) -> Step:
    groups = runs(draft, _moved_along(draft, keys))
    step, changed = Step(draft, frozenset(), ""), frozenset[str]()
    for group in groups if way < 0 else groups[::-1]:
        step = _shifted(step.draft, group, way)
        changed |= step.changed
    step = styled(step)
    changed |= step.changed
    moved = [key for group in groups for key in group]
    act = tr("Move up {what}") if way < 0 else tr("Move down {what}")
    return replace(step, changed=changed, name=act.format(what=called(draft, moved)))


def _shifted(draft: Draft, moved: Sequence[str], way: int) -> Step:
    start, end = draft.position(moved[0]), draft.position(moved[-1]) + 1
    if draft.paragraph(moved[0]).opens_unit:
        return _unit_shifted(draft, moved, way)
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
            return _step(draft, moved, made)
    raise refused(why or _nothing_beyond(draft, moved, way))


def _nothing_beyond(draft: Draft, moved: Sequence[str], way: int) -> str:
    told = (
        tr("There is nothing above {what} in its part of the text to pass.")
        if way < 0
        else tr("There is nothing below {what} in its part of the text to pass.")
    )
    return told.format(what=called(draft, moved))


def _unit_shifted(draft: Draft, moved: Sequence[str], way: int) -> Step:
    """An annex passes an annex, a part a part."""
    edge = draft.position(moved[0]) - 1 if way < 0 else draft.position(moved[-1]) + 1
    beside = draft.paragraphs[edge] if 0 <= edge < len(draft.paragraphs) else None
    here = draft.paragraph(moved[0])
    if beside is None or not beside.unit or (beside.part is Part.ANNEX) != (here.part is Part.ANNEX):
        raise refused(_nothing_beyond(draft, moved, way))
    there = [index for index, one in enumerate(draft.paragraphs) if one.unit == beside.unit]
    return _placed(draft, moved, there[0] if way < 0 else there[-1] + 1)


# ----------------------------------------------------------------------------------------- to a place


def _placed(draft: Draft, moved: Sequence[str], at: int) -> Step:
    """The paragraphs before what stands at index `at`; behind what stands above it, in its text."""
    if any(draft.paragraph(key).opens_unit for key in moved):
        return _units_placed(draft, moved, at)
    made = _housed(draft, moved, at)
    heads = roots(draft, moved)
    there = {one.key: one.unit for one in made}
    if all(there[key] == draft.paragraph(key).unit for key in moved):
        why = why_not(draft.paragraphs, made, heads)
    else:
        why = _why_no_home(draft, made, heads)
    if why or (why := _bare_heading(draft, made)):
        raise refused(why)
    return _step(draft, moved, made)


def _housed(draft: Draft, moved: Sequence[str], at: int) -> tuple[DraftParagraph, ...]:
    """The paragraphs in their new order; those that come into another text are of it from now on."""
    above = next((one for one in reversed(draft.paragraphs[:at]) if one.key not in moved), None)
    below = next((one for one in draft.paragraphs[at:] if one.key not in moved), None)
    beside = above or below
    arranged = _arranged(draft, moved, at)
    if beside is None:
        return arranged
    root = ""
    homes: dict[str, Part] = {}
    for key in moved:
        paragraph = draft.paragraph(key)
        root = root if depth(paragraph) and root else key
        homes[key] = _part_there(draft.paragraph(root), beside)
    return tuple(
        replace(one, unit=beside.unit, part=homes[one.key])
        if one.key in homes and one.unit != beside.unit
        else one
        for one in arranged
    )


def _part_there(paragraph: DraftParagraph, beside: DraftParagraph) -> Part:
    if beside.part is Part.ANNEX:
        return Part.ANNEX
    own = {Kind.PREAMBULAR: Part.PREAMBLE, Kind.OPERATIVE: Part.OPERATIVE}
    return own.get(paragraph.kind, beside.part)


def _why_no_home(draft: Draft, made: Sequence[DraftParagraph], heads: Collection[str]) -> str:
    """Why paragraphs cannot go into another text: as elsewhere, and a text without its line cannot end."""
    if {one.unit for one in made} != {one.unit for one in draft.paragraphs}:
        return tr("It is the last paragraph of its text, which has no line of its own to stay.")
    if openers(made) != openers(draft.paragraphs):  # nothing stands above the first line of a draft
        return tr(BELOW_LINE)
    return why_disordered(draft.paragraphs, made, heads)


def _units_placed(draft: Draft, moved: Sequence[str], at: int) -> Step:
    """Whole annexes or parts between two others of their sort."""
    homes = {draft.paragraph(key).unit for key in moved}
    whole_units = [one.key for one in draft.paragraphs if one.unit in homes]
    if len(whole_units) != len(moved):
        raise refused(tr("An annex or a part moves alone, with all that stands in it."))
    above = draft.paragraphs[at - 1] if at else None
    below = draft.paragraphs[at] if at < len(draft.paragraphs) else None
    if above and below and above.unit == below.unit:
        raise refused(tr("An annex or a part stands before or behind another one, not within it."))
    annexes = draft.paragraph(moved[0]).part is Part.ANNEX
    if annexes != all(draft.paragraph(key).part is Part.ANNEX for key in moved):
        raise refused(tr("Annexes stand behind the whole text, its parts before them."))
    made = _arranged(draft, moved, at)
    order = [one.part is Part.ANNEX for one in made]
    if order != sorted(order) or (not annexes and made[0].unit == "" != draft.paragraphs[0].unit):
        raise refused(tr("Annexes stand behind the whole text, its parts before them."))
    return _step(draft, moved, made)


def _arranged(draft: Draft, moved: Sequence[str], at: int) -> tuple[DraftParagraph, ...]:
    """The paragraphs with those moved together, standing before what stood at index `at`."""
    taken = [draft.paragraph(key) for key in moved]
    upper = [one for one in draft.paragraphs[:at] if one.key not in moved]
    lower = [one for one in draft.paragraphs[at:] if one.key not in moved]
    return (*upper, *taken, *lower)


def _bare_heading(draft: Draft, made: Sequence[DraftParagraph]) -> str:
    """Why headings cannot stand so: the last line of a text would be one that heads nothing."""
    return "" if _bare(made) <= _bare(draft.paragraphs) else tr("A heading needs a paragraph below it.")


def _bare(paragraphs: Sequence[DraftParagraph]) -> set[str]:
    """The headings with which a text ends; the line of an annex or a part may wait for its paragraphs."""
    pairs = zip(paragraphs, [*paragraphs[1:], None], strict=True)
    return {
        one.key
        for one, below in pairs
        if one.kind is Kind.HEADING and not one.opens_unit and (not below or below.unit != one.unit)
    }


def _step(draft: Draft, moved: Sequence[str], made: Sequence[DraftParagraph]) -> Step:
    name = tr("Move {what}").format(what=called(draft, moved))
    same = [(one.key, one.unit) for one in made] == [(one.key, one.unit) for one in draft.paragraphs]
    if same:
        return Step(draft, frozenset(), name)
    above = parents(draft.paragraphs)
    now = parents(made)
    elsewhere = {key for key in moved if now[key] != above[key]}
    arranged = recounted(draft.paragraphs, in_their_rows(made, elsewhere))
    arranged = after_moving(draft.paragraphs, arranged, moved)
    changed = frozenset(moved) | changed_keys(draft.paragraphs, arranged)
    return Step(replace(draft, paragraphs=arranged), changed, name)
