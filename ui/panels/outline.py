# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline: parts and sections with their counts, the paragraph at the caret, what was dropped."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drafting.draft import Draft, DraftParagraph, Standing, standing, waiting_in
from drafting.resolution import Kind, Part
from ui.panels.rows import ROW, ContentList, Row, RowDelegate, RowModel
from ui.widgets import section_label

DROPPED = ">dropped"
"""Target of the row that leads to the dropped paragraphs."""
NAMES = {Part.PREAMBLE: "Preamble", Part.OPERATIVE: "Operative part"}
STANDINGS = {
    Standing.EDITED: "edited",
    Standing.NEW: "new last time",
    Standing.CHANGED: "changed last time",
    Standing.STABLE: "stable",
}


def outline_rows(draft: Draft, current: str) -> tuple[Row, ...]:
    """Parts and headings with the number of their paragraphs; the current paragraph stands under its own."""
    return tuple(_rows(draft, current))


def _rows(draft: Draft, current: str) -> Iterator[Row]:
    for (unit, part), group in groupby(draft.paragraphs, key=_text_of):
        members = list(group)
        name = _unit_name(unit, members[0]) if unit or part is Part.ANNEX else NAMES[part]
        yield from _part_rows(draft, name, members, current)
    if dropped := sum(thread.dropped for thread in draft.lineage.threads):
        first = draft.lineage.versions[0].number
        tip = "Shows the paragraphs that no longer stand in the last version"
        yield Row(f"Dropped since {first}", str(dropped), DROPPED, tip=tip)


def _text_of(paragraph: DraftParagraph) -> tuple[str, Part]:
    """What a paragraph is grouped under: its annex or part as one, the resolution itself by its two parts."""
    return paragraph.unit, Part.ANNEX if paragraph.unit else paragraph.part


def _unit_name(unit: str, first: DraftParagraph) -> str:
    """The name of an annex or a part with its title: "Annex I Guidelines", "Part B Nets"."""
    name = first.title if first.opens_unit else ""
    annex = first.part is Part.ANNEX
    name = name or (f"Annex {unit}" if annex else unit)
    return f"{name if annex else f'Part {name}'} {first.text if first.opens_unit else ''}".rstrip()


def _part_rows(draft: Draft, name: str, members: list[DraftParagraph], current: str) -> Iterator[Row]:
    yield _group_row(name, members)
    sections: list[list[DraftParagraph]] = [[]]
    for paragraph in members:
        if paragraph.kind is Kind.HEADING and not paragraph.opens_unit:
            sections.append([])
        sections[-1].append(paragraph)
    for section in sections:
        if section and section[0].kind is Kind.HEADING and not section[0].opens_unit:
            yield _group_row(f"    {section[0].title} {section[0].text}".rstrip(), section)
        here = next((one for one in section if one.key == current and one.kind is not Kind.HEADING), None)
        if here is not None:
            label, note = draft.label(here.key).id, note_of(draft, here)
            yield Row("    " + label, note, here.key, current=True, spoken=f"{label}, {note}, at the caret")


def _group_row(name: str, members: list[DraftParagraph]) -> Row:
    count = sum(
        one.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) or (one.kind is Kind.TEXT and one.part is Part.ANNEX)
        for one in members
    )
    return Row(
        name, str(count), members[0].key, spoken=f"{name.strip()}, {count} paragraphs", tip=name.strip()
    )


def note_of(draft: Draft, paragraph: DraftParagraph) -> str:
    """What there is to say of a paragraph in two words: "2 proposals", "changed last time"."""
    waiting = waiting_in(draft, paragraph)
    if waiting:
        return f"{waiting} proposal{'s' if waiting > 1 else ''}"
    return STANDINGS[standing(draft, paragraph)]


class OutlinePanel(QWidget):
    """Leads to parts and paragraphs; a click or Enter goes there."""

    go_to = Signal(str)
    """Key of a paragraph."""
    menu_wanted = Signal(str, QPoint)
    """Acts on a paragraph are asked for: its key, and where on the screen."""
    dropped = Signal()
    """The dropped paragraphs shall be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acted_on: set[str] = set()
        self.model = RowModel(self)
        self.list = ContentList(self.model, "Outline")
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.acted.connect(self._act)
        self.list.clicked_row.connect(self._act)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = section_label("Outline")
        head.setContentsMargins(8, 0, 0, 2)
        layout.addWidget(head)
        layout.addWidget(self.list)

    def show_draft(self, draft: Draft, current: str) -> None:
        """Show the outline of a draft with the caret in paragraph `current`."""
        self.model.show(outline_rows(draft, current))
        headings = (one.key for one in draft.paragraphs if one.kind is Kind.HEADING)
        self._acted_on = {current, *headings} - {""}

    def _offer(self, point: QPoint) -> None:
        """The rows of paragraphs and headings have a menu; those of whole parts have none."""
        under = self.list.indexAt(point)
        index = under if under.isValid() else self.list.currentIndex()
        row: Row | None = index.data(ROW) if index.isValid() else None
        if row is not None and row.target in self._acted_on:
            self.menu_wanted.emit(row.target, self.list.viewport().mapToGlobal(point))

    def _act(self, row: Row) -> None:
        if row.target == DROPPED:
            self.dropped.emit()
        elif row.target:
            self.go_to.emit(row.target)
