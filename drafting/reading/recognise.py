# SPDX-License-Identifier: GPL-3.0-or-later
"""From the paragraphs of any format to a resolution: masthead, text, annexes, closing lines, remarks.

Nothing is lost: a word of the source stands in the record or in the text of one of its warnings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from drafting.reading.blocks import Block
from drafting.reading.languages import ENGLISH, language_of
from drafting.reading.masthead import Heading, merged, read_masthead
from drafting.reading.masthead.closing import Closing, read_closing
from drafting.reading.masthead.forms import formula_in
from drafting.reading.source import Source
from drafting.reading.structure import Structure, structure_of
from drafting.reading.structure.joining import rejoined
from drafting.reading.structure.signs import is_decision
from drafting.reading.structure.units import Divided, divided
from drafting.resolution import Kind, Part, ReadWarning, Resolution

_MOST = 20_000  # paragraphs and footnotes; the longest resolutions have some six hundred
_SAMPLE = 40  # blocks that show the language
_OPENED = 0.7  # share of the paragraphs that open with a verb in a text without the organ's line


def recognise(source: Source, name: str) -> Resolution | None:
    """The resolution that stands in a source, None when there is none; `name` is the file's.

    The text before tracked changes, where the source holds it, is recognised as well, and each change and
    comment is given its paragraph.
    """
    notes = [block for block in source.body if block.note]
    body = [block for block in source.body if not block.note]
    if not body or len(source.body) > _MOST:
        return None
    language = _language(source, body)
    parts = divided(source.masthead, body, language)
    for unit in parts.units:
        unit.blocks = rejoined(unit.blocks, language)
    closing = read_closing([f"{block.label} {block.text}".strip() for block in parts.closing], language)
    heading = _heading(source, parts, closing, language)
    masthead, differing = merged(heading.masthead, source.told)
    structure = structure_of(parts.units, notes, masthead.body, language, parts.closing)
    if not _is_resolution(source, structure, language):
        return None
    original = recognise(source.original, name) if source.original else None
    remarks = (*source.warnings, *structure.warnings, *heading.warnings, *differing)
    formulas = source.formulas + heading.formulas + structure.formulas + closing.formulas
    return Resolution(
        masthead,
        structure.paragraphs,
        closing.vote,
        (*remarks, *_leftovers(heading, closing), *_standard(formulas)),
        name,
        original=original,
        revisions=structure.anchors.revisions(source.revisions),
        comments=structure.anchors.comments(source.comments),
    )


def _language(source: Source, body: Sequence[Block]) -> str:
    """The language of the text; what the source tells counts where the text is too short to show it."""
    shown = language_of("\n".join(block.text for block in islice(body, _SAMPLE)))
    return shown or (source.told.language if source.told else ENGLISH)


def _heading(source: Source, parts: Divided, closing: Closing, language: str) -> Heading:
    """The masthead as read; the organ's line may still stand in the text."""
    organ = source.organ
    if not organ and (first := next((b for unit in parts.units for b in unit.blocks), None)):
        match = formula_in(first.text)
        organ = match["organ"] if match and match.span() == (0, len(first.text)) else ""
    return read_masthead(
        parts.masthead,
        organ,
        closing,
        notes=source.masthead_notes,
        language=language,
    )


def _is_resolution(source: Source, structure: Structure, language: str) -> bool:
    """Whether what was found can be one.

    The organ's formula and an opened paragraph, or opening words throughout, or a decision of an organ. Where
    openings are not known (other languages), the formula or what the source tells of its parts must do.
    """
    kinds = (Kind.PREAMBULAR, Kind.OPERATIVE)
    body = [p for p in structure.paragraphs if p.kind in kinds and p.part is not Part.ANNEX]
    opened = [paragraph for paragraph in body if paragraph.opening]
    told = any(block.part is not None for block in source.body)
    organ = bool(source.organ or structure.formulas)
    if language != ENGLISH and body and (organ or told):
        return True
    if organ:
        return bool(opened)
    if len(body) == 1 and is_decision(body[0].text):
        return True
    operative = any(paragraph.part is Part.OPERATIVE for paragraph in opened)
    return operative and len(opened) >= max(2, len(body) * _OPENED)


def _leftovers(heading: Heading, closing: Closing) -> list[ReadWarning]:
    """A warning for everything that has no place in the record."""
    found = [_unplaced(words, "masthead") for words in heading.unplaced]
    if closing.rest:
        found.append(_unplaced(" ".join(closing.rest.split()), "after the text"))
    return found + list(closing.warnings)


def _unplaced(words: str, place: str) -> ReadWarning:
    return ReadWarning(f"could not be placed ({place})", place, needs_look=True, text=words)


def _standard(formulas: Sequence[str]) -> list[ReadWarning]:
    """One remark naming the standard lines whose words are not kept as such."""
    counted = Counter(line for line in formulas if line)
    shown = [f"“{line}” ({count} times)" if count > 1 else line for line, count in counted.items()]
    if not shown:
        return []
    message = "standard lines, understood but not kept word for word"
    return [ReadWarning(message, "masthead", text=" | ".join(shown))]
