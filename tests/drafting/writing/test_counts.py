# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the preview are those of the file that is written."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element
from office.drafts import drafts
from pictures import aligned

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment
from drafting.opening import open_sample
from drafting.resolution import Resolution
from drafting.writing.counts import MarkedCounts, marked_counts
from drafting.writing.official import official_bytes
from drafting.writing.tracked import tracked_bytes
from drafting.writing.tracked.stamp import NOBODY
from drafting.writing.word import word_bytes


def sides(old: Resolution, new: Resolution) -> Alignment:
    """Two texts under one masthead: the lines above and below the text are not counted."""
    return align(old, replace(new, masthead=old.masthead, vote=old.vote))


def words_marked(data: bytes) -> dict[str, int]:
    """How many words stand in the tracked changes of a file; typed numbers end with a tab and are none."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = parse_xml(package.read("word/document.xml"))
    return {
        tag: sum(
            any(sign.isalnum() for sign in word)
            for change in root.iter(qn(f"w:{tag}"))
            for word in "".join(
                text.text or "" for text in change.iter(qn(f"w:{name}")) if not _numbers(text)
            ).split()
        )
        for tag, name in (("ins", "t"), ("del", "delText"))
    }


def _numbers(text: _Element) -> bool:
    """Whether a piece of text is a typed number."""
    return any(one.tag in (qn("w:tab"), qn("w:br")) for one in text.itersiblings())


@pytest.mark.parametrize(("old", "new"), [(2, 3), (0, 3), (3, 0)])
def test_the_words_counted_are_the_words_marked(old: int, new: int) -> None:
    versions = open_sample().lineage.versions
    alignment = sides(versions[old], versions[new])
    found = marked_counts(alignment)
    assert {"ins": found.inserted, "del": found.deleted} == words_marked(tracked_bytes(alignment))


# The names of annexes are words of a file too, but none of the text, and are not counted: so none comes here.
@pytest.mark.parametrize("moves", [False, True])
def test_so_are_those_of_every_kind_of_edit(moves: bool) -> None:
    base = open_sample().lineage.versions[-1]
    for made in drafts(base, seed=11, count=8, acts=False):
        alignment = sides(base, made.draft.resolution)
        found = marked_counts(alignment, moves=moves)
        assert {"ins": found.inserted, "del": found.deleted} == words_marked(
            tracked_bytes(alignment, moves=moves)
        )


@pytest.mark.parametrize("moves", [False, True])
def test_so_are_those_on_an_official_file(moves: bool) -> None:
    base = open_sample().lineage.versions[-1]
    data = word_bytes(base)
    for made in drafts(base, seed=3, count=6, acts=False):
        alignment = sides(base, made.draft.resolution)
        found = marked_counts(alignment, moves=moves)
        written = official_bytes(data, alignment, NOBODY, moves=moves)
        assert {"ins": found.inserted, "del": found.deleted} == words_marked(written)


def test_nothing_is_marked_between_equals() -> None:
    base = open_sample().lineage.versions[-1]
    assert marked_counts(align(base, base)) == MarkedCounts()


TEXTS = {
    "PP1": ("Recalling the Charter,", "Recalling also the Charter,"),
    "PP2": ("Noting it's done,", "Noting it’s done,"),
    "PP5": ("Guided by the purposes,", "Guided by the purposes,"),
}


@pytest.mark.parametrize(
    ("drawn", "moves", "expected"),
    [
        ("= PP9 PP9", False, MarkedCounts()),
        ("~ PP1 PP1", False, MarkedCounts(changed=1, inserted=1)),
        ("= PP2 PP2", False, MarkedCounts(changed=1)),  # a glyph is marked, but it is no word
        ("+ - PP3", False, MarkedCounts(new=1, inserted=3)),
        ("- PP3 -", False, MarkedCounts(gone=1, deleted=3)),
        ("> PP5 PP4\n= PP4 PP5", False, MarkedCounts(moved=1, inserted=4, deleted=4)),
        ("> PP5 PP4\n= PP4 PP5", True, MarkedCounts(moved=1)),
    ],
)
def test_what_is_counted(drawn: str, moves: bool, expected: MarkedCounts) -> None:
    assert marked_counts(aligned(drawn, TEXTS), moves=moves) == expected


@pytest.mark.parametrize(
    ("old", "new", "notes"),
    [
        ((), ("See A/1.",), 1),
        (("See A/1.",), (), 1),
        (("See A/1.",), ("See A/2.",), 1),
        (("A.",), ("A.",), 0),
    ],
)
def test_footnotes_that_differ(old: tuple[str, ...], new: tuple[str, ...], notes: int) -> None:
    found = marked_counts(aligned("= PP9 PP9", notes={"PP9": (old, new)}))
    assert (found.changed, found.notes) == (int(notes > 0), notes)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("/ OP1 OP1,OP2\n= OP2 OP3", (1, 0)),
        ("* OP1,OP2 OP1\n/ OP3 OP2,OP3", (1, 1)),
        ("+ - PP3\n- PP4 -\n~ PP1 PP1", (0, 0)),
    ],
)
def test_what_is_split_or_merged_is_told(drawn: str, expected: tuple[int, int]) -> None:
    found = marked_counts(aligned(drawn, TEXTS))
    assert (found.split, found.merged) == expected
