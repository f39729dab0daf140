# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the room view, for `screenshots.py`."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from drafting.draft import Rewritten, accept_all, rewrite
from drafting.opening import open_sample
from ui.room.board import Board
from ui.room.words import room_text


def room_view() -> Iterator[tuple[str, QWidget]]:
    """A paragraph with changes and brackets, as it will read, in the dark, and a long one."""
    draft = accept_all(open_sample().draft).draft
    key = next(one.key for one in draft.paragraphs if draft.label(one.key).id == "OP30")
    words = draft.paragraph(key).text.replace("Reiterates its request to", "Invites [and urges]")
    draft = rewrite(draft, [key], [Rewritten(key, words)]).draft
    board = Board()
    for name, changes, dark in (("changes", True, False), ("plain", False, False), ("dark", True, True)):
        board.set_dark(dark)
        board.show_text(room_text(draft, key, changes=changes))
        yield name, board
    long = max(draft.paragraphs, key=lambda one: len(one.text)).key
    board.show_text(room_text(draft, long, changes=True))
    yield "long", board
    board.close()
