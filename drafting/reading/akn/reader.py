# SPDX-License-Identifier: GPL-3.0-or-later
"""From the elements of an Akoma Ntoso file, one after the other, to what the recogniser takes.

Nothing depends on a fixed shape of the file: whatever carries text ends up in the paragraph that is open
when it comes, and every element that is not part of running text closes that paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from drafting.reading.akn import vocabulary as names
from drafting.reading.akn.facts import Facts
from drafting.reading.akn.numbering import Numbering
from drafting.reading.akn.paragraphs import Paragraphs, Place
from drafting.reading.akn.parsing import Listener
from drafting.reading.akn.runs import Run
from drafting.reading.masthead.forms import formula_in
from drafting.reading.source import Source
from drafting.reading.text.markup import CELLS
from drafting.resolution import Part, ReadWarning


def source_from(parse: Callable[[Listener], None]) -> Source:
    """The source that `parse` tells a listener, element by element; see `akn.source_of`."""
    reader = _Reader()
    parse(reader)
    return reader.source()


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
    start: int  # the first of its pieces in the run


@dataclass(slots=True)
class _Reader:
    """Takes what a parser finds (`start`, `data`, `end`), and has the whole when it is through."""

    facts: Facts = field(default_factory=Facts)
    numbering: Numbering = field(default_factory=Numbering)
    text: Paragraphs = field(default_factory=Paragraphs)
    stack: list[_Open] = field(default_factory=list)
    opened: Counter[str] = field(default_factory=Counter)
    run: Run = field(default_factory=Run)
    kept: list[Run] = field(default_factory=list)  # what a footnote, a number or a raised sign interrupts
    lines: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    masthead_notes: list[str] = field(default_factory=list)
    warnings: list[ReadWarning] = field(default_factory=list)
    organ: str = ""
    cells: int = 0  # those of the table row that are through

    def source(self) -> Source:
        self.flush(alone=True)
        return Source(
            tuple(self.lines),
            self.organ,
            tuple(self.text.blocks),
            tuple(self.formulas),
            (*self.warnings, *self.numbering.remarks()),
            self.facts.masthead(),
            tuple(self.masthead_notes),
        )

    # what the parser finds

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        parting = aside = False
        if not self.opened["meta"]:
            parting = self.parts(name)
            aside = name in names.NOTE or name == "sup" or self.is_label(name)
            self.begin(name, attributes, parting=parting, aside=aside)
        elif not self.inside("component", *names.ANNEXES):
            self.facts.meta(name, attributes)
        outer = self.stack[-1] if self.stack else None
        style = attributes.get("class", "").split() if name == "span" else []
        italic = name in names.ITALIC or "italic" in style or (outer is not None and outer.italic)
        bold = name in names.BOLD or "bold" in style or (outer is not None and outer.bold)
        run = self.run
        self.stack.append(_Open(name, attributes, parting, aside, italic, bold, run, len(run.pieces)))
        self.opened[name] += 1

    def data(self, text: str) -> None:
        if self.stack and not self.opened["meta"]:
            top = self.stack[-1]
            # Chinese has no italics: what other languages print so is set in another face, tagged as bold.
            italic = top.italic or (top.bold and self.facts.language == "zh")
            if top.name == "sup" and not self.run.length and text[:1].isspace():
                self.kept[-1].add(" ")
            self.run.add(text, italic=italic, bold=top.bold)

    def end(self, tag: str) -> None:
        top = self.stack[-1]
        assert tag.endswith(top.name)
        if not self.opened["meta"]:
            self.finish(top)
        self.stack.pop()
        self.opened[top.name] -= 1

    # elements

    def inside(self, *wanted: str) -> bool:
        return any(self.opened[name] for name in wanted)

    def in_masthead(self) -> bool:
        return self.inside(*names.PREFACES) and not self.inside("component", *names.ANNEXES)

    def in_text(self) -> bool:
        """Whether an element is open in which the format lets the text of a document stand."""
        return self.inside(*names.REGIONS) or any(
            count and name.endswith(("Body", "body")) for name, count in self.opened.items()
        )

    def is_label(self, name: str) -> bool:
        """Whether an element is the number of a paragraph, or the letter of a part ("A") of a resolution."""
        if self.inside("num", "sup", "tr", *names.NOTE):
            return False
        return name == "num" or (name == "docNumber" and self.inside("component") and self.inside("preface"))

    def parts(self, name: str) -> bool:
        """Whether an element is a paragraph of its own here, or holds such."""
        if name in names.INLINE:
            return name == "outcome" and self.inside("conclusions")
        if self.inside("num", "tr", *names.NOTE):
            return False
        return name in names.PARTING or not self.inside(*names.TEXT)

    def begin(self, name: str, attributes: Mapping[str, str], *, parting: bool, aside: bool) -> None:
        if aside:
            self.kept.append(self.run)
            self.run = Run()
        elif parting:
            self.flush()
            self.unit(name)
        elif name in {"td", "th"}:
            self.run.add(CELLS if self.cells else "")
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
            self.text.begin_document()
        elif name in names.BODIES:
            self.text.begin_body()
        elif name == "preamble":
            self.text.begin_preamble()
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
            self.flush(alone=True)
            self.text.label = inner.text
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
                words = self.run.since(top.start) if self.run is top.run else ""
                self.facts.read(top.name, top.attributes, words)

    def line_end(self) -> None:
        if self.inside("conclusions", "coverPage") and not self.inside("tr", *names.NOTE):
            self.flush(gap=False)
        else:
            self.run.add(" ")

    def note(self, text: str, attributes: Mapping[str, str]) -> None:
        """A footnote; one that its own text or its marker gives a sign (an asterisk) has no number."""
        text = text.removeprefix("()").lstrip()  # the brackets that Arabic prints round the number
        stars = text[: len(text) - len(text.lstrip("*"))]
        marker = stars or attributes.get("marker", "")
        label = self.numbering.label_for(marker, attributes.get("eId", ""))
        if self.in_masthead():
            self.masthead_notes.append(text)
            return
        self.run.mark(label)
        self.text.add_note(text[len(stars) :].lstrip(), label)

    def raised(self, inner: Run, top: _Open) -> None:
        """A raised sign: the number of an earlier footnote, the brackets round one, or part of the text."""
        before = self.run.pieces[-1] if self.run.pieces else ""
        if label := self.numbering.repeated(inner.text, before):
            self.run.mark(label)
        elif inner.text.strip("()"):
            if not inner.marks and inner.text.isdecimal():
                inner.pieces = [self.numbering.lowered(inner.text, before)]
            self.run.join(inner, italic=top.italic, bold=top.bold)
        else:
            for mark in inner.marks:
                self.run.mark(mark.label)

    def picture(self, attributes: Mapping[str, str]) -> None:
        if not self.in_masthead():
            message = "a picture in the file is left out; Penholder reads no pictures"
            place = f"after “{self.text.blocks[-1].text[:40]}”" if self.text.blocks else ""
            words = attributes.get("alt", "")
            self.warnings.append(ReadWarning(message, place, needs_look=True, text=words))

    # paragraphs

    def flush(self, *, gap: bool = True, alone: bool = False) -> None:
        """Close the paragraph that is open and put it where it belongs; a label may stand `alone`."""
        run, self.run = self.run, Run()
        if not run.length and not run.marks and not (alone and self.text.label):
            return
        if self.in_masthead():
            text = self.text.with_label(run).text
            self.lines += ["", text] if gap and self.lines else [text]
        elif self.inside("formula") and not self.inside(*names.ANNEXES):
            self.formula(self.text.with_label(run).text)
        elif not self.in_text():
            message = "the file has text outside the resolution, which was left out"
            words = self.text.with_label(run).text
            self.warnings.append(ReadWarning(message, "file", needs_look=True, text=words))
        else:
            if self.facts.language != "zh" and (word := run.half_italic()):
                message = f"the italics end inside the word “{word}”; a blank may be missing in the file"
                self.warnings.append(ReadWarning(message, f"“{run.text[:40]}”", needs_look=True))
            self.text.add(run, self.place())

    def formula(self, text: str) -> None:
        """The line of the organ; the file tags it, so its comma may be missing."""
        match = formula_in(text) or formula_in(f"{text.rstrip(' ,')},")
        self.organ = self.organ or (" ".join(match["organ"].split()) if match else self.facts.body)
        self.formulas.append(text)

    def place(self) -> Place:
        annex, main = self.inside(*names.ANNEXES), self.inside(*names.BODIES)
        part = Part.PREAMBLE if self.inside("preamble") else (Part.OPERATIVE if main else None)
        outside = self.inside("conclusions")
        styles = (open_.attributes.get("class", "") for open_ in self.stack if open_.name == "paragraph")
        return Place(
            None if outside else (Part.ANNEX if annex else part),
            next(styles, ""),
            self.inside(*names.HEADINGS) or self.inside("preface"),
            sum(self.opened[name] for name in names.POINTS),
            self.inside("table"),
            main and not annex,
        )
