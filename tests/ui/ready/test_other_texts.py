# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings belong to the text they were found in: none outlives its draft, its footnote or its paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, shown_window

from drafting.checking import Finding, Rule, Severity, Spot, rules
from drafting.draft import Draft, Located, delete, remove_note
from drafting.errors import DraftError
from ui.app import ErrorHook
from ui.checks.places import located
from ui.editor.lines import Spot as Place
from ui.editor.readback import Caret
from ui.settings import Settings
from ui.window import MainWindow

BLOCKING: Rule = next(one for one in rules() if one.blocking and not one.generated)


def finding(draft: Draft) -> Located:
    """In the first footnote of the draft, held against its last paragraph."""
    paragraph = next(one for one in draft.paragraphs if one.notes)
    note, last = paragraph.notes[0], draft.label(draft.paragraphs[-1].key).id
    spot = Spot(draft.label(paragraph.key).id, 0, 3, draft.note_numbers[note.key])
    made = Finding(BLOCKING.id, Severity.ERROR, spot, note.text[:3], "Said.", (Spot(last, 0, 3),))
    return Located(made, paragraph.key, note.key)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    shown = shown_window(qtbot, ScriptedPrompts(), Settings.in_file(tmp_path / "settings.ini"))
    shown.checker.find = lambda draft, _off: (
        (finding(draft),) if any(p.notes for p in draft.paragraphs) else ()
    )
    with qtbot.waitSignal(shown.checker.checked):
        shown.desk.open(small_draft())
    assert len(shown.checker.placed) == 1
    return shown


def other_text() -> Draft:
    """One with fewer paragraphs and no footnotes: nothing of the first is in it."""
    draft = small_draft()
    draft = delete(draft, [one.key for one in draft.paragraphs[1:]]).draft
    [left] = draft.paragraphs
    for note in left.notes:
        draft = remove_note(draft, left.key, note.key).draft
    return draft


def agrees(window: MainWindow) -> bool:
    page, draft = window.work.page, window.desk.draft
    assert draft is not None
    assert page.picture.draft is draft
    assert [line.key for line in page.picture.lines if line.key and not line.note] == [
        one.key for one in draft.paragraphs
    ]
    return True


def test_another_text_is_opened(window: MainWindow) -> None:
    window.desk.open(other_text())
    assert window.checker.placed == ()
    assert not [one for one in window.readiness.blockers if one.about == BLOCKING.id]
    assert agrees(window)


def test_another_text_is_opened_while_the_first_is_checked(qtbot: QtBot, window: MainWindow) -> None:
    window.checker.now()
    window.desk.open(other_text())
    with qtbot.waitSignal(window.checker.checked):
        window.checker.now()
    assert window.checker.placed == ()
    assert agrees(window)


def test_the_footnote_goes_with_its_mark(window: MainWindow) -> None:
    draft, page = window.desk.draft, window.work.page
    assert draft is not None
    key = window.checker.placed[0].at.key
    page.show_caret(Caret(key, "", Place(draft.paragraph(key).notes[0].offset, 1)))
    cursor = page.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert window.desk.draft is not draft
    assert window.checker.placed == ()
    assert agrees(window)


def test_the_paragraph_it_is_held_against_goes(window: MainWindow) -> None:
    assert window.desk.draft is not None
    window.desk.do(delete(window.desk.draft, [window.desk.draft.paragraphs[-1].key]))
    [left] = window.checker.placed
    assert left.related == ()
    assert [one.about for one in window.readiness.blockers].count(BLOCKING.id) == 1
    assert agrees(window)


@pytest.mark.parametrize("what", ["related", "words"])
def test_a_finding_of_another_text_is_never_placed_by_chance(window: MainWindow, what: str) -> None:
    [placed] = window.checker.placed
    draft = small_draft()
    if what == "related":
        after = delete(draft, [draft.paragraphs[-1].key]).draft
        assert located(after, placed).finding.related == ()
    else:
        after = remove_note(draft, placed.at.key, placed.at.note or "").draft
        with pytest.raises(DraftError):
            located(after, placed)
    assert window.checker.placed_in(draft) == ()


def test_keys_are_not_typed_into_a_page_of_another_text(window: MainWindow) -> None:
    page, other = window.work.page, other_text()
    heard: list[str] = []
    page.remark.connect(heard.append)
    window.desk._draft = window.desk._whole = other  # as if showing it had failed
    page.textCursor().insertText("x")
    assert window.desk.draft is other
    assert len(heard) == 1
    assert agrees(window)


def test_all_views_follow_before_an_error_is_told(window: MainWindow) -> None:
    told: list[bool] = []

    class Asked(ScriptedPrompts):
        def problem(self, *_words: object) -> None:
            page = window.work.page
            told.append(page.picture.draft is window.desk.draft)
            loop.quit()

    hook, loop = ErrorHook(window, Asked()), QEventLoop()

    def open_other() -> None:
        hook(KeyError, KeyError("p23n1"), None)  # as from a listener before the page
        told.append(False)
        window.desk.open(other_text())

    QTimer.singleShot(0, open_other)
    QTimer.singleShot(5000, loop.quit)  # reached only when nothing is told
    loop.exec()
    assert told == [False, True]
