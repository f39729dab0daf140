# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that are asked about: drafts by chance, laid out by us or written into an official file."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from annexed import WITH_ANNEXES, WITH_PARTS, version
from docx.oxml.ns import qn
from office.acts import PRIVATE
from office.drafts import Made, drafts

from drafting.comparing.paragraphs import align
from drafting.data import sample_files
from drafting.errors import PenholderError
from drafting.reading import read
from drafting.resolution import Comment, Resolution
from drafting.writing.comments import with_notes
from drafting.writing.official.comments import commented
from drafting.writing.official.document import official_bytes
from drafting.writing.official.notes import in_order
from drafting.writing.official.package import NOTES, TEXT, accepted, packed, parts
from drafting.writing.official.proof import prove as prove_official
from drafting.writing.options import DEFAULTS
from drafting.writing.tracked import Signature, tracked_bytes
from drafting.writing.tracked.proof import prove
from drafting.writing.tracked.stamp import Stamps
from drafting.writing.word import word_bytes, write_word

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_SERIES = ("ga-migrants/A_RES_78_217.xml", "hrc-climate-change/A_HRC_RES_56_8.xml")
CUBA = Signature("Cuba", datetime(2025, 6, 1, 12))  # noqa: DTZ001 - a clock on the wall, as Word writes it


class Marks(NamedTuple):
    """How changes are marked beside words that go and come."""

    moves: bool = False
    comments: bool = False


_MARKS = (Marks(), Marks(moves=True), Marks(comments=True))  # in turn, from base to base and draft to draft


class Way(StrEnum):
    """Who laid the file out."""

    LAID = "laid out"
    OFFICIAL = "official file"


class View(StrEnum):
    """What became of all changes."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Share(NamedTuple):
    """Which worker of how many."""

    worker: int
    workers: int


WHOLE = Share(0, 1)


@dataclass(frozen=True)
class Case:
    """One file with tracked changes, and the clean files it has to read like; `fault`: it was not written."""

    way: Way
    base: str
    number: int
    edits: tuple[str, ...]
    tracked: bytes = b""
    clean: tuple[tuple[View, bytes], ...] = ()
    fault: str = ""

    @property
    def name(self) -> str:
        """A name that is a file name as well, and finds the case again."""
        return f"{self.base} {self.number}"


def cases(way: Way, count: int, seed: int, share: Share = WHOLE) -> Iterator[Case]:
    """So many cases, in turn one of each base; of them those that fall to one worker."""
    found = list(_bases(way))
    for at, (name, base, make) in enumerate(found if count else ()):
        places = range(at, count, len(found))
        for number, draft in enumerate(drafts(base, seed, len(places))):
            if places[number] % share.workers == share.worker:
                yield _case(way, f"{name} {seed}", number, draft, make, _MARKS[(at + number) % len(_MARKS)])


_Maker = Callable[[Made, Marks], tuple[bytes, tuple[tuple[View, bytes], ...]]]


def _bases(way: Way) -> Iterator[tuple[str, Resolution, _Maker]]:
    if way is Way.LAID:
        files = [*sample_files()[2:], *(SHARED / "corpus" / "series" / name for name in _SERIES)]
        for path in files:
            if path.is_file():
                base = read(path)
                yield path.stem, base, _laid(base)
        return
    for path in sorted((SHARED / "corpus" / "reader" / "docx").glob("*.docx")):
        base = read(path)
        yield path.stem, base, _official(path.read_bytes(), base)
    # Our own files are somebody else's as any other, and in them Word counts; without the corpus there are no
    # others.
    own = {"sample": read(sample_files()[-1]), "annexes": version(WITH_ANNEXES), "parts": version(WITH_PARTS)}
    for name, text in own.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.docx"
            write_word(text, path)
            base, data = read(path), path.read_bytes()
        yield name, base, _official(data, base)


def _case(way: Way, base: str, number: int, made: Made, make: _Maker, marks: Marks) -> Case:
    edits = (*made.edits, *(name for name, wanted in marks._asdict().items() if wanted))
    try:
        tracked, clean = make(made, marks)
    except PenholderError as error:
        return Case(way, base, number, edits, fault=str(error))
    noted = marks.comments and any(one.memo for one in made.draft.paragraphs)
    fault = "private notes stand in the file" if _told(tracked) and not noted else ""
    fault = "private notes that were asked for are missing" if noted and not _told(tracked) else fault
    return Case(way, base, number, edits, tracked, clean, fault)


def _laid(base: Resolution) -> _Maker:
    before = word_bytes(base)

    def make(made: Made, marks: Marks) -> tuple[bytes, tuple[tuple[View, bytes], ...]]:
        new = made.resolution
        alignment = align(base, new)
        tracked = tracked_bytes(alignment, CUBA, moves=marks.moves)
        tracked = commented(tracked, new, _comments(made, marks), Stamps(CUBA))
        prove(tracked, alignment, DEFAULTS)
        return tracked, ((View.ACCEPTED, word_bytes(new)), (View.REJECTED, before))

    return make


def _official(original: bytes, base: Resolution) -> _Maker:
    def make(made: Made, marks: Marks) -> tuple[bytes, tuple[tuple[View, bytes], ...]]:
        new = made.resolution
        alignment = align(base, new)
        tracked = official_bytes(original, alignment, CUBA, moves=marks.moves)
        tracked = commented(tracked, new, _comments(made, marks), Stamps(CUBA))
        prove_official(original, tracked, alignment)
        # There is no clean file of the draft to hold it against: the proof has just read this one.
        return tracked, ((View.ACCEPTED, settled(tracked)), (View.REJECTED, original))

    return make


def _comments(made: Made, marks: Marks) -> Sequence[Comment]:
    """One comment on the first words of every fifth paragraph, and the private notes."""
    if not marks.comments:
        return []
    texts = [one for one in made.resolution.paragraphs if one.text][::5]
    said = [Comment("Why this?", paragraph=one.id, start=0, end=len(one.text.split()[0])) for one in texts]
    return with_notes(made.draft, said)


def _told(data: bytes) -> bool:
    """Whether anything in a package tells a private note."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return any(PRIVATE.encode() in package.read(name) for name in package.namelist())


def settled(data: bytes) -> bytes:
    """The file with all changes accepted by our own hand, footnotes that are gone taken out."""
    data = accepted(data)
    text, notes = parts(data)
    used = {mark.get(qn("w:id")) for mark in text.iter(qn("w:footnoteReference"))}
    own = [one for one in notes if one.get(qn("w:type")) is None]
    for note in (one for one in own if one.get(qn("w:id")) not in used):
        notes.remove(note)
    in_order(text, notes)
    return packed(data, {TEXT: text, NOTES: notes})


def written(found: Sequence[Case], folder: Path) -> dict[tuple[str, str], Path]:
    """Every file of the cases once, by the name of its case and what it is ("tracked" or a view)."""
    paths: dict[tuple[str, str], Path] = {}
    same: dict[bytes, Path] = {}
    for case in found:
        for what, data in (("tracked", case.tracked), *case.clean):
            if data not in same:
                same[data] = folder / f"{len(same)}.docx"
                same[data].write_bytes(data)
            paths[case.name, str(what)] = same[data]
    return paths
