# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the paragraphs of a draft come from, after each kind of act on them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from annexed import drafted, version
from restructured import key

from drafting.draft import Draft, Step, bring_back, edit_note, insert, move_to, rewrite
from drafting.draft.editing import Rewritten
from drafting.draft.restoring import Gone
from drafting.opening import open_sample
from drafting.writing.provenance import provenance

_LAMPS = "Requests the keepers of all lighthouses to trim their lamps before dusk;"
_OIL = "Calls upon harbour masters to deliver oil of good quality^{S/1.} to every island in time;"
_BOOKS = "Encourages the keepers to send their books to the archive at the end of each year;"
_FOG = "Invites fishermen from far away to tell where the fog was thick in winter;"
_OLDER = f"""
PP1 | | Recalling the Charter of the sea,
OP1 | 1 | {_FOG}
OP2 | 2 | {_LAMPS}
"""
_BASE = f"""
PP1 | | Recalling the Charter of the sea,
H1 | I | Light
OP1 | 1 | {_LAMPS}
OP2 | 2 | {_OIL}
OP3 | 3 | {_BOOKS}
"""
_SAME = {
    "PP1": "80/9 PP1, unchanged",
    "H1": "80/9 heading I, unchanged",
    "OP1": "80/9 OP1, unchanged",
    "OP2": "80/9 OP2, unchanged",
    "OP3": "80/9 OP3, unchanged",
}


@pytest.fixture(name="draft")
def _draft() -> Draft:
    return drafted(version(_OLDER, "79/4", "2024-12-15"), version(_BASE))


def oil_at_once(draft: Draft) -> Step:
    return reworded(draft, "Calls", _OIL.replace("^{S/1.}", "").replace("in time", "at once"))


def reworded(draft: Draft, word: str, text: str) -> Step:
    held = key(draft, word)
    notes = tuple((note.key, note.offset) for note in draft.paragraph(held).notes)
    return rewrite(draft, [held], [Rewritten(held, text, notes)])


def moved(draft: Draft) -> Step:
    return move_to(draft, [key(draft, "Encourages")], key(draft, "Requests"))


def cut_in_two(draft: Draft) -> Step:
    held = key(draft, "Encourages")
    first, rest = _BOOKS.replace(" to the archive", ";\nto the archive").split("\n")
    return rewrite(draft, [held], [Rewritten(held, first), Rewritten(None, rest)])


def other_note(draft: Draft) -> Step:
    held = draft.paragraph(key(draft, "Calls"))
    return edit_note(draft, held.key, held.notes[0].key, "S/2.")


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (oil_at_once, {"OP2": "80/9 OP2, amended"}),
        (other_note, {"OP2": "80/9 OP2, footnote amended"}),
        (lambda draft: reworded(draft, "Requests", _LAMPS.replace("the keepers", "the  keepers")), {}),
        (
            moved,
            {"OP1": "80/9 OP3, moved", "OP2": "80/9 OP1, unchanged", "OP3": "80/9 OP2, unchanged"},
        ),
        (
            lambda draft: insert(draft, key(draft, "Encourages"), "Decides to sleep by day."),
            {"OP4": "new"},
        ),
        (
            lambda draft: bring_back(draft, Gone(0, "OP1")),
            {
                "OP1": "79/4 OP1, brought back",
                "OP2": "80/9 OP1, unchanged",
                "OP3": "80/9 OP2, unchanged",
                "OP4": "80/9 OP3, unchanged",
            },
        ),
        (cut_in_two, {"OP3": "80/9 OP3, split and amended", "OP4": "80/9 OP3, split and amended"}),
    ],
)
def test_what_became_of_it(draft: Draft, act: Callable[[Draft], Step], expected: dict[str, str]) -> None:
    assert provenance(draft) == _SAME
    assert provenance(act(draft).draft) == _SAME | expected


def test_moved_and_amended_are_told_together(draft: Draft) -> None:
    after = reworded(moved(draft).draft, "Encourages", _BOOKS.replace("each", "every")).draft
    assert provenance(after)["OP1"] == "80/9 OP3, moved and amended"


def test_every_paragraph_of_the_sample_has_its_source() -> None:
    draft = open_sample(59).draft
    said = provenance(draft)
    assert list(said) == [one.id for one in draft.resolution.paragraphs]
    assert said["OP37"].startswith("56/2 OP37, ")
