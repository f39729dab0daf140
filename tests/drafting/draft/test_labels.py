# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and names of paragraphs follow from their order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft import Counted, DraftParagraph, Rewritten, insert, rewrite
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


NUMBERED = {"P": Kind.PREAMBULAR, "O": Kind.OPERATIVE, "H": Kind.HEADING, "T": Kind.TEXT}
COUNTED = {"": Counted.ON, "b": Counted.BIS, "a": Counted.ALT}


@pytest.mark.parametrize(
    ("plan", "ids", "printed"),
    [
        ("P Pb P", "PP1 PP1bis PP2", "-, -, -"),
        ("O Ob Ob O", "OP1 OP1bis OP1ter OP2", "1, 1 bis, 1 ter, 2"),
        ("O Oa Oa Ob Oa O", "OP1 OP1alt OP1alt2 OP1bis OP1bisalt OP2",
         "1, 1 alt, 1 alt2, 1 bis, 1 bis alt, 2"),
        ("Ob O", "OP1 OP2", "1, 2"),  # beside nothing
        ("O Ob", "OP1 OP1bis", "1, 1 bis"),  # not alone, so that both have a number
        ("Pb Ob", "PP1 OP1", "-, -"),
        ("O 1 1b 2 2b 1 O", "OP1 OP1(a) OP1(a)bis OP1(a)bis(i) OP1(a)bis(i)bis OP1(b) OP2",
         "1, (a), (a bis), (i), (i bis), (b), 2"),
        ("O 1b 1 Ob 1 1a", "OP1 OP1(a) OP1(b) OP1bis OP1bis(a) OP1bis(a)alt",
         "1, (a), (b), 1 bis, (a), (a alt)"),
        ("O Hb Ob O", "OP1 H1 OP1bis OP2", "1, I, 1 bis, 2"),
    ],
)  # fmt: skip
def test_labels_beside_others(plan: str, ids: str, printed: str) -> None:
    paragraphs = []
    for key, (sign, *mark) in enumerate(plan.split()):
        kind, level = NUMBERED.get(sign, Kind.SUBPARAGRAPH), int(sign) if sign.isdigit() else 0
        part, title = (Part.PREAMBLE if sign == "P" else Part.OPERATIVE), "I" if sign == "H" else ""
        counted = COUNTED["".join(mark)]
        paragraphs.append(DraftParagraph(str(key), kind, part, "", level, title=title, counted=counted))
    labels = labels_of(paragraphs).values()
    assert [label.id for label in labels] == ids.split()
    assert ", ".join(label.printed or "-" for label in labels) == printed


def test_nine_and_more_may_stand_beside_one() -> None:
    head = DraftParagraph("0", Kind.OPERATIVE, Part.OPERATIVE, "")
    beside = (replace(head, key=str(key), counted=Counted.BIS) for key in range(1, 12))
    ids = [label.id for label in labels_of([head, *beside]).values()]
    assert ids[-3:] == ["OP1decies", "OP1bis10", "OP1bis11"]


BESIDE = """
PP1 | | Recalling the lamps,
PP1bis | | Recalling also the boats,
OP1 | 1 | Counts the lamps:
OP1(a) | (a) | Of brass;
OP1(a)bis | (a bis) | Of tin;
OP1(b) | (b) | Of glass;
OP1bis | 1 bis | Counts the boats;
OP1bisalt | 1 bis alt | Counts the ships;
OP2 | 2 | Counts them again.
"""


def test_a_base_with_numbers_beside_others_keeps_them() -> None:
    base = version(BESIDE)
    made = drafted(base).resolution.paragraphs
    assert [(p.id, p.label) for p in made] == [(p.id, p.label) for p in base.paragraphs]


def test_what_is_put_in_after_one_numbered_beside_is_numbered_beside_too() -> None:
    draft = drafted(version(BESIDE))
    here = next(one for one in draft.paragraphs if draft.label(one.key).id == "OP1bis")
    made = insert(draft, here.key).draft
    assert [p.label for p in made.resolution.paragraphs][-4:] == ["1 bis", "1 ter", "1 ter alt", "2"]


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
        anew, counted = draw(st.booleans()), draw(st.sampled_from(Counted))
        made.append(
            DraftParagraph(
                *(str(key), kind, part, text, level),
                title=row,
                unit=unit,
                restarts=anew,
                counted=counted,
            )
        )
    return made


@given(_mixed())
def test_no_two_paragraphs_have_the_same_name(paragraphs: list[DraftParagraph]) -> None:
    assert len({label.id for label in labels_of(paragraphs).values()}) == len(paragraphs)


@given(_mixed())
def test_numbers_beside_others_shift_no_other_number(paragraphs: list[DraftParagraph]) -> None:
    """What runs on has the number it has without all that stands beside it, unless that is the first."""
    lasting = [one for one in paragraphs if one.counted is Counted.ON and one.kind is Kind.PREAMBULAR]
    first = [one for one in paragraphs if one.kind is Kind.PREAMBULAR]
    units = {one.unit for one in first if next(o for o in first if o.unit == one.unit).counted is Counted.ON}
    labels, alone = labels_of(paragraphs), labels_of(lasting)
    for one in lasting:
        if one.unit in units:
            assert labels[one.key] == alone[one.key]


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
