# SPDX-License-Identifier: GPL-3.0-or-later
"""Which room an argument list leads to, and what is said where no window can open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import drafting
import main
import ui

ROOT = Path(__file__).resolve().parent.parent
SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
linux_only = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="always has a screen")


class Room:
    """Stands for drafting.cli or ui.app and keeps what it was called with."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.calls: list[list[str]] = []

    def main(self, argv: list[str]) -> int:
        self.calls.append(list(argv))
        return self.code


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> tuple[Room, Room]:
    cli, app = Room(3), Room(0)
    for package, attribute, room in ((drafting, "cli", cli), (ui, "app", app)):
        monkeypatch.setitem(sys.modules, f"{package.__name__}.{attribute}", room)
        monkeypatch.setattr(package, attribute, room, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return cli, app


@pytest.mark.parametrize(
    "argv",
    [
        ["report", "a.txt"],
        ["draft", "--sample", "-o", "x.docx"],
        ["compare", "a.txt", "b.txt"],
        ["--sample", "report"],
        ["-o", "x.docx", "--session", "59", "draft", "--sample"],
        ["--shelf", "ga.pdf", "draft", "--sample"],
        ["--author", "Cuba", "draft", "--sample", "--tracked"],
        ["--help"],
        ["-h"],
        ["--version"],
    ],
)
def test_sub_commands_and_help_go_to_the_command_line(rooms: tuple[Room, Room], argv: list[str]) -> None:
    cli, app = rooms
    assert main.main(argv) == 3
    assert (cli.calls, app.calls) == ([argv], [])


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["--sample"],
        ["--session", "59", "a.txt"],
        ["--shelf", "report", "a.txt"],
        ["a.txt", "report.txt"],
        ["a.txt", "draft"],
    ],
)
def test_everything_else_opens_the_window(rooms: tuple[Room, Room], argv: list[str]) -> None:
    cli, app = rooms
    assert main.main(argv) == 0
    assert (cli.calls, app.calls) == ([], [argv])


def test_arguments_default_to_those_of_the_process(
    rooms: tuple[Room, Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["penholder", "report", "a.txt"])
    assert main.main() == 3
    assert rooms[0].calls == [["report", "a.txt"]]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_screen(platform: str) -> None:
    assert main.window_obstacle({}, platform) is None


@linux_only
@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY"),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, "neither DISPLAY nor WAYLAND_DISPLAY"),
        ({"DISPLAY": ":9876"}, ""),
        ({"QT_QPA_PLATFORM": "xcb"}, ""),
        ({"WAYLAND_DISPLAY": "no-such-screen"}, ""),
        ({"DISPLAY": ":9876", "WAYLAND_DISPLAY": "no-such-screen"}, ""),
        ({"QT_QPA_PLATFORM": "papyrus"}, "papyrus"),
        ({"QT_QPA_PLATFORM": "offscreen"}, None),
        ({"QT_QPA_PLATFORM": "offscreen:fontdb=x"}, None),
        ({"QT_QPA_PLATFORM": "xcb;offscreen"}, None),
    ],
)
def test_obstacles_are_found_before_qt_aborts(environment: dict[str, str], said: str | None) -> None:
    # Which of two reasons is given for a dead screen depends on the libraries of the machine: hence "".
    obstacle = main.window_obstacle(environment, "linux")
    assert obstacle is None if said is None else said in obstacle


@linux_only
@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":9876"}, {"QT_QPA_PLATFORM": "papyrus"}])
def test_without_a_screen_one_sentence_and_exit_code_2(screen: dict[str, str]) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in SCREEN_VARIABLES}
    done = subprocess.run(
        [sys.executable, ROOT / "main.py"],
        env=environment | screen,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("penholder: ")
    assert done.stderr.count("\n") == 1
    assert "penholder report, penholder draft, penholder compare" in done.stderr


def test_a_mistyped_command_is_told(
    rooms: tuple[Room, Room],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main.main(["drfat", "--sample"]) == 2
    assert "“drfat” is neither a file nor a command" in capsys.readouterr().err
    assert [room.calls for room in rooms] == [[], []]


@pytest.mark.parametrize("name", ["folder", "56-2.txt", "./x"])
def test_files_open_the_window(
    rooms: tuple[Room, Room], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert main.main([name]) == 0
    assert rooms[1].calls == [[name]]
