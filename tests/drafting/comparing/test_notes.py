# SPDX-License-Identifier: GPL-3.0-or-later
import pytest

from drafting.comparing.notes import note_edits
from drafting.resolution import Footnote

# Texts of the footnotes, old and new, and what is told of each: places, "-" where it is absent.
CASES = (
    ("", "", ""),
    ("A/HRC/52/80.", "A/HRC/52/80.", ""),
    ("A/HRC/52/80.", "A/HRC/55/78.", "0>0"),
    ("", "A/HRC/55/78.", "->0"),
    ("A/HRC/52/80.", "", "0>-"),
    ("first | second", "second", "0>-"),
    ("first | second", "new | first | second", "->0"),
    ("first | second | third", "first | other | third", "1>1"),
    ("“See” first", '"See" first', ""),
    ("one | two", "three", "0>0 1>-"),
)


def _notes(texts: str, first: int) -> list[Footnote]:
    return [Footnote(first + place, 0, text) for place, text in enumerate(filter(None, texts.split(" | ")))]


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_footnotes_are_paired_by_text_and_order(old: str, new: str, told: str) -> None:
    found = note_edits(_notes(old, 1), _notes(new, 5))
    drawn = [f"{'-' if e.old is None else e.old}>{'-' if e.new is None else e.new}" for e in found]
    assert " ".join(drawn) == told


def test_a_changed_footnote_brings_its_words() -> None:
    (found,) = note_edits(_notes("See A/HRC/52/80.", 1), _notes("See A/HRC/55/78.", 3))
    assert [edit.new.of("See A/HRC/55/78.") for edit in found.words] == ["A/HRC/55/78"]
