# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that say nearly the same: which of them moved, and which only read alike."""

from __future__ import annotations

import pytest

from drafting.comparing.memory import Squeezed
from drafting.comparing.paragraphs import align
from drafting.comparing.records import Change
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
