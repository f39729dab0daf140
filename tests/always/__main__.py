# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make always` runs: sequences of acts by chance, all held against what must always hold."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.always.trying import as_code
from tests.always.working import prepare, try_seed


def main() -> int:
    """Try every seed; exit code 1 when something did not hold."""
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    wanted = _arguments()
    seeds = range(wanted.seed, wanted.seed + wanted.sequences)
    begun, failed, counts = time.perf_counter(), [], Counter()
    print(f"{wanted.sequences} sequences of {wanted.acts} acts, seeds {seeds[0]} to {seeds[-1]}, "
          f"{wanted.jobs} at once")  # fmt: skip
    with ProcessPoolExecutor(wanted.jobs, get_context("spawn"), prepare) as pool:
        for seed, start, found in pool.map(try_seed, seeds, [wanted.acts] * len(seeds)):
            counts[start] += 1
            if found:
                failed.append((seed, found))
                print(f"seed {seed} fails after {found[0].done} acts: {found[0].kind}")
                print(found[0].told.rstrip(), as_code(found[1]), sep="\n")
    seconds = time.perf_counter() - begun
    print(f"begun with {', '.join(f'{name} {count}' for name, count in counts.most_common())}")
    kinds = Counter(found[0].kind for _, found in failed)
    for kind, count in kinds.most_common():
        print(f"{count:4} {kind}: seeds {', '.join(str(s) for s, f in failed if f[0].kind == kind)}")
    print(f"{len(seeds) - len(failed)} of {len(seeds)} held; {seconds:.0f} s, "
          f"{seconds * wanted.jobs * 1000 / (len(seeds) * wanted.acts):.0f} ms an act")  # fmt: skip
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.always", description=__doc__)
    parser.add_argument("sequences", type=int, nargs="?", default=500)
    parser.add_argument("acts", type=int, nargs="?", default=60)
    parser.add_argument("--seed", type=int, default=1, help="of the first sequence")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
