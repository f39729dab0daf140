# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are damaged or made to do harm: a clear error in seconds, never a crash, a hang, a network."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.errors import ReadingStopped
from drafting.reading import Watch, read
from tests.fuzzing.__main__ import jobs
from tests.fuzzing.hostile import hostile_files
from tests.fuzzing.made_up import SMALL
from tests.fuzzing.pool import outcomes
from tests.made_files import MAKERS

REFUSALS = {"UnreadableFile", "NotAResolution"}
formats = pytest.mark.parametrize("suffix", MAKERS)


@pytest.fixture(scope="module")
def came_of() -> dict[str, object]:
    """What came of each hostile file, all read by one watched process after another."""
    return {job.name: outcome for job, outcome in outcomes(hostile_files(), workers=2)}


@pytest.mark.parametrize("file", hostile_files(), ids=lambda file: file.name)
def test_a_hostile_file_is_refused_or_read_within_its_limits(came_of, file) -> None:
    outcome = came_of[file.name]
    assert outcome.faults == ()
    assert outcome.what in (REFUSALS if file.refused else REFUSALS | {"read"})


def test_damaged_files_are_refused_or_read_within_their_limits() -> None:
    faults = [(job.name, outcome.faults) for job, outcome in outcomes(jobs(50), 2) if outcome.faults]
    assert faults == []


@formats
@pytest.mark.parametrize("name", ["resolution", "resolution.txt", "resolution.pdf", "resolution.docx"])
def test_the_name_of_a_file_says_nothing(tmp_path: Path, suffix: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(MAKERS[suffix](SMALL))
    assert [paragraph.text for paragraph in read(path).paragraphs] == [p.text for p in SMALL.paragraphs]


@formats
def test_reading_stops_when_it_is_told_to(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"long{suffix}"
    path.write_bytes(MAKERS[suffix](SMALL))
    with pytest.raises(ReadingStopped):
        read(path, Watch(stopped=lambda: True))


@formats
def test_progress_never_goes_back_nor_beyond_its_end(tmp_path: Path, suffix: str) -> None:
    path, told = tmp_path / f"long{suffix}", []
    path.write_bytes(MAKERS[suffix](SMALL))
    read(path, Watch(progress=lambda done, total: told.append((done, total))))
    assert told
    assert all(0 <= done <= total for done, total in told)
    assert told == sorted(told)
