# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings speak the language that is chosen; what is saved or is for others stays in English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from checked import found, text_of

from drafting.translation import SOURCE, in_source, speak

TEXT = text_of("PP1 Recalling the the Charter, which is kept,\nOP1 Requests the Council to meet 3 times;")
TWICE = {"en": "“the” stands twice in a row.", "fr": "«\u00a0the\u00a0» figure deux fois de suite."}


@pytest.fixture
def french() -> Iterator[None]:
    speak("fr")
    yield
    speak(SOURCE)


def _twice() -> str:
    return found("word-twice", TEXT)[0].message


def test_findings_follow_the_language(french: None) -> None:
    """Also those of a paragraph that was looked at before."""
    said = []
    for language in (SOURCE, "fr", SOURCE):
        speak(language)
        said.append(_twice())
    assert said == [TWICE["en"], TWICE["fr"], TWICE["en"]]


def test_what_is_for_others_is_said_in_english(french: None) -> None:
    with in_source():
        assert _twice() == TWICE["en"]
    assert _twice() == TWICE["fr"]


def test_only_the_sentence_is_translated(french: None) -> None:
    one = found("number-in-words", TEXT)[0]
    with in_source():
        other = found("number-in-words", TEXT)[0]
    assert "three times" in one.message
    assert one.message != other.message
    assert replace(one, message="") == replace(other, message="")
