# SPDX-License-Identifier: GPL-3.0-or-later
"""What a drafter can do, as plain values: the name of an act and how it is done.

Places are shares of the page and numbers count round, so that an act means something in every draft and a
sequence stays one when acts are taken out of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from drafting.comparing.records import Lineage
from drafting.draft import dropped, removed, retarget
from drafting.errors import PenholderError
from drafting.searching.fields import fields
from drafting.searching.records import Place
from drafting.searching.replacing import replace_places
from drafting.updating.proposals import propose
from drafting.updating.records import CarryOver
from tests.always.world import World
from ui.editor.filters import Filter
from ui.editor.menu import move_selection

Act = tuple[Any, ...]
"""Its name, and the values it takes."""

KEY = Qt.Key
KEYS = {
    "enter": (KEY.Key_Return, False, 8),
    "backspace": (KEY.Key_Backspace, False, 8),
    "delete": (KEY.Key_Delete, False, 6),
    "delete word": (KEY.Key_Backspace, True, 2),
    "delete next word": (KEY.Key_Delete, True, 2),
    "left": (KEY.Key_Left, False, 2),
    "right": (KEY.Key_Right, False, 2),
    "home": (KEY.Key_Home, False, 3),
    "end": (KEY.Key_End, False, 3),
    "tab": (KEY.Key_Tab, False, 1),
    "back tab": (KEY.Key_Backtab, False, 1),
    "copy": (KEY.Key_C, True, 3),
    "cut": (KEY.Key_X, True, 4),
    "paste": (KEY.Key_V, True, 6),
    "undo": (KEY.Key_Z, True, 6),
    "redo": (KEY.Key_Y, True, 4),
}
OF_WINDOW = {
    "insert_after": 3, "insert_before": 2, "move_up": 4, "move_down": 4, "promote": 2, "demote": 3,
    "make_operative": 2, "make_preambular": 2, "make_heading": 1, "fit_opening": 1,
    "insert_note": 4, "remove_note": 3, "delete_paragraphs": 2,
    "next": 2, "previous": 1, "accept": 4, "keep": 2, "take_back": 3, "accept_all": 1, "accept_style": 1,
    "next_finding": 1, "fix": 1, "ignore": 1,
    "insert_heading": 1, "restart_numbers": 1, "add_annex": 1, "add_part": 1,
    "bracket": 3, "bracket_paragraphs": 2, "unbracket": 2, "next_bracket": 1,
    "number_bis": 2, "number_alt": 2, "number_on": 1, "number_all": 1,
    "stage_agreed": 1, "stage_ad_referendum": 1, "stage_placement": 1, "stage_open": 1,
    "accept_selected": 1, "keep_selected": 1, "fix_selected": 1,
}  # fmt: skip
"""Acts of the menus and how often they are done; those that open a dialog of their own are left out."""
TYPED = (
    "a", "x", " ", ",", ";", ":", ".", "7", "/", "(", "[", "]", "and ", "also ", "Recalling ", "Decides to ",
    "𝔘", "😀", "e\u0301", "क्षि", "👩\u200d👧", "\u2011", "\u00a0", "שלום",
)  # fmt: skip
PASTED = (
    "one", "one\ntwo", "1. Decides to go on;\n2. Requests a report;", "\n", "  ", "a\r\n\r\nb 𝔘\u2028c",
    "Recalling resolution 77/1 of 1 December 2022,", "tab\there \ufffc\u200b", "(a) first;\n(b) second;",
    "[…]", "e\u0301😀",
)  # fmt: skip
RICH = (
    "<p>Noting <i>with</i> 😀 care,</p><p>Welcomes it;</p>",
    "<table><tr><td>a</td><td>b</td></tr></table>",
    "<p>See this<sup>1</sup> and &#9;that</p><ol><li>one</li><li>two</li></ol>",
)
REPLACED = (
    ("resolution", "decision"), ("e", ""), ("the ", "the 𝔘 "), (",", ";"), ("re", "line\nends"),
    ("a", "\ufffc"),
)  # fmt: skip
PATTERNS = ((r"(\w+) (\w+)", r"\2 \1"), (r"[0-9]+", "[…]"), (r"\s+", " "))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of act: how often it comes, how its values are drawn, and how it is done."""

    weight: int
    draw: Callable[[Random], Act]
    do: Callable[..., object]


def drawn(chance: Random, length: int) -> list[Act]:
    """A sequence of acts by chance."""
    names = list(KINDS)
    weights = [KINDS[name].weight for name in names]
    return [(name, *KINDS[name].draw(chance)) for name in chance.choices(names, weights, k=length)]


def do(world: World, act: Act) -> None:
    """Do one act; what the draft refuses stays as it is."""
    name, *values = act
    KINDS[name].do(world, *values)


# --------------------------------------------------------------------------------------- the page


def _whole(world: World, position: int) -> int:
    """The position, or the one before within a character of two code units, where no caret stands."""
    return position - (0xDC00 <= ord(world.page.document().characterAt(position)) <= 0xDFFF)


def _caret(world: World, share: float, length: int = 0) -> None:
    cursor, last = world.page.textCursor(), world.page.document().characterCount() - 1
    start = round(share * last)
    cursor.setPosition(_whole(world, start))
    end = min(start + length, last)
    cursor.setPosition(_whole(world, end), QTextCursor.MoveMode.KeepAnchor)
    world.page.setTextCursor(cursor)


def _select_paragraphs(world: World, share: float, count: int, whole: bool) -> None:
    """From the beginning of a paragraph to the end of another, or to the beginning of the one behind it."""
    page, draft = world.page, world.draft
    first = int(share * (len(draft.paragraphs) - 1))
    last = min(first + count - 1, len(draft.paragraphs) - 1)
    numbers = [page.picture.block(draft.paragraphs[at].key) for at in (first, last)]
    cursor = page.textCursor()
    cursor.setPosition(page.picture.position(numbers[0], 0))
    end = page.document().findBlockByNumber(numbers[1])
    behind = end.position() + end.length() - (0 if whole and end.next().isValid() else 1)
    cursor.setPosition(behind, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def _into_note(world: World, share: float, at: float) -> None:
    notes = [(one.key, note) for one in world.draft.paragraphs for note in one.notes]
    if notes:
        key, note = notes[int(share * (len(notes) - 1))]
        world.hand.put(key, round(at * len(note.text)), note.key)


def _commit(world: World, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(world.page, event)


def _put_in(world: World, text: str, html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if world.page.canInsertFromMimeData(data):
        world.page.insertFromMimeData(data)


def _drag(world: World, share: float, start: float, length: int) -> None:
    _caret(world, start, length)
    cursor = world.page.textCursor()
    target = _whole(world, round(share * (world.page.document().characterCount() - 1)))
    if cursor.hasSelection() and not cursor.selectionStart() <= target <= cursor.selectionEnd():
        move_selection(world.page, target, world.page.createMimeDataFromSelection())


def _key(world: World, name: str) -> None:
    key, ctrl, _ = KEYS[name]
    world.hand.press(key, ctrl=ctrl)


# -------------------------------------------------------------------------------------- the window


def _of_window(world: World, name: str) -> None:
    if world.window.acts[name].isEnabled():
        world.window.acts[name].trigger()


def _choose(world: World, number: int) -> None:
    waiting = [choice.proposal for _, choice in world.draft.choices()]
    if waiting:
        world.desk.choose(waiting[number % len(waiting)])


def _reword(world: World, words: str) -> None:
    world.prompts.words[:] = [words]
    _of_window(world, "reword")


def _fact(world: World, number: int, values: tuple[str, ...]) -> None:
    facts = world.draft.carry.facts
    if facts:
        fact = facts[number % len(facts)]
        parts = zip(fact.parts, values, strict=False)
        world.window.deciding.fill(fact.id, {part.name: value for part, value in parts})


def _bring_back(world: World, number: int, dropped_once: bool) -> None:
    gone = dropped(world.draft) if dropped_once else removed(world.draft)
    if gone:
        world.page.shaping.bring_back(gone[number % len(gone)])


def _target(world: World, ahead: int) -> None:
    """As the window does it, without the thread in which the proposals are worked out."""
    draft = world.draft
    try:
        carry = _proposed(draft.lineage, (draft.base.masthead.session or 0) + ahead)
    except PenholderError:
        return
    world.desk.do(retarget(draft, carry))


_CARRIES: dict[tuple[int, int], tuple[Lineage, CarryOver]] = {}


def _proposed(lineage: Lineage, session: int) -> CarryOver:
    known = _CARRIES.get((id(lineage), session))
    if known is None or known[0] is not lineage:
        known = _CARRIES[id(lineage), session] = lineage, propose(lineage, session)
    return known[1]


def _find(world: World, words: str) -> None:
    world.window.finder.field.setText(words)


def _replace(world: World, every: int, words: str, template: str) -> None:
    """All places but one in so many, as the bar does it."""
    world.window.finder.field.setText(words)
    world.window.find_bar.words.setText(template)
    world.prompts.left_out = set(range(0, 1000, every))
    world.window.replacing.all()


def _replace_pattern(world: World, every: int, pattern: str, template: str) -> None:
    """As the bar does it, without the process in which expressions are matched."""
    texts = [(field, match) for field in fields(world.draft) for match in re.finditer(pattern, field.text)]
    places = [
        Place(number, field.key, field.note, *match.span(), match[0], match.expand(template))
        for number, (field, match) in enumerate(texts)
        if number % every
    ]
    step = replace_places(world.draft, places)
    world.desk.do(step)


def _move_to(world: World, share: float, behind: bool) -> None:
    keys = [one.key for one in world.draft.paragraphs]
    world.prompts.destinations[:] = [(keys[int(share * (len(keys) - 1))], behind)]
    _of_window(world, "move_to")


def _memo(world: World, words: str) -> None:
    world.page.negotiating.ask_memo = lambda _where, _words: words
    _of_window(world, "memo")


def _pause(world: World) -> None:
    """Longer than any of the program's own: what waited for it is done."""
    world.now += 5
    if world.page.typist.pause.isActive():
        world.page.typist.pause.timeout.emit()
    world.window.pulse.now()


def _weighed(table: dict[str, int]) -> Callable[[Random], Act]:
    names, weights = list(table), list(table.values())
    return lambda chance: tuple(chance.choices(names, weights))


def _of(table: tuple[Any, ...]) -> Callable[[Random], Act]:
    return lambda chance: (chance.choice(table),)


def _share(chance: Random) -> float:
    return round(chance.random(), 4)


KINDS: dict[str, Kind] = {
    "caret": Kind(16, lambda chance: (_share(chance),), _caret),
    "select": Kind(8, lambda chance: (_share(chance), chance.choice((1, 2, 5, 20, 60, 300))), _caret),
    "select paragraphs": Kind(
        5, lambda chance: (_share(chance), chance.randint(1, 4), chance.random() < 0.5), _select_paragraphs
    ),
    "into note": Kind(5, lambda chance: (_share(chance), chance.choice((0.0, 0.5, 1.0))), _into_note),
    "type": Kind(22, _of(TYPED), lambda world, text: world.hand.type(text)),
    "commit": Kind(3, _of((*TYPED, "é\u2028b", "")), _commit),
    "key": Kind(46, _weighed({name: weight for name, (_, _, weight) in KEYS.items()}), _key),
    "put in": Kind(6, _of(PASTED), _put_in),
    "put in rich": Kind(3, _of(RICH), lambda world, html: _put_in(world, "", html)),
    "drag": Kind(3, lambda chance: (_share(chance), _share(chance), chance.choice((1, 8, 40, 200))), _drag),
    "act": Kind(40, _weighed(OF_WINDOW), _of_window),
    "choose": Kind(6, lambda chance: (chance.randrange(40),), _choose),
    "reword": Kind(3, _of(("own 😀 words", "", "two\nlines")), _reword),
    "fact": Kind(
        4,
        lambda chance: (chance.randrange(9), chance.choice((("199", "20"), ("", ""), ("[", "x"), ("7",)))),
        _fact,
    ),
    "bring back": Kind(3, lambda chance: (chance.randrange(9), chance.random() < 0.5), _bring_back),
    "target": Kind(2, lambda chance: (chance.choice((1, 2, 3, 6)),), _target),
    "move to": Kind(3, lambda chance: (_share(chance), chance.random() < 0.5), _move_to),
    "memo": Kind(1, _of(("for us alone", "")), _memo),
    "replace": Kind(1, lambda chance: (chance.choice((1, 2, 5)), *chance.choice(REPLACED)), _replace),
    "replace pattern": Kind(
        1, lambda chance: (chance.choice((2, 3)), *chance.choice(PATTERNS)), _replace_pattern
    ),
    "find": Kind(1, _of(("resolution", "e", "")), _find),
    "marked": Kind(1, _of((True, False)), lambda world, marked: world.page.set_marked(marked)),
    "filter": Kind(
        1,
        lambda chance: (chance.choice([one.value for one in Filter]),),
        lambda world, wanted: world.page.set_filter(Filter(wanted)),
    ),
    "pause": Kind(3, lambda _: (), _pause),
}
