# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make office` runs: files with tracked changes asked about in LibreOffice, pandoc and two validators.

All changes accepted, a file must read like the clean draft, and rejected like the clean base: every word,
number and footnote. The exit status is 1 when one did not.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from office.asking import Outcome, asked
from office.cases import Share
from office.tools import Tools, found, missing


def main() -> int:
    """Print the counts, and every file that did not come back."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    arguments, begun = _arguments(), time.perf_counter()
    outcome = Outcome()
    with ProcessPoolExecutor(arguments.workers, get_context("spawn")) as workers:
        shares = (Share(at, arguments.workers) for at in range(arguments.workers))
        given = arguments.laid, arguments.official, arguments.seed
        for part in [workers.submit(asked, *given, share, arguments.keep) for share in shares]:
            outcome.add(part.result())
    _report(outcome, found())
    print(f"\n{outcome.made()} files in {time.perf_counter() - begun:.0f} s")
    return bool(outcome.faults)


def _report(outcome: Outcome, tools: Tools) -> None:
    for fault in outcome.faults:
        print(fault)
    if outcome.faults:
        print()
    print(f"{'':<18}{'':<16}{'':<10}{'right':>10}{'known fault':>13}{'wrong':>7}")
    for tool, way, what in outcome.total:
        key = tool, way, what
        right, apart, total = outcome.right[key], outcome.known[key], outcome.total[key]
        counts = f"{f'{right}/{total}':>10}{apart:>13}{total - right - apart:>7}"
        print(f"{tool:<18}{way:<16}{what:<10}{counts}")
    for name, count in outcome.named.items():
        print(f"{count} × {name}")
    for sentence in missing(tools):
        print(sentence)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make office", description=__doc__)
    parser.add_argument("--laid", type=int, default=300, help="drafts laid out by Penholder")
    parser.add_argument("--official", type=int, default=60, help="drafts written into official files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="how many work beside each other"
    )
    parser.add_argument("--keep", help="an empty folder for the files")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
