# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an edit weighs what it weighs: in English as the files that are written say it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from drafting.comparing.records import Edit, Op, Reason, Span, Verdict, Weight
from drafting.translation import SOURCE, speak
from ui.comparison.reasons import REASONS, in_words


@pytest.fixture
def french() -> Iterator[None]:
    speak("fr")
    yield
    speak(SOURCE)


def _edit(reason: Reason, detail: str = "") -> Edit:
    return Edit(Op.REPLACE, Span(0, 1), Span(0, 1), lambda: Verdict(Weight.SUBSTANCE, reason, detail))


def test_every_reason_is_known_by_its_own_words() -> None:
    assert {reason: str(reason) for reason in Reason} == REASONS


@pytest.mark.parametrize("detail", ["", "notes → requests"])
def test_in_english_it_is_what_files_say(detail: str) -> None:
    edit = _edit(Reason.RISES, detail)
    assert in_words(edit) == edit.why


def test_the_words_of_the_text_stay(french: None) -> None:
    assert in_words(_edit(Reason.RISES, "notes → requests")) == (
        "le verbe gagne en force\u00a0: notes → requests"
    )
