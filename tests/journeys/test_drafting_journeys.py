# SPDX-License-Identifier: GPL-3.0-or-later
"""The drafter's work from four files to a finished draft, by the keys and acts of the window.

`test_on_a_screen.py` takes these journeys on a real screen too, where there is one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hand import Hand
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act, decided, text_of

from drafting.draft import Decision, Draft
from drafting.project import open_project
from drafting.reading import read
from drafting.writing.against import against
from drafting.writing.tracked import write_tracked
from ui.window import MainWindow

Opening = Callable[..., MainWindow]
KEY = Qt.Key


def labelled(draft: Draft | None) -> dict[str, str]:
    """The key of every paragraph by its label."""
    assert draft is not None
    return {draft.label(one.key).id: one.key for one in draft.paragraphs}


def openings(draft: Draft | None, *labels: str) -> list[str]:
    """How paragraphs begin, as printed in italics."""
    assert draft is not None
    keys = labelled(draft)
    return [draft.opening(draft.paragraph(keys[label])) for label in labels]


def numbers(draft: Draft | None) -> list[tuple[str, int, str]]:
    """Every footnote: where its mark stands, its number, and how it begins."""
    assert draft is not None
    return [
        (draft.label(one.key).id, draft.note_numbers[note.key], " ".join(note.text.split()[:3]))
        for one in draft.paragraphs
        for note in sorted(one.notes, key=lambda note: note.offset)
    ]


# --------------------------------------------------------------------------- four files, one finished draft


def test_four_files_become_a_finished_draft(
    qtbot: QtBot,
    opened: Opening,
    prompts: ScriptedPrompts,
    sample_files: tuple[Path, ...],
    tmp_path: Path,
) -> None:
    window = opened(*reversed(sample_files))
    _fill_in_the_facts(window)
    act(window, "accept_all")
    while decided(window.desk.draft, Decision.OPEN):
        act(window, "accept")
    assert "resolution 79/199 of 19 December 2024" in text_of(window.desk.draft, "PP4")
    assert "sixty-second session" in text_of(window.desk.draft, "OP37")
    _ignore_what_blocks(qtbot, window)
    assert window.status.ready.text().startswith("Ready to submit")

    prompts.places += [tmp_path / "mine.penholder", tmp_path / "draft.docx"]
    act(window, "save")
    with qtbot.waitSignal(window.exporting.noticed):
        act(window, "export_again")
    assert open_project(tmp_path / "mine.penholder") == window.desk.draft
    assert window.desk.draft is not None
    written = read(tmp_path / "draft.docx").paragraphs
    assert [one.text for one in written] == [one.text for one in window.desk.draft.resolution.paragraphs]


def _fill_in_the_facts(window: MainWindow) -> None:
    act(window, "panel_facts")
    for card in window.work.facts.cards:
        for name, words in (("number", "199"), ("date", "19"), ("serial", "12")):
            if name in card.fields.edits:
                card.fields.edits[name].setText(words)
                card.fields.edits[name].editingFinished.emit()


def _ignore_what_blocks(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.checker.known and not window.checker.waiting)
    for _ in range(20):
        blocking = [one for one in window.readiness.now(window.desk.draft) if one.kind == "finding"]
        if not blocking:
            break
        window.readiness.wanted.emit(blocking[0])
        act(window, "ignore")
        qtbot.waitUntil(lambda: window.checker.known and not window.checker.waiting)


# ------------------------------------------------- paragraphs added, moved and split, with their footnotes


@pytest.fixture
def hand(opened: Opening) -> Hand:
    return Hand(opened().work.page)


def _accept_style(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.acts["accept_style"].isEnabled)
    act(window, "accept_style")


def test_a_moved_paragraph_takes_its_footnote_along_and_its_place_in_the_run(
    qtbot: QtBot, hand: Hand, window: MainWindow
) -> None:
    first = window.desk.draft
    assert openings(first, "PP2", "PP3", "PP4", "PP5") == [
        "Recalling",
        "Recalling also",
        "Recalling further",
        "Recalling",
    ]
    hand.put(labelled(first)["PP3"], 0)
    act(window, "move_up")
    assert numbers(window.desk.draft)[0][:2] == ("PP2", 1)
    _accept_style(qtbot, window)
    assert openings(window.desk.draft, "PP2", "PP3", "PP4", "PP5") == [
        "Recalling",
        "Recalling also",
        "Recalling further",
        "Recalling",
    ]
    assert text_of(window.desk.draft, "PP2").startswith("Recalling General Assembly resolution 69/313")
    assert hand.agrees()
    hand.undo_all()
    assert window.desk.draft is first


def test_a_footnote_put_in_renumbers_those_behind_it(hand: Hand, window: MainWindow) -> None:
    before = numbers(window.desk.draft)
    hand.put(labelled(window.desk.draft)["PP2"], 9)
    act(window, "insert_note")
    hand.type("Resolution 70/1.")
    assert numbers(window.desk.draft) == [
        ("PP2", 1, "Resolution 70/1."),
        *((label, number + 1, words) for label, number, words in before),
    ]
    assert hand.agrees()


def test_a_split_paragraph_keeps_its_footnote_where_its_words_are(hand: Hand, window: MainWindow) -> None:
    draft = window.desk.draft
    before = numbers(draft)
    text = text_of(draft, "OP32").partition("\n")[0]
    hand.put(labelled(draft)["OP32"], text.index(" on the implementation"))
    hand.press(KEY.Key_Return)
    assert text_of(window.desk.draft, "OP32") == text[: text.index(" on the implementation")]
    assert [label for label, *_ in numbers(window.desk.draft)] == [
        *(label for label, *_ in before[:-1]),
        "OP33",
    ]
    assert text_of(window.desk.draft, "OP38").startswith("Decides to continue")
    hand.press(KEY.Key_Backspace)
    assert numbers(window.desk.draft) == before
    assert hand.agrees()


def test_a_paragraph_put_in_is_counted_and_tracked(
    qtbot: QtBot, hand: Hand, window: MainWindow, tmp_path: Path
) -> None:
    hand.put(labelled(window.desk.draft)["OP30"], 0)
    act(window, "insert_after")
    hand.type("Requests the Secretary-General to report;")
    act(window, "move_down")
    _accept_style(qtbot, window)
    draft = window.desk.draft
    assert draft is not None
    made = next(one for one in draft.paragraphs if one.origin is None)
    assert draft.label(made.key).id == "OP32"
    assert made.text == "Also requests the Secretary-General to report;"
    assert text_of(draft, "OP38").startswith("Decides to continue")
    write_tracked(against(draft), tmp_path / "tracked.docx", moves=True)  # or raises TrackingFailed
    texts = [one.text for one in read(tmp_path / "tracked.docx").paragraphs]
    assert texts == [one.text for one in draft.resolution.paragraphs]


# ----------------------------------------------------------------------------------- brought back


def test_a_dropped_paragraph_is_brought_back_and_updated(hand: Hand, window: MainWindow) -> None:
    first = window.desk.draft
    act(window, "panel_dropped")
    panel = window.work.history.dropped
    [row] = [at for at in range(panel.filter.rowCount()) if "OP29" in str(panel.filter.index(at, 0).data())]
    panel.list.setCurrentIndex(panel.filter.index(row, 0))
    QTest.keyClick(panel.list, KEY.Key_Return)
    draft = window.desk.draft
    assert draft is not None
    back = next(one for one in draft.paragraphs if one.origin is None)
    assert back.text.startswith("Calls upon States and other relevant stakeholders to remove")
    assert window.work.page.current_paragraph == back.key
    assert hand.agrees()
    act(window, "undo")
    assert window.desk.draft is first
