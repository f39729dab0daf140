# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of an Akoma Ntoso file with all that its elements say about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from drafting.reading.akn.labels import label_in
from drafting.reading.akn.runs import Run
from drafting.reading.blocks import Block
from drafting.reading.structure.units import annex_line
from drafting.resolution import Part

_LONGEST_HEADING = 500  # code points; only where nothing but the bold says that it is one
_HEADING_STYLE = re.compile(r"H(?:\d|M|Ch)")  # the styles of the templates of New York and Geneva


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: the part its elements name, its style, whether they call it a heading.

    `depth` counts the points around it, 0 outside lists. `main`: it stands in a main body.
    """

    part: Part | None = None
    style: str = ""
    heading: bool = False
    depth: int = 0
    table: bool = False
    main: bool = False


@dataclass(slots=True)
class Paragraphs:
    """The blocks of the text in their order; `label` waits for the paragraph it stands before."""

    blocks: list[Block] = field(default_factory=list)
    label: str = ""
    annexed: bool = False
    waiting: list[int] | None = None  # those of a main body that has shown no number yet

    def begin_document(self) -> None:
        """A resolution, a part of one or an annex begins."""
        self.annexed, self.waiting = False, None

    def begin_body(self) -> None:
        """A main body begins."""
        self.waiting = []

    def begin_preamble(self) -> None:
        """A preamble begins.

        A main body without numbers between two preambles holds paragraphs of the preamble, wrongly tagged.
        """
        for at in self.waiting or ():
            self.blocks[at] = replace(self.blocks[at], part=Part.PREAMBLE)
        self.waiting = None

    def add_note(self, text: str, label: str) -> None:
        """The text of a footnote."""
        if text:
            self.blocks.append(Block(text, note=label, gap=True, whole=True))

    def add(self, run: Run, place: Place) -> None:
        """A paragraph, with the label that waits for it."""
        run, label = self.labelled(run)
        text = run.text
        self.annexed = self.annexed or (place.main and bool(annex_line(text)))
        block = Block(
            text,
            marks=tuple(run.marks),
            italics=run.spans(run.italics),
            bold=run.spans(run.bold),
            gap=True,
            whole=True,
            part=Part.ANNEX if self.annexed and place.part else place.part,
            label=label,
            depth=place.depth,
            table=place.table,
        )
        if place.main and self.waiting is not None:
            if label.isdecimal():
                self.waiting = None
            else:
                self.waiting.append(len(self.blocks))
        self.blocks.append(replace(block, heading=_is_heading(block, place)))

    def labelled(self, run: Run) -> tuple[Run, str]:
        """The run with the label before it; what is no label by its form stays in the text."""
        if label := label_in(self.label):
            self.label = ""
            return run, label
        return self.with_label(run), ""

    def with_label(self, run: Run) -> Run:
        """The run with the words of the label at its head."""
        if not self.label:
            return run
        head = Run()
        head.add(f"{self.label} ")
        head.join(run)
        self.label = ""
        return head


def _is_heading(block: Block, place: Place) -> bool:
    """Whether the file tags a paragraph as a heading, or sets all of it in bold."""
    if place.heading or _HEADING_STYLE.match(place.style):
        return bool(block.text or block.label)
    all_bold = 0 < len(block.text) <= block.covered(block.bold)
    short = len(block.text) <= _LONGEST_HEADING and not block.text.endswith((",", ";"))
    return all_bold and short and place.main and not block.label and not block.table
