# SPDX-License-Identifier: GPL-3.0-or-later
"""What the drafter can choose for a Word file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from drafting.updating.records import PLACEHOLDER


@dataclass(frozen=True, slots=True)
class WordOptions:
    """Choices for one file; the defaults give a clean draft to be tabled.

    `sponsors` and `issued` (the date under "Distr.") are known at tabling only, so they are placeholders.
    `author` is empty: a draft goes round between delegations, and neither person nor program should be named
    in it unasked. `created` and `modified` are left out when None, so that the same draft gives the same
    bytes. `paragraph_tags` ("[OP12(a)]" before each paragraph), `provenance` (where it comes from, behind
    it) and `line_numbers` are for the negotiating room; they stand in the clean draft only.
    """

    highlight_placeholders: bool = True
    sponsors: str = PLACEHOLDER
    issued: str = PLACEHOLDER
    author: str = ""
    created: datetime | None = None
    modified: datetime | None = None
    paragraph_tags: bool = False
    provenance: bool = False
    line_numbers: bool = False

    @property
    def bare(self) -> WordOptions:
        """The same with nothing beside the paragraphs, for files that show changes."""
        return replace(self, paragraph_tags=False, provenance=False)


DEFAULTS = WordOptions()
