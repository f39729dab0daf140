# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window on a small draft, with rules that remark on known words: “States” and “resolution”."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, shown_window

from drafting.checking import Finding, Mend, Rule, Severity, Spot, rules
from drafting.draft import Draft, Ignored, Located
from ui.settings import Settings
from ui.window import MainWindow

_USABLE = [one for one in rules() if not one.generated and one.on]
MENDED: Rule = next(one for one in _USABLE if not one.blocking)
"""Finds every “States” and would write “Member States”."""
BLOCKING: Rule = next(one for one in _USABLE if one.blocking)
"""Finds every “resolution” and knows no fix."""
_WORDS = ((MENDED, "States", Severity.WARNING), (BLOCKING, "resolution", Severity.ERROR))


def find(draft: Draft, off: Collection[str]) -> tuple[Located, ...]:
    """What the two rules remark on a draft."""
    return tuple(one for item in draft.paragraphs for one in _in(draft, item.key, off))


def _in(draft: Draft, key: str, off: Collection[str]) -> Iterator[Located]:
    text, label = draft.paragraph(key).text, draft.label(key).id
    for rule, words, severity in _WORDS:
        for match in re.finditer(rf"\b{words}\b", text) if rule.id not in off else ():
            spot = Spot(label, *match.span())
            fix = (Mend(spot, words, f"Member {words}"),) if rule is MENDED else ()
            finding = Finding(
                rule.id, severity, spot, words, f"“{words}” stands here.", (Spot("OP2", 0, 5),), fix
            )
            yield Located(finding, key, None, Ignored(rule.id, key, words) in draft.ignored)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.in_file(tmp_path / "settings.ini")


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> MainWindow:
    """As the drafter finds it once the draft was checked."""
    shown = shown_window(qtbot, ScriptedPrompts(), settings)
    shown.checker.find = find
    with qtbot.waitSignal(shown.checker.checked):
        shown.desk.open(small_draft())
    return shown


@pytest.fixture
def checked(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    """Checks the text at once and waits for it."""

    def check_now() -> None:
        with qtbot.waitSignal(window.checker.checked):
            window.checker.now()

    return check_now
