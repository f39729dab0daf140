# SPDX-License-Identifier: GPL-3.0-or-later
"""What is opened and saved under which name, what is remembered, and what an exported draft still lacks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act

from drafting.draft import accept, accept_all, set_fact
from drafting.errors import PenholderError
from drafting.reading import series
from ui.export.words import left_open
from ui.files import file_name, load, load_sample, named
from ui.settings import MOST_RECENT, Settings, there
from ui.theme import SYSTEM
from ui.welcome import entry_text
from ui.window import MainWindow


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Cooperation", "Draft 56 Cooperation"),
        ('Rights: "here/there" <now>?', "Draft 56 Rights here there now"),
        (
            "The enhancement of international cooperation in the field of human rights",
            "Draft 56 The enhancement of international cooperation",
        ),
        ("Of the", "Draft 56"),
        ("", "Draft 56"),
    ],
)
def test_names_of_files(title: str, name: str) -> None:
    draft = small_draft()
    carry = replace(draft.carry, masthead=replace(draft.carry.masthead, title=title))
    found = file_name(replace(draft, carry=carry))
    assert found == name


def test_what_an_exported_draft_lacks() -> None:
    draft = small_draft()
    assert left_open(draft) == "5 proposals are still open: the old text stands there."
    draft = accept_all(draft).draft
    first = next(choice.proposal for _, choice in draft.choices() if draft.proposal(choice.proposal).fact)
    draft = accept(draft, first).draft
    assert left_open(draft).startswith("2 placeholders […] still to be filled in. 2 proposals are")
    draft = set_fact(draft, "topic", {"number": "5", "date": "6"}).draft
    assert left_open(draft) == "2 proposals are still open: the old text stands there."


def test_a_blank_of_the_masthead_is_told(sample_files: tuple[Path, ...]) -> None:
    draft = load_sample().draft
    fact = replace(draft.missing_facts[0], used_in=("masthead",))
    others = tuple(one for one in draft.carry.facts if one.id != fact.id)
    told = left_open(replace(draft, carry=replace(draft.carry, facts=(fact, *others))))
    assert "A fact of the masthead is still missing." in told
    assert "masthead" not in left_open(draft)


def test_many_reasons_fit_on_the_screen(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    for number in range(9):
        (tmp_path / f"{number}.jpg").write_bytes(b"\xff\xd8\xff" + bytes(50))
    window.files.open((tmp_path,))
    qtbot.waitUntil(lambda: bool(prompts.problems))
    assert prompts.problems[0].count("\n") <= 7
    assert "more, under the details." in prompts.problems[0]
    assert "8.jpg" in prompts.details[0]


def test_a_folder_stands_for_its_files(sample_files: tuple[Path, ...]) -> None:
    loaded = load([sample_files[0].parent])
    assert len(loaded.draft.lineage.versions) == 4
    assert loaded.draft == load_sample().draft
    assert set(loaded.sources) == set(sample_files)


def test_nothing_to_open_is_said(tmp_path: Path) -> None:
    with pytest.raises(PenholderError, match=r"gone\.penholder"):
        load([tmp_path / "gone.penholder"])
    with pytest.raises(PenholderError, match=r"^gone\.txt could not be opened\.\nThere is no such file"):
        load([tmp_path / "gone.txt"])
    with pytest.raises(PenholderError, match="None of the files"):
        load([tmp_path / "gone.txt", tmp_path / "lost.txt"])
    with pytest.raises(PenholderError, match="There is no file to open in"):
        load([tmp_path])


def test_what_was_open_stays_when_nothing_can_be_opened(window: MainWindow, prompts: ScriptedPrompts) -> None:
    window.files._failed("gone.txt could not be opened.\nThere is no such file.")
    assert prompts.problems[-1].endswith("There is no such file.\nWhat was open before is still open.")


def test_another_session_than_asked_for_needs_no_second_reading(
    sample_files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    reader = series.read
    monkeypatch.setattr(series, "read", lambda path, watch: read.append(path) or reader(path, watch))
    loaded = load(sample_files, 40)
    assert loaded.draft.carry.session == 59
    assert "The draft is for the next session of the series instead." in loaded.notices[0].text
    assert sorted(read) == sorted(sample_files)


def test_a_draft_among_resolutions_is_opened_alone(
    window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path, sample_files: tuple[Path, ...]
) -> None:
    prompts.places.append(tmp_path / "mine.penholder")
    act(window, "save_as")
    assert prompts.asked == ["Draft 56 Cooperation.penholder"]
    loaded = load([sample_files[0], tmp_path / "mine.penholder"])
    assert loaded.path == tmp_path / "mine.penholder"
    assert [notice.head for notice in loaded.notices] == ["47-9.txt"]


def test_what_cannot_be_saved_is_said_and_stays_unsaved(
    window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    act(window, "accept")
    prompts.places.append(tmp_path / "no such folder" / "mine.penholder")
    act(window, "save")
    assert window.isWindowModified()
    [notice] = window.notices.notices
    assert "mine.penholder" in notice.text
    assert notice.word == "not saved"
    prompts.places.append(tmp_path / "mine.penholder")
    act(window, "save")
    assert not window.notices.notices  # it no longer holds


@pytest.mark.parametrize(
    ("paths", "words"), [([Path("a.txt")], "a.txt"), ([Path("a"), Path("b")], "2 files")]
)
def test_files_in_a_sentence(paths: list[Path], words: str) -> None:
    assert named(paths) == words


def test_settings_are_kept_in_their_file(tmp_path: Path) -> None:
    place = tmp_path / "look.ini"
    first = Settings.in_file(place)
    first.theme, first.scale, first.folder = "contrast", 1.25, tmp_path
    first.remember((tmp_path / "é, | ü.txt", tmp_path / "b.txt"))
    first.write()
    second = Settings.in_file(place)
    assert (second.theme, second.scale, second.folder) == ("contrast", 1.25, tmp_path)
    assert second.recent() == ((tmp_path / "é, | ü.txt", tmp_path / "b.txt"),)
    second.forget(second.recent()[0])
    assert second.recent() == ()


def test_a_share_that_does_not_answer_is_no_file(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.folder = tmp_path
    monkeypatch.setattr(Path, "stat", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "denied")))
    assert not there(tmp_path)
    assert settings.folder == Path.home()


def test_the_latest_files_come_first_and_old_ones_go(settings: Settings, tmp_path: Path) -> None:
    paths = [(tmp_path / f"{number}.txt",) for number in range(MOST_RECENT + 3)]
    for entry in (*paths, paths[5]):
        settings.remember(entry)
    assert settings.recent()[0] == paths[5]
    assert len(settings.recent()) == MOST_RECENT
    assert len(set(settings.recent())) == MOST_RECENT


@pytest.mark.parametrize(
    "content",
    [
        "look",
        "[look]\ntheme=pink\nscale=big\n[files]\nrecent=17\nfolder=/no/such\n",
        "[look]\nscale=nan\n[files]\nrecent=[[5]]\n",
    ],
)
def test_settings_that_make_no_sense_read_as_usual(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.ini").write_text(content, encoding="utf-8")
    settings = Settings.in_file(tmp_path / "bad.ini")
    assert (settings.theme, settings.scale, settings.folder) == (SYSTEM, 1.0, Path.home())
    assert settings.recent() == ()


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["a/47-9.txt", "a/50-4.txt"], "47-9, 50-4  ·  a"),
        (["mine.penholder"], "mine  ·  ."),
        ([f"un/{'x' * 40}{number}.txt" for number in range(4)], f"{'x' * 40}0, {'x' * 12}…  ·  un"),
    ],
)
def test_recent_entries_fit_on_their_line(names: list[str], words: str) -> None:
    assert entry_text([Path(name) for name in names]) == words
