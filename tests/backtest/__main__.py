# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make backtest` runs: drafts for sessions that are past, held against the texts really adopted.

It measures and does not judge: its exit status is 0 whatever the figures are.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from tests.backtest import tables
from tests.backtest.measures import Outcome, outcome
from tests.backtest.series import SERIES, trials


def main() -> None:
    """Print one line a series, the sums beside what is aimed at, and what was asked to be listed."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    arguments = _arguments()
    folders = [Path(name) for name in arguments.folders]
    if not folders and not SERIES.is_dir():
        print("The corpus of real documents is not beside the project: nothing was measured.")
        return
    print(tables.HEAD)
    everything = Outcome()
    for folder in folders or sorted(SERIES.iterdir()):
        total = Outcome()
        for trial in trials(folder):
            one = outcome(trial)
            if arguments.trials:
                print(tables.row(f"  {trial.name}", one))
            total.add(one)
        print(tables.row(folder.name, total))
        for line in tables.lists(total, missed=_listed(folder, arguments.missed), facts=arguments.facts):
            print(line)
        everything.add(total)
    print(tables.row("all", everything))
    print()
    for line in tables.totals(everything):
        print(line)


def _listed(folder: Path, missed: list[str]) -> bool:
    return any(part in folder.name for part in missed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make backtest")
    parser.add_argument("folders", nargs="*", help="folders of series; those of the corpus without")
    missed = "list the changed mentions of this series that no proposal had located"
    parser.add_argument("--missed", action="append", default=[], metavar="SERIES", help=missed)
    parser.add_argument("--facts", action="store_true", help="list the placeholders that did not fit")
    parser.add_argument("--trials", action="store_true", help="a line for each prefix")
    return parser.parse_args()


if __name__ == "__main__":
    main()
