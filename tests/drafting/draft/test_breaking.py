# SPDX-License-Identifier: GPL-3.0-or-later
"""Enter and Backspace at every place: what becomes of the paragraph, its number, its past and its points."""

from __future__ import annotations

import pytest
from restructured import ANNEXED, BULLETS, GOING_ON, PARTS, PLAIN, SECTIONS, drawn, key, picture

from drafting.draft import Draft, Rewritten, rewrite
from drafting.draft.breaking import Half, break_at, join
from drafting.errors import DraftError

ANNOUNCED = "PP1 a OP1 b: OP2 c OP2(a) d: OP2(b) e"
NOTED = "PP1 a OP1 bb^ OP2 c"


def halves(draft: Draft, place: str) -> tuple[str, Half, Half]:
    """The paragraph in which "b|b" is the place, and its halves."""
    left, _, right = place.partition("|")
    found = next(one for one in draft.paragraphs if one.text == left + right)
    notes = [(note.key, note.offset) for note in found.notes]
    before = tuple(one for one in notes if one[1] <= len(left))
    after = tuple((name, at - len(left)) for name, at in notes if at > len(left))
    return found.key, Half(left, before), Half(right, after)


def emptied(draft: Draft, word: str) -> Draft:
    found = key(draft, word)
    return rewrite(draft, [found], [Rewritten(found, "")]).draft


@pytest.mark.parametrize(
    ("start", "place", "after", "name"),
    [
        (PLAIN, "b|", "PP1 a PP2 b PP3  OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h", "after PP2"),
        (PLAIN, "|b", "PP1 a PP2  PP3 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h", "before PP2"),
        (PLAIN, "h|", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h OP4 ", "after OP3"),
        (PLAIN, "c|", "PP1 a PP2 b OP1 c OP1(a)  OP1(b) d OP1(b)(i) e OP1(c) f OP2 g OP3 h", "under OP1"),
        (PLAIN, "|c", "PP1 a PP2 b OP1  OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 g OP4 h", "before OP1"),
        (PLAIN, "d|",
         "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i)  OP1(a)(ii) e OP1(b) f OP2 g OP3 h", "under OP1(a)"),
        (PLAIN, "e|",
         "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(a)(ii)  OP1(b) f OP2 g OP3 h", "after OP1(a)(i)"),
        (PLAIN, "f|", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP1(c)  OP2 g OP3 h", "after OP1(b)"),
        (ANNOUNCED, "b:|", "PP1 a OP1 b: OP1(a)  OP2 c OP2(a) d: OP2(b) e", "under OP1"),
        (ANNOUNCED, "d:|", "PP1 a OP1 b: OP2 c OP2(a) d: OP2(a)(i)  OP2(b) e", "under OP2(a)"),
        (BULLETS, "e|", "PP1 a OP1 b OP1(a) c OP1(b) d OP2 e OP2(–1)  OP2(–2) f OP2(–3) g", "under OP2"),
        (BULLETS, "g|", "PP1 a OP1 b OP1(a) c OP1(b) d OP2 e OP2(–1) f OP2(–2) g OP2(–3) ", "after OP2(–2)"),
        (GOING_ON, "d|", "PP1 a OP1 b OP1(a) c T1 d T2  OP1(b) e OP2 f", "after T1"),
        (SECTIONS, "c|", "PP1 a OP1 b H1 c OP2  OP3 d OP3(a) e H2 f OP4 g", "after H1"),
        (SECTIONS, "|c", "PP1 a OP1 b OP2  H1 c OP3 d OP3(a) e H2 f OP4 g", "before H1"),
        (ANNEXED, "d|", "PP1 a OP1 b OP2 c A1 d A1.OP1  A1.OP2 e A1.OP3 f A2 g A2.OP1 h", "after A1"),
        (ANNEXED, "|d", "PP1 a OP1 b OP2 c OP3  A1 d A1.OP1 e A1.OP2 f A2 g A2.OP1 h", "after OP2"),
        (ANNEXED, "|g", "PP1 a OP1 b OP2 c A1 d A1.OP1 e A1.OP2 f A1.OP3  A2 g A2.OP1 h", "after A1.OP2"),
        (PARTS, "|e", "A a A.PP1 b A.OP1 c A.OP2 d A.OP3  B e B.PP1 f B.OP1 g", "after A.OP2"),
        (PARTS, "|a", "", ""),
        (NOTED, "b|b", "PP1 a OP1 b OP2 b^ OP3 c", "Split OP1"),
        (NOTED, "bb|", "PP1 a OP1 bb^ OP2  OP3 c", "after OP1"),
    ],
)  # fmt: skip
def test_enter(start: str, place: str, after: str, name: str) -> None:
    draft = drawn(start)
    where = halves(draft, place)
    if not after:
        with pytest.raises(DraftError, match="Nothing was changed"):
            break_at(draft, *where)
        return
    made = break_at(draft, *where)
    said = name if name[0] == "S" else f"Insert {'point' if name[0] == 'u' else 'paragraph'} {name}"
    assert (picture(made.step.draft), made.step.name) == (after, said)
    old = draft.paragraph(where[0])
    left, right = place.split("|")
    kept = made.step.draft.paragraph(where[0])
    assert (kept.text, kept.origin) == (left or right, old.origin)  # the words before stay that paragraph
    new = [one for one in made.step.draft.paragraphs if one.key not in draft]
    assert [one.origin for one in new] == [None]
    assert made.key == (where[0] if not left else new[0].key)


@pytest.mark.parametrize(
    ("start", "word", "after"),
    [
        (PLAIN, "f", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP2  OP3 g OP4 h"),
        (PLAIN, "e", "PP1 a PP2 b OP1 c OP1(a) d OP1(b)  OP1(c) f OP2 g OP3 h"),
        (BULLETS, "d", "PP1 a OP1 b OP1(a) c OP2  OP3 e OP3(–1) f OP3(–2) g"),
        (BULLETS, "c", "PP1 a OP1 b OP2  OP2(a) d OP3 e OP3(–1) f OP3(–2) g"),
    ],
)
def test_enter_on_an_empty_point_ends_its_row(start: str, word: str, after: str) -> None:
    draft = drawn(start)
    found = key(draft, word)
    made = break_at(emptied(draft, word), found, Half(""), Half(""))
    assert (picture(made.step.draft), made.key) == (after, found)
    assert made.step.name.startswith("Promote")


def test_enter_twice_at_the_end_of_the_last_point_leads_out_of_the_points() -> None:
    draft = drawn(PLAIN)
    at, led = key(draft, "e"), []
    for _ in range(3):
        made = break_at(draft, at, Half(draft.paragraph(at).text), Half(""))
        draft, at = made.step.draft, made.key
        led.append(draft.label(at).id)
    assert led == ["OP1(a)(ii)", "OP1(b)", "OP2"]


@pytest.mark.parametrize(
    ("start", "upper", "lower", "after", "kept"),
    [
        (PLAIN, "a", "b", "PP1 ab OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h", "a"),
        (PLAIN, "g", "h", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 gh", "g"),
        (PLAIN, "f", "g", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) fg OP2 h", "f"),
        (PLAIN, "c", "d", "", ""),  # (i) without its (a)
        (PLAIN, "e", "f", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) ef OP2 g OP3 h", "e"),
        (PLAIN, "b", "c", "", ""),  # its points would stand in the preamble
        (ANNEXED, "a", "b", "PP1 ab OP1 c A1 d A1.OP1 e A1.OP2 f A2 g A2.OP1 h", "a"),
        (SECTIONS, "b", "c", "PP1 a OP1 bc OP2 d OP2(a) e H1 f OP3 g", "b"),
        (SECTIONS, "c", "d", "", ""),  # a heading has no points
        (SECTIONS, "f", "g", "PP1 a OP1 b H1 c OP2 d OP2(a) e H2 fg", "f"),
        (ANNEXED, "c", "d", "", ""),
        (ANNEXED, "d", "e", "PP1 a OP1 b OP2 c A1 de A1.OP1 f A2 g A2.OP1 h", "d"),
        (PARTS, "d", "e", "", ""),
    ],
)
def test_backspace(start: str, upper: str, lower: str, after: str, kept: str) -> None:
    draft = drawn(start)
    if not kept:
        with pytest.raises(DraftError, match="Nothing was changed"):
            join(draft, key(draft, upper), key(draft, lower))
        return
    made = join(draft, key(draft, upper), key(draft, lower))
    assert picture(made.step.draft) == after
    assert (made.key, made.offset) == (key(draft, kept), 1)
    assert made.step.name.startswith("Join ")


@pytest.mark.parametrize(
    ("start", "empty", "upper", "lower", "after", "kept"),
    [
        (PLAIN, "b", "b", "c", "PP1 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h", "c"),
        (PLAIN, "g", "f", "g", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 h", "f"),
        (SECTIONS, "c", "c", "d", "PP1 a OP1 b OP2 d OP2(a) e H1 f OP3 g", "d"),
        (ANNEXED, "c", "c", "d", "PP1 a OP1 b A1 d A1.OP1 e A1.OP2 f A2 g A2.OP1 h", "d"),
        (ANNEXED, "d", "d", "e", "PP1 a OP1 b OP2 c A1 e A1.OP1 f A2 g A2.OP1 h", "d"),
        (ANNEXED, "d", "c", "d", "PP1 a OP1 b OP2 c OP3 e OP4 f A1 g A1.OP1 h", "c"),
        (ANNEXED, "g", "f", "g", "PP1 a OP1 b OP2 c A1 d A1.OP1 e A1.OP2 f A1.OP3 h", "f"),
    ],
)
def test_backspace_beside_an_empty_paragraph(
    start: str, empty: str, upper: str, lower: str, after: str, kept: str
) -> None:
    draft = drawn(start)
    first, second, last = key(draft, upper), key(draft, lower), key(draft, kept)
    made = join(emptied(draft, empty), first, second)
    assert picture(made.step.draft) == after
    assert made.key == last


def test_what_goes_elsewhere_with_a_joined_paragraph_is_told() -> None:
    draft = drawn(ANNEXED)
    assert join(draft, key(draft, "a"), key(draft, "b")).remark == (
        "The words of OP1 stand in PP1 now, in the preamble."
    )
    assert join(emptied(draft, "d"), key(draft, "c"), key(draft, "d")).remark == (
        "What stood under “A1” stands in the operative part now."
    )
    noted = drawn("PP1 a^ OP1 b^ OP2 c^")
    step = join(noted, key(noted, "b"), key(noted, "c")).step
    assert [(note.key, note.offset) for note in step.draft.paragraph(key(noted, "b")).notes] == [
        ("p2n1", 1), ("p3n1", 2),
    ]  # fmt: skip


def test_an_empty_point_of_an_annex_of_plain_text_becomes_plain_text() -> None:
    draft = emptied(drawn("PP1 a OP1 b A1 c A1.T1 d: A1.T1(a) e A1.T1(b) f A1.T2 g"), "f")
    empty = next(one.key for one in draft.paragraphs if not one.text)
    after = break_at(draft, empty, Half(""), Half("")).step.draft
    assert picture(after) == "PP1 a OP1 b A1 c A1.T1 d: A1.T1(a) e A1.T2  A1.T3 g"
