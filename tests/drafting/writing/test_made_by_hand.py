# SPDX-License-Identifier: GPL-3.0-or-later
"""Annexes, parts and sections that the drafter added are written as those of the base are, and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from annexed import drafted, version

from drafting.comparing.paragraphs import align
from drafting.draft import (
    Draft,
    Rewritten,
    add_annex,
    add_part,
    insert,
    insert_heading,
    make_operative,
    rewrite,
)
from drafting.reading import read
from drafting.resolution import Kind, Resolution
from drafting.writing.akn import write_akn
from drafting.writing.official import write_official
from drafting.writing.page import write_page
from drafting.writing.plain import write_plain
from drafting.writing.tracked import write_tracked
from drafting.writing.word import write_word

BASE = """
PP1 | | Recalling its resolution 78/9 of 12 December 2023,
PP2 | | Guided by the Charter,
OP1 | 1 | Adopts the guidelines annexed to the present resolution;
OP2 | 2 | Requests the Secretary-General to report;
OP3 | 3 | Invites the keepers to meet;
OP4 | 4 | Decides to continue its consideration at its eighty-second session.
"""
WRITERS: dict[str, Callable[[Resolution, Path], None]] = {
    "docx": write_word,
    "xml": write_akn,
    "html": write_page,
    "txt": write_plain,
}


def typed(draft: Draft, key: str, text: str) -> Draft:
    return rewrite(draft, [key], [Rewritten(key, text)]).draft


def annexed(draft: Draft, title: str) -> Draft:
    """With an annex: its title, a sentence, two numbered paragraphs."""
    draft = add_annex(draft).draft
    line, first = f"p{draft.last_key - 1}", f"p{draft.last_key}"
    draft = typed(typed(draft, line, title), first, "The keepers meet once a year at the harbour.")
    for words in ("Every keeper rests on one day of the week.", "Every keeper polishes the lamp at dusk."):
        draft = insert(draft, first).draft
        draft = make_operative(typed(draft, f"p{draft.last_key}", words), [f"p{draft.last_key}"]).draft
    return draft


def sectioned(draft: Draft) -> Draft:
    numbered = [one.key for one in draft.paragraphs if one.kind is Kind.OPERATIVE and not one.unit]
    for before, title in ((numbered[0], "Principles"), (numbered[2], "Follow-up")):
        draft = insert_heading(draft, before).draft
        draft = typed(draft, f"p{draft.last_key}", title)
    return draft


def parted(draft: Draft) -> Draft:
    draft = add_part(draft).draft
    draft = typed(draft, f"p{draft.last_key}", "Requests the harbour masters to count the boats.")
    for line, title in zip(
        [one.key for one in draft.paragraphs if one.opens_unit], ["Boats", "Nets"], strict=True
    ):
        draft = typed(draft, line, title)
    return draft


MADE = {
    "an annex": lambda draft: annexed(draft, "Guidelines for small islands"),
    "an annex without a title": lambda draft: annexed(draft, ""),
    "two annexes": lambda draft: annexed(
        annexed(draft, "Guidelines for small islands"), "Terms of reference"
    ),
    "sections": sectioned,
    "sections and an annex": lambda draft: annexed(sectioned(draft), "Guidelines for small islands"),
    "parts": parted,
}


def shape(resolution: Resolution) -> list[tuple[object, ...]]:
    return [(p.id, p.kind, p.part, p.label, p.text, p.level, p.unit) for p in resolution.paragraphs]


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("suffix", WRITERS)
def test_what_was_added_reads_back_as_it_stands(made: str, suffix: str, tmp_path: Path) -> None:
    draft = MADE[made](drafted(version(BASE)))
    WRITERS[suffix](draft.resolution, tmp_path / f"draft.{suffix}")
    assert shape(read(tmp_path / f"draft.{suffix}")) == shape(draft.resolution)


@pytest.mark.parametrize("made", MADE)
def test_it_goes_into_an_official_file_with_numbers_of_its_own(made: str, tmp_path: Path) -> None:
    write_word(version(BASE), tmp_path / "official.docx")
    draft = MADE[made](drafted(read(tmp_path / "official.docx")))
    alignment = align(draft.base, draft.resolution)
    write_official(tmp_path / "official.docx", alignment, tmp_path / "into.docx")  # or raises TrackingFailed
    assert shape(read(tmp_path / "into.docx")) == shape(draft.resolution)


@pytest.mark.parametrize("made", MADE)
def test_the_changes_that_add_it_prove_themselves(made: str, tmp_path: Path) -> None:
    draft = MADE[made](drafted(version(BASE)))
    write_tracked(align(draft.base, draft.resolution), tmp_path / "tracked.docx")  # or raises TrackingFailed
    assert shape(read(tmp_path / "tracked.docx")) == shape(draft.resolution)
