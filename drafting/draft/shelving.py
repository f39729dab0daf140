# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents put beside the draft, so that its open facts can be looked up in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING

from drafting.draft.record import Draft
from drafting.draft.step import Step
from drafting.translation import tr

if TYPE_CHECKING:
    from drafting.updating.shelf.records import Shelved


def put_on_shelf(draft: Draft, documents: Iterable[Shelved]) -> Step:
    """Put documents on the shelf, each under the name of its file.

    The same document from a file of the same name takes the place of the earlier one; for another document
    the name is numbered.
    """
    found = {one.source: one for one in draft.shelf}
    for one in documents:
        name = _name(one, found)
        found[name] = replace(one, source=name)
    return Step(replace(draft, shelf=tuple(found.values())), frozenset(), tr("Put on the shelf"))


def _name(one: Shelved, found: Mapping[str, Shelved]) -> str:
    names = chain([one.source], (f"{one.source} ({number})" for number in count(2)))
    return next(name for name in names if name not in found or _alike(found[name], one))


def _alike(one: Shelved, other: Shelved) -> bool:
    return (one.organ, one.symbol, one.number) == (other.organ, other.symbol, other.number)


def take_from_shelf(draft: Draft, source: str) -> Step:
    """Take the document from the file of this name off the shelf; facts it has answered stay."""
    left = tuple(one for one in draft.shelf if one.source != source)
    return Step(replace(draft, shelf=left), frozenset(), tr("Take off the shelf"))
