# SPDX-License-Identifier: GPL-3.0-or-later
"""The arguments of the command line, in whatever order command, files and options stand."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from drafting.data import version_of

FORMATS = ("docx", "xml", "html", "txt")


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The command and its options; argparse leaves with SystemExit where they are wrong or help is asked."""
    parser, commands = _parsers()
    at = next((at for at, word in enumerate(argv) if word in commands), None)
    if at is None or "--version" in argv[:at]:
        return parser.parse_args(argv)
    return commands[argv[at]].parse_intermixed_args([*argv[:at], *argv[at + 1 :]])


def _parsers() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    parser = argparse.ArgumentParser(
        prog="penholder",
        description="Drafting assistant for recurring UN resolutions. Without a command the window opens: "
        "penholder [FILE...] [--sample] [--session N] [--shelf FILE...].",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version of Penholder")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    report = commands.add_parser("report", help="print everything found in a series, as JSON")
    draft = commands.add_parser(
        "draft", help="write the draft for the next session: for Word, as XML, web page or plain text"
    )
    compare = commands.add_parser(
        "compare",
        help="compare two versions, word by word; with -o as a web page (.html), with tracked changes or "
        "as a redline for Word (.docx), or for scripts (.json)",
    )
    compare.add_argument("files", nargs="*", type=Path, metavar="OLD NEW", help="the two versions")
    _add_draft(draft)
    _add_marks(compare)
    for command in (report, draft):
        _add_series(command)
    named = {"report": report, "draft": draft, "compare": compare}
    for name, command in named.items():
        command.set_defaults(command=name)
        command.add_argument("--sample", action="store_true", help="use the sample series in place of files")
        command.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write the result")
    return parser, named


def _add_draft(draft: argparse.ArgumentParser) -> None:
    draft.add_argument(
        "--accept",
        choices=("certain", "facts", "none"),
        help="certain (the default): take the certain proposals, with placeholders for open facts; "
        "facts: the same, with what the shelf answers surely filled in; none: keep the base text",
    )
    draft.add_argument(
        "--format",
        choices=FORMATS,
        help="what is written (default: what the name given with -o ends in, else docx)",
    )
    _add_tracking(draft)


class _Version(argparse.Action):
    """Prints the version, which takes longer to look up than all else of the arguments."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"Penholder {version_of('penholder')}")
        parser.exit()


def _add_series(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="versions of one resolution in any order, or a folder of them; for draft also one saved draft",
    )
    command.add_argument(
        "--session", type=int, metavar="N", help="the target session (default: the next one)"
    )
    command.add_argument(
        "--shelf",
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="FILE",
        help="documents to look open facts up in: the newest resolution, a report, a calendar; all files "
        "up to the next option",
    )


def _add_tracking(draft: argparse.ArgumentParser) -> None:
    draft.add_argument(
        "--tracked",
        nargs="?",
        const="",
        metavar="BASE",
        help="track the changes against this version, named by its number, or against the text in this file "
        "(default: the newest version); name the files first",
    )
    draft.add_argument(
        "--on",
        type=Path,
        metavar="OFFICIAL.docx",
        help="write the tracked changes into a copy of the official Word file of one of the versions",
    )
    draft.add_argument(
        "--accept-first",
        action="store_true",
        help="with --on: accept the tracked changes that are in the official file already; else they stay",
    )
    _add_marks(draft)
    for name, words in (
        ("moves", "track a paragraph that moved as a move, not as gone and new"),
        ("comments", "write the open proposals as comments of Word, with their reason"),
        ("notes", "of a saved draft: write your private notes and what is agreed as comments of Word"),
        ("tags", "in clean text: put PP4 or OP12(a) before each paragraph"),
        ("provenance", "in clean text: say behind each paragraph where it comes from: [56/2 OP12, amended]"),
        ("line-numbers", "in the clean draft for Word: number the lines"),
    ):
        draft.add_argument(f"--{name}", action="store_true", help=words)


def _add_marks(command: argparse.ArgumentParser) -> None:
    """How changes are marked in a Word file, and in whose name."""
    command.add_argument(
        "--redline",
        action="store_true",
        help="show changes by plain formatting, bold and struck through, without tracked changes or names",
    )
    command.add_argument(
        "--author", metavar="NAME", help="the name on the tracked changes (default: no name and no time)"
    )
