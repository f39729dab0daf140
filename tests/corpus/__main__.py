# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make corpus` runs: what the reader makes of real documents, beside what is aimed at.

It measures and does not judge: its exit status is 0 whatever the figures are.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.corpus import tables
from tests.corpus.files import CORPUS, SAMPLES, corpus_files, lists
from tests.corpus.measures import Measure, measured
from tests.corpus.pairs import shared
from tests.corpus.processes import runs


def main() -> None:
    """Print the tables."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    arguments = _arguments()
    if not arguments.paths and not CORPUS.is_dir():
        print("The corpus of real documents is not beside the project: nothing was measured.")
        return
    print(tables.FILES)
    files = [*corpus_files(arguments.paths), *([] if arguments.paths else SAMPLES)]
    measures = []
    for path in files:
        measures.append(measured(path))
        _print(tables.file_lines(measures[-1], warnings=arguments.warnings))
    _comparison(measures, arguments)
    if not arguments.paths or arguments.processes:
        print("\npenholder report FILE, whole process")
        _print(map(tables.run_line, runs()))


def _comparison(measures: list[Measure], arguments: argparse.Namespace) -> None:
    print()
    _print(tables.language_lines(measures))
    pairs = list(shared(measures, lists(arguments.paths)))
    print(f"\n{tables.PAIRS}")
    for pair in pairs:
        _print(tables.pair_lines(pair, differences=arguments.differences))
    print("\ntotals")
    _print(tables.total_lines(measures, pairs))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make corpus")
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders; the whole corpus without")
    parser.add_argument("--differences", action="store_true", help="list what two formats do not share")
    parser.add_argument("--warnings", action="store_true", help="list what the reader remarked")
    parser.add_argument("--processes", action="store_true", help="time whole processes beside given paths")
    return parser.parse_args()


if __name__ == "__main__":
    main()
