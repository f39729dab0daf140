# SPDX-License-Identifier: GPL-3.0-or-later
"""The wordings a paragraph has had, newest first, and the paragraphs that were dropped; without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.comparing.records import Edit, Lineage, Thread
from drafting.comparing.words import edits
from drafting.draft import Draft, DraftParagraph
from drafting.updating.wording import listed

DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: the versions that have it (newest first), the labels there, and the edits that led to it.

    `versions` is empty for a gap; `absent` names the versions of a gap. `edits` lead from `before` to `text`.
    """

    versions: tuple[str, ...]
    labels: tuple[str, ...] = ()
    text: str = ""
    before: str = ""
    edits: tuple[Edit, ...] = ()
    first: bool = False  # the paragraph came in with it
    absent: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The versions in words: "56/2", "53/11 and 56/2", "47/9–56/2, same wording"."""
        if len(self.versions) < 3:
            return listed(tuple(reversed(self.versions)))
        return f"{self.versions[-1]}–{self.versions[0]}, same wording"

    @property
    def place(self) -> str:
        """The label there: one when it was the same everywhere, else from the oldest to the newest."""
        labels = tuple(dict.fromkeys(reversed(self.labels)))
        return " → ".join(labels)

    @property
    def state(self) -> str:
        """What happened with this wording, in words."""
        if self.absent:
            return "not in " + ", ".join(self.absent)
        what = "came in" if self.first else "reworded" if self.edits else ""
        # Of several versions the oldest has brought it.
        return f"{what} in {self.versions[-1]}" if what and len(self.versions) > 1 else what


def history(draft: Draft, paragraph: DraftParagraph) -> tuple[Wording, ...]:
    """Every wording of a paragraph of the draft, the draft's own first when it differs from the base."""
    thread = draft.thread(paragraph)
    if thread is None:
        return (Wording((DRAFT,), (draft.label(paragraph.key).id,), paragraph.text, first=True),)
    found = wordings(draft.lineage, thread)
    latest = draft.base.paragraph(thread.latest or "").text
    if paragraph.text == latest:
        return found
    label = draft.label(paragraph.key).id
    return (Wording((DRAFT,), (label,), paragraph.text, latest, edits(latest, paragraph.text)), *found)


def wordings(lineage: Lineage, thread: Thread) -> tuple[Wording, ...]:
    """The wordings of one thread in the adopted versions, newest first; equal ones in a row are one."""
    found: list[Wording] = []
    last: str | None = None
    for version, place in zip(lineage.versions, thread.places, strict=True):
        if place is None:
            _add_gap(found, version.number)
            continue
        text = version.paragraph(place).text
        changed = edits(last, text) if last is not None else ()
        same = bool(found) and not found[-1].absent and not changed
        if same:
            before = found.pop()
            versions, labels = (version.number, *before.versions), (place, *before.labels)
            found.append(Wording(versions, labels, text, before.before, before.edits, before.first))
        else:
            first = bool(found) and last is None
            found.append(Wording((version.number,), (place,), text, last or "", changed, first))
        last = text
    return tuple(reversed(found))


def _add_gap(found: list[Wording], version: str) -> None:
    if found and found[-1].absent:
        found[-1] = Wording((), absent=(version, *found[-1].absent))
    else:
        found.append(Wording((), absent=(version,)))


@dataclass(frozen=True, slots=True)
class Dropped:
    """A paragraph that no longer stands in the last version: where it stood last, and its words there."""

    version: str
    label: str
    text: str


def dropped(lineage: Lineage) -> Sequence[Dropped]:
    """The dropped paragraphs of a series in the order of the lineage."""
    found = []
    for thread in lineage.threads:
        if thread.dropped:
            index = max(number for number, place in enumerate(thread.places) if place is not None)
            version, place = lineage.versions[index], thread.places[index] or ""
            found.append(Dropped(version.number, place, version.paragraph(place).text))
    return found
