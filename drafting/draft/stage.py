# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the room has come with a paragraph. Source: practice of informal consultations (rule 1.9)."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """What the room has said of a paragraph; only the drafter sets it."""

    OPEN = "open"
    AGREED = "agreed"
    AD_REFERENDUM = "ad referendum"  # agreed, subject to the word of the capitals
    PLACEMENT = "placement"  # where it will stand is to be decided


BINDING = frozenset({Stage.AGREED, Stage.AD_REFERENDUM})
"""Those for which the wording was accepted, so that a later change of it is told."""
