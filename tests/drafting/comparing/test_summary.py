# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison in figures."""

from __future__ import annotations

import pytest
from comparison_samples import ALIGNED
from yearly import version

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Change, Reason, Weight
from drafting.comparing.summary import summarize


def test_the_figures() -> None:
    total = summarize(ALIGNED)
    assert dict(total.changes) == {
        Change.REWORDED: 2,
        Change.REMOVED: 1,
        Change.MOVED: 1,
        Change.ADDED: 1,
        Change.UNCHANGED: 1,
    }
    assert (total.deleted, total.inserted, total.notes) == (2, 4, 2)
    assert [pair.new for pair in total.added] == [("OP3",)]
    assert [pair.old for pair in total.removed] == [("PP2",)]
    assert [(pair.old, pair.new) for pair in total.moved] == [(("OP1",), ("OP2",))]


OLD = (
    "Recalling its resolution 50/4 of 7 July 2022,",
    "Notes the report of the Office on small islands;",
    "Urges States to protect the shores of small islands, and all who live there;",
    "Decides to continue its consideration of the matter at its fifty-third session.",
)
NEW = (
    "Recalling its resolution 53/11 of 12 July 2023,",
    "Welcomes the report of the Office on small islands;",
    "Encourages States to protect the shores of small islands and all who live there;",
    "Decides to continue its consideration of the matter at its fifty-sixth session.",
)


def test_what_matters_is_counted_apart() -> None:
    total = summarize(align(version("50/4", "2022-07-07", *OLD), version("53/11", "2023-07-12", *NEW)))
    assert dict(total.weights) == {Weight.ROUTINE: 2, Weight.SUBSTANCE: 2}
    assert dict(total.edits) == {Weight.ROUTINE: 2, Weight.SUBSTANCE: 2, Weight.STYLE: 1}
    assert [(turn.pair.new, turn.reason, turn.verbs) for turn in total.turns] == [
        (("OP1",), Reason.RISES, "notes → welcomes"),
        (("OP2",), Reason.FALLS, "urges → encourages"),
    ]


@pytest.mark.parametrize("lines", [(), OLD])
def test_equal_versions_have_no_weight(lines: tuple[str, ...]) -> None:
    same = version("50/4", "2022-07-07", *lines)
    total = summarize(align(same, same))
    assert not total.weights
    assert not total.edits
    assert total.deleted == total.inserted == total.notes == total.glyphs == 0
