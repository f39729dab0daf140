# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading in a process of its own, so that no file can take Penholder down with it.

A library in C may crash, hang or fill the memory on a file made to do so, and it holds up the window while it
works. So it is called in a child process that is watched from here and ended when it goes wrong. What comes
back is plain data, checked field by field, never pickled objects.

Memory is watched by asking the system (psutil) every few hundredths of a second: limits that a process sets
itself (setrlimit) do not exist on Windows and are not kept on macOS.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec
import psutil

from drafting.errors import FileError, NotAResolution, UnreadableFile
from drafting.reading.source import Document, Source
from drafting.reading.watch import Watch
from drafting.translation import marked, speak, spoken, tr

_UNREADABLE = marked(
    "the file cannot be read: {what}. The file was not changed. Choose another copy, or save it as Word "
    "(.docx) and open that."
)
OUR_FAULT = marked(
    "Penholder failed on this file; the file may be fine, and it was not changed. Open it in another format "
    "(.docx, .xml, .pdf), and please tell the makers of Penholder."
)
_FAULT = 1  # the exit code of a Python process that an exception ended
_TO_END = 2.0  # seconds in which a process that has closed its line is gone
_TICK = 0.02  # seconds between two looks at the child
_PATIENCE = 3.0  # seconds without a sign of progress
_LONGEST_TIME = 120.0  # seconds in all, however slow the computer: no resolution takes near as long
_TO_START = 60.0  # seconds until the child is there: virus scanners look at it first
_LONGEST = 64 << 20  # bytes of an answer; the longest resolution makes one
_MEMORY = 400 << 20  # bytes; with what is taken between two looks it stays below 500 MiB


class _Here(msgspec.Struct, tag="here"):
    """The child has started and has the file."""


class _Step(msgspec.Struct, tag="step"):
    done: int
    total: int


class _Refusal(msgspec.Struct, tag="refusal"):
    """The reader refused the file with this sentence; `readable` when it only holds no resolution."""

    reason: str
    readable: bool


class _Answer(msgspec.Struct, tag="answer"):
    source: Source


_Message = _Here | _Step | _Refusal | _Answer
_encode = msgspec.msgpack.encode
_decoder = msgspec.msgpack.Decoder(_Message)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a child may take: seconds without progress, in all and until it is there, bytes of memory."""

    patience: float = _PATIENCE
    longest: float = _LONGEST_TIME
    to_start: float = _TO_START
    memory: int = _MEMORY


USUAL = Bounds()


def source_apart(reader: str, document: Document, bounds: Bounds = USUAL) -> Source:
    """What `reader` ("package.module:function", Document to Source) makes of a document, in its own process.

    Progress is passed on to `document.watch`. Raises ReadingStopped when that says so, the reader's own
    UnreadableFile or NotAResolution, and UnreadableFile when the child crashed, made no progress or took too
    much memory, or when the reader failed by a fault of its own: the file is not blamed for that.
    """
    with _child(reader, document) as (process, connection):
        call = _Call(process, connection, document, bounds)
        return call.result()


@contextmanager
def _child(reader: str, document: Document) -> Iterator[tuple[BaseProcess, Connection]]:
    """The process at work, and the line to it; whatever happens, it has ended afterwards."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, reader, str(document.path), spoken()), daemon=True)
    process.start()
    theirs.close()
    # A child that hangs never takes it all.
    sending = threading.Thread(target=_send, args=(ours, document.data), daemon=True)
    sending.start()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        sending.join()  # it ends when nobody takes the file any more, and only then may the line be closed
        ours.close()
        process.close()


def _send(connection: Connection, data: bytes) -> None:
    try:
        connection.send_bytes(data)
    except OSError:
        return  # the child has ended; the one who waits for it sees that


@dataclass(slots=True)
class _Call:
    """Waits for one child."""

    process: BaseProcess
    connection: Connection
    document: Document
    bounds: Bounds
    done: int = 0
    total: int = 1
    heard: float = 0.0  # when the last message came
    started: float = 0.0  # when the first came, 0 before it

    def result(self) -> Source:
        self.heard = time.monotonic()
        while True:
            message = self.next_message()
            if isinstance(message, _Answer):
                return message.source
            if isinstance(message, _Refusal):
                refused = NotAResolution if message.readable else UnreadableFile
                raise refused(self.document.path, message.reason)
            if message is not None:
                self.heard = time.monotonic()
                self.started = self.started or self.heard
            if isinstance(message, _Step):
                self.done, self.total = message.done, message.total
            self.document.watch.step(self.document.path, self.done, self.total)
            self.check()

    def next_message(self) -> _Message | None:
        try:
            if not self.connection.poll(_TICK):
                return None
            message: _Message = _decoder.decode(self.connection.recv_bytes(_LONGEST))
        except (EOFError, OSError, msgspec.MsgspecError) as error:
            raise self.broken_off() from error
        return message

    def broken_off(self) -> UnreadableFile:
        """Why the child said no more; an exit code tells a fault of the reader from a crash."""
        self.process.join(_TO_END)
        if self.process.exitcode == _FAULT:
            return UnreadableFile(self.document.path, tr(OUR_FAULT))
        return self.unreadable(tr("it is damaged, or made to do harm: reading it broke off"))

    def check(self) -> None:
        """Raise UnreadableFile when the child has gone beyond its bounds."""
        now = time.monotonic()
        hangs = now - self.heard > (self.bounds.patience if self.started else self.bounds.to_start)
        if hangs or (self.started and now - self.started > self.bounds.longest):
            raise self.unreadable(tr("it is damaged, or made to do harm: reading it does not get on"))
        try:
            taken = psutil.Process(self.process.pid).memory_info().rss
        except psutil.Error:
            return  # it has ended; its last message is still to be read
        if taken > self.bounds.memory:
            raise self.unreadable(tr("reading it takes more memory than any resolution needs"))

    def unreadable(self, what: str) -> UnreadableFile:
        return UnreadableFile(self.document.path, tr(_UNREADABLE).format(what=what))


def _work(connection: Connection, reader: str, path: str, language: str) -> None:
    """In the child: take the bytes, read them, send what came of it."""
    speak(language)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which ends this process
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.set_threshold(200_000, 20, 20)  # many small records and no cycles
    module, _, function = reader.partition(":")
    read: Callable[[Document], Source] = getattr(import_module(module), function)
    data = connection.recv_bytes()
    connection.send_bytes(_encode(_Here()))

    def progress(done: int, total: int) -> None:
        connection.send_bytes(_encode(_Step(done, total)))

    document = Document(Path(path), data, Watch(progress=progress))
    connection.send_bytes(_encode(_outcome(read, document)))


def _outcome(read: Callable[[Document], Source], document: Document) -> _Message:
    try:
        return _Answer(read(document))
    except FileError as error:
        return _Refusal(error.reason, readable=isinstance(error, NotAResolution))
    except (MemoryError, RecursionError):
        reason = tr(_UNREADABLE).format(what=tr("it is nested or swollen beyond any resolution"))
        return _Refusal(reason, readable=False)


def _end_with_parent() -> None:
    """No child outlives the window, even when that was ended by force."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
