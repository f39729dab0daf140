# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of a draft under negotiation, for `screenshots.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QMenu, QWidget

from drafting.draft import Counted, Draft, Rewritten, Stage, accept_all, find_named, insert, rewrite
from drafting.draft.bracketing import Passage, bracket
from drafting.draft.negotiating import set_memo, set_stage
from drafting.draft.numbered import number_as
from drafting.opening import open_sample
from ui.app import create_window
from ui.desk import Desk
from ui.dialogs.memo import MemoDialog
from ui.editor.filters import Filter
from ui.prompts import Prompts
from ui.settings import Settings
from ui.window import MainWindow


def negotiated() -> Draft:
    """The sample after some rounds: brackets, other wordings, what is agreed, and private notes."""
    draft = accept_all(open_sample().draft).draft

    def key(name: str) -> str:
        return find_named(draft, name).key

    def words(name: str, said: str) -> Passage:
        start = draft.paragraph(key(name)).text.index(said)
        return Passage(key(name), start, start + len(said))

    agreed = [key(f"OP{number}") for number in (1, 2, 4, 6, 7)]
    draft = set_stage(draft, [*agreed, key("PP1"), key("PP2"), key("PP3")], Stage.AGREED).draft
    draft = set_stage(draft, [key("OP3"), key("PP5")], Stage.AD_REFERENDUM).draft
    changed = draft.paragraph(key("OP4")).text.replace(";", ", without distinction;")
    draft = rewrite(draft, [key("OP4")], [Rewritten(key("OP4"), changed)]).draft
    text = "Reaffirms that dialogue and capacity-building are means of cooperation, not conditions for it;"
    draft = insert(draft, key("OP2"), text).draft
    draft = number_as(draft, [f"p{draft.last_key}"], Counted.BIS).draft
    text = "Reaffirms that dialogue and capacity-building serve cooperation;"
    draft = insert(draft, key("OP2bis"), text).draft
    draft = number_as(draft, [f"p{draft.last_key}"], Counted.ALT).draft
    draft = set_stage(draft, [key("OP2bis")], Stage.PLACEMENT).draft
    draft = bracket(draft, [words("OP2bis", "not conditions for it"), words("OP3", "States")]).draft
    whole = Passage(key("OP5"), 0, len(draft.paragraph(key("OP5")).text))
    draft = bracket(draft, [words("OP5", draft.paragraph(key("OP5")).text.split()[4])]).draft
    draft = bracket(draft, [Passage(whole.key, 0, len(draft.paragraph(whole.key).text))]).draft
    draft = set_memo(draft, key("OP2bisalt"), "Norway could live with this one; ask Geneva on Tuesday.").draft
    return set_memo(draft, key("PP4"), "Keep for the last round.").draft


def negotiation() -> Iterator[tuple[str, QWidget]]:
    """The page with every mark, what is not agreed, the question for a note, the menu, the gutter alone."""
    with TemporaryDirectory() as folder:
        window = create_window(Desk(), Prompts(), Settings.in_file(Path(folder) / "settings.ini"))
        window.show()
        draft = negotiated()
        window.desk.open(draft)
        window.work.page.show_paragraph(find_named(draft, "OP3").key)
        window.work.page.show_paragraph(find_named(draft, "OP2bis").key)
        yield "page", window
        window.acts["next_bracket"].trigger()
        yield "bracket", window
        window.work.narrow(Filter.NOT_AGREED)
        yield "not-agreed", window
        window.work.narrow(Filter.ALL)
        memo = MemoDialog(window, "OP2bisalt", draft.paragraph(find_named(draft, "OP2bisalt").key).memo)
        yield "note", memo
        memo.close()
        yield "menu", _menu(window)
        window.desk.undo_stack.setClean()
        window.desk.open(None)
        window.close()


def _menu(window: MainWindow) -> QMenu:
    menu = next(action.menu() for action in window.menuBar().actions() if "Negotiation" in action.text())
    assert isinstance(menu, QMenu)
    return menu
