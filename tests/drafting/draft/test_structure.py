# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs put in and taken out, footnotes given a place, and what was taken out brought back."""

from __future__ import annotations

import pytest
from restructured import ANNEXED, BULLETS, GOING_ON, PARTS, PLAIN, SECTIONS, drawn, key, keys, picture
from small import OP2, small_draft

from drafting.draft import (
    Gone,
    accept,
    bring_back,
    delete,
    dropped,
    insert,
    insert_note,
    remove_note,
    removed,
    told_gone,
)
from drafting.errors import DraftError


@pytest.mark.parametrize(
    ("start", "word", "below", "after"),
    [
        (PLAIN, "a", True, "PP1 a PP2 x PP3 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h"),
        (PLAIN, "c", True, "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 x OP3 g OP4 h"),
        (PLAIN, "c", False, "PP1 a PP2 b OP1 x OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 g OP4 h"),
        (PLAIN, "d", True, "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) x OP1(c) f OP2 g OP3 h"),
        (PLAIN, "e", False, "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) x OP1(a)(ii) e OP1(b) f OP2 g OP3 h"),
        (SECTIONS, "c", True, "PP1 a OP1 b H1 c OP2 x OP3 d OP3(a) e H2 f OP4 g"),
        (BULLETS, "g", True, "PP1 a OP1 b OP1(a) c OP1(b) d OP2 e OP2(–1) f OP2(–2) g OP2(–3) x"),
        (GOING_ON, "b", True, "PP1 a OP1 b OP1(a) c T1 d OP1(b) e OP2 x OP3 f"),
        (ANNEXED, "d", True, "PP1 a OP1 b OP2 c A1 d A1.OP1 x A1.OP2 e A1.OP3 f A2 g A2.OP1 h"),
        (ANNEXED, "d", False, ""),
        (PARTS, "e", True, "A a A.PP1 b A.OP1 c A.OP2 d B e B.PP1 x B.PP2 f B.OP1 g"),
    ],
)
def test_inserting(start: str, word: str, below: bool, after: str) -> None:
    draft = drawn(start)
    if not after:
        with pytest.raises(DraftError, match="Nothing was changed"):
            insert(draft, key(draft, word), "x", after=below)
        return
    step = insert(draft, key(draft, word), "x", after=below)
    assert picture(step.draft) == after
    new = step.draft.paragraph(f"p{step.draft.last_key}")
    assert (new.text, new.origin, step.changed) == ("x", None, {new.key})


@pytest.mark.parametrize(
    ("start", "words", "after"),
    [
        (PLAIN, "b", "PP1 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h"),
        (PLAIN, "c", "PP1 a PP2 b OP1 g OP2 h"),
        (PLAIN, "d", "PP1 a PP2 b OP1 c OP1(a) f OP2 g OP3 h"),
        (PLAIN, "b g", "PP1 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 h"),
        (SECTIONS, "c", "PP1 a OP1 b OP2 d OP2(a) e H1 f OP3 g"),
        (GOING_ON, "d", "PP1 a OP1 b OP1(a) c OP1(b) e OP2 f"),
        (ANNEXED, "d e f", "PP1 a OP1 b OP2 c A1 g A1.OP1 h"),
        (ANNEXED, "d", "PP1 a OP1 b OP2 c OP3 e OP4 f A1 g A1.OP1 h"),
        (ANNEXED, "g", "PP1 a OP1 b OP2 c A1 d A1.OP1 e A1.OP2 f A1.OP3 h"),
        (PARTS, "e", "A a A.PP1 b A.PP2 f A.OP1 c A.OP2 d A.OP3 g"),
        (PARTS, "a", ""),  # the first of several parts
        (GOING_ON, "c", ""),  # the point behind the text between them would belong to that text
        (PLAIN, "a b c g h", ""),
    ],
)
def test_deleting(start: str, words: str, after: str) -> None:
    draft = drawn(start)
    if not after:
        with pytest.raises(DraftError, match="Nothing was changed"):
            delete(draft, keys(draft, words))
    else:
        assert picture(delete(draft, keys(draft, words)).draft) == after


def test_a_deletion_says_what_goes_with_it() -> None:
    draft = drawn("PP1 a^ OP1 b OP1(a) c^ OP1(b) d^ OP2 e")
    step = delete(draft, keys(draft, "b"))
    assert step.name == "Delete OP1 with its points"
    assert told_gone(draft, step) == (
        "Deleted: 3 paragraphs, of them 2 points, 2 footnotes. Undo brings everything back."
    )
    assert told_gone(draft, delete(draft, keys(draft, "e"))) == ""


@pytest.mark.parametrize(
    ("start", "word", "told"),
    [
        (SECTIONS, "f", "What stood under “f” stands under “c” now."),
        (SECTIONS, "c", "What stood under “c” stands in the operative part now."),
        (ANNEXED, "d", "What stood under “A1 d” stands in the operative part now."),
        (ANNEXED, "g", "What stood under “A2 g” stands under “A d” now."),
        (PARTS, "e", "What stood under “B e” stands under “A a” now."),
    ],
)
def test_a_line_that_goes_says_where_its_paragraphs_stand(start: str, word: str, told: str) -> None:
    draft = drawn(start)
    step = delete(draft, keys(draft, word))
    assert told_gone(draft, step) == told
    assert len(step.draft.paragraphs) == len(draft.paragraphs) - 1


@pytest.mark.parametrize("start", [PLAIN, SECTIONS, BULLETS, GOING_ON, ANNEXED, PARTS])
@pytest.mark.parametrize("word", list("abcdefgh"))
def test_what_was_deleted_comes_back_where_it_stood(start: str, word: str) -> None:
    draft = drawn(start)
    if word not in start.split() or draft.paragraph(key(draft, word)).opens_unit:
        return
    if (start, word) == (GOING_ON, "c"):  # cannot be deleted
        return
    step = delete(draft, keys(draft, word))
    step = bring_back(step.draft, removed(step.draft)[0])
    assert picture(step.draft) == start
    assert [one.origin for one in step.draft.paragraphs] == [one.origin for one in draft.paragraphs]
    assert removed(step.draft) == ()


def test_an_annex_comes_back_from_its_opening_line_on() -> None:
    draft = drawn(ANNEXED)
    draft = delete(draft, keys(draft, "d e f")).draft
    with pytest.raises(DraftError, match="opens its annex"):
        bring_back(draft, Gone(0, "A1.OP1"))
    for name in ("A1", "A1.OP1", "A1.OP2"):
        draft = bring_back(draft, Gone(0, name)).draft
    assert picture(draft) == ANNEXED


def test_proposals_come_back_with_their_paragraph_and_none_stands_twice() -> None:
    draft = small_draft()
    gone = accept(delete(draft, ["p6"]).draft, "PP1:38").draft
    back = bring_back(gone, Gone(1, "OP3"))
    assert [c.proposal for c in back.draft.paragraphs[-1].choices] == ["OP3:45", "OP3:89"]
    assert back.name == "Bring OP3 back from 53/11"
    assert back.draft.base.paragraph("OP3").text == back.draft.paragraphs[-1].text
    assert accept(back.draft, "OP3:45").draft.paragraphs[-1].text.count("fifty-ninth") == 1
    with pytest.raises(DraftError, match="stands in the draft"):
        bring_back(back.draft, Gone(1, "OP3"))


def test_what_an_earlier_version_had_comes_back_as_the_drafters_own() -> None:
    from annexed import drafted, version

    older = version(
        "PP1 | | Recalling the boats of hemp,\nOP1 | 1 | Counts the lamps;\n"
        "OP2 | 2 | Thanks the keepers of the northern lamps^{All.};\nOP3 | 3 | Ends the night.",
        "79/9",
        "2024-12-15",
    )
    newer = version(
        "PP1 | | Recalling the boats of hemp,\nOP1 | 1 | Counts the lamps;\nOP2 | 2 | Ends the night."
    )
    draft = drafted(older, newer)
    assert dropped(draft) == (Gone(0, "OP2"),)
    draft = bring_back(draft, *dropped(draft)).draft
    assert [one.text.split()[0] for one in draft.paragraphs] == ["Recalling", "Counts", "Thanks", "Ends"]
    new = draft.paragraphs[2]
    assert (new.origin, [note.text for note in new.notes], draft.label(new.key).id) == (None, ["All."], "OP2")


def test_a_footnote_gets_a_number_by_its_place() -> None:
    draft = small_draft()
    step = insert_note(draft, "p1", 9, "See page 4.")
    (note,) = step.draft.paragraph("p1").notes
    assert (step.draft.note_numbers[note.key], step.draft.note_numbers["p2n1"]) == (1, 2)
    assert step.draft.resolution.paragraphs[0].footnotes[0].text == "See page 4."
    with pytest.raises(DraftError, match="Nothing was changed"):
        insert_note(draft, "p1", 999)


def test_a_footnote_goes_with_its_mark() -> None:
    step = remove_note(small_draft(), "p4", "p4n1")
    assert (step.draft.paragraph("p4").text, step.draft.paragraph("p4").notes) == (OP2, ())
    assert step.name == "Remove footnote 2"
    with pytest.raises(DraftError, match="Nothing was changed"):
        remove_note(step.draft, "p4", "p4n1")
