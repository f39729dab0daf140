# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make fuzz` runs: thousands of damaged files read, each within its limits of time and memory.

A file may be read or refused with one of the project's own errors; anything else is a fault. The exit status
is 1 when there was one. `--again NAME` reads a failed file again and keeps it.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.fuzzing.mutants import Mutant, named
from tests.fuzzing.originals import originals
from tests.fuzzing.pool import LARGEST, LONGEST, Job, outcomes
from tests.fuzzing.reader import Outcome
from tests.fuzzing.texts import made_up

_MADE_UP = 5  # one file in so many is a text made up by hypothesis


def main() -> int:
    """Print what came of the files."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    arguments = _arguments()
    if arguments.again:
        return _again(arguments.again)
    chosen = jobs(arguments.count, arguments.begin, arguments.only)
    results = []
    for job, outcome in outcomes(chosen, arguments.workers):
        results.append((job, outcome))
        if outcome.faults:
            print(f"{job.name}  {outcome.what}: {'; '.join(outcome.faults)}")
            _lessened(job)
    _report(results)
    return any(outcome.faults for _, outcome in results)


def jobs(count: int, begin: int = 0, only: str = "") -> list[Job]:
    """So many damaged files, in turn one of each original, and among them texts that were made up."""
    files = [original for original in originals() if only in original.name]
    texts = [] if only else made_up(count // _MADE_UP)
    damaged = count - len(texts)
    return [*(Mutant(files[at % len(files)], begin + at // len(files)) for at in range(damaged)), *texts]


def _lessened(job: Job) -> None:
    """Say the least damage that has a fault too."""
    if isinstance(job, Mutant):
        for less in job.smaller():
            ((_, outcome),) = outcomes([less], 1)
            if outcome.faults:
                print(f"    {less.name}  {less.told}: {'; '.join(outcome.faults)}")
                return
        print(f"    {job.told}")


def _report(results: Sequence[tuple[Job, Outcome]]) -> None:
    for suffix in sorted({job.suffix for job, _ in results}):
        here = [outcome for job, outcome in results if job.suffix == suffix]
        came = ", ".join(f"{what} {times}" for what, times in Counter(o.what for o in here).most_common())
        slowest, largest = max(o.seconds for o in here), max(o.memory for o in here)
        faults = sum(bool(outcome.faults) for outcome in here)
        at_most = f"at most {slowest:.2f} s, {largest:.0f} MiB"
        print(f"{suffix:<6}{len(here):>6} files: {came}; {at_most}; faults {faults}")
    faults = sum(bool(outcome.faults) for _, outcome in results)
    print(f"{len(results)} files, limits {LONGEST:g} s and {LARGEST:g} MiB: faults {faults}")


def _again(name: str) -> int:
    mutant = named(name, list(originals()))
    kept = Path(f"fuzzed{mutant.suffix}")
    kept.write_bytes(mutant.content())
    ((_, outcome),) = outcomes([mutant], 1)
    print(f"{mutant.told}\n{outcome.what}, {outcome.seconds:.2f} s, {outcome.memory:.0f} MiB; kept as {kept}")
    print("\n".join(outcome.faults))
    return bool(outcome.faults)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz")
    parser.add_argument("--count", type=int, default=3000, help="how many files")
    parser.add_argument("--begin", type=int, default=0, help="the number to begin with: other damage")
    parser.add_argument("--only", default="", help="originals with this in their names")
    parser.add_argument("--again", metavar="NAME", help="one file of the list of faults")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
