# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents put beside the draft, so that its open facts can be looked up in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafting.draft.record import Draft
from drafting.draft.step import Step
from drafting.updating.shelf.records import Shelved


def put_on_shelf(draft: Draft, documents: Iterable[Shelved]) -> Step:
    """Put documents on the shelf; one from a file of the same name takes the place of the earlier one."""
    found = {one.source: one for one in draft.shelf} | {one.source: one for one in documents}
    return Step(replace(draft, shelf=tuple(found.values())), frozenset(), "Put on the shelf")


def take_from_shelf(draft: Draft, source: str) -> Step:
    """Take the document from the file of this name off the shelf; facts it has answered stay."""
    left = tuple(one for one in draft.shelf if one.source != source)
    return Step(replace(draft, shelf=left), frozenset(), "Take off the shelf")
