# SPDX-License-Identifier: GPL-3.0-or-later
"""Acts on the structure of the text: headings, annexes and parts, and moving paragraphs far."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from drafting.draft import (
    Draft,
    Step,
    add_annex,
    add_part,
    insert_heading,
    move_to,
    restart_numbers,
)
from drafting.resolution import Kind
from ui.editor.lines import Spot
from ui.editor.readback import Caret

if TYPE_CHECKING:
    from ui.editor.page import Page
    from ui.editor.shaping import Shaping


def acts(shaping: Shaping, page: Page) -> dict[str, Callable[[], None]]:
    """The acts by the names that menus and keys know them by."""
    return {
        "move_to": partial(_move_to, shaping, page),
        "insert_heading": partial(_put_in, shaping, insert_heading),
        "restart_numbers": partial(_restart, shaping, page),
        "add_annex": partial(_put_in, shaping, add_annex),
        "add_part": partial(_put_in, shaping, add_part),
    }


def _move_to(shaping: Shaping, page: Page) -> None:
    """Ask beside which paragraph those selected shall stand, and move them there."""

    def act(draft: Draft) -> None:
        keys = shaping.selected()
        found = shaping.ask_destination(draft, keys)
        if found is None:
            return
        place, behind = found
        step = move_to(draft, keys, place, after=behind)
        shaping.perform(step, page.here if page.here.key in keys else Caret(keys[0], "", Spot(0)))

    shaping.attempt(act)


def _put_in(shaping: Shaping, make: Callable[[Draft, str], Step]) -> None:
    """Put a line in at the paragraphs selected, and the caret into it."""

    def act(draft: Draft) -> None:
        step = make(draft, shaping.selected()[0])
        made = [one for one in step.draft.paragraphs if one.key not in draft]
        line = next(one for one in reversed(made) if one.kind is Kind.HEADING)
        shaping.perform(step, Caret(line.key, "", Spot(0)))

    shaping.attempt(act)


def _restart(shaping: Shaping, page: Page) -> None:
    def act(draft: Draft) -> None:
        shaping.perform(restart_numbers(draft, shaping.selected()[0]), page.here)

    shaping.attempt(act)
