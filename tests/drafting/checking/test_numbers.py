# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers below ten, dates and their ranges."""

from __future__ import annotations

import pytest

from tests.checked import assert_fixes_hold, found, mended, said, text_of

CASES = [
    ("number-in-words", "held 3 meetings in", "3", "held three meetings in"),
    ("number-in-words", "for 5 years,", "5", "for five years,"),
    ("date-form", "on July 17, 2020,", "July 17, 2020", "on 17 July 2020,"),
    ("date-form", "on July 17th 2020,", "July 17th 2020", "on 17 July 2020,"),
    ("date-form", "on the 17th of July 2020,", "17th of July", "on the 17 July 2020,"),
    ("date-form", "on 17 July, 2020,", "17 July, 2020", "on 17 July 2020,"),
    ("date-form", "on 17 Sept. 2020,", "17 Sept. 2020", "on 17 September 2020,"),
    ("date-form", "on 17/07/2020,", "17/07/2020", None),
    ("date-range", "13 June - 8 July 2022,", " - ", "13 June–8 July 2022,"),
    ("date-range", "6-23 June 2017,", "-", "6–23 June 2017,"),
    ("date-range", "from 20–24 April 2009,", "–", "from 20 to 24 April 2009,"),
    ("date-range", "between 3-5 May 2020,", "-", "between 3 and 5 May 2020,"),
    ("number-in-figures", "held twenty-five meetings,", "twenty-five", "held 25 meetings,"),
    ("number-in-figures", "for ten years,", "ten", "for 10 years,"),
    ("per-cent", "less than 3% of A,", "%", "less than 3 per cent of A,"),
    ("session-in-words", "at its 59th session,", "59th", "at its fifty-ninth session,"),
    ("session-in-words", "the 10th anniversary,", "10th", "the tenth anniversary,"),
    ("session-in-words", "at its ninth and 10th sessions,", "10th", "at its ninth and tenth sessions,"),
    ("word-twice", "the the Charter,", "the the", "the Charter,"),
]


@pytest.mark.parametrize(("rule_id", "words", "said_of", "right"), CASES)
def test_another_form_is_remarked_and_mended(
    rule_id: str, words: str, said_of: str, right: str | None
) -> None:
    text = text_of(f"PP1 Recalling {words}")
    (one,) = found(rule_id, text)
    assert one.words == said_of
    assert bool(one.fix) == (right is not None)
    if right is not None:
        assert mended(text, one).paragraph("PP1").text == f"Recalling {right}"
        assert_fixes_hold(rule_id, text)


RIGHT = [
    "Article 1, paragraph 3 thereof,",
    "Goals 8 and 10, including the targets,",
    "less than 3 per cent of A,",
    "articles 4 and 6 of the Agreement,",
    "on 3 and 4 December 2020, and 15 meetings,",
    "children under 5 who starve,",
    "13 June–8 July 2022, 26 May 2023, 3 May 2019,",
    "from 20 to 24 April 2009,",
    "resolution 70/1 of 25 September 2015, A/HRC/1/2,",
    "24 February–13 March and 15–23 June 2020,",
    "at its fifty-ninth session, at its 34th meeting, and at the 344th session of the Body,",
    "the twenty-first century, the tenth anniversary, often,",
    "that that Agreement holds,",
]
RULES = sorted({case[0] for case in CASES})


@pytest.mark.parametrize("rule_id", RULES)
@pytest.mark.parametrize("words", RIGHT)
def test_right_forms_are_not_remarked(rule_id: str, words: str) -> None:
    assert said(rule_id, text_of(f"PP1 Recalling {words}")) == []
