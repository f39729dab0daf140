# SPDX-License-Identifier: GPL-3.0-or-later
"""Regular expressions: what they match and put in, how mistakes are told, and that none of them can hang."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import SearchError
from drafting.searching import expressions
from drafting.searching.apart import Answer, Ask, Fault, Seeker, answered
from drafting.searching.records import MOST, Field, Query


def ask(
    text: str, words: str, template: str | None = None, *, case: bool = False, whole: bool = False
) -> Ask:
    return Ask([(text, 0, len(text))], words, template, (case, whole, MOST))


FOUND = [
    ("Recalling 50/4 and 53/11", r"\d+/\d+", None, [(10, 14), (19, 24)]),
    ("Recalling, recalling", "recalling", None, [(0, 9), (11, 20)]),
    ("a\u00a0b c", r"\s", None, [(1, 2), (3, 4)]),
    ("abc", "^", None, [(0, 0)]),
    ("abc", "$", None, [(3, 3)]),
    ("aab", "x*", None, [(0, 0), (1, 1), (2, 2), (3, 3)]),
    ("préoccupé", r"\w+", None, [(0, 9)]),
]


@pytest.mark.parametrize(("text", "words", "template", "spans"), FOUND)
def test_places(text: str, words: str, template: str | None, spans: list[tuple[int, int]]) -> None:
    answer = answered(ask(text, words, template))
    assert isinstance(answer, Answer)
    assert answer.spans == [spans]


@pytest.mark.parametrize(
    ("words", "case", "whole", "found"),
    [
        ("the", False, False, 3), ("the", True, False, 2), ("the", False, True, 2), ("t?he", False, True, 2),
        ("(?i)the", True, True, 2), ("(?x)the # it", True, True, 1), ("the|other", False, True, 3),
    ],
)  # fmt: skip
def test_options(words: str, case: bool, whole: bool, found: int) -> None:
    answer = answered(ask("The other, the", words, case=case, whole=whole))
    assert isinstance(answer, Answer)
    assert len(answer.spans[0]) == found


EXPANDED = [
    (r"(\d+)/(\d+)", "$2/$1", "4/50"),
    (r"(\d+)/(\d+)", r"\2/\1", "4/50"),
    (r"(?P<session>\d+)/(?P<number>\d+)", r"${number} of \g<session>", "4 of 50"),
    (r"(\d+)/(\d+)", "$12", "502"),
    (r"\d+/\d+", "[$&]", "[50/4]"),
    (r"\d+/\d+", r"\g<0> $0 \0", "50/4 50/4 50/4"),
    (r"\d+/\d+", "$$5, US$ 5$", None),
    (r"\d+/\d+", r"a\\b", r"a\b"),
    (r"(x)?50/4", "<$1>", "<>"),
]


@pytest.mark.parametrize(("words", "template", "new"), EXPANDED)
def test_replacements(words: str, template: str, new: str | None) -> None:
    answer = answered(ask("50/4", words, template))
    assert isinstance(answer, Answer)
    assert answer.news == [[new or "$5, US$ 5$"]]


FAULTS = {
    "(a": "The bracket “(” at character 1 is not closed.",
    "a)": "The bracket “)” at character 2 closes nothing: type \\) for the sign itself.",
    "x[a-": "The square bracket at character 2 is not closed: type \\[ for the sign itself.",
    "*a": "“*” at character 1 has nothing to repeat: type \\* for the sign itself.",
    "a**": "“*” at character 3 has nothing to repeat: type \\* for the sign itself.",
    "a{3,2}": "In the braces at character 3 the first number is greater than the second.",
    "a\\": "The backslash at the end stands alone: type \\\\ for the sign itself.",
    r"a\q": "“\\q” at character 2 means nothing in an expression.",
    r"\x1": "The sign after the backslash at character 1 is not written out.",
    "[z-a]": "The range at character 2 runs backwards or has no end.",
    r"(a)\2": "At character 5 a bracket is meant that is not there.",
    "(?P=x)": "At character 5 a bracket is meant that is not there.",
    r"(a\1)": "At character 3 a bracket is meant that is not closed yet.",
    "(?<=a+)b": "What must stand before, (?<=…), must have a fixed length.",
    "(?P<a>x)(?P<a>y)": "Two brackets have the same name: give each its own.",
    "(?P<1>x)": "The name of the bracket at character 5 is not written out: (?P<name>…).",
    "(?ä)": "What follows “(?” at character 2 means nothing.",
    "a(?i)": "Flags such as (?i) must stand at the very beginning.",
    "a{99999999999}": "This expression is too large to be looked for.",
}


@pytest.mark.parametrize("words", FAULTS)
def test_mistakes_are_told_in_words(words: str) -> None:
    fault = answered(ask("text", words, whole=True))
    assert isinstance(fault, Fault)
    assert expressions.explained(fault, words) == FAULTS[words]


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("US$5", "There is no bracket for “$5” in the replacement: type $$ for a dollar sign."),
        ("${x}", "No bracket of the expression is named “x”."),
        ("${2}", "No bracket of the expression is named “2”."),
        ("a\\n", "“\\n” means nothing in a replacement: type \\\\ for a backslash."),
        ("a\\", "“\\” means nothing in a replacement: type \\\\ for a backslash."),
    ],
)
def test_mistakes_in_the_replacement_are_told(template: str, told: str) -> None:
    fault = answered(ask("text", "(t)", template))
    assert isinstance(fault, Fault)
    assert expressions.explained(fault, "(t)") == told


@given(st.text(r"ab(|)[]*+?.\1{}^$<>P=!:-#", max_size=12), st.text(r"$\1a{}g<>&", max_size=6))
def test_whatever_is_typed_there_is_an_answer(words: str, template: str) -> None:
    answer = answered(ask("aab ba", words, template))
    if isinstance(answer, Fault):
        assert expressions.explained(answer, words).endswith((".", "…)."))
        return
    edge = 0
    for start, end in answer.spans[0]:
        assert edge <= start <= end <= len("aab ba")
        edge = end
    assert len(answer.news[0]) == len(answer.spans[0])


# ------------------------------------------------------------------------------- in a process of its own


@pytest.fixture(scope="module")
def seeker() -> Iterator[Seeker]:
    seeker = Seeker()
    yield seeker
    seeker.close()


def texts(*words: str) -> list[Field]:
    return [Field(f"p{number}", "", text, 0, len(text)) for number, text in enumerate(words, start=1)]


def test_it_finds_in_every_text(seeker: Seeker) -> None:
    found = expressions.find(
        seeker, texts("50/4, 53/11", "none", "56/2"), Query(r"(\d+)/(\d+)", pattern=True), "$2"
    )
    assert [(one.key, one.start, one.old, one.new) for one in found] == [
        ("p1", 0, "50/4", "4"), ("p1", 6, "53/11", "11"), ("p3", 0, "56/2", "2"),
    ]  # fmt: skip


def test_a_mistake_is_a_sentence(seeker: Seeker) -> None:
    with pytest.raises(SearchError, match="is not closed"):
        expressions.find(seeker, texts("a"), Query("(", pattern=True))
    with pytest.raises(SearchError, match="too long to be looked for"):
        expressions.find(seeker, texts("a"), Query("a" * 1001, pattern=True))
    assert len(expressions.find(seeker, texts("a"), Query("", pattern=True))) == 0


RUNAWAY = "a" * 40 + "b"


@pytest.mark.parametrize("words", ["(a+)+$", "(a|aa)+$", "(.*)*x", r"(a*)*\1c"])
def test_a_runaway_is_ended_and_the_next_search_works(words: str) -> None:
    seeker = Seeker(longest=0.2)
    with pytest.raises(SearchError, match="takes too long and was stopped"):
        expressions.find(seeker, texts(*[RUNAWAY] * 2000), Query(words, pattern=True))
    assert len(expressions.find(seeker, texts("ab"), Query("a", pattern=True))) == 1
    seeker.close()


def test_it_can_be_started_before_it_is_needed() -> None:
    seeker = Seeker()
    seeker.start()
    started = seeker._process
    assert len(expressions.find(seeker, texts("ab"), Query("a", pattern=True))) == 1
    assert seeker._process is started
    seeker.close()


def test_what_nobody_waits_for_any_more_is_ended(seeker: Seeker) -> None:
    asked = count()
    started = time.monotonic()
    found = expressions.find(
        seeker, texts(RUNAWAY), Query("(a+)+$", pattern=True), stop=lambda: next(asked) > 3
    )
    assert len(found) == 0
    assert time.monotonic() - started < 30
    assert len(expressions.find(seeker, texts("ab"), Query("b", pattern=True))) == 1


def test_too_many_places_are_said(seeker: Seeker) -> None:
    with pytest.raises(SearchError, match=r"stands in more than 100000 places"):
        expressions.find(seeker, texts("e" * (MOST + 1)), Query("e", pattern=True))


def test_a_process_that_died_is_a_sentence_and_started_anew(seeker: Seeker) -> None:
    expressions.find(seeker, texts("a"), Query("a", pattern=True))
    line = seeker._line
    assert line is not None
    line.close()
    with pytest.raises(SearchError, match="broke off"):
        expressions.find(seeker, texts("a"), Query("a", pattern=True))
    assert len(expressions.find(seeker, texts("a"), Query("a", pattern=True))) == 1


def _refuse() -> None:
    raise OSError("no process may be started here")


@pytest.mark.parametrize("never", ["started", "ready"])
def test_a_process_that_does_not_come_is_a_sentence_that_blames_no_expression(
    never: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeker, query = Seeker(), Query("a", pattern=True)
    with monkeypatch.context() as patch:
        if never == "started":
            patch.setattr("multiprocessing.context.SpawnProcess.start", lambda _: _refuse())
        else:
            patch.setattr("drafting.searching.apart._TO_START", -1.0)
        seeker.start()
        with pytest.raises(SearchError, match="broke off"):
            expressions.find(seeker, texts("a"), query)
    assert len(expressions.find(seeker, texts("a"), query)) == 1
    seeker.close()
