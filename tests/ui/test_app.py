# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting: arguments, and what becomes of errors that nothing else has caught."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from windows import ScriptedPrompts

from drafting.errors import TargetError
from ui import app
from ui.app import ErrorHook, Start, make_application, read_arguments
from ui.settings import Settings
from ui.theme import load_theme, ui_font
from ui.window import MainWindow


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("", Start()),
        ("--sample", Start(sample=True)),
        ("--session 62 --sample", Start(sample=True, session=62)),
        ("a.txt --session 62 b.txt", Start((Path("a.txt"), Path("b.txt")), session=62)),
        ("mine.penholder", Start((Path("mine.penholder"),))),
    ],
)
def test_arguments_in_any_order(words: str, start: Start) -> None:
    assert read_arguments(words.split()) == start


@pytest.mark.parametrize("pixels", [16, 32, 256])
def test_the_program_has_a_picture_of_its_own(qapp: QApplication, pixels: int) -> None:
    picture = make_application().windowIcon().pixmap(pixels, pixels).toImage()
    ratio = picture.devicePixelRatio()
    assert (picture.width(), picture.height()) == (pixels * ratio, pixels * ratio)
    left = picture.pixelColor(picture.width() // 10, picture.height() // 2)
    assert left.name().upper() == load_theme("light").accent
    assert picture.pixelColor(0, 0).alpha() < 255  # the corners are round


@pytest.mark.parametrize("words", ["--sample a.txt", "--session soon", "--no-such"])
def test_wrong_usage_ends_with_code_2(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read_arguments(words.split())
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_errors_for_the_drafter_are_shown_as_they_are(
    empty_window: MainWindow, prompts: ScriptedPrompts
) -> None:
    error = raised(TargetError("Too early.\nChoose a later session."))
    ErrorHook(empty_window, prompts)(type(error), error, error.__traceback__)
    assert prompts.problems == ["Too early.\nChoose a later session."]
    assert prompts.details == [""]


def test_other_errors_are_said_calmly_with_details_to_copy(
    empty_window: MainWindow, prompts: ScriptedPrompts
) -> None:
    error = raised(ZeroDivisionError("deep inside"))
    ErrorHook(empty_window, prompts)(type(error), error, error.__traceback__)
    assert "Your draft is safe" in prompts.problems[0]
    assert "ZeroDivisionError: deep inside" in prompts.details[0]
    assert "Penholder" in prompts.details[0]


def test_errors_are_not_piled_up(empty_window: MainWindow, prompts: ScriptedPrompts) -> None:
    hook = ErrorHook(empty_window, prompts)
    error = raised(KeyError("again"))

    class Nested(ScriptedPrompts):
        def problem(self, *words: object) -> None:
            self.problems.append("shown")
            hook(type(error), error, None)

    nested = Nested()
    hook._prompts = nested
    hook(type(error), error, None)
    assert nested.problems == ["shown"]


def test_the_window_is_built_in_the_font_it_is_shown_in(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before, fonts = qapp.font(), []

    def build(*_parts: object) -> None:
        fonts.append(QApplication.font())
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "create_window", build)
    monkeypatch.setattr(app.Settings, "of_user", lambda: Settings.in_file(tmp_path / "settings.ini"))
    qapp.setFont(QFont("serif", 31))
    with pytest.raises(KeyboardInterrupt):
        app.main([])
    qapp.setFont(before)
    assert fonts == [ui_font()]
