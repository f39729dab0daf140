# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make truth` runs: versions with known truth aligned, and how much of the truth was found."""

from __future__ import annotations

import argparse
import io
import sys
import time

from drafting.comparing.paragraphs import align
from tests.truth.measures import Tally, measured
from tests.truth.profiles import PROFILES
from tests.truth.stock import stock
from tests.truth.versions import made

_HEAD = "profile       size    links    moves   splits   merges  invented  noise  ms"


def main() -> None:
    """Print one line a profile and size, then a line for each kind."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    arguments = _arguments()
    everything = Tally()
    print(_HEAD)
    for name in arguments.profiles:
        for size in arguments.sizes:
            tally, cost = _tallied(name, size, arguments)
            figures = "".join(f"{tally.share(kind):>9.2%}" for kind in ("links", "moves", "splits", "merges"))
            several = tally.total["invented splits and merges"]
            invented = f"{tally.invented}/{several}"
            print(f"{name:<12}{size:>6}{figures}  {invented:>8}{tally.noise:>7}  {cost:.1f}")
            everything.add(tally)
            for line in tally.wrong if arguments.wrong else ():
                print(f"    {line}")
    print()
    for kind in sorted(everything.total):
        right, total = everything.right[kind], everything.total[kind]
        print(f"{kind:<28}{right:>8} of {total:>8}{everything.share(kind):>9.2%}")
    print(f"invented moves {everything.invented}, marks on untouched paragraphs {everything.noise}")


def _tallied(name: str, size: int, arguments: argparse.Namespace) -> tuple[Tally, float]:
    """All seeds of one profile and size, and the least processor time of an alignment in ms."""
    tally, costs = Tally(), []
    for seed in arguments.seeds:
        pair = made(stock(size, seed % 5, alike=arguments.alike), seed, PROFILES[name])
        start = time.process_time()
        alignment = align(pair.old, pair.new)
        costs.append((time.process_time() - start) * 1000)
        one = measured(pair, alignment)
        one.wrong = [f"seed {seed} {line}" for line in one.wrong]
        tally.add(one)
    return tally, min(costs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make truth")
    parser.add_argument("--sizes", nargs="+", type=int, default=[70, 400, 800, 2000])
    parser.add_argument("--seeds", nargs="+", type=int, default=[*range(101, 106)])
    parser.add_argument("--profiles", nargs="+", default=[*PROFILES], choices=[*PROFILES])
    parser.add_argument("--alike", action="store_true", help="texts that hold several years of a paragraph")
    parser.add_argument("--wrong", action="store_true", help="list what was not found")
    return parser.parse_args()


if __name__ == "__main__":
    main()
