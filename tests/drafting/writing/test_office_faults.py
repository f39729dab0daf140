# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make office` takes for a known fault of another program, what it never does, and whose fault it is.

The smallest files hold nothing of Penholder: a change as Word marks it, read wrongly by the other program.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from office import libreoffice, pandoc, smallest
from office.cases import Case, View, Way
from office.known import fault
from office.smallest import NOTE, package, paragraph
from office.tools import Tools, found


def case(data: bytes) -> Case:
    """A file with tracked changes."""
    return Case(Way.LAID, "base", 0, (), data)


_NO_NOTE = package(paragraph("One"), paragraph("Two", "del"), paragraph("Three", "", NOTE))


@pytest.mark.parametrize(
    ("data", "read", "wanted", "known"),
    [
        (smallest.FIRST_NOTE, ["One", "", "Three"], ["One", "Three"], True),
        (smallest.FIRST_NOTE, ["2. One", "3. ", "4. Three"], ["2. One", "3. Three"], True),
        (smallest.FIRST_NOTE, ["One", "", "Tree"], ["One", "Three"], False),
        (smallest.FIRST_NOTE, ["One", "Three"], ["One", "Two", "Three"], False),
        (smallest.FIRST_NOTE, ["(a) One", "(a) Three"], ["(a) One", "(b) Three"], False),
        (_NO_NOTE, ["One", "", "Three1"], ["One", "Three1"], False),
    ],
)
def test_a_fault_of_libreoffice_is_known_by_its_cause_and_its_effect(
    data: bytes, read: list[str], wanted: list[str], known: bool
) -> None:
    assert bool(fault("LibreOffice 7.4", View.ACCEPTED, case(data), read, wanted)) is known


@pytest.mark.parametrize(
    ("data", "read", "wanted", "known"),
    [
        (smallest.NUMBER_KEPT, ["1. One", "2. "], ["1. One", ""], True),
        (smallest.NUMBER_KEPT, ["1. One", "2. "], ["1. One"], False),
        (smallest.NUMBER_KEPT, ["1. One", "2. Two"], ["1. One", ""], False),
        (smallest.NUMBER_KEPT, ["1. One", "2. "], ["2. One", ""], False),
        (smallest.FIRST_NOTE, ["1. One", "2. "], ["1. One", ""], False),
    ],
)
def test_a_number_too_much_is_known_before_an_empty_paragraph_alone(
    data: bytes, read: list[str], wanted: list[str], known: bool
) -> None:
    assert bool(fault("LibreOffice 7.4", View.REJECTED, case(data), read, wanted)) is known


@pytest.mark.parametrize(
    ("read", "known"), [(["Two{OneA/1}"], True), (["Two{A/1}"], False), (["Two{OneA/2}"], False)]
)
def test_pandoc_may_put_words_into_a_footnote_but_lose_none(read: list[str], known: bool) -> None:
    told = fault("pandoc 2.17", View.ACCEPTED, case(smallest.JOINED_NOTE), read, ["OneTwo{A/1}"])
    assert bool(told) is known


@pytest.mark.parametrize(
    ("data", "read", "known"),
    [
        (smallest.JOINED, ["One Two"], True),
        (smallest.JOINED, ["One  Two"], False),
        (smallest.JOINED, ["One", "Two"], False),
        (smallest.JOINED, ["One Too"], False),
        (package(paragraph("OneTwo")), ["One Two"], False),
    ],
)
def test_pandoc_may_set_one_blank_where_two_paragraphs_become_one(
    data: bytes, read: list[str], known: bool
) -> None:
    assert bool(fault("pandoc 2.17", View.ACCEPTED, case(data), read, ["OneTwo"])) is known


def test_a_newer_libreoffice_has_no_known_faults() -> None:
    told = fault("LibreOffice 24.8", View.ACCEPTED, case(smallest.FIRST_NOTE), ["One", "", "Three"], [])
    assert not told


@pytest.fixture(scope="module", name="tools")
def _tools() -> Tools:
    return found()


@pytest.mark.parametrize(
    ("data", "view", "read"),
    [
        (smallest.FIRST_NOTE, View.ACCEPTED, ["One", "", "Three"]),
        (smallest.NUMBER_KEPT, View.REJECTED, ["1. One", "2."]),
    ],
    ids=["an end too much where the first footnote went", "a number before an empty paragraph"],
)
def test_libreoffice_reads_the_smallest_files_wrongly(
    tools: Tools, tmp_path: Path, data: bytes, view: View, read: list[str]
) -> None:
    if not tools.office or libreoffice.version(tools) != "LibreOffice 7.4":
        pytest.skip("there is no LibreOffice 7.4 here")
    path = tmp_path / "first.docx"
    path.write_bytes(data)
    [(_, told)] = libreoffice.ask(tools, [(path, view)])
    assert [line.strip() for line in told] == read


_COMMA = "<w:r><w:t>,</w:t></w:r>"


@pytest.mark.parametrize(
    ("data", "view", "read"),
    [
        (smallest.note_behind_note(""), View.REJECTED, ["{A/1}", "One1Two"]),
        (smallest.note_behind_note(_COMMA), View.REJECTED, ["{A/1}", "One1", "Two"]),
        (smallest.moved_link("moveFrom"), View.ACCEPTED, ["One", "", "Three"]),
        (smallest.moved_link("del"), View.ACCEPTED, ["One", "Three"]),
    ],
    ids=["footnotes without a comma", "with the comma", "link that moved", "end that is deleted"],
)
def test_libreoffice_reads_rightly_what_we_write_instead(
    tools: Tools, tmp_path: Path, data: bytes, view: View, read: list[str]
) -> None:
    if not tools.office or libreoffice.version(tools) != "LibreOffice 7.4":
        pytest.skip("there is no LibreOffice 7.4 here")
    path = tmp_path / "asked.docx"
    path.write_bytes(data)
    [(_, told)] = libreoffice.ask(tools, [(path, view)])
    assert told == read


@pytest.mark.parametrize(
    ("data", "read"),
    [(smallest.JOINED_NOTE, "Two{One A/1}"), (smallest.JOINED, "One Two")],
    ids=["words in a footnote", "a blank between"],
)
def test_pandoc_reads_the_smallest_files_wrongly(
    tools: Tools, tmp_path: Path, data: bytes, read: str
) -> None:
    if not tools.pandoc or not pandoc.version(tools).startswith("pandoc 2."):
        pytest.skip("there is no pandoc 2 here")
    path = tmp_path / "joined.docx"
    path.write_bytes(data)
    assert pandoc.ask(tools, path, View.ACCEPTED) == [read]
