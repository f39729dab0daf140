# SPDX-License-Identifier: GPL-3.0-or-later
"""The four sample resolutions, as extracted and in every plainer form they may come in."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from gold import NAMES, load_gold

from drafting.reading import read
from drafting.resolution import Resolution

_DIGITS = str.maketrans("¹²³⁴⁵", "12345")


def _stripped(text: str) -> str:
    """No markup at all; headings and footnote marks stay glued where only markup parted them."""
    return re.sub(r"</?sup>|[*#]", "", text).translate(_DIGITS)


def _wrapped(text: str, width: int = 80, *, hyphens: bool = False) -> str:
    lines = text.split("\n")
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=hyphens) if line.strip() else ""
        for line in lines
    )


def _solid(text: str) -> str:
    """No blank lines and no rules."""
    return "\n".join(line for line in text.split("\n") if line.strip() and not re.fullmatch(r"-{3,}", line))


VARIANTS: dict[str, Callable[[str], str]] = {
    "no markup": _stripped,
    "superscripts as digits": lambda text: re.sub(r"</?sup>", "", text),
    "wrapped": _wrapped,
    "no markup, wrapped": lambda text: _wrapped(_stripped(text)),
    "no markup, wrapped at hyphens": lambda text: _wrapped(_stripped(text), hyphens=True),
    "no markup, wrapped at 60, no blank lines": lambda text: _solid(_wrapped(_stripped(text), 60)),
    "no markup, wrapped, no blank lines": lambda text: _solid(_wrapped(_stripped(text))),
    "no markup, wrapped at 100, no blank lines": lambda text: _solid(_wrapped(_stripped(text), 100)),
    "no blank lines": _solid,
    "no markup, no blank lines": lambda text: _solid(_stripped(text)),
    "indented": lambda text: textwrap.indent(_wrapped(_stripped(text)), "     "),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Macintosh line ends": lambda text: text.replace("\n", "\r"),
    "form feeds for rules": lambda text: text.replace("---", "\f"),
}


@pytest.mark.parametrize("name", NAMES)
def test_exact_against_the_hand_reading(shared: Path, name: str) -> None:
    resolution = read(shared / "samples" / f"{name}.txt")
    expected = load_gold(shared / "gold", name)
    assert resolution.masthead.adoption.startswith("Adopted by a recorded vote of ")
    assert replace(resolution.masthead, adoption="") == expected.masthead
    assert [_folded(p) for p in resolution.paragraphs] == [_folded(p) for p in expected.paragraphs]


@pytest.mark.parametrize("name", NAMES)
def test_votes_against_the_hand_reading(shared: Path, name: str) -> None:
    gold = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))["vote"]
    vote = read(shared / "samples" / f"{name}.txt").vote
    assert vote is not None
    sides = (vote.in_favour, vote.against, vote.abstaining)
    assert [side.count for side in sides] == [gold["for"], gold["against"], gold["abstaining"]]
    lists = gold["in_favour"], gold["against_list"], gold["abstaining_list"]
    assert [[_fold(state) for state in side.states] for side in sides] == [
        [_fold(state) for state in listed] for listed in lists
    ]


def test_nothing_in_the_samples_needs_a_look(sample_files: tuple[Path, ...]) -> None:
    assert [w for file in sample_files for w in read(file).warnings if w.needs_look] == []


@pytest.mark.parametrize(
    ("at", "places"),
    [(0, ["PP7", "OP10", "OP35"]), (1, ["PP7", "PP15", "OP8", "OP21"]), (2, ["PP7", "OP10"]), (3, ["PP17"])],
)
def test_rejoined_page_breaks_are_told(sample_files: tuple[Path, ...], at: int, places: list[str]) -> None:
    warnings = read(sample_files[at]).warnings
    assert [w.place for w in warnings if w.message.startswith("page break rejoined in")] == places


def test_no_word_is_lost(
    sample_files: tuple[Path, ...], lost_words: Callable[[str, Resolution], set[str]]
) -> None:
    for file in sample_files:
        assert lost_words(file.read_text(encoding="utf-8"), read(file)) == set()


@pytest.mark.parametrize("variant", VARIANTS)
def test_plainer_forms_read_the_same(
    sample_files: tuple[Path, ...], read_text: Callable[[str], Resolution], variant: str
) -> None:
    for file in sample_files:
        plain = read_text(VARIANTS[variant](file.read_text(encoding="utf-8")))
        original = read(file)
        assert plain.masthead == original.masthead
        assert plain.paragraphs == original.paragraphs
        assert plain.vote == original.vote
        assert not any(warning.needs_look for warning in plain.warnings)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(sample_files: tuple[Path, ...], tmp_path: Path, encoding: str) -> None:
    path = tmp_path / sample_files[3].name
    path.write_bytes(sample_files[3].read_text(encoding="utf-8").encode(encoding))
    assert read(path) == read(sample_files[3])


def test_windows_text_is_read_and_told(sample_files: tuple[Path, ...], tmp_path: Path) -> None:
    path = tmp_path / sample_files[3].name
    path.write_bytes(sample_files[3].read_text(encoding="utf-8").encode("cp1252"))
    plain = read(path)
    assert plain.warnings[0].needs_look
    assert "Windows" in plain.warnings[0].message
    assert replace(plain, warnings=plain.warnings[1:]) == read(sample_files[3])


def _fold(text: str) -> str:
    return text.translate(str.maketrans("\u2018\u2019\u201c\u201d\u00a0\u2011", "''\"\" -"))


def _folded(paragraph: object) -> object:
    return replace(paragraph, text=_fold(paragraph.text))  # type: ignore[attr-defined, type-var]
