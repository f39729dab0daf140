# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that reads one file after another and says what came of each: no network, its memory watched."""

from __future__ import annotations

import socket
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn
from xml.etree import ElementTree

from drafting.errors import PenholderError
from drafting.reading import read
from drafting.resolution import Resolution
from tests.corpus.kept import lost_letters
from tests.corpus.printed import printed
from tests.taken import MemoryWatch, processor_seconds

_CEILING = 3 << 30  # bytes a process may ask for at all, so that a bomb does not take the machine with it
# The kinds whose letters can be found in a damaged file too; where words begin and end is damaged as well.
_TEXTS = {".xml", ".txt"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of reading one file: the error's name ("read" when there was none), and what it took.

    `seconds` by the clock, `worked` those of the processor, `memory` in MiB; `faults` as sentences.
    """

    what: str
    seconds: float
    worked: float
    memory: float
    faults: tuple[str, ...] = ()


def serve(pipe: Connection) -> None:
    """Read the files whose paths come through the pipe, until an empty one comes."""
    sys.modules["__main__"] = ModuleType("__main__")  # what its own children would load again
    reached: list[str] = []
    _forbid_network(reached)
    _limit_memory()
    while path := pipe.recv():
        reached.clear()
        pipe.send(_outcome(Path(path), reached))


def _outcome(path: Path, reached: list[str]) -> Outcome:
    resolution, faults, watched, start = None, [], MemoryWatch(), time.perf_counter()
    before = processor_seconds()
    try:
        resolution = read(path)
        what = "read"
    except PenholderError as error:
        # A reader in a process of its own that ended without an answer: told to the drafter, but looked into.
        what = f"{type(error).__name__}{' (broke off)' * isinstance(error.__cause__, EOFError)}"
        if not str(error).strip() or "\n" in str(error):
            faults.append(f"no sentence: {str(error)[:200]!r}")
    except BaseException as error:  # noqa: BLE001  # whatever it is, it is what is looked for
        what = type(error).__name__
        faults.append(_where(error))
    seconds, memory = time.perf_counter() - start, watched.end()
    worked = processor_seconds() - before
    faults += [f"asked the network for {asked}" for asked in reached]
    faults += _faults_of(path, resolution) if resolution else []
    return Outcome(what, seconds, worked, memory, tuple(faults))


def _where(error: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "drafting" in frame.filename]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}: {str(error)[:150]}"


def _faults_of(path: Path, resolution: Resolution) -> list[str]:
    """What must hold of every record, and whether a word was lost."""
    faults = []
    ids = [paragraph.id for paragraph in resolution.paragraphs]
    if len(ids) != len(set(ids)):
        faults.append("an id is used twice")
    for paragraph in resolution.paragraphs:
        if not paragraph.text.startswith(paragraph.opening):
            faults.append(f"{paragraph.id} does not begin with its opening")
        if not all(0 <= note.offset <= len(paragraph.text) for note in paragraph.footnotes):
            faults.append(f"a footnote outside {paragraph.id}")
    if path.suffix in _TEXTS and b"\0" not in path.read_bytes():  # zeros: letters of two or four bytes
        try:
            lost = lost_letters(printed(path), resolution)
        except (ElementTree.ParseError, UnicodeDecodeError, RecursionError, LookupError):
            return faults
        faults += [f"letters lost: {dict(lost)}"] if lost else []
    return faults


def _forbid_network(reached: list[str]) -> None:
    def forbidden(name: str) -> Callable[..., NoReturn]:
        def ask(*arguments: Any, **_named: Any) -> NoReturn:
            reached.append(f"{name} {arguments[-1:]}")
            raise OSError("no network here")

        return ask

    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, forbidden(name))
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        setattr(socket, name, forbidden(name))


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_CEILING, _CEILING))
