# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in any order become one series; what does not belong is refused with the reason."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.errors import ReadingStopped
from drafting.reading import read, series
from drafting.reading.kinship import same_series
from drafting.reading.series import SeriesReading, read_series
from drafting.reading.watch import Watch
from drafting.resolution import (
    Act,
    Comment,
    Kind,
    Masthead,
    Paragraph,
    Part,
    ReadWarning,
    Resolution,
    Revision,
)

OTHER = """Human Rights Council
Fifty-ninth session
Resolution adopted by the Human Rights Council on 8 July 2025
59/25. Birds and bees

The Human Rights Council,

Recalling the flight of birds over the sea and the patience of the bees in the garden,

1. Decides to look at birds and bees again at its sixty-second session.
"""
ASSEMBLY = OTHER.replace("Human Rights Council", "General Assembly").replace("59/25", "80/9")


def _numbers(reading: SeriesReading) -> list[str]:
    return [version.number for version in reading.versions]


def _refusals(reading: SeriesReading) -> dict[str, str]:
    return {error.path.name: error.reason for error in reading.refused}


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_samples_in_any_order(sample_files: tuple[Path, ...]) -> None:
    first = read_series(sample_files)
    assert _numbers(first) == ["47/9", "50/4", "53/11", "56/2"]
    assert first.refused == first.warnings == ()
    for order in itertools.permutations(sample_files):
        assert read_series(order) == first


def test_one_file_and_none() -> None:
    assert read_series(()) == SeriesReading((), (), ())


def test_a_single_version(sample_files: tuple[Path, ...]) -> None:
    assert _numbers(read_series(sample_files[2:3])) == ["53/11"]


def test_the_same_text_twice_is_used_once(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    copy = _written(tmp_path / "copy.txt", sample_files[3].read_text(encoding="utf-8"))
    reading = read_series([copy, *sample_files])
    assert _numbers(reading) == ["47/9", "50/4", "53/11", "56/2"]
    reason = _refusals(reading)["copy.txt"]
    assert "56/2 again" in reason
    assert "56-2.txt" in reason
    assert "texts are the same" in reason


def test_another_text_of_the_same_version(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    text = sample_files[3].read_text(encoding="utf-8").replace("genuine cooperation", "true cooperation")
    reading = read_series([_written(tmp_path / "other.txt", text), sample_files[3]])
    assert _numbers(reading) == ["56/2"]
    differs = [one.id for one in reading.versions[0].paragraphs if "genuine cooperation" in one.text]
    assert f"The texts differ in {', '.join(differs)}; " in _refusals(reading)["other.txt"]


def test_the_same_path_twice(sample_files: tuple[Path, ...]) -> None:
    reading = read_series([sample_files[0], sample_files[0]])
    assert _numbers(reading) == ["47/9"]
    assert "the same file" in _refusals(reading)["47-9.txt"]


def test_another_series_and_another_organ_are_left_out(
    sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    strangers = [_written(tmp_path / "a.txt", OTHER), _written(tmp_path / "b.txt", ASSEMBLY)]
    reading = read_series([*strangers, *sample_files[:2]])
    assert _numbers(reading) == ["47/9", "50/4"]
    assert "little in common with 50/4" in _refusals(reading)["a.txt"]
    assert "General Assembly" in _refusals(reading)["b.txt"]


def test_on_a_tie_the_latest_version_decides(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    later = _written(tmp_path / "later.txt", OTHER)
    assert _numbers(read_series([sample_files[0], later])) == ["59/25"]
    earlier = _written(tmp_path / "earlier.txt", OTHER.replace("2025", "2019").replace("59/25", "41/25"))
    assert _numbers(read_series([sample_files[0], earlier])) == ["47/9"]


def test_bad_files_do_not_stop_the_good_ones(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    bad = [
        tmp_path / "gone.txt",
        _written(tmp_path / "empty.txt", ""),
        _written(tmp_path / "letter.txt", "Dear all"),
    ]
    reading = read_series([*bad, *sample_files])
    assert len(reading.versions) == 4
    assert set(_refusals(reading)) == {"gone.txt", "empty.txt", "letter.txt"}


def test_none_readable(tmp_path: Path) -> None:
    reading = read_series([tmp_path / "gone.txt"])
    assert reading.versions == ()
    assert "no such file" in _refusals(reading)["gone.txt"]


def test_a_version_without_number_is_put_in_order_and_told(
    sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    text = sample_files[1].read_text(encoding="utf-8").replace("50/4. ", "")
    reading = read_series([*sample_files[2:], _written(tmp_path / "no number.txt", text)])
    assert [version.source for version in reading.versions] == ["no number.txt", "53-11.txt", "56-2.txt"]
    assert [warning.place for warning in reading.warnings] == ["no number.txt"]


def test_versions_without_numbers_in_files_of_one_name_are_told_apart(
    sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    paths = []
    for sample, number in zip(sample_files[:2], ("47/9. ", "50/4. "), strict=True):
        (tmp_path / sample.stem).mkdir()
        text = sample.read_text(encoding="utf-8").replace(number, "")
        paths.append(_written(tmp_path / sample.stem / "draft.txt", text))
    reading = read_series(paths)
    assert _numbers(reading) == [warning.place for warning in reading.warnings]
    assert _numbers(reading) == ["47-9/draft.txt", "50-4/draft.txt"]


def test_versions_of_one_resolution_are_told_from_other_resolutions(
    sample_files: tuple[Path, ...], tmp_path: Path
) -> None:
    versions = [read(path) for path in sample_files]
    other, assembly = (
        read(_written(tmp_path / name, text)) for name, text in (("a.txt", OTHER), ("b.txt", ASSEMBLY))
    )
    assert all(same_series(one, two) for one, two in itertools.combinations(versions, 2))
    assert not any(same_series(one, two) for one in versions for two in (other, assembly))
    assert not same_series(other, assembly)  # one text, two organs
    retitled = replace(versions[0], masthead=replace(versions[0].masthead, title="Another title altogether"))
    assert same_series(retitled, versions[1])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(data=st.data())
def test_the_result_never_depends_on_the_order(
    sample_files: tuple[Path, ...], tmp_path: Path, data: st.DataObject
) -> None:
    files: Sequence[Path] = [
        *sample_files,
        _written(tmp_path / "a.txt", OTHER),
        _written(tmp_path / "b.txt", ASSEMBLY),
        _written(tmp_path / "c.txt", sample_files[0].read_text(encoding="utf-8")),
        _written(tmp_path / "d.txt", "Dear all"),
    ]
    chosen = data.draw(st.lists(st.sampled_from(files), unique=True, max_size=6))
    shuffled = data.draw(st.permutations(chosen))
    first, second = read_series(chosen), read_series(shuffled)
    assert first.versions == second.versions
    assert _refusals(first) == _refusals(second)


# ------------------------------------------------------------- formats, languages, drafts, and whoever waits

GA = "General Assembly"
TEXTS = {
    "en": "Recalling the flight of birds over the sea and the patience of the bees in the garden,",
    "fr": "Rappelant le vol des oiseaux au-dessus de la mer et la patience des abeilles dans le jardin,",
}

PP = Paragraph("PP1", Kind.PREAMBULAR, Part.PREAMBLE, TEXTS["en"])


def _made(symbol: str, day: str = "", form: str = "Word", language: str = "en", looks: int = 0) -> Resolution:
    """A record as a reader gives it; the number and the session follow from the symbol."""
    number = symbol.removeprefix("A/RES/") if "/RES/" in symbol else ""
    session = int((number or symbol.removeprefix("A/C.3/")).split("/")[0])
    adopted = date.fromisoformat(day) if day else None
    title = {"en": "Birds and bees", "fr": "Oiseaux et abeilles"}[language]
    head = Masthead(GA, symbol, number, title, session, adopted=adopted, language=language)
    paragraph = Paragraph("PP1", Kind.PREAMBULAR, Part.PREAMBLE, TEXTS[language])
    doubts = tuple(ReadWarning("look here", needs_look=True) for _ in range(looks))
    return Resolution(head, (paragraph,), None, doubts, "file", form)


def _reading(monkeypatch: pytest.MonkeyPatch, **files: Resolution) -> SeriesReading:
    monkeypatch.setattr(series, "read", lambda path, watch: files[path.name])
    return read_series([Path(name) for name in files])


@pytest.mark.parametrize(
    "used", [("XML", "PDF"), ("XML", "Word"), ("Word", "text"), ("text", "PDF")], ids=str
)
def test_of_one_version_in_two_formats_the_better_is_used(
    monkeypatch: pytest.MonkeyPatch, used: tuple[str, str]
) -> None:
    better, other = (_made("A/RES/80/9", "2025-12-15", form) for form in used)
    reading = _reading(monkeypatch, a=other, b=better)
    assert [version.format for version in reading.versions] == [used[0]]
    assert f"because {used[0]} tells more than {used[1]}" in _refusals(reading)["a"]


def test_in_one_format_the_file_with_fewer_doubts_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = (_made("A/RES/80/9", "2025-12-15", looks=looks) for looks in (2, 1))
    reading = _reading(monkeypatch, a=first, b=second)
    assert [len(version.warnings) for version in reading.versions] == [1]
    assert "tells more" not in _refusals(reading)["a"]


def test_a_file_with_tracked_changes_never_displaces_the_clean_text(monkeypatch: pytest.MonkeyPatch) -> None:
    clean, changed = (_made("A/RES/80/9", "2025-12-15", form) for form in ("PDF", "Word"))
    revisions = (Revision(Act.INSERT, "all"), Revision(Act.DELETE, "some"), Revision(Act.FORMAT, "x"))
    changed = replace(changed, revisions=revisions, comments=(Comment("Why?"),))
    reading = _reading(monkeypatch, a=changed, b=clean)
    assert [version.format for version in reading.versions] == ["PDF"]
    told = "it holds 2 tracked changes and 1 comment; the file without changes is used."
    assert told in _refusals(reading)["a"]
    assert _reading(monkeypatch, a=changed).versions == (changed,)


def test_at_most_five_paragraphs_that_differ_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [_made("A/RES/80/9", "2025-12-15", form) for form in ("XML", "PDF")]
    one, two = (
        replace(
            each, paragraphs=tuple(replace(PP, id=f"PP{n}", text=f"{PP.text} {n}{end}") for n in range(8))
        )
        for each, end in zip(made, ("", "!"), strict=True)
    )
    (reason,) = _refusals(_reading(monkeypatch, a=one, b=two)).values()
    assert "The texts differ in PP0, PP1, PP2, PP3, PP4 and 3 more; " in reason


def test_translations_are_refused_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    english, french = _made("A/RES/80/9", "2025-12-15"), _made("A/RES/80/9", "2025-12-15", language="fr")
    older = _made("A/RES/78/9", "2023-12-15", language="fr")
    reading = _reading(monkeypatch, a=french, b=english)
    assert [version.masthead.language for version in reading.versions] == ["en"]
    assert "80/9 in French, which b gives in English" in _refusals(reading)["a"]
    assert [v.number for v in _reading(monkeypatch, a=older, b=french).versions] == ["78/9", "80/9"]


@pytest.mark.parametrize(
    ("files", "versions"),
    [
        (["A/RES/78/9 2023-12-15", "A/C.3/80/L.5"], ["78/9", "A/C.3/80/L.5"]),
        (["A/RES/78/9 2023-12-15", "A/C.3/80/L.5", "A/C.3/80/L.5/Rev.1"], ["78/9", "A/C.3/80/L.5/Rev.1"]),
        (["A/RES/80/9 2025-11-20", "A/C.3/80/L.5"], ["80/9"]),
        (["A/C.3/78/L.7", "A/RES/80/9 2025-12-15"], ["80/9"]),
        (["A/C.3/78/L.7", "A/C.3/80/L.5"], ["A/C.3/78/L.7", "A/C.3/80/L.5"]),
    ],
)
def test_a_draft_is_a_version_only_after_the_last_adopted_text(
    monkeypatch: pytest.MonkeyPatch, files: list[str], versions: list[str]
) -> None:
    made = {f"f{n}": _made(*words.split()) for n, words in enumerate(files)}
    reading = _reading(monkeypatch, **made)
    assert _numbers(reading) == versions
    assert all("a draft as it was tabled" in reason for reason in _refusals(reading).values())
    assert [w.needs_look for w in reading.warnings] == [True] * ("/L." in versions[-1])


def test_a_draft_of_our_own_is_a_draft_of_its_session(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _made("A/RES/80/9", "2025-12-15")
    ours = replace(_made("A/C.3/81/L.[…]"), source="ours.docx")
    reading = _reading(monkeypatch, a=ours, b=text)
    assert _numbers(reading) == ["80/9", "ours.docx"]
    (remark,) = reading.warnings
    assert remark.message.startswith("ours.docx is a draft; if it was adopted since")
    later = _reading(monkeypatch, a=ours, b=_made("A/RES/81/9", "2026-12-15"))
    assert "this is a draft (ours.docx), and a text adopted since" in _refusals(later)["a"]


def test_progress_runs_over_all_files_and_never_back(sample_files: tuple[Path, ...]) -> None:
    told: list[tuple[int, int]] = []
    read_series(sample_files, Watch(lambda done, total: told.append((done, total))))
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert {0.25, 0.5, 0.75} <= set(shares)


def test_a_drafter_who_no_longer_waits_stops_it_all(sample_files: tuple[Path, ...]) -> None:
    shares: list[float] = []
    watch = Watch(lambda done, total: shares.append(done / total), lambda: bool(shares) and shares[-1] > 0.25)
    with pytest.raises(ReadingStopped, match=r"50-4\.txt"):
        read_series(sample_files, watch)


def test_one_real_text_in_three_formats_is_one_version(shared: Path) -> None:
    folder = shared / "corpus" / "series" / "ga-intl-cooperation-human-rights"
    names = (
        "A_RES_79_166.xml",
        "A_RES_79_166.pdf",
        "A_RES_80_204.pdf",
        "A_RES_80_204.xml",
        "A_C.3_80_L.35.pdf",
    )
    reading = read_series([folder / name for name in names])
    assert [(one.number, one.format) for one in reading.versions] == [("79/166", "XML"), ("80/204", "XML")]
    assert set(_refusals(reading)) == {"A_RES_79_166.pdf", "A_RES_80_204.pdf", "A_C.3_80_L.35.pdf"}
    assert reading.warnings == ()


def test_a_real_draft_is_the_latest_version_while_no_adopted_text_is_given(shared: Path) -> None:
    folder = shared / "corpus" / "series" / "ga-intl-cooperation-human-rights"
    reading = read_series([folder / name for name in ("A_C.3_80_L.35.pdf", "A_RES_79_166.xml")])
    assert _numbers(reading) == ["79/166", "A/C.3/80/L.35"]
    (remark,) = reading.warnings
    assert "if it was adopted since, open the adopted text" in remark.message


def test_real_translations_are_refused_beside_the_english_text(shared: Path) -> None:
    languages = shared / "corpus" / "reader" / "languages"
    english = shared / "corpus" / "series" / "hrc-intl-cooperation-human-rights" / "A_HRC_RES_56_2.xml"
    others = sorted(languages.glob("A_HRC_RES_56_2.*.xml"))
    reading = read_series([*others, english])
    assert [one.masthead.language for one in reading.versions] == ["en"]
    named = ("Arabic", "Spanish", "French", "Russian", "Chinese")
    reasons = [_refusals(reading)[path.name] for path in others]
    assert all(f"56/2 in {language}" in reason for language, reason in zip(named, reasons, strict=True)), (
        reasons
    )
