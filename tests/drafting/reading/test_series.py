# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in any order become one series; what does not belong is refused with the reason."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.reading import read
from drafting.reading.series import SeriesReading, read_series, same_series

OTHER = """Human Rights Council
Fifty-ninth session
Resolution adopted by the Human Rights Council on 8 July 2025
59/25. Birds and bees

The Human Rights Council,

Recalling the flight of birds over the sea and the patience of the bees in the garden,

1. Decides to look at birds and bees again at its sixty-second session.
"""
ASSEMBLY = OTHER.replace("Human Rights Council", "General Assembly").replace("59/25", "80/9")


def _numbers(reading: SeriesReading) -> list[str]:
    return [version.number for version in reading.versions]


def _refusals(reading: SeriesReading) -> dict[str, str]:
    return {error.path.name: error.reason for error in reading.refused}


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_samples_in_any_order(sample_files: tuple[Path, ...]) -> None:
    first = read_series(sample_files)
    assert _numbers(first) == ["47/9", "50/4", "53/11", "56/2"]
    assert first.refused == first.warnings == ()
    for order in itertools.permutations(sample_files):
        assert read_series(order) == first


def test_one_file_and_none() -> None:
    assert read_series(()) == SeriesReading((), (), ())


def test_a_single_version(sample_files: tuple[Path, ...]) -> None:
    assert _numbers(read_series(sample_files[2:3])) == ["53/11"]


def test_the_same_text_twice_is_used_once(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    copy = _written(tmp_path / "copy.txt", sample_files[3].read_text(encoding="utf-8"))
    reading = read_series([copy, *sample_files])
    assert _numbers(reading) == ["47/9", "50/4", "53/11", "56/2"]
    reason = _refusals(reading)["copy.txt"]
    assert "56/2 again" in reason
    assert "56-2.txt" in reason
    assert "texts are the same" in reason


def test_another_text_of_the_same_version(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    text = sample_files[3].read_text(encoding="utf-8").replace("genuine cooperation", "true cooperation")
    reading = read_series([_written(tmp_path / "other.txt", text), sample_files[3]])
    assert _numbers(reading) == ["56/2"]
    assert "texts differ" in _refusals(reading)["other.txt"]


def test_the_same_path_twice(sample_files: tuple[Path, ...]) -> None:
    reading = read_series([sample_files[0], sample_files[0]])
    assert _numbers(reading) == ["47/9"]
    assert "the same file" in _refusals(reading)["47-9.txt"]


def test_another_series_and_another_organ_are_left_out(
    sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    strangers = [_written(tmp_path / "a.txt", OTHER), _written(tmp_path / "b.txt", ASSEMBLY)]
    reading = read_series([*strangers, *sample_files[:2]])
    assert _numbers(reading) == ["47/9", "50/4"]
    assert "little in common with 50/4" in _refusals(reading)["a.txt"]
    assert "General Assembly" in _refusals(reading)["b.txt"]


def test_on_a_tie_the_latest_version_decides(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    later = _written(tmp_path / "later.txt", OTHER)
    assert _numbers(read_series([sample_files[0], later])) == ["59/25"]
    earlier = _written(tmp_path / "earlier.txt", OTHER.replace("2025", "2019").replace("59/25", "41/25"))
    assert _numbers(read_series([sample_files[0], earlier])) == ["47/9"]


def test_bad_files_do_not_stop_the_good_ones(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    bad = [
        tmp_path / "gone.txt",
        _written(tmp_path / "empty.txt", ""),
        _written(tmp_path / "letter.txt", "Dear all"),
    ]
    reading = read_series([*bad, *sample_files])
    assert len(reading.versions) == 4
    assert set(_refusals(reading)) == {"gone.txt", "empty.txt", "letter.txt"}


def test_none_readable(tmp_path: Path) -> None:
    reading = read_series([tmp_path / "gone.txt"])
    assert reading.versions == ()
    assert "no such file" in _refusals(reading)["gone.txt"]


def test_a_version_without_number_is_put_in_order_and_told(
    sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    text = sample_files[1].read_text(encoding="utf-8").replace("50/4. ", "")
    reading = read_series([*sample_files[2:], _written(tmp_path / "no number.txt", text)])
    assert [version.source for version in reading.versions] == ["no number.txt", "53-11.txt", "56-2.txt"]
    assert [warning.place for warning in reading.warnings] == ["no number.txt"]


def test_versions_without_numbers_in_files_of_one_name_are_told_apart(
    sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    paths = []
    for sample, number in zip(sample_files[:2], ("47/9. ", "50/4. "), strict=True):
        (tmp_path / sample.stem).mkdir()
        text = sample.read_text(encoding="utf-8").replace(number, "")
        paths.append(_written(tmp_path / sample.stem / "draft.txt", text))
    reading = read_series(paths)
    assert _numbers(reading) == [warning.place for warning in reading.warnings]
    assert _numbers(reading) == ["47-9/draft.txt", "50-4/draft.txt"]


def test_versions_of_one_resolution_are_told_from_other_resolutions(
    sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    versions = [read(path) for path in sample_files]
    other, assembly = (
        read(_written(tmp_path / name, text)) for name, text in (("a.txt", OTHER), ("b.txt", ASSEMBLY))
    )
    assert all(same_series(one, two) for one, two in itertools.combinations(versions, 2))
    assert not any(same_series(one, two) for one in versions for two in (other, assembly))
    assert not same_series(other, assembly)  # one text, two organs
    retitled = replace(versions[0], masthead=replace(versions[0].masthead, title="Another title altogether"))
    assert same_series(retitled, versions[1])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(data=st.data())
def test_the_result_never_depends_on_the_order(
    sample_files: tuple[Path, ...], tmp_path: Path, data: st.DataObject
) -> None:
    files: Sequence[Path] = [
        *sample_files,
        _written(tmp_path / "a.txt", OTHER),
        _written(tmp_path / "b.txt", ASSEMBLY),
        _written(tmp_path / "c.txt", sample_files[0].read_text(encoding="utf-8")),
        _written(tmp_path / "d.txt", "Dear all"),
    ]
    chosen = data.draw(st.lists(st.sampled_from(files), unique=True, max_size=6))
    shuffled = data.draw(st.permutations(chosen))
    first, second = read_series(chosen), read_series(shuffled)
    assert first.versions == second.versions
    assert _refusals(first) == _refusals(second)
