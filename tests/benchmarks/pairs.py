# SPDX-License-Identifier: GPL-3.0-or-later
"""Aligning two versions and finding the words that changed; `comparing` sets it beside other tools."""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterator
from functools import partial

from drafting.comparing.paragraphs import align
from drafting.reading import read
from tests.benchmarks.commands import SAMPLES
from tests.benchmarks.figures import Figure, timed

PAIRS = (("53-11", "56-2"), ("47-9", "56-2"))
RUNS = 31
AIM = 5.0


def figures() -> Iterator[Figure]:
    """One figure a pair of versions."""
    versions = {path.stem: read(path) for path in SAMPLES}
    for old_name, new_name in PAIRS:
        old, new = versions[old_name], versions[new_name]
        own = timed(partial(align, old, new), RUNS, before=_forget)
        name = f"alignment and words {old.number} → {new.number}"
        yield Figure(name, own, aim=AIM, note=f"first time in this process {own[0]:.1f} ms")


@functools.cache
def _caches() -> tuple[functools._lru_cache_wrapper[object], ...]:
    return tuple(
        thing
        for thing in gc.get_objects()
        if isinstance(thing, functools._lru_cache_wrapper)
        and thing.__module__.startswith("drafting.comparing")
    )


def _forget() -> None:
    """Empty whatever comparing remembers of earlier texts, so that every run is the first of its pair."""
    for cache in _caches():
        cache.cache_clear()
