# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of a text with annexes or parts: one group for each, its sections under it."""

from __future__ import annotations

import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version

from drafting.draft import Stage
from drafting.draft.bracketing import Passage, bracket
from drafting.draft.negotiating import set_memo, set_stage
from ui.panels.outline import outline_rows
from ui.panels.rows import beside_name

ANNEXES = [
    ("Preamble", "2"),
    ("Operative part", "2"),
    ("Annex I Guidelines for keepers of lighthouses", "5"),
    ("    I General rules", "2"),
    ("    II Table of lamps", "2"),
    ("Annex II Oath", "2"),
]
PARTS = [("Part A Boats", "3"), ("Part B Nets", "3")]


@pytest.mark.parametrize(("text", "expected"), [(WITH_ANNEXES, ANNEXES), (WITH_PARTS, PARTS)])
def test_every_annex_and_every_part_is_a_group(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.text, row.note) for row in outline_rows(drafted(version(text)), "")] == expected


def test_the_paragraph_at_the_caret_stands_under_its_own_annex() -> None:
    draft = drafted(version(WITH_ANNEXES))
    here = next(one for one in draft.paragraphs if one.origin == "A1.OP2(a)")
    rows = [row.text.strip() for row in outline_rows(draft, here.key)]
    assert rows.index("A1.OP2(a)") == rows.index("I General rules") + 1


def test_a_group_leads_to_its_opening_line_and_an_annex_without_one_has_its_name() -> None:
    draft = drafted(version(WITH_ANNEXES))
    opening = next(one for one in draft.paragraphs if one.origin == "A2")
    assert outline_rows(draft, "")[-1].target == opening.key
    headless = drafted(version(WITH_ANNEXES.replace("A2 | Annex II | Oath\n", "")))
    first = next(one for one in headless.paragraphs if one.unit == "A2")
    row = outline_rows(headless, "")[-1]
    assert (row.text, row.target, row.key) == ("Annex A2", first.key, "")


def test_the_name_of_a_row_goes_before_what_is_said_of_it(qapp: object) -> None:
    assert beside_name("agreed", "OP2", 180) == "agreed"
    assert beside_name("agreed ad referendum, changed since", "OP2bisalt", 180).endswith("…")
    assert len(beside_name("stable", "A long heading of an annex that fills the row", 120)) > 3


def test_the_outline_tells_how_far_the_room_has_come() -> None:
    draft = drafted(version(WITH_ANNEXES))
    keys = {draft.label(one.key).id: one.key for one in draft.paragraphs}
    draft = set_stage(draft, [keys["A1.OP1"], keys["A1.OP2"]], Stage.AGREED).draft
    draft = bracket(set_memo(draft, keys["A1.OP1"], "Ask Oslo").draft, [Passage(keys["A1.OP2"], 0, 5)]).draft
    rows = outline_rows(draft, keys["A1.OP1"])
    here = next(row for row in rows if row.current)
    assert (here.note, here.spoken) == ("agreed", "A1.OP1, agreed, at the caret")
    assert here.tip.startswith("Agreed\nYour note: Ask Oslo\n")
    annex = next(row for row in rows if row.text.startswith("Annex I "))
    assert annex.tip.endswith("2 of 7 agreed · 1 bracket open")
    assert annex.spoken.endswith("2 of 7 agreed · 1 bracket open")
