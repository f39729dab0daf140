# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving a draft as a file of its own and opening it again.

A `.penholder` file is a zip with one entry, `draft.json`: format name and version, the loaded versions as
read, the proposals and facts of the target session, and the text with every decision. The lineage is traced
anew when the file is opened. A file of a later format version is refused, never half understood: `VERSION`
is raised with every field or name a record gains, and new fields have defaults, so that older files still
open.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from drafting.comparing.lineage import trace
from drafting.draft import Draft, DraftParagraph, Ignored
from drafting.draft.record import ByHand
from drafting.draft.styling import restyled
from drafting.errors import DamagedDraft, UnreadableFile
from drafting.files import write_atomically
from drafting.resolution import Resolution
from drafting.updating.facts import aged
from drafting.updating.records import CarryOver, Proposal
from drafting.updating.shelf.records import Shelved

SUFFIX = ".penholder"
FORMAT = "penholder-draft"
VERSION = 4
"""2: annexes and parts, tracked changes and comments, more lines of the masthead.

3: style proposals, findings passed over, decisions that rest, the shelf, what a blank takes and a fact is
looked up by.

4: pairs set and broken by hand.
"""
_ENTRY = "draft.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same draft gives the same bytes


@dataclass(frozen=True, slots=True)
class _Saved:
    """What stands in the file."""

    format: str
    version: int
    versions: tuple[Resolution, ...]
    carry: CarryOver
    paragraphs: tuple[DraftParagraph, ...]
    facts: Mapping[str, Mapping[str, str]]
    last_key: int
    styles: tuple[Proposal, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    resting: tuple[Proposal, ...] = ()
    shelf: tuple[Shelved, ...] = ()
    pairings: tuple[ByHand, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    """What every version of the format has, read first."""

    format: str
    version: int


def save_project(draft: Draft, path: Path) -> None:
    """Write the draft, whole or not at all; raises WriteFailed and leaves an earlier file as it was."""
    saved = _Saved(
        FORMAT,
        VERSION,
        draft.lineage.versions,
        draft.carry,
        draft.paragraphs,
        draft.facts,
        draft.last_key,
        draft.styles,
        tuple(sorted(draft.ignored, key=lambda one: (one.paragraph, one.rule, one.words))),
        draft.resting,
        draft.shelf,
        draft.pairings,
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(_ENTRY, _EPOCH), msgspec.json.encode(saved), zipfile.ZIP_DEFLATED)
    write_atomically(path, buffer.getvalue())


def open_project(path: Path) -> Draft:
    """The draft as it was saved.

    Raises UnreadableFile when it cannot be read, DamagedDraft when it is not whole.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            data = archive.read(_ENTRY)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise UnreadableFile(
            path, f"{reason}. Check that the file is there and not open elsewhere."
        ) from error
    # KeyError: no such entry; RuntimeError: it is encrypted; NotImplementedError: packed in an unknown way.
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, EOFError) as error:
        raise DamagedDraft(path, _DAMAGED) from error
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.format == FORMAT and head.version > VERSION:
            raise DamagedDraft(
                path, "it was saved by a later version of Penholder. Update Penholder to open it."
            )
        saved = msgspec.json.decode(data, type=_Saved)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedDraft(path, _DAMAGED) from error
    if saved.format != FORMAT or not all(_agrees(saved)):
        raise DamagedDraft(path, _DAMAGED)
    return _drafted(saved)


def _drafted(saved: _Saved) -> Draft:
    """The draft of a file of this version or an older one.

    Before version 3 no blank said what it takes, and nothing of style was offered.
    """
    older = saved.version < 3
    draft = Draft(
        trace(saved.versions),
        aged(saved.carry) if older else saved.carry,
        saved.paragraphs,
        saved.facts,
        saved.last_key,
        saved.styles,
        frozenset(saved.ignored),
        saved.resting,
        saved.shelf,
        saved.pairings,
    )
    return restyled(draft) if older else draft


def _agrees(saved: _Saved) -> Iterator[bool]:
    """Whether all that the parts of a draft say of one another is so, question by question."""
    yield bool(saved.versions)
    base = saved.versions[-1]
    proposals = {proposal.id for proposal in (*saved.carry.proposals, *saved.styles)}
    resting = {proposal.id for proposal in saved.resting}
    facts = {None, *(fact.id for fact in saved.carry.facts)}
    yield facts.issuperset(proposal.fact for proposal in saved.carry.proposals)
    yield facts.issuperset(change.fact for change in saved.carry.masthead_changes)
    yield len({paragraph.key for paragraph in saved.paragraphs}) == len(saved.paragraphs)
    for paragraph in saved.paragraphs:
        yield paragraph.origin is None or paragraph.origin in base
        lengths = {None: len(paragraph.text)} | {note.key: len(note.text) for note in paragraph.notes}
        yield proposals.issuperset(choice.proposal for choice in paragraph.choices)
        yield resting.issuperset(choice.proposal for choice in paragraph.resting)
        for choice in (*paragraph.choices, *paragraph.resting):
            yield 0 <= choice.start <= choice.end <= lengths.get(choice.note, -1)


_DAMAGED = (
    "this is no whole Penholder draft: the file is damaged or of another kind. "
    "The resolutions themselves are not affected; open an earlier copy, or start again from the series."
)
