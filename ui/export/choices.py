# SPDX-License-Identifier: GPL-3.0-or-later
"""What the drafter chose for an export, and what is remembered of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from drafting.resolution import Resolution
from drafting.writing.forms import Choice, Form, why_not


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices that are remembered from one export to the next, whatever the draft.

    Those that do not fit the form are kept for the next form, and have no effect meanwhile.
    """

    form: Form = Form.CLEAN
    accept_first: bool = False
    author: str = ""
    dated: bool = True
    moves: bool = False
    comments: bool = False
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


def to_keep(choices: Choices) -> dict[str, object]:
    """The choices as plain values, for the settings."""
    return asdict(choices)


def from_kept(kept: object) -> Choices:
    """The choices that `to_keep` gave; what is missing or makes no sense is as it comes."""
    found = kept if isinstance(kept, dict) else {}
    usual = to_keep(Choices())
    values: dict[str, Any] = {
        name: found[name] if type(found.get(name)) is type(value) else value for name, value in usual.items()
    }
    form = found.get("form")
    values["form"] = Form(form) if form in list(Form) else Choices().form
    return Choices(**values)
