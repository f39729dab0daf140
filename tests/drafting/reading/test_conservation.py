# SPDX-License-Identifier: GPL-3.0-or-later
"""No word of a file is lost, none is doubled, and one resolution reads the same from every format."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from drafting.reading import read
from drafting.resolution import Resolution
from drafting.writing.word import word_bytes
from tests.corpus.files import CORPUS, SAMPLES, corpus_files, language_of, lists
from tests.corpus.measures import Measure, measured
from tests.corpus.pairs import Shared
from tests.corpus.pairs import shared as in_common
from tests.made_files import MAKERS

FILES = corpus_files() if CORPUS.is_dir() else []
MAKE: dict[str, Callable[[Resolution], bytes]] = {**MAKERS, "-own.docx": word_bytes}
real_documents = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
in_every_format = pytest.mark.parametrize("suffix", MAKE)


@cache
def measure(path: Path) -> Measure:
    return measured(path)


@cache
def pairs() -> tuple[Shared, ...]:
    return tuple(in_common((measure(path) for path in (*FILES, *SAMPLES)), lists()))


@real_documents
def test_every_document_is_read_and_what_is_none_is_refused(path: Path) -> None:
    assert measure(path).expected, measure(path).refusal or measure(path).fault


@real_documents
def test_no_word_is_lost_or_doubled(path: Path) -> None:
    assert not measure(path).lost
    assert not measure(path).doubled


@real_documents
def test_every_number_of_the_source_has_its_paragraph(path: Path) -> None:
    assert measure(path).unnumbered == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_word_of_a_sample_is_lost_or_doubled(path: Path) -> None:
    assert not measure(path).lost
    assert not measure(path).doubled


def test_openings_are_found(shared: Path) -> None:
    english = [measure(path) for path in FILES if language_of(path) == "en"]
    found = sum(len(one.openable) - len(one.unopened) for one in english)
    assert found >= 0.995 * sum(len(one.openable) for one in english)


def test_two_formats_of_one_resolution_agree(shared: Path) -> None:
    """Everywhere, but where the two sources themselves differ."""
    assert pairs()
    for pair in pairs():
        assert pair.same_texts == pair.same_ids == pair.paragraphs - pair.apart_texts, pair.differences
        assert pair.same_openings == pair.openings, pair.differences
        assert pair.same_notes == pair.notes - pair.apart_notes, pair.differences


@pytest.mark.parametrize("path", [path for path in FILES if language_of(path) != "en"], ids=lambda p: p.name)
def test_a_translation_has_the_paragraphs_and_footnotes_of_the_english(path: Path) -> None:
    stem = path.stem.rpartition(".")[0]
    english = measure(next(other for other in FILES if other.name == f"{stem}.xml")).resolution
    translated = measure(path).resolution
    assert translated
    assert english
    assert translated.masthead.language == language_of(path)
    assert _shape(translated) == _shape(english)


def _shape(resolution: Resolution) -> list[tuple[str, int]]:
    return [(paragraph.id, len(paragraph.footnotes)) for paragraph in resolution.paragraphs]


@in_every_format
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_reads_the_same_from_every_format(tmp_path: Path, sample: Path, suffix: str) -> None:
    resolution = read(sample)
    path = tmp_path / f"made{suffix}"
    path.write_bytes(MAKE[suffix](resolution))
    found = measured(path)
    assert not found.lost
    assert not found.doubled
    assert list(found.paragraphs) == list(resolution.paragraphs)
