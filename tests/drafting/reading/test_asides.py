# SPDX-License-Identifier: GPL-3.0-or-later
"""Asterisk notes of the first page go to the masthead from any kind of text, bullets do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafting.reading import read
from drafting.resolution import Resolution

ReadText = Callable[[str], Resolution]
SPONSORS = "Any changes to the list of sponsors will be reflected in the official record of the meeting."
REISSUED = "Reissued for technical reasons on 5 November 2025."
TEXT = """A/C.3/80/L.52*

Eightieth session
Agenda item 3
The agenda

Cuba,** Honduras and Mexico: draft resolution

Quiet harbours

The General Assembly,

Recalling its resolution 78/199 of 19 December 2023,1

1. Decides to meet, in particular in
{notes}
small harbours.
"""
NOTES = f"""_______________
* {REISSUED}
** On behalf of the States that are members
of the Group.
*** {SPONSORS}
1 See A/78/481.
"""


def test_notes_of_the_first_page_are_told_from_footnotes_and_text(read_text: ReadText) -> None:
    found = read_text(TEXT.format(notes=NOTES))
    said = ("On behalf of the States that are members of the Group.", REISSUED, SPONSORS)
    assert sorted(found.masthead.notes) == sorted(said)
    first, second = found.paragraphs
    assert [(note.number, note.text) for note in first.footnotes] == [(1, "See A/78/481.")]
    assert second.text == "Decides to meet, in particular in small harbours."
    assert not any(warning.needs_look for warning in found.warnings)


@pytest.mark.parametrize("line", [f"*{SPONSORS}", SPONSORS, f"** {SPONSORS}", f"* {REISSUED}"])
def test_usual_notes_are_known_by_their_words(read_text: ReadText, line: str) -> None:
    found = read_text(f"The General Assembly,\n\nRecalling the Charter,\n\n1. Decides so.\n\n{line}\n")
    assert [line.lstrip("* ")] == list(found.masthead.notes)
    assert [paragraph.id for paragraph in found.paragraphs] == ["PP1", "OP1"]


def test_asterisks_before_several_lines_are_bullets(read_text: ReadText) -> None:
    points = "\n\n".join(f"* {name} quiet and small" for name in ("Ports", "Piers", "Quays"))
    found = read_text(f"A/RES/1/2*\n\nThe General Assembly,\n\n1. Decides so.\n\nAnnex\n\n{points}\n")
    assert found.masthead.notes == ()
    assert [p.text.endswith("quiet and small") for p in found.paragraphs][-3:] == [True] * 3


def test_a_footnote_marked_in_the_masthead_only_is_a_note_of_the_first_page(tmp_path: Path) -> None:
    page = (
        "<p>A/RES/79/300<a id=m href='#n'><sup>1</sup></a></p><p>The General Assembly,</p>"
        "<p><i>Recalling</i> it,<a id=m2 href='#n2'><sup>2</sup></a></p><p>1. <i>Decides</i> so.</p>"
        f"<div id=n><a href='#m'>1</a> {REISSUED}</div><div id=n2><a href='#m2'>2</a> See A/1.</div>"
    )
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    found = read(path)
    assert found.masthead.notes == (REISSUED,)
    assert [note.text for note in found.paragraphs[0].footnotes] == ["See A/1."]
