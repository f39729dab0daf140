# SPDX-License-Identifier: GPL-3.0-or-later
"""Annexes and parts between two versions: each is held against the one it was, whatever it is called now."""

from __future__ import annotations

import re

import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, version
from hypothesis import given
from hypothesis import strategies as st
from lettered import SENTENCES

from drafting.comparing.lineage import trace
from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Change, State
from drafting.resolution import Resolution

LAMPS = """
PP1 | | Recalling the lamps of the northern capes and those who tend them,
OP1 | 1 | Decides to count the lamps every spring and to publish the count.
"""
# Two annexes that share their formulas, so that only their own words tell them apart.
RULES = """
{0} | Annex {1} | Rules for keepers
{0}.OP1 | 1 | Every keeper polishes the lamp at dusk and writes the weather into the book.
{0}.OP2 | 2 | The rules may be amended by a decision of the assembly of harbours.
"""
TOLLS = """
{0} | Annex {1} | Tolls for ships
{0}.OP1 | 1 | Every ship of three masts pays one barrel of herring at the first quay.
{0}.OP2 | 2 | The tolls may be amended by a decision of the assembly of harbours.
"""


def _changes(alignment: Alignment) -> dict[str, Change]:
    """What became of each paragraph: "old > new" where the name differs, else its name."""
    return {
        " > ".join(dict.fromkeys(filter(None, (",".join(pair.old), ",".join(pair.new))))): pair.change
        for pair in alignment.pairs
    }


def _aligned(old: str, new: str) -> dict[str, Change]:
    return _changes(align(version(old, "78/9"), version(new, "80/9")))


@pytest.mark.parametrize("text", [WITH_ANNEXES, WITH_PARTS])
def test_equal_texts_are_unchanged(text: str) -> None:
    assert set(_aligned(text, text).values()) == {Change.UNCHANGED}


def test_an_annex_with_another_number_is_the_same_annex() -> None:
    old = LAMPS + RULES.format("A1", "I") + TOLLS.format("A2", "II")
    new = LAMPS + TOLLS.format("A1", "")
    assert _aligned(old, new) == {
        "PP1": Change.UNCHANGED, "OP1": Change.UNCHANGED,
        "A1": Change.REMOVED, "A1.OP1": Change.REMOVED, "A1.OP2": Change.REMOVED,
        "A2 > A1": Change.UNCHANGED, "A2.OP1 > A1.OP1": Change.UNCHANGED, "A2.OP2 > A1.OP2": Change.UNCHANGED,
    }  # fmt: skip


def test_an_annex_with_another_title_keeps_its_opening_line() -> None:
    new = LAMPS + RULES.format("A1", "I").replace("Rules for keepers", "Code of conduct")
    found = _aligned(LAMPS + RULES.format("A1", "I"), new)
    assert found["A1"] is Change.REWORDED
    assert set(found.values()) == {Change.UNCHANGED, Change.REWORDED}


def test_an_annex_never_takes_the_partner_of_the_resolution() -> None:
    """The annex repeats OP1 word for word; the resolution reworded its own a little."""
    repeated = "A1 | Annex | Decision of the harbours\nA1.OP1 | 1 | {}"
    words = "Decides to count the lamps every spring and to publish the count."
    new = LAMPS.replace("every spring", "every autumn") + repeated.format(words)
    assert _aligned(LAMPS, new) == {
        "PP1": Change.UNCHANGED, "OP1": Change.REWORDED, "A1": Change.ADDED, "A1.OP1": Change.ADDED,
    }  # fmt: skip


def test_parts_are_held_against_their_likes() -> None:
    swapped = WITH_PARTS.replace("Boats", "Ships").replace("every spring;", "every spring and autumn;")
    found = _aligned(WITH_PARTS, swapped)
    assert {name for name, change in found.items() if change is not Change.UNCHANGED} == {"A", "A.OP1"}
    relettered = re.sub(r"(?m)^B(?=[. ])", "C", WITH_PARTS).replace("C | B", "C | C")
    assert set(_aligned(WITH_PARTS, relettered).values()) == {Change.UNCHANGED}


def test_what_went_from_the_resolution_to_an_annex_is_moved() -> None:
    before = f"{LAMPS}OP2 | 2 | {SENTENCES['B']}\n" + RULES.format("A1", "I")
    after = f"{LAMPS}{RULES.format('A1', 'I')}A1.OP3 | 3 | {SENTENCES['B']}\n"
    assert _aligned(before, after)["OP2 > A1.OP3"] is Change.MOVED
    reworded = after.replace("microscopes and maps", "microscopes and globes")
    assert _aligned(before, reworded)["OP2 > A1.OP3"] is Change.MOVED_REWORDED


def test_a_resolution_that_was_divided_into_parts() -> None:
    whole = (
        "PP1 | | Recalling the wooden boats of the northern fishing villages,\n"
        "OP1 | 1 | Requests the harbour masters to count the wooden boats every spring;\n"
        "OP2 | 2 | Invites the weavers to publish their knots;\n"
    )
    found = _aligned(whole, WITH_PARTS)
    assert found["PP1 > A.PP1"] is found["OP1 > A.OP1"] is Change.UNCHANGED
    assert found["OP2 > B.OP1"] is Change.MOVED


def test_rows_of_a_table_and_headings_live_on_in_their_annex() -> None:
    new = WITH_ANNEXES.replace("North Cape | 3 | 7", "North Cape | 4 | 7").replace("Table of lamps", "Lamps")
    found = _aligned(WITH_ANNEXES, new)
    assert {name for name, change in found.items() if change is not Change.UNCHANGED} == {"A1.H2", "A1.T3"}
    assert found["A1.T3"] is Change.REWORDED


def test_threads_run_through_renumbered_annexes() -> None:
    first = version(LAMPS + RULES.format("A1", "I") + TOLLS.format("A2", "II"), "78/9", "2023-12-12")
    second = version(LAMPS + TOLLS.format("A1", ""), "80/9")
    lineage = trace([first, second])
    assert lineage.thread("A1.OP1").places == ("A2.OP1", "A1.OP1")
    assert lineage.thread("A1.OP1").state is State.STABLE
    assert [t.places[0] for t in lineage.threads if t.dropped] == ["A1", "A1.OP1", "A1.OP2"]


@st.composite
def _versions(draw: st.DrawFn) -> Resolution:
    """Sentences spread over the resolution, a part and two annexes, some of them without opening line."""
    lines = []
    for unit in draw(st.permutations(["", "A1", "A2", "B"])):
        before = f"{unit}." if unit else ""
        if unit and draw(st.booleans()):
            lines.append(f"{unit} | {unit} | {draw(st.sampled_from(['', 'Rules', 'Tolls']))}")
        letters = draw(st.lists(st.sampled_from(sorted(SENTENCES)), max_size=4))
        lines += [f"{before}OP{n} | {n} | {SENTENCES[letter]}" for n, letter in enumerate(letters, start=1)]
    return version("\n".join(lines))


@given(_versions(), _versions())
def test_every_paragraph_stands_in_one_pair_whatever_the_texts_are(old: Resolution, new: Resolution) -> None:
    alignment = align(old, new)
    for side, resolution in ((0, old), (1, new)):
        ids = [name for pair in alignment.pairs for name in (pair.old, pair.new)[side]]
        assert sorted(ids) == sorted(one.id for one in resolution.paragraphs)
    for pair in alignment.pairs:
        if pair.old and pair.new:
            assert len({old.paragraph(name).unit for name in pair.old}) == 1
            assert len({new.paragraph(name).unit for name in pair.new}) == 1
