# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and names of paragraphs follow from their order."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft.labels import labels_of, letters, roman
from drafting.resolution import Kind, Part


@pytest.mark.parametrize(
    ("plan", "ids", "printed"),
    [
        ("P P O O", "PP1 PP2 OP1 OP2", "- - 1 2"),
        ("P O", "PP1 OP1", "- -"),
        ("P 1 1 O O", "PP1 PP1(a) PP1(b) OP1 OP2", "- (a) (b) 1 2"),
        ("H O 1 2 2 1 O", "H1 OP1 OP1(a) OP1(a)(i) OP1(a)(ii) OP1(b) OP2", "I 1 (a) (i) (ii) (b) 2"),
        ("O 1 2 3 O 1", "OP1 OP1(a) OP1(a)(i) OP1(a)(i)a. OP2 OP2(a)", "1 (a) (i) a. 2 (a)"),
        ("P O 2 1 2", "PP1 OP1 OP1(a)(i) OP1(b) OP1(b)(i)", "- - (i) (b) (i)"),
    ],
)  # fmt: skip
def test_labels(plan: str, ids: str, printed: str) -> None:
    kinds = {"P": Kind.PREAMBULAR, "O": Kind.OPERATIVE, "H": Kind.HEADING}
    paragraphs, part = [], Part.PREAMBLE
    for key, sign in enumerate(plan.split()):
        part = Part.OPERATIVE if sign in "OH" else part
        level = int(sign) if sign.isdigit() else 0
        kind = kinds.get(sign, Kind.SUBPARAGRAPH)
        paragraphs.append(SimpleNamespace(key=str(key), kind=kind, part=part, level=level, title="I"))
    labels = labels_of(paragraphs).values()
    assert [label.id for label in labels] == ids.split()
    assert [label.printed or "-" for label in labels] == printed.split()


def test_points_may_stand_as_deep_as_a_file_has_them() -> None:
    kind, part = Kind.SUBPARAGRAPH, Part.OPERATIVE
    paragraphs = [
        SimpleNamespace(key=str(level), kind=kind, part=part, level=level, title="") for level in range(1, 31)
    ]
    assert labels_of(paragraphs)["30"].id == "(a)(i)" + "a.i." * 14


@given(st.lists(st.integers(0, 4), max_size=12))
def test_no_two_points_have_the_same_name(levels: list[int]) -> None:
    kinds = [Kind.SUBPARAGRAPH if level else Kind.OPERATIVE for level in levels]
    paragraphs = [
        SimpleNamespace(key=str(key), kind=kind, part=Part.OPERATIVE, level=level, title="")
        for key, (kind, level) in enumerate(zip(kinds, levels, strict=True))
    ]
    assert len({label.id for label in labels_of(paragraphs).values()}) == len(levels)


def test_letters_and_roman_numbers() -> None:
    assert [letters(number) for number in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "zz", "aaa"]
    assert [roman(number) for number in (1, 4, 9, 14, 40, 99)] == ["i", "iv", "ix", "xiv", "xl", "xcix"]
