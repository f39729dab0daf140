# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of a draft in a text document: which line stands in which block, in step with the draft."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_

from PySide6.QtGui import QTextDocument

from drafting.draft import Draft, DraftParagraph
from drafting.resolution import Masthead
from ui.editor.lines import Line, Sort, head_lines, paragraph_lines
from ui.editor.readback import Caret, Typed, typed
from ui.editor.render import draw_all, draw_changes, draw_lines
from ui.editor.styles import Styles
from ui.utf16 import Offsets


class Picture:
    """Shows a draft in `document`; `lines` are its blocks, one for one."""

    def __init__(self, document: QTextDocument, styles: Styles) -> None:
        self.document = document
        self.styles = styles
        self.marked = True
        self._with_marks = True  # as the lines were made
        self.retouched = ""
        """The one paragraph whose words the last update changed; empty when it changed more than that."""
        self.draft: Draft | None = None
        self.stale = False
        """Whether the document may show something else than `lines`."""
        self.lines: list[Line] = []
        self._standing: list[Line | None] = []  # what the document shows, None where it was typed in
        self._drawn: dict[str, tuple[DraftParagraph, tuple[Line, ...]]] = {}
        self._masthead: tuple[Masthead, tuple[Line, ...]] | None = None
        self._numbers: dict[str, int] = {}
        self._blocks: dict[str, int] = {}

    def draw(self, draft: Draft | None) -> None:
        """Show a draft from scratch; an empty document for None.

        The lines of the draft that is shown already are only drawn again, in the looks of today.
        """
        if draft is None or draft is not self.draft or self._with_marks is not self.marked:
            self._drawn, self._masthead, self._numbers, self.draft = {}, None, {}, draft
            self._with_marks = self.marked
            self._take(self._target(draft, frozenset()) if draft else [])
        self._standing, self.stale = list(self.lines), False
        draw_all(self.document, self.lines, self.styles)

    def update(self, draft: Draft, changed: frozenset[str]) -> tuple[int, int]:
        """Show the next state of the draft; those in `changed` may look otherwise though they read the same.

        Returns the first block that differs and the first equal one after it.
        """
        standing, former, self.draft = self._standing, self.draft, draft
        key = _alone(former, draft, changed) if former is not None else ""
        self.retouched = key if key and self._retouch(draft, key) else ""
        if self.retouched:
            numbers = [number for number, line in enumerate(standing) if line is not self.lines[number]]
            return draw_lines(self.document, numbers, self.lines, self.styles)
        self._take(self._target(draft, changed))
        return draw_changes(self.document, standing, self.lines, self.styles)

    def _retouch(self, draft: Draft, key: str) -> bool:
        """Take the lines of one paragraph anew, where no block comes or goes: so with nearly every key."""
        paragraph, known = draft.paragraph(key), self._drawn.get(key)
        if known is None or draft.note_numbers != self._numbers or len(self._standing) != len(self.lines):
            return False
        made = self._lines_of(draft, paragraph, known[1])
        if [line.note for line in made] != [line.note for line in known[1]]:
            return False
        self._drawn[key] = (paragraph, made)
        first = self._blocks[key]
        self.lines = [*self.lines[:first], *made, *self.lines[first + len(made) :]]
        self._standing, self.stale = list(self.lines), False
        return True

    def _take(self, lines: list[Line]) -> None:
        self.lines, self.stale = lines, False
        self._standing = list(lines)
        self._blocks = {line.note or line.key: number for number, line in enumerate(lines) if line.key}

    def _target(self, draft: Draft, changed: frozenset[str]) -> list[Line]:
        masthead = draft.masthead
        if self._masthead is None or self._masthead[0] != masthead:
            self._masthead = (masthead, head_lines(masthead))
        renumbered = draft.note_numbers != self._numbers
        self._numbers = draft.note_numbers
        lines = list(self._masthead[1])
        drawn = {}
        for paragraph in draft.paragraphs:
            key = paragraph.key
            known = self._drawn.get(key)
            again = key in changed or (renumbered and bool(paragraph.notes))
            if known is None or known[0] is not paragraph or again:
                known = (paragraph, self._lines_of(draft, paragraph, known[1] if known else ()))
            drawn[key] = known
            lines += known[1]
        self._drawn = drawn
        return lines

    def _lines_of(self, draft: Draft, paragraph: DraftParagraph, known: Sequence[Line]) -> tuple[Line, ...]:
        """The lines of a paragraph; those that look as before are the same objects as before."""
        by_note = {line.note: line for line in known}
        made = paragraph_lines(draft, paragraph, self.marked)
        return tuple(by_note[line.note] if by_note.get(line.note) == line else line for line in made)

    def typed(self, start: int, end: int) -> Typed | None:
        """What was typed into the document between two positions; None when it reads as before.

        How the blocks in question look counts as unknown from then on, until the next `update`.
        """
        first = self.document.findBlock(start)
        first = first if first.isValid() else self.document.lastBlock()
        last = self.document.findBlock(end)
        last = last if last.isValid() else self.document.lastBlock()
        texts, block = [], first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            texts.append(block.text().replace("\u2028", "\n"))
            block = block.next()
        number, rest = first.blockNumber(), self.document.blockCount() - last.blockNumber() - 1
        old_last = len(self.lines) - rest - 1
        at = Offsets(texts[0]).to_python(start - first.position())
        edit = typed(self.lines, number, old_last, "\n".join(texts), at)
        self._standing[number : old_last + 1] = [None] * len(texts)
        self.stale = True
        return edit

    def block(self, key: str) -> int | None:
        """The number of the block of a paragraph or a footnote, None when it is not shown."""
        return self._blocks.get(key)

    def paragraph(self, key: str) -> DraftParagraph | None:
        """A paragraph as it is shown, None when there is none."""
        return self._drawn[key][0] if key in self._drawn else None

    def blocks(self, key: str) -> range:
        """The numbers of all blocks of a paragraph, its footnotes among them."""
        first = self._blocks[key]
        end = first + 1
        while end < len(self.lines) and self.lines[end].sort is Sort.NOTE:
            end += 1
        return range(first, end)

    def place(self, position: int) -> tuple[int, int]:
        """The line at a position of the document and the index in it."""
        block = self.document.findBlock(position)
        number = min(block.blockNumber(), len(self.lines) - 1)
        return number, self.lines[number].offsets.to_python(position - block.position())

    def position(self, number: int, index: int) -> int:
        """The position in the document of an index in a line."""
        return self.document.findBlockByNumber(number).position() + self.lines[number].offsets.to_qt(index)

    def caret(self, position: int) -> Caret:
        """The place in the draft at a position of the document; an empty key above the text."""
        number, index = self.place(position)
        line = self.lines[number]
        return Caret(line.key, line.note, line.spot(index))

    def position_of(self, caret: Caret) -> int | None:
        """The position of a place in the draft, None when its paragraph or footnote is gone."""
        number = self.block(caret.note or caret.key)
        return None if number is None else self.position(number, self.lines[number].place(caret.spot))


def _alone(former: Draft, draft: Draft, changed: frozenset[str]) -> str:
    """The one paragraph in which two states of a draft differ; empty when more does, or another number."""
    before, after = former.paragraphs, draft.paragraphs
    same_head = former.carry is draft.carry and former.facts is draft.facts
    if not same_head or len(changed) != 1 or len(before) != len(after):
        return ""
    [key] = changed
    if key not in draft or key not in former or former.position(key) != draft.position(key):
        return ""
    at = draft.position(key)
    elsewhere = (before[:at], after[:at]), (before[at + 1 :], after[at + 1 :])
    return key if all(all(map(is_, old, new)) for old, new in elsewhere) else ""
