# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions in words, for every organ as it counts."""

from __future__ import annotations

import pytest
from yearly import GA, HRC, SC

from drafting.updating.organs import session_name, target_name


@pytest.mark.parametrize(
    ("body", "session", "name", "target"),
    [
        (HRC, 59, "59th session", "the 59th session"),
        (GA, 81, "81st session", "the 81st session"),
        (SC, 2026, "2026", "2026"),
        ("Conference of the Parties", 3, "3rd session", "the 3rd session"),
    ],
)
def test_a_session_in_words(body: str, session: int, name: str, target: str) -> None:
    assert (session_name(body, session), target_name(body, session)) == (name, target)


def test_a_session_that_is_not_known() -> None:
    assert target_name(HRC, 0) == target_name(SC, 0) == "a session not known yet"
