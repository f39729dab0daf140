# SPDX-License-Identifier: GPL-3.0-or-later
"""A series whose resolutions have annexes, from two text files to the Word file of the next draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act, text_of

from drafting.reading import read
from ui.panels.outline import outline_rows
from ui.window import MainWindow

RULES = """
1. Every keeper polishes the lamp at dusk and writes the weather into the book.

2. Every keeper:

(a) Rests on one day of the week;

(b) Reports wrecks to the harbour master.
"""
TEXT = """General Assembly
{ordinal} session
Agenda item 72

Resolution adopted by the General Assembly on {day}

{number}. Keepers of lighthouses

The General Assembly,

Recalling its resolution {before},

Guided by the Charter of the United Nations,

1. Adopts the rules for keepers of lighthouses annexed to the present resolution;

2. Decides to continue its consideration of the matter at its {next} session.

65th plenary meeting
{day}
{annexes}
1. The Assembly reviews the rules at its {next} session, as decided in resolution {before}.
"""
OLDER = TEXT.format(
    ordinal="Seventy-sixth",
    number="76/9",
    day="14 December 2021",
    before="74/11 of 12 December 2019",
    next="seventy-eighth",
    annexes=f"\nAnnex I\n\nRules for keepers of lighthouses\n{RULES}\nAnnex II\n\nReview of the rules\n",
)
LATEST = TEXT.format(
    ordinal="Seventy-eighth",
    number="78/9",
    day="12 December 2023",
    before="76/9 of 14 December 2021",
    next="eightieth",
    annexes="\nAnnex\n\nReview of the rules\n",
)


@pytest.fixture
def window(opened: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    paths = (tmp_path / "76-9.txt", tmp_path / "78-9.txt")
    for path, text in zip(paths, (OLDER, LATEST), strict=True):
        path.write_text(text, encoding="utf-8")
    return opened(*paths)


def test_an_annex_is_brought_up_to_date_and_written(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    draft = window.desk.draft
    assert draft is not None
    assert [(row.text, row.note) for row in outline_rows(draft, "")] == [
        ("Preamble", "2"),
        ("Operative part", "2"),
        ("Annex Review of the rules", "1"),
        ("Dropped since 76/9", "5"),
    ]
    assert draft.lineage.thread("A1.OP1").places == ("A2.OP1", "A1.OP1")

    act(window, "accept_all")
    updated = "at its eighty-second session, as decided in resolution 78/9 of 12 December 2023."
    assert text_of(window.desk.draft, "A1.OP1") == f"The Assembly reviews the rules {updated}"
    assert "78/9 of 12 December 2023" in text_of(window.desk.draft, "PP1")

    path = tmp_path / "draft.docx"
    prompts.places.append(path)
    with qtbot.waitSignal(window.exporting.noticed):
        act(window, "export_again")
    assert window.desk.draft is not None
    written = window.desk.draft.resolution.paragraphs
    assert [(p.id, p.label, p.kind, p.text) for p in read(path).paragraphs] == [
        (p.id, p.label, p.kind, p.text) for p in written
    ]


def test_the_comparison_follows_the_annex_that_was_renumbered(window: MainWindow) -> None:
    assert window.desk.draft is not None
    (alignment,) = window.desk.draft.lineage.alignments
    pairs = {(pair.old, pair.new): pair.change.value for pair in alignment.pairs}
    assert pairs[("A2",), ("A1",)] == "unchanged"
    assert pairs[("A2.OP1",), ("A1.OP1",)] == "reworded"
    assert pairs[("A1.OP2(a)",), ()] == "removed"
