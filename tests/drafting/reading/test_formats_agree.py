# SPDX-License-Identifier: GPL-3.0-or-later
"""Any small resolution comes back from every format: the same paragraphs, and no word lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drawn_resolutions import resolutions
from hypothesis import HealthCheck, given, settings

from drafting.resolution import Resolution
from tests.corpus.measures import measured
from tests.made_files import MAKERS


@pytest.mark.parametrize("suffix", [suffix for suffix in MAKERS if suffix != ".pdf"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(resolution=resolutions())
def test_a_resolution_comes_back_from_every_format(
    tmp_path: Path, suffix: str, resolution: Resolution
) -> None:
    _comes_back(tmp_path / f"any{suffix}", resolution)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8)  # a process each
@given(resolution=resolutions())
def test_a_resolution_comes_back_from_a_pdf(tmp_path: Path, resolution: Resolution) -> None:
    plain = [replace(one, text=one.text.replace("\u2011", "-")) for one in resolution.paragraphs]
    _comes_back(tmp_path / "any.pdf", replace(resolution, paragraphs=tuple(plain)))


def _comes_back(path: Path, resolution: Resolution) -> None:
    path.write_bytes(MAKERS[path.suffix](resolution))
    found = measured(path)
    assert not found.lost
    assert not found.doubled
    assert list(found.paragraphs) == list(resolution.paragraphs)
