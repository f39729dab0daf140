# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving a draft as a file of its own and opening it again.

A `.penholder` file is a zip with the entry `draft.json`: format name and version, the loaded versions as
read, the proposals and facts of the target session, and the text with every decision. The lineage is traced
anew when the file is opened. `VERSION` is raised with every field or name a record gains, and new fields have
defaults, so that older files still open. `NEEDS` is the least version that understands what is written now: a
file that needs a later one is refused, never half understood; one that is merely of a later version opens,
and what this one does not know is told. docs/draft-file.md describes the format.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from drafting.comparing.lineage import trace
from drafting.draft import Draft, DraftParagraph, Ignored
from drafting.draft.labels import Counted
from drafting.draft.record import ByHand
from drafting.draft.styling import restyled
from drafting.errors import DamagedDraft, LaterDraft
from drafting.files import Earlier, sweep, write_atomically
from drafting.reading.loading import unreadable
from drafting.resolution import Resolution
from drafting.translation import marked, tr
from drafting.updating.facts import aged
from drafting.updating.records import CarryOver, Proposal
from drafting.updating.shelf.records import Shelved

SUFFIX = ".penholder"
FORMAT = "penholder-draft"
VERSION = 6
"""2: annexes and parts, tracked changes and comments, more lines of the masthead.

3: style proposals, findings passed over, decisions that rest, the shelf, what a blank takes and a fact is
looked up by.

4: pairs set and broken by hand.

5: the least version that understands the file, remarks that are asked with another one.

6: paragraphs numbered beside others, what the room said of a paragraph, private notes, annexes and parts that
the drafter opened.
"""
NEEDS = 5
"""The least version that understands what this one writes, but for what needs `NAMED_BY_HAND`."""
NAMED_BY_HAND = 6
"""The least version that understands numbers beside others, and annexes and parts that the drafter opened: an
earlier one would name and print paragraphs otherwise than the room knows them."""
BACKUP = ".bak"
"""Stands behind the name of a draft for the copy that was replaced last."""
_ENTRY = "draft.json"
RECOVERY = "recovery.json"
"""The entry by which a copy for recovery says what it is a copy of."""
_MOST = 1 << 29  # bytes unpacked; the longest draft on record takes a hundredth
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
    needs: int = 0  # before version 5 the version itself


@dataclass(frozen=True, slots=True)
class _Head:
    """What every version of the format has, read first."""

    format: str
    version: int
    needs: int = 0


@dataclass(frozen=True, slots=True)
class Project:
    """A draft from a file; `later`: a later Penholder wrote it, and `unknown` names what this one drops.

    `recovery`: the file is a copy for recovery, of which the program disposes.
    """

    draft: Draft
    later: bool = False
    unknown: tuple[str, ...] = ()
    recovery: bool = False


def save_project(draft: Draft, path: Path, *, must_keep: bool = False) -> None:
    """Write the draft, whole or not at all; raises WriteFailed and leaves an earlier file as it was.

    An earlier file that is whole is kept beside it as `backup_of(path)`. Where it `must_keep` that one (it is
    somebody else's) and cannot, it raises WriteFailed or UnreadableFile and writes nothing.
    """
    write_atomically(path, packed(draft), earlier=_earlier(path, must_keep))
    sweep(path.parent)


def backup_of(path: Path) -> Path:
    """Where the copy stands that the last saving replaced."""
    return path.with_name(path.name + BACKUP)


def _earlier(path: Path, must: bool) -> Earlier | None:
    """The good file that is about to be replaced, to be put beside it for those who may read that one.

    What cannot be read or is not whole never takes the place of a good copy. Where the copy cannot be put,
    the saving goes on unless it `must` be kept: it never harms the file it replaces.
    """
    try:
        whole = path.read_bytes()
        _unpacked(io.BytesIO(whole), _ENTRY)
        permissions = stat.S_IMODE(path.stat().st_mode) | stat.S_IWUSR  # or no later copy could replace it
    except (FileNotFoundError, *_NO_ZIP):
        return None
    except (OSError, ValueError) as error:
        if must:
            raise unreadable(path, error) from error
        return None
    return Earlier(backup_of(path), whole, permissions, must)


def packed(draft: Draft, beside: Mapping[str, bytes] | None = None, *, fast: bool = False) -> bytes:
    """The bytes of a draft file, with more entries `beside` the draft; `fast` packs less tightly."""
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
        needs(draft),
    )
    entries = {_ENTRY: msgspec.json.encode(saved), **(beside or {})}
    buffer, level = io.BytesIO(), 1 if fast else 6
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED, level)
    return buffer.getvalue()


def needs(draft: Draft) -> int:
    """The least version of the format that understands a draft as it is saved."""
    by_hand = any(one.counted is not Counted.ON or one.opens for one in draft.paragraphs)
    return NAMED_BY_HAND if by_hand else NEEDS


def open_project(path: Path) -> Draft:
    """The draft as it was saved, as `read_project` reads it."""
    return read_project(path).draft


def read_project(path: Path) -> Project:
    """The draft as it was saved, and what of the file this version does not know.

    Raises UnreadableFile when it cannot be read, DamagedDraft when it is not whole or needs a later version.
    """
    data, names = _read(path, _ENTRY)
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.format == FORMAT and (head.needs or head.version) > VERSION:
            raise LaterDraft(path, tr(_LATER))
        saved = msgspec.json.decode(data, type=_Saved)
        unknown = (*_unknown(data, saved), *(name for name in names if name not in (_ENTRY, RECOVERY)))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedDraft(path, tr(_DAMAGED)) from error
    if saved.format != FORMAT or not all(_agrees(saved)):
        raise DamagedDraft(path, tr(_DAMAGED))
    return Project(_drafted(saved), saved.version > VERSION, unknown, RECOVERY in names)


def entry_of(path: Path, name: str) -> bytes:
    """An entry of a draft file; raises UnreadableFile or DamagedDraft."""
    return _read(path, name)[0]


def _read(path: Path, name: str) -> tuple[bytes, list[str]]:
    """An entry of a draft file and the names of all, in one go: others may write the file meanwhile."""
    try:
        return _unpacked(path, name)
    except _NO_ZIP as error:
        raise DamagedDraft(path, tr(_DAMAGED)) from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise unreadable(path, error) from error


# KeyError: no such entry; RuntimeError: it is encrypted; NotImplementedError: packed in an unknown way;
# UnicodeDecodeError: the name of an entry is no UTF-8.
_NO_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    RuntimeError,
    NotImplementedError,
    EOFError,
    UnicodeDecodeError,
)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def _unpacked(source: Path | io.BytesIO, name: str) -> tuple[bytes, list[str]]:
    with zipfile.ZipFile(source) as archive:
        entry = archive.getinfo(name)
        if entry.file_size > _MOST or entry.compress_type not in _PACKED:
            raise zipfile.BadZipFile("no draft is as long as that, or packed in such a way")
        return archive.read(name), archive.namelist()


def _unknown(data: bytes, saved: _Saved) -> tuple[str, ...]:
    """The names of what a file holds and the records do not, each once, without their places in rows."""
    raw, known = msgspec.json.decode(data), msgspec.json.decode(msgspec.json.encode(saved))
    return () if raw == known else tuple(dict.fromkeys(_more(raw, known, "")))


def _more(raw: Any, known: Any, place: str) -> Iterator[str]:
    if isinstance(raw, dict) and isinstance(known, dict):
        for name, value in raw.items():
            here = f"{place}.{name}".lstrip(".")
            if name in known:
                yield from _more(value, known[name], here)
            else:
                yield here
    elif isinstance(raw, list) and isinstance(known, list):
        for one, other in zip(raw, known, strict=False):
            yield from _more(one, other, place)


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
    yield _highest(saved) <= saved.last_key
    for paragraph in saved.paragraphs:
        yield paragraph.origin is None or paragraph.origin in base
        lengths = {None: len(paragraph.text)} | {note.key: len(note.text) for note in paragraph.notes}
        yield proposals.issuperset(choice.proposal for choice in paragraph.choices)
        yield resting.issuperset(choice.proposal for choice in paragraph.resting)
        for choice in (*paragraph.choices, *paragraph.resting):
            yield 0 <= choice.start <= choice.end <= lengths.get(choice.note, -1)


def _highest(saved: _Saved) -> int:
    """The highest number in the keys of paragraphs and footnotes ("p4", "p4n1", "n7"); 0 without any."""
    keys = (key for one in saved.paragraphs for key in (one.key, *(note.key for note in one.notes)))
    return max((int(found[1]) for key in keys if (found := _COUNTED.fullmatch(key))), default=0)


_COUNTED = re.compile(r"[pn](\d{1,18})(?:n\d+)?", re.ASCII)  # as keys are given to what is new
_DAMAGED = marked(
    "this is no whole Penholder draft: the file is damaged or of another kind. "
    "The resolutions themselves are not affected; open an earlier copy, or start again from the series."
)
_LATER = marked(
    "it was saved by a later version of Penholder and holds what this one does not understand. "
    "The file is as it was. Update Penholder to open it."
)
