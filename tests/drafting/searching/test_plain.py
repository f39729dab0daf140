# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are found whatever their glyphs, in the part asked for, and every place knows where it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import small_draft

from drafting.errors import SearchError
from drafting.searching import plain
from drafting.searching.fields import Selection, fields
from drafting.searching.plain import find, replacement
from drafting.searching.records import MOST, Field, Found, Query, Scope


def field(text: str) -> Field:
    return Field("p1", "", text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "query", "spans"),
    [
        ("Recalling, recalling", Query("recalling"), [(0, 9), (11, 20)]),
        ("Recalling, recalling", Query("recalling", case=True), [(11, 20)]),
        ("aaa", Query("aa"), [(0, 2)]),
        ("the other, the", Query("the", whole=True), [(0, 3), (11, 14)]),
        ("the State’s duty", Query("state's"), [(4, 11)]),
        ("“States” of 7\u00a0July", Query('"states" of 7 july'), [(0, 18)]),
        ("co\u2011operate", Query("co-operate", case=True), [(0, 10)]),
        ("préoccupé, préoccupés", Query("préoccupé", whole=True), [(0, 9)]),
        ("50/4 and 150/4", Query("50/4", whole=True), [(0, 4)]),
        ("a (b) c", Query("(b)", whole=True), [(2, 5)]),
        ("İstanbul, istanbul", Query("istanbul"), [(10, 18)]),
        ("anything", Query("  "), []),
        ("a.c abc", Query("a.c"), [(0, 3)]),
    ],
)
def test_words(text: str, query: Query, spans: list[tuple[int, int]]) -> None:
    assert [(one.start, one.end) for one in find([field(text)], query)] == spans


@given(st.text("aB'’ \u00a0-é", max_size=30), st.text("aB'’ é", min_size=1, max_size=4))
def test_places_are_in_order_apart_and_say_the_words(text: str, words: str) -> None:
    found = find([field(text)], Query(words))
    assert all(
        plain.even(one.old) == plain.even(words) == plain.even(text[one.start : one.end]) for one in found
    )
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len(found) == (plain.even(text).count(plain.even(words)) if words.strip() else 0)


SCOPES = {
    Scope.ALL: ["p1", "p2", "n1", "p3", "p4", "n2", "p5", "p6"],
    Scope.PREAMBLE: ["p1", "p2", "n1"],
    Scope.OPERATIVE: ["p3", "p4", "n2", "p5", "p6"],
    Scope.FOOTNOTES: ["n1", "n2"],
    Scope.ANNEXES: [],
    Scope.SELECTION: [],
}


@pytest.mark.parametrize("scope", Scope)
def test_scopes(scope: Scope) -> None:
    draft = small_draft()
    notes = [note.key for paragraph in draft.paragraphs for note in paragraph.notes]
    names = dict(zip(notes, ("n1", "n2"), strict=True))
    assert [names.get(one.note, one.key) for one in fields(draft, scope)] == SCOPES[scope]


def test_a_selection_holds_what_lies_wholly_in_it() -> None:
    draft = small_draft()
    last = draft.paragraph("p2").text
    selection = Selection("p1", len("Recalling"), "p2", len(last) - len("Recalling also"))
    inside = fields(draft, Scope.SELECTION, selection)
    assert [one.old for one in find(inside, Query("recalling"))] == ["Recalling"]
    assert [one.key for one in find(inside, Query("recalling"))] == ["p2"]
    assert fields(draft, Scope.SELECTION, Selection("gone", 0, "p2", 0)) == ()


CAPITALS = [
    (Query("state"), "States", "government", "Government"),
    (Query("state"), "state", "government", "government"),
    (Query("state"), "STATE", "government", "GOVERNMENT"),
    (Query("State"), "State", "government", "government"),
    (Query("state", case=True), "state", "Government", "Government"),
    (Query("state"), "State", "Government", "Government"),
    (Query("state"), "State", "", ""),
    (Query("50/4"), "50/4", "56/2", "56/2"),
]


@pytest.mark.parametrize(("query", "old", "template", "new"), CAPITALS)
def test_capitals_follow_where_they_do_not_matter(query: Query, old: str, template: str, new: str) -> None:
    assert replacement(query, old, template) == new


def test_places_are_numbered_over_all_texts() -> None:
    found = find([field("aXa"), field("b"), field("a")], Query("a"), "c")
    assert [(one.number, one.start, one.new) for one in found] == [(0, 0, "c"), (1, 2, "c"), (2, 0, "c")]
    assert [found.index(one) for one in found] == [0, 1, 2]
    assert (found[-1], found[0:2]) == (found[2], [found[0], found[1]])
    assert [found.first_in(at) for at in range(4)] == [0, 2, 2, 3]


def test_a_place_of_another_search_has_no_number() -> None:
    one, other = find([field("a a")], Query("a")), find([field("b a")], Query("a"))
    with pytest.raises(ValueError, match="Place"):
        other.index(one[1]._replace(start=0))
    with pytest.raises(IndexError):
        Found()[0]


def test_too_many_places_are_said() -> None:
    with pytest.raises(SearchError, match=r"stands in more than 100000 places"):
        find([field("e" * (MOST + 1))], Query("e"))
