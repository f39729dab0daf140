# SPDX-License-Identifier: GPL-3.0-or-later
"""Which keystrokes are taken back together.

Typing in one place is one act, until the caret goes elsewhere or the drafter pauses.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from ui.editor.readback import Caret, Typed

PAUSE = 2.0
"""Seconds without a key after which a new act begins."""


class Bursts:
    """Names every edit so that the desk merges it with those of the same name; empty when it stands alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._name = ""
        self._erasing = False
        self._caret: Caret | None = None
        self._at = 0.0
        self._count = 0

    def name(self, edit: Typed, came_from: Caret) -> str:
        """The name for an edit that began with the caret at `came_from`."""
        now, erasing = self.clock(), not edit.text
        follows = self._caret == came_from and self._erasing == erasing and now - self._at < PAUSE
        self._at, self._erasing = now, erasing
        if edit.first != edit.last or len(edit.text) > 1 or edit.text == "\n":
            self._name = ""
        elif not follows or not self._name:
            self._count += 1
            self._name = f"typing {self._count}"
        return self._name

    def left_at(self, caret: Caret) -> None:
        """Where the caret stands after the edit; the next one follows on when it begins there."""
        self._caret = caret

    def end(self) -> None:
        """The next edit begins a new act."""
        self._caret = None
