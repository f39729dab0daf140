# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and names of paragraphs follow from their order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft import DraftParagraph, Rewritten, rewrite
from drafting.draft.labels import labels_of, letters, roman
from drafting.resolution import Kind, Part


@pytest.mark.parametrize(
    ("plan", "ids", "printed"),
    [
        ("P P O O", "PP1 PP2 OP1 OP2", "- - 1 2"),
        ("P O", "PP1 OP1", "- -"),
        ("P 1 1 O O", "PP1 PP1(a) PP1(b) OP1 OP2", "- (a) (b) 1 2"),
        ("H O 1 2 2 1 O", "H1 OP1 OP1(a) OP1(a)(i) OP1(a)(ii) OP1(b) OP2", "I 1 (a) (i) (ii) (b) 2"),
        ("O 1 2 3 O 1", "OP1 OP1(a) OP1(a)(i) OP1(a)(i)(a) OP2 OP2(a)", "1 (a) (i) a. 2 (a)"),
        ("O 1 H 1 O O 1", "OP1 OP1(a) H1 H1(a) OP2 OP3 OP3(a)", "1 (a) I (a) 2 3 (a)"),
        ("P O 1 T 1 O", "PP1 OP1 OP1(a) T1 OP1(b) OP2", "- 1 (a) I (b) 2"),
        ("P O 1 T: 1 O", "PP1 OP1 OP1(a) T1 T1(a) OP2", "- 1 (a) I (a) 2"),
        ("P O 2 1 2", "PP1 OP1 OP1(a)(i) OP1(b) OP1(b)(i)", "- - (i) (b) (i)"),
    ],
)  # fmt: skip
def test_labels(plan: str, ids: str, printed: str) -> None:
    kinds = {"P": Kind.PREAMBULAR, "O": Kind.OPERATIVE, "H": Kind.HEADING, "T": Kind.TEXT, "T:": Kind.TEXT}
    paragraphs, part = [], Part.PREAMBLE
    for key, sign in enumerate(plan.split()):
        part = Part.OPERATIVE if sign in "OH" else part
        kind = kinds.get(sign, Kind.SUBPARAGRAPH)
        text = "Some text" + sign[1:]
        level, title = (int(sign), "") if sign.isdigit() else (0, "I")
        paragraphs.append(DraftParagraph(str(key), kind, part, text, level, title=title))
    labels = labels_of(paragraphs).values()
    assert [label.id for label in labels] == ids.split()
    assert [label.printed or "-" for label in labels] == printed.split()


def test_points_may_stand_as_deep_as_a_file_has_them() -> None:
    kind, part = Kind.SUBPARAGRAPH, Part.OPERATIVE
    paragraphs = [DraftParagraph(str(level), kind, part, "", level) for level in range(1, 31)]
    assert labels_of(paragraphs)["30"].id == "(a)(i)" * 15


@st.composite
def _mixed(draw: st.DrawFn) -> list[DraftParagraph]:
    """Paragraphs of every kind in any order, with rows, colons, restarts and units."""
    made = []
    for key in range(draw(st.integers(0, 14))):
        kind = draw(st.sampled_from(Kind))
        level = draw(st.integers(1, 4)) if kind is Kind.SUBPARAGRAPH else 0
        row = draw(st.sampled_from(["", "–", "a)", "(i)", "1)"])) if level else ""
        text, unit = draw(st.sampled_from(["words", "words:"])), draw(st.sampled_from(["", "A1", "B"]))
        part = Part.ANNEX if unit == "A1" else Part.OPERATIVE
        anew = draw(st.booleans())
        made.append(DraftParagraph(str(key), kind, part, text, level, title=row, unit=unit, restarts=anew))
    return made


@given(_mixed())
def test_no_two_paragraphs_have_the_same_name(paragraphs: list[DraftParagraph]) -> None:
    assert len({label.id for label in labels_of(paragraphs).values()}) == len(paragraphs)


SECTIONS = """
H1 | I | Lamps
OP1 | 1 | Counts the lamps;
OP2 | 2 | Counts them again;
H2 | II | Boats
OP1bis | 1 | Counts the boats:
OP1bis(a) | (a) | Of wood;
OP2bis | 2 | Counts them again;
H3 | III | Nets
OP1ter | | Counts the nets.
"""


def test_numbers_begin_anew_where_those_of_the_base_do() -> None:
    base = version(SECTIONS)
    draft = drafted(base)
    assert [(p.id, p.label) for p in draft.resolution.paragraphs] == [
        (p.id, p.label) for p in base.paragraphs
    ]
    first = draft.paragraphs[4]
    draft = rewrite(draft, [first.key], [Rewritten(first.key, "New;"), Rewritten(None, first.text)]).draft
    labels = [p.label for p in draft.resolution.paragraphs]
    assert labels == ["I", "1", "2", "II", "1", "2", "(a)", "3", "III", ""]


def test_letters_and_roman_numbers() -> None:
    assert [letters(number) for number in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "zz", "aaa"]
    assert [roman(number) for number in (1, 4, 9, 14, 40, 99)] == ["i", "iv", "ix", "xiv", "xl", "xcix"]


@pytest.mark.parametrize("text", [WITH_ANNEXES, WITH_PARTS])
def test_an_untouched_draft_is_named_and_numbered_as_its_base(text: str) -> None:
    base = version(text)
    draft = drafted(base)
    assert [(p.id, p.label, p.unit, p.opening) for p in draft.resolution.paragraphs] == [
        (p.id, p.label, p.unit, p.opening) for p in base.paragraphs
    ]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ("(a) (b)", "(a) (b)"),
        ("a) b)", "(a) (b)"),
        ("(i) (ii)", "(i) (ii)"),
        ("1) 2)", "(1) (2)"),
        ("• •", "(•1) (•2)"),
        ("а) б)", "(a) (b)"),
        ("(أ) (ب)", "(a) (b)"),
        ("（一） （二）", "(1) (2)"),
    ],
)
def test_points_go_on_as_the_base_counts_them(labels: str, names: str) -> None:
    first, second = labels.split()
    points = f"OP1(a) | {first} | One;\nOP1(b) | {second} | Two;"
    labelled = drafted(version(f"OP1 | 1 | Decides:\n{points}\nOP2 | 2 | Requests.")).resolution.paragraphs[
        1:3
    ]
    assert " ".join(paragraph.label for paragraph in labelled) == labels
    assert " ".join(paragraph.id.removeprefix("OP1") for paragraph in labelled) == names


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Recalling its resolution 78/9,", "Recalling"),
        ("Recalling also its resolution 78/9,", "Recalling also"),
        ("Reaffirming its resolution 78/9,", "Reaffirming"),
        ("Recalling its resolution 82/9,", "Recalling"),
    ],
)
def test_opening_words_follow_what_is_typed(text: str, opening: str) -> None:
    draft = drafted(version("PP1 | | Recalling its resolution 78/9,\nOP1 | 1 | Decides."))
    first = draft.paragraphs[0]
    draft = rewrite(draft, [first.key], [Rewritten(first.key, text)]).draft
    assert draft.opening(draft.paragraphs[0]) == opening


def test_italics_that_only_the_base_knows_stay_while_the_point_begins_so() -> None:
    base = version("OP1 | 1 | Calls upon States:\nOP1(a) | (a) | Firmly condemns the storms at sea;")
    point = replace(base.paragraphs[1], opening="Firmly condemns")
    draft = drafted(replace(base, paragraphs=(base.paragraphs[0], point)))
    second = draft.paragraphs[1]
    assert draft.opening(second) == "Firmly condemns"
    draft = rewrite(draft, [second.key], [Rewritten(second.key, "Condemns the storms;")]).draft
    assert draft.opening(draft.paragraphs[1]) == ""
