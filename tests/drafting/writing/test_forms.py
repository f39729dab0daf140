# SPDX-License-Identifier: GPL-3.0-or-later
"""Which choices fit which form: every other one is refused with a reason."""

from __future__ import annotations

import pytest

from drafting.writing.forms import Choice, Form, why_not

FITTING = {
    Form.CLEAN: "comments notes highlight tags provenance line_numbers",
    Form.TRACKED: "base author date moves comments notes highlight",
    Form.OFFICIAL: "official accept_first author date moves comments notes highlight",
    Form.REDLINE: "base highlight",
    Form.XML: "",
    Form.PAGE: "tags provenance",
    Form.TEXT: "tags provenance",
}


@pytest.mark.parametrize("form", Form)
def test_what_fits(form: Form) -> None:
    assert {choice for choice in Choice if not why_not(form, choice)} == set(FITTING[form].split())


@pytest.mark.parametrize(
    ("form", "choice", "reason"),
    [
        (Form.REDLINE, Choice.AUTHOR, "names nobody"),
        (Form.OFFICIAL, Choice.BASE, "the official file itself"),
        (Form.XML, Choice.BASE, "changes are shown"),
        (Form.TEXT, Choice.LINE_NUMBERS, "clean draft for Word"),
    ],
)
def test_why_the_others_do_not(form: Form, choice: Choice, reason: str) -> None:
    assert reason in why_not(form, choice)


@pytest.mark.parametrize(
    ("form", "suffix"), [(Form.OFFICIAL, ".docx"), (Form.PAGE, ".html"), (Form.XML, ".xml")]
)
def test_how_files_are_named(form: Form, suffix: str) -> None:
    assert form.suffix == suffix
