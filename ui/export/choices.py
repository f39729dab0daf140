# SPDX-License-Identifier: GPL-3.0-or-later
"""What the drafter chose for an export, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from drafting.resolution import Resolution
from drafting.writing.forms import Choice, Form, why_not


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices that are remembered from one export to the next.

    Those named in `OF_ONE_SERIES` only while drafts of one series are exported. Those that do not fit the
    form are kept for the next form, and have no effect meanwhile.
    """

    form: Form = Form.CLEAN
    accept_first: bool = False
    author: str = ""
    dated: bool = True
    moves: bool = False
    comments: bool = False
    notes: bool = False
    highlight: bool = True
    tags: bool = False
    provenance: bool = False
    line_numbers: bool = False

    def has(self, choice: Choice) -> bool:
        """Whether something is chosen that is on or off, and fits the form."""
        return not why_not(self.form, choice) and bool(getattr(self, choice.value))


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that an export of one draft needs beside the draft.

    `against` is the number of a loaded version, empty for the base; `other` a file that takes its place.
    `official` is the file to write on. `loaded` are the files of the series, none of which is written over.
    `counted` is the text of `other` as it was when its figures were shown.
    """

    choices: Choices = Choices()
    against: str = ""
    other: Path | None = None
    official: Path | None = None
    loaded: tuple[Path, ...] = ()
    counted: Resolution | None = None

    @property
    def form(self) -> Form:
        """What is written."""
        return self.choices.form


OF_ONE_SERIES = ("author", "dated", "comments", "notes")
"""What would bring the name of one delegation, or what only it is to read, to the paper of another."""


def series_of(versions: Iterable[Resolution]) -> frozenset[str]:
    """By what a series is known again: organ and number of each version that has one of its own."""
    heads = (version.masthead for version in versions if version.number != version.source)
    return frozenset(f"{one.body} {one.number or one.symbol}" for one in heads if one.number or one.symbol)


def to_keep(choices: Choices, series: Collection[str] = ()) -> dict[str, object]:
    """The choices made for a draft of a series, as plain values for the settings."""
    return asdict(choices) | {"series": sorted(series)}


def from_kept(kept: object, series: Collection[str] = ()) -> Choices:
    """The choices that `to_keep` gave, for a draft of a series that is perhaps another one.

    What is missing, makes no sense or was chosen for another series is as it comes: nobody is named.
    """
    found = kept if isinstance(kept, dict) else {}
    usual = asdict(Choices())
    values: dict[str, Any] = {
        name: found[name] if type(found.get(name)) is type(value) else value for name, value in usual.items()
    }
    form = found.get("form")
    values["form"] = Form(form) if form in list(Form) else Choices().form
    before = found.get("series")
    if not isinstance(before, list) or not any(one in before for one in series):
        values |= {name: usual[name] for name in OF_ONE_SERIES}
    return Choices(**values)
