# SPDX-License-Identifier: GPL-3.0-or-later
"""What is selected on a page, as places in the text of its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.draft import Draft
from drafting.draft.clips import Place
from drafting.errors import DraftError
from drafting.translation import tr
from ui.actions import spoken_keys
from ui.editor.lines import HEAD, Sort
from ui.editor.readback import ABOVE, HIDDEN, MIXED, PROPOSED

if TYPE_CHECKING:
    from ui.editor.page import Page


def in_note(page: Page) -> bool:
    """Whether the selection, or the caret, begins in a footnote and ends there too."""
    cursor = page.textCursor()
    if not page.picture.lines:
        return False
    first, last = (page.picture.place(at)[0] for at in (cursor.selectionStart(), cursor.selectionEnd()))
    return first == last and page.picture.lines[first].sort is Sort.NOTE


def place_at(page: Page, position: int) -> Place | None:
    """The place in the text at a position of the document; None above the text and in footnotes."""
    number, index = page.picture.place(position)
    line = page.picture.lines[number]
    if line.sort in HEAD or line.sort is Sort.NOTE:
        return None
    spot = line.spot(index)
    return Place(line.key, spot.offset, spot.marks)


def selected(page: Page) -> tuple[Place, Place] | None:
    """The text that is selected, footnotes at its ends left out; None where there is none."""
    cursor, picture = page.textCursor(), page.picture
    lines = picture.lines
    first, start = picture.place(cursor.selectionStart())
    last, end = picture.place(cursor.selectionEnd())
    if lines[first].sort in HEAD:
        return None
    if lines[first].sort is Sort.NOTE:
        if first == last:
            return None
        first, start = first + 1, 0
        while first <= last and lines[first].sort is Sort.NOTE:
            first += 1
        if first > last:
            return None
    if lines[last].sort is Sort.NOTE:
        while lines[last].sort is Sort.NOTE:
            last -= 1
        end = len(lines[last].shown)
    if (last, end) < (first, start):
        return None
    spots = lines[first].spot(start), lines[last].spot(end)
    places = [
        Place(lines[number].key, spot.offset, spot.marks)
        for number, spot in zip((first, last), spots, strict=True)
    ]
    return places[0], places[1]


def changeable(page: Page, draft: Draft) -> tuple[Place, Place]:
    """The text that is selected, or the caret twice; raises DraftError where it cannot be changed."""
    cursor = page.textCursor()
    lines = page.picture.lines
    first, last = (page.picture.place(at)[0] for at in (cursor.selectionStart(), cursor.selectionEnd()))
    if lines[first].sort in HEAD or lines[last].sort in HEAD:
        raise DraftError(tr(ABOVE))
    inside = lines[last].sort is Sort.NOTE and page.picture.place(cursor.selectionEnd())[1]
    cut_short = inside and inside < len(lines[last].shown)
    if lines[first].sort is Sort.NOTE or cut_short:
        raise DraftError(tr(MIXED))
    span = selected(page)
    if span is None:
        raise DraftError(tr(MIXED))
    caret = page.picture.place(cursor.position())[1]
    proposed = span[0] == span[1] if cursor.hasSelection() else lines[first].within_proposed(caret)
    keys = [one.key for one in draft.paragraphs]
    between = keys[keys.index(span[0].key) : keys.index(span[1].key) + 1]
    if any(map(page.hides, between)):
        raise DraftError(tr(HIDDEN))
    if proposed:
        raise DraftError(f"{tr(PROPOSED)} ({spoken_keys('reword')}).")
    return span
