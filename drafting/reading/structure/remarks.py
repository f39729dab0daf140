# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remarked while paragraphs are placed: few sentences, one for each run of the same kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from drafting.resolution import ReadWarning


class Why(Enum):
    """Why a text stands by itself."""

    ROW = "row"
    QUOTED = "quoted"
    FLUSH = "flush"
    LOOSE = "loose"


@dataclass(slots=True)
class _Run:
    """Texts in a row that stand by themselves for the same reason; `after` is the paragraph before them."""

    why: Why
    ids: list[str]
    after: str

    @property
    def warning(self) -> ReadWarning:
        first = self.ids[0]
        which = first if len(self.ids) == 1 else f"{first} to {self.ids[-1]}"
        after = f" after {self.after}" if self.after else ""
        messages = {
            Why.ROW: f"a table of {len(self.ids)} rows is kept as text ({which}), without its columns",
            Why.QUOTED: f"a quotation set off{after} is kept as text by itself ({which}), as it stands",
            Why.FLUSH: f"text without a letter{after} is kept by itself ({which})",
            Why.LOOSE: f"text whose place is not known{after} is kept by itself ({which})",
        }
        return ReadWarning(messages[self.why], first, needs_look=self.why in {Why.ROW, Why.LOOSE})


@dataclass(slots=True)
class Remarks:
    """Collects the remarks on one unit."""

    warnings: list[ReadWarning] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    reasons: dict[str, Why] = field(default_factory=dict)

    def warn(self, message: str, place: str, *, look: bool) -> None:
        """Remark something of one place."""
        self.warnings.append(ReadWarning(message, place, needs_look=look))

    def text(self, paragraph_id: str, why: Why, *, after: str) -> None:
        """Remark a text that stands by itself behind the paragraph `after`."""
        self.reasons[paragraph_id] = why
        if self.runs and self.runs[-1].why is why and self.runs[-1].ids[-1] == after:
            self.runs[-1].ids.append(paragraph_id)
        else:
            self.runs.append(_Run(why, [paragraph_id], after))

    def why(self, paragraph_id: str) -> Why | None:
        """Why a text stands by itself, None when that was not remarked."""
        return self.reasons.get(paragraph_id)

    def all(self) -> list[ReadWarning]:
        """Everything remarked."""
        found = self.warnings + [run.warning for run in self.runs]
        if self.tags:
            message = "the tags of delegations are understood as the places of paragraphs, and not kept"
            found.append(ReadWarning(message, "text", text=", ".join(self.tags)))
        return found
