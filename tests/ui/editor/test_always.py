# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a drafter does, in any order: page and draft agree, and every way back leads back.

A slice of what `make always` tries; a failure is cut down to a few acts, which are printed as code.
"""

from __future__ import annotations

import pytest

from tests.always.trying import as_code, by_chance, shrunk, tried
from tests.always.world import World

LENGTH = 40
SEEDS = range(10_000, 10_006)
SHRINKING = 30.0


@pytest.fixture
def world(qtbot, tmp_path):
    world = World(tmp_path)
    qtbot.addWidget(world.window, before_close_func=lambda _: world.close())
    return world


@pytest.mark.qt_log_ignore("OpenType support missing")  # a machine without the fonts for what is typed
@pytest.mark.parametrize("seed", SEEDS)
def test_page_and_draft_always_agree(world, tmp_path, seed):
    work = by_chance(seed, LENGTH)
    failure = tried(world, work, tmp_path)
    if failure:
        shorter = shrunk(world, work, failure, tmp_path, SHRINKING)
        pytest.fail(f"seed {seed}: {failure.told}\n{as_code(shorter)}")
