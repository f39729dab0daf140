# SPDX-License-Identifier: GPL-3.0-or-later
"""What an operation on a draft gives."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.draft.record import Draft


@dataclass(frozen=True, slots=True)
class Step:
    """What one operation did.

    The draft after it, the keys of the paragraphs that differ, and its name for Undo.
    """

    draft: Draft
    changed: frozenset[str]
    name: str
