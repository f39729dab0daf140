# SPDX-License-Identifier: GPL-3.0-or-later
"""What sources with structure tell besides the text: tracked changes, comments, italics, data, notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_sources import ids, looks, recognised, whole

from drafting.reading.blocks import Mark
from drafting.reading.recognise import recognise
from drafting.reading.source import Source
from drafting.resolution import Act, Comment, Masthead, Part, Revision

INSERTED, DELETED = Revision(Act.INSERT, "all"), Revision(Act.DELETE, "some ")


def _anchors(*spots: tuple[int, str]) -> tuple[Mark, ...]:
    return tuple(Mark(offset, label) for offset, label in spots)


def test_changes_are_given_their_place() -> None:
    block = whole("1. Urges all States;", anchors=_anchors((9, "r0<"), (12, "r0>"), (13, "r1<"), (13, "r1>")))
    resolution = recognised("Recalling it,", block, "2. Decides so.", revisions=(INSERTED, DELETED))
    found = [(r.text, r.paragraph, r.start, r.end) for r in resolution.revisions]
    assert found == [("all", "OP1", 6, 9), ("some ", "OP1", 10, 10)]
    assert resolution.paragraph("OP1").text[6:9] == "all"


def test_a_change_of_the_label_stands_at_the_head_of_the_paragraph() -> None:
    block = whole("1. Urges them;", anchors=_anchors((0, "r0<"), (1, "r0>")))
    [revision] = recognised("Recalling it,", block, revisions=(INSERTED,)).revisions
    assert (revision.paragraph, revision.start, revision.end) == ("OP1", 0, 0)


def test_a_change_in_a_footnote_names_it() -> None:
    note = whole("See all.", note="1", anchors=_anchors((4, "r0<"), (7, "r0>")))
    marked = whole("Recalling it,", marks=(Mark(13, "1"),))
    [revision] = recognised(marked, "1. Decides so.", note, revisions=(INSERTED,)).revisions
    assert (revision.paragraph, revision.footnote, revision.start, revision.end) == ("PP1", 1, 4, 7)


def test_a_change_outside_the_paragraphs_has_none() -> None:
    meeting = whole("34th meeting", anchors=_anchors((0, "r0<"), (4, "r0>")))
    resolution = recognised("Recalling it,", "1. Decides so.", meeting, revisions=(INSERTED, DELETED))
    assert [revision.paragraph for revision in resolution.revisions] == ["", ""]


def test_a_change_in_a_paragraph_that_was_cut_moves_with_its_words() -> None:
    long = (
        "1. Urges all the States of the region that have not yet done so to take the measures that are asked"
    )
    rest = whole("for in it;", anchors=_anchors((0, "r0<"), (3, "r0>")))
    resolution = recognised("Recalling it,", long, rest, "2. Decides so.", revisions=(INSERTED,))
    [revision] = resolution.revisions
    assert resolution.paragraph("OP1").text[revision.start : revision.end] == "for"


def test_a_comment_over_several_paragraphs_ends_with_its_first() -> None:
    first = whole("1. Urges them;", anchors=_anchors((3, "c0<")))
    last = whole("2. Decides so.", anchors=_anchors((10, "c0>")))
    [comment] = recognised("Recalling it,", first, last, comments=(Comment("Why?"),)).comments
    assert (comment.paragraph, comment.start, comment.end) == ("OP1", 0, 11)


def test_the_text_before_the_changes_is_recognised_too() -> None:
    original = Source((), "General Assembly", (whole("Recalling it,"), whole("1. Notes it.")))
    resolution = recognised("Recalling it,", "1. Urges all.", original=original)
    assert resolution.original is not None
    assert [p.text for p in resolution.original.paragraphs] == ["Recalling it,", "Notes it."]


def test_data_of_the_file_fill_the_masthead_and_differences_are_told() -> None:
    told = Masthead(symbol="A/RES/72/5", session=72)
    resolution = recognised("Recalling it,", "1. Decides so.", told=told, masthead=("A/RES/72/6",))
    assert (resolution.masthead.symbol, resolution.masthead.session) == ("A/RES/72/6", 72)
    assert [w.text for w in resolution.warnings if w.needs_look] == ["A/RES/72/5"]


def test_asterisk_notes_of_the_first_page_are_kept() -> None:
    resolution = recognised("Recalling it,", "1. Decides so.", masthead_notes=("* On behalf of the Group.",))
    assert resolution.masthead.notes == ("On behalf of the Group.",)


def test_an_asterisk_note_in_the_text_is_a_footnote_with_a_free_number() -> None:
    notes = [whole("See A.", note="1"), whole("As it was.", note="*")]
    marked = whole("Recalling it,", marks=(Mark(9, "1"), Mark(12, "*")))
    resolution = recognised(marked, "1. Decides so.", *notes)
    assert [(n.number, n.text) for n in resolution.paragraphs[0].footnotes] == [
        (1, "See A."),
        (2, "As it was."),
    ]
    assert looks(resolution) == []


def test_a_mark_alone_in_its_paragraph_belongs_to_the_one_before() -> None:
    resolution = recognised(
        "Recalling it,", whole("", marks=(Mark(0, "1"),)), "1. Decides so.", whole("A.", note="1")
    )
    assert [(n.number, n.offset) for n in resolution.paragraphs[0].footnotes] == [(1, 13)]


@pytest.mark.parametrize(
    ("text", "italics", "opening"),
    [
        ("1. Stresses that it acts, and requests it;", ((3, 11), (29, 37)), "Stresses"),  # Security Council
        ("1. Expresses its deep concern at it;", ((3, 29),), "Expresses its deep concern"),
        ("1. Urges all;", ((3, 6),), "Urges"),  # the italics end inside the word
        ("1. Also urges all;", ((3, 7),), "Also urges"),  # the verb was forgotten
        ("1. Urges all;", ((0, 13),), "Urges"),  # all in italics
        ("1. Solemnly proclaims it;", ((3, 21),), "Solemnly proclaims"),
    ],
)
def test_italics_tell_the_opening(text: str, italics: tuple[tuple[int, int], ...], opening: str) -> None:
    resolution = recognised("Recalling it,", whole(text, italics=italics), "2. Decides so.")
    assert resolution.paragraph("OP1").opening == opening


def test_italics_of_a_script_without_spaces_end_anywhere() -> None:
    blocks = [whole("回顾其决议，", italics=((0, 2),)), whole("1. 重申致力于此事。", italics=((3, 5),))]
    assert [p.opening for p in recognised(*blocks).paragraphs] == ["回顾", "重申"]


@pytest.mark.parametrize(
    ("point", "italics", "opening"),
    [
        ("(a) Calls upon States to act;", (), "Calls upon"),
        ("(a) Strongly condemns all acts;", ((4, 21),), "Strongly condemns"),
        ("(a) To act;", (), ""),
        ("(a) Requests for information;", (), ""),
        ("(a) Ensuring that they act;", (), ""),
        ("(a) Protection", ((4, 14),), ""),
    ],
)
def test_openings_of_points(point: str, italics: tuple[tuple[int, int], ...], opening: str) -> None:
    resolution = recognised("Recalling it,", "1. Urges:", whole(point, italics=italics), "2. Decides so.")
    assert resolution.paragraph("OP1(a)").opening == opening


def test_the_part_told_by_the_source_counts() -> None:
    preamble = [whole("Recalls that it was,", part=Part.PREAMBLE), whole("Its own words", part=Part.PREAMBLE)]
    resolution = recognised(*preamble, whole("1. Decides so.", part=Part.OPERATIVE))
    assert ids(resolution) == "PP1 H1 OP1"


def test_the_line_of_the_organ_may_stand_in_the_text() -> None:
    resolution = recognised("The General Assembly,", "Recalling it,", "1. Decides so.", organ="")
    assert ids(resolution) == "PP1 OP1"
    assert resolution.masthead.body == "General Assembly"


def test_what_opens_as_no_resolution_does_is_none() -> None:
    report = [whole("1. The Government accepts them."), whole("2. It thanks all."), whole("See the list.")]
    assert recognise(Source((), "", tuple(report)), "small") is None
    assert recognise(Source((), "", ()), "small") is None
    assert recognise(replace(Source((), "", tuple(report)), masthead=("A/80/1",)), "small") is None


def test_a_deleted_footnote_keeps_its_number() -> None:
    gone = Revision(Act.DELETE, "See all.", footnote=2)
    block = whole("1. Urges them;", anchors=_anchors((8, "r0<"), (8, "r0>")))
    [revision] = recognised("Recalling it,", block, revisions=(gone,)).revisions
    assert (revision.paragraph, revision.start, revision.footnote) == ("OP1", 5, 2)


def test_a_mark_at_the_label_belongs_to_the_head_of_the_paragraph() -> None:
    block = whole("1. Urges them;", marks=(Mark(2, "1"),))
    resolution = recognised("Recalling it,", block, whole("See it.", note="1"))
    assert [(n.number, n.offset) for n in resolution.paragraph("OP1").footnotes] == [(1, 0)]


def test_numbered_paragraphs_after_closing_lines_are_kept_as_paragraphs() -> None:
    resolution = recognised("Recalling it,", "1. Notes it;", "34th meeting", "2. Decides so.")
    assert ids(resolution) == "PP1 OP1 OP2"
