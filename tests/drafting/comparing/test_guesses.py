# SPDX-License-Identifier: GPL-3.0-or-later
"""Which pairs are told to be guesses."""

from __future__ import annotations

import pytest
from lettered import version

from drafting.comparing.paragraphs import align

# Old version, new version, the old letters whose pair is a guess.
CASES = (
    ("A B C D", "A B' C D", ""),
    ("A B C D", "A C B D", ""),
    ("A B C D E", "A E' B C D", ""),
    # A clause of it survived, in its place.
    ("A B C D", "A B^ C D", "B"),
    ("A B C D", "A X C D", ""),
    # Nearly untouched, also where a like paragraph stands beside it.
    ("A B C D", "A B' B^ C D", ""),
)


@pytest.mark.parametrize(("old", "new", "guesses"), CASES)
def test_thin_evidence_is_a_guess(old: str, new: str, guesses: str) -> None:
    pairs = align(version(old), version(new)).pairs
    assert [pair.old[0].split(".")[1] for pair in pairs if pair.guess] == guesses.split()
