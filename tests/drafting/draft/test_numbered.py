# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs numbered beside others keep the labels of all right when paragraphs come, go and move."""

from __future__ import annotations

import pytest
from annexed import WITH_ANNEXES, drafted, version
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft import Counted, Draft, Step, delete, find_named, move_down, move_up
from drafting.draft.numbered import number_as, number_straight
from drafting.errors import DraftError

# Each letter is a paragraph, behind it how it is numbered; the labels are those of OP.
ROW = "A1 B2 C2_bis D2_ter E2_ter_alt F2_ter_alt2 G3 H3_alt I4"


def _draft(row: str) -> Draft:
    rows = [one.split("_") for one in row.split()]
    lines = [f"OP{at} | {' '.join([r[0][1:], *r[1:]])} | {r[0][0]}" for at, r in enumerate(rows)]
    return drafted(version("\n".join(["PP1 | | Noting,", *lines])))


def _key(draft: Draft, text: str) -> str:
    return next(one.key for one in draft.paragraphs if one.text == text)


def _row(draft: Draft) -> str:
    printed = [one for one in draft.resolution.paragraphs if one.kind != "preambular"]
    return " ".join(f"{one.text}{one.label.replace(' ', '_')}" for one in printed)


def test_the_row_is_read_as_it_is_drawn() -> None:
    assert _row(_draft(ROW)) == ROW


@pytest.mark.parametrize(
    ("row", "who", "counted", "expected"),
    [
        ("A1 B2 C3", "B", Counted.BIS, "A1 B1_bis C2"),
        ("A1 B2 C3", "BC", Counted.BIS, "A1 B1_bis C1_ter"),
        ("A1 B2 C3", "B", Counted.ALT, "A1 B1_alt C2"),
        ("A1 B1_bis C2", "C", Counted.ALT, "A1 B1_bis C1_bis_alt"),
        ("A1 B1_bis C1_ter D2", "B", Counted.ON, "A1 B2 C2_bis D3"),
    ],
)
def test_acts(row: str, who: str, counted: Counted, expected: str) -> None:
    draft = _draft(row)
    step = number_as(draft, [_key(draft, one) for one in who], counted)
    assert _row(step.draft) == expected
    assert step.changed == {_key(draft, one) for one in who}


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("C", "A1 B2 D2_bis E2_bis_alt F2_bis_alt2 G3 H3_alt I4"),
        ("D", "A1 B2 C2_bis E2_ter F2_ter_alt G3 H3_alt I4"),  # the other wording takes its place
        ("B", "A1 C2 D2_bis E2_bis_alt F2_bis_alt2 G3 H3_alt I4"),  # no other number shifts
        ("BC", "A1 D2 E2_alt F2_alt2 G3 H3_alt I4"),
        ("G", "A1 B2 C2_bis D2_ter E2_ter_alt F2_ter_alt2 H3 I4"),
        ("GH", "A1 B2 C2_bis D2_ter E2_ter_alt F2_ter_alt2 I3"),
        ("E", "A1 B2 C2_bis D2_ter F2_ter_alt G3 H3_alt I4"),
    ],
)
def test_what_stood_beside_one_taken_out_has_its_number(gone: str, expected: str) -> None:
    draft = _draft(ROW)
    assert _row(delete(draft, [_key(draft, one) for one in gone]).draft) == expected


@pytest.mark.parametrize(
    ("who", "act", "expected"),
    [
        ("G", move_down, "A1 B2 C2_bis D2_ter E2_ter_alt F2_ter_alt2 H3 G3_alt I4"),
        ("H", move_up, "A1 B2 C2_bis D2_ter E2_ter_alt F2_ter_alt2 H3 G3_alt I4"),
        ("H", move_down, "A1 B2 C2_bis D2_ter E2_ter_alt F2_ter_alt2 G3 I4 H4_alt"),
        ("C", move_up, "A1 C1_bis B2 D2_bis E2_bis_alt F2_bis_alt2 G3 H3_alt I4"),
        ("D", move_up, "A1 B2 D2_bis C2_ter E2_quater F2_quater_alt G3 H3_alt I4"),
    ],
)
def test_moving(who: str, act: object, expected: str) -> None:
    draft = _draft(ROW)
    assert callable(act)
    step: Step = act(draft, [_key(draft, one) for one in who])
    assert _row(step.draft) == expected


def test_points_go_on_under_what_is_numbered_beside() -> None:
    draft = drafted(version(WITH_ANNEXES))
    draft = number_as(
        draft, [find_named(draft, "A1.OP2").key, find_named(draft, "A1.OP2(b)").key], Counted.BIS
    ).draft
    assert [draft.label(one.key).id for one in draft.paragraphs if one.unit == "A1"][4:7] == [
        "A1.OP1bis",
        "A1.OP1bis(a)",
        "A1.OP1bis(b)",
    ]
    draft = number_as(draft, [find_named(draft, "A1.OP1bis(b)").key], Counted.BIS).draft
    assert draft.label(find_named(draft, "A1.OP1bis(a)bis").key).printed == "(a bis)"


@pytest.mark.parametrize("typed", ["OP1(a)bis", "op 1 (a bis)", "1(a bis)", "OP1 (A BIS)"])
def test_a_point_beside_another_is_found_by_either_of_its_names(typed: str) -> None:
    lines = "OP1 | 1 | Asks:\nOP1(a) | (a) | One;\nOP1(a)bis | (a bis) | Two;\nOP2 | 2 | Ends."
    draft = drafted(version(f"PP1 | | Noting,\n{lines}"))
    assert draft.paragraph(find_named(draft, typed).key).text == "Two;"


@pytest.mark.parametrize("name", ["PP1", "OP1", "A1", "A1.H1", "A1.T1", "OP1(a)"])
def test_what_cannot_stand_beside_another_is_said(name: str) -> None:
    draft = drafted(version(WITH_ANNEXES))
    with pytest.raises(DraftError, match=r"has no number|is the first of its row"):
        number_as(draft, [find_named(draft, name).key], Counted.BIS)


def test_the_whole_draft_is_numbered_straight_through_once() -> None:
    draft = number_straight(_draft(ROW)).draft
    assert _row(draft) == "A1 B2 C3 D4 E5 F6 G7 H8 I9"
    with pytest.raises(DraftError, match="straight through already"):
        number_straight(draft)


ACTS = (delete, move_up, move_down)


@given(st.lists(st.tuples(st.sampled_from([*ACTS, *Counted]), st.sampled_from("ABCDEFGHI")), max_size=12))
def test_labels_are_always_unique_and_another_wording_never_comes_first(
    acts: list[tuple[object, str]],
) -> None:
    draft = _draft(ROW)
    for act, who in acts:
        keys = [one.key for one in draft.paragraphs if one.text == who]
        try:
            if isinstance(act, Counted):
                draft = number_as(draft, keys, act).draft
            elif callable(act):
                draft = act(draft, keys).draft
        except DraftError:
            continue
        ids = [one.id for one in draft.resolution.paragraphs]
        assert len(set(ids)) == len(ids)
        straight = [one.label for one in draft.resolution.paragraphs if one.label.isdecimal()]
        assert straight == [str(at) for at in range(1, len(straight) + 1)]
