# SPDX-License-Identifier: GPL-3.0-or-later
"""From the elements of an Akoma Ntoso file, one after the other, to what the recogniser takes.

Nothing depends on a fixed shape of the file: whatever carries text ends up in the paragraph that is open
when it comes, and every element that is not part of running text closes that paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from drafting.reading.akn import vocabulary as names
from drafting.reading.akn.facts import Facts
from drafting.reading.akn.labels import label_in
from drafting.reading.akn.numbering import Numbering
from drafting.reading.akn.runs import Run
from drafting.reading.blocks import Block
from drafting.reading.forms import formula_in
from drafting.reading.source import Source
from drafting.reading.units import annex_line
from drafting.resolution import Part, ReadWarning

_LONGEST_HEADING = 250  # code points
_HEADING_CLASS = re.compile(r"H(?:\d|M|Ch)")
_ITALIC, _BOLD = frozenset({"i", "em"}), frozenset({"b", "strong"})


@dataclass(slots=True)
class _Open:
    """An element that is open, and where its words begin.

    `parting`: it is a paragraph of its own. `aside`: its words are kept out of the paragraph around it.
    """

    name: str
    attributes: Mapping[str, str]
    parting: bool
    aside: bool
    italic: bool
    bold: bool
    run: Run
    start: int


@dataclass(slots=True)
class Reader:
    """Takes what a parser finds (`start`, `data`, `end`), and has the whole when it is through."""

    facts: Facts = field(default_factory=Facts)
    numbering: Numbering = field(default_factory=Numbering)
    stack: list[_Open] = field(default_factory=list)
    opened: Counter[str] = field(default_factory=Counter)
    run: Run = field(default_factory=Run)
    kept: list[Run] = field(default_factory=list)  # paragraphs that a footnote, a number or a raised sign parts
    body: list[Block] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    masthead_notes: list[str] = field(default_factory=list)
    warnings: list[ReadWarning] = field(default_factory=list)
    organ: str = ""
    label: str = ""
    annexed: bool = False
    waiting: list[int] | None = None  # the paragraphs of a main body that has shown no number yet
    cells: int = 0

    def source(self) -> Source:
        """All that was found."""
        self.flush()
        return Source(
            tuple(self.lines[1:]),
            self.organ,
            tuple(self.body),
            tuple(self.formulas),
            (*self.warnings, *self.numbering.remarks()),
            self.facts.masthead(),
            tuple(self.masthead_notes),
        )

    # what the parser finds

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        parting = aside = False
        if not self.opened["meta"]:
            parting = self.parts(name)
            aside = name in names.NOTE or name in {"num", "sup"} or self.is_part_letter(name)
            self.begin(name, attributes, parting, aside)
        elif not self.inside("component", *names.ANNEXES):
            self.facts.meta(name, attributes)
        outer = self.stack[-1] if self.stack else None
        style = attributes.get("class", "").split() if name == "span" else []
        italic = name in _ITALIC or "italic" in style or (outer is not None and outer.italic)
        bold = name in _BOLD or "bold" in style or (outer is not None and outer.bold)
        self.stack.append(_Open(name, attributes, parting, aside, italic, bold, self.run, self.run.length))
        self.opened[name] += 1

    def data(self, text: str) -> None:
        """Text comes."""
        if self.stack and not self.opened["meta"]:
            top = self.stack[-1]
            # Chinese has no italics: what other languages print so is set in another face, tagged as bold.
            italic = top.italic or (top.bold and self.facts.language == "zh")
            self.run.add(text, italic=italic, bold=top.bold)

    def end(self, _tag: str) -> None:
        """An element ends."""
        top = self.stack[-1]
        if not self.opened["meta"]:
            self.finish(top)
        self.stack.pop()
        self.opened[top.name] -= 1

    # elements

    def inside(self, *wanted: str) -> bool:
        return any(self.opened[name] for name in wanted)

    def parts(self, name: str) -> bool:
        """Whether an element is a paragraph of its own here, or holds such."""
        if name in names.INLINE:
            return name == "outcome" and self.inside("conclusions")
        if self.inside("num", "tr", *names.NOTE):
            return False
        return name in names.PARTING or not self.inside(*names.TEXT)

    def is_part_letter(self, name: str) -> bool:
        """Whether an element is the letter of a part ("A") of a resolution."""
        return name == "docNumber" and self.inside("component") and self.inside("preface")

    def in_masthead(self) -> bool:
        return self.inside(*names.PREFACES) and not self.inside("component", *names.ANNEXES)

    def begin(self, name: str, attributes: Mapping[str, str], parting: bool, aside: bool) -> None:
        if aside:
            self.kept.append(self.run)
            self.run = Run()
        elif parting:
            self.flush()
            self.unit(name)
        elif name in {"td", "th"}:
            self.run.add(" | " if self.cells else "")
            self.cells += 1
        elif name in {"eol", "br"}:
            self.line_end()
        elif attributes.get("refersTo") == "#endDate" and self.run.length:
            self.run.close_up("\u2013")
        elif name in names.DATA:
            self.run.part()
        elif name in names.PARTING:
            self.run.add(" ")

    def unit(self, name: str) -> None:
        """A larger piece of the file begins."""
        if name in {"statement", "doc"}:
            self.annexed, self.waiting = False, None
        elif name in names.BODIES:
            self.waiting = []
        elif name == "preamble" and self.waiting:
            # A main body without numbers between two preambles: paragraphs of the preamble, wrongly tagged.
            for at in self.waiting:
                self.body[at] = replace(self.body[at], part=Part.PREAMBLE)
        elif name == "tr":
            self.cells = 0

    def finish(self, top: _Open) -> None:
        inner = self.run
        if top.aside:
            self.run = self.kept.pop()
        if top.name in names.NOTE:
            self.note(inner.text, top.attributes)
        elif top.name == "sup":
            self.raised(inner, top)
        elif top.aside:
            self.flush(alone=bool(self.label))
            self.label = inner.text
        elif top.parting:
            self.flush(alone=top.name in names.POINTS or top.name == "paragraph")
        elif top.name == "noteRef":
            label = self.numbering.labels.get(top.attributes.get("href", "").lstrip("#"))
            self.run.mark(label or top.attributes.get("marker", "") or "?")
        elif top.name == "img":
            self.picture(top.attributes)
        elif top.name in names.DATA:
            self.run.part()
            if not self.inside("component", *names.ANNEXES):
                text = self.run.since(top.start) if self.run is top.run else ""
                self.facts.read(top.name, top.attributes, text)

    def line_end(self) -> None:
        if self.inside("conclusions", "coverPage"):
            self.flush(gap=False)
        else:
            self.run.add(" ")

    def note(self, text: str, attributes: Mapping[str, str]) -> None:
        if self.in_masthead():
            self.masthead_notes.append(text)
            return
        label = self.numbering.label_for(attributes.get("marker", ""), attributes.get("eId", ""))
        self.run.mark(label)
        if text := text.removeprefix("()").lstrip():  # the brackets Arabic prints round the number
            self.body.append(Block(text, note=label, gap=True, whole=True))

    def raised(self, inner: Run, top: _Open) -> None:
        """A raised sign: the number of an earlier footnote, the brackets round one, or part of the text."""
        text = inner.text
        if label := self.numbering.repeated(text, self.run.text):
            self.run.mark(label)
        elif text.strip("()"):
            self.run.add("".join(inner.pieces), italic=top.italic, bold=top.bold)
        self.run.marks += [replace(mark, offset=len(self.run.text)) for mark in inner.marks]

    def picture(self, attributes: Mapping[str, str]) -> None:
        if not self.in_masthead():
            message = "a picture of the file is left out; Penholder reads no pictures"
            place = f"after “{self.body[-1].text[:40]}”" if self.body else ""
            self.warnings.append(ReadWarning(message, place, needs_look=True, text=attributes.get("alt", "")))

    # paragraphs

    def flush(self, *, gap: bool = True, alone: bool = False) -> None:
        """Close the paragraph that is open and put it where it belongs; a label may stand `alone`."""
        run, self.run = self.run, Run()
        if not run.text and not run.marks and not (alone and self.label):
            return
        if self.in_masthead():
            self.lines += ["", run.text] if gap else [run.text]
        elif self.inside("formula") and not self.inside(*names.ANNEXES):
            self.formula(run.text)
        else:
            self.paragraph(run)

    def formula(self, text: str) -> None:
        """The line of the organ; the file tags it, so its comma may be missing."""
        match = formula_in(text) or formula_in(f"{text.rstrip(' ,')},")
        self.organ = self.organ or (" ".join(match["organ"].split()) if match else self.facts.body)
        self.formulas.append(text)

    def paragraph(self, run: Run) -> None:
        text, label = run.text, label_in(self.label)
        if self.label and not label:  # no label by its form: its words stay in the text
            head = Run()
            head.add(f"{self.label} ")
            head.join(run)
            run, text = head, head.text
        self.label = ""
        block = Block(
            text,
            marks=tuple(run.marks),
            italics=run.spans(run.italics),
            bold=run.spans(run.bold),
            gap=True,
            whole=True,
            part=self.part(text),
            label=label,
            depth=sum(self.opened[name] for name in names.POINTS),
            table=self.inside("table"),
        )
        block = replace(block, heading=self.is_heading(block))
        if self.waiting is not None and self.inside(*names.BODIES):
            self.waiting = None if label.isdecimal() else [*self.waiting, len(self.body)]
        self.body.append(block)

    def part(self, text: str) -> Part | None:
        if self.inside("conclusions"):
            return None
        self.annexed = self.annexed or annex_line(text) is not None
        if self.annexed or self.inside(*names.ANNEXES):
            return Part.ANNEX
        if self.inside("preamble"):
            return Part.PREAMBLE
        return Part.OPERATIVE if self.inside(*names.BODIES) else None

    def is_heading(self, block: Block) -> bool:
        """Whether the file tags a paragraph as a heading, or sets all of it in bold."""
        if self.inside(*names.HEADINGS) or self.inside("preface"):
            return True
        style = next((open_.attributes.get("class", "") for open_ in self.stack if open_.name == "paragraph"), "")
        if _HEADING_CLASS.match(style):
            return True
        all_bold = 0 < len(block.text) <= block.covered(block.bold)
        short = len(block.text) <= _LONGEST_HEADING and not block.text.endswith((",", ";"))
        return all_bold and short and not block.label and not block.table and self.inside(*names.BODIES)
