# SPDX-License-Identifier: GPL-3.0-or-later
"""A small series of two versions and a draft of it, made by hand, and a hand on its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hand import Hand

from drafting.comparing.records import Alignment, Lineage, Mark, State, Thread
from drafting.draft import Draft, DraftParagraph, start_draft
from drafting.reading.openings import opening_of
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution
from drafting.updating.records import CarryOver, Certainty, Fact, FactKind, FactPart, Proposal
from ui.desk import Desk
from ui.editor.page import Page

RECALLING = (
    "Recalling General Assembly resolution 77/213 of 15 December 2022 and resolution 50/4 of 7 July 2022,"
)
TEXTS = (
    ("PP1", "Reaffirming its commitment to cooperation,"),
    ("PP2", RECALLING),
    ("PP3", "Noting the report of 𝔘nesco on 😀 culture,"),
    ("OP1", "Takes note of resolution 77/213 of 15 December 2022;"),
    ("OP2", "Requests the High Commissioner to report at its fifty-ninth session;"),
    ("OP3", "Decides to continue its consideration of the matter."),
)
NOTES = {
    "PP1": (Footnote(1, 41, "Resolution 2200 A (XXI)."),),
    "OP2": (Footnote(2, 32, "See A/HRC/55/78."), Footnote(3, 67, "Also 😀 A/HRC/55/79.")),
}
STATES = (State.STABLE, State.CHANGED, State.NEW, State.STABLE, State.CHANGED, State.STABLE)
MARKS = {State.STABLE: Mark.SAME, State.CHANGED: Mark.CHANGED, State.NEW: Mark.FIRST}


def paragraph(name: str, text: str) -> Paragraph:
    preamble = name.startswith("PP")
    kind, part = (Kind.PREAMBULAR, Part.PREAMBLE) if preamble else (Kind.OPERATIVE, Part.OPERATIVE)
    opening = opening_of(text, part)
    return Paragraph(
        name, kind, part, text, "" if preamble else name[2:], opening, footnotes=NOTES.get(name, ())
    )


def proposal(number: int, place: str, old: str, new: str, **more: Any) -> Proposal:
    note = more.get("footnote")
    text = next(item.text for item in NOTES[place] if item.number == note) if note else dict(TEXTS)[place]
    start, end = text.index(old), text.index(old) + len(old)
    certainty = Certainty.FACT if "fact" in more else Certainty.CERTAIN
    return Proposal(
        f"q{number}", place, start, end, old, new, certainty, "resolution", "As every year.", **more
    )


def small_draft() -> Draft:
    """Six paragraphs, three footnotes, five proposals, one fact that is used in two places."""
    head = Masthead("Human Rights Council", "A/HRC/RES/56/2", "56/2", "Enhancement of cooperation", 56, "", 3)
    versions = (
        Resolution(
            Masthead(number="53/11"), tuple(paragraph(name, text) for name, text in TEXTS if name != "PP3")
        ),
        Resolution(head, tuple(paragraph(name, text) for name, text in TEXTS)),
    )
    threads = tuple(
        Thread(
            (None if state is State.NEW else name, name),
            (Mark.ABSENT if state is State.NEW else Mark.SAME, MARKS[state]),
            "53/11" if state is State.STABLE else "56/2",
            1.0 if state is State.STABLE else 0.5,
            state,
        )
        for (name, _), state in zip(TEXTS, STATES, strict=True)
    )
    lineage = Lineage(versions, (Alignment(*versions, ()),), threads)
    fact = Fact(
        "ga",
        "Which resolution?",
        (
            FactPart("number", "number", kind=FactKind.NUMBER, form="79/{}"),
            FactPart("date", "date", "[…] December 2024", kind=FactKind.DATE),
        ),
    )
    blank: dict[str, object] = {"fact": "ga", "pattern": "79/{number} of {date}"}
    proposals = (
        proposal(1, "PP2", "77/213 of 15 December 2022", "79/[…] of […] December 2024", **blank),
        proposal(2, "PP2", "50/4 of 7 July 2022", "56/2 of 10 July 2024"),
        proposal(3, "OP1", "77/213 of 15 December 2022", "79/[…] of […] December 2024", **blank),
        proposal(4, "OP2", "fifty-ninth", "sixty-second"),
        proposal(5, "OP2", "55/78", "58/[…]", footnote=2),
    )
    masthead = Masthead(
        "Human Rights Council", "", "59/[…]", "Enhancement of cooperation", 59, "16 June–9 July 2025", 3
    )
    return start_draft(lineage, CarryOver(59, masthead, (), proposals, (fact,)))


@pytest.fixture
def draft() -> Draft:
    return small_draft()


@pytest.fixture
def desk(qapp: object, draft: Draft) -> Desk:
    desk = Desk()
    desk.open(draft)
    return desk


@pytest.fixture
def page(qtbot: Any, desk: Desk) -> Page:
    page = Page(desk)
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.show()
    return page


@pytest.fixture
def hand(page: Page) -> Hand:
    return Hand(page)


@pytest.fixture
def by_label(desk: Desk) -> Any:
    """Paragraphs of the desk's draft by the name delegations use."""

    def find(label: str) -> DraftParagraph:
        assert desk.draft is not None
        return next(item for item in desk.draft.paragraphs if desk.draft.label(item.key).id == label)

    return find


@pytest.fixture(scope="module")
def new_hand(qapp: object) -> Callable[[], Hand]:
    """Makes a hand on a page of its own, for tests that need many."""

    def make() -> Hand:
        desk = Desk()
        desk.open(small_draft())
        page = Page(desk)
        page.resize(900, 800)
        return Hand(page)

    return make
