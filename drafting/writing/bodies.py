# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed words of a body's documents (`resources/word/bodies.json`) filled in for one resolution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drafting.data import language_name, load
from drafting.ordinals import like
from drafting.resolution import Ballot, Masthead, Resolution, Vote
from drafting.sessions import committee_of
from drafting.updating.facts import item_of
from drafting.updating.mentions import print_date
from drafting.updating.records import PLACEHOLDER


def phrase(name: str, **values: object) -> str:
    """A fixed phrase with its blanks filled."""
    text: str = load("word/bodies")["phrases"][name]
    return text.format(**values)


def body_data(masthead: Masthead) -> Mapping[str, Any]:
    """What is known of the documents of its body; one that is not known has an entry of its own."""
    bodies: Mapping[str, Mapping[str, Any]] = load("word/bodies")["bodies"]
    return bodies.get(masthead.body, bodies[""])


def is_adopted(resolution: Resolution) -> bool:
    """Whether the record is of an adopted text; a draft has no date, meeting or vote (rule 1.11)."""
    masthead = resolution.masthead
    return masthead.adopted is not None or bool(masthead.meeting) or resolution.vote is not None


def organ_above(masthead: Masthead) -> str:
    """The principal organ in the masthead: the Human Rights Council reports to the General Assembly."""
    return str(body_data(masthead)["masthead"]) or masthead.body or PLACEHOLDER


def lines_below(masthead: Masthead) -> Iterator[tuple[str, str]]:
    """The lines under the masthead as (name, text).

    One that the body's documents always carry is a placeholder where the record is silent (rule 7.4).
    """
    session = like(masthead.session, "First") if masthead.session else ""
    item = item_of(masthead)
    committee = committee_of(masthead.body, masthead.symbol)
    known = {
        "session": phrase("session", ordinal=session) if session else "",
        "session_dates": masthead.session_dates,
        "committee": committee.name if committee else "",
        "agenda_item": phrase("agenda_item", number=item) if item else "",
        "agenda_title": masthead.agenda_title,
    }
    missing = {
        "session": phrase("session", ordinal=PLACEHOLDER),
        "session_dates": PLACEHOLDER,
        "agenda_item": phrase("agenda_item", number=PLACEHOLDER),
        "agenda_title": PLACEHOLDER,
    }
    if masthead.body and organ_above(masthead) != masthead.body:
        yield "body", masthead.body
    for name, text in known.items():
        if text or name in body_data(masthead)["expected"]:
            yield name, text or missing[name]


def original_line(masthead: Masthead, *, adopted: bool) -> str:
    """Which language the document was written in; of adopted texts in English some organs do not say it."""
    if adopted and masthead.language == "en" and not body_data(masthead).get("original_when_adopted", True):
        return ""
    return phrase("original", language=language_name(masthead.language))


def number_printed(masthead: Masthead, adopted: bool) -> str:
    """What stands before the title: "56/2." when adopted, "59/…" in a draft (rule 7.6); may be empty."""
    if adopted:
        return f"{masthead.number}." if masthead.number and not tells_adoption_above(masthead) else ""
    if not body_data(masthead)["number_in_draft"]:
        return ""
    # Only here is the ellipsis no question to the drafter: the number is given on adoption.
    return masthead.number.replace(PLACEHOLDER, "…")


def title_printed(masthead: Masthead) -> str:
    """The title, a placeholder where it is missing; the texts of some organs have none (data: `titled`)."""
    return masthead.title or (PLACEHOLDER if body_data(masthead).get("titled", True) else "")


def adoption(masthead: Masthead) -> list[str]:
    """The title lines that say by whom and when a text was adopted, in some organs at which meeting too."""
    blanks = {
        "body": masthead.body or PLACEHOLDER,
        "date": adoption_day(masthead),
        "number": masthead.number or PLACEHOLDER,
        "meeting": masthead.meeting or PLACEHOLDER,
    }
    lines: list[str] = body_data(masthead).get("adopted", load("word/bodies")["phrases"]["adopted"])
    return [line.format(**blanks) for line in lines]


def tells_adoption_above(masthead: Masthead) -> bool:
    """Whether number, meeting and date of adoption stand over the text, and so neither here nor below."""
    return "adopted" in body_data(masthead)


def adoption_day(masthead: Masthead) -> str:
    """The date of adoption in words, a placeholder when it is not known."""
    return print_date(masthead.adopted) if masthead.adopted else PLACEHOLDER


def speaks_of_sponsors(note: str) -> bool:
    """Whether a note of the first page tells something of those who table the draft (rule 7.5)."""
    begins: list[str] = load("word/bodies")["sponsor_notes"]
    return note.startswith(tuple(begins))


def vote_lines(vote: Vote) -> Iterator[tuple[str, str]]:
    """A recorded vote as (label, text) lines, within its square brackets (rule 1.12)."""
    abstentions = phrase("abstention" if vote.abstaining.count == 1 else "abstentions")
    counts = {"for": vote.in_favour.count, "against": vote.against.count, "abstaining": vote.abstaining.count}
    yield "", "[" + phrase("recorded_vote", **counts, abstentions=abstentions)
    sides = [("in_favour", vote.in_favour), ("against", vote.against), ("abstaining", vote.abstaining)]
    listed: list[tuple[str, Ballot]] = [(name, ballot) for name, ballot in sides if ballot.states]
    for name, ballot in listed:
        end = "]" if (name, ballot) == listed[-1] else ""
        yield phrase(name), ", ".join(ballot.states) + end
