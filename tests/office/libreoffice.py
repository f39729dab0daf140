# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice asked about many files; it is started anew now and then, and when one brings it down."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import Timer

from office.tools import Tools

Question = tuple[Path, str]
Told = list[str]
"""What a program reads in a file, paragraph by paragraph."""

_AT_ONCE = 300  # files for one start
_LONGEST = 60  # seconds a file may take before LibreOffice is taken for dead
_INSIDE = Path(__file__).with_name("inside.py")
_COMMENTS = re.compile(rb"<w:comment(?:RangeStart|RangeEnd|Reference)\b[^>]*/>")
_TEXT = "word/document.xml"


def ask(tools: Tools, questions: Sequence[Question]) -> Iterator[tuple[Question, Told]]:
    """An answer for each question it can answer, in order; what brings it down has none."""
    waiting = iter(questions)
    while batch := list(islice(waiting, _AT_ONCE)):
        while batch:
            answered = list(_answers(tools, batch))
            yield from zip(batch, answered, strict=False)
            batch = batch[len(answered) + 1 :]


def version(tools: Tools) -> str:
    """As the program tells it: "LibreOffice 7.4"."""
    told = subprocess.run([tools.soffice, "--version"], capture_output=True, text=True, check=False).stdout
    name, number, *_ = [*told.split(), "", ""]
    return f"{name} {'.'.join(number.split('.')[:2])}"


def _answers(tools: Tools, batch: Sequence[Question]) -> Iterator[Told]:
    """The answers to questions in their order, as far as it comes."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        files = {path: _without_comments(path, Path(home)) for path, _ in batch}
        lines = Path(home) / "questions"
        asked = (json.dumps([str(files[path].resolve()), view]) for path, view in batch)
        lines.write_text("".join(f"{question}\n" for question in asked), encoding="utf-8")
        pipe = f"penholder{os.getpid()}"
        office = subprocess.Popen(
            [
                tools.soffice,
                f"-env:UserInstallation={Path(home).as_uri()}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield from _told([tools.uno_python, str(_INSIDE), pipe], lines)
        finally:
            _end(office)


def _told(command: list[str], lines: Path) -> Iterator[Told]:
    """What is printed line by line, until one takes too long."""
    with (
        lines.open(encoding="utf-8") as questions,
        subprocess.Popen(
            command, stdin=questions, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
        ) as asked,
    ):
        assert asked.stdout is not None, "a pipe was asked for"
        while True:
            watch = Timer(_LONGEST, asked.kill)
            watch.start()
            line = asked.stdout.readline()
            watch.cancel()
            if not line:
                return
            yield json.loads(line)


def _without_comments(path: Path, folder: Path) -> Path:
    """The file, or a copy without the comments in it.

    Comments are shown in small windows, which a LibreOffice without windows (Debian's "nogui") dies of.
    """
    with zipfile.ZipFile(path) as package:
        text = package.read(_TEXT)
        if not _COMMENTS.search(text):
            return path
        copy = folder / path.name
        with zipfile.ZipFile(copy, "w") as target:
            for entry in package.infolist():
                data = package.read(entry)
                target.writestr(entry, _COMMENTS.sub(b"", text) if entry.filename == _TEXT else data)
    return copy


def _end(office: subprocess.Popen[bytes]) -> None:
    """LibreOffice and what it started."""
    try:
        office.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()
