# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands as a drafter types them: what is written, what is said, and the exit code."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from drafting.cli import main
from drafting.reading import Watch

ROOT = Path(__file__).resolve().parents[2]
Files = tuple[Path, ...]
Said = pytest.CaptureFixture[str]


def test_draft_writes_a_word_file_and_says_what_was_proposed(
    sample_files: Files, tmp_path: Path, capsys: Said
) -> None:
    path = tmp_path / "draft.docx"
    assert main(["draft", *map(str, sample_files), "-o", str(path)]) in (0, 1)
    text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    assert "56/2 of 10 July 2024" in text
    assert "at its sixty-second session" in text
    assert "79/[…]" in text
    said = capsys.readouterr().out
    assert "50/4 of 7 July 2022 → 56/2 of 10 July 2024" in said
    assert "Still to be found out" in said


def test_accept_none_keeps_the_base_text(sample_files: Files, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    main(["draft", *map(str, sample_files), "--accept", "none", "-o", str(path)])
    text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    assert "50/4 of 7 July 2022" in text
    assert "at its fifty-ninth session" in text


ASSEMBLY = """A/RES/79/166
General Assembly
Seventy-ninth session

79/166. Enhancement of international cooperation in the field of human rights

The General Assembly,

Recalling its resolution 78/199 of 19 December 2023,

1. Reaffirms that it is a duty of States to cooperate.

17 December 2024
"""
CITING = """The Economic and Social Council,

Taking note of the annual update on the activities of the Board of Trustees of the United Nations Voluntary
Fund for Technical Cooperation in the Field of Human Rights (A/HRC/58/71),

1. Decides to remain seized of the matter.
"""


def _shelf(folder: Path) -> list[str]:
    texts = {"assembly.txt": ASSEMBLY, "citing.txt": CITING}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return ["--shelf", *(str(folder / name) for name in texts)]


@pytest.mark.parametrize(
    ("accept", "stands", "said"),
    [
        ("certain", "79/[…] of […] December 2024", "The shelf answers (--accept facts fills this in):"),
        ("facts", "79/166 of 17 December 2024", "Filled in from the shelf:"),
        ("none", "77/213 of 15 December 2022", "The shelf answers (--accept facts fills this in):"),
    ],
)
def test_the_shelf_fills_facts_in_when_it_is_asked_to(
    accept: str, stands: str, said: str, sample_files: Files, tmp_path: Path, capsys: Said
) -> None:
    path = tmp_path / "draft.docx"
    main(["draft", *map(str, sample_files), *_shelf(tmp_path), "--accept", accept, "-o", str(path)])
    text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    told = capsys.readouterr().out
    assert stands in text
    assert f"{said}\n  General Assembly resolution on the enhancement" in told
    assert "assembly.txt is General Assembly resolution 79/166 of 17 December 2024" in told
    assert "The shelf may answer (to be filled in by hand):" in told  # a citation is not sure
    assert "citing.txt (PP1) cites A/HRC/58/71 for it." in told


def test_the_report_tells_what_the_shelf_answers(sample_files: Files, tmp_path: Path, capsys: Said) -> None:
    path, mail = tmp_path / "report.json", tmp_path / "mail.txt"
    mail.write_text("See you on Monday.", encoding="utf-8")
    assert main(["report", *map(str, sample_files), *_shelf(tmp_path), str(mail), "-o", str(path)]) == 1
    assert "mail.txt: nothing in this file answers a question" in capsys.readouterr().err
    found = json.loads(path.read_text(encoding="utf-8"))
    assert [(one["source"], one["number"]) for one in found["shelf"]] == [
        ("assembly.txt", "79/166"),
        ("citing.txt", ""),
    ]
    assert [one["file"] for one in found["shelf_refused"]] == ["mail.txt"]
    fact = found["draft"]["facts"][0]
    assert [fact["kind"], *(part["kind"] for part in fact["parts"])] == ["resolution", "number", "date"]
    assert [(one["values"], one["sure"]) for one in fact["answers"]] == [
        ({"number": "166", "date": "17 December 2024"}, True)
    ]


def test_compare_writes_a_page_and_says_what_changed(
    sample_files: Files, tmp_path: Path, capsys: Said
) -> None:
    path = tmp_path / "page.html"
    assert main(["compare", str(sample_files[2]), str(sample_files[3]), "-o", str(path)]) == 0
    assert "Subcommission" in path.read_text(encoding="utf-8")
    assert "Subcommission" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["same.docx", "same.html", ""])
def test_versions_that_are_the_same_are_said_to_be(
    sample_files: Files, tmp_path: Path, capsys: Said, name: str
) -> None:
    one = str(sample_files[2])
    assert main(["compare", one, one, *(["-o", str(tmp_path / name)] if name else [])]) == 0
    assert "Nothing differs in the paragraphs and their footnotes." in capsys.readouterr().out
    assert main(["compare", one, str(sample_files[3])]) == 0
    assert "Nothing differs" not in capsys.readouterr().out


def test_versions_of_two_resolutions_need_a_look(sample_files: Files, tmp_path: Path, capsys: Said) -> None:
    path, other = tmp_path / "compared.docx", str(_shelf(tmp_path)[1])
    assert main(["compare", str(sample_files[2]), other, "-o", str(path)]) == 1
    assert "penholder: These are two different resolutions" in capsys.readouterr().err
    assert path.exists()


def test_the_help_names_what_the_window_takes(capsys: Said) -> None:
    assert main(["--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "penholder [FILE...] [--sample] [--session N] [--shelf FILE...]" in said


def test_compare_writes_what_scripts_need(sample_files: Files, tmp_path: Path) -> None:
    path = tmp_path / "compared.json"
    assert main(["compare", str(sample_files[0]), str(sample_files[3]), "-o", str(path)]) == 0
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["format"] == "penholder-comparison"
    assert [version["number"] for version in found["resolutions"]] == ["47/9", "56/2"]
    turned = {turn["verbs"]: turn["reason"] for turn in found["alignment"]["summary"]["verbs"]}
    assert turned["calls for → urges"] == "force of the verb rises"


def _bad(folder: Path, sample: Path) -> dict[str, Path]:
    files = {
        "empty": ("empty.txt", b""),
        "binary": ("binary.txt", bytes(range(256)) * 8),
        "word": ("text.txt", b"PK\x03\x04" + b"\0" * 40),
        "page": ("page.docx", b"<!DOCTYPE html><html><body><h1>Not found</h1></body></html>"),
        "letter": ("letter.txt", b"Dear colleagues,\n\nPlease find the minutes attached.\n\nBest wishes\n"),
        "twin": ("twin.txt", sample.read_bytes()),
        "other": ("other.txt", OTHER.encode()),
    }
    for name, content in files.values():
        (folder / name).write_bytes(content)
    return {kind: folder / name for kind, (name, _) in files.items()} | {"missing": folder / "missing.txt"}


OTHER = """Human Rights Council

Fifty-sixth session

Resolution adopted by the Human Rights Council on 10 July 2024

56/8. Human rights and climate change

The Human Rights Council,

Guided by the Charter of the United Nations,

Recognizing the urgency of the threat that rising seas pose to islands,

1. Expresses concern that climate change has contributed to sudden-onset disasters;

2. Decides to remain seized of the matter.
"""


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        ("missing", 3, "missing.txt"),
        ("empty", 3, "empty.txt"),
        ("binary", 3, "binary.txt"),
        ("word", 3, "text.txt"),
        ("page", 3, "page.docx"),
        ("letter", 3, "letter.txt"),
        ("twin", 1, "twin.txt"),
        ("other", 1, "other.txt"),
    ],
)
def test_a_bad_file_is_named_and_the_others_still_load(
    kind: str, code: int, words: str, sample_files: Files, tmp_path: Path, capsys: Said
) -> None:
    bad = _bad(tmp_path, sample_files[1])[kind]
    output = tmp_path / "report.json"
    assert main(["report", str(bad), *map(str, sample_files), "-o", str(output)]) == code
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
    assert output.read_text(encoding="utf-8").count('"symbol": "A/HRC/RES/') == 4


def test_a_folder_stands_for_the_files_in_it(sample_files: Files, tmp_path: Path, capsys: Said) -> None:
    for sample in sample_files:
        (tmp_path / sample.name).write_bytes(sample.read_bytes())
    (tmp_path / "~$56-2.docx").write_bytes(b"lock")
    assert main(["report", str(tmp_path)]) == 0
    assert capsys.readouterr().out.count('"symbol": "A/HRC/RES/') == 4
    assert main(["report", str(tmp_path), "-o", str(tmp_path / "56-2.txt")]) == 2  # never over an input


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["report"], 2, "--sample"),
        (["report", "--sample", "--session", "56"], 2, "56"),
        (["report", "--sample", "--session", "x"], 2, "invalid int"),
        (["compare", "--sample", "one.txt"], 2, "two files"),
        (["draft", "--sample", "-o", "draft.pdf"], 2, ".docx"),
        (["draft", "--sample", "--format", "xml", "-o", "draft.docx"], 2, ".xml"),
        (["draft", "--sample", "--format", "txt", "--tracked"], 2, "Word files only"),
        (["report", "--sample", "--shelf"], 2, "expected at least one"),
        (["report", "--shelf", "a.txt", "b.txt"], 2, "before it"),
        (["report", "nothing.txt"], 3, "nothing.txt"),
        (["frobnicate"], 2, "invalid choice"),
        ([], 2, "required"),
    ],
)
def test_wrong_usage_is_explained(
    arguments: list[str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == code
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "name", "begins"),
    [
        (["-o", "draft.xml"], "draft.xml", "<?xml"),
        (["-o", "draft.TXT"], "draft.TXT", "United Nations"),
        (["--format", "html"], "penholder-draft.html", "<!DOCTYPE html>"),
        (["--format", "txt"], "penholder-draft.txt", "United Nations"),
    ],
)
def test_a_draft_in_other_forms(
    arguments: list[str], name: str, begins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["draft", "--sample", "--session", "59", *arguments])
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_shelf_that_answers_nothing_is_told(
    sample_files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["draft", *map(str, sample_files[2:]), "--session", "59", "--shelf", str(sample_files[0])])
    assert "The shelf answers none of the open facts." in capsys.readouterr().out


def test_the_order_of_the_arguments_does_not_matter(sample_files: Files, tmp_path: Path) -> None:
    first, second = map(str, sample_files[:2])
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    main(["report", first, second, "--session", "62", "-o", str(one)])
    main(["--session", "62", first, "report", "-o", str(two), second])
    assert one.read_bytes() == two.read_bytes()


def test_an_input_is_never_overwritten(sample_files: Files, tmp_path: Path, capsys: Said) -> None:
    copy, link = tmp_path / "53-11.txt", tmp_path / "another name.txt"
    copy.write_bytes(sample_files[2].read_bytes())
    link.hardlink_to(copy)  # as under other capitals where these do not count
    assert main(["report", str(link), "-o", str(copy)]) == 2
    assert main(["report", str(sample_files[3]), "--shelf", str(link), "-o", str(copy)]) == 2
    assert copy.read_bytes() == sample_files[2].read_bytes()
    assert "Nothing was written" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_to(sample_files: Files, tmp_path: Path, capsys: Said) -> None:
    assert main(["draft", str(sample_files[3]), "-o", str(tmp_path / "no" / "draft.docx")]) == 3
    assert "draft.docx" in capsys.readouterr().err


def test_a_draft_without_a_name_takes_none_that_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(3):
        assert main(["draft", "--sample"]) == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["penholder-draft-2.docx", "penholder-draft-3.docx", "penholder-draft.docx"]


def test_a_folder_is_named_even_by_a_dot(
    capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", "."]) == 3
    assert "There is no file to open in ." in capsys.readouterr().err
    assert main(["compare", ".", "."]) == 3
    assert ".: this is a folder" in capsys.readouterr().err


def _on_a_terminal(monkeypatch: pytest.MonkeyPatch, *, answer: bool = True) -> None:
    """The terminal looks, and every reading takes longer than a moment."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: answer, raising=False)
    monkeypatch.setattr("drafting.cli._MOMENT", -1.0)


def test_a_long_reading_says_on_a_terminal_how_far_it_is(
    sample_files: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Said
) -> None:
    _on_a_terminal(monkeypatch)
    assert main(["report", *map(str, sample_files), "-o", str(tmp_path / "r.json")]) == 0
    told = capsys.readouterr().err
    shares = [int(number) for number in re.findall(r"\rpenholder: reading, (\d+) %", told)]
    assert shares[0] == 0
    assert {25, 50, 75, 100} <= set(shares)
    assert shares == sorted(shares)
    assert told.split("\r")[-2:] == [" " * len("penholder: reading, 100 %"), ""]  # the line goes again


def test_a_pipe_is_told_no_progress(
    sample_files: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Said
) -> None:
    _on_a_terminal(monkeypatch, answer=False)
    assert main(["compare", *map(str, sample_files[:2]), "-o", str(tmp_path / "page.html")]) == 0
    assert capsys.readouterr().err == ""


def test_ctrl_c_stops_in_a_sentence(
    sample_files: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Said
) -> None:
    def interrupted(path: Path, watch: Watch) -> None:
        watch.step(path, 1, 2)
        raise KeyboardInterrupt

    _on_a_terminal(monkeypatch)
    monkeypatch.setattr("drafting.reading.series.read", interrupted)
    output = tmp_path / "r.json"
    assert main(["report", *map(str, sample_files), "-o", str(output)]) == 130
    assert capsys.readouterr().err.endswith("\rpenholder: stopped. No file was left half-written.\n")
    assert not output.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    command = [sys.executable, "main.py", "report", "--sample"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert result.returncode == 3
    assert "could not be printed" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Exception" not in result.stderr
