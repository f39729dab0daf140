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

from office.tools import Tools

Question = tuple[Path, str]
Told = list[tuple[str, str]]
"""The paragraphs of a file as (number, text with its footnotes)."""

_AT_ONCE = 60  # files for one start
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
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        files = {path: _without_comments(path, Path(home)) for path, _ in batch}
        lines = "".join(json.dumps([str(files[path]), view]) + "\n" for path, view in batch)
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
            asked = subprocess.run(
                [tools.uno_python, str(_INSIDE), pipe],
                input=lines,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
                timeout=_LONGEST * len(batch),
            )
            told = asked.stdout
        except subprocess.TimeoutExpired as late:
            told = late.stdout.decode("utf-8") if isinstance(late.stdout, bytes) else ""
        finally:
            _end(office)
    for line in told.splitlines():
        yield [(number, text) for number, text in json.loads(line)["paragraphs"]]


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
