# SPDX-License-Identifier: GPL-3.0-or-later
"""From files to a draft: what is told beside it, and who may stop it."""

from __future__ import annotations

from pathlib import Path

import pytest
from annexed import WITH_ANNEXES, version

from drafting.errors import ReadingStopped
from drafting.opening import open_sample, open_series
from drafting.reading import Watch
from drafting.resolution import Resolution


def _read_as(monkeypatch: pytest.MonkeyPatch, resolution: Resolution) -> None:
    monkeypatch.setattr("drafting.reading.series.read", lambda path, watch: resolution)


def test_a_text_in_another_language_is_opened_with_a_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    _read_as(monkeypatch, version(WITH_ANNEXES, language="fr"))
    (remark,) = open_series([Path("80-9.docx")]).needs_look()
    assert remark.startswith("the text is in French:")


def test_an_english_text_needs_no_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    _read_as(monkeypatch, version(WITH_ANNEXES))
    assert open_series([Path("80-9.docx")]).needs_look() == ()
    assert open_sample().needs_look() == ()


def test_whoever_waits_may_stop_the_opening(sample_files: tuple[Path, ...]) -> None:
    with pytest.raises(ReadingStopped):
        open_series(sample_files, None, Watch(stopped=lambda: True))
