# SPDX-License-Identifier: GPL-3.0-or-later
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.comparing.records import Edit, Op
from drafting.comparing.tokens import tokens
from drafting.comparing.words import edits, likeness

# Old and new text in one line: [gone], {come}, [gone]{come} for a replacement; exactly these spans.
REDLINES = (
    "Recalling [General Assembly resolution 75/180 of 16 December 2020]"
    "{General Assembly resolution 76/159 of 17 January 2021} and the Council",
    "resolutions 46/14 of 23 March 2021{ and 49/25 of 1 April 2022} on trade",
    "in its [resolution 78/199]{resolution 78/199 of 19 December 2023}, the General Assembly",
    "held from [21 June–14 July 2021]{13 June–8 July 2022} in Geneva",
    "a contribution of [20 per cent]{25 per cent} within [two years]{three years}",
    "as set out in [paragraph 3 (a)]{paragraph 4 (a)} above",
    "on the report [A/HRC/52/80]{A/HRC/55/78} of the Board",
    "at its [fifty-third session]{fifty-sixth session}",
    "the [thirtieth special session]{thirty-first special session} of the General Assembly",
    "a comprehensive, far-reaching[ and people-centred] set of goals",
    "rights and freedoms{ for all} through cooperation",
    "respect for{ all} human rights and freedoms{ for all} through cooperation",
    "ways and means [for enhancing]{to enhance} dialogue",
    "that have supplied vaccines{, as well as initiatives to support recovery}, and recalling the session",
    "in many parts of the world{, and recalling the importance of cooperation},",
    "the promotion{ and protection} and fulfilment of rights",
    "the promotion[ and protection] and fulfilment of rights",
    "regardless of status{, including when setting migration and border policies}, and expressing concern",
    "of the [coronavirus disease (COVID-19)]{COVID-19} pandemic",
    "[Requests]{Also requests} the Secretary-General",
    "Recalls[ also] the report",
    "all{ the} resources",
    "entitled [“]The old title[”], of the summit",
    "[Baku]{Kampala} on [25 and 26 October 2019]{19 and 20 January 2024}, in which",
    "{Alarmed and} concerned by the loss",
    "the end{ of the matter}",
    "[All] States",
    "to be adopted in [79/[…]]{79/166}",
    "{“}quoted{”}",
)


def _sides(redline: str) -> tuple[str, str, list[tuple[str, str]]]:
    old = new = ""
    found: list[tuple[str, str]] = []
    rest = redline.replace("[…]", "§")
    while rest:
        if rest[0] in "[{":
            gone, come = "", ""
            if rest[0] == "[":
                gone, rest = rest[1:].split("]", 1)
            if rest.startswith("{"):
                come, rest = rest[1:].split("}", 1)
            found.append((gone.replace("§", "[…]"), come))
            old, new = old + gone, new + come
        else:
            old, new, rest = old + rest[0], new + rest[0], rest[1:]
    return old.replace("§", "[…]"), new.replace("§", "[…]"), found


@pytest.mark.parametrize("redline", REDLINES)
def test_edits_read_well(redline: str) -> None:
    old, new, expected = _sides(redline)
    assert [(edit.old.of(old), edit.new.of(new)) for edit in edits(old, new)] == expected


def test_a_phrase_that_survives_in_a_rewritten_sentence_is_seen_to_stand() -> None:
    old = "Calls for intensified international cooperation to contain the pandemic, including by sharing;"
    new = (
        "Urges States to develop and diffuse science, reiterates the right of everyone to its benefits, "
        "and calls for intensified international cooperation to address the impact of the pandemic;"
    )
    standing = " for intensified international cooperation to "
    assert not any(edit.old.start < old.index(standing) + 5 < edit.old.end for edit in edits(old, new))
    assert any(edit.old.of(old) == "Calls" for edit in edits(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("countries’ ability", "countries' ability"),
        ("the  “right” to\ndevelopment", 'the "right" to development'),
        ("South‑South (a )", "South-South (a)"),
    ],
)
def test_glyphs_and_white_space_give_no_edit(old: str, new: str) -> None:
    assert edits(old, new) == ()
    assert likeness(old, new) == 1.0


@pytest.mark.parametrize(
    ("old", "new", "ops"),
    [
        ("", "All States", [Op.INSERT]),
        ("All States", "", [Op.DELETE]),
        ("All States", "No party", [Op.REPLACE]),
        ("one two", "one, two", [Op.INSERT]),
    ],
)
def test_ops(old: str, new: str, ops: list[Op]) -> None:
    assert [edit.op for edit in edits(old, new)] == ops


def test_likeness_is_the_share_that_no_edit_touches() -> None:
    assert likeness("abcd efgh", "abcd ijkl") == pytest.approx(10 / 18)
    assert likeness("abcd", "efgh") == 0.0


WORDS = (
    "States",
    "and",
    "the",
    "of",
    ",",
    ";",
    "rights",
    "53/11",
    "A/HRC/55/78",
    "(",
    ")",
    "“",
    "’",
    "-",
    "pre-",
)
GAPS = ("", " ", " ", " ", "  ", "\u00a0", "\n")


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=24))
    return "".join(word + gap for word, gap in parts)


def _applied(old: str, new: str, found: tuple[Edit, ...]) -> str:
    parts, place = [], 0
    for edit in found:
        parts += [old[place : edit.old.start], edit.new.of(new)]
        place = edit.old.end
    return "".join([*parts, old[place:]])


def _unapplied(old: str, new: str, found: tuple[Edit, ...]) -> str:
    parts, place = [], 0
    for edit in found:
        parts += [new[place : edit.new.start], edit.old.of(old)]
        place = edit.new.end
    return "".join([*parts, new[place:]])


def _keys(text: str) -> list[str]:
    return [token.key for token in tokens(text)]


@given(st.one_of(st.tuples(texts(), texts()), st.tuples(st.text(), st.text())))
def test_edits_rebuild_both_texts(pair: tuple[str, str]) -> None:
    old, new = pair
    found = edits(old, new)
    assert _keys(_applied(old, new, found)) == _keys(new)
    assert _keys(_unapplied(old, new, found)) == _keys(old)
    assert bool(found) == (_keys(old) != _keys(new))


@given(texts(), texts())
def test_spans_are_tidy(old: str, new: str) -> None:
    found = edits(old, new)
    for edit in found:
        assert (edit.op is Op.INSERT) == (edit.old.start == edit.old.end)
        assert (edit.op is Op.DELETE) == (edit.new.start == edit.new.end)
    for left, right in pairwise(found):
        assert left.old.end < right.old.start
        assert left.new.end < right.new.start


@given(texts(), texts())
def test_no_word_is_cut(old: str, new: str) -> None:
    for text, spans in ((old, [e.old for e in edits(old, new)]), (new, [e.new for e in edits(old, new)])):
        for token in tokens(text):
            for span in spans:
                assert not token.start < span.start < token.end
                assert not token.start < span.end < token.end
