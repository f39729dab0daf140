# SPDX-License-Identifier: GPL-3.0-or-later
"""A main window for tests: its own settings, and prompts that answer from a script and keep what was said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QPagedPaintDevice, QPageLayout
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from drafting.draft import Decision, Draft, Named, find_named
from drafting.searching.records import Place
from ui.app import create_window
from ui.desk import Desk
from ui.editor.preview import Row, row_of
from ui.prompts import Answer, InUse, Overwrite, Prompts, Use
from ui.settings import Settings
from ui.window import MainWindow


@dataclass
class ScriptedPrompts(Prompts):
    """Answers every question with what a test laid out; what was not laid out is declined."""

    files: list[tuple[Path, ...]] = field(default_factory=list)
    places: list[Path] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    elsewhere: list[InUse] = field(default_factory=list)
    overwrites: list[Overwrite] = field(default_factory=list)
    certainties: list[bool] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    destinations: list[tuple[str, bool]] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)
    offered: list[Row] = field(default_factory=list)
    printers: list[QPagedPaintDevice] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)

    def open_files(
        self, _parent: QWidget, _title: str, _folder: Path, _kinds: Sequence[str]
    ) -> tuple[Path, ...]:
        return self.files.pop(0) if self.files else ()

    def save_file(self, _parent: QWidget, _title: str, suggested: Path, _kind: str) -> Path | None:
        self.asked.append(suggested.name)
        return self.places.pop(0) if self.places else None

    def folder(self, _parent: QWidget, title: str, _start: Path) -> Path | None:
        self.asked.append(title)
        return self.places.pop(0) if self.places else None

    def unsaved(self, _parent: QWidget, what: str) -> Answer:
        self.asked.append(what)
        return self.answers.pop(0) if self.answers else Answer.CANCEL

    def use_of(self, _parent: QWidget, what: str, kin: bool) -> Use:
        self.asked.append(f"{what}, {'kin' if kin else 'strange'}")
        return self.uses.pop(0) if self.uses else Use.NOTHING

    def in_use(self, _parent: QWidget, what: str, who: str) -> InUse:
        self.asked.append(f"{what} in use: {who}")
        return self.elsewhere.pop(0) if self.elsewhere else InUse.CANCEL

    def overwrite(self, _parent: QWidget, what: str, why: str) -> Overwrite:
        self.asked.append(f"{what} changed: {why}")
        return self.overwrites.pop(0) if self.overwrites else Overwrite.CANCEL

    def certain(self, _parent: QWidget, question: str, more: str, act: str) -> bool:
        self.asked.append(question)
        return self.certainties.pop(0) if self.certainties else False

    def problem(self, _parent: QWidget | None, text: str, more: str = "", details: str = "") -> None:
        self.problems.append(f"{text}\n{more}".strip())
        self.details.append(details)

    def wording(self, _parent: QWidget, where: str, _context: tuple[str, str], words: str) -> str | None:
        self.asked.append(f"{where}: {words}")
        return self.words.pop(0) if self.words else None

    def memo(self, _parent: QWidget, where: str, words: str) -> str | None:
        self.asked.append(f"note on {where}: {words}")
        return self.words.pop(0) if self.words else None

    def replacements(self, _parent: QWidget, draft: Draft, places: Sequence[Place]) -> tuple[Place, ...]:
        self.offered = [row_of(draft, place) for place in places]
        return tuple(place for at, place in enumerate(places) if at not in self.left_out)

    def place(self, _parent: QWidget, draft: Draft, here: str) -> Named | None:
        self.asked.append(here)
        return find_named(draft, self.words.pop(0)) if self.words else None

    def destination(self, _parent: QWidget, draft: Draft, keys: Sequence[str]) -> tuple[str, bool] | None:
        self.asked.append(" ".join(draft.label(key).id for key in keys))
        return self.destinations.pop(0) if self.destinations else None

    def printer(
        self, _parent: QWidget, title: str, _layout: QPageLayout | None = None
    ) -> QPagedPaintDevice | None:
        self.asked.append(title)
        return self.printers.pop(0) if self.printers else None

    def show_folder(self, path: Path) -> bool:
        self.shown.append(path)
        return path.exists()

    def open_file(self, path: Path) -> bool:
        self.shown.append(path)
        return path.exists()


Until = Callable[[Callable[[], bool]], None]


def act(window: MainWindow, *names: str) -> None:
    """Trigger acts by name, as menus and keys do; one that is not allowed now is a mistake of the test."""
    for name in names:
        assert window.acts[name].isEnabled(), f"{name} is not allowed now"
        window.acts[name].trigger()


def text_of(draft: Draft | None, label: str) -> str:
    """The text of a paragraph by its label, with its footnotes."""
    assert draft is not None
    paragraph = next(one for one in draft.paragraphs if draft.label(one.key).id == label)
    return "\n".join((paragraph.text, *(note.text for note in paragraph.notes)))


def decided(draft: Draft | None, decision: Decision) -> int:
    """How many proposals stand with this decision."""
    assert draft is not None
    return sum(choice.decision is decision for _, choice in draft.choices())


def shown_window(qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings) -> MainWindow:
    """The main window as a drafter finds it: shown, and empty."""
    window = create_window(Desk(), prompts, settings)
    window.resize(1280, 800)
    qtbot.addWidget(window, before_close_func=lambda shown: shown.desk.open(None))
    with qtbot.waitExposed(window):
        window.show()
    return window


def focus_page(window: MainWindow) -> None:
    """Put the keyboard on the page; a bare X server gives no window the keyboard."""
    window.activateWindow()
    window.work.page.setFocus()
    if not window.isActiveWindow():
        pytest.skip("a bare X server gives no window the keyboard")
