# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that say nearly the same: which of them moved, and which only read alike."""

from __future__ import annotations

import pytest
from lettered import SENTENCES

from drafting.comparing.coding import Squeezed
from drafting.comparing.links import Decided, Links
from drafting.comparing.memory import Memory
from drafting.comparing.paragraphs import align
from drafting.comparing.records import Change
from drafting.comparing.splitting import Side, stolen
from drafting.comparing.twins import Exchange, put_in_order
from drafting.glyphs import squeezed
from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution

REQUEST = (
    "Requests the Secretary-General to submit to the General Assembly at its {} session a report on the"
    " implementation of the present resolution in the field of {};"
)
FRAME = (
    "Urges all coastal States to mark every wreck that endangers navigation;",
    "Invites the harbour masters to meet once a year in the town of Port Louis;",
    "Decides to remain seized of the matter.",
)


def _version(*texts: str) -> Resolution:
    paragraphs = (
        Paragraph(f"OP{number}", Kind.OPERATIVE, Part.OPERATIVE, text, str(number))
        for number, text in enumerate(texts, 1)
    )
    return Resolution(Masthead(number="1"), tuple(paragraphs))


def _became(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[tuple[str, ...], Change]]:
    return [(pair.old, pair.change) for pair in align(_version(*old), _version(*new)).pairs]


def test_twins_set_forward_by_a_year_did_not_change_places() -> None:
    """The first now reads as the second did."""
    old = (
        FRAME[0],
        REQUEST.format("seventieth", "tides"),
        FRAME[1],
        REQUEST.format("seventy-first", "tides"),
    )
    new = (FRAME[0], REQUEST.format("seventy-first", "tides"), FRAME[1], REQUEST.format("eightieth", "tides"))
    assert [change for _, change in _became(old, new)] == [
        Change.UNCHANGED, Change.REWORDED, Change.UNCHANGED, Change.REWORDED,
    ]  # fmt: skip


def test_a_name_tells_which_of_a_run_moved() -> None:
    run = [REQUEST.format("seventieth", name) for name in ("lighthouses", "currents", "dredging")]
    later = [REQUEST.format("seventy-first", name) for name in ("currents", "lighthouses", "dredging")]
    became = _became((FRAME[0], *run, FRAME[1]), (FRAME[0], *later, FRAME[1]))
    assert [old for old, _ in became] == [("OP1",), ("OP3",), ("OP2",), ("OP4",), ("OP5",)]
    assert sum(change is Change.MOVED_REWORDED for _, change in became) == 1


def test_a_second_copy_did_not_come_from_another_paragraph() -> None:
    """Its like was dropped far away; the copy is a copy."""
    old = (
        REQUEST.format("seventieth", "tides"),
        *FRAME,
        REQUEST.format("seventy-first", "tides and currents"),
    )
    new = (REQUEST.format("seventieth", "tides"), FRAME[0], REQUEST.format("seventieth", "tides"), *FRAME[1:])
    assert (("OP5",), Change.REMOVED) in _became(old, new)
    assert ((), Change.ADDED) in _became(old, new)


@pytest.mark.parametrize(
    "text", ["a  b", " a b ", "a\tb", "a`b", "a’b", "a\u00a0b", "a b", "", "\x1fa", "a\x0bb"]
)
def test_what_is_remembered_is_the_squeezed_text(text: str) -> None:
    assert Squeezed()[text] == squeezed(text)


MANDATE = (
    "Decides to renew the mandate of the harbour mission for a period of six months, that is, until {}, and"
    " requests the Secretary-General to give it all it needs to do so in a safe and secure way;"
)
HALF_OF_IT = (
    "Decides to renew the mandate of the harbour mission for a period of six months, that is, until those who"
    " wish to sever their ties have been heard by the elders of both coasts;"
)
WRECKS = "Requests all coastal States to mark every wreck that lies in the way of fishing vessels at night"
LAMPS = "and to pay for the lamps and their oil out of a common fund kept by the elders of the islands;"


@pytest.mark.parametrize(("later", "exchanged"), [("30 May 2021", True), ("the monsoon", False)])
def test_a_date_does_not_tell_which_of_two_twins_moved_but_a_name_does(later: str, exchanged: bool) -> None:
    old = [FRAME[0], MANDATE.format(later), FRAME[1], FRAME[1], MANDATE.format("31 December 2022"), FRAME[2]]
    new = [FRAME[0], MANDATE.format("31 June 2022"), FRAME[1], FRAME[1], HALF_OF_IT, FRAME[2]]
    links = Links(len(old), len(new), Decided())
    links.add({0: 0, 2: 2, 3: 3, 4: 1, 5: 5})
    own = {(4, 1): 0.05, (1, 1): 0.0, (4, 4): 0.0}
    found = [*put_in_order((old, new), links, Memory(), set(range(6)), lambda i, j: own[i, j])]
    assert found == ([Exchange((4,), {1: 1})] if exchanged else [])


def test_a_formula_of_few_words_does_not_go_far_and_change() -> None:
    between = tuple(SENTENCES.values())
    old = (*between, "Decides to remain seized of the matter.")
    new = ("Decides to remain actively seized of the matter.", *between)
    assert _became(old, new)[0] == ((), Change.ADDED)
    assert _became(old, new)[-1] == ((f"OP{len(old)}",), Change.REMOVED)


def test_a_part_that_reads_like_a_far_paragraph_is_a_part_where_that_one_stayed() -> None:
    between = tuple(SENTENCES.values())
    old = (FRAME[0], f"{WRECKS} {LAMPS}", *between, f"{WRECKS};", FRAME[1])
    new = (FRAME[0], f"{WRECKS};", LAMPS.capitalize(), *between, f"{WRECKS} and by day;", FRAME[1])
    became = _became(old, new)
    assert (("OP2",), Change.SPLIT) in became
    assert ((f"OP{len(old) - 1}",), Change.REWORDED) in became
    assert not any(change.moved for _, change in became)


@pytest.mark.parametrize(
    ("dropped", "moved"),
    [(MANDATE.format("31 December 2022"), False), (HALF_OF_IT, True)],
    ids=["the same, set forward", "another"],
)
def test_set_forward_to_read_as_a_far_one_did_it_stays_in_its_place(dropped: str, moved: bool) -> None:
    """The far one was dropped; with another paragraph in that place, the far one moved there."""
    between = tuple(SENTENCES.values())
    later = MANDATE.format("31 December 2023")
    became = _became(
        (FRAME[0], dropped, FRAME[1], *between, later, FRAME[2]),
        (FRAME[0], later, FRAME[1], *between, FRAME[2]),
    )
    assert any(change.moved for _, change in became) is moved
    assert ((("OP2",), Change.REWORDED) in became) is not moved


PARTS = (
    "Proclaims the first of June the day of the lighthouse keepers;",
    "Invites the academy of navigation to prepare that day with the schools of all coastal towns;",
    f"{WRECKS} {LAMPS}",
)


@pytest.mark.parametrize(
    ("between", "taken"), [(PARTS[1], True), (FRAME[1], False)], ids=["another part", "a stranger"]
)
def test_a_far_paragraph_takes_no_part_of_what_was_split_into_three(between: str, taken: bool) -> None:
    """The third part is linked to a far paragraph that says its words too."""
    whole = " ".join(part.replace(";", ",") for part in PARTS)
    old, new = _version(whole, FRAME[0], f"Also {LAMPS}"), _version(PARTS[0], between, PARTS[2], FRAME[0])
    links, memory = Links(3, 4, Decided()), Memory()
    links.add({0: 0, 1: 3, 2: 2})
    found = stolen(Side(old.paragraphs, memory), Side(new.paragraphs, memory), links, {(2, 2): 0.6})
    assert found == ([(2, 2)] if taken else [], [])
