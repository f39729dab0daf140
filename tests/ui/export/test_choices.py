# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remembered of an export, what is asked of the writers, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from small import small_draft

from drafting.data import sample_files
from drafting.draft import Counted, Draft, accept_all
from drafting.draft.numbered import number_as
from drafting.errors import PenholderError
from drafting.opening import open_sample
from drafting.reading import read
from drafting.writing.counts import MarkedCounts
from drafting.writing.forms import Choice, Form
from drafting.writing.redline import Marks
from drafting.writing.word import write_word
from ui.export.choices import OF_ONE_SERIES, Choices, Wanted, from_kept, series_of, to_keep
from ui.export.preview import Preview, export_of, previewed
from ui.export.revealing import command, reveal
from ui.export.words import file_stem, told
from ui.settings import MOST_FILES, Settings

EVERYTHING = Choices(
    Form.TRACKED,
    accept_first=True,
    author="Perú & 中国",
    dated=False,
    moves=True,
    comments=True,
    notes=True,
    highlight=False,
    tags=True,
    provenance=True,
    line_numbers=True,
)


@pytest.fixture(scope="module", name="draft")
def _draft() -> Draft:
    return accept_all(open_sample().draft).draft


@pytest.mark.parametrize("choices", [Choices(), EVERYTHING, *(Choices(form) for form in Form)])
def test_choices_are_remembered(tmp_path: Path, choices: Choices) -> None:
    first = Settings.in_file(tmp_path / "look.ini")
    first.export = to_keep(choices, ["HRC 53/11", "HRC 56/2"])
    first.write()
    kept = Settings.in_file(tmp_path / "look.ini").export
    assert from_kept(kept, ["HRC 56/2", "HRC 59/4"]) == choices  # a year later


@pytest.mark.parametrize(
    "kept",
    [
        to_keep(EVERYTHING, ["HRC 56/2"]),
        to_keep(EVERYTHING),
        {name: value for name, value in to_keep(EVERYTHING).items() if name != "series"},
        to_keep(EVERYTHING) | {"series": "GA 56/2"},
    ],
)
@pytest.mark.parametrize("series", [["GA 56/2"], []])
def test_a_name_never_goes_over_to_another_series(kept: object, series: list[str]) -> None:
    usual = Choices()
    nobody = {name: getattr(usual, name) for name in OF_ONE_SERIES}
    assert from_kept(kept, series) == replace(EVERYTHING, **nobody)
    assert not from_kept(kept, series).author


def test_a_series_is_known_by_the_numbers_of_its_organ() -> None:
    base = small_draft().base
    assert series_of([base]) == {"Human Rights Council 53/11"}
    nameless = replace(
        base, masthead=replace(base.masthead, number="", symbol="A/HRC/RES/…"), source="a.docx"
    )
    assert not series_of([nameless])


@pytest.mark.parametrize(
    "kept", [None, [], "x", {}, {"form": "parchment", "author": 5, "moves": "yes"}, {"form": None, "more": 1}]
)
def test_what_makes_no_sense_is_as_it_comes(kept: object) -> None:
    assert from_kept(kept) == Choices()


def test_word_files_are_remembered_by_name(tmp_path: Path) -> None:
    settings = Settings.in_file(tmp_path / "look.ini")
    settings.remember((tmp_path / "56-2.docx", tmp_path / "53-11.txt"))
    assert settings.word_files == {"56-2.docx": tmp_path / "56-2.docx"}
    settings.know_word_files([tmp_path / "other" / "56-2.docx"])
    assert settings.word_files == {"56-2.docx": tmp_path / "other" / "56-2.docx"}
    settings.know_word_files(tmp_path / f"{number}.docx" for number in range(2 * MOST_FILES))
    assert len(settings.word_files) == MOST_FILES


@pytest.mark.parametrize(
    ("form", "fitting"),
    [
        (Form.CLEAN, {Choice.COMMENTS, Choice.TAGS, Choice.PROVENANCE, Choice.LINE_NUMBERS}),
        (Form.TRACKED, {Choice.MOVES, Choice.COMMENTS}),
        (Form.REDLINE, set()),
        (Form.XML, set()),
    ],
)
def test_what_does_not_fit_has_no_effect(form: Form, fitting: set[Choice]) -> None:
    choices = replace(EVERYTHING, form=form)
    on = (Choice.MOVES, Choice.COMMENTS, Choice.TAGS, Choice.PROVENANCE, Choice.LINE_NUMBERS)
    assert {choice for choice in on if choices.has(choice)} == fitting


def test_what_the_writers_are_asked_for(draft: Draft) -> None:
    found = export_of(draft, Wanted(EVERYTHING, "47/9"))
    assert found.base is draft.lineage.versions[0]
    assert (found.signature.author, found.signature.at) == ("Perú & 中国", None)
    assert (found.marks, found.moves, found.comments) == (Marks.TRACKED, True, True)
    assert not (found.options.paragraph_tags)
    assert not (found.options.provenance)
    assert not (found.options.line_numbers)
    plain = export_of(draft, Wanted(replace(EVERYTHING, form=Form.REDLINE)))
    assert (plain.base, plain.marks, plain.signature.author) == (draft.base, Marks.PLAIN, "")
    clean = export_of(draft, Wanted(replace(EVERYTHING, form=Form.CLEAN), "47/9"))
    assert (clean.base, clean.official, clean.options.line_numbers) == (None, None, True)
    assert export_of(draft, Wanted(Choices(Form.TRACKED, author="Cuba"))).signature.at is not None
    assert export_of(draft, Wanted(Choices(Form.TRACKED))).signature.at is None  # nobody is named


def test_figures_follow_what_is_chosen(draft: Draft) -> None:
    near, far = (previewed(draft, Wanted(Choices(Form.TRACKED), base)).counts for base in ("", "47/9"))
    assert near is not None
    assert far is not None
    assert 0 < near.paragraphs < far.paragraphs
    assert previewed(draft, Wanted(Choices(Form.XML))) == Preview()
    assert previewed(draft, Wanted(Choices(Form.OFFICIAL))).missing
    assert previewed(draft, Wanted(Choices(Form.CLEAN, comments=True))).comments > 0


def test_another_file_may_be_the_base(draft: Draft) -> None:
    found = previewed(draft, Wanted(Choices(Form.REDLINE), other=sample_files()[0]))
    assert found.base == "47/9"
    with pytest.raises(PenholderError, match="there is no such file"):
        previewed(draft, Wanted(Choices(Form.REDLINE), other=Path("gone.docx")))


def test_an_official_file_that_is_another_text_is_told(draft: Draft, tmp_path: Path) -> None:
    texts = {"right": draft.base, "older": draft.lineage.versions[0]}
    first = replace(draft.base.paragraphs[0], text="Guided by something else,", opening="Guided")
    texts["edited"] = replace(draft.base, paragraphs=(first, *draft.base.paragraphs[1:]))
    texts["strange"] = replace(
        draft.base, masthead=replace(draft.base.masthead, number="57/1", symbol="A/HRC/RES/57/1")
    )
    said = {}
    for name, text in texts.items():
        write_word(text, tmp_path / f"{name}.docx")
        wanted = Wanted(Choices(Form.OFFICIAL), official=tmp_path / f"{name}.docx")
        said[name] = previewed(draft, wanted).remark
    assert said["right"] == said["older"] == ""  # each reads as the version of its number
    assert said["edited"] == "edited.docx reads otherwise than 56/2 as it was loaded, first in PP1."
    assert "57/1, which is none of the loaded versions" in said["strange"]


def test_the_version_read_from_the_file_has_to_say_the_same(tmp_path: Path) -> None:
    path = tmp_path / "56-2.docx"
    write_word(read(sample_files()[-1]), path)
    version = read(path)
    draft = small_draft()
    lineage = replace(draft.lineage, versions=(draft.lineage.versions[0], version))
    draft = replace(draft, lineage=lineage)
    wanted = Wanted(Choices(Form.OFFICIAL), official=path)
    assert export_of(draft, wanted).base is version
    assert export_of(draft, replace(wanted, official=tmp_path / "copy.docx")).base is None


@pytest.mark.parametrize(
    ("preview", "said"),
    [
        (Preview(), "Nothing is marked: the text as it now stands."),
        (Preview(missing=True), "Choose the official Word file: its figures follow."),
        (Preview(MarkedCounts(), "56/2"), "Nothing to mark: the paragraphs read as in 56/2."),
        (
            Preview(MarkedCounts(changed=1, inserted=1, deleted=3), "56/2"),
            "Against 56/2: 1 paragraph changed; in the text 1 word in, 3 out.",
        ),
        (
            Preview(MarkedCounts(2, 1, 3, 4, 50, 60, 1), "56/2", comments=2),
            "Against 56/2: 2 paragraphs changed, 1 new, 3 gone, 4 moved; in the text 50 words in, "
            "60 out; 1 footnote. 2 comments on open proposals and facts not known yet.",
        ),
        (
            Preview(unnumbered=("PP2bis", "PP5alt")),
            "Nothing is marked: the text as it now stands. PP2bis and PP5alt print no numbers, as preambular "
            "paragraphs do. PP and OP tags show them in clean text.",
        ),
        (
            Preview(notes=1),
            "Nothing is marked: the text as it now stands. 1 comment with your notes and states: whoever has "
            "the file reads it.",
        ),
        (
            Preview(MarkedCounts(changed=3, gone=1, split=2, merged=1), "56/2"),
            "Against 56/2: 3 paragraphs changed, 1 gone, 2 split and 1 merged among them; "
            "in the text 0 words in, 0 out.",
        ),
        (
            Preview(MarkedCounts(moved=1), "56/2"),
            "Against 56/2: 1 paragraph moved; in the text 0 words in, 0 out.",
        ),
    ],
)
def test_the_figures_in_a_sentence(preview: Preview, said: str) -> None:
    assert told(preview) == said


@pytest.mark.parametrize(
    ("form", "name"), [(Form.CLEAN, "Draft 59"), (Form.TRACKED, "Draft 59 tracked"), (Form.TEXT, "Draft 59")]
)
def test_names_tell_the_form(form: Form, name: str) -> None:
    assert file_stem("Draft 59", form) == name


@pytest.mark.parametrize(
    ("platform", "started", "ways"),
    [("darwin", True, ["open"]), ("darwin", False, ["open", "folder"]), ("linux", True, ["folder"])],
)
def test_where_no_file_can_be_chosen_its_folder_is_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, started: bool, ways: list[str]
) -> None:
    used: list[str] = []

    def start(program: str, _arguments: list[str]) -> tuple[bool, int]:
        used.append(program)
        return started, 1

    def show(url: QUrl) -> bool:
        used.append("folder" if Path(url.toLocalFile()) == tmp_path else url.toString())
        return True

    monkeypatch.setattr(QProcess, "startDetached", start)
    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    assert reveal(tmp_path / "Draft 59 é.docx", platform)
    assert used == ways


def test_how_each_system_shows_a_file() -> None:
    path = Path("drafts") / "Draft 59.docx"
    windows = command(path, "win32")
    assert windows is not None
    assert windows[0] == "explorer.exe"
    assert windows[1][0] == "/select,"
    assert command(path, "darwin") == ("open", ["-R", str(path)])
    assert command(path, "linux") is None


def test_preambular_paragraphs_beside_others_are_named_where_no_tag_shows_them(draft: Draft) -> None:
    key = next(one.key for one in draft.paragraphs if draft.label(one.key).id == "PP3")
    beside = number_as(draft, [key], Counted.BIS).draft
    assert previewed(beside, Wanted(Choices())).unnumbered == ("PP2bis",)
    assert previewed(beside, Wanted(Choices(Form.TRACKED, tags=True))).unnumbered == ("PP2bis",)
    assert previewed(beside, Wanted(Choices(tags=True))).unnumbered == ()
