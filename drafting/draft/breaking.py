# SPDX-License-Identifier: GPL-3.0-or-later
"""Enter and Backspace between paragraphs: where one is split and where two are joined, as drafters expect it.

Enter at the end of a paragraph that announces points, or has some, begins a point; Enter on an empty point
ends its row, as in Word: it becomes a point one level higher, at last a paragraph. The words before the place
stay the paragraph that they were, and those behind it too where nothing stands before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafting.draft.blocks import block, depth, in_their_rows, parents, refused
from drafting.draft.editing import Rewritten, rewrite
from drafting.draft.levels import promote
from drafting.draft.paragraph import DraftParagraph
from drafting.draft.record import Draft
from drafting.draft.step import Step
from drafting.draft.structure import delete, insert, told_gone
from drafting.draft.styling import styled
from drafting.resolution import Kind
from drafting.translation import tr

Marks = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Half:
    """The words of a paragraph before or behind a place, and the footnote marks in them: key and offset."""

    text: str
    marks: Marks = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.marks)


@dataclass(frozen=True, slots=True)
class Broken:
    """What became of Enter or Backspace: the step, and where the caret goes.

    `remark` tells the drafter what else it did.
    """

    step: Step
    key: str
    offset: int = 0
    remark: str = ""


def break_at(draft: Draft, key: str, left: Half, right: Half) -> Broken:
    """Enter between the two halves of a paragraph, in which a selection may have stood that goes.

    Raises DraftError above the line of the first text of the draft.
    """
    paragraph = draft.paragraph(key)
    if not left and not right and depth(paragraph):
        return _promoted(draft, paragraph)
    if paragraph.opens_unit and right and not left:
        return _above_line(draft, paragraph)
    if left and not right and _begins_points(draft, paragraph, left):
        return _point_under(draft, paragraph, left)
    names: tuple[str | None, str | None] = (key, None) if left or not right else (None, key)
    after = [Rewritten(names[0], left.text, left.marks), Rewritten(names[1], right.text, right.marks)]
    step = rewrite(draft, [key], after, _break_name(draft, paragraph, left, right), len(left.text))
    return Broken(step, step.draft.paragraphs[draft.position(key) + 1].key)


def _break_name(draft: Draft, paragraph: DraftParagraph, left: Half, right: Half) -> str:
    name = draft.label(paragraph.key).id
    if left and right:
        return tr("Split {paragraph}").format(paragraph=name)
    if right:
        return tr("Insert paragraph before {paragraph}").format(paragraph=name)
    return tr("Insert paragraph after {paragraph}").format(paragraph=name)


def _promoted(draft: Draft, paragraph: DraftParagraph) -> Broken:
    emptied = draft
    if paragraph.text or paragraph.notes:  # all of it was selected
        emptied = rewrite(draft, [paragraph.key], [Rewritten(paragraph.key, "", ())]).draft
    step = promote(emptied, [paragraph.key])
    return Broken(replace(step, changed=step.changed | {paragraph.key}), paragraph.key)


def _above_line(draft: Draft, line: DraftParagraph) -> Broken:
    """A paragraph at the end of the text above the line of an annex or a part."""
    at = draft.position(line.key)
    if not at:
        raise refused(tr("Nothing stands above this line, which opens the text."))
    above = parents(draft.paragraphs)
    last = draft.paragraphs[at - 1].key
    while above[last]:
        last = above[last]
    return Broken(insert(draft, last), line.key)


def _begins_points(draft: Draft, paragraph: DraftParagraph, left: Half) -> bool:
    if paragraph.kind is Kind.HEADING:
        return False
    under = len(block(draft, paragraph.key)) > 1
    return under or replace(paragraph, text=left.text).announces


def _point_under(draft: Draft, paragraph: DraftParagraph, left: Half) -> Broken:
    """A point at the head of those under the paragraph, in their row."""
    key = paragraph.key
    if (left.text, left.marks) != (paragraph.text, tuple((one.key, one.offset) for one in paragraph.notes)):
        draft = rewrite(draft, [key], [Rewritten(key, left.text, left.marks)]).draft
    number = draft.last_key + 1
    level = depth(paragraph) + 1
    new = replace(
        paragraph.another(f"p{number}"), kind=Kind.SUBPARAGRAPH, level=level, title="", restarts=False
    )
    at = draft.position(key) + 1
    made = in_their_rows((*draft.paragraphs[:at], new, *draft.paragraphs[at:]), {new.key})
    after = replace(draft, paragraphs=made, last_key=number)
    name = tr("Insert point under {paragraph}").format(paragraph=draft.label(key).id)
    return Broken(styled(Step(after, frozenset({key, new.key}), name)), new.key)


# ------------------------------------------------------------------------------------------ joining two


def join(draft: Draft, upper: str, lower: str) -> Broken:
    """Backspace at the beginning of a paragraph, or Delete at the end of the one above it.

    The upper one stays, the lower one where the upper is empty. The line of an annex or a part takes words in
    and stays a line; an empty one goes, and what stood under it joins the text above. Raises DraftError where
    two texts would run into each other, and where points would be left without a paragraph.
    """
    first, second = draft.paragraph(upper), draft.paragraph(lower)
    name = tr("Join {first} and {second}").format(first=draft.label(upper).id, second=draft.label(lower).id)
    if second.opens_unit and not second.text and not second.notes and first.unit != second.unit:
        step = delete(draft, [lower])
        return Broken(replace(step, name=name), upper, len(first.text), told_gone(draft, step))
    empty = not first.text and not first.notes
    line = first.opens_unit and first.unit == second.unit
    key = lower if empty and not line and (second.text or second.notes) else upper
    at = len(first.text)
    marks = (*_marks(first), *((note, offset + at) for note, offset in _marks(second)))
    step = rewrite(draft, [upper, lower], [Rewritten(key, first.text + second.text, marks)], name, at)
    return Broken(step, key, at, _told_part(draft, first, second) if key == upper else "")


def _marks(paragraph: DraftParagraph) -> Marks:
    return tuple((note.key, note.offset) for note in sorted(paragraph.notes, key=lambda one: one.offset))


def _told_part(draft: Draft, first: DraftParagraph, second: DraftParagraph) -> str:
    """That words of the operative part stand in the preamble now."""
    if first.part is second.part or first.opens_unit or not second.text:
        return ""
    names: Sequence[str] = (draft.label(second.key).id, draft.label(first.key).id)
    return tr("The words of {second} stand in {first} now, in the preamble.").format(
        second=names[0], first=names[1]
    )
