# SPDX-License-Identifier: GPL-3.0-or-later
from pathlib import Path

import pytest
from gold import load_gold
from lettered import version

from drafting.comparing.lineage import trace
from drafting.comparing.records import Lineage, Mark, State

# The marks of a history strip: same, changed, first (new, or back again), absent.
SIGNS = {Mark.SAME: "=", Mark.CHANGED: "~", Mark.FIRST: "+", Mark.ABSENT: "-"}


def _traced(*rows: str) -> Lineage:
    return trace([version(row, str(number)) for number, row in enumerate(rows, start=1)])


def _letter(places: tuple[str | None, ...]) -> str:
    return next(place for place in reversed(places) if place).split(".")[1].strip("()'^12")


def _drawn(lineage: Lineage) -> list[str]:
    """One line a thread: its letter, its strip, since when, how stable, its state."""
    return [
        f"{_letter(thread.places)} {''.join(SIGNS[mark] for mark in thread.marks)} since {thread.since} "
        f"{thread.stability:.2f} {thread.state.value}"
        for thread in lineage.threads
    ]


LIVES = (
    (["A B"], ["A = since 1 1.00 stable", "B = since 1 1.00 stable"]),
    (["A B", "A B", "A B"], ["A === since 1 1.00 stable", "B === since 1 1.00 stable"]),
    (["A B", "A' B"], ["A =~ since 2 0.50 changed", "B == since 1 1.00 stable"]),
    (["A B", "A' B", "A' B", "A' B"], ["A =~== since 2 0.75 stable", "B ==== since 1 1.00 stable"]),
    (["A B", "B X"], ["B == since 1 1.00 stable", "X -+ since 2 0.50 new", "A =- since 1 0.50 stable"]),
    (["A B C", "C A B", "C A B"], ["C === since 1 1.00 stable"]),
    (["A B X", "A B", "A X B"], ["A === since 1 1.00 stable", "X =-+ since 3 0.33 new"]),
    (["A B X", "A B", "A X' B"], ["A === since 1 1.00 stable", "X =-+ since 3 0.33 new"]),
    (["A B X", "A B", "A X B", "A X B"], ["A ==== since 1 1.00 stable", "X =-+= since 3 0.50 stable"]),
    # A rewritten text is no return; the dropped thread stays where it ended.
    (
        ["A B X", "A B", "A B X^"],
        [
            "A === since 1 1.00 stable",
            "B === since 1 1.00 stable",
            "X --+ since 3 0.33 new",
            "X =-- since 1 0.33 stable",
        ],
    ),
    # A split paragraph lives on in the part that opens like it, and so does a merged one.
    (
        ["A B C", "A B1 B2 C"],
        ["A == since 1 1.00 stable", "B =~ since 2 0.50 changed", "B -+ since 2 0.50 new"],
    ),
    (["", "A"], ["A -+ since 2 0.50 new"]),
    (["A", ""], ["A =- since 1 0.50 stable"]),
)


@pytest.mark.parametrize(("rows", "lives"), LIVES)
def test_the_life_of_a_paragraph(rows: list[str], lives: list[str]) -> None:
    drawn = _drawn(_traced(*rows))
    assert [line for line in drawn if line in lives] == lives


# What befell each paragraph: letter, and the version (from 1), event and place of every turn.
TURNS = (
    (["A B", "A B"], ["A", "B"]),
    (["A B", "A' B", "A B"], ["A 2 changed 1.A', 3 changed 1.A", "B"]),
    (["A B C D", "B C D A", "B C D A'"], ["B", "C", "D", "A 2 moved 4.A, 3 changed 4.A'"]),
    (["A B C D", "B C D A'"], ["B", "C", "D", "A 2 moved 4.A', 2 changed 4.A'"]),
    (["A B X", "A B", "A X B"], ["A", "X 2 dropped 3.X, 3 returned 2.X", "B"]),
    (["A B", "A X B", "A B"], ["A", "B", "X 2 came 2.X, 3 dropped 2.X"]),
    (["A B C", "A B1 B2 C"], ["A", "B 2 changed 2.B1", "B 2 split 2.B", "C"]),
    (["A B C D", "A B+C D"], ["A", "B+C 2 changed 2.B+C", "D", "C 2 merged 2.B+C"]),
)


@pytest.mark.parametrize(("rows", "lives"), TURNS)
def test_what_befell_a_paragraph(rows: list[str], lives: list[str]) -> None:
    told = [
        " ".join(
            [_letter(thread.places), ", ".join(f"{t.version + 1} {t.event} {t.place}" for t in thread.turns)]
        )
        for thread in _traced(*rows).threads
    ]
    assert [line.strip() for line in told] == lives


def test_dropped_paragraphs_are_listed_with_their_last_place() -> None:
    lineage = _traced("A B C D", "C A X D", "X D E")
    assert [thread.last_place for thread in lineage.dropped] == [(0, "2.B"), (1, "1.C"), (1, "2.A")]


def test_threads_of_the_latest_version_come_first_in_its_order() -> None:
    lineage = _traced("A B C D", "C A X D", "X D E")
    assert [_letter(thread.places) for thread in lineage.threads] == ["X", "D", "E", "B", "C", "A"]
    assert [thread.dropped for thread in lineage.threads] == [False] * 3 + [True] * 3


def test_every_paragraph_of_every_version_is_in_one_thread() -> None:
    lineage = _traced("A B C R D", "C A1 A2 X R D", "X B D E R R", "A B C D")
    for number, resolution in enumerate(lineage.versions):
        places = [thread.places[number] for thread in lineage.threads if thread.places[number]]
        assert sorted(places) == sorted(paragraph.id for paragraph in resolution.paragraphs)


def test_no_version_is_no_series() -> None:
    with pytest.raises(ValueError, match="at least one version"):
        trace([])


# ------------------------------------------------------------------------------------------ gold


@pytest.fixture(scope="module")
def samples(shared: Path) -> Lineage:
    return trace([load_gold(shared / "gold", name) for name in ("47-9", "50-4", "53-11", "56-2")])


def test_thirty_nine_paragraphs_are_the_same_in_all_four_texts(samples: Lineage) -> None:
    """Forty-one by their words alone; two of those carry a footnote that changed every year."""
    assert sum(thread.stability == 1.0 for thread in samples.threads) == 39
    assert samples.thread("OP20").marks == (Mark.SAME, Mark.CHANGED, Mark.CHANGED, Mark.CHANGED)


@pytest.mark.parametrize(
    ("paragraph", "places", "since", "stability", "state"),
    [
        ("PP4", ("PP4", "PP4", "PP4", "PP4"), "53/11", 0.5, State.STABLE),
        ("PP13", (None, None, "PP13", "PP13"), "53/11", 0.5, State.STABLE),
        ("OP28", ("OP28", "OP28", "OP28", "OP28"), "56/2", 0.25, State.CHANGED),
        ("OP30", (None, None, "OP30", "OP30"), "56/2", 0.25, State.CHANGED),
        ("OP37", ("OP36", "OP36", "OP37", "OP37"), "56/2", 0.25, State.CHANGED),
    ],
)
def test_lives_in_the_samples(
    samples: Lineage,
    paragraph: str,
    places: tuple[str | None, ...],
    since: str,
    stability: float,
    state: State,
) -> None:
    thread = samples.thread(paragraph)
    assert (thread.places, thread.since, thread.stability, thread.state) == (places, since, stability, state)


def test_three_paragraphs_of_the_samples_were_dropped(samples: Lineage) -> None:
    assert [thread.places for thread in samples.threads if thread.dropped] == [
        ("PP12", "PP12", None, None),
        ("PP15", "PP15", None, None),
        ("OP29", "OP29", None, None),
    ]


def test_a_year_that_is_missing_is_no_hindrance(shared: Path) -> None:
    lineage = trace([load_gold(shared / "gold", name) for name in ("47-9", "56-2")])
    assert sum(thread.stability == 1.0 for thread in lineage.threads) == 39
    assert lineage.thread("OP28").places == ("OP28", "OP28")
