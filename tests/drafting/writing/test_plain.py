# SPDX-License-Identifier: GPL-3.0-or-later
"""Resolutions as plain text and as a web page: every word, and readable again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from drafting.data import sample_files
from drafting.draft import accept_all
from drafting.errors import WriteFailed
from drafting.glyphs import squeezed
from drafting.opening import open_sample
from drafting.reading import read
from drafting.resolution import Resolution
from drafting.updating.records import Certainty
from drafting.writing.page import page_html, write_page
from drafting.writing.plain import plain_text, write_plain

_WRITERS = [(write_plain, "text.txt"), (write_page, "text.html")]
Writer = Callable[[Resolution, Path], None]


def said(resolution: Resolution) -> list[tuple[str, str, list[tuple[int, str]]]]:
    """Numbers, words and footnotes of every paragraph."""
    return [
        (
            one.label,
            squeezed(one.text),
            [(note.offset, squeezed(note.text)) for note in one.footnotes],
        )
        for one in resolution.paragraphs
    ]


@pytest.mark.parametrize(("write", "name"), _WRITERS)
@pytest.mark.parametrize("sample", sample_files(), ids=lambda path: path.stem)
def test_samples_come_back(sample: Path, write: Writer, name: str, tmp_path: Path) -> None:
    resolution, path = read(sample), tmp_path / name
    write(resolution, path)
    again = read(path)
    assert said(again) == said(resolution)
    assert (again.masthead, again.vote) == (resolution.masthead, resolution.vote)


@pytest.mark.parametrize(("write", "name"), _WRITERS)
def test_points_headings_and_parts_come_back(write: Writer, name: str, shared: Path, tmp_path: Path) -> None:
    for file in ("reader/docx/A_RES_72_18.docx", "series/ga-migrants/A_RES_78_217.xml"):
        resolution, path = read(shared / "corpus" / file), tmp_path / name
        write(resolution, path)
        assert said(read(path)) == said(resolution)


def test_the_draft_as_text() -> None:
    draft = accept_all(open_sample(59).draft, (Certainty.CERTAIN, Certainty.FACT)).draft
    text = plain_text(draft.resolution)
    assert text.startswith("United Nations\nA/HRC/59/L.[…]\n")
    assert "\n\n37. Decides to continue its consideration of the matter at its sixty-second session" in text
    assert text.endswith("\n\n⁵ A/HRC/59/[…].\n")


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = page_html(read(sample_files()[-1]))
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "<script" not in page


def test_what_looks_like_markup_is_text(tmp_path: Path) -> None:
    resolution = read(sample_files()[0])
    first = resolution.paragraphs[0]
    odd = type(first)(first.id, first.kind, first.part, "Recalling <b>A & B</b>,", opening="Recalling")
    page = page_html(Resolution(resolution.masthead, (odd,)))
    assert "<em>Recalling</em> &lt;b&gt;A &amp; B&lt;/b&gt;," in page


@pytest.mark.parametrize(("write", "name"), _WRITERS)
def test_a_folder_that_is_not_there_is_told(write: Writer, name: str, tmp_path: Path) -> None:
    with pytest.raises(WriteFailed):
        write(read(sample_files()[0]), tmp_path / "none" / name)
