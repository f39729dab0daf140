# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison in words: what a screen reader says, what the head says, what is copied."""

from __future__ import annotations

import pytest
from pictures import Notes, Texts, compared

from ui.comparison import sentences
from ui.comparison.rows import Comparison


def said(picture: str, texts: Texts | None = None, notes: Notes | None = None) -> list[str]:
    return _said(compared(picture, texts, notes))


def _said(comparison: Comparison) -> list[str]:
    return [sentences.describe(row, comparison) for row in comparison.rows]


@pytest.mark.parametrize(
    ("picture", "texts", "expected"),
    [
        ("= PP1 PP1", {}, ["PP1, unchanged"]),
        ("= PP2 PP1", {}, ["PP2, now PP1, unchanged"]),
        (
            "~ OP30 OP30",
            {"OP30": ("Requests the Office to act", "Decides the Office to act now")},
            [
                "OP30, reworded: “Requests” replaced by “Decides” "
                "(force of the verb rises: requests → decides); “now” added"
            ],
        ),
        (
            "~ OP1 OP1",
            {"OP1": ("Urges all States", "Urges States")},
            ["OP1, reworded: “all” removed (qualifier dropped: all)"],
        ),
        ("+ - PP1", {}, ["PP1, new in 56/2: Text of PP1"]),
        ("- PP1 -", {}, ["PP1, not in 56/2: Text of PP1"]),
        (
            "> PP2 PP1\n= PP1 PP2",
            {},
            [
                "PP2, now PP1, moved up from after PP1 of 53/11",
                "PP1, now PP2, unchanged",
                "PP2, moved up to PP1 of 56/2",
            ],
        ),
        (
            ">~ PP2 PP1\n= PP1 PP2",
            {"PP2": ("Noting States", "Noting also States")},
            [
                "PP2, now PP1, moved up from after PP1 of 53/11 and reworded: "
                "“also” added (routine: also, further)",
                "PP1, now PP2, unchanged",
                "PP2, moved up to PP1 of 56/2",
            ],
        ),
        ("/ OP1 OP1,OP2", {}, None),
    ],
)
def test_each_verdict_has_its_sentence(picture: str, texts: Texts, expected: list[str] | None) -> None:
    if expected is None:
        assert said(picture, texts)[0].startswith("OP1, now OP1 and OP2, split into OP1 and OP2")
    else:
        assert said(picture, texts) == expected


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        (
            (("A/1",), ("A/2",)),
            "PP1, footnote changed: footnote 1: “A/1” replaced by “A/2” (routine: document symbol)",
        ),
        (((), ("See A/2.",)), "PP1, footnote changed: footnote 1 added: “See A/2.”"),
        ((("See A/1.",), ()), "PP1, footnote changed: footnote 1 removed: “See A/1.”"),
    ],
)
def test_footnotes_are_told(notes: tuple[tuple[str, ...], tuple[str, ...]], expected: str) -> None:
    assert said("= PP1 PP1", notes={"PP1": notes}) == [expected]


def test_long_stretches_are_cut_in_the_sentence_and_whole_in_the_text() -> None:
    long = " ".join(f"w{n}" for n in range(40))
    comparison = compared("~ PP1 PP1", {"PP1": ("Noting", f"Noting {long}")})
    row = comparison.rows[0]
    assert sentences.describe(row, comparison) == (
        "PP1, reworded: “w0 w1 w2 w3 w4 w5 … w34 w35 w36 w37 w38 w39” added"
    )
    assert sentences.texts(row, comparison.versions) == f"53/11: Noting\n56/2: Noting {long}"


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        ("= PP1 PP1", "nothing changed"),
        ("~ PP1 PP1\n= PP2 PP2", "1 changed"),
        ("+ - PP1\n- PP1 -\n~ PP2 PP2", "1 changed, 1 new, 1 left out"),
        (">~ PP2 PP1\n= PP1 PP2", "1 moved"),
        ("> PP2 PP1\n~ PP1 PP2", "1 changed, 1 moved"),
    ],
)
def test_summary(picture: str, expected: str) -> None:
    assert sentences.summary(compared(picture), 1) == expected


def test_extent() -> None:
    assert sentences.size(compared("= PP1 PP1\n= OP1 OP1\n= OP2 OP2").old) == "1 preambular, 2 operative"


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "1 paragraph unchanged"), (22, "22 paragraphs unchanged")]
)
def test_folds(count: int, expected: str) -> None:
    assert sentences.folded(count) == expected


def test_copy_gives_each_side_with_its_reference() -> None:
    comparison = compared(
        "~ OP2 OP3", {"OP2": ("Urges all", "Urges many")}, {"OP2": (("See A/1.",), ("See A/1.",))}
    )
    assert sentences.copied(comparison.rows[0], comparison.versions, (0, 1)) == (
        "A/HRC/RES/53/11, OP2\nUrges all\n1 See A/1.\n\nA/HRC/RES/56/2, OP3\nUrges many\n1 See A/1."
    )
    assert sentences.copied(comparison.rows[0], comparison.versions, [1]) == (
        "A/HRC/RES/56/2, OP3\nUrges many\n1 See A/1."
    )


def test_copy_gives_the_same_text_once() -> None:
    comparison = compared("= PP1 PP2")
    assert sentences.copied(comparison.rows[0], comparison.versions, (0, 1)) == (
        "A/HRC/RES/53/11, PP1; A/HRC/RES/56/2, PP2\nText of PP1"
    )


def test_copy_from_a_draft_and_from_nothing() -> None:
    comparison = compared("+ - OP4", draft=True)
    assert (
        sentences.copied(comparison.rows[0], comparison.versions, (0, 1))
        == "Draft, 59th session, OP4\nText of OP4"
    )
    assert sentences.copied(comparison.rows[0], comparison.versions, [0]) == ""
