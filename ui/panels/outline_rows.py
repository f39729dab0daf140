# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the outline: parts and sections with their counts, below those that are open the paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from drafting.draft import Draft, DraftParagraph, Standing, standing, waiting_in
from drafting.draft.blocks import depth
from drafting.draft.negotiating import progress_of, stage_note
from drafting.resolution import Kind, Part
from drafting.translation import marked, tr, trn
from ui.editor.stages import told_negotiation
from ui.panels.narrowing import has_words
from ui.panels.rows import Row

DROPPED = ">dropped"
"""Target of the row that leads to the dropped paragraphs."""
INDENT = "    "
NAMES = {Part.PREAMBLE: marked("Preamble"), Part.OPERATIVE: marked("Operative part")}
STANDINGS = {
    Standing.EDITED: marked("edited"),
    Standing.NEW: marked("new last time"),
    Standing.CHANGED: marked("changed last time"),
    Standing.STABLE: marked("stable"),
}


@dataclass(frozen=True, slots=True)
class OutlineRow(Row):
    """A row that stands for paragraphs: `key` is the one that acts on it are on, "" for a whole part.

    What is dropped above the row comes to stand before the paragraph at index `at`, what is dropped on it at
    the end of what it heads, before `end`. `group` names what opens and closes below it, `closed` says which
    it is; `words` are the first of a paragraph; `depth` is how far it stands in. A `stable` one is named to
    the ear alone: to the eye its words tell more.
    """

    key: str = ""
    at: int = 0
    end: int = 0
    group: str = ""
    closed: bool = False
    words: str = ""
    depth: int = 0
    stable: bool = False


def outline_rows(
    draft: Draft, current: str, opened: Collection[str] = (), words: str = ""
) -> tuple[OutlineRow, ...]:
    """Parts and headings with the number of their paragraphs; the current paragraph stands under its own.

    Under those `opened` stand all their paragraphs. With `words` only paragraphs that have them, wherever.
    """
    return tuple(_Rows(draft, current, opened, words).rows())


def note_of(draft: Draft, paragraph: DraftParagraph) -> str:
    """What there is to say of a paragraph in a few words: "agreed", "2 proposals", "changed last time"."""
    waiting = waiting_in(draft, paragraph)
    open_now = trn("{n} proposal", "{n} proposals", waiting) if waiting else ""
    said = " · ".join(filter(None, (stage_note(paragraph), open_now)))
    return said or tr(STANDINGS[standing(draft, paragraph)])


def how_far(paragraphs: Sequence[DraftParagraph]) -> str:
    """How many of some paragraphs are agreed, and the brackets open in them; "" where neither is known."""
    found = progress_of(paragraphs)
    agreed = tr("{n} of {all} agreed").format(n=found.agreed, all=found.all) if found.begun else ""
    brackets = trn("{n} bracket open", "{n} brackets open", found.brackets) if found.brackets else ""
    return " · ".join(filter(None, (agreed, brackets)))


class _Latest:
    """What was told of the parts of the draft that was asked about last: the caret moves in it."""

    draft: Draft | None = None
    told: ClassVar[dict[tuple[str, int, int], tuple[int, str]]] = {}


def _told_of(draft: Draft, group: str, at: int, members: Sequence[DraftParagraph]) -> tuple[int, str]:
    """How many paragraphs a part or section has, and how far the room has come in it."""
    if _Latest.draft is not draft:
        _Latest.draft = draft
        _Latest.told.clear()
    name = group, at, len(members)
    if name not in _Latest.told:
        count = sum(
            one.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)
            or (one.kind is Kind.TEXT and one.part is Part.ANNEX)
            for one in members
        )
        _Latest.told[name] = count, how_far(members)
    return _Latest.told[name]


@dataclass(frozen=True, slots=True)
class _Rows:
    draft: Draft
    current: str
    opened: Collection[str]
    words: str

    def rows(self) -> Iterator[OutlineRow]:
        at = 0
        for (unit, part), group in groupby(self.draft.paragraphs, key=_text_of):
            members = list(group)
            annex = unit or part is Part.ANNEX
            name = _unit_name(unit, members[0]) if annex else tr(NAMES[part])
            yield from self._part(name, f">{unit or part.value}", members, at)
            at += len(members)
        if not self.words and (dropped := sum(thread.dropped for thread in self.draft.lineage.threads)):
            first = self.draft.lineage.versions[0].number
            tip = tr("Shows the paragraphs that no longer stand in the last version")
            text = tr("Dropped since {first}").format(first=first)
            yield OutlineRow(text, str(dropped), DROPPED, tip=tip, at=at, end=at)

    def _part(
        self, name: str, group: str, members: Sequence[DraftParagraph], at: int
    ) -> Iterator[OutlineRow]:
        sections: list[list[DraftParagraph]] = [[]]
        for paragraph in members:
            if paragraph.kind is Kind.HEADING and not paragraph.opens_unit:
                sections.append([])
            sections[-1].append(paragraph)
        line = members[0].key if members[0].opens_unit else ""
        yield self._group(name, group, line, members, at)
        for section in sections:
            headed = bool(section) and section[0].kind is Kind.HEADING and not section[0].opens_unit
            if headed:
                named = f"{INDENT}{section[0].title} {section[0].text}".rstrip()
                yield self._group(named, section[0].key, section[0].key, section, at)
            yield from self._members(section, section[0].key if headed else group, at, 1 + headed)
            at += len(section)

    def _members(
        self, section: Sequence[DraftParagraph], group: str, at: int, inset: int
    ) -> Iterator[OutlineRow]:
        open_now = group in self.opened
        if not (open_now or self.words):  # the one at the caret alone, wherever it is
            place = self.draft.position(self.current) - at if self.current in self.draft else -1
            section, at = (section[place : place + 1], at + place) if place >= 0 else ((), at)
        for index, paragraph in enumerate(section, start=at):
            if paragraph.kind is Kind.HEADING:
                continue
            held = has_words(self._sayable(paragraph), self.words) if self.words else False
            if held or (not self.words and (open_now or paragraph.key == self.current)):
                yield self._paragraph(paragraph, index, inset)

    def _sayable(self, paragraph: DraftParagraph) -> str:
        return f"{self.draft.label(paragraph.key).id} {paragraph.text} {note_of(self.draft, paragraph)}"

    def _paragraph(self, paragraph: DraftParagraph, at: int, inset: int) -> OutlineRow:
        label, note = self.draft.label(paragraph.key).id, note_of(self.draft, paragraph)
        here = paragraph.key == self.current
        spoken = tr("{label}, {note}, at the caret") if here else tr("{label}, {note}")
        return OutlineRow(
            INDENT + label,
            note,
            paragraph.key,
            current=here,
            spoken=spoken.format(label=label, note=note),
            tip="\n".join(filter(None, (told_negotiation(paragraph), paragraph.text))),
            key=paragraph.key,
            at=at,
            end=at + 1,
            words=" ".join(paragraph.text.split()[:_WORDS]),
            depth=inset + depth(paragraph),
            stable=note == tr(STANDINGS[Standing.STABLE]),
        )

    def _group(
        self, name: str, group: str, line: str, members: Sequence[DraftParagraph], at: int
    ) -> OutlineRow:
        count, far = _told_of(self.draft, group, at, members)
        closed = group not in self.opened
        state = tr("closed") if closed else tr("open")
        told = trn("{name}, {n} paragraph, {state}", "{name}, {n} paragraphs, {state}", count)
        return OutlineRow(
            name,
            str(count),
            members[0].key,
            spoken=", ".join(filter(None, (told.format(name=name.strip(), state=state), far))),
            tip="\n".join(filter(None, (name.strip(), far))),
            key=line,
            at=at,
            end=at + len(members),
            group=group,
            closed=closed,
            depth=int(name.startswith(INDENT)),
        )


_WORDS = 12
"""Words of a paragraph that there may be room for."""


def _text_of(paragraph: DraftParagraph) -> tuple[str, Part]:
    """What a paragraph is grouped under: its annex or part as one, the resolution itself by its two parts."""
    return paragraph.unit, Part.ANNEX if paragraph.unit else paragraph.part


def _unit_name(unit: str, first: DraftParagraph) -> str:
    """The name of an annex or a part with its title: "Annex I Guidelines", "Part B Nets"."""
    name = first.title if first.opens_unit else ""
    title = first.text if first.opens_unit else ""
    if first.part is Part.ANNEX:
        return f"{name or tr('Annex {unit}').format(unit=unit)} {title}".rstrip()
    return tr("Part {name} {title}").format(name=name or unit, title=title).rstrip()
