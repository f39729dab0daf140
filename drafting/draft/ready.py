# SPDX-License-Identifier: GPL-3.0-or-later
"""What still stands between a draft and its submission."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Obstacle(StrEnum):
    """What kind of thing is still to be done."""

    FACT = "fact"  # a fact that is asked for and not known
    PROPOSAL = "proposal"  # a certain proposal without a decision
    BLANK = "blank"  # a placeholder in the text or above it that belongs to no fact
    FINDING = "finding"  # a finding of a blocking rule that was neither mended nor ignored


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that blocks submission, with the place to go to.

    `about` is the id of the fact, proposal or rule, empty for a blank. `paragraph` is the key of the
    paragraph (empty above the text), `note` that of its footnote, `[start, end)` the place in the text of
    either. `says` is one sentence for the drafter.
    """

    kind: Obstacle
    about: str
    says: str
    paragraph: str = ""
    note: str | None = None
    start: int = 0
    end: int = 0
