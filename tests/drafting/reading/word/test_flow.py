# SPDX-License-Identifier: GPL-3.0-or-later
"""Files made from printed lines, and a delegation's plain Word as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from word_xml import BY, ORGAN, line, note, note_mark, par, run, table

from drafting.reading.recognise import recognise
from drafting.reading.source import Source
from drafting.resolution import Kind, Resolution

LINES = """Recalling all its previous resolutions and decisions on the
question and the resolutions of the General Assembly on the
subject, in particular those of the last two years and what was
done to follow them up,
Noting the report of the Secretary-General and the replies of
the Governments that stand in it, with the tables annexed to
the report,
1. Decides to remain seized of the matter and to consider it
again at its next session, on the basis of a new report that
covers both years;
2. Requests the Secretary-General to submit such a report."""


def test_a_paragraph_for_each_printed_line(read_word):
    source = read_word(ORGAN + "".join(map(line, LINES.split("\n"))))
    starts = ("Recalling", "Noting", "1. Decides", "2. Requests")
    assert [block.text.startswith(start) for block, start in zip(source.body, starts, strict=True)] == [
        True
    ] * 4
    assert " ".join(block.text for block in source.body) == " ".join(LINES.split())


def test_a_few_slips_join_nothing(read_word):
    source = read_word(ORGAN + line("Recalling the") + line("resolutions,") + line("Noting it,"))
    assert [(block.text, block.whole) for block in source.body] == [
        ("Recalling the", True),
        ("resolutions,", True),
        ("Noting it,", True),
    ]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def item(content: str, level: int) -> str:
    return par(content, "", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


@pytest.fixture
def resolution_of(read_word) -> Callable[..., Resolution]:
    def recognised(body: str, **parts: str) -> Resolution:
        source: Source = read_word(body, **parts)
        found = recognise(source, "test.docx")
        assert found is not None
        return found

    return recognised


MASTHEAD = line("Human Rights Council") + line("Fifty-ninth session") + line("Agenda item 3") + line("")
TITLE = line("59/… Enhancement of cooperation", '<w:jc w:val="center"/>') + line("")
PLAIN = [
    "Recalling the Charter of the United Nations,",
    "Decides to convene a meeting:",
    "With all States;",
    "Those in Geneva;",
    "Before its next session;",
    "Requests a report.",
]
IDS = ["PP1", "OP1", "OP1(a)", "OP1(a)(i)", "OP1(b)", "OP2"]


def test_numbers_by_word_and_typed_numbers_make_the_same_resolution(resolution_of):
    levels = [None, 0, 1, 2, 1, 0]
    counted = [
        line(text) if level is None else item(run(text), level)
        for text, level in zip(PLAIN, levels, strict=True)
    ]
    labels = ["", "1.\t", "(a)\t", "(i)\t", "(b)\t", "2.\t"]
    typed = [line(label + text) for text, label in zip(PLAIN, labels, strict=True)]
    one = resolution_of(MASTHEAD + TITLE + ORGAN + "".join(counted), numbering=NUMBERING)
    other = resolution_of(MASTHEAD + TITLE + ORGAN + "".join(typed))
    assert [paragraph.id for paragraph in one.paragraphs] == IDS
    assert [paragraph.text for paragraph in one.paragraphs] == PLAIN
    assert (one.paragraphs, one.masthead) == (other.paragraphs, other.masthead)


def test_tracked_changes_reach_the_record(resolution_of):
    deleted = f"<w:del {BY}><w:r><w:delText>twice </w:delText></w:r></w:del>"
    added = f"<w:ins {BY}>{run('new ')}</w:ins>"
    body = line("Recalling the Charter,") + line("1. Decides it;")
    last = par(run("2. Requests a ") + deleted + added + run("report") + note_mark(1) + run("."))
    found = resolution_of(ORGAN + body + last, footnotes=note(1, run("Of 2025.")))
    assert found.original is not None
    assert [r.paragraph("OP2").text for r in (found, found.original)] == [
        "Requests a new report.",
        "Requests a twice report.",
    ]
    spans = [(r.paragraph, r.start, r.end, r.text) for r in found.revisions]
    assert spans == [("OP2", 11, 11, "twice "), ("OP2", 11, 15, "new ")]


def test_an_annex_with_a_table(resolution_of):
    annex = line("Annex", '<w:jc w:val="center"/>') + line("Terms of reference", '<w:jc w:val="center"/>')
    rows = table((line("Year"), line("Sum")), (line("2025"), line("100")))
    found = resolution_of(ORGAN + line("Recalling it,") + line("1. Adopts the annex.") + annex + rows)
    told = [(p.id, p.kind, p.text) for p in found.paragraphs][2:]
    assert told == [
        ("A1", Kind.HEADING, "Terms of reference"),
        ("A1.T1", Kind.TEXT, "Year | Sum"),
        ("A1.T2", Kind.TEXT, "2025 | 100"),
    ]
