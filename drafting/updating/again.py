# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft that is taken up again for its own session: an L. document, or one written with Penholder.

The habits are those of the texts before it. What they say is due is held against the words of the draft, most
of which will have been brought up to date already.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from drafting.comparing.records import Lineage
from drafting.glyphs import squeezed
from drafting.resolution import Resolution
from drafting.updating.calendar import cadence, moment_of, session_of
from drafting.updating.course import Course
from drafting.updating.records import PLACEHOLDER, Certainty, Proposal
from drafting.updating.strands import Place, Strand, place_id, strands


def is_for_again(base: Resolution, session: int) -> bool:
    """Whether a draft for that session takes up a draft of the same session."""
    return base.is_draft and bool(session) and session_of(base) == session


def course_before(lineage: Lineage) -> tuple[Course, dict[str, Place]]:
    """The course of the versions before the latest, and where their latest mentions stand in that.

    A mention that the latest version brought has no habit yet, and is left out.
    """
    versions = lineage.versions[:-1]
    drawn = [(Strand(one.places[:-1]), one.latest) for one in strands(lineage) if one.places[-2] is not None]
    course = Course(
        versions,
        tuple(moment_of(version) for version in versions),
        cadence(versions),
        tuple(strand for strand, _ in drawn),
    )
    return course, {place_id(strand.latest): place for strand, place in drawn}


def held_against(proposal: Proposal, places: Mapping[str, Place]) -> Proposal | None:
    """A proposal for the text before as one for its place in the draft; None when that says it already.

    `places` are those of the draft, by the ids of proposals for the text before. Where the draft says
    something else than both, its authors may have meant it: the drafter judges.
    """
    place = places[proposal.id]
    lead = (
        int(proposal.id.rpartition(":")[2]) - proposal.start
    )  # the link before the last of a list that grows
    start, end = place.mention.span.start - lead, place.mention.span.end
    kept = place.text[max(start, 0) : end] == proposal.old
    if (not kept and proposal.remark) or (not proposal.remark and _says(place, proposal, lead)):
        return None
    if lead and not kept:
        start = place.mention.span.start
        proposal = replace(proposal, new=place.words, pattern="", fact=None)
    told = proposal.reason if kept else f"{proposal.reason} The draft says something else already."
    return replace(
        proposal,
        id=place_id(place),
        asked_with=place_id(places[proposal.asked_with]) if proposal.asked_with else "",
        paragraph=place.paragraph,
        footnote=place.footnote,
        start=start,
        end=end,
        old=place.text[start:end],
        certainty=proposal.certainty if kept else Certainty.REVIEW,
        reason=told,
    )


def _says(place: Place, proposal: Proposal, lead: int) -> bool:
    """Whether a place says what is proposed, its blanks open or filled, with the date or without."""
    due, behind = _taking_anything(proposal), place.text[place.mention.span.end :]
    added = due.partition(re.escape(squeezed(proposal.old[lead:])) + re.escape(" and "))[2]
    if added:  # put behind the last of a list
        undated, blank = added.partition(re.escape(" of "))[0], re.escape(PLACEHOLDER)
        number = re.sub(r"\d+$", lambda serial: f"(?:{serial[0]}|{blank})", undated)
        return re.match(rf"(?:,|,?\s?and)\s{number}(?!\d)", squeezed(behind)) is not None
    if PLACEHOLDER in proposal.new and place.text.startswith(proposal.new, place.mention.span.start):
        return True
    undated = due.partition(re.escape(" of "))[0]
    words = squeezed(place.words)
    return re.fullmatch(due, words) is not None or re.fullmatch(undated, words) is not None


def _taking_anything(proposal: Proposal) -> str:
    """What is proposed as a regular expression that takes anything for a blank."""
    return re.sub(r"\\\{\w+\\\}", ".+", re.escape(squeezed(proposal.pattern or proposal.new)))
