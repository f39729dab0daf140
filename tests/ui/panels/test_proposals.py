# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the proposals panel, its model and filter, and the keys on a card."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act, decided, text_of
from yearly import version

from drafting.comparing.lineage import trace
from drafting.draft import (
    Decision,
    Draft,
    Rewritten,
    accept,
    accept_all,
    keep,
    reword,
    rewrite,
    set_fact,
    start_draft,
)
from drafting.updating.proposals import propose
from drafting.updating.records import Certainty
from ui.panels.card_model import ROW, CardModel
from ui.panels.proposal_model import ProposalFilter
from ui.panels.proposal_rows import Group, ProposalRow, context, counts, pieces, rows_of, sentence
from ui.window import MainWindow


def ids(draft: Draft) -> list[str]:
    return [row.id for row in rows_of(draft)]


def told(draft: Draft) -> list[tuple[str, str, str]]:
    return [(row.place, row.status, row.new) for row in rows_of(draft)]


def test_rows_stand_in_the_order_of_the_text() -> None:
    assert told(small_draft()) == [
        ("PP1", "needs a fact", "78/[…] of […] December 2023"),
        ("PP1", "certain", "53/11 of 12 July 2023"),
        ("OP2, footnote 2", "needs a fact", "A/HRC/56/[…]"),
        ("OP3", "certain", "fifty-ninth"),
        ("OP3", "needs a fact", "78/[…]"),
    ]


def test_rows_say_what_became_of_the_proposal() -> None:
    draft = small_draft()
    first, second, third, fourth, fifth = ids(draft)
    draft = set_fact(draft, "topic", {"number": "9", "date": "19"}).draft
    draft = accept(draft, second).draft
    draft = keep(draft, third).draft
    draft = reword(draft, fourth, "sixtieth").draft
    paragraph = draft.find(fifth)[0]
    gone = paragraph.text.replace("recalls resolution 77/1", "recalls it")
    draft = rewrite(draft, [paragraph.key], [Rewritten(paragraph.key, gone)]).draft
    assert told(draft) == [
        ("PP1", "fact filled in", "78/9 of 19 December 2023"),
        ("PP1", "accepted", "53/11 of 12 July 2023"),
        ("OP2, footnote 2", "old text kept", "A/HRC/56/[…]"),
        ("OP3", "your own words", "sixtieth"),
        ("OP3", "overtaken by your edit", "78/9"),
    ]
    assert rows_of(draft)[0].id == first


def test_a_row_can_be_heard() -> None:
    row = rows_of(small_draft())[0]
    assert row.spoken == (
        "PP1, needs a fact, 1 of 5: “77/1 of 1 December 2022” becomes “78/blank of blank December 2023”. "
        "As in 50/4 and 53/11. The same fact is used in OP3."
    )


def test_an_event_has_one_card_that_tells_what_belongs_to_it() -> None:
    line = "Welcoming the Seventh Summit of the Group, held in Suva on 4 and 5 March 2023,"
    also = "Recalling the Suva Declaration of 5 March 2023,"
    lineage = trace([version("52/4", "2023-04-03", line, also)])
    draft = start_draft(lineage, propose(lineage, 55))
    (row,) = rows_of(draft)
    assert (row.old, row.number, row.total) == ("Seventh", 1, 1)
    assert row.shared == "The same question for “4 and 5 March 2023” and “5 March 2023” in PP2."
    assert [one.old for one in rows_of(reword(draft, row.id, "Eighth").draft)] == [
        "Seventh",
        "4 and 5 March 2023",
        "5 March 2023",
    ]


def test_a_proposal_without_other_words_asks_for_a_look() -> None:
    row = rows_of(small_draft())[3]
    same = replace(row, new=row.old)
    assert same.same
    assert "“fifty-sixth” stays" in same.spoken


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("at its fifty-sixth session, and", "fifty-sixth", ("at its ", " session")),
        ("A/HRC/53/46.", "A/HRC/53/46", ("", ".")),
        ("Decides, in 77/1, to", "77/1", ("Decides, in ", ", to")),
        ("77/1", "77/1", ("", "")),
    ],
)
def test_context_is_words_around_a_place(text: str, word: str, expected: tuple[str, str]) -> None:
    start = text.index(word)
    assert context(text, start, start + len(word)) == expected


@pytest.mark.parametrize(
    ("reason", "expected"),
    [("as in 47/9", "As in 47/9."), ("Really?", "Really?"), ("", ""), ("Kept.", "Kept.")],
)
def test_reasons_are_sentences(reason: str, expected: str) -> None:
    assert sentence(reason) == expected


def test_placeholders_are_told_apart() -> None:
    assert list(pieces("78/[…] of […] 2023")) == [
        ("78/", False),
        ("[…]", True),
        (" of ", False),
        ("[…]", True),
        (" 2023", False),
    ]


def test_chips_count_what_they_show() -> None:
    rows = rows_of(accept_all(small_draft()).draft)
    assert counts(rows) == {
        Group.ALL: 5,
        Group.CERTAIN: 0,
        Group.FACT: 3,
        Group.REVIEW: 0,
        Group.STYLE: 0,
        Group.DECIDED: 2,
    }


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = CardModel()
    chosen = ProposalFilter(model)
    for one in (model, chosen):
        QAbstractItemModelTester(one, QAbstractItemModelTester.FailureReportingMode.Fatal, one)
    draft = small_draft()
    model.show(rows_of(draft))
    chosen.choose(Group.CERTAIN)
    assert chosen.rowCount() == 2
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show(rows_of(accept(draft, ids(draft)[1]).draft))
    assert changed.args[0].row() == 1
    assert ROW in changed.args[2]
    assert chosen.rowCount() == 1
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.waitSignal(model.modelReset):
        model.show(())
    assert model.rowCount() == 0


def test_a_card_is_heard_as_its_sentence(qtbot: QtBot) -> None:
    model = CardModel()
    model.show(rows_of(small_draft()))
    index = model.index(1)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole).startswith("PP1, certain, 2 of 5: ")
    assert model.data(index) == "PP1"
    assert model.data(index, Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize(
    ("key", "decision"),
    [
        (Qt.Key.Key_Return, Decision.ACCEPTED),
        (Qt.Key.Key_Enter, Decision.ACCEPTED),
        (Qt.Key.Key_K, Decision.KEPT),
    ],
)
def test_keys_decide_on_the_chosen_card(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, decision: Decision
) -> None:
    act(window, "panel_proposals")
    first, second, *_ = ids(small_draft())
    assert window.desk.proposal == first
    qtbot.keyClick(window.work.proposals.list, key)
    assert window.desk.draft is not None
    assert window.desk.draft.find(first)[1].decision is decision
    assert window.desk.proposal == second
    assert window.work.proposals.list.chosen == rows_of(window.desk.draft)[1]


def test_a_decision_is_taken_back_by_key(qtbot: QtBot, window: MainWindow) -> None:
    first = ids(small_draft())[0]
    act(window, "accept")
    window.desk.choose(first)
    qtbot.keyClick(window.work.proposals.list, Qt.Key.Key_T)
    assert decided(window.desk.draft, Decision.OPEN) == 5
    assert window.desk.proposal == first


def test_own_words_stand_at_the_place(qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts) -> None:
    prompts.words.append("78/100 of 20 December 2023")
    qtbot.keyClick(window.work.proposals.list, Qt.Key.Key_E)
    assert prompts.asked == ["PP1: 78/[…] of […] December 2023"]
    assert "resolution 78/100 of 20 December 2023 and" in text_of(window.desk.draft, "PP1")


def test_when_the_drafter_changes_their_mind_nothing_changes(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts
) -> None:
    act(window, "reword")
    assert decided(window.desk.draft, Decision.OPEN) == 5
    assert not window.desk.undo_stack.canUndo()


def test_the_fields_on_a_card_fill_the_fact(window: MainWindow) -> None:
    fields = window.work.proposals.list.tools.fields
    assert fields.isVisible()
    fields.edits["number"].setText("200")
    fields.edits["number"].editingFinished.emit()
    assert [row.new for row in rows_of(window.desk.draft) if row.fact == "topic"] == [  # type: ignore[arg-type]
        "78/200 of […] December 2023",
        "78/200",
    ]


def test_buttons_of_the_chosen_card_stand_on_it(window: MainWindow) -> None:
    cards = window.work.proposals.list
    for proposal in ids(small_draft()):
        window.desk.choose(proposal)
        card = cards.visualRect(cards.currentIndex())
        assert cards.tools.isVisible()
        assert card.contains(cards.tools.geometry())


def test_cards_behind_another_tab_stand_right_when_they_are_shown(window: MainWindow) -> None:
    window.resize(1280, 500)
    panel, other = window.work.proposals, window.work.facts
    wanted = ids(small_draft())[-2]
    window.work.tabs.setCurrentWidget(other)
    act(window, "accept_all")
    window.desk.choose(wanted)
    assert panel.list.chosen.id == wanted
    assert panel.model.rows == rows_of(window.desk.draft)  # type: ignore[arg-type]
    window.work.tabs.setCurrentWidget(panel)
    card = panel.list.visualRect(panel.list.currentIndex())
    assert panel.list.viewport().rect().intersects(card)
    assert panel.list.tools.isVisible()
    assert card.contains(panel.list.tools.geometry())


def test_the_filter_follows_decisions(window: MainWindow) -> None:
    panel = window.work.proposals
    panel.choose_group(Group.CERTAIN)
    assert panel.filter.rowCount() == 2
    act(window, "accept_all")
    assert panel.filter.rowCount() == 0
    assert panel.empty.isVisible()
    panel.choose_group(Group.DECIDED)
    assert panel.filter.rowCount() == 2


def test_what_cannot_be_decided_is_said(window: MainWindow) -> None:
    draft = window.desk.draft
    assert draft is not None
    key = draft.paragraphs[0].key
    window.desk.do(rewrite(draft, [key], [Rewritten(key, "Recalling nothing,")]))
    window.desk.choose(ids(small_draft())[0])
    assert not window.acts["accept"].isEnabled()
    window.deciding.accept()
    assert "Undo brings them back" in window.status.words.text()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("abc", "abc"),
        ("abc", "axbyc"),
        ("axbyc", "abc"),
        ("abc", ""),
        ("", "abc"),
        ("abc", "cab"),
        ("ab", "xy"),
    ],
)
def test_rows_that_come_and_go_leave_the_others_in_their_place(qtbot: QtBot, before: str, after: str) -> None:
    def rows(ids: str) -> tuple[ProposalRow, ...]:
        return tuple(replace(rows_of(small_draft())[0], id=one, number=n) for n, one in enumerate(ids))

    model = CardModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(rows(before))
    kept = {one: QPersistentModelIndex(model.index(n)) for n, one in enumerate(before)}
    model.show(rows(after))
    assert model.rows == rows(after)
    stays = [one for one in before if one in after]
    if stays and stays == [one for one in after if one in before]:
        assert {one: kept[one].row() for one in stays} == {one: after.index(one) for one in stays}


def test_new_rows_disturb_neither_choice_nor_view(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.work.proposals
    window.resize(1280, 500)
    rows = rows_of(small_draft())
    window.desk.choose(rows[3].id)
    bar = panel.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    card = panel.list.visualRect(panel.list.currentIndex())
    more = tuple(replace(rows[0], id=f"style{n}", certainty=Certainty.STYLE) for n in range(3))
    panel.list.note_view()
    panel.model.show((*rows[:2], *more, *rows[2:]))
    panel.list.show_draft(window.desk.draft)
    assert panel.list.chosen.id == rows[3].id
    assert panel.list.visualRect(panel.list.currentIndex()) == card


def test_style_is_a_group_of_its_own_and_accepted_at_once(window: MainWindow) -> None:
    draft = window.desk.draft
    assert draft is not None
    text = draft.paragraph("p3").text
    window.desk.do(rewrite(draft, ["p3"], [Rewritten("p3", text), Rewritten(None, "Reaffirms the Charter;")]))
    panel = window.work.proposals
    assert counts(panel.model.rows)[Group.STYLE] == 1
    panel.choose_group(Group.STYLE)
    assert panel.filter.rowCount() == 1
    act(window, "accept_style")
    assert window.desk.draft is not None
    assert window.desk.draft.paragraphs[3].text == "Also reaffirms the Charter;"


def test_all_that_is_certain_takes_known_facts_along(window: MainWindow) -> None:
    assert window.desk.draft is not None
    before = decided(window.desk.draft, Decision.ACCEPTED)
    fact = window.desk.draft.missing_facts[0]
    places = [
        choice.proposal
        for _, choice in window.desk.draft.choices()
        if window.desk.draft.proposal(choice.proposal).fact == fact.id
    ]
    assert places
    act(window, "accept_all")
    assert all(window.desk.draft.find(one)[1].decision is Decision.OPEN for one in places)
    assert not window.acts["accept_all"].isEnabled()
    window.desk.do(set_fact(window.desk.draft, fact.id, {part.name: "19" for part in fact.parts}))
    act(window, "accept_all")
    assert all(window.desk.draft.find(one)[1].decision is Decision.ACCEPTED for one in places)
    assert decided(window.desk.draft, Decision.ACCEPTED) > before
    assert window.desk.undo_stack.undoText().endswith("and those with known facts")


def test_rows_and_the_draft_behind_them_change_together(window: MainWindow) -> None:
    """Another target asks for another fact: no card is laid out for the draft before it."""
    draft, panel = window.desk.draft, window.work.proposals
    assert draft is not None
    renamed = tuple(replace(fact, id=f"{fact.id} later") for fact in draft.carry.facts)
    proposals = tuple(
        replace(one, fact=f"{one.fact} later" if one.fact else None, certainty=Certainty.REVIEW)
        for one in draft.carry.proposals
    )
    later = replace(draft, carry=replace(draft.carry, facts=renamed, proposals=proposals))
    panel.list.setCurrentIndex(panel.filter.index(0, 0))
    panel.list.note_view()
    panel.model.show(rows_of(later))
    panel.list.resize(panel.list.width() - 20, panel.list.height())  # as when a chip comes or goes
    panel.list.show_draft(later)
    assert panel.tools.fields.fact is not None
    assert panel.tools.fields.fact.id == "topic later"


def test_cards_are_narrowed_by_words_too(window: MainWindow) -> None:
    panel = window.work.proposals
    panel.narrowing.field.setText("fifty-ninth")
    assert [panel.filter.index(0, 0).data(ROW).label, panel.narrowing.count.text()] == ["OP3", "1 of 5"]
    panel.choose_group(Group.FACT)
    assert panel.empty.text() == "No proposal of this kind says “fifty-ninth”. Escape shows all."
    panel.empty.link.click()
    assert (panel.groups.group, panel.narrowing.words, panel.filter.rowCount()) == (Group.ALL, "", 5)


def test_escape_takes_the_filter_away_and_then_goes_to_the_page(window: MainWindow) -> None:
    panel = window.work.proposals
    panel.choose_group(Group.CERTAIN)
    panel.take_keyboard()
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.groups.group is Group.ALL
    assert window.focusWidget() is panel.list
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.work.page


def test_the_cards_of_the_paragraph_at_the_caret_are_marked(window: MainWindow) -> None:
    panel, spoken = window.work.proposals, Qt.ItemDataRole.AccessibleTextRole
    window.work.page.setFocus()
    chosen = window.desk.proposal
    window.work.page.show_paragraph("p6")
    told = [str(panel.filter.index(number, 0).data(spoken)) for number in range(5)]
    assert [one.startswith("At the caret: ") for one in told] == [False, False, False, True, True]
    assert (panel.list.cards.here, window.desk.proposal) == ("p6", chosen)  # what is in hand stays
    assert window.focusWidget() is window.work.page


def test_a_marked_card_comes_into_view(window: MainWindow) -> None:
    window.resize(1280, 420)
    panel = window.work.proposals
    window.work.page.setFocus()
    window.work.page.show_paragraph("p6")
    rects = [panel.list.visualRect(panel.filter.index(number, 0)) for number in (3, 4)]
    assert any(panel.list.viewport().rect().intersects(rect) for rect in rects)
