# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking the versions of a series, each against those before it."""

from __future__ import annotations

from collections.abc import Collection

from drafting.checking.check import check
from drafting.checking.records import Finding, Subject
from drafting.comparing.records import Lineage


def findings_of(lineage: Lineage, off: Collection[str] | None = None) -> tuple[tuple[Finding, ...], ...]:
    """The findings in every version, oldest first; `off` as for `check`."""
    return tuple(check(subject, off) for subject in subjects_of(lineage))


def subjects_of(lineage: Lineage) -> tuple[Subject, ...]:
    """Every version as a text to be checked, with those before it and its alignment to the last of them."""
    versions, alignments = lineage.versions, (None, *lineage.alignments)
    return tuple(
        Subject(version, versions[:at], alignments[at], drafting=version.is_draft)
        for at, version in enumerate(versions)
    )
