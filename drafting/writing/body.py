# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a resolution laid out, from the lines under the masthead to the closing rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, groupby
from types import MappingProxyType

from drafting.resolution import Footnote, Kind, Paragraph, Part, Resolution
from drafting.updating.records import PLACEHOLDER
from drafting.writing.bodies import (
    adoption,
    adoption_day,
    is_adopted,
    lines_below,
    number_printed,
    phrase,
    speaks_of_sponsors,
    tells_adoption_above,
    title_printed,
    vote_lines,
)
from drafting.writing.laid import Laid, line
from drafting.writing.layout import layout_of
from drafting.writing.numbering import Numbering, Place
from drafting.writing.options import WordOptions


class Body:
    """Lays out one text; `numbering` gives its paragraphs their places.

    `like` are the places of the paragraphs that stand in another text of the same document as well.
    """

    def __init__(
        self,
        resolution: Resolution,
        numbering: Numbering,
        options: WordOptions,
        like: Mapping[str, Place] = MappingProxyType({}),
    ) -> None:
        self._numbering = numbering
        self._resolution = resolution
        self._options = options
        self._like = like

    def laid(self) -> Iterator[Laid]:
        """Everything under the masthead to the end of the document, in order."""
        yield from self._lines()
        yield from self._titles()
        *text, last = [*self._text(), *self._closing(), *self._annexes()]
        yield from text
        yield replace(last, keep_next=True)  # the rule that ends the document never stands alone on a page
        # Were it empty, LibreOffice would give it the number of a tracked paragraph that goes before it.
        yield Laid(line("closing rule", ""), "ClosingRule", indent=" ")

    def _text(self) -> Iterator[Laid]:
        """The resolution; the organ speaks at its beginning, or anew in each of its parts."""
        text = [one for one in self._resolution.paragraphs if one.part is not Part.ANNEX]
        if not (text and text[0].opens_unit):
            yield self._organ("")
        for paragraph in text:
            if paragraph.opens_unit:
                yield from self._opening(paragraph, "PartG")
                yield self._organ(paragraph.unit)
            else:
                yield self.paragraph(paragraph)

    def _annexes(self) -> Iterator[Laid]:
        """The annexes, each on a page of its own, after all that closes the resolution itself."""
        annexes = (one for one in self._resolution.paragraphs if one.part is Part.ANNEX)
        for _, members in groupby(annexes, key=lambda one: one.unit):
            first, *rest = members
            if first.opens_unit:
                yield from self._opening(first, "AnnexG")
            else:
                yield replace(self.paragraph(first), new_page=True)
            yield from map(self.paragraph, rest)

    def _opening(self, paragraph: Paragraph, style: str) -> Iterator[Laid]:
        """The name of an annex or a part, and its title under it."""
        titled = bool(paragraph.text or paragraph.footnotes)
        if paragraph.label or not titled:
            yield Laid(line(f"label {paragraph.id}", paragraph.label), style)
            style = "UnitTitleG"
        if titled:
            yield Laid(paragraph, style)

    def paragraph(self, paragraph: Paragraph) -> Laid:
        """One paragraph of the resolution in its place."""
        like = self._like.get(paragraph.id)
        if paragraph.kind is Kind.HEADING:
            place = self._numbering.heading(paragraph.label, like)
            return Laid(paragraph, place.style, place, place.lead)
        if paragraph.kind is Kind.PREAMBULAR:
            self._numbering.restart_points()
            return Laid(paragraph, "Preambular")
        if paragraph.kind is Kind.TEXT and not paragraph.label:
            return Laid(paragraph, "SingleTxtG")
        level = max(1, paragraph.level) if paragraph.kind is Kind.SUBPARAGRAPH else 0
        place = self._numbering.paragraph(level, paragraph.label, like)
        return Laid(paragraph, place.style, place)

    def _lines(self) -> Iterator[Laid]:
        """The lines under the masthead, each as the layout has it (rule 9.3)."""
        layout = self._numbering.layout
        before = layout.get("first_line_before")
        for name, text in lines_below(self._resolution.masthead):
            look = layout["lines"].get(name, {})
            yield Laid(line(name, text), "MastheadLine", before=before, **look)
            before = None

    def _titles(self) -> Iterator[Laid]:
        masthead, adopted = self._resolution.masthead, is_adopted(self._resolution)
        if adopted:
            first, *more = (f"\t\t{said}" for said in adoption(masthead))
            lines = [Laid(line("adopted by", first), "HChG")]
            lines += [Laid(line(f"adopted {at}", said), "H1G") for at, said in enumerate(more)]
            if masthead.report:
                lines.append(Laid(line("report", _in_brackets(masthead.report)), "Report"))
        else:
            said = phrase("sponsors", sponsors=self._sponsors())
            lines = [Laid(line("sponsors", f"\t\t{said}"), "Sponsors")]
        number, title = number_printed(masthead, adopted), title_printed(masthead)
        if number or title:
            lines.append(Laid(line("title", f"\t{number}\t{title}"), "H1G"))
        yield from self._noted(lines)

    def _noted(self, lines: list[Laid]) -> list[Laid]:
        """The lines with the notes of the first page, on the sponsors at the sponsors, others behind all."""
        notes = self._resolution.masthead.notes
        of_sponsors = [note for note in notes if lines[0].style == "Sponsors" and speaks_of_sponsors(note)]
        others = [note for note in notes if note not in of_sponsors]
        behind = len(f"\t\t{self._sponsors()}:")
        lines[0] = _with_notes(lines[0], of_sponsors, behind, 0)
        lines[-1] = _with_notes(lines[-1], others, len(lines[-1].paragraph.text), len(of_sponsors))
        return lines

    def _sponsors(self) -> str:
        """Who tables the draft: as the drafter says, else as the record has it."""
        chosen = self._options.sponsors
        return chosen if chosen != PLACEHOLDER else self._resolution.masthead.sponsors or PLACEHOLDER

    def _organ(self, unit: str) -> Laid:
        organ = phrase("organ", body=self._resolution.masthead.body or PLACEHOLDER)
        return Laid(line(f"organ {unit}", f"{organ},", organ), "Preambular")

    def _closing(self) -> Iterator[Laid]:
        """Meeting, date and vote of an adopted text (rules 1.11 and 1.12)."""
        masthead, vote = self._resolution.masthead, self._resolution.vote
        if not is_adopted(self._resolution):
            return
        if not tells_adoption_above(masthead):
            if masthead.meeting:
                yield Laid(line("meeting", masthead.meeting), "Meeting")
            yield Laid(line("adopted on", adoption_day(masthead)), "Meeting", after=120)
        if masthead.adoption and vote is None:
            yield Laid(line("adoption", f"[{masthead.adoption.strip('[].')}.]"), "SingleTxtG")
        counted = count()
        for label, text in vote_lines(vote) if vote else ():
            if label:
                yield Laid(line(f"vote {next(counted)}", label, label), "SingleTxtG", keep_next=True)
            yield Laid(line(f"vote {next(counted)}", text), "SingleTxtG")


def laid_text(resolution: Resolution, options: WordOptions) -> list[Laid]:
    """A text laid out in the layout of its body, for those who count nothing themselves."""
    return list(Body(resolution, Numbering(layout_of(resolution.masthead)), options).laid())


def _with_notes(laid: Laid, notes: Sequence[str], offset: int, before: int) -> Laid:
    """The line with notes that have marks of their own, when `before` such notes stand before it."""
    made = (Footnote(-number, offset, note) for number, note in enumerate(notes, start=before + 1))
    paragraph = replace(laid.paragraph, footnotes=(*laid.paragraph.footnotes, *made))
    return replace(laid, paragraph=paragraph)


def _in_brackets(line: str) -> str:
    return line if line.startswith("[") else f"[{line}]"
