# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of the sample series against the gold.

The same run as the published score, and no part of it may be short.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from annexed import WITH_ANNEXES, version

from drafting.cli import main
from drafting.report import Json, resolution_json
from drafting.resolution import Act, Comment, ReadWarning, Revision

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
    assert report["draft"]["suggestions"]
    _agrees(report["resolutions"][-1], report["draft"]["suggestions"], "old")


def _agrees(resolution: Json, items: list[Json], key: str) -> None:
    """What items say stands at their places does stand there."""
    by_id = {paragraph["id"]: paragraph for paragraph in resolution["paragraphs"]}
    for item in items:
        paragraph = by_id[item["paragraph"]]
        notes = {note["number"]: note["text"] for note in paragraph["footnotes"]}
        text = notes[item["footnote"]] if item["footnote"] else paragraph["text"]
        assert text[item["start"] : item["end"]] == item[key]


def test_findings_stand_at_their_places(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    report = json.loads(written(sample_files, 59, tmp_path / "report.json").read_text(encoding="utf-8"))
    found = [item["findings"] for item in report["resolutions"]]
    assert all(found)
    for resolution, findings in zip(report["resolutions"], found, strict=True):
        _agrees(resolution, findings, "words")
        _agrees(resolution, [mend for finding in findings for mend in finding["fix"]], "old")
    stale = {"two-ages": "77/213 of 15 December 2022", "clause-twice": "of cooperation at the national"}
    for findings in (found[-1], report["draft"]["findings"]):
        told = {finding["rule"]: finding["words"] for finding in findings}
        assert all(told[rule_id].startswith(words) for rule_id, words in stale.items())
    _agrees(report["resolutions"][-1], report["draft"]["findings"], "words")


def test_what_follows_from_the_order_of_the_text_is_a_suggestion_and_no_finding_of_the_draft(
    sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    text = sample_files[3].read_text(encoding="utf-8")
    bare = tmp_path / "56-2.txt"
    bare.write_text(text.replace("Further emphasizes", "Emphasizes"), encoding="utf-8")
    report = json.loads(written((bare,), 59, tmp_path / "report.json").read_text(encoding="utf-8"))
    draft, base = report["draft"], report["resolutions"][-1]
    offered = [item for item in draft["suggestions"] if item["certainty"] == "style"]
    assert "opening-sequence" in {item["kind"] for item in offered}
    _agrees(base, offered, "old")
    assert "opening-sequence" in {item["rule"] for item in base["findings"]}
    assert "opening-sequence" not in {item["rule"] for item in draft["findings"]}


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
            if old and new:
                assert _plain(_applied(old, new, pair["words"])) == _plain(new)
                both = sorted(pair["words"] + pair["glyphs"], key=lambda edit: (edit["old"], edit["new"]))
                assert _applied(old, new, both) == new
                assert all(edit["weight"] and edit["reason"] for edit in both)


def _applied(old: str, new: str, words: list[dict[str, list[int]]]) -> str:
    for edit in reversed(words):
        old = old[: edit["old"][0]] + new[slice(*edit["new"])] + old[edit["old"][1] :]
    return old


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split())


def test_what_a_version_holds_beside_its_text_is_told() -> None:
    base = version(
        WITH_ANNEXES,
        adoption="Adopted without a vote",
        report="on the report of the Sixth Committee (A/80/1)",
        sponsors="Fiji",
        notes=("Reissued.",),
        agenda_points="(b)",
        language="fr",
    )
    told = resolution_json(replace(base, warnings=(ReadWarning("left out", "page 2", True, "GE.25"),)))
    wanted = {
        "adoption": "Adopted without a vote",
        "committee_report": "on the report of the Sixth Committee (A/80/1)",
        "sponsors": "Fiji",
        "notes": ["Reissued."],
        "agenda_points": "(b)",
        "language": "fr",
        "format": "text",
        "warnings": ["left out: “GE.25”"],
        "read_report": [{"message": "left out", "place": "page 2", "needs_look": True, "text": "GE.25"}],
    }
    assert {name: told[name] for name in wanted} == wanted
    assert not {"revisions", "comments", "original"} & set(told)


def test_each_paragraph_names_its_text_and_depth() -> None:
    told = {one["id"]: one for one in resolution_json(version(WITH_ANNEXES))["paragraphs"]}
    places = {name: (told[name]["unit"], told[name]["part"], told[name]["level"]) for name in told}
    assert places["OP1(a)(i)(a)(i)"] == ("", "operative", 4)
    assert places["A1"] == places["A1.T1"] == ("A1", "annex", 0)
    assert places["A1.OP2(b)"] == ("A1", "annex", 1)
    assert told["A1.T3"]["kind"] == "text"


def test_tracked_changes_and_comments_are_told_with_author_and_place() -> None:
    base = version("OP1 | 1 | Counts the new boats.")
    revision = Revision(Act.INSERT, "new ", "A. Keeper", "2025-11-01T10:00:00Z", "OP1", 11, 15)
    comment = Comment("All?", "B. Weaver", "2025-11-02T10:00:00Z", "OP1", 0, 6)
    tracked = replace(
        base,
        revisions=(revision, Revision(Act.DELETE, "x", moved=True)),
        comments=(comment,),
        original=version("OP1 | 1 | Counts the boats."),
    )
    told = resolution_json(tracked)
    who = {"author": "A. Keeper", "at": "2025-11-01T10:00:00Z", "text": "new "}
    place = {"paragraph": "OP1", "start": 11, "end": 15, "footnote": None}
    assert told["revisions"][0] == {"act": "insert", "moved": False, **who, **place}
    assert (told["revisions"][1]["paragraph"], told["revisions"][1]["moved"]) == (None, True)
    assert [(one["text"], one["author"], one["paragraph"]) for one in told["comments"]] == [
        ("All?", "B. Weaver", "OP1")
    ]
    assert told["original"] == [{"id": "OP1", "text": "Counts the boats."}]
    json.dumps(told)
