# SPDX-License-Identifier: GPL-3.0-or-later
"""Word edits and glyph edits together rebuild both texts letter by letter."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafting.comparing.exact import glyph_edits
from drafting.comparing.paragraphs import align
from drafting.comparing.records import Change, Edit, Pair, Reason, Weight
from drafting.comparing.words import edits
from drafting.data import sample_files
from drafting.reading import read
from drafting.resolution import Resolution


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("countries’ ability", "countries' ability", [("’", "'")]),
        ("the  “right”\nto", 'the "right" to', [("  ", " "), ("“", '"'), ("”", '"'), ("\n", " ")]),
        ("a (b )", "a (b)", [(" ", "")]),
        ("10\u00a0July", "10 July", [("\u00a0", " ")]),
        ("the same", "the same", []),
        ("one word", "another word", []),
    ],
)  # fmt: skip
def test_glyphs(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    found = glyph_edits(old, new, edits(old, new))
    assert [(edit.old.of(old), edit.new.of(new)) for edit in found] == expected
    assert all((edit.weight, edit.reason) == (Weight.STYLE, Reason.GLYPH) for edit in found)


def rebuilt(old: str, new: str, found: Sequence[Edit]) -> tuple[str, str]:
    """The new text made from the old one, and the old one made from the new."""
    ahead, back = [], []
    i = j = 0
    for edit in found:
        ahead += [old[i : edit.old.start], edit.new.of(new)]
        back += [new[j : edit.new.start], edit.old.of(old)]
        i, j = edit.old.end, edit.new.end
    return "".join([*ahead, old[i:]]), "".join([*back, new[j:]])


PIECES = (
    "resolution",
    "53/11",
    "of",
    "12",
    "July",
    "2023",
    "fifty-third",
    "session",
    "States",
    "’",
    "'",
    "“",
    '"',
)
PIECES += (",", "(", ")", "-", "\u2011", "[…]", "all", "paragraph", "3", "per", "cent", "and")
GAPS = ("", " ", " ", "  ", "\u00a0", "\n")
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=24).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@given(st.one_of(st.tuples(TEXTS, TEXTS), st.tuples(st.text(), st.text())))
@example(("3314(XXIX) of", "3314 (XXIX) of"))
@example(("resolution 53/11 of  12 July 2023", "resolution 53/11 of 12\u00a0July 2023"))
def test_both_texts_are_rebuilt_exactly(pair: tuple[str, str]) -> None:
    old, new = pair
    words = edits(old, new)
    both = sorted((*words, *glyph_edits(old, new, words)), key=lambda edit: (edit.old.start, edit.new.start))
    assert rebuilt(old, new, both) == (new, old)


def _texts(pair: Pair, old: Resolution, new: Resolution) -> tuple[str, str]:
    return (
        "\n".join(old.paragraph(name).text for name in pair.old),
        "\n".join(new.paragraph(name).text for name in pair.new),
    )


def test_the_samples_are_rebuilt_exactly_and_glyphs_alone_reword_nothing() -> None:
    versions = [read(path) for path in sample_files()]
    glyphs = 0
    for old in versions:
        for new in versions:
            for pair in align(old, new).pairs:
                if pair.old and pair.new:
                    before, after = _texts(pair, old, new)
                    assert rebuilt(before, after, pair.edits) == (after, before)
                    glyphs += pair.change is Change.UNCHANGED and bool(pair.glyphs)
    assert glyphs
