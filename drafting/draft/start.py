# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting a draft from the last adopted text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafting.comparing.records import Lineage
from drafting.data import load
from drafting.draft.labels import NUMBERED, Counted, row_of
from drafting.draft.record import Choice, Decision, Draft, DraftNote, DraftParagraph
from drafting.draft.styling import restyled
from drafting.reading.structure.letters import again_pattern
from drafting.resolution import Kind, Paragraph, Resolution
from drafting.updating.records import CarryOver, Proposal


def start_draft(lineage: Lineage, carry: CarryOver) -> Draft:
    """A draft that reads exactly like the base version, with every proposal open, those of style too."""
    paragraphs = paragraphs_of(lineage.latest, carry.proposals)
    return restyled(Draft(lineage, carry, paragraphs, {}, last_key=len(paragraphs)))


def paragraphs_of(version: Resolution, proposals: Iterable[Proposal] = ()) -> tuple[DraftParagraph, ...]:
    """The paragraphs of a version as those of a draft on it, with these proposals open."""
    titles, restarting = _titles(version.paragraphs), _restarting(version.paragraphs)
    offered = tuple(proposals)
    return tuple(
        replace(
            _carried_over(paragraph, f"p{number}", titles[paragraph.id], offered),
            restarts=paragraph.id in restarting,
        )
        for number, paragraph in enumerate(version.paragraphs, start=1)
    )


def _titles(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """What each paragraph prints that is not counted by rule; of points the row they stand in."""
    found: dict[str, str] = {}
    rows: list[str] = []
    for paragraph in paragraphs:
        if paragraph.kind is Kind.SUBPARAGRAPH:
            level = max(1, paragraph.level)
            rows += [""] * (level - 1 - len(rows))
            row = rows[level - 1] if len(rows) >= level else row_of(paragraph.label, level)
            if not any(map(str.isalnum, paragraph.label)):
                row = paragraph.label  # a bullet is the same in every place
            rows[level - 1 :] = [row]
            found[paragraph.id] = row
            continue
        counted = paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)
        found[paragraph.id] = "" if counted else paragraph.label
        if paragraph.kind is not Kind.TEXT or paragraph.text.rstrip().endswith((":", "\uff1a")):
            rows = []
    return found


def _restarting(paragraphs: Iterable[Paragraph]) -> set[str]:
    """The headings under which the numbers of their text begin anew, as in texts of several sections."""
    found: set[str] = set()
    numbered: set[str] = set()
    heading: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.kind is Kind.HEADING:
            heading = paragraph
        elif paragraph.kind is Kind.OPERATIVE:
            first = heading is not None and heading.unit == paragraph.unit and paragraph.unit in numbered
            if first and heading is not None and paragraph.label in {"", "1"}:
                found.add(heading.id)
            numbered.add(paragraph.unit)
            heading = None
    return found


def _carried_over(
    paragraph: Paragraph, key: str, title: str, proposals: Iterable[Proposal]
) -> DraftParagraph:
    notes = tuple(
        DraftNote(f"{key}n{index}", note.offset, note.text, note.number)
        for index, note in enumerate(paragraph.footnotes, start=1)
    )
    by_number = {note.origin: note.key for note in reversed(notes)}  # of two with one number the first
    choices = tuple(
        Choice(proposal.id, Decision.OPEN, proposal.start, proposal.end, _note_key(proposal, by_number))
        for proposal in proposals
        if proposal.paragraph == paragraph.id
    )
    return DraftParagraph(
        key,
        paragraph.kind,
        paragraph.part,
        paragraph.text,
        paragraph.level,
        notes,
        choices,
        paragraph.id,
        title,
        paragraph.unit,
        counted=counted_of(paragraph),
    )


def counted_of(paragraph: Paragraph) -> Counted:
    """How a paragraph that was read is numbered; preambular ones say it only where they are tagged."""
    sign = paragraph.id if paragraph.kind is Kind.PREAMBULAR else paragraph.label.strip("().")
    found = re.search(rf"\w[\s)]*({again_pattern()})$", sign) if paragraph.kind in NUMBERED else None
    if found is None:
        return Counted.ON
    alternative: str = load("labels")["alternative"]
    return Counted.ALT if alternative in found[1] else Counted.BIS


def _note_key(proposal: Proposal, by_number: dict[int | None, str]) -> str | None:
    return None if proposal.footnote is None else by_number[proposal.footnote]
