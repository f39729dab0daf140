# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph becomes runs of one look each, and exact XML."""

from __future__ import annotations

import pytest
from lxml import etree

from drafting.resolution import Footnote, Kind, Paragraph, Part
from drafting.writing.ooxml import w
from drafting.writing.runs import Run, note_runs, paragraph_runs, plain_runs, run_elements


def paragraph(text: str, opening: str = "", *offsets: int) -> Paragraph:
    notes = tuple(
        Footnote(number, offset, f"note {number}") for number, offset in enumerate(offsets, start=1)
    )
    return Paragraph("PP1", Kind.PREAMBULAR, Part.PREAMBLE, text, "", opening, 0, notes)


def picture(runs: tuple[Run, ...]) -> list[str]:
    """_italic_, [blank] as it is, ^note^, everything else plain."""
    made = []
    for run in runs:
        if run.note is not None:
            made.append(f"^{run.note}^")
        else:
            sign = "_" if run.italic else "^" if run.raised else "!" if run.blank else ""
            made.append(f"{sign}{run.text}{sign}")
    return made


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (paragraph(""), []),
        (paragraph("Plain text,"), ["Plain text,"]),
        (paragraph("Recalling also the Charter,", "Recalling also"), ["_Recalling also_", " the Charter,"]),
        (paragraph("Recalling", "Recalling"), ["_Recalling_"]),
        (paragraph("the Charter, and", "", 12), ["the Charter,", "^1^", " and"]),
        (paragraph("Recalling it,", "Recalling", 13), ["_Recalling_", " it,", "^1^"]),
        (paragraph("Recalling it,", "Recalling", 3), ["_Rec_", "^1^", "_alling_", " it,"]),
        (paragraph("it,", "", 3, 3, 3), ["it,", "^1^", "^,^", "^2^", "^,^", "^3^"]),
        (paragraph("it,", "", 0), ["^1^", "it,"]),
        (paragraph("it,", "", 99), ["it,", "^1^"]),
        (paragraph("79/[…] of […] 2024", ""), ["79/", "![…]!", " of ", "![…]!", " 2024"]),
        (paragraph("[…]", ""), ["![…]!"]),
        (paragraph("a\x01b", ""), ["a", "!\ufffd!", "b"]),
        (paragraph("Not the opening", "Recalling"), ["Not the opening"]),
        (paragraph("😀 A,", "", 3, 4), ["😀 A", "^1^", ",", "^2^"]),
    ],
)
def test_runs_of_a_paragraph(given: Paragraph, expected: list[str]) -> None:
    assert picture(paragraph_runs(given)) == expected


def test_notes_are_counted_by_their_place() -> None:
    notes = (Footnote(7, 9, "second"), Footnote(8, 2, "first"))
    mixed = Paragraph("PP1", Kind.PREAMBULAR, Part.PREAMBLE, "it, and so on,", footnotes=notes)
    assert picture(paragraph_runs(mixed, first_note=5)) == ["it", "^5^", ", and s", "^6^", "o on,"]


def xml(runs: tuple[Run, ...], **look: bool) -> str:
    paragraph = w("p", *run_elements(runs, **{"highlight": True} | look))
    etree.cleanup_namespaces(paragraph)
    inner = "".join(etree.tostring(child, encoding="unicode") for child in paragraph)
    namespace = ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return inner.replace(namespace, "")


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (
            paragraph_runs(paragraph("Recalling resolution 79/[…],", "Recalling", 28)),
            "<w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t>Recalling</w:t></w:r>"
            '<w:r><w:t xml:space="preserve"> resolution 79/</w:t></w:r>'
            '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>[…]</w:t></w:r>'
            "<w:r><w:t>,</w:t></w:r>"
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>',
        ),
        (
            plain_runs("COVID\u201119\tand\x0bnew & <old>"),
            "<w:r><w:t>COVID</w:t><w:noBreakHyphen/><w:t>19</w:t><w:tab/><w:t>and</w:t><w:br/>"
            "<w:t>new &amp; &lt;old&gt;</w:t></w:r>",
        ),
        (
            plain_runs("co\x1foperation\x1e"),
            "<w:r><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t><w:noBreakHyphen/></w:r>",
        ),
    ],
)
def test_exact_xml(runs: tuple[Run, ...], expected: str) -> None:
    assert xml(runs) == expected


def test_placeholders_are_marked_only_when_wanted() -> None:
    assert "highlight" in xml(plain_runs("[…]"))
    assert "highlight" not in xml(plain_runs("[…]"), highlight=False)


@pytest.mark.parametrize(
    "told",
    [
        "See *Official Records of the General Assembly, Seventy-ninth Session, Supplement No. 53* (A/79/53), "
        "chap. V, sect. A.",
        "*Official Records of the Economic and Social Council, 2006, Supplement No. 5* (E/2006/25), chap. I.",
        "Ibid., *Sixty-fourth Session, Supplement No. 53A* (A/64/53/Add.1), chap. I.",
        "Ibid., *2009, Supplement No. 5* (E/2009/25), chap. I, sect. B.",
        "United Nations, *Treaty Series*, vol. 2326, No. 39574.",
        "*Report of the United Nations Conference on the Trade in Lamps, New York, 9–20 July 2001* "
        "(A/CONF.192/15), chap. IV, para. 24.",
        "*Report of the World Summit on Lamps, Rome, 9–20 July 2001*, vol. I, "
        "*Resolutions Adopted by the Conference* (United Nations publication), resolution 1, annex I.",
        "Resolution 70/1.",
        "Report of the Secretary-General on lamps, 2001 (A/56/1).",
        "Ibid., vol. 320, No. 4648.",
        "A/HRC/59/[…].",
    ],
)
def test_titles_of_publications_in_footnotes_are_in_italics(told: str) -> None:
    runs = note_runs(told.replace("*", ""))
    assert "".join(f"*{run.text}*" if run.italic else run.text for run in runs) == told
