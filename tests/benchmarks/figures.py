# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures and how they are printed: median and 95th percentile beside what is aimed at."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: its runs in ms or another `unit`.

    With it the aims for median and 95th percentile, if there are any.
    `against` are other things done in the same run: they are printed as ratios. `limits` are aims for such
    ratios: at most so many times the named one.
    """

    name: str
    runs: Sequence[float]
    aim: float | None = None
    aim_p95: float | None = None
    against: Sequence[Figure] = ()
    limits: Sequence[tuple[str, float]] = ()
    note: str = ""
    unit: str = "ms"

    @property
    def median(self) -> float:
        """The middle of the runs."""
        return statistics.median(self.runs)

    @property
    def p95(self) -> float:
        """The smallest run that 95 of 100 do not exceed."""
        return sorted(self.runs)[math.ceil(0.95 * len(self.runs)) - 1]


def timed(work: Callable[[], object], runs: int, before: Callable[[], object] | None = None) -> list[float]:
    """Milliseconds of each of `runs` calls; `before` is done ahead of every call and not counted."""
    times = []
    for _ in range(runs):
        if before is not None:
            before()
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return times


def show(title: str, figures: Iterable[Figure]) -> None:
    """Print one block of figures, each with its aim and whether it was met."""
    print(f"\n{title}")
    for figure in figures:
        middle = f"{figure.median:>9.1f} {figure.unit:<3}"
        line = f"  {figure.name:<56}{middle}  p95 {figure.p95:>8.1f}   n={len(figure.runs)}"
        print("   ".join([line, *_verdicts(figure)]).rstrip())
        for other in figure.against:
            print(
                f"      {figure.median / other.median:>6.2f} × {other.name} ({other.median:.1f} {other.unit})"
            )
        if figure.note:
            print(f"      {figure.note}")


def _verdicts(figure: Figure) -> list[str]:
    verdicts = []
    if figure.aim is not None:
        verdicts.append(f"aim ≤ {figure.aim:g} {figure.unit}: {_verdict(figure.median <= figure.aim)}")
    if figure.aim_p95 is not None:
        verdicts.append(
            f"aim p95 ≤ {figure.aim_p95:g} {figure.unit}: {_verdict(figure.p95 <= figure.aim_p95)}"
        )
    others = {other.name: other.median for other in figure.against}
    for name, times in figure.limits:
        verdicts.append(f"aim ≤ {times:g} × {name}: {_verdict(figure.median <= times * others[name])}")
    return verdicts


def _verdict(met: bool) -> str:
    return "met" if met else "missed"
