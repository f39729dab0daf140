# SPDX-License-Identifier: GPL-3.0-or-later
"""Resolutions written in Akoma Ntoso read back as the same record."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.data import sample_files
from drafting.draft import accept_all
from drafting.errors import WriteFailed
from drafting.opening import open_sample
from drafting.reading import read
from drafting.resolution import Resolution
from drafting.updating.records import Certainty
from drafting.writing.akn import akn_bytes, write_akn


def again(resolution: Resolution, folder: Path) -> Resolution:
    """The record after a journey through a file."""
    path = folder / "text.xml"
    write_akn(resolution, path)
    return read(path)


def assert_same(found: Resolution, meant: Resolution) -> None:
    """Paragraphs, masthead and vote, field by field."""
    assert found.paragraphs == meant.paragraphs
    assert found.masthead == meant.masthead
    assert found.vote == meant.vote


@pytest.mark.parametrize("sample", sample_files(), ids=lambda path: path.stem)
def test_samples_come_back(sample: Path, tmp_path: Path) -> None:
    resolution = read(sample)
    assert_same(again(resolution, tmp_path), resolution)


def test_a_draft_says_that_it_is_one(tmp_path: Path) -> None:
    draft = accept_all(open_sample(59).draft, (Certainty.CERTAIN, Certainty.FACT)).draft.resolution
    assert b'<statement name="resolutionDraft">' in akn_bytes(draft)
    assert again(draft, tmp_path).paragraphs == draft.paragraphs


def test_official_files_come_back(shared: Path, tmp_path: Path) -> None:
    series = shared / "corpus" / "series"
    names = (
        "ga-migrants/A_RES_78_217.xml",  # points, many footnotes
        "ga-sustainable-fisheries/A_RES_80_109.xml",  # headings
        "hrc-climate-change/A_HRC_RES_59_25.xml",
        "sc-undof/S_RES_2782_2025.xml",
    )
    for name in names:
        resolution = read(series / name)
        assert_same(again(resolution, tmp_path), resolution)


def test_every_corpus_file_in_word_comes_back(shared: Path, tmp_path: Path) -> None:
    for path in sorted((shared / "corpus" / "reader" / "docx").glob("*72_1*.docx")):
        resolution = read(path)
        assert again(resolution, tmp_path).paragraphs == resolution.paragraphs


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed):
        write_akn(read(sample_files()[0]), tmp_path / "none" / "text.xml")
