# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year: a new draft from a finished one, once its text has been adopted.

The adopted text joins the series and becomes the base. What the drafter decided about the series comes along:
pairs of paragraphs set and broken by hand, findings passed over, and the private notes on paragraphs.
Decisions on proposals, facts, and what the room said of a paragraph do not: they were of the session that is
over. Numbers run on as they are printed in the adopted text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from drafting.comparing.lineage import trace
from drafting.comparing.paragraphs import align
from drafting.draft import Draft, Ignored, start_draft
from drafting.draft.pairing import DRAFT
from drafting.draft.record import ByHand
from drafting.errors import SeriesError
from drafting.reading.kinship import same_series
from drafting.resolution import Resolution
from drafting.translation import tr
from drafting.updating.proposals import propose

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NextYear:
    """The new draft, and how many pairs, ignored findings and private notes came along.

    `…_left` is how many had no place in it.
    """

    draft: Draft
    pairs: int
    pairs_left: int
    ignored: int
    ignored_left: int
    memos: int = 0
    memos_left: int = 0


def next_year(finished: Draft, adopted: Resolution, session: int | None = None) -> NextYear:
    """A draft for the session after the adopted text of `finished`; None for the next by the cadence.

    Raises SeriesError when the text is no adopted later version of the series, TargetError when the session
    does not follow it.
    """
    _check(finished, adopted)
    lineage = trace((*finished.lineage.versions, adopted))
    fresh = start_draft(lineage, propose(lineage, session))
    became = _became(finished, adopted)
    keys: dict[str | None, str] = {one.origin: one.key for one in fresh.paragraphs if one.origin is not None}
    ignored = frozenset(_ignored(finished, fresh, became, keys))
    pairings = tuple(_paired(finished, adopted.number, became))
    pairs = [sum(map(_count, some)) for some in (pairings, finished.pairings)]
    draft = replace(_with_memos(finished, fresh, became, keys), ignored=ignored, pairings=pairings)
    left = len(finished.ignored) - len(ignored), _memos_left(finished, became, keys)
    memos = sum(bool(one.memo) for one in finished.paragraphs) - left[1]
    return NextYear(draft, pairs[0], pairs[1] - pairs[0], len(ignored), left[0], memos, left[1])


def _check(finished: Draft, adopted: Resolution) -> None:
    name, base = adopted.number, finished.base
    if adopted.is_draft:
        raise SeriesError(
            tr("{name} is a draft. Next year starts from the adopted text; open that one.").format(name=name)
        )
    if any(version.number == name for version in finished.lineage.versions):
        raise SeriesError(
            tr("{name} is a version of this draft's series already. Open the text adopted after it.").format(
                name=name
            )
        )
    if not same_series(adopted, base):
        raise SeriesError(
            tr("{name} is not of the series of this draft, by its organ, title and words.").format(name=name)
        )
    if _before(adopted, base):
        raise SeriesError(
            tr("{name} comes before {number}, the base of this draft. Open the text after it.").format(
                name=name, number=base.number
            )
        )


def _before(one: Resolution, other: Resolution) -> bool:
    """Whether a text is older than another, by the day of adoption or else the session."""
    days = one.masthead.adopted, other.masthead.adopted
    sessions = one.masthead.session, other.masthead.session
    if days[0] is not None and days[1] is not None:
        return days[0] < days[1]
    return sessions[0] is not None and sessions[1] is not None and sessions[0] < sessions[1]


def _became(finished: Draft, adopted: Resolution) -> dict[str, str]:
    """Where the paragraphs of the finished draft, by their keys, stand in the adopted text."""
    keys = {finished.label(one.key).id: one.key for one in finished.paragraphs}
    return {
        keys[old]: pair.new[0]
        for pair in align(finished.resolution, adopted).pairs
        if pair.new
        for old in pair.old
    }


def _with_memos(
    finished: Draft, fresh: Draft, became: Mapping[str, str], keys: Mapping[str | None, str]
) -> Draft:
    """The draft with the private notes on the paragraphs that carry on those they were made on."""
    for one in finished.paragraphs:
        key = keys.get(became.get(one.key))
        if one.memo and key is not None:
            here = fresh.paragraph(key)
            memo = "\n".join(filter(None, (here.memo, one.memo)))  # of two that were merged both
            fresh = fresh.with_paragraph(replace(here, memo=memo))
    return fresh


def _memos_left(finished: Draft, became: Mapping[str, str], keys: Mapping[str | None, str]) -> int:
    return sum(bool(one.memo) and keys.get(became.get(one.key)) is None for one in finished.paragraphs)


def _ignored(
    finished: Draft, fresh: Draft, became: Mapping[str, str], keys: Mapping[str | None, str]
) -> Iterator[Ignored]:
    """The findings passed over whose words still stand in their paragraph."""
    for one in finished.ignored:
        key = keys.get(became.get(one.paragraph))
        if key is None:
            continue
        paragraph = fresh.paragraph(key)
        if any(one.words in text for text in (paragraph.text, *(note.text for note in paragraph.notes))):
            yield replace(one, paragraph=key)


def _paired(finished: Draft, number: str, became: Mapping[str, str]) -> Iterator[ByHand]:
    """The pairs by hand; those with the draft are with the adopted text now."""

    def told(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        return tuple((old, became[key]) for old, key in pairs if key in became)

    for one in finished.pairings:
        yield one if one.new != DRAFT else ByHand(one.old, number, told(one.made), told(one.broken))


def _count(one: ByHand) -> int:
    return len(one.made) + len(one.broken)
