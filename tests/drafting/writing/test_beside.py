# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, sources and line numbers stand beside the paragraphs of a clean draft when they are wanted."""

from __future__ import annotations

import pytest
from annexed import WITH_ANNEXES, version
from word_reading import NS, W, part, shown
from word_samples import SMALL

from drafting.comparing.paragraphs import align
from drafting.resolution import Resolution
from drafting.writing.options import WordOptions
from drafting.writing.page import page_html
from drafting.writing.plain import plain_text
from drafting.writing.tracked import tracked_bytes
from drafting.writing.tracked.proof import prove
from drafting.writing.word import word_bytes

_ALL = WordOptions(paragraph_tags=True, provenance=True, line_numbers=True)
_ORIGINS = {"PP1": "56/2 PP1, unchanged", "H1": "new", "OP1": "56/2 OP3, moved and amended"}


def texts(data: bytes) -> list[str]:
    return [f"{item.label}|{item.text}" for item in shown(data)][7:]


def test_they_stand_before_and_behind_the_words() -> None:
    assert texts(word_bytes(SMALL, _ALL, _ORIGINS)) == [
        "|The Human Rights Council,",
        "|[PP1] Recalling the Charter, [56/2 PP1, unchanged]",
        "I.|Cooperation [new]",
        "1.|[OP1] Takes note of resolution 79/[…]: [56/2 OP3, moved and amended]",
        "(a)|[OP1(a)] Its first part;",
        "2.|[OP2] Decides to remain seized of the matter.",
        "| ",
    ]


def test_they_are_small_and_grey_and_nothing_else_is() -> None:
    document = part(word_bytes(SMALL, _ALL, _ORIGINS), "word/document.xml")
    runs = document.xpath("//w:r[w:rPr/w:rStyle/@w:val='Beside']", namespaces=NS)
    assert ["".join(run.itertext()) for run in runs][:3] == ["[PP1] ", " [56/2 PP1, unchanged]", " [new]"]
    style = part(word_bytes(SMALL, _ALL), "word/styles.xml").xpath(
        "//w:style[@w:styleId='Beside']/w:rPr", namespaces=NS
    )
    assert {child.tag.removeprefix(W) for child in style[0]} == {"color", "sz", "szCs"}


def test_nothing_stands_there_unasked() -> None:
    assert word_bytes(SMALL, WordOptions(), _ORIGINS) == word_bytes(SMALL)
    assert plain_text(SMALL, WordOptions(), _ORIGINS) == plain_text(SMALL)
    assert page_html(SMALL, WordOptions(), _ORIGINS) == page_html(SMALL)


@pytest.mark.parametrize("resolution", [SMALL, version(WITH_ANNEXES)], ids=["Geneva", "New York"])
def test_lines_of_the_text_alone_are_counted(resolution: Resolution) -> None:
    data = word_bytes(resolution, _ALL)
    counted = part(data, "word/document.xml").find("w:body/w:sectPr/w:lnNumType", NS)
    assert (counted.get(f"{W}countBy"), counted.get(f"{W}restart")) == ("5", "newPage")
    styles = part(data, "word/styles.xml").xpath("//w:style[w:pPr/w:suppressLineNumbers]", namespaces=NS)
    beside = {"MastheadLine", "MastheadOrgan", "ClosingRule", "Header", "Footer", "FootnoteText"}
    assert beside <= {one.get(f"{W}styleId") for one in styles}
    assert part(word_bytes(resolution), "word/document.xml").find(".//w:lnNumType", NS) is None


def test_the_page_and_the_plain_text_have_them_too() -> None:
    plain, page = plain_text(SMALL, _ALL, _ORIGINS), page_html(SMALL, _ALL, _ORIGINS)
    assert "\n\n[PP1] Recalling the Charter,¹ [56/2 PP1, unchanged]\n" in plain
    assert "\n\n1. [OP1] Takes note of resolution 79/[…]: [56/2 OP3, moved and amended]\n" in plain
    assert "<small>[PP1]</small> <em>Recalling</em>" in page
    assert "<small>[56/2 PP1, unchanged]</small></p>" in page


def test_a_file_that_shows_changes_has_the_words_alone() -> None:
    data = tracked_bytes(align(SMALL, SMALL), options=_ALL)
    assert "[PP1]" not in "".join(part(data, "word/document.xml").itertext())
    prove(data, align(SMALL, SMALL), _ALL)
