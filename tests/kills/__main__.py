# SPDX-License-Identifier: GPL-3.0-or-later
"""A hundred kills: a drafter at work is killed at a random moment, every second time while a file is written.

python -m tests.kills [NUMBER] [SEED]. Prints what was left each time, and the counts; exit code 1 when a
draft did not open or something older than two seconds was lost. A kill shows what a crash of the program
leaves. It cannot show a power cut: what the system holds back, a kill does not take away.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from pathlib import Path

from tests.kills.killing import Drafting, Killed, killed

MOST_MISSING = 2.0
"""Seconds of work that may be lost."""


def main(number: int, seed: int) -> int:
    """Kill so often, and say what came of it."""
    chance = random.Random(seed)  # noqa: S311  # a script, no secret
    found: list[Killed] = []
    for count in range(1, number + 1):
        seconds, writing = chance.uniform(0.1, 6.0), count % 2 == 0

        def until(drafting: Drafting, seconds: float = seconds, writing: bool = writing) -> None:
            drafting.work(seconds)
            if writing:
                drafting.wait_for_writing(3.0)

        with tempfile.TemporaryDirectory() as folder:
            one = killed(Path(folder), chance.randrange(1 << 30), until)
        found.append(one)
        print(
            f"{count:4}  after {seconds:3.1f} s{', writing' if writing else '         '}  {_row(one)}",
            flush=True,
        )
    return _told(found)


def _row(one: Killed) -> str:
    where = "recovered" if one.recovered else "saved" if one.saved else "as opened"
    half = ("half a file left",) if one.half_written else ()
    return "  ".join((f"{one.acts:4} acts", f"missing {one.missing:4.2f} s", where, *half, *one.trouble))


def _told(found: list[Killed]) -> int:
    missing = sorted(one.missing for one in found)
    late = sum(value > MOST_MISSING for value in missing)
    troubled = sum(bool(one.trouble) for one in found)
    half = sum(one.half_written > 0 for one in found)
    saved, recovered = sum(one.saved for one in found), sum(one.recovered for one in found)
    print(f"{len(found)} kills, {sum(one.acts for one in found)} acts, {half} in the middle of a file")
    print(f"{saved} had saved, {recovered} had a recovery copy")
    print(f"missing: median {statistics.median(missing):.2f} s, longest {missing[-1]:.2f} s")
    print(f"something older than {MOST_MISSING:.0f} s was lost: {late}")
    print(f"a draft did not open, or was none that ever was: {troubled}")
    return 1 if late or troubled else 0


if __name__ == "__main__":
    arguments = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(arguments + [100, 1][len(arguments) :])))
