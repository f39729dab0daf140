# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for a regular expression in a process of its own, which is ended when it takes too long.

An expression such as (a+)+$ can take years on one paragraph, and Python's `re` cannot be interrupted while
it holds the interpreter. A process needs nothing new and is stopped whatever happens, on every system. The
package `regex` has a time limit, is well kept and small (0.8 MB), but part of it is under CNRI's first
Python licence, which is at odds with the GPL. RE2 never runs away, but knows words and blanks of ASCII alone,
which would part "préoccupé" in two.

The process is started once and kept: the first search waits for it, those after it a few milliseconds. What
goes over the line is plain data, checked on arrival.
"""

from __future__ import annotations

import faulthandler
import os
import re
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec

from drafting.searching import patterns

LONGEST = 2.0
"""Seconds for one search; those that end at all take some hundredths."""
LONGEST_WORDS = 1000
"""Code points of an expression; nobody types as many."""
_TO_START = 30.0  # seconds until the process is there: virus scanners look at it first
_TICK = 0.02  # seconds between two looks whether it is still wanted
_ALONE = 3.0  # seconds after which a search ends by itself when nobody is left to end it
_LONGEST_ANSWER = 64 << 20  # bytes


class Ask(msgspec.Struct, tag="ask"):
    """A search: the texts with the part of them that counts, the expression, and how it is meant."""

    jobs: list[patterns.Job]
    words: str
    template: str | None
    options: tuple[bool, bool, int]


class Answer(msgspec.Struct, tag="answer"):
    """The places in each text and what would stand there."""

    spans: list[list[tuple[int, int]]]
    news: list[list[str]]


class Fault(msgspec.Struct, tag="fault"):
    """Why nothing can be looked for, as in `patterns.Fault`."""

    what: str
    at: int
    told: str


class Ready(msgspec.Struct, tag="ready"):
    """The process has started."""


class TooLongError(Exception):
    """The search was ended: it took longer than it may."""


class SupersededError(Exception):
    """The search was ended: nobody waits for it any more."""


class BrokenError(Exception):
    """The process ended by itself, or could not be started."""


_encode = msgspec.msgpack.encode
_answers = msgspec.msgpack.Decoder(Answer | Fault | Ready)
_asks = msgspec.msgpack.Decoder(Ask)


class Seeker:
    """The process that searches; safe to be asked from several threads, of which one is served at a time."""

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._one = threading.Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def start(self) -> None:
        """Have the process there when the first search comes; where that fails, the search will tell."""
        with self._one:
            try:
                self._started()
            except (EOFError, OSError, msgspec.MsgspecError):
                self._end()

    def search(self, ask: Ask, stop: Callable[[], bool] = lambda: False) -> Answer | Fault:
        """What was found; `stop` is asked time and again whether it is still wanted.

        Raises TooLongError, SupersededError or BrokenError; the next search starts another process then.
        """
        with self._one:
            try:
                line = self._started()
                line.send_bytes(_encode(ask))
                return self._heard(line, self._longest, stop)
            except (EOFError, OSError, msgspec.MsgspecError) as error:
                self._end()
                raise BrokenError from error
            except (TooLongError, SupersededError):
                self._end()
                raise

    def close(self) -> None:
        """End the process; a search under way breaks off."""
        process = self._process
        with suppress(ValueError):  # a search that broke off has closed it meanwhile
            if process is not None and process.is_alive():
                process.kill()
        with self._one:
            self._end()

    def _started(self) -> Connection:
        """The line to the process; its start is never broken off, or fast typing would never see one."""
        if self._line is None or self._process is None or not self._process.is_alive():
            self._end()
            context = get_context("spawn")
            self._line, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs,), daemon=True)
            try:
                process.start()
            finally:
                theirs.close()
            self._process = process  # one that never started cannot be ended
            try:
                self._heard(self._line, _TO_START, lambda: False)
            except TooLongError as error:  # no expression is to blame
                raise EOFError from error
        return self._line

    def _heard(self, line: Connection, longest: float, stop: Callable[[], bool]) -> Answer | Fault:
        end = time.monotonic() + longest
        while not line.poll(0.0 if stop() else _TICK):
            if stop():
                raise SupersededError
            if time.monotonic() > end:
                raise TooLongError
        answer: Answer | Fault = _answers.decode(line.recv_bytes(_LONGEST_ANSWER))
        return answer

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


def serve(line: Connection) -> None:
    """In the process: answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which ends this process
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        line.send_bytes(_encode(Ready()))
        while True:
            try:
                ask = _asks.decode(line.recv_bytes())
            except (EOFError, OSError):
                return
            # A watch of the system, for the interpreter is held while an expression is matched.
            faulthandler.dump_traceback_later(_ALONE, exit=True, file=nowhere)
            answer = answered(ask)
            faulthandler.cancel_dump_traceback_later()
            re.purge()
            line.send_bytes(_encode(answer))


def answered(ask: Ask) -> Answer | Fault:
    """What a search finds, or why there is none."""
    try:
        spans, news = patterns.search(ask.jobs, ask.words, ask.template, ask.options)
    except patterns.Fault as fault:
        return Fault(fault.what, fault.at, fault.told)
    except (MemoryError, RecursionError):
        return Fault("too large", -1, "")
    return Answer(spans, news)
