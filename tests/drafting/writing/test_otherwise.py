# SPDX-License-Identifier: GPL-3.0-or-later
"""What a drafter is told of the text changes are marked against: where it differs, which notes stay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small import small_draft

from drafting.draft import Draft
from drafting.opening import open_sample
from drafting.resolution import Resolution
from drafting.writing.exporting import Export, export, read_official
from drafting.writing.otherwise import base_remarks, other_place
from drafting.writing.text import DIFFERENT
from drafting.writing.word import write_word

NOTE = "* Reissued for technical reasons."


def reworded(text: Resolution, *places: int) -> Resolution:
    """The text with other words in some paragraphs."""
    said = [
        replace(one, text=one.text + " More.") if at in places else one
        for at, one in enumerate(text.paragraphs)
    ]
    return replace(text, paragraphs=tuple(said))


def noted(text: Resolution, *notes: str) -> Resolution:
    """The text with notes of the first page."""
    return replace(text, masthead=replace(text.masthead, notes=notes))


@pytest.mark.parametrize(
    ("places", "first"), [((), None), ((0,), 0), ((2, 1), 1), ((3, 2), 2), ((0, 1, 2, 3), 0)]
)
def test_the_first_place_in_the_order_of_the_text_is_named(
    places: tuple[int, ...], first: int | None
) -> None:
    base = small_draft().base
    expected = "" if first is None else base.paragraphs[first].id
    assert other_place(reworded(base, *places), base) == expected
    fewer = replace(base, paragraphs=base.paragraphs[:-1])
    assert other_place(fewer, base) == other_place(base, fewer) == base.paragraphs[-1].id


def test_what_is_told_of_a_base() -> None:
    draft = small_draft()
    base, strange = draft.base, replace(draft.base, masthead=replace(draft.base.masthead, number="57/1"))
    organ = replace(base, masthead=replace(base.masthead, body="Security Council"))
    assert base_remarks(draft, base) == base_remarks(draft, base, "a.docx") == ()
    assert base_remarks(draft, organ) == (DIFFERENT,)
    assert "57/1, which is none of the loaded versions" in base_remarks(draft, strange, "a.docx")[0]
    assert base_remarks(draft, reworded(base, 1), "a.docx") == (
        f"a.docx reads otherwise than {base.number} as it was loaded, first in {base.paragraphs[1].id}.",
    )


def with_notes(draft: Draft, *notes: str) -> Draft:
    """The draft with notes of the first page."""
    masthead = replace(draft.carry.masthead, notes=notes)
    return replace(draft, carry=replace(draft.carry, masthead=masthead))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((), (), []),
        ((NOTE,), (NOTE,), []),
        ((NOTE,), (), [f"a.docx keeps its notes of the first page, which are not tracked: “{NOTE[:-1]}”."]),
        ((), (NOTE,), [f"Notes of the first page are not written into a.docx: “{NOTE[:-1]}”."]),
        (("* One.",), ("* Two.",), ["keeps its notes", "not written into a.docx: “* Two”."]),
    ],
)
def test_notes_of_the_first_page_that_are_not_tracked_are_told(
    before: tuple[str, ...], after: tuple[str, ...], said: list[str]
) -> None:
    draft = with_notes(small_draft(), *after)
    told = base_remarks(draft, noted(draft.base, *before), "a.docx")
    assert len(told) == len(said)
    assert all(words in sentence for words, sentence in zip(said, told, strict=True))


def test_an_export_on_an_official_file_gives_its_remarks_back(tmp_path: Path) -> None:
    draft, official = open_sample().draft, tmp_path / "official.docx"
    write_word(reworded(draft.base, 1), official)
    told = export(draft, tmp_path / "draft.docx", Export(official=official))
    assert told == ("official.docx reads otherwise than 56/2 as it was loaded, first in PP2.",)
    assert export(draft, tmp_path / "clean.docx", Export()) == ()


def test_a_title_that_bears_a_note_is_found_in_the_official_file(tmp_path: Path) -> None:
    draft, official, path = open_sample().draft, tmp_path / "official.docx", tmp_path / "draft.docx"
    write_word(noted(draft.base, NOTE), official)
    assert read_official(official).masthead.notes == (NOTE.removeprefix("* "),)
    told = export(draft, path, Export(official=official))
    assert [one.partition(":")[0] for one in told] == [
        "official.docx keeps its notes of the first page, which are not tracked"
    ]
    assert read_official(path).masthead.title == draft.masthead.title
    assert read_official(path).masthead.notes == (NOTE.removeprefix("* "),)
