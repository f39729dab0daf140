# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the windows, to be looked at: python tests/screenshots.py WHAT OUT_DIR.

WHAT names one of SCENES. Every scene is drawn light, dark and in high contrast, at 1280×800 and 1920×1080, on
the display there is; a virtual one will do.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from export_scenes import export  # noqa: E402
from main_scenes import main_window  # noqa: E402
from negotiation_scenes import negotiation  # noqa: E402
from program_scenes import program  # noqa: E402
from recovery_scenes import recovery  # noqa: E402
from room_scenes import room_view  # noqa: E402
from search_scenes import search  # noqa: E402
from structure_scenes import structure  # noqa: E402

from drafting.draft import Rewritten, accept_all, rewrite  # noqa: E402
from drafting.draft.pairing import DRAFT, pair, unpair  # noqa: E402
from drafting.opening import open_sample  # noqa: E402
from drafting.reading.series import read_series  # noqa: E402
from drafting.resolution import Paragraph, Part  # noqa: E402
from ui.comparing import Comparing  # noqa: E402
from ui.comparison.rows import Version  # noqa: E402
from ui.comparison.window import ComparisonWindow  # noqa: E402
from ui.desk import Desk  # noqa: E402
from ui.theme import NAMES as THEMES  # noqa: E402
from ui.theme import apply_theme  # noqa: E402

MOST_PAUSES = 100
"""A machine under load is slow, not wrong."""
SIZES = ((1280, 800), (1920, 1080))
Scene = Callable[[], Iterator[tuple[str, QWidget]]]


def compare() -> Iterator[tuple[str, QWidget]]:
    """The comparison: a change in hand, only changes, a search, moved paragraphs, two equal versions."""
    window = ComparisonWindow(series(), 2, 3)
    settle(window)
    window.acts["next_change"].trigger()
    yield "first-change", window
    window.acts["changes_only"].setChecked(True)
    for _ in range(5):
        window.acts["next_change"].trigger()
    yield "changes-only", window
    window.acts["substance_only"].trigger()
    yield "substance-only", window
    window.acts["substance_only"].trigger()
    window.acts["changes_only"].setChecked(True)
    window.finder.field.setText("high commissioner")
    yield "find", window
    window.finder.field.clear()
    window.left.setCurrentIndex(0)
    settle(window)
    for _ in range(12):
        window.acts["next_change"].trigger()
    yield "four-years", window
    window.close()
    yield from _moves()
    yield from _by_hand()
    yield from _columns()
    same = ComparisonWindow(series(), 1, 1)
    settle(same)
    yield "same", same
    same.close()


def _moves() -> Iterator[tuple[str, QWidget]]:
    last = series()[-1]
    window = ComparisonWindow([last, moved(last)], 0, 1)
    settle(window)
    window.acts["changes_only"].setChecked(True)
    yield "moved", window
    window.view.go_to(next(row.number for row in window.model.comparison.rows if row.ghost))
    yield "ghost", window
    window.close()
    window = ComparisonWindow([*series(), joined(moved(last))], 2, 3, 4)
    settle(window)
    rows = window.model.comparison.rows
    window.view.go_to(next(row.number for row in rows if row.partner is not None and not row.ghost))
    yield "ribbon", window
    window.view.go_to(next(row.number for row in rows if any(c and len(c.passages) > 1 for c in row.cells)))
    yield "joined", window
    window.close()


def _by_hand() -> Iterator[tuple[str, QWidget]]:
    """A pair that is a guess, one set and one broken by hand, and a paragraph in hand to be paired."""
    desk, parent = Desk(), QWidget()
    comparing = Comparing(desk, parent)
    draft = open_sample().draft
    first = draft.paragraphs[6]
    rest = first.text.split(" ", 5)[5]
    guess = "Expressing its appreciation to Governments and other partners for " + rest[:60] + ","
    draft = rewrite(draft, [first.key], [Rewritten(first.key, guess)]).draft
    draft = unpair(draft, "56/2", DRAFT, [("PP3", "PP3")]).draft
    desk.open(pair(draft, "56/2", DRAFT, ("PP5", "PP6")).draft)
    comparing.open()
    window = comparing.window
    assert window is not None
    settle(window)
    window.acts["changes_only"].setChecked(True)
    window.acts["next_change"].trigger()
    window.acts["pair"].trigger()
    yield "by-hand", window
    window.go_to.setText("PP7")
    window.go_to.returnPressed.emit()
    window.acts["take_one"].trigger()
    yield "take-one", window.findChildren(QMenu)[-1]
    window.close()


def _columns() -> Iterator[tuple[str, QWidget]]:
    """Three columns with the draft, all five, and all compared with the first."""
    desk, parent = Desk(), QWidget()
    comparing = Comparing(desk, parent)
    desk.open(accept_all(open_sample().draft).draft)
    comparing.open()
    window = comparing.window
    assert window is not None
    window.acts["add_column"].trigger()
    settle(window)
    window.acts["changes_only"].setChecked(True)
    for _ in range(6):
        window.acts["next_change"].trigger()
    yield "three", window
    for _ in range(2):
        window.acts["add_column"].trigger()
    settle(window)
    yield "five", window
    window.view.set_column(0)
    window.acts["with_this"].trigger()
    settle(window)
    yield "fixed", window
    window.close()


def series() -> list[Version]:
    """The sample series as versions."""
    resolutions = read_series(sorted((ROOT / "resources" / "samples").glob("*.txt"))).versions
    return [Version(r.number, _day(r.masthead.adopted), r) for r in resolutions]


def moved(version: Version) -> Version:
    """A draft with paragraphs moved, moved and reworded, dropped and added, and with blanks."""
    paragraphs = list(version.resolution.paragraphs)
    paragraphs.insert(3, paragraphs.pop(12))
    paragraphs[3] = _worded(paragraphs[3], "the importance of the universality", "the universality")
    paragraphs.insert(41, paragraphs.pop(36))
    del paragraphs[7]
    words = "Noting with interest the regional seminars held in 2024,"
    paragraphs.insert(6, replace(paragraphs[5], text=words, opening="Noting with interest", footnotes=()))
    paragraphs[4] = _worded(paragraphs[4], "77/213 of 15 December 2022", "79/[…] of […] December 2024")
    resolution = replace(version.resolution, paragraphs=_numbered(paragraphs))
    return Version("Draft", "59th session", resolution, is_draft=True)


def joined(version: Version) -> Version:
    """The same with a paragraph split, and two merged."""
    paragraphs = list(version.resolution.paragraphs)
    at = [place for place, one in enumerate(paragraphs) if one.part is Part.OPERATIVE][6]
    words = paragraphs[at].text
    middle = words.index(" ", len(words) // 2)
    rest = f"Also {words[middle + 1 :]}"
    paragraphs[at : at + 1] = [
        replace(paragraphs[at], text=f"{words[:middle]};", footnotes=()),
        replace(paragraphs[at], text=rest, opening="Also", footnotes=()),
    ]
    both = f"{paragraphs[at + 8].text.rstrip(';')}, and {paragraphs[at + 9].text}"
    paragraphs[at + 8 : at + 10] = [replace(paragraphs[at + 8], text=both, footnotes=())]
    return replace(version, resolution=replace(version.resolution, paragraphs=_numbered(paragraphs)))


def _numbered(paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    counts = {Part.PREAMBLE: count(1), Part.OPERATIVE: count(1)}
    names = {Part.PREAMBLE: "PP", Part.OPERATIVE: "OP"}
    return tuple(replace(p, id=f"{names[p.part]}{next(counts[p.part])}") for p in paragraphs)


def _worded(paragraph: Paragraph, old: str, new: str) -> Paragraph:
    return replace(paragraph, text=paragraph.text.replace(old, new, 1))


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


SCENES: dict[str, Scene] = {
    "compare": compare,
    "export": export,
    "main": main_window,
    "negotiation": negotiation,
    "program": program,
    "recovery": recovery,
    "room": room_view,
    "search": search,
    "structure": structure,
}


def settle(window: QWidget) -> None:
    """Lets everything come to rest that was set off, a comparison that is still worked out too."""
    window.show()
    _pause()
    for _ in range(MOST_PAUSES):
        if not isinstance(window, ComparisonWindow) or not window.busy:
            return
        _pause()


def _pause() -> None:
    loop = QEventLoop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()


def main(scene: str, folder: Path) -> None:
    """Draws one scene in every theme and size."""
    app = QApplication(sys.argv)
    folder.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        apply_theme(app, theme)
        for size in SIZES:
            for name, window in SCENES[scene]():
                if not isinstance(window, (QDialog, QMenu)):  # these know their size
                    window.resize(*size)
                settle(window)
                window.grab().save(str(folder / f"{scene}-{name}-{theme}-{size[0]}.png"))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
