# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs whose words are worked out when they are asked for."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from drafting.comparing.paragraphs import Aligner, align
from drafting.comparing.records import Change, Edit, Op, Pair, Span, Wording
from drafting.comparing.words import edits_and_likeness
from drafting.reading import read

EDIT = Edit(Op.INSERT, Span(3, 3), Span(3, 7))
READY = Pair(("OP1",), ("OP2",), Change.REWORDED, 0.9, (EDIT,))


def _pending(asked: list[str]) -> Pair:
    def later() -> Wording:
        asked.append("asked")
        return Wording(0.9, (EDIT,))

    return Pair.pending((("OP1",), ("OP2",)), Change.REWORDED, later)


def test_words_are_worked_out_once_and_when_asked_for() -> None:
    asked: list[str] = []
    pair = _pending(asked)
    assert (pair.old, pair.new, pair.change, pair.notes, pair.guess, asked) == (
        ("OP1",), ("OP2",), Change.REWORDED, (), False, [],
    )  # fmt: skip
    assert (pair.words, pair.score, pair.glyphs) == ((EDIT,), 0.9, ())
    assert asked == ["asked"]


def test_nobody_sees_that_a_pair_was_pending() -> None:
    assert _pending([]) == READY
    assert hash(_pending([])) == hash(READY)
    assert repr(_pending([])) == repr(READY)
    assert copy.copy(_pending([])) == replace(_pending([]), guess=False) == READY
    assert pickle.loads(pickle.dumps(_pending([]))) == READY  # noqa: S301 (our own)


def test_a_pair_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        _ = _pending([]).wrods  # type: ignore[attr-defined]


def test_threads_may_ask_at_once(sample_files: tuple[Path, ...]) -> None:
    alignment = align(read(sample_files[0]), read(sample_files[1]))
    with ThreadPoolExecutor(8) as pool:
        told = [*pool.map(lambda _: [pair.edits for pair in alignment.pairs], range(16))]
    assert all(one == told[0] for one in told)


def test_all_can_be_worked_out_beforehand(sample_files: tuple[Path, ...]) -> None:
    alignment = align(read(sample_files[0]), read(sample_files[1]))
    assert alignment.worked_out() is alignment
    for pair in alignment.pairs:
        assert pair._later is None


def test_a_paragraph_is_reworded_when_it_has_edits(sample_files: tuple[Path, ...]) -> None:
    versions = [read(path) for path in sample_files]
    for old in versions:
        for new in versions:
            for pair in align(old, new).pairs:
                if len(pair.old) == len(pair.new) == 1:
                    texts = old.paragraph(pair.old[0]).text, new.paragraph(pair.new[0]).text
                    assert (pair.words, pair.score) == edits_and_likeness(*texts)
                    assert bool(pair.words) is (pair.change in (Change.REWORDED, Change.MOVED_REWORDED))


def test_an_edited_version_is_aligned_as_if_nothing_was_before(sample_files: tuple[Path, ...]) -> None:
    """Word after word is taken from each paragraph in turn; also from what stands beside leftovers."""
    old, new = read(sample_files[0]), read(sample_files[-1])
    aligner = Aligner(old)
    for place in range(0, len(new.paragraphs), 3):
        paragraphs = list(new.paragraphs)
        shorter = paragraphs[place].text.rsplit(" ", 6)[0]
        paragraphs[place] = replace(paragraphs[place], text=shorter)
        new = replace(new, paragraphs=tuple(paragraphs))
        assert aligner.align(new) == align(old, new)
