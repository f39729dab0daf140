# SPDX-License-Identifier: GPL-3.0-or-later
"""What an annex or a part cites is carried over like any other words, where the versions show a habit."""

from __future__ import annotations

import pytest
from annexed import drafted, version

from drafting.updating.calendar import closing_session
from drafting.updating.records import Certainty

SERIES = """
PP1 | | Recalling its resolution {before},
OP1 | 1 | Decides to continue its consideration at its {next} session.
{unit} | Annex {label} | Rules for keepers of lighthouses
{unit}.T1 | | The keepers meet at every session, as decided in resolution {before}.
{unit}.OP1 | 1 | The harbour masters shall report^{{See {doc}.}} to the Assembly at its {next} session.
{unit}.T2 | | Resolution | {before}
"""
FIRST = version(
    SERIES.format(
        unit="A2", label="II", before="74/9 of 12 December 2019", next="seventy-eighth", doc="A/76/12"
    ),
    "76/9",
    "2021-12-14",
)
SECOND = version(
    SERIES.format(unit="A1", label="", before="76/9 of 14 December 2021", next="eightieth", doc="A/78/31"),
    "78/9",
    "2023-12-12",
)


def test_habits_are_carried_over_in_an_annex_whatever_it_was_called() -> None:
    draft = drafted(FIRST, SECOND)
    found = {
        (one.paragraph, one.footnote, one.old): (one.new, one.certainty) for one in draft.carry.proposals
    }
    cited, new = "76/9 of 14 December 2021", "78/9 of 12 December 2023"
    assert found["A1.T1", None, cited] == found["PP1", None, cited] == (new, Certainty.CERTAIN)
    assert found["A1.T2", None, cited][0] == new
    assert found["A1.OP1", None, "eightieth"] == ("eighty-second", Certainty.CERTAIN)
    assert found["A1.OP1", 1, "A/78/31"][0] == "A/80/[…]"


def test_facts_name_the_places_in_an_annex() -> None:
    (fact,) = (fact for fact in drafted(FIRST, SECOND).carry.facts if "A1.OP1" in fact.used_in)
    assert "A1.OP1" in fact.question


def test_what_one_version_alone_cites_in_an_annex_stays() -> None:
    """Nothing shows that a guideline follows the series it is annexed to."""
    annexed = {one.paragraph for one in drafted(SECOND).carry.proposals if one.certainty is Certainty.CERTAIN}
    assert not annexed & {"A1.T1", "A1.T2"}


@pytest.mark.parametrize("kind", ["T1 | | ", "OP9 | 9 | "])
def test_an_annex_does_not_say_when_the_matter_comes_back(kind: str) -> None:
    words = "The board decides to consider the question again at its ninetieth session."
    text = SERIES.format(unit="A1", label="", before="76/9", next="eightieth", doc="A/78/31")
    stated = closing_session(version(f"{text}\nA2 | Annex II | Board\nA2.{kind}{words}", "78/9"))
    assert stated is not None
    assert stated.session == 80
