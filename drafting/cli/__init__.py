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
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.cli.arguments import FORMATS, parsed
from drafting.comparing.paragraphs import align
from drafting.data import sample_files
from drafting.draft import Draft, accept_all, set_fact
from drafting.errors import NotAResolution, PenholderError, TargetError, UnreadableFile, UsageError
from drafting.files import write_atomically
from drafting.opening import Opened, files_in, open_series
from drafting.reading import Watch, read
from drafting.report import Json, comparison, report
from drafting.resolution import Resolution
from drafting.updating.organs import target_name
from drafting.updating.records import Certainty
from drafting.updating.shelf import Answer

if TYPE_CHECKING:
    from drafting.writing.exporting import Export

DONE, LOOK, USAGE, UNREADABLE = 0, 1, 2, 3
STOPPED = 130  # as shells have it for Ctrl-C
_MOMENT = 0.5  # seconds; a shorter reading is over before its progress could be read
DRAFT_NAME = "penholder-draft"


def main(argv: Sequence[str]) -> int:
    """Run one command and give its exit code.

    Problems are told in a sentence on standard error, never as a traceback.
    """
    _speak_utf8()
    try:
        arguments = parsed(argv)
    except SystemExit as stop:  # argparse has printed the usage or the help
        return stop.code if isinstance(stop.code, int) else USAGE
    try:
        code = _COMMANDS[arguments.command](arguments)
        sys.stdout.flush()  # here, where a full disk can still be told
    except PenholderError as error:
        _tell(str(error))
        code = USAGE if isinstance(error, TargetError | UsageError) else UNREADABLE
    except KeyboardInterrupt:
        _tell("stopped. No file was left half-written.")
        code = STOPPED
    except OSError as error:  # files answer with errors of their own; this is the output we print to
        _fall_silent()
        code = DONE
        if not isinstance(error, BrokenPipeError):  # where its reader has gone there is nobody to tell
            _tell(f"the result could not be printed ({error.strerror}). Nothing was changed.")
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

    form = _format(arguments)
    path = _target(arguments, _free_name(f"{DRAFT_NAME}.{form}"), f".{form}")
    _check_tracking(arguments, form)
    opened = _open(arguments)
    draft = opened.draft
    wanted = _export(arguments, draft)
    if arguments.accept != "none":
        draft = accept_all(draft, (Certainty.CERTAIN, Certainty.FACT)).draft
    answered = opened.answers()
    used = [answer for answer in answered if answer.sure and arguments.accept == "facts"]
    for answer in used:
        draft = set_fact(draft, answer.fact, answer.values).draft
    export(draft, path, wanted)
    told = [*_summary(draft, opened), *_shelf_lines(draft, answered, used)]
    print("\n".join([*told, "", f"Written: {path}"]))
    return _outcome(opened)


def _format(arguments: argparse.Namespace) -> str:
    """What is written: as asked for, else by the name of the result; Word where neither tells."""
    named = arguments.output.suffix.lower().removeprefix(".") if arguments.output else ""
    return arguments.format or (named if named in FORMATS else FORMATS[0])


def _check_tracking(arguments: argparse.Namespace, form: str) -> None:
    tracked, on = arguments.tracked is not None, arguments.on is not None
    if form != "docx" and (tracked or on):
        raise UsageError(
            "Changes are tracked in Word files only; leave --format out, and end the name in .docx."
        )
    if arguments.author and not (tracked or on):
        raise UsageError("--author names who made tracked changes; it goes with --tracked or --on.")
    if arguments.accept_first and not on:
        raise UsageError("--accept-first goes with --on and the official file it is meant for.")
    if arguments.tracked and on:
        raise UsageError("--on says itself against which version changes are tracked; leave BASE out.")


def _export(arguments: argparse.Namespace, draft: Draft) -> Export:
    """How the draft is written; raises UsageError where no version has the name."""
    from drafting.writing.exporting import Export
    from drafting.writing.tracked import Signature

    versions = {version.number: version for version in draft.lineage.versions}
    base = None
    if arguments.tracked is not None and arguments.on is None:
        base = versions.get(arguments.tracked or draft.base.number)
        if base is None:
            raise UsageError(
                f"--tracked {arguments.tracked}: no version is called so. There are {', '.join(versions)}. "
                "Name one of them, or none for the newest, and name the files before --tracked."
            )
    now = datetime.now().astimezone().replace(tzinfo=None)  # Word writes the clock on the wall
    signature = Signature(arguments.author, now) if arguments.author else Signature()
    return Export(base, arguments.on, signature, arguments.accept_first)


def _compare(arguments: argparse.Namespace) -> int:
    from drafting.writing.html import comparison_html  # nobody else prints a comparison
    from drafting.writing.text import comparison_text

    old, new = _two_versions(arguments)
    path = _target(arguments, "", ".html", ".htm", ".json")
    alignment = align(old, new)
    if path.suffix.lower() == ".json":
        _put(arguments, _as_json(comparison(alignment)))
    elif path.name:
        write_atomically(path, comparison_html(alignment).encode("utf-8"))
    print(comparison_text(alignment))
    remarks = [
        f"{side.number}: {item.sentence}" for side in (old, new) for item in side.warnings if item.needs_look
    ]
    _tell(*remarks)
    return LOOK if remarks else DONE


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
    if any(_same_file(path, source) for source in _inputs(arguments)):
        raise UsageError(
            f"{path.name} is one of the files to be read; choose another name. Nothing was written."
        )
    return path


def _inputs(arguments: argparse.Namespace) -> list[Path]:
    """Every file that is read: compare has no shelf and no official file."""
    official = [getattr(arguments, "on", None)]
    return files_in([*arguments.files, *getattr(arguments, "shelf", ()), *filter(None, official)])


def _free_name(name: str) -> str:
    """The name, or with a number in it: an earlier draft may have been worked on in Word since."""
    path = Path(name)
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return str(path if not path.exists() else next(other for other in numbered if not other.exists()))


def _same_file(one: Path, other: Path) -> bool:
    """Whether both names are of one file that exists, however they are spelled and linked."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one is not there; ValueError: a null character in the name
        return False


def _put(arguments: argparse.Namespace, text: str) -> None:
    if arguments.output:
        write_atomically(_target(arguments, ""), text.encode("utf-8"))
    else:
        sys.stdout.write(text)


def _summary(draft: Draft, opened: Opened) -> list[str]:
    """What was proposed and what became of it, one line a proposal."""
    carry = draft.carry
    names = ", ".join(version.number for version in opened.lineage.versions)
    target = target_name(draft.base.masthead.body, carry.session)
    lines = [f"Draft for {target}, based on {draft.base.number} (read: {names})", ""]
    for paragraph, choice in draft.choices():
        proposal = draft.proposal(choice.proposal)
        place = draft.label(paragraph.key).id + (
            f" footnote {proposal.footnote}" if proposal.footnote else ""
        )
        words = proposal.old if proposal.remark else f"{proposal.old} → {draft.replacement(proposal.id)}"
        lines += [f"{place}  [{proposal.certainty}, {choice.decision}]  {words}", f"    {proposal.reason}"]
    if draft.missing_facts:
        lines += ["", "Still to be found out:"]
        lines += [f"  {fact.question} ({', '.join(fact.used_in)})" for fact in draft.missing_facts]
    return lines


def _shelf_lines(draft: Draft, answered: Sequence[Answer], used: Sequence[Answer]) -> list[str]:
    """What the shelf answers, one line a value with its reason; `used` are those that were filled in."""
    if draft.shelf and not answered:
        return ["", "The shelf answers none of the open facts."]
    groups = {
        "Filled in from the shelf:": used,
        "The shelf answers (--accept facts fills this in):": [
            one for one in answered if one.sure and one not in used
        ],
        "The shelf may answer (to be filled in by hand):": [one for one in answered if not one.sure],
    }
    lines = []
    for title, shown in groups.items():
        lines += ["", title] if shown else []
        for one in shown:
            fact = draft.fact(one.fact)
            labels = {part.name: part.label for part in fact.parts}
            values = ", ".join(f"{labels[name]} {value}" for name, value in one.values.items())
            lines += [f"  {fact.question}: {values}", f"    {one.reason}"]
    return lines


def _outcome(opened: Opened) -> int:
    """Tell every remark that needs a look, and the exit code for it."""
    refused = (*opened.refused, *opened.shelf_refused)
    _tell(*map(str, refused), *opened.needs_look())
    if any(isinstance(error, (UnreadableFile, NotAResolution)) for error in refused):
        return UNREADABLE
    return LOOK if refused or opened.needs_look() else DONE


def _tell(*sentences: str) -> None:
    for sentence in sentences:
        print(f"penholder: {sentence}", file=sys.stderr)


def _speak_utf8() -> None:
    """Print every character on any system.

    A Windows console or pipe would else refuse arrows and ellipses.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "report": _report,
    "draft": _draft,
    "compare": _compare,
}
