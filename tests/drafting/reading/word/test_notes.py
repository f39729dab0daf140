# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes: real ones, with marks of their own, marked again, and typed ones."""

from __future__ import annotations

import pytest
from word_xml import ORGAN, RAISED, computed, note, run
from word_xml import note_mark as ref


def said(key: int, text: str = "", kind: str = "footnote") -> str:
    return note(key, run(f" {text or f'Note {key}.'}"), kind=kind)


SEPARATORS = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>____</w:t></w:r></w:p></w:footnote>'
AGAIN = computed("NOTEREF _Ref1", run("1", RAISED))


def seen(source):
    """The texts with their marks, and the notes."""
    texts = [(b.text, [(m.offset, m.label) for m in b.marks]) for b in source.body if not b.note]
    return texts, [(b.note, b.text) for b in source.body if b.note]


@pytest.mark.parametrize(
    ("content", "texts", "notes"),
    [
        pytest.param(
            run("Recalling it,") + ref(5) + run(" and that,") + ref(2),
            ("Recalling it, and that,", [(13, "1"), (23, "2")]),
            [("1", "Note 5."), ("2", "Note 2.")],
            id="numbers go by the order of the marks",
        ),
        pytest.param(
            run("It ") + ref(2) + run("goes on"),
            ("It goes on", [(2, "1")]),
            [("1", "Note 2.")],
            id="after a space",
        ),
        pytest.param(
            run("It") + ref(5, "*") + run(" and") + ref(2),
            ("It and", [(2, "*"), (6, "1")]),
            [("*", "Note 5."), ("1", "Note 2.")],
            id="a custom mark is not counted",
        ),
        pytest.param(
            run("It")
            + ref(2)
            + run(", that")
            + AGAIN
            + run(",", RAISED)
            + run("2", RAISED)
            + run(";")
            + ref(7),
            ("It, that;", [(2, "1"), (8, "1"), (8, "2"), (9, "2")]),
            [("1", "Note 2."), ("2", "Note 7.")],
            id="marked again",
        ),
        pytest.param(
            run("It") + ref(2) + run(",", RAISED) + ref(7) + run(" and"),
            ("It and", [(2, "1"), (2, "2")]),
            [("1", "Note 2."), ("2", "Note 7.")],
            id="a raised comma between two marks",
        ),
        pytest.param(
            run("The 2") + run("nd", RAISED) + run(" m") + run("1", RAISED) + ref(2),
            ("The 2nd m1", [(10, "1")]),
            [("1", "Note 2.")],
            id="what else is raised is text",
        ),
    ],
)
def test_footnotes(read_word, content, texts, notes):
    source = read_word(f"{ORGAN}<w:p>{content}</w:p>", footnotes=SEPARATORS + said(2) + said(5) + said(7))
    assert seen(source) == ([texts], notes)


def test_a_note_of_two_paragraphs(read_word):
    source = read_word(f"{ORGAN}<w:p>{run('It')}{ref(1)}</w:p>", footnotes=note(1, run(" One."), run("Two.")))
    assert seen(source)[1] == [("1", "One. Two.")]


def test_a_custom_mark_typed_again_in_its_note(read_word):
    source = read_word(f"{ORGAN}<w:p>{run('It')}{ref(1, '*')}</w:p>", footnotes=said(1, "* Said."))
    assert seen(source)[1] == [("*", "Said.")]


def test_endnotes_are_counted_on(read_word):
    body = f"{ORGAN}<w:p>{run('It')}{ref(1, kind='endnote')}{run(' and')}{ref(1)}</w:p>"
    source = read_word(body, footnotes=said(1, "Foot."), endnotes=said(1, "End.", kind="endnote"))
    assert seen(source) == ([("It and", [(2, "2"), (6, "1")])], [("2", "End."), ("1", "Foot.")])
    assert [warning.message for warning in source.warnings] == [
        "endnotes are read as footnotes and are counted on from 2"
    ]


def test_counting_from_another_number(read_word):
    settings = '<w:footnotePr><w:numStart w:val="12"/></w:footnotePr>'
    source = read_word(f"{ORGAN}<w:p>{run('It')}{ref(1)}</w:p>", footnotes=said(1), settings=settings)
    assert seen(source)[1] == [("12", "Note 1.")]


def test_notes_without_mark_and_marks_without_note_are_told(read_word):
    source = read_word(f"{ORGAN}<w:p>{run('It')}{ref(9)}</w:p>", footnotes=said(1))
    assert seen(source) == ([("It", [])], [])
    assert [(warning.place, warning.text) for warning in source.warnings] == [
        ("footnotes", ""),
        ("footnotes", "Note 1."),
    ]


def test_a_note_to_the_title_is_one_of_the_masthead(read_word):
    body = f"<w:p>{run('Cooperation')}{ref(1, '*')}</w:p>{ORGAN}<w:p>{run('It')}{ref(2)}</w:p>"
    source = read_word(body, footnotes=said(1) + said(2))
    assert source.masthead == ("Cooperation",)
    assert source.masthead_notes == ("Note 1.",)
    assert seen(source)[1] == [("1", "Note 2.")]


TYPED = [
    pytest.param(run("1", RAISED) + run(" Said."), "Said.", id="raised"),
    pytest.param(run("¹ Said."), "Said.", id="sign"),
    pytest.param(run("1. Said."), None, id="a paragraph number"),
]


@pytest.mark.parametrize(("told", "text"), TYPED)
def test_typed_footnotes(read_word, told, text):
    source = read_word(f"{ORGAN}<w:p>{run('It')}{run('1', RAISED)}{run(',')}</w:p><w:p>{told}</w:p>")
    if text is None:
        assert seen(source) == ([("It1,", []), ("1. Said.", [])], [])
    else:
        assert seen(source) == ([("It,", [(2, "1")])], [("1", text)])


def test_typed_footnotes_under_a_rule(read_word):
    body = f"{ORGAN}<w:p>{run('It')}{run('1', RAISED)}{run(', that²,')}</w:p>"
    under = "".join(f"<w:p>{run(text)}</w:p>" for text in ("__________", "1 First.", "2. Second."))
    assert seen(read_word(body + under)) == (
        [("It, that,", [(2, "1"), (8, "2")])],
        [("1", "First."), ("2", "Second.")],
    )
