# SPDX-License-Identifier: GPL-3.0-or-later
"""Which place each paragraph of a unit has: preambular, operative, lettered, heading, or text by itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafting.reading.blocks import Block
from drafting.reading.masthead.forms import formula_in
from drafting.reading.structure.ahead import Ahead, ahead_of
from drafting.reading.structure.endings import ending, is_title
from drafting.reading.structure.labels import Label, bullet_of, deep_label_of, section_of
from drafting.reading.structure.letters import values_of
from drafting.reading.structure.naming import Names
from drafting.reading.structure.pieces import Piece, pieces_of
from drafting.reading.structure.remarks import Remarks, Why
from drafting.reading.structure.signs import Signs
from drafting.reading.structure.units import Unit
from drafting.resolution import Kind, Part, ReadWarning

_LONGEST_FORMULA = 300  # code points of the organ's line
_TAKEN_FOR = {Kind.HEADING: "a heading", Kind.PREAMBULAR: "a paragraph"}


@dataclass(frozen=True, slots=True)
class Place:
    """What a paragraph is called and where it stands."""

    id: str
    kind: Kind
    part: Part
    block: Block
    label: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """The places of a unit in order, what was remarked, and the organ's line where it stood again."""

    places: tuple[Place, ...]
    warnings: tuple[ReadWarning, ...]
    formulas: tuple[str, ...]


def placed_in(unit: Unit, language: str) -> Placed:
    """A place for every paragraph of a unit; ids are unique in it."""
    placer = _Placer(unit, language)
    placer.read()
    warnings = (*placer.found.all(), *placer.names.remarks())
    return Placed(tuple(placer.places), warnings, tuple(placer.formulas))


@dataclass(slots=True)
class _Placer:
    """Takes the paragraphs of a unit in order and gives each its kind, label and id."""

    unit: Unit
    language: str
    places: list[Place] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    found: Remarks = field(default_factory=Remarks)
    pieces: list[Piece] = field(default_factory=list)
    names: Names = field(init=False)
    signs: Signs = field(init=False)
    last: int = 0  # the number of the last operative paragraph
    unnumbered: int = 0
    figures: bool = False  # paragraphs are numbered "(1)"
    pending: Block | None = None  # a numeral whose title comes next
    pending_label: str = ""
    headed: bool = False  # a heading stands behind the last operative paragraph
    parts: dict[str, Part] = field(default_factory=dict)  # of the paragraphs that points may stand under
    ahead: Ahead = field(default_factory=lambda: ahead_of(()))

    def __post_init__(self) -> None:
        self.names = Names(self.unit.name, self.found.warnings)
        self.signs = Signs(self.language, self.unit.annex)

    def read(self) -> None:
        """Place all paragraphs."""
        self.pieces = pieces_of(self.unit.blocks)
        self.ahead = ahead_of(self.pieces)
        start = self.open_unit()
        for at in range(start, len(self.pieces)):
            self.add(at)
        if self.pending is not None:
            self.emit_heading(self.pending, self.pending_label, len(self.pieces))
        if self.unnumbered > 1:
            message = "the operative paragraphs have no numbers in the file; they were counted"
            self.found.warn(message, "operative part", look=True)

    # the line that opens an annex or a part

    def open_unit(self) -> int:
        """Emit the opening line with its title, and say how many blocks that took."""
        if self.unit.opener is None:
            return 0
        opener, taken = self.unit.opener, 0
        first = self.pieces[0] if self.pieces else None
        if not opener.text and first and first.label is None and self.titles(first.block):
            opener, taken = opener.plus(first.block, ""), 1
        self.emit(opener, self.unit.name, Kind.HEADING, self.part_ahead(taken), label=self.unit.label)
        return taken

    def titles(self, block: Block) -> bool:
        return (
            not block.table
            and (block.heading or is_title(block.text, announced=True))
            and not section_of(block.text)
        )

    # one paragraph

    def add(self, at: int) -> None:
        piece = self.pieces[at]
        block, label = piece.block, piece.label
        if self.pending is not None:
            numeral, self.pending = self.pending, None
            if label is None and self.titles(block) and not piece.quoted:
                self.emit_heading(
                    numeral.plus(block, " " if numeral.text else ""), self.pending_label, at + 1
                )
                return
            self.emit_heading(numeral, self.pending_label, at)
        if self.is_formula(at):
            self.formulas.append(block.text)
        elif block.table or piece.quoted:
            self.text(piece.full, Why.ROW if block.table else Why.QUOTED)
        elif label is not None and self.labelled(at, block, label):
            return
        elif label is None and (inner := self.inner_label(block)):
            self.lettered(at, block.behind(inner.end), inner)
        elif self.is_heading(at):
            self.heading(at, piece)
        else:
            self.unlabelled(at, piece.full if label is not None else block, label)

    def labelled(self, at: int, block: Block, label: Label) -> bool:
        """Place a paragraph by its number or letter; False when the label does not make it one."""
        if label.tag:
            self.found.tags.append(f"{label.tag}{label.sign}")
        if label.tag == "PP":
            self.emit(block, self.names.numbered(label.sign, "PP"), Kind.PREAMBULAR, self.part(Part.PREAMBLE))
        elif label.number and not self.is_numbered_heading(at):
            self.numbered(block, label)
        elif self.signs.is_figure_of_paragraph(label, block, self.last, rows=self.points_open()):
            self.numbered(block, Label(label.text, 0, self.last + 1, str(self.last + 1)))
            self.figures = True
        elif not label.number and label.sign and self.names.parent:
            self.lettered(at, block, label)
        else:
            return False
        return True

    def points_open(self) -> bool:
        """Whether "(3)" can be a point: not under letters where paragraphs are numbered like that."""
        rows = [row for row, _ in self.names.rows]
        return bool(rows) and not (self.figures and "figure" not in rows)

    def numbered(self, block: Block, label: Label) -> None:
        if label.number == 1 and self.last:
            self.names.restarted = self.headed
        paragraph_id = self.names.numbered(label.sign)
        told = not self.names.restarted and not paragraph_id.endswith(f"OP{label.sign}")
        inserted = label.sign != str(label.number)
        if label.number not in {self.last + 1, 1} and not inserted and not told:
            after = f"follows paragraph {self.last}" if self.last else "is the first number"
            self.found.warn(f"paragraph {label.number} {after}", paragraph_id, look=True)
        self.last = label.number
        self.emit(block, paragraph_id, Kind.OPERATIVE, self.part(Part.OPERATIVE), label=label.text)

    def inner_label(self, block: Block) -> Label | None:
        """A dash, or a letter of the deepest levels: labels only where points can stand."""
        if not self.names.parent or block.heading:
            return None
        if bullet := bullet_of(block.text):
            return bullet
        deep = deep_label_of(block.text)
        return deep if deep and (self.names.rows or self.after_colon()) else None

    def lettered(self, at: int, block: Block, label: Label) -> None:
        last = self.places[-1]
        first = 1 in values_of(label.sign.strip("()")).values() or self.found.why(last.id) is not Why.FLUSH
        if last.kind is Kind.TEXT and first and not self.names.continues(label):
            self.names.opens(last.id)
        if label.sign == label.text and bullet_of(f"{label.text} "):
            paragraph_id, level = self.names.bulleted(label, depth=block.depth)
        else:
            after_colon, following = self.after_colon(), self.following(at)
            paragraph_id, level = self.names.lettered(
                label, after_colon=after_colon, following=following, depth=block.depth
            )
        part = self.parts[self.names.parent]
        self.emit(block, paragraph_id, Kind.SUBPARAGRAPH, part, label=label.text, level=level)

    def after_colon(self) -> bool:
        return bool(self.places) and ending(self.places[-1].block.text) == ":"

    def following(self, at: int) -> str:
        """The sign of the next lettered point, if that is the next paragraph."""
        label = self.pieces[at + 1].label if at + 1 < len(self.pieces) else None
        return label.sign if label and not label.number else ""

    def unlabelled(self, at: int, block: Block, label: Label | None) -> None:
        started = bool(self.last or self.unnumbered)
        if label is None and self.signs.is_preambular(block, started=started):
            self.emit(block, self.names.next("PP"), Kind.PREAMBULAR, self.part(Part.PREAMBLE))
        elif label is None and self.signs.is_operative(block, self.last, final=at == len(self.pieces) - 1):
            self.operative(at, block)
        else:
            self.text(block, Why.FLUSH if self.names.rows and label is None else Why.LOOSE)

    def operative(self, at: int, block: Block) -> None:
        """An operative paragraph without number: a single one, or one whose number the file has lost."""
        if not self.last or self.unnumbered:
            self.unnumbered += 1
            self.last = self.unnumbered
            label = str(self.unnumbered) if self.unnumbered > 1 else ""
            self.emit(block, self.names.numbered(str(self.last)), Kind.OPERATIVE, Part.OPERATIVE, label=label)
        elif self.headed and self.ahead.unnumbered[at + 1]:
            self.names.restarted = True
            self.emit(block, self.names.numbered("1"), Kind.OPERATIVE, Part.OPERATIVE)
        elif self.ahead.numbers[at + 1] == self.last + 2:
            self.last += 1
            paragraph_id = self.names.numbered(str(self.last))
            self.found.warn(
                f"the number of paragraph {self.last} is missing in the file", paragraph_id, look=True
            )
            self.emit(block, paragraph_id, Kind.OPERATIVE, Part.OPERATIVE, label=str(self.last))
        else:
            self.text(block, Why.LOOSE)

    def text(self, block: Block, why: Why) -> None:
        """Text that is neither paragraph nor point nor heading: kept by itself."""
        started = self.last or self.unnumbered
        part = self.part(Part.OPERATIVE if started else Part.PREAMBLE)
        paragraph_id = self.names.next("T")
        if not self.unit.annex or why in {Why.ROW, Why.FLUSH}:
            self.found.text(paragraph_id, why, after=self.places[-1].id if self.places else "")
        self.emit(block, paragraph_id, Kind.TEXT, part)

    # headings

    def is_heading(self, at: int) -> bool:
        piece = self.pieces[at]
        if piece.label is not None and piece.label.number:
            return self.is_numbered_heading(at)
        amid = not (self.last or self.unnumbered or self.ahead.operative[at + 1])
        return piece.full.heading or self.signs.is_heading(piece, last=at == len(self.pieces) - 1, amid=amid)

    def is_numbered_heading(self, at: int) -> bool:
        """Whether a number stands before a title: told by the source, or in an annex by what comes next."""
        piece = self.pieces[at]
        if piece.full.heading:
            return not self.signs.opens(piece.block.text, Part.OPERATIVE)
        if not self.unit.annex or not is_title(piece.block.text) or at + 1 >= len(self.pieces):
            return False
        following = self.pieces[at + 1]
        return following.label is None and ending(following.block.text) in {".", ";", ":"}

    def heading(self, at: int, piece: Piece) -> None:
        block, label = piece.block, piece.label.text if piece.label else ""
        if piece.label is None and (section := section_of(block.text)):
            label, block = section.text, block.behind(section.end)
        if not block.text and not block.marks:
            self.pending, self.pending_label = block, label
        else:
            self.emit_heading(block, label.rstrip("."), at + 1)

    def emit_heading(self, block: Block, label: str, following: int) -> None:
        self.emit(block, self.names.next("H"), Kind.HEADING, self.part_ahead(following), label=label)

    def part_ahead(self, at: int) -> Part:
        """The part of what follows a heading: operative once a number has come or comes next."""
        return self.part(Part.OPERATIVE if self.last or self.ahead.operative[at] else Part.PREAMBLE)

    # common

    def part(self, part: Part) -> Part:
        return Part.ANNEX if self.unit.annex else part

    def is_formula(self, at: int) -> bool:
        """Whether the organ's own line stands here again, at the head of a part."""
        block = self.pieces[at].block
        label = self.pieces[at].label
        match = (
            None if label or self.unit.annex or len(block.text) > _LONGEST_FORMULA else formula_in(block.text)
        )
        return bool(match and match.span() == (0, len(block.text)) and not self.last)

    def emit(
        self, block: Block, paragraph_id: str, kind: Kind, part: Part, *, label: str = "", level: int = 0
    ) -> None:
        if kind not in {Kind.SUBPARAGRAPH, Kind.TEXT}:
            self.names.opens(paragraph_id)
        if block.rejoined:
            self.found.warn(f"page break rejoined in {paragraph_id}", paragraph_id, look=False)
        if kind in {Kind.HEADING, Kind.PREAMBULAR} and not label and self.signs.is_doubtful(block):
            message = f"opens as a paragraph but ends as a heading; it is taken for {_TAKEN_FOR[kind]}"
            self.found.warn(message, paragraph_id, look=True)
        if kind is not Kind.SUBPARAGRAPH:
            self.parts[paragraph_id] = part
            self.headed = kind is Kind.HEADING or (self.headed and kind is not Kind.OPERATIVE)
        self.places.append(Place(paragraph_id, kind, part, block, label, level))
