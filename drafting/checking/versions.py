# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of a whole version: worked out once, because an older version never changes."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

from drafting.resolution import Resolution

T = TypeVar("T")


class OfVersion(Generic[T]):
    """Calls `make` once for every version that still exists, and hands out what it gave.

    Versions are told apart as objects: to compare their words would take as long as the work itself. Safe to
    call from several threads; two of them may both do the work.
    """

    def __init__(self, make: Callable[[Resolution], T]) -> None:
        self._make = make
        self._kept: dict[int, tuple[weakref.ref[Resolution], T]] = {}

    def __call__(self, version: Resolution) -> T:
        """What `make` finds in the version; callers share it and must not change it."""
        key = id(version)
        kept = self._kept.get(key)
        if kept is not None and kept[0]() is version:
            return kept[1]
        made = self._make(version)
        self._kept[key] = (weakref.ref(version, lambda _: self._kept.pop(key, None)), made)
        return made
