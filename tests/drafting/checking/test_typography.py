# SPDX-License-Identifier: GPL-3.0-or-later
"""Glyphs of the house style, told once for a text that is being written."""

from __future__ import annotations

import pytest

from tests.checked import assert_fixes_hold, found, mended, said, text_of


@pytest.mark.parametrize(
    ("rule_id", "old", "new"),
    [
        ("straight-quotes", 'entitled "A (the "B") C",', "entitled “A (the “B”) C”,"),
        ("straight-apostrophes", "States' and women's 'rights',", "States’ and women’s ‘rights’,"),
        ("dashes", "for 2015-2030 - that is, all", "for 2015–2030 – that is, all"),
        (
            "no-break-spaces",
            "resolution 70/1 of 25 September 2015,",
            "resolution\u00a070/1 of 25\u00a0September 2015,",
        ),
    ],
)
def test_all_places_are_one_finding_with_one_fix(rule_id: str, old: str, new: str) -> None:
    text = text_of(f"PP1 Recalling {old}\nOP1 Notes {old}^1\n^1 See {old}")
    (one,) = found(rule_id, text, drafting=True)
    assert mended(text, one).paragraph("OP1").text == f"Notes {new}"
    assert mended(text, one).paragraphs[1].footnotes[0].text == f"See {new}"
    assert_fixes_hold(rule_id, text, drafting=True)
    assert said(rule_id, text) == []  # an adopted text is not blamed for its conversion


@pytest.mark.parametrize("words", ["A/HRC/1-2000", "well-being,", "S-34/1", "13 June–8 July 2022"])
def test_hyphens_that_are_meant(words: str) -> None:
    assert said("dashes", text_of(f"OP1 Notes {words}."), drafting=True) == []


def test_double_spaces() -> None:
    text = text_of("PP1 Recalling  the Charter,^1\n^1 See  annex.")
    assert said("double-space", text) == [("PP1", "  "), ("PP1", "  ")]
    assert_fixes_hold("double-space", text)
