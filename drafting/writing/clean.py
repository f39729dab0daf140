# SPDX-License-Identifier: GPL-3.0-or-later
"""Laid out paragraphs as elements of Word, with nothing tracked; their footnotes are collected in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafting.resolution import Footnote
from drafting.writing.beside import NOWHERE, Beside, Origins
from drafting.writing.laid import Laid, properties
from drafting.writing.masthead import Words
from drafting.writing.ooxml import Element, w
from drafting.writing.options import WordOptions
from drafting.writing.runs import Run, notes_in_order, paragraph_runs, plain_runs, run_elements


class Clean:
    """Makes the paragraphs of one document; `notes` are their footnotes in the order of their marks.

    What stands beside the paragraphs, their names and where they come from, is small and grey.
    """

    def __init__(self, options: WordOptions, origins: Origins = NOWHERE) -> None:
        self.notes: list[Footnote] = []
        self._options = options
        self._beside = Beside(options, origins)

    def line(self, words: Words) -> list[Element]:
        """The runs of a line of the masthead."""
        runs = plain_runs(words.text)
        highlight = self._options.highlight_placeholders
        return list(run_elements(runs, highlight=highlight, bold=words.bold, size=words.size))

    def elements(self, laid: Iterable[Laid]) -> Iterator[Element]:
        """One element for each paragraph."""
        for one in laid:
            text = paragraph_runs(one.paragraph, len(self.notes) + 1)
            self.notes.extend(notes_in_order(one.paragraph))
            made = run_elements(
                (*one.leading, *self._tag(one), *text, *self._origin(one)),
                highlight=self._options.highlight_placeholders,
                bold=one.bold,
                italic=one.italic,
                size=one.size,
            )
            yield w("p", w("pPr", *properties(one)), *made)

    def _tag(self, laid: Laid) -> Iterator[Run]:
        if tag := self._beside.tag(laid.paragraph):
            yield Run(f"{tag} ", beside=True)

    def _origin(self, laid: Laid) -> Iterator[Run]:
        if origin := self._beside.origin(laid.paragraph):
            yield Run(f" {origin}", beside=True)
