# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of a draft for other programs: a page in the form that word processors take footnotes from, and text.

Only what the draft says: neither what is proposed nor what the drafter noted for themselves. Numbers are
printed before paragraphs that are copied from their beginning, where more than words of one are copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from drafting.draft import Draft, DraftNote
from drafting.draft.clips import ClipPart, Place, clip_of
from drafting.resolution import Kind
from drafting.writing.laid import printed

_PAGE = (
    '<html><head><meta charset="utf-8"></head><body><!--StartFragment-->{text}{notes}<!--EndFragment-->'
    "</body></html>"
)
_STEP = 36  # points that each level of points is set in


@dataclass(frozen=True, slots=True)
class Copied:
    """The same words twice: as plain text, and as a page."""

    text: str
    html: str


def copied(draft: Draft, start: Place, end: Place) -> Copied:
    """The words of a draft between two places."""
    clip = clip_of(draft, start, end)
    whole = len(clip.parts) > 1 or clip.closed or clip.parts[0].whole
    lines = [_Line(draft, part, start, whole=whole) for part in clip.parts]
    numbers = _numbers(clip.parts)
    notes = [(numbers[note.key], note.text) for part in clip.parts for note in _in_order(part)]
    text = "\n".join(line.text(numbers) for line in lines) + ("\n" if clip.closed else "")
    if notes:
        below = "\n".join(f"[{number}] {words}" for number, words in notes)
        text = f"{text.rstrip(chr(10))}\n\n{below}\n"
    shown = [line.html(numbers, block=whole) for line in lines]
    return Copied(text, _PAGE.format(text="\n".join(shown), notes=_notes(notes)))


def _in_order(part: ClipPart) -> list[DraftNote]:
    return sorted(part.paragraph.notes, key=lambda note: note.offset)


def _numbers(parts: Sequence[ClipPart]) -> dict[str, int]:
    """The numbers of the footnotes among those copied."""
    keys = (note.key for part in parts for note in _in_order(part))
    return {key: number for number, key in enumerate(keys, start=1)}


class _Line:
    """A paragraph that is copied, or what of it is."""

    def __init__(self, draft: Draft, part: ClipPart, start: Place, *, whole: bool) -> None:
        self.part = part
        self.paragraph = draft.paragraph(part.paragraph.key)
        begins = self.paragraph.key != start.key or not (start.offset or start.marks)
        record = draft.resolution.paragraphs[draft.position(self.paragraph.key)]
        self.label = printed(record) if begins and whole else ""
        self.opening = min(len(draft.opening(self.paragraph)), len(part.paragraph.text)) if begins else 0

    def text(self, numbers: dict[str, int]) -> str:
        """As plain text, with footnote marks in square brackets."""
        words = "".join(piece if mark == "" else f"[{mark}]" for piece, mark in self._pieces(numbers))
        return f"{self.label}\t{words}" if self.label else words

    def html(self, numbers: dict[str, int], *, block: bool) -> str:
        """As a block of a page, or as words in a line."""
        words = self._slanted(numbers)
        words = f"{escape(self.label)}&nbsp;&nbsp;{words}" if self.label else words
        if not block:
            return f"<span>{words}</span>"
        if self.paragraph.kind is Kind.HEADING:
            return f"<h2>{words}</h2>"
        indent = f" style='margin-left:{_STEP * self.paragraph.level}pt'" if self.paragraph.level else ""
        return f"<p{indent}>{words}</p>"

    def _slanted(self, numbers: dict[str, int]) -> str:
        """The words with the opening ones in italics, wherever marks stand in them."""
        at, shown = 0, []
        for piece, mark in self._pieces(numbers):
            if mark:
                shown.append(_mark(mark, "ftn", "ftnref"))
                continue
            cut = max(min(self.opening - at, len(piece)), 0)
            slanted, upright = escape(piece[:cut], quote=False), escape(piece[cut:], quote=False)
            shown.append((f"<i>{slanted}</i>" if slanted else "") + upright)
            at += len(piece)
        return "".join(shown)

    def _pieces(self, numbers: dict[str, int]) -> Iterator[tuple[str, str]]:
        """Words, and the numbers of the marks between them: one of each pair is empty."""
        text, at = self.part.paragraph.text, 0
        for note in _in_order(self.part):
            yield text[at : note.offset], ""
            yield "", str(numbers[note.key])
            at = note.offset
        yield text[at:], ""


def _mark(number: str, to: str, back: str) -> str:
    """A footnote mark as Word writes it, which other programs read as a link to the text."""
    return (
        f'<a style=\'mso-footnote-id:ftn{number}\' href="#_{to}{number}" name="_{back}{number}">'
        f"<sup><span style='mso-special-character:footnote'>[{number}]</span></sup></a>"
    )


def _notes(notes: Sequence[tuple[int, str]]) -> str:
    """The footnotes under the words, as Word writes them."""
    if not notes:
        return ""
    told = "".join(
        f"<div style='mso-element:footnote' id=ftn{number}><p class=MsoFootnoteText>"
        f"{_mark(str(number), 'ftnref', 'ftn')} {escape(words, quote=False)}</p></div>"
        for number, words in notes
    )
    return f"<div style='mso-element:footnote-list'>{told}</div>"
