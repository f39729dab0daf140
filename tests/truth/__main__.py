# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make truth` runs: versions with known truth aligned, and how much of the truth was found."""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
from collections.abc import Callable, Iterable

from drafting.comparing.paragraphs import align
from tests.truth.measures import Tally, measured
from tests.truth.profiles import PROFILES
from tests.truth.stock import stock
from tests.truth.unseen import UNSEEN
from tests.truth.versions import Made, made

_HEAD = "profile               size    links    moves   splits   merges  invented  noise  ms"


def main() -> None:
    """Print one line a profile and size, then a line for each kind; then the same for unlike truths."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    arguments = _arguments()

    def drawn(name: str, size: int, seed: int) -> Made:
        return made(stock(size, seed % 5, alike=arguments.alike), seed, PROFILES[name])

    def unlike(name: str, size: int, seed: int) -> Made:
        return UNSEEN[name](stock(size, seed % 5), random.Random(seed))  # noqa: S311 - keeps no secret

    _show(drawn, arguments.profiles, arguments)
    print("\nOther things done, several at once; a split paragraph that moved as well is told to be split")
    _show(unlike, UNSEEN, arguments)


def _show(make: Callable[[str, int, int], Made], names: Iterable[str], arguments: argparse.Namespace) -> None:
    everything = Tally()
    print(_HEAD)
    for name in names:
        for size in arguments.sizes:
            tally, cost = _tallied([make(name, size, seed) for seed in arguments.seeds], arguments.seeds)
            figures = "".join(f"{tally.share(kind):>9.2%}" for kind in ("links", "moves", "splits", "merges"))
            invented = f"{tally.invented}/{tally.total['invented splits and merges']}"
            print(f"{name:<20}{size:>6}{figures}  {invented:>8}{tally.noise:>7}  {cost:.1f}")
            everything.add(tally)
            for line in tally.wrong if arguments.wrong else ():
                print(f"    {line}")
    print()
    for kind in sorted(everything.total):
        right, total = everything.right[kind], everything.total[kind]
        print(f"{kind:<28}{right:>8} of {total:>8}{everything.share(kind):>9.2%}")
    print(f"invented moves {everything.invented}, marks on untouched paragraphs {everything.noise}")


def _tallied(pairs: Iterable[Made], seeds: Iterable[int]) -> tuple[Tally, float]:
    """All seeds of one profile and size, and the least processor time of an alignment in ms."""
    tally, costs = Tally(), []
    for seed, pair in zip(seeds, pairs, strict=True):
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
