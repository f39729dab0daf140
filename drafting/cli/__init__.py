# SPDX-License-Identifier: GPL-3.0-or-later
"""Penholder without a screen: report, draft, compare.

Exit codes: 0 done, 1 done with remarks that need a look, 2 wrong usage, 3 a file could not be read or
written.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.cli.arguments import parsed
from drafting.cli.exporting import (
    check_comparison,
    form_asked_for,
    held,
    inputs,
    wanted_export,
    write_comparison,
)
from drafting.cli.saved import names_saved, saved_draft
from drafting.cli.telling import shelf_lines, speak_utf8, summary, tell
from drafting.comparing.paragraphs import align
from drafting.data import sample_files
from drafting.draft import accept_all, set_fact
from drafting.errors import NotAResolution, PenholderError, TargetError, UnreadableFile, UsageError
from drafting.files import write_atomically
from drafting.opening import Opened, files_in, open_series
from drafting.reading import Watch, read
from drafting.report import Json, comparison, report
from drafting.resolution import Resolution
from drafting.updating.records import Certainty
from drafting.writing.targets import same_file

if TYPE_CHECKING:
    from drafting.comparing.records import Alignment

DONE, LOOK, USAGE, UNREADABLE = 0, 1, 2, 3
STOPPED = 130  # as shells have it for Ctrl-C
_MOMENT = 0.5  # seconds; a shorter reading is over before its progress could be read
DRAFT_NAME = "penholder-draft"


def main(argv: Sequence[str]) -> int:
    """Run one command and give its exit code.

    Problems are told in a sentence on standard error, never as a traceback.
    """
    speak_utf8()
    try:
        arguments = parsed(argv)
    except SystemExit as stop:  # argparse has printed the usage or the help
        return stop.code if isinstance(stop.code, int) else USAGE
    try:
        code = _COMMANDS[arguments.command](arguments)
        sys.stdout.flush()  # here, where a full disk can still be told
    except PenholderError as error:
        tell(str(error))
        code = USAGE if isinstance(error, TargetError | UsageError) else UNREADABLE
    except KeyboardInterrupt:
        tell("stopped. No file was left half-written.")
        code = STOPPED
    except OSError as error:  # files answer with errors of their own; this is the output we print to
        _fall_silent()
        code = DONE
        if not isinstance(error, BrokenPipeError):  # where its reader has gone there is nobody to tell
            tell(f"the result could not be printed ({error.strerror}). Nothing was changed.")
            code = UNREADABLE
    return code


def _fall_silent() -> None:
    """Print no more, or Python would try again at its end and fail aloud."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Meter:
    """Says on a terminal how far a reading is that takes longer than a moment, in one line that goes again.

    Where nobody looks (a file, a pipe) it says nothing.
    """

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._shown = ""
        self.watch = Watch(self._tell) if sys.stderr.isatty() else Watch()

    def __enter__(self) -> Watch:
        return self.watch

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._write("")

    def _tell(self, done: int, total: int) -> None:
        words = f"penholder: reading, {100 * done // total} %" if total > 0 else "penholder: reading"
        if time.monotonic() - self._since > _MOMENT and words != self._shown:
            self._write(words)

    def _write(self, words: str) -> None:
        sys.stderr.write(f"\r{words.ljust(len(self._shown))}" + ("" if words else "\r"))
        sys.stderr.flush()
        self._shown = words


def _report(arguments: argparse.Namespace) -> int:
    opened = _open(arguments)
    _put(arguments, _as_json(report(opened)))
    return _outcome(opened)


def _as_json(found: Json) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _draft(arguments: argparse.Namespace) -> int:
    from drafting.writing.exporting import export  # the Word library takes longer to load than a report takes

    form = form_asked_for(arguments)
    path = _target(arguments, _free_name(f"{DRAFT_NAME}{form.suffix}"), form.suffix)
    if not arguments.sample and names_saved(arguments):
        draft, remarks = saved_draft(arguments)
        remarks += export(draft, path, wanted_export(arguments, draft, form), arguments.files)
        print(f"Written: {path}")
        tell(*remarks, *held(path))
        return LOOK if remarks else DONE
    opened = _open(arguments)
    draft, accept = opened.draft, arguments.accept or "certain"
    wanted = wanted_export(arguments, draft, form)
    if accept != "none":
        draft = accept_all(draft, (Certainty.CERTAIN, Certainty.FACT)).draft
    answered = opened.answers()
    used = [answer for answer in answered if answer.sure and accept == "facts"]
    for answer in used:
        draft = set_fact(draft, answer.fact, answer.values).draft
    remarks = export(draft, path, wanted, files_in(arguments.files))
    told = [*summary(draft, opened), *shelf_lines(draft, answered, used)]
    print("\n".join([*told, "", f"Written: {path}"]))
    option = "--tracked" if arguments.on is None else "--on"
    return _outcome(opened, (*(f"{option}: {one}" for one in remarks), *held(path)))


def _compare(arguments: argparse.Namespace) -> int:
    from drafting.writing.text import comparison_text, kinship  # nobody else prints a comparison

    check_comparison(arguments)
    old, new = _two_versions(arguments)
    path = _target(arguments, "", ".html", ".htm", ".json", ".docx")
    alignment = align(old, new)
    if path.name:
        _write_comparison(alignment, path, arguments)
    print(comparison_text(alignment))
    remarks = [
        f"{side.number}: {item.sentence}" for side in (old, new) for item in side.warnings if item.needs_look
    ]
    remarks += filter(None, (kinship(alignment), *(held(path) if path.name else ())))
    tell(*remarks)
    return LOOK if remarks else DONE


def _write_comparison(alignment: Alignment, path: Path, arguments: argparse.Namespace) -> None:
    """For scripts, for Word or as a web page, as the name says."""
    from drafting.writing.html import comparison_html

    suffix = path.suffix.lower()
    if suffix == ".json":
        _put(arguments, _as_json(comparison(alignment)))
    elif suffix == ".docx":
        write_comparison(alignment, path, arguments)
    else:
        write_atomically(path, comparison_html(alignment).encode("utf-8"))


def _two_versions(arguments: argparse.Namespace) -> tuple[Resolution, Resolution]:
    """The two files in the order given; of the sample series its last two versions."""
    if arguments.sample and not arguments.files:
        versions = open_series(sample_files()).lineage.versions
        return versions[-2], versions[-1]
    if arguments.sample or len(arguments.files) != 2:
        raise UsageError("compare takes two files, the old version and the new one (or --sample).")
    with _Meter() as watch:
        old, new = (read(path, watch) for path in arguments.files)
    return old, new


def _open(arguments: argparse.Namespace) -> Opened:
    if arguments.sample == bool(arguments.files):
        behind = " What stands behind --shelf is for the shelf: name the files of the series before it."
        raise UsageError(
            "Name the files of one series, or use --sample for the series that comes with Penholder."
            + (behind if arguments.shelf and not arguments.files else "")
        )
    files = sample_files() if arguments.sample else arguments.files
    with _Meter() as watch:
        return open_series(files, arguments.session, watch, arguments.shelf)


def _target(arguments: argparse.Namespace, default: str, *suffixes: str) -> Path:
    """Where the result goes; never over one of the inputs."""
    path: Path = arguments.output or Path(default)
    ends = " or ".join(suffix for suffix in suffixes if suffix != ".htm")
    if path.name and suffixes and path.suffix.lower() not in suffixes:
        raise UsageError(f"{path.name}: the result is a {ends} file; give it a name that ends in {ends}.")
    if any(same_file(path, source) for source in inputs(arguments)):
        raise UsageError(
            f"{path.name} is one of the files to be read; choose another name. Nothing was written."
        )
    return path


def _free_name(name: str) -> str:
    """The name, or with a number in it: an earlier draft may have been worked on in Word since."""
    path = Path(name)
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return str(path if not path.exists() else next(other for other in numbered if not other.exists()))


def _put(arguments: argparse.Namespace, text: str) -> None:
    if arguments.output:
        write_atomically(_target(arguments, ""), text.encode("utf-8"))
    else:
        sys.stdout.write(text)


def _outcome(opened: Opened, remarks: Sequence[str] = ()) -> int:
    """Tell every remark that needs a look, and the exit code for it."""
    refused = (*opened.refused, *opened.shelf_refused)
    said = (*opened.needs_look(), *remarks)
    tell(*map(str, refused), *said)
    if any(isinstance(error, (UnreadableFile, NotAResolution)) for error in refused):
        return UNREADABLE
    return LOOK if refused or said else DONE


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "report": _report,
    "draft": _draft,
    "compare": _compare,
}
