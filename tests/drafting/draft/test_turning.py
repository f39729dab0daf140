# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs become preambular, operative or headings; the fitting opening words are offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from annexed import drafted, version
from restructured import ANNEXED, GOING_ON, PARTS, PLAIN, SECTIONS, drawn, key, keys, picture

from drafting.draft import (
    Draft,
    Standing,
    Step,
    delete,
    demote,
    fit,
    fitting,
    make_heading,
    make_operative,
    make_preambular,
    move_to,
    promote,
    standing,
)
from drafting.errors import DraftError

ACTS = {"OP": make_operative, "PP": make_preambular, "H": make_heading}


@pytest.mark.parametrize(
    ("start", "words", "kind", "after"),
    [
        (PLAIN, "b", "OP", "PP1 a OP1 b OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 g OP4 h"),
        (PLAIN, "a b", "OP", "OP1 a OP2 b OP3 c OP3(a) d OP3(a)(i) e OP3(b) f OP4 g OP5 h"),
        (PLAIN, "g h", "PP", "PP1 a PP2 b PP3 g PP4 h OP1 c OP1(a) d OP1(a)(i) e OP1(b) f"),
        (PLAIN, "c", "PP", "PP1 a PP2 b PP3 c PP3(a) d PP3(a)(i) e PP3(b) f OP1 g OP2 h"),
        (PLAIN, "g", "H", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f H1 g OP2 h"),
        (PLAIN, "g", "OP", PLAIN),
        (SECTIONS, "c", "OP", "PP1 a OP1 b OP2 c OP3 d OP3(a) e H1 f OP4 g"),
        (ANNEXED, "e", "PP", "PP1 a OP1 b OP2 c A1 d A1.PP1 e A1.OP1 f A2 g A2.OP1 h"),
        (ANNEXED, "e", "H", "PP1 a OP1 b OP2 c A1 d A1.H1 e A1.OP1 f A2 g A2.OP1 h"),
        (PARTS, "f", "OP", "A a A.PP1 b A.OP1 c A.OP2 d B e B.OP1 f B.OP2 g"),
        (PARTS, "d", "PP", "A a A.PP1 b A.PP2 d A.OP1 c B e B.PP1 f B.OP1 g"),
        (PLAIN, "c", "H", ""),  # it has points
        (PLAIN, "a", "H", ""),
        (PLAIN, "d", "OP", ""),  # a point is promoted
        (ANNEXED, "d", "OP", ""),
        (GOING_ON, "d", "OP", ""),
        (PARTS, "b f", "OP", ""),
    ],
)
def test_turning(start: str, words: str, kind: str, after: str) -> None:
    draft = drawn(start)
    if not after:
        with pytest.raises(DraftError, match="Nothing was changed"):
            ACTS[kind](draft, keys(draft, words))
    else:
        assert picture(ACTS[kind](draft, keys(draft, words)).draft) == after


@pytest.mark.parametrize(
    ("act", "words", "opening"),
    [
        (make_heading, "Urges", ""),
        (demote, "Urges", ""),
        (make_preambular, "Urges", "Urges"),  # until the fitting form is put in
        (lambda draft, named: move_to(draft, named, key(draft, "Asks")), "Urges", "Urges"),
        (lambda draft, named: move_to(draft, named, key(draft, "Rules"), after=True), "Urges", ""),
        (promote, "To", ""),
    ],
)  # fmt: skip
def test_the_opening_in_italics_is_that_of_what_the_paragraph_is_now(
    act: Callable[[Draft, list[str]], Step], words: str, opening: str
) -> None:
    draft = drafted(
        version(
            "PP1 | | Recalling a,\nOP1 | 1 | Asks for b:\nOP1(a) | (a) | To c;\nOP2 | 2 | Urges States;\n"
            "OP3 | 3 | Decides on d.\nA1 | Annex | Rules\nA1.OP1 | 1 | Lamps burn."
        )
    )
    named = keys(draft, words)
    after = act(draft, named).draft
    assert draft.opening(draft.paragraph(named[0])) == ("Urges" if words == "Urges" else "")
    assert after.opening(after.paragraph(named[0])) == opening
    printed = next(one for one in after.resolution.paragraphs if one.text.startswith(words))
    assert printed.opening == opening


def test_below_the_headings_at_the_head_of_the_operative_part() -> None:
    draft = drawn("PP1 a PP2 b H1 c OP1 d")
    assert picture(make_operative(draft, keys(draft, "b")).draft) == "PP1 a H1 c OP1 b OP2 d"
    only = delete(drawn("PP1 a PP2 b"), ["p1"]).draft
    assert picture(make_operative(only, ["p2"]).draft) == "OP1 b"


@pytest.mark.parametrize(
    ("preambular", "operative"),
    [
        ("Recalling the lamps", "Recalls the lamps"),
        ("Recalling also the lamps", "Also recalls the lamps"),
        ("Noting further with concern the lamps", "Further notes with concern the lamps"),
        ("Taking note with appreciation of the lamps", "Takes note with appreciation of the lamps"),
        ("Bearing in mind the lamps", "Bears in mind the lamps"),
        ("Strongly condemning the storms", "Strongly condemns the storms"),
        ("Welcoming and encouraging the keepers", "Welcomes and encourages the keepers"),
        ("Expressing its concern at the storms", "Expresses its concern at the storms"),
    ],
)
def test_the_fitting_opening_is_offered_both_ways(preambular: str, operative: str) -> None:
    _offers(make_operative, f"PP1 | | {preambular},\nOP1 | 1 | Ends.", preambular, operative)
    _offers(make_preambular, f"PP1 | | Noting.\nOP1 | 1 | {operative},", operative, preambular)


def _offers(act: Callable[[Draft, list[str]], Step], text: str, old: str, new: str) -> None:
    draft = drafted(version(text))
    (here,) = [one.key for one in draft.paragraphs if one.text.startswith(old)]
    turned = act(draft, [here]).draft
    assert turned.paragraph(here).text.startswith(old)  # nothing is put in unasked
    offered = fitting(turned, [here])
    assert fit(turned, offered).draft.paragraph(here).text == f"{new},"
    assert fitting(fit(turned, offered).draft, [here]) == ()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("Deeply concerned at the storms,", "Expresses its deep concern at the storms,"),
        ("Mindful of the storms,", "Is mindful of the storms,"),
        ("Guided by the Charter,", None),
        ("Having considered the report,", None),
        ("Lamps of the north,", None),
    ],
)
def test_what_has_no_verb_of_its_own(words: str, offered: str | None) -> None:
    draft = drafted(version(f"PP1 | | {words}\nOP1 | 1 | Ends."))
    turned = make_operative(draft, ["p1"]).draft
    offers = fitting(turned, ["p1"])
    assert (fit(turned, offers).draft.paragraph("p1").text if offers else None) == offered


def test_what_was_turned_counts_as_changed_in_this_draft() -> None:
    draft = drawn(PLAIN)
    assert standing(draft, draft.paragraph("p2")) is not Standing.EDITED
    turned = make_operative(draft, ["p2"]).draft
    assert standing(turned, turned.paragraph("p2")) is Standing.EDITED
    back = make_preambular(turned, ["p2"]).draft
    assert standing(back, back.paragraph("p2")) is not Standing.EDITED
