# SPDX-License-Identifier: GPL-3.0-or-later
"""What measures the reader on real documents would notice a loss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drafting.reading import read
from drafting.resolution import Resolution
from tests.corpus.kept import doubled_words, lost_words
from tests.corpus.measures import missing_numbers
from tests.corpus.pairs import Reading, compared
from tests.corpus.printed import Printed, printed
from tests.fuzzing.made_up import SMALL
from tests.made_files import MAKERS

Change = Callable[[str], str]


@pytest.fixture(params=MAKERS)
def whole(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Printed, Resolution]:
    path = tmp_path / f"small{request.param}"
    path.write_bytes(MAKERS[request.param](SMALL))
    return printed(path), read(path)


def _with(resolution: Resolution, change: Change) -> Resolution:
    """The resolution with the text of its last paragraph changed."""
    *before, last = resolution.paragraphs
    return replace(resolution, paragraphs=(*before, replace(last, text=change(last.text))))


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("remain", "", {"remain": 1}),
        ("remain seized", "remainseized", {"remain": 1, "seized": 1}),
        ("remain", "re main", {"remain": 1}),
        ("remain", "Remain", {"remain": 1}),
    ],
)
def test_a_word_lost_glued_parted_or_changed_is_noticed(
    whole, old: str, new: str, lost: dict[str, int]
) -> None:
    source, resolution = whole
    assert not lost_words(source, resolution)
    assert lost_words(source, _with(resolution, lambda text: text.replace(old, new))) == Counter(lost)


def test_a_word_that_stands_twice_is_noticed(whole) -> None:
    source, resolution = whole
    assert not doubled_words(source, resolution)
    assert doubled_words(source, _with(resolution, lambda text: f"{text} remain")) == Counter({"remain": 1})


def test_a_paragraph_left_out_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "small.xml"
    path.write_bytes(MAKERS[".xml"](SMALL))
    resolution = read(path)
    assert missing_numbers(printed(path), resolution) == ()
    shorter = replace(resolution, paragraphs=resolution.paragraphs[:-1])
    assert missing_numbers(printed(path), shorter) == ("2",)
    pair = compared(Reading("x", "XML", resolution), Reading("x", "PDF", shorter))
    assert (pair.paragraphs, pair.same_texts) == (3, 2)
    assert pair.differences == ("text     OP2 / –: 'Decides to remain seized of it.'",)
