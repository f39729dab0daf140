# SPDX-License-Identifier: GPL-3.0-or-later
"""A window that is killed at work loses next to nothing; `make kills` does it a hundred times."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.kills.killing import Drafting, Line, _missing, killed


@pytest.mark.skipif(os.name != "posix", reason="its lines are read without blocking")
@pytest.mark.parametrize(("acts", "writing"), [(30, False), (60, True), (90, True)])
def test_a_killed_window_loses_no_more_than_two_seconds(
    qapp: QCoreApplication, tmp_path: Path, acts: int, writing: bool
) -> None:
    def until(drafting: Drafting) -> None:
        drafting.wait_for(acts)
        if writing:
            drafting.wait_for_writing(10)

    found = killed(tmp_path, acts, until)
    assert found.acts > acts
    assert found.trouble == ()
    assert found.missing <= 2.0


LINES = [Line(10.0, "a", "opened"), Line(11.0, "b", "type"), Line(12.0, "c", "type"), Line(13.0, "b", "undo")]


@pytest.mark.parametrize(("sign", "missing"), [("b", 0.0), ("c", 1.0), ("a", 3.0), ("x", None)])
def test_what_is_missing_is_counted_from_the_first_act_that_lacks(sign: str, missing: float | None) -> None:
    assert _missing(LINES, sign, 14.0) == missing
