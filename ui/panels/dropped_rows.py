# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs that were dropped: plain rows worked out from the draft and its lineage, without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from drafting.draft import Draft, Gone, dropped, removed, stood_behind
from drafting.translation import tr

BEGINNING = 28
"""Words of a paragraph that its card shows while it is not chosen."""


@dataclass(frozen=True, slots=True)
class DroppedRow:
    """A paragraph that the draft does not hold: where it stood last, and its words there."""

    id: str
    gone: Gone
    key: str  # of the paragraph it stood behind, empty at the beginning
    label: str  # "OP12"
    version: str  # the last that has it
    behind: str  # the label of the paragraph it stood behind
    text: str
    removed: bool  # from this draft; else dropped by an earlier version
    again: bool = False  # brought back, it stands in the draft as a paragraph of its own

    @property
    def place(self) -> str:
        """Where it stood: "OP12 of 53/11"."""
        return tr("{paragraph} of {version}").format(paragraph=self.label, version=self.version)

    @property
    def status(self) -> str:
        """The word on the chip."""
        if self.again:
            return tr("in the draft again")
        return tr("removed from this draft") if self.removed else tr("dropped earlier")

    @property
    def beginning(self) -> str:
        """The first words."""
        words = self.text.split()
        return self.text if len(words) <= BEGINNING else " ".join(words[:BEGINNING]) + " …"

    @property
    def where(self) -> str:
        """Where it comes back to, as a sentence."""
        if not self.behind:
            return tr("Stood before everything that is left of that version.")
        return tr("Stood after what is now {paragraph}.").format(paragraph=self.behind)

    @property
    def copied(self) -> str:
        """What goes to the clipboard."""
        return self.text

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        return f"{self.place}, {self.status}: {self.text} {self.where}"


def rows_of(draft: Draft) -> tuple[DroppedRow, ...]:
    """Those removed from this draft in the order of the base, then those dropped earlier, latest first."""
    own, places = _own_words(draft), {}
    earlier = sorted(dropped(draft), key=lambda gone: -gone.version)  # stable: else in the order of the text
    rows = []
    for gone in (*removed(draft), *earlier):
        if gone.version not in places:
            places[gone.version] = stood_behind(draft, gone.version)
        rows.append(_row(draft, gone, places[gone.version][gone.id], own))
    return tuple(rows)


def count(draft: Draft) -> int:
    """How many do not stand in the draft again."""
    own, versions = _own_words(draft), draft.lineage.versions
    earlier = (versions[gone.version].paragraph(gone.id).text not in own for gone in dropped(draft))
    return len(removed(draft)) + sum(earlier)


def _own_words(draft: Draft) -> set[str]:
    """The texts of the paragraphs that are the drafter's own, where what was brought back stands."""
    return {paragraph.text for paragraph in draft.paragraphs if paragraph.origin is None}


def _row(draft: Draft, gone: Gone, key: str, own: set[str]) -> DroppedRow:
    version = draft.lineage.versions[gone.version]
    text = version.paragraph(gone.id).text
    of_draft = gone.version == len(draft.lineage.versions) - 1
    return DroppedRow(
        id=f"{gone.version} {gone.id}",
        gone=gone,
        key=key,
        label=gone.id,
        version=version.number,
        behind=draft.label(key).id if key else "",
        text=text,
        removed=of_draft,
        again=not of_draft and text in own,
    )


def by_version(rows: Iterable[DroppedRow]) -> list[tuple[str, int]]:
    """The versions that have dropped paragraphs, as the rows name them, with their number."""
    return list(Counter(row.version for row in rows).items())


def nothing_here(rows: tuple[DroppedRow, ...], words: str) -> str:
    """What an empty list says."""
    if not rows:
        return tr("No paragraph was dropped over the years, and none was removed from this draft.")
    if words:
        return tr("No dropped paragraph of this choice says “{words}”. Escape shows all.").format(words=words)
    return tr("Nothing of this kind.")
