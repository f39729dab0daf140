# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking paragraphs up by their words: the same answers as looking through all of them, old ones kept."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.checking import Subject, check, clauses, past
from drafting.checking.past import Past, Present, became, changed
from drafting.checking.versions import OfVersion
from drafting.resolution import Resolution
from tests.yearly import version

WORDS = ["all", "States", "protect", "the", "rights", "of", "people", "on", "small", "islands", "and", "sea"]
LINES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), min_size=1, max_size=30
)


def text_with(lines: list[str]) -> Resolution:
    return version("50/4", "", *(f"{line};" for line in lines))


@given(LINES)
def test_every_run_is_found_where_it_stands(lines: list[str]) -> None:
    text = text_with(lines)
    here, old = Present(text), Past(text)
    by_hand: dict[int, set[str]] = {}
    for paragraph in text.paragraphs:
        for run in clauses.runs(paragraph.text):
            by_hand.setdefault(run, set()).add(paragraph.text)
    for run, holding in by_hand.items():
        assert set(here.holding(run)) == set(old.holding(run)) == holding
        assert len(here.holding(run)) == len(old.holding(run)) == len(holding)
    for least in (1, 3):
        assert sorted(here.twins(least)) == sorted(old.twins(least))
    runs = frozenset(by_hand)
    assert here.standing(runs | {-1}) == old.standing(runs | {-1}) == runs


@given(LINES, LINES)
def test_what_is_kept_of_one_text_does_not_change_what_is_found_in_another(
    first: list[str], second: list[str]
) -> None:
    texts = [text_with(lines) for lines in (first, second, [*first, *second], [*second[:1], *first])]
    warm = [check(Subject(text, tuple(texts[:at]), drafting=True)) for at, text in enumerate(texts)]
    past._bases.clear()
    for cached in (clauses.runs, clauses.stretches):
        cached.cache_clear()
    fresh = [text_with([p.text.removesuffix(";") for p in text.paragraphs]) for text in texts]
    assert warm == [check(Subject(text, tuple(fresh[:at]), drafting=True)) for at, text in enumerate(fresh)]


@pytest.mark.parametrize(("count", "pairs"), [(3, 3), (past._FORMULA + 1, 0)])
def test_a_formula_of_a_text_tells_no_two_paragraphs_apart(count: int, pairs: int) -> None:
    text = text_with(
        [f"all States protect the rights of people on {at} small islands" for at in range(count)]
    )
    assert len(Past(text).twins(1)) == len(Present(text).twins(1)) == pairs


def test_a_version_is_worked_out_once_and_forgotten_with_it() -> None:
    made: list[str] = []

    def make(one: Resolution) -> int:
        made.append(one.number)
        return len(one.paragraphs)

    of_version = OfVersion(make)
    text = text_with(["all States protect"])
    assert (of_version(text), of_version(text), made) == (1, 1, ["50/4"])
    assert of_version(replace(text)) == 1
    assert len(made) == 2
    del text
    gc.collect()
    assert not of_version._kept


LONG = "Urges all States to protect the rights of people on small islands against storms and floods"
OTHER = "Requests the Secretary-General to report on the rising of the sea to the Council once a year"


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (f"{LONG} and fires;", f"{LONG} and fires;"),
        (f"{LONG};", f"{LONG};"),
        ("Decides to close the matter for good;", None),
    ],
)
def test_what_a_paragraph_became(now: str, found: str | None) -> None:
    old = version("47/9", "", f"{LONG};", f"{OTHER}.")
    text = version("50/4", "", now, f"{OTHER}, and to publish it.")
    subject = Subject(text, (old,))
    assert became(f"{LONG};", old, subject) == found
    assert changed(Past(old), Present(text)).get(f"{OTHER}.") == f"{OTHER}, and to publish it."


def test_what_it_became_over_several_versions() -> None:
    lines = [f"{LONG};", f"{LONG} and fires;", f"{LONG} and forest fires;", f"{LONG} and fires and droughts;"]
    versions = [version(f"{number}/1", "", line, f"{OTHER}.") for number, line in enumerate(lines)]
    assert became(lines[0], versions[0], Subject(versions[-1], tuple(versions[:-1]))) == lines[-1]
