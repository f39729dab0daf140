# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph that becomes another kind in an official file: its number there is the one of the draft."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version
from docx.oxml.ns import qn

from drafting.comparing.paragraphs import align
from drafting.draft import (
    Counted,
    Draft,
    Rewritten,
    Step,
    add_annex,
    demote,
    find_named,
    insert,
    make_heading,
    make_operative,
    make_preambular,
    move_to,
    promote,
    rewrite,
)
from drafting.draft.numbered import number_as
from drafting.errors import TrackingFailed
from drafting.reading import read
from drafting.resolution import Resolution
from drafting.writing.official import counting, looks
from drafting.writing.official.document import official_bytes
from drafting.writing.official.package import TEXT, packed, parts
from drafting.writing.official.printed import Printed
from drafting.writing.official.proof import prove
from drafting.writing.official.settling import settle
from drafting.writing.tracked import Signature
from drafting.writing.word import write_word

_FLAT = """
PP1 | | Recalling its resolution 78/9 of 12 December 2023,
PP2 | | Guided by the Charter,
OP1 | 1 | Adopts the guidelines annexed to the present resolution;
OP2 | 2 | Requests the Secretary-General to report;
OP3 | 3 | Invites the keepers to meet;
OP4 | 4 | Decides to continue its consideration at its eighty-second session.
"""
_TEXTS = {"flat": _FLAT, "annexes": WITH_ANNEXES, "parts": WITH_PARTS}
_Act = Callable[[Draft, list[str]], Step]


def _annexed(draft: Draft, _keys: list[str]) -> Step:
    return add_annex(draft)


def _into_annex(draft: Draft, keys: list[str]) -> Step:
    name = next(one.key for one in draft.paragraphs if one.unit and not one.opens_unit)
    return move_to(draft, keys, name)


def _out_of_annex(draft: Draft, keys: list[str]) -> Step:
    return move_to(draft, keys, find_named(draft, "OP1").key)


def _bis(draft: Draft, keys: list[str]) -> Step:
    return number_as(draft, keys, Counted.BIS)


def _preambular(draft: Draft, keys: list[str]) -> Step:
    reworded = rewrite(draft, keys, [Rewritten(keys[0], "Noting that the keepers meet at dusk,")])
    return make_preambular(reworded.draft, keys)


def _heading(draft: Draft, keys: list[str]) -> Step:
    titled = rewrite(draft, keys, [Rewritten(keys[0], "What the keepers do")])
    return make_heading(titled.draft, keys)


def _inserted(draft: Draft, keys: list[str]) -> Step:
    return insert(draft, keys[0], "Requests the keepers to write it down;")


# text, the acts with the names of their paragraphs as they are then, and what is printed of them afterwards
ACTS: list[tuple[str, list[tuple[_Act, str]], list[str]]] = [
    ("flat", [(demote, "OP2")], ["1", "(a)", "2", "3"]),
    ("flat", [(demote, "OP2"), (demote, "OP2")], ["1", "(a)", "(b)", "2"]),
    ("flat", [(demote, "OP2"), (demote, "OP2"), (demote, "OP1(b)")], ["1", "(a)", "(i)", "2"]),
    ("flat", [(_preambular, "OP1")], ["1", "2", "3"]),
    ("flat", [(make_operative, "PP2")], ["1", "2", "3", "4", "5"]),
    ("flat", [(_heading, "OP2")], ["1", "I", "2", "3"]),
    ("flat", [(_bis, "OP2"), (demote, "OP3")], ["1", "1 bis", "2", "(a)"]),
    ("flat", [(_annexed, "OP1"), (_into_annex, "OP3")], []),
    ("annexes", [(promote, "OP1(a)")], ["1", "2", "(a)", "(i)", "a.", "3"]),
    ("annexes", [(promote, "OP1(a)(i)")], ["1", "(a)", "(b)", "(i)", "a.", "2"]),
    ("annexes", [(demote, "OP2")], []),
    ("annexes", [(demote, "A1.OP2")], []),
    ("annexes", [(promote, "A1.OP2(a)")], []),
    ("annexes", [(_heading, "A1.OP1")], []),
    ("annexes", [(make_operative, "A1.H2")], []),
    ("annexes", [(_into_annex, "OP2")], []),
    ("annexes", [(_out_of_annex, "A1.OP2")], []),
    ("annexes", [(_out_of_annex, "A1.T1")], []),
    ("annexes", [(_bis, "OP2")], []),
    ("annexes", [(_bis, "OP2"), (_inserted, "OP1(a)")], []),
    ("parts", [(demote, "B.OP2")], []),
    ("parts", [(promote, "B.OP1(–1)")], []),
    ("parts", [(_preambular, "B.OP2")], []),
    ("parts", [(_heading, "A.OP1")], []),
]
IDS = [f"{text} {' '.join(f'{act.__name__} {name}' for act, name in acts)}" for text, acts, _ in ACTS]


@pytest.fixture(name="official")
def _official(tmp_path: Path) -> Callable[[str, bool], Path]:
    """The file of a text, in which Word counts, or every number is typed, as the secretariat does."""

    def made(text: str, counted: bool) -> Path:
        path = tmp_path / "official.docx"
        write_word(version(_TEXTS[text]), path)
        if not counted:
            path.write_bytes(_typed(path.read_bytes()))
        return path

    return made


def _typed(data: bytes) -> bytes:
    """The file with every number that Word prints typed, and nothing counted."""
    text, _ = parts(data)
    printed = Printed(data)
    for element, label in printed.labels(text).items():
        properties = element.find(qn("w:pPr"))
        if not label or properties is None:
            continue
        counting.uncounted(properties, printed)
        properties.addnext(looks.run(f"{label}\t", None))
    return packed(data, {TEXT: text})


def _changed(path: Path, acts: list[tuple[_Act, str]]) -> Draft:
    draft = drafted(read(path))
    for act, name in acts:
        draft = act(draft, [find_named(draft, name).key]).draft
    return draft


def _numbers(text: Resolution) -> list[tuple[str, str]]:
    return [(one.label, one.text) for one in text.paragraphs if one.label or one.text]


@pytest.mark.parametrize("counted", [True, False], ids=["counted", "typed"])
@pytest.mark.parametrize(("text", "acts", "printed"), ACTS, ids=IDS)
def test_what_becomes_another_kind_has_the_number_of_the_draft(
    official: Callable[[str, bool], Path],
    text: str,
    acts: list[tuple[_Act, str]],
    printed: list[str],
    counted: bool,
) -> None:
    path = official(text, counted)
    draft = _changed(path, acts)
    new, alignment = draft.resolution, align(draft.base, draft.resolution)
    own = [one.label for one in new.paragraphs if one.label and not one.unit]
    assert own == printed or not (printed and counted)
    written = official_bytes(path.read_bytes(), alignment, Signature("Cuba"))
    prove(path.read_bytes(), written, alignment)
    path.with_name("written.docx").write_bytes(written)
    back = read(path.with_name("written.docx"))
    assert _numbers(back) == _numbers(new)
    assert back.original is not None
    assert _numbers(back.original) == _numbers(draft.base)


def test_a_number_that_stayed_what_it_was_fails_the_proof(official: Callable[[str, bool], Path]) -> None:
    """What was written before there was this check: the words of a point under the number of a paragraph."""
    path = official("flat", True)
    draft = _changed(path, [(demote, "OP2")])
    data = path.read_bytes()
    with pytest.raises(TrackingFailed, match="accepted"):
        prove(data, data, align(draft.base, draft.resolution))


def test_a_look_that_rejecting_does_not_give_back_fails_the_proof(
    official: Callable[[str, bool], Path],
) -> None:
    path = official("flat", True)
    draft = _changed(path, [(demote, "OP2")])
    alignment = align(draft.base, draft.resolution)
    written = official_bytes(path.read_bytes(), alignment, Signature("Cuba"))
    text, _ = parts(written)
    for change in list(text.iter(qn("w:pPrChange"))):
        change.getparent().remove(change)
    with pytest.raises(TrackingFailed, match="rejected"):
        prove(path.read_bytes(), packed(written, {TEXT: text}), alignment)


def test_headings_and_lines_of_annexes_that_come_are_bold_and_in_the_middle(
    official: Callable[[str, bool], Path],
) -> None:
    path = official("flat", True)
    draft = _changed(path, [(_annexed, "OP1"), (_heading, "OP2")])
    written = official_bytes(path.read_bytes(), align(draft.base, draft.resolution), Signature("Cuba"))
    text, _ = parts(written)
    settle(text, accept=True)
    titles = [
        one
        for one in text.iter(qn("w:p"))
        if one.find(f"{qn('w:pPr')}/{qn('w:jc')}[@{qn('w:val')}='center']") is not None
    ]
    runs = [run for one in titles for run in one.iter(qn("w:r"))]
    bold = [run for run in runs if run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None]
    assert (
        "".join(text.text or "" for run in bold for text in run.iter(qn("w:t")))
        == "IWhat the keepers doAnnex"
    )
    with zipfile.ZipFile(BytesIO(written)) as package:
        assert package.testzip() is None
