# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds after any edits: the page shows the draft, open proposals keep their words, undo leads back."""

from __future__ import annotations

from contextlib import suppress

import shiboken6
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from drafting.draft import Decision, accept, accept_all, keep, reopen, set_fact
from drafting.errors import DraftError
from ui.editor.filters import Filter

KEY = Qt.Key
KEYS = {
    "enter": (KEY.Key_Return, False),
    "backspace": (KEY.Key_Backspace, False),
    "delete": (KEY.Key_Delete, False),
    "delete word": (KEY.Key_Backspace, True),
    "delete next word": (KEY.Key_Delete, True),
    "left": (KEY.Key_Left, False),
    "right": (KEY.Key_Right, False),
    "cut": (KEY.Key_X, True),
    "paste": (KEY.Key_V, True),
    "undo": (KEY.Key_Z, True),
    "redo": (KEY.Key_Y, True),
}
DECIDE = {"accept": accept, "keep": keep, "reopen": reopen}
PLACE = st.floats(0, 1)
PROPOSAL = st.sampled_from(["q1", "q2", "q3", "q4", "q5"])
ACT = st.one_of(
    st.tuples(st.just("caret"), PLACE),
    st.tuples(st.just("select"), PLACE, st.integers(1, 60)),
    st.tuples(st.just("type"), st.text("a ,f7/𝔘😀", min_size=1, max_size=3)),
    st.tuples(st.just("commit"), st.text("é𝔘 ", max_size=3)),
    st.tuples(st.just("key"), st.sampled_from(sorted(KEYS))),
    st.tuples(st.just("insert"), st.text("b \n", max_size=5)),
    st.tuples(st.just("decide"), st.sampled_from(sorted(DECIDE)), PROPOSAL),
    st.tuples(st.just("accept all")),
    st.tuples(st.just("fact"), st.sampled_from(["", "199"])),
    st.tuples(st.just("marked"), st.booleans()),
    st.tuples(st.just("filter"), st.sampled_from(Filter)),
)


def caret(hand, share: float, length: int = 0) -> None:
    cursor, last = hand.page.textCursor(), hand.page.document().characterCount() - 1
    start = round(share * last)
    cursor.setPosition(whole(hand, start))
    cursor.setPosition(whole(hand, min(start + length, last)), QTextCursor.MoveMode.KeepAnchor)
    hand.page.setTextCursor(cursor)


def whole(hand, position: int) -> int:
    """The position, or the one before when it lies within a character of two code units, as no caret does."""
    return position - 1 if 0xDC00 <= ord(hand.page.document().characterAt(position)) <= 0xDFFF else position


def commit(hand, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(hand.page, event)


def insert(hand, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    hand.page.insertFromMimeData(data)


def decide(hand, how: str, proposal: str) -> None:
    with suppress(DraftError):  # overtaken or removed by the edits before
        hand.desk.do(DECIDE[how](hand.draft, proposal))


ACTS = {
    "caret": caret,
    "select": caret,
    "type": lambda hand, text: hand.type(text),
    "commit": commit,
    "key": lambda hand, name: hand.press(KEYS[name][0], ctrl=KEYS[name][1]),
    "insert": insert,
    "decide": decide,
    "accept all": lambda hand: hand.desk.do(accept_all(hand.draft)),
    "fact": lambda hand, number: hand.desk.do(set_fact(hand.draft, "ga", {"number": number})),
    "marked": lambda hand, marked: hand.page.set_marked(marked),
    "filter": lambda hand, wanted: hand.page.set_filter(wanted),
}


def open_proposals_keep_their_words(hand) -> bool:
    for paragraph, choice in hand.draft.choices():
        if choice.decision is Decision.OPEN:
            text = paragraph.note(choice.note).text if choice.note else paragraph.text
            assert text[choice.start : choice.end] == hand.draft.proposal(choice.proposal).old
    return True


@settings(deadline=None, max_examples=60)
@given(acts=st.lists(ACT, max_size=25))
def test_page_and_draft_always_agree(new_hand, acts):
    hand = new_hand()
    first = hand.draft
    try:
        for name, *values in acts:
            ACTS[name](hand, *values)
            assert hand.agrees()
            assert open_proposals_keep_their_words(hand)
        hand.undo_all()
        assert hand.draft is first
        assert hand.agrees()
    finally:
        shiboken6.delete(hand.page)
