# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator

import pytest

from drafting.translation import SOURCE, languages, marked, speak, tr, trn


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(SOURCE)


@pytest.mark.parametrize("language", ["en", "xx", ""])
def test_without_a_catalogue_the_words_are_those_of_the_code(language: str) -> None:
    speak(language)
    assert tr("&Open series or draft…") == "&Open series or draft…"
    assert marked("Keep") == "Keep"


@pytest.mark.parametrize(("count", "said"), [(0, "0 paragraphs"), (1, "1 paragraph"), (2, "2 paragraphs")])
def test_what_is_counted_agrees_with_its_count(count: int, said: str) -> None:
    assert trn("{n} paragraph", "{n} paragraphs", count) == said


def test_nothing_said_stays_nothing() -> None:
    """The empty message is where a catalogue keeps the facts about itself."""
    assert tr("") == ""


def test_english_comes_first() -> None:
    assert languages()[0] == SOURCE
