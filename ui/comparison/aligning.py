# SPDX-License-Identifier: GPL-3.0-or-later
"""Alignments worked out once: a draft that is edited is aligned anew, the versions beside it are not."""

from __future__ import annotations

import threading
from collections import OrderedDict

from drafting.comparing.paragraphs import Aligner
from drafting.comparing.records import Alignment, Pairings
from drafting.resolution import Resolution

_MOST = 16
_Key = tuple[int, str, Pairings]


class Alignments:
    """Aligns two versions with all their words, off the GUI thread; what is known is not compared."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # work that was superseded may still be under way
        self._known: OrderedDict[_Key, tuple[Aligner, Alignment]] = OrderedDict()

    def __call__(self, old: Resolution, new: Resolution, fixed: Pairings | None = None) -> Alignment:
        """The alignment that `align` gives."""
        with self._lock:
            key = (id(old), new.number, fixed or Pairings())
            kept = self._known.pop(key, None)
            aligner = kept[0] if kept else Aligner(old)
            last = kept[1] if kept and kept[1].new is new else aligner.align(new, fixed).worked_out()
            self._known[key] = (aligner, last)  # it holds the old version, so that its id stays its own
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
            return last
