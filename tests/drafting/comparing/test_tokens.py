# SPDX-License-Identifier: GPL-3.0-or-later
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.comparing.tokens import SPACED, WORDS, tokens
from drafting.glyphs import folded, squeezed

ONE_TOKEN = (
    "A/HRC/55/78",
    "E/CN.4/Sub.2/2000/46",
    "53/11",
    "COVID-19",
    "States'",
    "States’",
    "Council's",
    "non-self-governing",
    "fifty-third",
    "South‑South",
    "[…]",
    "[...]",
    "A/HRC/59/[…]",
    "79/[…]",
    "1,000",
    "4.5",
    "and/or",
)


@pytest.mark.parametrize("word", ONE_TOKEN)
def test_a_word_is_never_split(word: str) -> None:
    assert [token.key for token in tokens(f"the {word} of, ({word}), “{word}”")].count(folded(word)) == 3


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("peace, and “human rights”;", ["peace", ",", "and", '"', "human", "rights", '"', ";"]),
        ("18 June–12 July 2024", ["18", "June", "–", "12", "July", "2024"]),
        ("pre- and post-conflict (a)", ["pre-", "and", "post-conflict", "(", "a", ")"]),
        ("its report.1 Then", ["its", "report.1", "Then"]),
        ("Assembly,1 the", ["Assembly", ",", "1", "the"]),
        ("at 3 per cent.", ["at", "3", "per", "cent", "."]),
        (" \n ", []),
        ("", []),
    ],
)
def test_punctuation_stands_apart(text: str, keys: list[str]) -> None:
    assert [token.key for token in tokens(text)] == keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("countries’ ability", "countries' ability"),
        ("“Universal health”", '"Universal health"'),
        ("South‑South", "South-South"),
        ("10\u00a0July", "10 July"),
        ("the  Council\nat its", "the Council at its "),
    ],
)
def test_glyphs_and_white_space_are_no_difference(one: str, other: str) -> None:
    assert squeezed(one) == squeezed(other)
    assert [token.key for token in tokens(one)] == [token.key for token in tokens(other)]


@pytest.mark.parametrize(("one", "other"), [("2015–2030", "2015-2030"), ("Member", "member"), ("a b", "ab")])
def test_dashes_capitals_and_joined_words_are_a_difference(one: str, other: str) -> None:
    assert squeezed(one) != squeezed(other)


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_tokens_cover_all_but_white_space(text: str) -> None:
    found = tokens(text)
    rest = list(folded(text))
    for token in found:
        assert folded(text)[token.start : token.end] == token.key
        rest[token.start : token.end] = " " * (token.end - token.start)
    assert not "".join(rest).strip()


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aB7 ,;.'’s-/&[]()…\t"))))
def test_words_read_with_their_white_space_are_the_same_words(text: str) -> None:
    text = folded(text)
    spaced = SPACED.findall(text)
    assert [one.rstrip() for one in spaced] == WORDS.findall(text)
    assert "".join(spaced) == text.lstrip()
