# SPDX-License-Identifier: GPL-3.0-or-later
"""From files to a draft: what is told beside it, and who may stop it."""

from __future__ import annotations

from pathlib import Path

import pytest
from annexed import WITH_ANNEXES, version

from drafting.data import sample_files as the_sample
from drafting.errors import ReadingStopped
from drafting.opening import Gathered, gather, open_sample, open_series
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


def test_an_earlier_version_as_base_leaves_the_later_ones_out_and_says_so() -> None:
    opened = gather(the_sample()).up_to(2).opened()
    assert [version.number for version in opened.lineage.versions] == ["47/9", "50/4", "53/11"]
    assert (opened.draft.base.number, opened.draft.carry.session) == ("53/11", 56)
    assert [one.split(", because")[0] for one in opened.needs_look()] == ["56/2 was read and left out"]


def test_the_latest_as_base_is_the_series_as_it_was() -> None:
    gathered = gather(the_sample())
    assert gathered.up_to(3) is gathered


UNDATED = (
    "The Council,\n\nRecalling its resolutions on the {} of lighthouses,\n\n1. Decides to keep {} lamps lit."
)


@pytest.fixture
def undated(tmp_path: Path) -> Gathered:
    for name, which in (("a", "all the"), ("b", "all the old")):
        (tmp_path / f"{name}.txt").write_text(UNDATED.format("keeping", which), encoding="utf-8")
    return gather([tmp_path])


def test_versions_that_tell_no_time_may_change_places(undated: Gathered) -> None:
    assert undated.undated == {0, 1}
    turned = undated.in_order([1, 0])
    assert [one.source for one in turned.lineage.versions] == ["b.txt", "a.txt"]
    assert turned.opened(7).draft.base.source == "a.txt"


def test_versions_of_a_session_keep_their_order() -> None:
    gathered = gather(the_sample())
    assert gathered.undated == frozenset()
    with pytest.raises(ValueError, match="cannot stand"):
        gathered.in_order([1, 0, 2, 3])
