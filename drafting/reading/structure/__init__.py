# SPDX-License-Identifier: GPL-3.0-or-later
"""From paragraphs to the structure of a resolution: preamble, operative part, points, headings, annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafting.reading.blocks import Block
from drafting.reading.structure.anchoring import Anchors
from drafting.reading.structure.footnotes import NoteTexts
from drafting.reading.structure.placing import Place, placed_in
from drafting.reading.structure.printed import opening_words
from drafting.reading.structure.units import Unit
from drafting.resolution import Footnote, Paragraph, ReadWarning


@dataclass(frozen=True, slots=True)
class Structure:
    """The paragraphs of a resolution in order, and what was remarked in finding them.

    `formulas` are standard lines met in the text (the organ's line of part B), `anchors` where the tracked
    changes stand.
    """

    paragraphs: tuple[Paragraph, ...]
    warnings: tuple[ReadWarning, ...]
    formulas: tuple[str, ...] = ()
    anchors: Anchors = field(default_factory=Anchors)


def structure_of(
    units: Sequence[Unit],
    notes: Sequence[Block],
    body: str,
    language: str = "en",
    loose: Sequence[Block] = (),
) -> Structure:
    """The structure of the text, its parts and its annexes.

    `notes` are the footnote texts, `body` is the organ, for its italics, `loose` the closing lines, whose
    footnotes the record has no place for. Ids follow the practice of delegations: PP3, OP12, OP12(a)(ii), H2,
    A1.OP3. Printed numbers are kept even when they are wrong; a number met twice is marked "bis", as in
    negotiations. Text of no known place is kept by itself (T1).
    """
    anchors = Anchors()
    texts = NoteTexts.of_blocks(notes, anchors)
    paragraphs: list[Paragraph] = []
    warnings: list[ReadWarning] = []
    formulas: list[str] = []
    for unit in units:
        placed = placed_in(unit, language)
        for place in placed.places:
            anchors.meet(place.block, place.id)
            opening = opening_words(place.block, place.kind, place.part, body, language)
            paragraphs.append(_paragraph(place, opening, texts.of(place.block, place.id), unit.name))
        warnings += placed.warnings
        formulas += placed.formulas
    for block in loose:
        texts.outside(block)
    return Structure(tuple(paragraphs), (*warnings, *texts.remarks()), tuple(formulas), anchors)


def _paragraph(place: Place, opening: str, footnotes: tuple[Footnote, ...], unit: str) -> Paragraph:
    return Paragraph(
        id=place.id,
        kind=place.kind,
        part=place.part,
        text=place.block.text,
        label=place.label,
        opening=opening,
        level=place.level,
        footnotes=footnotes,
        unit=unit,
    )
