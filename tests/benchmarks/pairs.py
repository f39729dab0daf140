# SPDX-License-Identifier: GPL-3.0-or-later
"""Aligning two versions and finding the words that changed; `comparing` sets it beside other tools."""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from drafting.comparing.paragraphs import Aligner, align
from drafting.comparing.records import Alignment
from drafting.reading import read
from drafting.resolution import Resolution
from tests.benchmarks.commands import SAMPLES
from tests.benchmarks.figures import Figure, timed
from tests.truth.profiles import PROFILES
from tests.truth.stock import stock
from tests.truth.versions import made

PAIRS = (("53-11", "56-2"), ("47-9", "56-2"))
RUNS = 31
AIM = 5.0
AIM_AGAIN = 2.0


def figures() -> Iterator[Figure]:
    """One figure a pair of versions."""
    versions = {path.stem: read(path) for path in SAMPLES}
    for old_name, new_name in PAIRS:
        old, new = versions[old_name], versions[new_name]
        own = timed(partial(_whole, old, new), RUNS, before=_forget)
        name = f"alignment and words {old.number} → {new.number}"
        yield Figure(name, own, aim=AIM, note=f"first time in this process {own[0]:.1f} ms")
        alone = timed(partial(align, old, new), RUNS, before=_forget)
        yield Figure(f"alignment without words {old.number} → {new.number}", alone)
    yield Figure("re-comparing after one edit, 400 paragraphs", [*_again()], aim=AIM_AGAIN)


def _whole(old: Resolution, new: Resolution) -> Alignment:
    return align(old, new).worked_out()


def _again() -> Iterator[float]:
    """A word is added to one paragraph after another, and the words of that one are asked for."""
    pair = made(stock(400), 1, PROFILES["usual"])
    aligner, new = Aligner(pair.old), pair.new
    aligner.align(new).worked_out()
    for place in range(0, len(new.paragraphs), 5):
        paragraphs = list(new.paragraphs)
        paragraphs[place] = replace(paragraphs[place], text=f"{paragraphs[place].text} again")
        new = replace(new, paragraphs=tuple(paragraphs))
        yield from timed(lambda: aligner.align(new).worked_out(), 1)  # noqa: B023 - called at once


@functools.cache
def _caches() -> tuple[functools._lru_cache_wrapper[object], ...]:
    return tuple(
        thing
        for thing in gc.get_objects()
        if isinstance(thing, functools._lru_cache_wrapper)
        and thing.__module__.startswith("drafting.comparing")
        and thing.cache_parameters()["maxsize"] is not None
    )


def _forget() -> None:
    """Empty whatever comparing remembers of earlier texts, so that every run is the first of its pair.

    Such caches are bounded. What is kept for good is made of the data of the program, once a process.
    """
    for cache in _caches():
        cache.cache_clear()
