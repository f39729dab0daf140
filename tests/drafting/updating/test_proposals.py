# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every draft: its target, the rhythm of any series, and proposals that fit their base."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from gold import NAMES, load_gold
from hypothesis import given
from hypothesis import strategies as st
from proposed import assembly, islands, table
from yearly import SC, version

from drafting.comparing.lineage import trace
from drafting.comparing.records import Lineage
from drafting.draft import accept, start_draft
from drafting.errors import TargetError
from drafting.ordinals import in_words
from drafting.resolution import Resolution
from drafting.updating.proposals import propose
from drafting.updating.records import CarryOver, Certainty


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[Resolution]:
    return [load_gold(shared / "gold", name) for name in NAMES]


def test_nothing_known_of_the_text_still_works() -> None:
    texts = [
        version("", "", "Recalling resolution 3/4,", "Decides to meet at its second session.", body="")
    ] * 2
    carry = propose(trace(texts))
    assert (carry.session, carry.masthead.number, carry.masthead.session) == (0, "[…]", None)
    assert carry.proposals == ()
    assert propose(trace(texts), 7).masthead.session == 7


@pytest.mark.parametrize(
    ("body", "number", "target", "words"),
    [
        (
            "Human Rights Council",
            "56/2",
            56,
            "the fifty-sixth session: the latest text, 56/2, was adopted at the fifty-sixth",
        ),
        ("Human Rights Council", "56/2", 53, "the fifty-third session"),
        ("Human Rights Council", "56/2", 0, "no session 0"),
        ("Human Rights Council", "56/2", -3, "no session -3"),
        ("Human Rights Council", "56/2", 2025, "no session 2025"),
        (SC, "2782 (2025)", 2024, "2024: the latest text, 2782 (2025), is of 2025"),
    ],
)
def test_a_target_that_does_not_follow(body: str, number: str, target: int, words: str) -> None:
    with pytest.raises(TargetError, match=re.escape(words)):
        propose(trace([version(number, "2024-07-10", "Decides;", body=body)]), target)


def test_of_other_languages_only_symbols_are_understood() -> None:
    line = (
        "Rappelant la résolution 55/4 du 4 avril 2024, la soixantième session et le rapport de 2024^{{{}}},"
    )
    texts = [
        version(f"{at}/2", f"{day}-07-10", line.format(f"A/HRC/{at}/7"), "Décide de rester saisi en 2027.")
        for at, day in ((53, 2023), (56, 2024))
    ]
    french = [replace(one, masthead=replace(one.masthead, language="fr")) for one in texts]
    assert table(propose(trace(french))) == {"PP1 A/HRC/56/7": ("review", "A/HRC/59/7")}


# ------------------------------------------------------------------------------------ what must always hold


@given(
    first=st.integers(12, 60),
    step=st.integers(2, 6),
    numbers=st.lists(st.integers(1, 60), min_size=4, max_size=6),
    slip=st.booleans(),
)
def test_any_rhythm_and_any_numbers(first: int, step: int, numbers: list[int], slip: bool) -> None:
    sessions = [first + step * index for index in range(len(numbers) + 1)]
    cited = [f"{session}/{serial}" for session, serial in zip(sessions, [7, *numbers], strict=True)]
    made = []
    for index in range(1, len(sessions)):
        before = cited[index - 2] if slip and index == len(sessions) - 1 else cited[index - 1]
        back = in_words(sessions[index] + step)
        made.append(
            version(
                cited[index],
                "2020-06-30",
                f"Recalling its resolution {before} and its resolution 5/1 of 18 June 2007,",
                f"Takes note of the report;^{{A/HRC/{sessions[index] - 1}/{numbers[index - 1]}.}}",
                f"Decides to continue its consideration of the matter at its {back} session.",
            )
        )
    carry = propose(trace(made))
    assert carry.session == sessions[-1] + step
    found = {one.paragraph: (one.certainty, one.new) for one in carry.proposals}
    assert found["PP1"] == (Certainty.CERTAIN, cited[-1])
    assert found["OP2"] == (Certainty.CERTAIN, in_words(carry.session + step))
    if len(set(numbers)) > 1:
        assert found["OP1"] == (Certainty.FACT, f"A/HRC/{carry.session - 1}/[…]")


def _sound(lineage: Lineage, carry: CarryOver) -> None:
    base = lineage.latest
    order = [paragraph.id for paragraph in base.paragraphs]
    facts = {fact.id for fact in carry.facts}
    end: dict[tuple[str, int | None], int] = {}
    for one in carry.proposals:
        paragraph = base.paragraph(one.paragraph)
        notes = {note.number: note.text for note in paragraph.footnotes}
        text = paragraph.text if one.footnote is None else notes[one.footnote]
        assert text[one.start : one.end] == one.old != ""
        assert one.start >= end.get((one.paragraph, one.footnote), 0)
        end[one.paragraph, one.footnote] = one.end
        assert one.fact is None or one.fact in facts
        assert bool(one.pattern) == (one.fact is not None)
        assert "{" not in one.new
        assert one.reason.endswith((".", "?"))
        assert not one.remark or one.certainty is Certainty.REVIEW
        beside = [other for other in carry.proposals if other.asked_with == one.id]
        assert [other.id for other in beside] == list(one.together)
        assert not beside or (one.remark and not one.asked_with)
    places = [order.index(one.paragraph) for one in carry.proposals]
    assert places == sorted(places)
    assert len({one.id for one in carry.proposals}) == len(carry.proposals)


@pytest.mark.parametrize("versions", [(0,), (0, 1), (1, 3), (0, 3), (0, 2, 3), (2, 3), (3,)])
def test_proposals_fit_their_base(versions: Sequence[int], gold: list[Resolution]) -> None:
    lineage = trace([gold[index] for index in versions])
    for session in (None, 59, 60, 65, 90):
        carry = propose(lineage, session)
        _sound(lineage, carry)
        assert carry == propose(lineage, session)


@pytest.mark.parametrize("lineage", [islands(), islands(2), assembly()], ids=["islands", "two", "assembly"])
def test_proposals_fit_their_base_elsewhere(lineage: Lineage) -> None:
    _sound(lineage, propose(lineage))


def test_a_footnote_marked_twice_is_proposed_once() -> None:
    base = version(
        "53/1", "2023-07-12", "Takes note of the report^{A/HRC/53/46.} and of the report^{A/HRC/53/46.};"
    )
    (paragraph,) = base.paragraphs
    twice = tuple(replace(note, number=1) for note in paragraph.footnotes)
    lineage = trace([replace(base, paragraphs=(replace(paragraph, footnotes=twice),))])
    carry = propose(lineage, 56)
    assert [proposal.id for proposal in carry.proposals] == ["OP1:n1:0"]
    draft = accept(start_draft(lineage, carry), "OP1:n1:0").draft
    assert [note.text for note in draft.paragraphs[0].notes] == ["A/HRC/56/[…].", "A/HRC/53/46."]
