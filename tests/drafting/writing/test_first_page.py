# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes with asterisks stand at the foot of the first page, each at the line it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from word_reading import NS, W, part, text_of
from word_samples import DRAFT, TEXT

from drafting.comparing.paragraphs import align
from drafting.errors import TrackingFailed
from drafting.reading import read
from drafting.resolution import Resolution
from drafting.writing.options import DEFAULTS
from drafting.writing.page import page_html, write_page
from drafting.writing.plain import plain_text, write_plain
from drafting.writing.redline import write_redline
from drafting.writing.tracked import tracked_bytes, write_tracked
from drafting.writing.tracked.proof import prove
from drafting.writing.word import word_bytes, write_word

GROUP = "On behalf of the States Members of the Group of Friends of Lighthouses."
REISSUED = "Reissued for technical reasons on 5 June 2025."
Writer = Callable[[Resolution, Path], None]


def noted(*notes: str) -> Resolution:
    return Resolution(replace(DRAFT, sponsors="Cuba", notes=notes), TEXT)


def marks(data: bytes) -> list[str]:
    """Each line with a note of its own mark, the mark where it stands."""
    body = part(data, "word/document.xml").find("w:body", NS)
    lines = (one for one in body.findall("w:p", NS) if one.find(".//*[@w:customMarkFollows]", NS) is not None)
    return [text_of(line).strip() for line in lines]


@pytest.mark.parametrize(
    ("notes", "lines", "told"),
    [
        ((), [], []),
        ((GROUP,), ["Cuba:* draft resolution"], [GROUP]),
        ((REISSUED,), ["59/…\tEnhancement of cooperation*"], [REISSUED]),
        (
            (REISSUED, GROUP),
            ["Cuba:* draft resolution", "59/…\tEnhancement of cooperation**"],
            [GROUP, REISSUED],
        ),
    ],
)
def test_where_they_stand(notes: tuple[str, ...], lines: list[str], told: list[str]) -> None:
    data = word_bytes(noted(*notes))
    assert marks(data) == lines
    notes_part = part(data, "word/footnotes.xml").xpath("w:footnote[not(@w:type)]", namespaces=NS)
    own = [text_of(note) for note in notes_part][: len(notes)]
    assert own == [f"{'*' * count}\t{note}" for count, note in enumerate(told, start=1)]


def test_word_counts_the_others_from_one() -> None:
    document = part(word_bytes(noted(GROUP)), "word/document.xml")
    counted = [one.get(f"{W}customMarkFollows") for one in document.iter(f"{W}footnoteReference")]
    assert counted == ["1", None, None]


@pytest.mark.parametrize(
    ("write", "name"), [(write_word, "a.docx"), (write_page, "a.html"), (write_plain, "a.txt")]
)
def test_they_come_back(write: Writer, name: str, tmp_path: Path) -> None:
    text = noted(GROUP)
    write(text, tmp_path / name)
    again = read(tmp_path / name)
    assert (again.masthead.notes, again.masthead.sponsors) == ((GROUP,), "Cuba")
    assert [len(one.footnotes) for one in again.paragraphs] == [len(one.footnotes) for one in TEXT]


def test_page_and_plain_text_mark_them() -> None:
    assert "Cuba:* draft resolution" in plain_text(noted(GROUP))
    assert f"\n* {GROUP}\n" in plain_text(noted(GROUP))
    assert f"<sup>*</sup> {GROUP}</p>" in page_html(noted(GROUP))


@pytest.mark.parametrize("write", [write_tracked, write_redline])
@pytest.mark.parametrize(
    ("old", "new"), [((), (GROUP,)), ((GROUP,), ()), ((GROUP,), (REISSUED,)), ((GROUP,), (GROUP[:-1],))]
)
def test_changes_in_them_are_shown_and_proved(
    write: Callable[..., None], old: tuple[str, ...], new: tuple[str, ...], tmp_path: Path
) -> None:
    write(align(noted(*old), noted(*new)), tmp_path / "a.docx")
    assert (tmp_path / "a.docx").stat().st_size > 0


def test_a_note_that_says_something_else_fails_the_proof() -> None:
    alignment, other = align(noted(GROUP), noted(GROUP)), align(noted(GROUP), noted(REISSUED))
    for data in (tracked_bytes(alignment), tracked_bytes(align(noted(REISSUED), noted(GROUP)))):
        with pytest.raises(TrackingFailed, match=r"Group of Friends|Reissued"):
            prove(data, other, DEFAULTS)
