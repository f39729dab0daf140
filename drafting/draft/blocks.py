# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs together in a draft: a paragraph with its points, and what an act must leave as it is.

Acts on whole paragraphs never let a point slip under a paragraph it did not belong to, nor words run from one
text (the resolution, an annex, a part) into another: who moves or deletes something means that alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from drafting.draft.labels import goes_on
from drafting.draft.record import Draft, DraftParagraph
from drafting.errors import DraftError
from drafting.resolution import Kind, Part
from drafting.translation import marked, tr

Paragraphs = Sequence[DraftParagraph]


def depth(paragraph: DraftParagraph) -> int:
    """0 for what stands by itself, 1 for (a), 2 for (i) and so on."""
    return max(1, paragraph.level) if paragraph.kind is Kind.SUBPARAGRAPH else 0


def parents(paragraphs: Paragraphs) -> dict[str, str]:
    """By key, the key of what a paragraph stands under, as labels are counted; "" for one by itself.

    Unnumbered text that goes on between points or after them stands under the paragraph of these points.
    """
    found: dict[str, str] = {}
    unit, top, points = "", "", list[DraftParagraph]()
    for paragraph in paragraphs:
        if paragraph.unit != unit:
            unit, top, points = paragraph.unit, "", []
        if level := depth(paragraph):
            while points and depth(points[-1]) >= level:
                points.pop()
            found[paragraph.key] = points[-1].key if points else top
            points.append(paragraph)
        elif points and goes_on(paragraph):
            found[paragraph.key] = top
        else:
            found[paragraph.key], top, points = "", paragraph.key, []
    return found


def block(draft: Draft, key: str) -> tuple[str, ...]:
    """The paragraph and all that stands under it, in order; raises DraftError when it is gone."""
    start = draft.position(key)
    above, within, end = parents(draft.paragraphs), {key}, start + 1
    for index, paragraph in enumerate(draft.paragraphs[start + 1 :], start=start + 1):
        if above[paragraph.key] in within:
            within.add(paragraph.key)
            end = index + 1
        elif not above[paragraph.key]:
            break
    return tuple(paragraph.key for paragraph in draft.paragraphs[start:end])


def whole(draft: Draft, keys: Iterable[str]) -> tuple[str, ...]:
    """These paragraphs with all that stands under them, in the order of the text.

    Raises DraftError when one of them is gone, or when there is none.
    """
    named = {key for one in keys for key in block(draft, one)}
    if not named:
        raise DraftError(tr("No paragraph is meant: put the caret into one. Nothing was changed."))
    return tuple(paragraph.key for paragraph in draft.paragraphs if paragraph.key in named)


def roots(draft: Draft, keys: Collection[str]) -> tuple[str, ...]:
    """Those of `keys` that stand under no other of them."""
    above = parents(draft.paragraphs)
    return tuple(one.key for one in draft.paragraphs if one.key in keys and above[one.key] not in keys)


def called(draft: Draft, keys: Sequence[str]) -> str:
    """How an act names paragraphs: "OP3", "OP3 with its points", "PP2 to PP4", "OP1 and OP4"."""
    first, last = draft.label(keys[0]).id, draft.label(keys[-1]).id
    heads = roots(draft, keys)
    if len(keys) == 1:
        return first
    if len(heads) == 1:
        return tr("{paragraph} with its points").format(paragraph=first)
    if draft.position(keys[-1]) - draft.position(keys[0]) == len(keys) - 1:
        return tr("{first} to {last}").format(first=first, last=last)
    names = [draft.label(key).id for key in heads]
    if len(names) <= MOST_NAMES:
        named = ", ".join(names[:-1])
        return tr("{names} and {last}").format(names=named, last=names[-1])
    return tr("{first} and {number} others").format(first=first, number=len(names) - 1)


MOST_NAMES = 3
"""Paragraphs that do not stand together and are named one by one."""


def runs(draft: Draft, keys: Collection[str]) -> list[tuple[str, ...]]:
    """Keys, in the order of the text, parted where others stand between them."""
    found: list[list[str]] = []
    at = -2
    for key in sorted(keys, key=draft.position):
        if draft.position(key) != at + 1:
            found.append([])
        found[-1].append(key)
        at = draft.position(key)
    return [tuple(run) for run in found]


# ------------------------------------------------------------------------------ what must stay as it is


BELOW_LINE = marked("An annex or a part keeps its own paragraphs, below the line that opens it.")


def why_not(before: Paragraphs, after: Paragraphs, acted_on: Collection[str]) -> str:
    """Why the paragraphs cannot stand like this, as a sentence; "" when they can.

    What stood wrong before may stay so: a draft is as good as its base.
    """
    if _units(after) != _units(before) or openers(after) != openers(before):
        return tr(BELOW_LINE)
    return why_disordered(before, after, acted_on)


def why_disordered(before: Paragraphs, after: Paragraphs, acted_on: Collection[str]) -> str:
    """The same, where annexes and parts come, go or change places by the act itself."""
    if not _misplaced(after) <= _misplaced(before):
        return tr(
            "Preambular paragraphs stand before operative ones. "
            "Turn the paragraph into one of the other part to bring it there."
        )
    if not orphans(after) <= orphans(before):
        return tr("A point needs a paragraph, or a point one level higher, to stand under.")
    above, now = parents(before), parents(after)
    strayed = (key for key in now.keys() & above.keys() if now[key] != above[key] and key not in acted_on)
    if any(True for _ in strayed):
        return tr("Points would come to stand under another paragraph.")
    return ""


def checked(before: Paragraphs, after: Paragraphs, acted_on: Collection[str]) -> None:
    """Raise DraftError when the paragraphs cannot stand like this."""
    if why := why_not(before, after, acted_on):
        raise refused(why)


def refused(why: str) -> DraftError:
    """The error for an act that was not done."""
    return DraftError(tr("{why} Nothing was changed.").format(why=why))


def _units(paragraphs: Paragraphs) -> list[str]:
    return [unit for unit, _ in groupby(paragraph.unit for paragraph in paragraphs)]


def openers(paragraphs: Paragraphs) -> list[str]:
    """The paragraphs that open a unit and stand first in it."""
    firsts = [next(group) for _, group in groupby(paragraphs, key=lambda one: one.unit)]
    return [one.key for one in firsts if one.opens_unit]


def _misplaced(paragraphs: Paragraphs) -> set[str]:
    """What is of the preamble and stands behind something of the operative part of the same text."""
    found: set[str] = set()
    for _, group in groupby(paragraphs, key=lambda one: one.unit):
        operative = False
        for paragraph in group:
            if paragraph.opens_unit:  # it stands before either part
                continue
            operative = operative or paragraph.part is Part.OPERATIVE
            if operative and paragraph.part is Part.PREAMBLE:
                found.add(paragraph.key)
    return found


def orphans(paragraphs: Paragraphs) -> set[str]:
    """Points without a paragraph above them, or more than one level deeper than what they stand under."""
    by_key = {paragraph.key: paragraph for paragraph in paragraphs}
    found: set[str] = set()
    for key, above in parents(paragraphs).items():
        level = depth(by_key[key])
        holder = by_key.get(above)
        lost = holder is None or holder.kind is Kind.HEADING or holder.part is not by_key[key].part
        if level and (lost or (holder and depth(holder) < level - 1)):
            found.add(key)
    return found


# ------------------------------------------------------------------------------------- rows of points


def in_their_rows(paragraphs: Paragraphs, keys: Collection[str]) -> tuple[DraftParagraph, ...]:
    """The same paragraphs, where the points named count on in the row of those beside them.

    A point beside bullets becomes one; one alone in its place counts as is usual there, a bullet stays one.
    """
    above = parents(paragraphs)
    rows: dict[tuple[str, int], str] = {}
    for paragraph in paragraphs:
        if depth(paragraph) and paragraph.key not in keys:
            rows.setdefault((above[paragraph.key], depth(paragraph)), paragraph.title)
    made = []
    for paragraph in paragraphs:
        if depth(paragraph) and paragraph.key in keys:
            alone = "" if any(map(str.isalnum, paragraph.title)) else paragraph.title
            title = rows.get((above[paragraph.key], depth(paragraph)), alone)
            made.append(paragraph if title == paragraph.title else replace(paragraph, title=title))
        else:
            made.append(paragraph)
    return tuple(made)
