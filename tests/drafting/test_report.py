# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of the sample series against the gold.

The same run as the published score, and no part of it may be short.
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

from drafting.cli import main

TARGETS = {53: 2, 56: 3, 59: 4}  # session: how many of the versions are loaded


def written(files: tuple[Path, ...], session: int, path: Path) -> Path:
    main(["report", *map(str, files), "--session", str(session), "-o", str(path)])
    return path


def test_the_score_is_perfect(shared: Path, sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    reports = [
        written(tuple(reversed(sample_files[:count])), session, tmp_path / f"{session}.json")
        for session, count in TARGETS.items()
    ]
    scorer = [sys.executable, str(shared / "tools" / "score.py"), str(shared / "gold"), *map(str, reports)]
    result = subprocess.run(scorer, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout
    scores = json.loads(result.stdout.splitlines()[-1])
    last = scores["59.json"]
    assert last["reading"]["header"] == {"right": 40, "of": 40}
    assert len(last["alignment"]) == 4
    assert all(score["carry_over"]["fact"]["asked_once"] for score in scores.values())


def test_the_order_of_the_files_does_not_matter(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    orders = list(permutations(sample_files))[::5]
    reports = {written(order, 59, tmp_path / "report.json").read_text(encoding="utf-8") for order in orders}
    assert len(reports) == 1


def test_proposals_apply_to_the_text_of_the_base(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    report = json.loads(written(sample_files, 59, tmp_path / "report.json").read_text(encoding="utf-8"))
    base = {paragraph["id"]: paragraph for paragraph in report["resolutions"][-1]["paragraphs"]}
    assert report["draft"]["suggestions"]
    for item in report["draft"]["suggestions"]:
        paragraph = base[item["paragraph"]]
        notes = {note["number"]: note["text"] for note in paragraph["footnotes"]}
        text = notes[item["footnote"]] if item["footnote"] else paragraph["text"]
        assert text[item["start"] : item["end"]] == item["old"]


@pytest.mark.parametrize("session", [53, 56, 59])
def test_edits_in_the_report_rebuild_the_new_text(
    session: int, sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    report = json.loads(
        written(sample_files[: TARGETS[session]], session, tmp_path / "r.json").read_text(encoding="utf-8")
    )
    texts = {
        item["number"]: {p["id"]: p["text"] for p in item["paragraphs"]} for item in report["resolutions"]
    }
    for alignment in report["alignments"]:
        for pair in alignment["pairs"]:
            old = "\n".join(texts[alignment["old"]][key] for key in pair["old"])
            new = "\n".join(texts[alignment["new"]][key] for key in pair["new"])
            if pair["words"]:
                assert _plain(_applied(old, new, pair["words"])) == _plain(new)


def _applied(old: str, new: str, words: list[dict[str, list[int]]]) -> str:
    for edit in reversed(words):
        old = old[: edit["old"][0]] + new[slice(*edit["new"])] + old[edit["old"][1] :]
    return old


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split())
