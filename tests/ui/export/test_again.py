# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting once more shows nothing before it writes: so it never writes private notes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from drafting.opening import open_sample
from ui.desk import Desk
from ui.export.choices import Choices, Wanted, series_of, to_keep
from ui.export.exporting import Exporting
from ui.prompts import Prompts
from ui.settings import Settings


def test_private_notes_are_not_written_again(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk, settings = QWidget(), Desk(), Settings.in_file(tmp_path / "look.ini")
    qtbot.addWidget(window)
    desk.open(open_sample().draft)
    chosen = Choices(comments=True, notes=True, highlight=False)
    settings.export = to_keep(chosen, series_of(open_sample().draft.lineage.versions))
    exporting = Exporting(desk, Prompts(), settings, window)
    written: list[Wanted] = []
    monkeypatch.setattr(exporting, "write", written.append)
    exporting.again()
    assert [one.choices for one in written] == [replace(chosen, notes=False)]
