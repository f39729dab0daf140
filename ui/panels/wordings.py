# SPDX-License-Identifier: GPL-3.0-or-later
"""The wordings a paragraph has had, newest first, without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.comparing.records import Edit, Lineage, Thread
from drafting.comparing.words import edits
from drafting.draft import Draft, DraftParagraph
from drafting.translation import listed, tr

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
    same: bool = False  # as in the version before, where each version stands by itself

    @property
    def title(self) -> str:
        """The versions in words: "56/2", "53/11 and 56/2", "47/9–56/2, same wording"."""
        if self.versions == (DRAFT,):
            return tr("This draft")
        if len(self.versions) < 3:
            return listed(tuple(reversed(self.versions)))
        return tr("{first}–{last}, same wording").format(first=self.versions[-1], last=self.versions[0])

    @property
    def place(self) -> str:
        """The label there: one when it was the same everywhere, else from the oldest to the newest."""
        labels = tuple(dict.fromkeys(reversed(self.labels)))
        return " → ".join(labels)

    @property
    def state(self) -> str:
        """What happened with this wording, in words."""
        if self.absent:
            return tr("not in {versions}").format(versions=", ".join(self.absent))
        if self.same:
            return tr("unchanged")
        if not self.first and not self.edits:
            return ""
        if len(self.versions) == 1:
            return tr("came in") if self.first else tr("reworded")
        # Of several versions the oldest has brought it.
        told = tr("came in in {version}") if self.first else tr("reworded in {version}")
        return told.format(version=self.versions[-1])


def history(draft: Draft, paragraph: DraftParagraph, *, each: bool = False) -> tuple[Wording, ...]:
    """Every wording of a paragraph of the draft, the draft's own first when it differs from the base.

    With `each` every version stands by itself, also where it reads as the one before.
    """
    thread = draft.thread(paragraph)
    if thread is None:
        return (Wording((DRAFT,), (draft.label(paragraph.key).id,), paragraph.text, first=True),)
    found = wordings(draft.lineage, thread, each=each)
    latest = draft.base.paragraph(thread.latest or "").text
    if paragraph.text == latest:
        return found
    label = draft.label(paragraph.key).id
    return (Wording((DRAFT,), (label,), paragraph.text, latest, edits(latest, paragraph.text)), *found)


def wordings(lineage: Lineage, thread: Thread, *, each: bool = False) -> tuple[Wording, ...]:
    """The wordings of one thread in the adopted versions, newest first; equal ones in a row are one.

    With `each` none are joined.
    """
    found: list[Wording] = []
    last: str | None = None
    for version, place in zip(lineage.versions, thread.places, strict=True):
        if place is None:
            _add_gap(found, version.number)
            continue
        text = version.paragraph(place).text
        changed = edits(last, text) if last is not None else ()
        same = bool(found) and not found[-1].absent and not changed
        if same and each:
            found.append(Wording((version.number,), (place,), text, same=True))
        elif same:
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
