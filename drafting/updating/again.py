# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft that is taken up again for its own session: an L. document, or one written with Penholder.

The habits are those of the texts before it. What they say is due is held against the words of the draft, most
of which will have been brought up to date already.
"""

from __future__ import annotations

import re
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


def held_against(proposal: Proposal, place: Place) -> Proposal | None:
    """A proposal for the text before as one for its place in the draft; None when that says it already.

    Where the draft says something else than both, its authors may have meant it: the drafter judges.
    """
    kept = place.words == proposal.old
    if (not kept and proposal.remark) or (not proposal.remark and _says(place, proposal)):
        return None
    told = proposal.reason if kept else f"{proposal.reason} The draft says something else already."
    return replace(
        proposal,
        id=place_id(place),
        paragraph=place.paragraph,
        footnote=place.footnote,
        start=place.mention.span.start,
        end=place.mention.span.end,
        old=place.words,
        certainty=proposal.certainty if kept else Certainty.REVIEW,
        reason=told,
    )


def _says(place: Place, proposal: Proposal) -> bool:
    """Whether a place says what is proposed, its blanks open or filled, with the date or without."""
    if PLACEHOLDER in proposal.new and place.text.startswith(proposal.new, place.mention.span.start):
        return True
    due = re.sub(r"\\\{\w+\\\}", ".+", re.escape(squeezed(proposal.pattern or proposal.new)))
    undated = due.partition(re.escape(" of "))[0]
    words = squeezed(place.words)
    return re.fullmatch(due, words) is not None or re.fullmatch(undated, words) is not None
