# SPDX-License-Identifier: GPL-3.0-or-later
"""Every colour can be read on every ground it is painted on: 4.5 to 1 for words, 3 to 1 for marks (WCAG 2.2).

High contrast keeps 7 to 1 for words. What cannot be used now may be fainter (1.4.3), rules between things
are an ornament, and no button is known by its edge alone (1.4.11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from contrasts import ratio

from ui.comparison.ribbons import PALER
from ui.theme import NAMES, Theme, load_theme, mixed, style_sheet

WORDS = 4.5
WORDS_OF_HIGH_CONTRAST = 7.0
MARKS = 3.0

INKS = ("text", "muted", "accent", "changed", "new", "edited", "fact", "deleted", "inserted")
"""What words are written in."""
SOFT = tuple(f"{ink}_soft" for ink in ("accent", "changed", "new", "fact", "deleted", "inserted"))
"""Grounds of a meaning: chips, badges, tags, marks in the text, the paragraph in hand, what is chosen."""
PLAIN = ("background", "panel", "page", "hover")
OTHERS = (
    ("text", "found"),  # every word of a hit is in the ink of the text
    ("on_accent", "accent"),  # the primary button, the selection, what is chosen in a menu of high contrast
)
DRAWN = (
    "stable",
    "border",
    "accent",
    "changed",
    "new",
    "edited",
    "muted",
    "deleted",
    "inserted",
    "fact",
    "text",
)
"""What bars, squares, dots, waves, rings, brackets and edges of fields are drawn in."""
BESIDE = ("background", "panel", "page")
"""What they are drawn on; squares and bars also beside the paragraph at the caret."""
ORNAMENT = {"line"}
GROUNDS = {*PLAIN, *SOFT, "found"}


def poor(pairs: dict[str, tuple[str, str]], least: float) -> dict[str, float]:
    """The pairs of colours, by what they are, that are too close to each other."""
    found = {name: round(ratio(*pair), 2) for name, pair in pairs.items()}
    return {name: value for name, value in found.items() if value < least}


def least_for_words(name: str) -> float:
    return WORDS_OF_HIGH_CONTRAST if name == "contrast" else WORDS


def words(theme: Theme) -> dict[str, tuple[str, str]]:
    named = [*((ink, ground) for ink in INKS for ground in (*PLAIN, *SOFT)), *OTHERS]
    found = {f"{ink} on {ground}": (getattr(theme, ink), getattr(theme, ground)) for ink, ground in named}
    return found | {
        "a primary button under the mouse": (theme.on_accent, mixed(theme.accent, theme.text, 0.2))
    }


def marks(theme: Theme) -> dict[str, tuple[str, str]]:
    named = [(ink, ground) for ink in DRAWN for ground in BESIDE] + [("stable", "accent_soft")]
    found = {f"{ink} on {ground}": (getattr(theme, ink), getattr(theme, ground)) for ink, ground in named}
    ribbon = mixed(theme.new, theme.page, PALER)
    return found | {f"a ribbon on {ground}": (ribbon, getattr(theme, ground)) for ground in BESIDE}


def test_ratio_knows_its_ends() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the textbook near miss


@pytest.mark.parametrize("name", NAMES)
def test_words_can_be_read(name: str) -> None:
    assert poor(words(load_theme(name)), least_for_words(name)) == {}


@pytest.mark.parametrize("name", NAMES)
def test_marks_can_be_seen(name: str) -> None:
    assert poor(marks(load_theme(name)), MARKS) == {}


# The style sheet, rule by rule, as it is put on.

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every selector with its declarations."""
    for selectors, body in RULE.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)):
        told = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        for selector in selectors.split(","):
            yield " ".join(selector.split()), {key.strip(): value.strip() for key, value in told.items()}


def grounds_of(selector: str, told: dict[str, str], theme: Theme) -> tuple[str, ...]:
    """What a rule's words stand on: its own ground, or whatever shows through."""
    own = re.search(r"#[0-9A-Fa-f]{6}", told.get("background", ""))
    return (own[0],) if own else (theme.background, theme.panel, theme.page)


def sheet_pairs(theme: Theme) -> dict[str, tuple[str, str]]:
    found = {}
    for selector, told in rules(style_sheet(theme)):
        usable = ":disabled" not in selector and told.get("color", "").startswith("#")
        for ground in grounds_of(selector, told, theme) if usable else ():
            found[f"{selector} on {ground}"] = (told["color"], ground)
        if "selection-color" in told:
            chosen = told["selection-color"], told["selection-background-color"]
            found[f"{selector}, selected"] = chosen
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_can_be_read(name: str) -> None:
    pairs = sheet_pairs(load_theme(name))
    assert len(pairs) > 60
    assert poor(pairs, least_for_words(name)) == {}


@pytest.mark.parametrize("name", NAMES)
def test_what_has_the_keyboard_is_ringed_so_that_it_is_seen(name: str) -> None:
    theme = load_theme(name)
    ringed = [(selector, told) for selector, told in rules(style_sheet(theme)) if selector.endswith(":focus")]
    assert len(ringed) > 15
    for selector, told in ringed:
        if set(told) <= {"padding", "padding-right"}:  # adds to a rule with a ring
            continue
        ring = re.search(r"#[0-9A-Fa-f]{6}", told.get("border", told.get("background", "")))
        assert ring, selector
        if "border" in told:
            assert poor({selector: (ring[0], theme.panel)}, MARKS) == {}


EDGED = ("QLineEdit", "QSpinBox", "QComboBox", "QCheckBox::indicator", "QRadioButton::indicator")


@pytest.mark.parametrize("name", NAMES)
def test_fields_and_switches_have_edges_that_are_seen(name: str) -> None:
    theme = load_theme(name)
    edges = {}
    for selector, told in rules(style_sheet(theme)):
        if selector in EDGED and "border" in told:
            edge = re.search(r"#[0-9A-Fa-f]{6}", told["border"])
            assert edge
            edges |= {f"{selector} on {ground}": (edge[0], getattr(theme, ground)) for ground in BESIDE}
    assert len(edges) == len(EDGED) * len(BESIDE)
    assert poor(edges, MARKS) == {}


# The code that paints: no colour is used there that no table above has measured.

UI = Path(__file__).resolve().parents[3] / "ui"
USED = re.compile(r"\b_?theme(?:\(\))?\.([a-z_]+)\b")


def test_every_colour_that_is_painted_has_been_measured() -> None:
    colours = {field.name for field in fields(Theme)} - {"name", "dark"}
    used = {
        colour
        for path in UI.rglob("*.py")
        for colour in USED.findall(path.read_text(encoding="utf-8"))
        if colour in colours
    }
    assert len(used) > 15
    assert used <= {*INKS, *GROUNDS, *DRAWN, "on_accent", *ORNAMENT}


def test_no_colour_is_written_into_the_code() -> None:
    """But black ink, for what is printed on white paper."""
    found = {
        path.relative_to(UI).as_posix(): re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
        for path in UI.rglob("*.py")
    }
    assert {colour for colours in found.values() for colour in colours} <= {"#000000", "#FFFFFF"}
