# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clipboard holds, read as paragraphs of a resolution: clean text, footnotes, printed signs told.

Nothing is lost: every word stands in a paragraph, a footnote, a printed sign, or a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafting.errors import UnreadableFile
from drafting.glyphs import without_signs
from drafting.reading.blocks import Block
from drafting.reading.html.fragment import FURNITURE, fragment_of
from drafting.reading.languages import ENGLISH, language_of
from drafting.reading.openings import opens_paragraph
from drafting.reading.signed import Pasted, Sign, Signs
from drafting.reading.structure.anchoring import Anchors
from drafting.reading.structure.footnotes import NoteTexts
from drafting.reading.structure.joining import rejoined
from drafting.reading.structure.labels import (
    label_of,
)
from drafting.reading.text.decoding import clean
from drafting.reading.text.markup import lines_of, without_strikes
from drafting.reading.text.notes import with_notes_told
from drafting.reading.text.pages import without_page_lines
from drafting.reading.text.wrapping import is_finished, paragraphs
from drafting.resolution import Part, ReadWarning
from drafting.translation import marked

_BLANKS = re.compile("[ \t]+")
_WIDEST = 135  # characters of the widest wrapped lines; longer ones are whole paragraphs
_NARROWEST = 40
_FULL = 0.7  # of the width of a column that a wrapped line fills at the least
_JOINED = marked("lines that broke within sentences were joined again")
_ONLY_TEXT = marked("only the plain text was read")
_MARKED_UP = re.compile(
    r"^[ \t>]*(?:\d+\\?\.\s+)?\*{1,2}[^\W\d_][^*\n]{0,80}\*|<sup>\s*\d|\[\^\w", re.MULTILINE
)
"""Text in Markdown: a line that begins in italics, raised figures, references to footnotes."""
_CUT = 0.25  # of the lines of a column that break off within a sentence


@dataclass(frozen=True, slots=True)
class Clipping:
    """All of a clipboard, in order.

    `closed`: the end of its last paragraph belongs to it, so that what follows the place stays a paragraph of
    its own. `remarks` say what was left out, guessed or read otherwise.
    """

    paragraphs: tuple[Pasted, ...]
    closed: bool = False
    remarks: tuple[ReadWarning, ...] = ()


def clipping_of(html: str, text: str, *, plain: bool = False) -> Clipping:
    """What a clipboard offers as a page (`html`, "" for none) and as plain `text`, in one reading.

    `plain`: words alone; footnotes and the signs of lists stay what the plain text shows. A page that cannot
    be read gives way to the plain text, with a remark.
    """
    blocks: list[Block] = []
    remarks: list[ReadWarning] = []
    if html.strip() and not plain:
        try:
            blocks, remarks = fragment_of(html)
        except UnreadableFile as error:
            remarks = [ReadWarning(_ONLY_TEXT, needs_look=True, text=error.reason)]
    text = without_signs(clean(text))
    if not blocks:
        blocks, more = _of_text(text, noted=not plain)
        remarks += more
    return _clipping(blocks, text, remarks)


def _clipping(blocks: Sequence[Block], text: str, remarks: Sequence[ReadWarning]) -> Clipping:
    body = [block for block in blocks if not block.note]
    if not body:  # a footnote was copied from its own place
        body = [replace(block, note="") for block in blocks]
    notes = [block for block in blocks if block.note] if len(body) < len(blocks) else []
    texts = NoteTexts.of_blocks([note for note in notes if note.text], Anchors())
    known = {note.note for note in notes if note.text}
    reader = Signs(body, texts, known)
    found = tuple(reader.paragraphs())
    closed = bool(re.search(r"\n[ \t]*$", text)) and bool(text.strip())
    return Clipping(_with_ends(found, text, closed), closed, (*remarks, *reader.remarks, *texts.remarks()))


def _with_ends(found: tuple[Pasted, ...], text: str, closed: bool) -> tuple[Pasted, ...]:
    """The paragraphs with the blanks at both ends of words that were copied out of a line."""
    made = list(found)
    if found and text[:1] in {" ", "\t"} and text.strip() and found[0].sign is Sign.NONE:
        first = made[0]
        notes = tuple((offset + 1, words) for offset, words in first.notes)
        made[0] = replace(first, text=f" {first.text}", notes=notes)
    if found and text[-1:] in {" ", "\t"} and text.strip() and not closed and found[-1].sign is Sign.NONE:
        made[-1] = replace(made[-1], text=f"{made[-1].text} ")
    return tuple(made)


# ------------------------------------------------------------------------------------------ plain text


def _of_text(text: str, *, noted: bool) -> tuple[list[Block], list[ReadWarning]]:
    """The paragraphs of plain text: its lines, or what they are parts of where they were wrapped."""
    marked_up = noted and bool(_MARKED_UP.search(text))
    lines = lines_of(without_strikes(text)[0]) if marked_up else list(_lines(text))
    if not marked_up and not _is_wrapped(lines):
        blocks = [replace(line, gap=True, whole=True) for line in lines]
        return [block for block in (with_notes_told(blocks) if noted else blocks) if block.text], []
    kept, furniture = without_page_lines(lines)
    told = " / ".join(furniture)
    remarks = [ReadWarning(FURNITURE, text=told)] if told else []
    blocks = paragraphs(with_notes_told(kept) if noted else kept)
    body = rejoined([block for block in blocks if not block.note], language_of(text) or ENGLISH)
    remarks += [ReadWarning(_JOINED)] if len(body) < sum(bool(line.text) for line in lines) else []
    return [*(block for block in body if block.text), *(block for block in blocks if block.note)], remarks


def _lines(text: str) -> Iterator[Block]:
    gap, page = True, 1
    for number, line in enumerate(text.split("\n"), start=1):
        page += line.count("\f")
        words = " ".join(line.split(" ")).replace("\f", " ").replace("\t", " ").strip()
        words = _BLANKS.sub(" ", words)
        rule = words[0] if re.fullmatch(r"_{3,}", words) else ""
        if words:
            yield Block("" if rule else words, number, gap=gap, page=page, rule=rule)
        gap = not words


def _is_wrapped(lines: Sequence[Block]) -> bool:
    """Whether lines were broken at the edge of a column, as in text copied from a PDF or a mail.

    That shows where a long line breaks off within a sentence: often, and now and then before a small letter.
    """
    lengths = sorted(len(line.text) for line in lines)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    if len(lines) < 2 or usual > _WIDEST:
        return False
    width = max(usual, _NARROWEST)
    inner = [(one, two) for one, two in pairwise(lines) if not two.gap]
    cut = [
        (one, two)
        for one, two in inner
        if len(one.text) > width * _FULL and not is_finished(one.text) and not _begins(two.text)
    ]
    return len(cut) > len(inner) * _CUT and any(two.text[:1].islower() for _, two in cut)


def _begins(text: str) -> bool:
    return label_of(text) is not None or any(opens_paragraph(text, part) for part in Part)
