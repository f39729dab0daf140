# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the windows, to be looked at: python tests/screenshots.py WHAT OUT_DIR.

WHAT names one of SCENES. Every scene is drawn light, dark and in high contrast at 1280×800 and 1920×1080 on the
display there is (a virtual one will do).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

SIZES = ((1280, 800), (1920, 1080))
Scene = Callable[[], Iterator[tuple[str, QWidget]]]


def compare() -> Iterator[tuple[str, QWidget]]:
    """The comparison window: a change in hand, only changes, a search, a moved paragraph, two equal versions."""
    from ui.comparison.window import ComparisonWindow

    window = ComparisonWindow(series(), 2, 3)
    settle(window)
    window.acts["next_change"].trigger()
    yield "first-change", window
    window.acts["changes_only"].setChecked(True)
    for _ in range(5):
        window.acts["next_change"].trigger()
    yield "changes-only", window
    window.finder.field.setText("high commissioner")
    yield "find", window
    window.finder.field.clear()
    window._select(0, 3)
    settle(window)
    for _ in range(12):
        window.acts["next_change"].trigger()
    yield "four-years", window
    window.acts["changes_only"].setChecked(False)
    window.set_versions([*series()[:3], moved(series()[3])])
    settle(window)
    window.view.go_to(next(r.number for r in window.model.comparison.rows if r.partner is not None and r.ghost))
    yield "moved", window
    window._select(1, 1)
    settle(window)
    yield "same", window


def series() -> list:
    """The sample series as versions."""
    from gold import load_gold
    from ui.comparison.rows import Version

    gold = ROOT.parent / "shared" / "gold"
    resolutions = [load_gold(gold, name) for name in ("47-9", "50-4", "53-11", "56-2")]
    return [Version(r.number, f"{r.masthead.adopted.day} {r.masthead.adopted:%B %Y}", r) for r in resolutions]


def moved(version):  # noqa: ANN001, ANN201
    """A draft with a paragraph moved up and reworded, one moved down, one dropped, one added, blanks."""
    from dataclasses import replace

    paragraphs = list(version.resolution.paragraphs)
    paragraphs.insert(3, paragraphs.pop(12))
    paragraphs.insert(45, paragraphs.pop(38))
    text = paragraphs[45].text
    paragraphs[45] = replace(paragraphs[45], text=text.replace("human rights", "all human rights", 1))
    del paragraphs[7]
    extra = replace(paragraphs[5], id="X", text="Noting with interest the regional seminars held in 2024,", opening="Noting with interest", footnotes=())
    paragraphs.insert(6, extra)
    paragraphs[1] = replace(paragraphs[1], text=paragraphs[1].text.replace("70/1 of 25 September 2015", "79/[…] of […] December 2024"))
    counts = {"PP": 0, "OP": 0}
    renamed = []
    for paragraph in paragraphs:
        kind = "PP" if paragraph.part == "preamble" else "OP"
        counts[kind] += 1
        renamed.append(replace(paragraph, id=f"{kind}{counts[kind]}"))
    resolution = replace(version.resolution, paragraphs=tuple(renamed))
    return replace(version, name="Draft", subtitle="59th session", resolution=resolution, is_draft=True)


SCENES: dict[str, Scene] = {"compare": compare}


def settle(window: QWidget) -> None:
    """Lets everything come to rest that was set off."""
    window.show()
    loop = QEventLoop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()


def main(scene: str, folder: Path) -> None:
    """Draws one scene in every theme and size."""
    from ui.theme import NAMES, apply_theme

    app = QApplication(sys.argv)
    folder.mkdir(parents=True, exist_ok=True)
    for theme in NAMES:
        apply_theme(app, theme)
        for size in SIZES:
            for name, window in SCENES[scene]():
                window.resize(*size)
                settle(window)
                window.grab().save(str(folder / f"{scene}-{name}-{theme}-{size[0]}.png"))
            window.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
