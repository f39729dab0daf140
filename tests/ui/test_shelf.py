# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents on the shelf answer open facts; nothing is filled in before the drafter says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shelf_files import GENERAL_ASSEMBLY, LETTER, REPORT, written
from small import FACTS, small_carry, small_lineage
from windows import ScriptedPrompts, act

from drafting.draft import Draft, start_draft
from drafting.updating.records import Sought, SoughtKind
from drafting.updating.shelf import Answer, ShelfKind, Shelved
from ui.answering import sure_of
from ui.app import Start, begin, read_arguments
from ui.panels.fact_answers import AnswerBox, value_of
from ui.panels.shelf_card import INVITATION
from ui.prompts import Use
from ui.shelf import is_text, may_follow
from ui.window import MainWindow

ANSWERS = (
    Answer("topic", {"number": "199", "date": "19 December 2023"}, "a.txt", "it is the one", True),
    Answer("topic", {"number": "200"}, "b.txt", "it may be", False),
)


def sought_draft() -> Draft:
    """The small draft, whose facts can be looked up."""
    carry = small_carry()
    sought = (
        Sought(SoughtKind.RESOLUTION, "General Assembly", 78, "on cooperation", cited=("77/1",)),
        Sought(
            SoughtKind.SYMBOL,
            "Human Rights Council",
            56,
            "the report of the High Commissioner",
            cited=("A/HRC/53/46",),
        ),
    )
    facts = (replace(fact, sought=one) for fact, one in zip(carry.facts, sought, strict=True))
    return start_draft(small_lineage(), replace(carry, facts=tuple(facts)))


@pytest.fixture
def sought(window: MainWindow) -> MainWindow:
    window.desk.open(sought_draft())
    return window


def put(qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, *paths: Path) -> None:
    """Choose documents for the shelf as a drafter does, and wait until facts were looked up in them."""
    prompts.files.append(paths)
    with qtbot.waitSignal(window.shelving.lookup.answered):
        act(window, "shelf")


def boxes(window: MainWindow, card: int = 0) -> list[AnswerBox]:
    return window.work.facts.cards[card].answers.boxes


def test_values_stand_in_the_order_of_the_fields() -> None:
    assert [value_of(FACTS[0], one) for one in ANSWERS] == ["number 199, date 19 December 2023", "200"]


def test_only_a_sure_best_answer_is_used_unasked() -> None:
    assert sure_of({"topic": ANSWERS}) == [ANSWERS[0]]
    assert sure_of({"topic": ANSWERS[::-1]}) == []


def test_an_answer_is_shown_with_its_reason_and_used_on_confirmation(
    qtbot: QtBot, sought: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    put(qtbot, sought, prompts, written(tmp_path, "ga.txt", GENERAL_ASSEMBLY))
    assert sought.work.tabs.currentWidget() is sought.work.facts
    [box] = boxes(sought)
    assert (box.answer.values, box.answer.document) == (
        {"number": "199", "date": "19 December 2023"},
        "ga.txt",
    )
    assert box.answer.reason in box.use.accessibleDescription()
    assert sought.desk.draft is not None
    assert sought.desk.draft.facts == {}
    box.use.click()
    assert sought.work.facts.cards[0].fields.values() == box.answer.values
    assert boxes(sought) == []
    act(sought, "undo")
    assert sought.work.facts.cards[0].fields.values() == {"number": "", "date": ""}
    assert len(boxes(sought)) == 1


def test_all_sure_answers_are_one_act(
    qtbot: QtBot, sought: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    files = written(tmp_path, "ga.txt", GENERAL_ASSEMBLY), written(tmp_path, "report.txt", REPORT)
    put(qtbot, sought, prompts, *files)
    shelf = sought.work.facts.shelf
    assert shelf.sure.text() == "Use 2 sure answers"
    assert shelf.told.text() == "Answers to 2 of 2 open facts are shown below."
    shelf.sure.click()
    assert sought.desk.draft is not None
    assert sought.desk.draft.missing_facts == ()
    assert (shelf.sure.isHidden(), shelf.told.text()) == (
        True,
        "2 facts are filled in as found here. No fact is open.",
    )
    act(sought, "undo")
    assert sought.desk.draft.facts == {}
    assert len(sought.desk.draft.shelf) == 2


def test_documents_are_listed_and_taken_off(
    qtbot: QtBot, sought: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    shelf = sought.work.facts.shelf
    assert shelf.told.text() == INVITATION
    put(qtbot, sought, prompts, written(tmp_path, "report.txt", REPORT))
    assert len(shelf.removes) == 1
    (words,) = [one.text() for one in shelf.findChildren(QLabel) if "report.txt" in one.text()]
    assert words.splitlines()[1] == "report.txt · text"
    shelf.removes[0].click()  # type: ignore[attr-defined]
    assert sought.desk.draft is not None
    assert sought.desk.draft.shelf == ()
    assert shelf.removes == []
    act(sought, "undo")
    assert len(shelf.removes) == 1


def test_what_answers_nothing_is_said(
    qtbot: QtBot, sought: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.files.append((written(tmp_path, "letter.txt", LETTER), tmp_path / "missing.txt"))
    with qtbot.waitSignal(sought.shelving.noticed):
        act(sought, "shelf")
    assert {notice.head for notice in sought.notices.notices} == {"letter.txt", "missing.txt"}
    assert all(notice.word == "not on the shelf" for notice in sought.notices.notices)


def test_a_dropped_report_goes_on_the_shelf_unasked(
    qtbot: QtBot, sought: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    with qtbot.waitSignal(sought.shelving.put):
        sought.shelving.receive([written(tmp_path, "report.txt", REPORT)])
    assert prompts.asked == []


@pytest.mark.parametrize(("use", "count"), [(Use.SHELF, 1), (Use.NOTHING, 0)])
def test_a_dropped_resolution_is_asked_about(
    qtbot: QtBot, sought: MainWindow, prompts: ScriptedPrompts, tmp_path: Path, use: Use, count: int
) -> None:
    prompts.uses.append(use)
    sought.shelving.receive([written(tmp_path, "ga.txt", GENERAL_ASSEMBLY)])
    qtbot.waitUntil(lambda: prompts.asked == ["ga.txt, strange"])
    assert sought.desk.draft is not None
    assert len(sought.desk.draft.shelf) == count


@pytest.mark.parametrize(
    ("document", "text", "kin"),
    [
        (Shelved("a", ShelfKind.RESOLUTION, organ="Human Rights Council", title="Cooperation"), True, True),
        (Shelved("a", ShelfKind.DRAFT, organ="Human Rights Council", title="Cooperation"), True, True),
        (Shelved("a", ShelfKind.RESOLUTION, organ="General Assembly", title="Cooperation"), True, False),
        (Shelved("a", ShelfKind.RESOLUTION, organ="Human Rights Council", title="Torture"), True, False),
        (Shelved("a", ShelfKind.RESOLUTION, organ="Human Rights Council"), True, False),
        (Shelved("a", ShelfKind.DOCUMENT, organ="Human Rights Council", title="Report"), False, False),
    ],
)
def test_what_may_be_a_version_of_the_series(document: Shelved, text: bool, kin: bool) -> None:
    assert (is_text(document), may_follow(sought_draft(), document)) == (text, kin)


def test_the_command_line_puts_documents_on_the_shelf(
    qtbot: QtBot, empty_window: MainWindow, tmp_path: Path
) -> None:
    path = written(tmp_path, "ga.txt", GENERAL_ASSEMBLY)
    assert read_arguments(["a.txt", "--shelf", str(path)]).shelf == (path,)
    with qtbot.waitSignal(empty_window.shelving.put):
        begin(empty_window, Start(sample=True, shelf=(path,)))
    assert empty_window.desk.draft is not None
    assert [one.source for one in empty_window.desk.draft.shelf] == ["ga.txt"]


def test_reading_for_the_shelf_can_be_cancelled(
    qtbot: QtBot, sought: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.files.append((written(tmp_path, "report.txt", REPORT),))
    act(sought, "shelf")
    assert sought.status.cancel.isVisible()
    sought.status.cancel.click()
    assert not sought.status.busy.isVisible()
    assert sought.desk.draft is not None
    assert sought.desk.draft.shelf == ()


def test_what_stands_otherwise_in_a_document_is_to_be_checked(
    qtbot: QtBot, sought: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    put(qtbot, sought, prompts, written(tmp_path, "ga.txt", GENERAL_ASSEMBLY))
    card = sought.work.facts.cards[0]
    sought.deciding.fill("topic", {"number": "199", "date": "20 December 2023"})
    assert "ga.txt has 19 December 2023 in place of 20 December 2023" in card.doubts.text()
    assert card.state.text() == "to check"
    sought.deciding.fill("topic", {"date": "19 December 2023"})
    assert (card.doubts.isHidden(), card.state.text()) == (True, "filled in")
