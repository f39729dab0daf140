# SPDX-License-Identifier: GPL-3.0-or-later
"""From the options of the command line to the file that is written; what does not fit together is refused."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.cli.arguments import FORMATS
from drafting.draft import Draft
from drafting.errors import UsageError
from drafting.opening import files_in
from drafting.reading import read
from drafting.resolution import Resolution
from drafting.writing.forms import Choice, Form, why_not
from drafting.writing.targets import opened_in, same_file

if TYPE_CHECKING:  # the Word library takes longer to load than a report takes
    from drafting.comparing.records import Alignment
    from drafting.writing.exporting import Export
    from drafting.writing.tracked import Signature

_BY_FORMAT = {"docx": Form.CLEAN, "xml": Form.XML, "html": Form.PAGE, "txt": Form.TEXT}
_WAYS = {
    Form.CLEAN: "a clean Word file",
    Form.TRACKED: "--tracked",
    Form.OFFICIAL: "--on",
    Form.REDLINE: "--redline",
    Form.XML: "--format xml",
    Form.PAGE: "--format html",
    Form.TEXT: "--format txt",
}
_CHOICES = {
    "accept_first": Choice.ACCEPT_FIRST,
    "author": Choice.AUTHOR,
    "moves": Choice.MOVES,
    "comments": Choice.COMMENTS,
    "notes": Choice.NOTES,
    "tags": Choice.TAGS,
    "provenance": Choice.PROVENANCE,
    "line_numbers": Choice.LINE_NUMBERS,
}


def form_asked_for(arguments: argparse.Namespace) -> Form:
    """What `draft` is to write, Word where nothing tells; raises UsageError where the options disagree."""
    named = arguments.output.suffix.lower().removeprefix(".") if arguments.output else ""
    clean = _BY_FORMAT[arguments.format or (named if named in FORMATS else FORMATS[0])]
    form = _marked(arguments) or clean
    if form is not clean and clean is not Form.CLEAN:
        raise UsageError(
            "Changes are marked in Word files only; leave --format out, and end the name in .docx."
        )
    for name, choice in _CHOICES.items():
        if getattr(arguments, name) and (reason := why_not(form, choice)):
            raise UsageError(f"--{name.replace('_', '-')}: {reason}; it goes with {_fitting(choice)}.")
    return form


def _marked(arguments: argparse.Namespace) -> Form | None:
    """The form that shows changes, None where none is asked for."""
    if arguments.on is not None and arguments.redline:
        raise UsageError(
            "--on writes tracked changes, and --redline does without them; leave one of them out."
        )
    if arguments.on is not None and arguments.tracked:
        raise UsageError("--on says itself against which version changes are tracked; leave BASE out.")
    if arguments.on is not None:
        return Form.OFFICIAL
    if arguments.redline:
        return Form.REDLINE
    return Form.TRACKED if arguments.tracked is not None else None


def _fitting(choice: Choice) -> str:
    ways = [_WAYS[form] for form in Form if not why_not(form, choice)]
    return f"{', '.join(ways[:-1])} or {ways[-1]}" if len(ways) > 1 else ways[0]


def wanted_export(arguments: argparse.Namespace, draft: Draft, form: Form) -> Export:
    """How the draft is written; raises UsageError where no version has the name, and what `read` raises."""
    from drafting.writing.exporting import Export
    from drafting.writing.options import WordOptions
    from drafting.writing.redline import Marks

    options = WordOptions(
        paragraph_tags=arguments.tags, provenance=arguments.provenance, line_numbers=arguments.line_numbers
    )
    base = None
    if form is Form.OFFICIAL:
        base = _read_from(arguments, draft)
    elif form.shows_changes:
        base = _base(draft, arguments.tracked or draft.base.number)
    return Export(
        base,
        arguments.on,
        _signature(arguments.author),
        arguments.accept_first,
        options,
        Marks.PLAIN if form is Form.REDLINE else Marks.TRACKED,
        arguments.moves,
        arguments.comments,
        arguments.notes,
    )


def _base(draft: Draft, name: str) -> Resolution:
    """The version of this number, else the text in the file of this name."""
    versions = {version.number: version for version in draft.lineage.versions}
    if name in versions:
        return versions[name]
    if Path(name).is_file():
        return read(Path(name))
    raise UsageError(
        f"--tracked {name}: no version is called so, and no file. There are {', '.join(versions)}. "
        "Name one of them, or none for the newest, and name the files before --tracked."
    )


def _read_from(arguments: argparse.Namespace, draft: Draft) -> Resolution | None:
    """The version that was read from the official file, which has to say the same still; None for another."""
    if not any(same_file(arguments.on, path) for path in files_in(arguments.files)):
        return None
    return next((one for one in draft.lineage.versions if one.source == arguments.on.name), None)


def _signature(author: str | None) -> Signature:
    from drafting.writing.tracked import Signature

    now = datetime.now().astimezone().replace(tzinfo=None)  # Word writes the clock on the wall
    return Signature(author, now) if author else Signature()


def write_comparison(alignment: Alignment, path: Path, arguments: argparse.Namespace) -> None:
    """Two versions as a Word file, with tracked changes or as a redline; raises what the writers raise."""
    from drafting.writing.redline import write_redline
    from drafting.writing.tracked import write_tracked

    if arguments.redline:
        write_redline(alignment, path)
    else:
        write_tracked(alignment, path, _signature(arguments.author))


def check_comparison(arguments: argparse.Namespace) -> None:
    """Raises UsageError where the options of `compare` do not fit the file that is to be written."""
    word = arguments.output is not None and arguments.output.suffix.lower() == ".docx"
    for name in ("redline", "author"):
        if getattr(arguments, name) and not word:
            raise UsageError(f"--{name} goes with a Word file: name one that ends in .docx with -o.")
    if arguments.author and arguments.redline:
        raise UsageError(f"--author: {why_not(Form.REDLINE, Choice.AUTHOR)}. Leave one of the two out.")


def inputs(arguments: argparse.Namespace) -> Sequence[Path]:
    """Every file that is read; compare has no shelf, no official file and no other base."""
    more = [getattr(arguments, name, None) for name in ("on", "tracked")]
    return files_in([*arguments.files, *getattr(arguments, "shelf", ()), *map(Path, filter(None, more))])


def held(path: Path) -> tuple[str, ...]:
    """A word of warning where another program seems to have the file that was written open."""
    if program := opened_in(path):
        return (
            f"{path.name}: it seems to be open in {program}. It was written all the same; close it there "
            "without saving and open it again, or what is saved there takes its place.",
        )
    return ()
