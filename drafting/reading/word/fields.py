# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields in running text: what Word computed stays, the code it computed it from goes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Fields:
    """Which parts of nested fields a place lies in; a field may reach over paragraphs."""

    open: list[bool] = field(default_factory=list)  # for each open field whether its code is still going on

    def step(self, kind: str) -> None:
        """Pass a sign that begins a field, parts its code from its result, or ends it."""
        if kind == "begin":
            self.open.append(True)
        elif kind == "separate" and self.open:
            self.open[-1] = False
        elif kind == "end" and self.open:
            self.open.pop()

    @property
    def in_code(self) -> bool:
        """Whether text here is code (or the argument of code) and not shown."""
        return any(self.open)
