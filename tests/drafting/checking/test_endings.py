# SPDX-License-Identifier: GPL-3.0-or-later
"""The signs at the end of paragraphs."""

from __future__ import annotations

import pytest

from tests.checked import assert_fixes_hold, found, mended, said, text_of

RIGHT = """
PP1 Recalling A, entitled “B”,
PP2 Guided by:
PP2(a) The Charter,
PP2(b) The Covenants,
H1 Oceans
OP1 Requests States:
OP1(a) To act;
OP1(b) To report; and
OP1(c) To stop;
OP2 Notes B;
OP3 Decides to remain seized of the matter.
"""


def test_a_text_that_ends_as_it_should() -> None:
    assert said("final-sign", text_of(RIGHT)) == []


@pytest.mark.parametrize(
    ("old", "place", "new"),
    [
        ("PP1 Recalling A, entitled “B”,", "PP1", "PP1 Recalling A, entitled “B”;"),
        ("PP1 Recalling A, entitled “B”,", "PP1", "PP1 Recalling A, entitled “B”"),
        ("OP1 Requests States:", "OP1", "OP1 Requests States;"),
        ("OP1(a) To act;", "OP1(a)", "OP1(a) To act."),
        ("OP2 Notes B;", "OP2", "OP2 Notes B."),
        ("OP2 Notes B;", "OP2", "OP2 Notes B;,"),
        ("of the matter.", "OP3", "of the matter;"),
    ],
)
def test_another_sign_is_remarked_and_mended(old: str, place: str, new: str) -> None:
    wrong = text_of(RIGHT.replace(old, new))
    (one,) = found("final-sign", wrong)
    assert one.spot.paragraph == place
    assert_fixes_hold("final-sign", wrong)
    assert mended(wrong, one) == text_of(RIGHT)


def test_a_decision_in_sentences_is_passed_over() -> None:
    lines = "OP1 Decides to act.\nOP2 Decides to meet.\nOP3 Decides to report."
    assert said("final-sign", text_of(lines)) == []


def test_every_part_ends_with_its_own_full_stop() -> None:
    lines = "A.OP1 Notes A;\nA.OP2 Notes B.\nB.OP1 Notes C;\nB.OP2 Notes D."
    assert said("final-sign", text_of(lines)) == []
    assert said("final-sign", text_of(lines.replace("B.\n", "B;\n"))) == [("A.OP2", "B;")]
