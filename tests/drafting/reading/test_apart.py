# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a reader does in its own process, the caller gets its answer or a sentence in time."""

from __future__ import annotations

import threading
from pathlib import Path

import psutil
import pytest

from drafting.errors import FileError, NotAResolution, ReadingStopped, UnreadableFile
from drafting.reading.apart import Bounds, source_apart
from drafting.reading.blocks import Block
from drafting.reading.source import Document
from drafting.reading.watch import Watch
from drafting.resolution import Masthead

READERS = """
import ctypes, os, sys
from pathlib import Path
from drafting.errors import NotAResolution, UnreadableFile
from drafting.reading.blocks import Block, Mark
from drafting.reading.source import Source
from drafting.resolution import Masthead

def good(document):
    for page in range(3):
        document.watch.step(document.path, page + 1, 3)
    text = Block(document.data.decode(), marks=(Mark(2, "1"),), italics=((0, 4),))
    return Source(("United Nations",), "Council", (text,), told=Masthead(session=80))

def modules(document):
    return Source(tuple(sys.modules), "", ())

def damaged(document):
    raise UnreadableFile(document.path, "it is damaged.")

def other(document):
    raise NotAResolution(document.path, "it is a letter.")

def crash(document):
    ctypes.string_at(0)

def faulty(document):
    return document.no_such_thing

def quits(document):
    os._exit(0)

def hang(document):
    while True:
        pass

def crawl(document):
    while True:
        document.watch.step(document.path, 1, 2)

def swell(document):
    held = []
    while True:
        held.append(bytearray(os.urandom(1000)) * 5000)
        document.watch.step(document.path, 1, 2)

def nested(document):
    return nested(document)
"""


@pytest.fixture
def readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "misbehaving.py").write_text(READERS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "misbehaving:"


def test_the_answer_comes_back_whole_and_progress_on_the_way(readers: str) -> None:
    steps: list[tuple[int, int]] = []
    watch = Watch(progress=lambda done, total: steps.append((done, total)))
    source = source_apart(f"{readers}good", Document(Path("a.pdf"), "Récalling".encode(), watch))
    assert source.body == (Block("Récalling", marks=source.body[0].marks, italics=((0, 4),)),)
    assert (source.organ, source.told) == ("Council", Masthead(session=80))
    assert set(steps) <= {(0, 1), (1, 3), (2, 3), (3, 3)}
    assert steps == sorted(steps)


def test_the_other_process_knows_nothing_of_the_window(readers: str) -> None:
    loaded = source_apart(f"{readers}modules", Document(Path("a.pdf"), b"x")).masthead
    heavy = {"PySide6", "ui", "docx", "drafting.updating", "drafting.comparing", "drafting.writing"}
    assert not heavy & set(loaded)


REFUSALS: dict[str, tuple[type[FileError], str]] = {
    "damaged": (UnreadableFile, "it is damaged."),
    "other": (NotAResolution, "it is a letter."),
    "crash": (UnreadableFile, "broke off"),
    "faulty": (UnreadableFile, "the file may be fine"),
    "quits": (UnreadableFile, "broke off"),
    "hang": (UnreadableFile, "does not get on"),
    "crawl": (UnreadableFile, "does not get on"),
    "swell": (UnreadableFile, "more memory"),
    "nested": (UnreadableFile, "nested or swollen"),
}


@pytest.mark.parametrize("reader", REFUSALS)
def test_a_reader_that_fails_is_ended_and_the_file_refused(readers: str, reader: str) -> None:
    bounds = Bounds(patience=0.5, longest=1.5, memory=150 << 20)
    kind, words = REFUSALS[reader]
    with pytest.raises(kind) as told:
        source_apart(f"{readers}{reader}", Document(Path("a.pdf"), b"x"), bounds)
    assert words in told.value.reason
    assert not _children()


def test_a_reader_is_ended_when_the_drafter_stops_waiting(readers: str) -> None:
    asked = iter([False, False, False])
    watch = Watch(stopped=lambda: next(asked, True))
    with pytest.raises(ReadingStopped):
        source_apart(f"{readers}crawl", Document(Path("a.pdf"), b"x", watch))
    assert not _children()


def test_a_reader_that_does_not_take_the_file_is_ended_too(readers: str) -> None:
    with pytest.raises(UnreadableFile):
        source_apart(f"{readers}hang", Document(Path("a.pdf"), bytes(5_000_000)), Bounds(patience=0.5))


def test_whoever_stops_while_the_file_is_still_sent_gets_no_fault_of_a_thread(
    readers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", failed.append)
    watch = Watch(stopped=lambda: True)
    with pytest.raises(ReadingStopped):
        source_apart(f"{readers}good", Document(Path("a.pdf"), bytes(50_000_000), watch))
    assert not failed
    assert not [thread for thread in threading.enumerate() if "_send" in thread.name]


def _children() -> list[psutil.Process]:
    """The processes that read; the one that counts the resources of the others may stay."""
    found = psutil.Process().children(recursive=True)
    return [child for child in found if "spawn_main" in " ".join(child.cmdline())]
