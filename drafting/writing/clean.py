# SPDX-License-Identifier: GPL-3.0-or-later
"""Laid out paragraphs as elements of Word, with nothing tracked; their footnotes are collected in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafting.resolution import Footnote
from drafting.writing.beside import NOWHERE, Beside, Origins
from drafting.writing.laid import Laid, properties
from drafting.writing.layout import Layout
from drafting.writing.masthead import Words
from drafting.writing.ooxml import Element, text_elements, w
from drafting.writing.options import WordOptions
from drafting.writing.runs import notes_in_order, paragraph_runs, plain_runs, run_elements


class Clean:
    """Makes the paragraphs of one document; `notes` are their footnotes in the order of their marks.

    `origins` are printed in brackets behind the paragraphs, and their names in the margin beside them, when
    the options want it.
    """

    def __init__(self, layout: Layout, options: WordOptions, origins: Origins = NOWHERE) -> None:
        self.notes: list[Footnote] = []
        self._layout = layout
        self._options = options
        self._beside = Beside(options, origins)

    def line(self, words: Words) -> list[Element]:
        """The runs of a line of the masthead."""
        runs = plain_runs(words.text)
        highlight = self._options.highlight_placeholders
        return list(run_elements(runs, highlight=highlight, bold=words.bold, size=words.size))

    def elements(self, laid: Iterable[Laid]) -> Iterator[Element]:
        """One element for each paragraph, before it one for its tag."""
        for one in laid:
            if tag := self._beside.tag(one.paragraph):
                yield self._tag(tag)
            runs = paragraph_runs(one.paragraph, len(self.notes) + 1)
            self.notes.extend(notes_in_order(one.paragraph))
            made = run_elements(
                (*one.leading, *runs),
                highlight=self._options.highlight_placeholders,
                bold=one.bold,
                italic=one.italic,
                size=one.size,
            )
            yield w("p", w("pPr", *properties(one)), *made, *self._origin(one))

    def _tag(self, name: str) -> Element:
        """A frame in the margin beside the first line of the next paragraph."""
        place = self._layout["tag"]
        frame = w(
            "framePr",
            w=place["width"],
            wrap="around",
            vAnchor="text",
            hAnchor="margin",
            x=place["x"],
            y=1,
        )
        return w("p", w("pPr", w("pStyle", val="ParagraphTag"), frame), w("r", *text_elements(name)))

    def _origin(self, laid: Laid) -> Iterator[Element]:
        if said := self._beside.origin(laid.paragraph):
            yield w("r", w("rPr", w("rStyle", val="Provenance")), *text_elements(f" {said}"))
