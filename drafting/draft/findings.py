# SPDX-License-Identifier: GPL-3.0-or-later
"""The findings of checking on a draft, each at its place there."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.checking.records import Finding


@dataclass(frozen=True, slots=True)
class Located:
    """A finding at its place in the draft: the key of the paragraph, that of the footnote it is in, or None.

    `ignored`: the drafter passed it over.
    """

    finding: Finding
    paragraph: str
    note: str | None = None
    ignored: bool = False
