# SPDX-License-Identifier: GPL-3.0-or-later
"""Laid out paragraphs as elements of Word, with nothing tracked; their footnotes are collected in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafting.resolution import Footnote
from drafting.writing.laid import Laid, properties
from drafting.writing.masthead import Words
from drafting.writing.ooxml import Element, w
from drafting.writing.options import WordOptions
from drafting.writing.runs import paragraph_runs, plain_runs, run_elements


class Clean:
    """Makes the paragraphs of one document; `notes` are their footnotes in the order of their marks."""

    def __init__(self, options: WordOptions) -> None:
        self.notes: list[Footnote] = []
        self._options = options

    def line(self, words: Words) -> list[Element]:
        """The runs of a line of the masthead."""
        runs = plain_runs(words.text)
        highlight = self._options.highlight_placeholders
        return list(run_elements(runs, highlight=highlight, bold=words.bold, size=words.size))

    def elements(self, laid: Iterable[Laid]) -> Iterator[Element]:
        """One element for each paragraph."""
        for one in laid:
            runs = paragraph_runs(one.paragraph, len(self.notes) + 1)
            self.notes.extend(sorted(one.paragraph.footnotes, key=lambda note: note.offset))
            made = run_elements(
                (*one.leading, *runs),
                highlight=self._options.highlight_placeholders,
                bold=one.bold,
                italic=one.italic,
                size=one.size,
            )
            yield w("p", w("pPr", *properties(one)), *made)
