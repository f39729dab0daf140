# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving far by name, with a word on what would become of it; acts on all that is selected."""

from __future__ import annotations

import pytest
from restructured import ANNEXED, PLAIN, drawn, key, keys, picture
from small import small_draft
from windows import ScriptedPrompts, act

from drafting.draft import Decision
from drafting.translation import tr
from ui.editor.destination import MoveToDialog
from ui.editor.lines import Spot
from ui.editor.readback import Caret
from ui.window import MainWindow


@pytest.fixture
def dialog(qtbot):
    draft = drawn(PLAIN)
    made = MoveToDialog(None, draft, keys(draft, "h"))
    qtbot.addWidget(made)
    return made


def test_where_it_would_land_is_said_while_the_name_is_typed(dialog):
    assert dialog.windowTitle() == "Move OP3"
    dialog.field.setText("op1")
    assert dialog.told.text() == "OP3 goes after OP1(b)."  # behind its points
    dialog.before.click()
    assert dialog.told.text() == "OP3 goes before OP1."
    dialog.field.setText("OP1(a)")
    assert dialog.told.text() == "Points would come to stand under another paragraph. Nothing was changed."
    dialog.accept()
    assert dialog.goal is None
    assert dialog.field.accessibleDescription() == dialog.told.text()


def test_a_place_is_taken(dialog):
    dialog.field.setText("OP1")
    dialog.before.click()
    dialog.accept()
    assert (dialog.goal.key, dialog.behind.isChecked()) == (key(drawn(PLAIN), "c"), False)
    named = (dialog.field.accessibleName(), dialog.behind.text(), dialog.before.text())
    assert all(named)
    assert named[0] == tr("Name of the paragraph beside which they shall stand")


@pytest.mark.parametrize(
    ("word", "place", "behind", "after"),
    [
        ("b", "d", True, "PP1 a OP1 c A1 d A1.OP1 b A1.OP2 e A1.OP3 f A2 g A2.OP1 h"),
        ("f", "b", False, "PP1 a OP1 f OP2 b OP3 c A1 d A1.OP1 e A2 g A2.OP1 h"),
        ("a", "c", True, ""),
    ],
)
def test_the_act_asks_and_moves(
    empty_window: MainWindow, prompts: ScriptedPrompts, word: str, place: str, behind: bool, after: str
) -> None:
    window = empty_window
    window.desk.open(drawn(ANNEXED))
    draft = window.desk.draft
    assert draft is not None
    window.work.page.show_caret(Caret(key(draft, word), "", Spot(0)))
    prompts.destinations = [(key(draft, place), behind)]
    act(window, "move_to")
    assert picture(window.desk.draft) == (after or ANNEXED)  # type: ignore[arg-type]
    assert window.work.page.current_paragraph == key(draft, word)
    assert window.desk.undo_stack.count() == bool(after)


@pytest.mark.parametrize(
    ("name", "wanted"), [("accept_selected", Decision.ACCEPTED), ("keep_selected", Decision.KEPT)]
)
def test_proposals_in_the_selection_are_decided_at_once(
    window: MainWindow, name: str, wanted: Decision
) -> None:
    window.desk.open(small_draft())
    page, before = window.work.page, window.desk.draft
    page.show_caret(Caret("p1", "", Spot(0)))
    act(window, name)
    assert before is not None
    assert window.desk.draft is not None
    found = {choice.decision for one, choice in window.desk.draft.choices() if one.key == "p1"}
    assert found == {wanted}
    assert all(
        choice.decision is Decision.OPEN for one, choice in window.desk.draft.choices() if one.key == "p6"
    )
    act(window, "undo")
    assert window.desk.draft is before


def test_structure_is_added_from_the_menu_and_the_caret_stands_in_its_title(empty_window: MainWindow) -> None:
    window = empty_window
    window.desk.open(drawn(PLAIN))
    page = window.work.page
    page.show_caret(Caret(key(window.desk.draft, "g"), "", Spot(0)))  # type: ignore[arg-type]
    for name, undo in (("insert_heading", "Insert heading before OP2"), ("add_annex", "Add annex")):
        act(window, name)
        assert window.desk.draft is not None
        here = window.desk.draft.paragraph(page.current_paragraph)
        assert (here.kind.value, here.text) == ("heading", "")
        assert window.desk.undo_stack.undoText() == undo
    assert picture(window.desk.draft).endswith("H1  OP2 g OP3 h A1  A1.T1 ")
    act(window, "undo", "undo")
    assert picture(window.desk.draft) == PLAIN
