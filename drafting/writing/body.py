# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a resolution as Word paragraphs, from the lines under the masthead to the closing rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from docx.oxml.ns import qn

from drafting.resolution import Footnote, Kind, Paragraph, Part, Resolution
from drafting.updating.records import PLACEHOLDER
from drafting.writing.bodies import (
    adoption,
    adoption_day,
    is_adopted,
    lines_below,
    number_printed,
    phrase,
    title_printed,
    vote_lines,
)
from drafting.writing.layout import Layout
from drafting.writing.masthead import masthead_table
from drafting.writing.numbering import Numbering, Place
from drafting.writing.ooxml import Element, w
from drafting.writing.options import WordOptions
from drafting.writing.runs import Run, paragraph_runs, plain_runs, run_elements

_BOLD_LINES = {
    "body": 12,
    "session": 0,
    "committee": 0,
    "agenda_title": 0,
}  # sizes in points, 0 for that of the text (rule 9.3)


class Body:
    """Builds the body of one document; `notes` are its footnotes in order, and `numbering` its lists."""

    def __init__(self, resolution: Resolution, layout: Layout, options: WordOptions) -> None:
        self.notes: list[Footnote] = []
        self.numbering = Numbering(layout)
        self._resolution = resolution
        self._layout = layout
        self._options = options

    def elements(self) -> Iterator[Element]:
        """Everything from the masthead to the end of the document, in order."""
        yield masthead_table(self._resolution, self._layout, self._options)
        yield from self._lines()
        yield from self._titles()
        *text, last = [*self._text(), *self._closing(), *self._annexes()]
        yield from text
        yield _with_next(last)  # the rule that ends the document never stands alone on a page
        yield w("p", w("pPr", w("pStyle", val="ClosingRule")))

    def _text(self) -> Iterator[Element]:
        """The resolution; the organ speaks at its beginning, or anew in each of its parts."""
        text = [one for one in self._resolution.paragraphs if one.part is not Part.ANNEX]
        if not (text and text[0].opens_unit):
            yield self._organ()
        for paragraph in text:
            if paragraph.opens_unit:
                yield from self._opening(paragraph, "PartG")
                yield self._organ()
            else:
                yield self.paragraph(paragraph)

    def _annexes(self) -> Iterator[Element]:
        """The annexes, each on a page of its own, after all that closes the resolution itself."""
        annexes = (one for one in self._resolution.paragraphs if one.part is Part.ANNEX)
        for _, members in groupby(annexes, key=lambda one: one.unit):
            first, *rest = members
            if first.opens_unit:
                yield from self._opening(first, "AnnexG")
            else:
                yield _on_new_page(self.paragraph(first))
            yield from map(self.paragraph, rest)

    def _opening(self, paragraph: Paragraph, style: str) -> Iterator[Element]:
        """The name of an annex or a part, and its title under it."""
        title = self._runs(paragraph)
        if paragraph.label or not title:
            yield self._line(style, paragraph.label)
            style = "UnitTitleG"
        if title:
            yield self._paragraph(style, title)

    def _runs(self, paragraph: Paragraph) -> tuple[Run, ...]:
        runs = paragraph_runs(paragraph, len(self.notes) + 1)
        self.notes.extend(sorted(paragraph.footnotes, key=lambda note: note.offset))
        return runs

    def paragraph(self, paragraph: Paragraph) -> Element:
        """One paragraph of the resolution; its footnotes are added to `notes`."""
        runs = self._runs(paragraph)
        if paragraph.kind is Kind.HEADING:
            place = self.numbering.heading(paragraph.label)
            numbered = [w("ilvl", val=place.level), w("numId", val=place.num)] if place.num else []
            before = [] if numbered else [Run("\t\t")]  # the text begins at the second tab (rule 9.1)
            return self._paragraph(place.style, [*before, *runs], *_numbering(numbered))
        if paragraph.kind is Kind.PREAMBULAR:
            self.numbering.restart_points()
            return self._paragraph("Preambular", runs)
        if paragraph.kind is Kind.TEXT and not paragraph.label:
            return self._paragraph("SingleTxtG", runs)
        level = max(1, paragraph.level) if paragraph.kind is Kind.SUBPARAGRAPH else 0
        place = self.numbering.paragraph(level, paragraph.label)
        return self._paragraph(place.style, runs, *_numbering(_unless_by_style(place)))

    def _lines(self) -> Iterator[Element]:
        for index, (name, text) in enumerate(lines_below(self._resolution.masthead)):
            spacing = [] if index else [w("spacing", before=120)]
            bold = name in _BOLD_LINES
            yield self._line("MastheadLine", text, *spacing, bold=bold, size=_BOLD_LINES.get(name, 0))

    def _titles(self) -> Iterator[Element]:
        masthead, adopted = self._resolution.masthead, is_adopted(self._resolution)
        if adopted:
            yield self._line("HChG", "\t\t" + "\n".join(adoption(masthead)))
            if masthead.report:
                yield self._line("SingleTxtG", _in_brackets(masthead.report), italic=True)
        else:
            yield self._line("H1G", "\t\t" + phrase("sponsors", sponsors=self._sponsors()))
        number, title = number_printed(masthead, adopted), title_printed(masthead)
        if number or title:
            yield self._line("H1G", f"\t{number}\t{title}")
        for note in masthead.notes:  # their marks stood in lines that are set anew here
            yield self._line("FootnoteText", f"*\t{note}")

    def _sponsors(self) -> str:
        """Who tables the draft: as the drafter says, else as the record has it."""
        chosen = self._options.sponsors
        return chosen if chosen != PLACEHOLDER else self._resolution.masthead.sponsors or PLACEHOLDER

    def _organ(self) -> Element:
        organ = phrase("organ", body=self._resolution.masthead.body or PLACEHOLDER)
        return self._paragraph("Preambular", [*plain_runs(organ, italic=True), Run(",")])

    def _closing(self) -> Iterator[Element]:
        """Meeting, date and vote of an adopted text (rules 1.11 and 1.12)."""
        masthead, vote = self._resolution.masthead, self._resolution.vote
        if not is_adopted(self._resolution):
            return
        if masthead.meeting:
            yield self._line("Meeting", masthead.meeting)
        yield self._line("Meeting", adoption_day(masthead), w("spacing", after=120))
        if masthead.adoption and vote is None:
            yield self._line("SingleTxtG", _in_brackets(masthead.adoption))
        for label, text in vote_lines(vote) if vote else ():
            if label:
                yield self._paragraph("SingleTxtG", plain_runs(label, italic=True), w("keepNext"))
            yield self._line("SingleTxtG", text)

    def _line(self, style: str, text: str, *properties: Element, **look: Any) -> Element:
        return self._paragraph(style, plain_runs(text), *properties, **look)

    def _paragraph(self, style: str, runs: Iterable[Run], *properties: Element, **look: Any) -> Element:
        made = run_elements(runs, highlight=self._options.highlight_placeholders, **look)
        return w("p", w("pPr", w("pStyle", val=style), *properties), *made)


def _in_brackets(line: str) -> str:
    return line if line.startswith("[") else f"[{line}]"


def _on_new_page(paragraph: Element) -> Element:
    paragraph[0].insert(1, w("pageBreakBefore"))  # the schema wants it after the style
    return paragraph


def _with_next(paragraph: Element) -> Element:
    properties = paragraph[0]
    if properties.find(qn("w:keepNext")) is None:
        properties.insert(1, w("keepNext"))  # the schema wants it after the style
    return paragraph


def _unless_by_style(place: Place) -> list[Element]:
    """Numbering of its own for a paragraph that does not simply go on with the list of its style."""
    if place.num == 1:
        return []
    if place.num is None:
        return [w("ilvl", val=0), w("numId", val=0)]
    return [w("ilvl", val=place.level), w("numId", val=place.num)]


def _numbering(children: list[Element]) -> list[Element]:
    return [w("numPr", *children)] if children else []
