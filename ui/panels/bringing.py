# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing an earlier wording back into a paragraph, whole or at one place, without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafting.comparing.words import edits
from drafting.draft import Draft, Rewritten, Step, rewrite
from drafting.translation import tr
from ui.panels.wordings import Wording

LONGEST = 60
"""Characters of the words of a place that are told."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph reads otherwise than an earlier wording: `start` and `end` are in its text now."""

    start: int
    end: int
    old: str  # what stands in the draft
    new: str  # what stood there

    @property
    def told(self) -> str:
        """The place in words: "“all States” becomes “States”"."""
        old, new = shortened(self.old), shortened(self.new)
        if old and new:
            return tr("“{old}” becomes “{new}”").format(old=old, new=new)
        if new:
            return tr("“{new}” comes in").format(new=new)
        return tr("“{old}” goes out").format(old=old)


def shortened(words: str) -> str:
    """Words in one line of a card, the end of long ones left out."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"


def places(text: str, wording: str) -> tuple[Place, ...]:
    """The places at which a text reads otherwise than a wording, in the order of the text."""
    return tuple(
        Place(edit.old.start, edit.old.end, edit.old.of(text), edit.new.of(wording))
        for edit in edits(text, wording)
    )


def bring_back(draft: Draft, key: str, wording: Wording) -> Step:
    """The draft with an earlier wording of a paragraph, letter by letter.

    Place by place, so that the footnotes and the proposals beside the changed words keep theirs.
    """
    name = tr("Bring back {version} wording in {paragraph}").format(
        version=wording.versions[0], paragraph=draft.label(key).id
    )
    step = _put(draft, key, places(draft.paragraph(key).text, wording.text), name)
    if step.draft.paragraph(key).text == wording.text:
        return step
    last = rewrite(step.draft, [key], [Rewritten(key, wording.text)])  # glyphs and blanks are no edits
    return Step(last.draft, step.changed | last.changed, name)


def bring_back_place(draft: Draft, key: str, wording: Wording, number: int) -> Step:
    """The draft with one place of a paragraph as an earlier wording has it, by its number among `places`."""
    found = places(draft.paragraph(key).text, wording.text)
    name = tr("Bring back words of {version} in {paragraph}").format(
        version=wording.versions[0], paragraph=draft.label(key).id
    )
    return _put(draft, key, found[number : number + 1], name)


def _put(draft: Draft, key: str, wanted: Iterable[Place], name: str) -> Step:
    """Later places first, so that the earlier ones still stand where they were counted."""
    changed: frozenset[str] = frozenset()
    for place in sorted(wanted, key=lambda one: one.start, reverse=True):
        text = draft.paragraph(key).text
        after = text[: place.start] + place.new + text[place.end :]
        step = rewrite(draft, [key], [Rewritten(key, after)], name, at=place.start)
        draft, changed = step.draft, changed | step.changed
    return Step(draft, changed, name)
