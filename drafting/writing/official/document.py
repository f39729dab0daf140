# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes written into the official file itself: the text part and the footnotes, all else byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from docx.oxml.ns import qn

from drafting.comparing.records import Alignment
from drafting.errors import OfficialFileError
from drafting.resolution import Paragraph, Part
from drafting.writing.laid import Laid
from drafting.writing.official import looks
from drafting.writing.official.acts import Style, Work
from drafting.writing.official.atoms import runs_of
from drafting.writing.official.edits import Editor, Gone, delete
from drafting.writing.official.front import organ_line, write_adoption, write_front
from drafting.writing.official.models import Models, kind_of
from drafting.writing.official.notes import Notes, in_order
from drafting.writing.official.package import NOTES, TEXT, packed, parts
from drafting.writing.official.places import Place, places
from drafting.writing.official.printed import Printed
from drafting.writing.official.straight import Straight, wrong_numbers
from drafting.writing.ooxml import Element, w
from drafting.writing.tracked.marking import TAGS, first_word, reshape
from drafting.writing.tracked.moving import strands_here
from drafting.writing.tracked.sequence import Item, sequence
from drafting.writing.tracked.stamp import Signature, Stamps
from drafting.writing.tracked.weaving import Note, Strand, woven


def official_bytes(
    data: bytes, alignment: Alignment, signature: Signature, *, moves: bool = False, highlight: bool = True
) -> bytes:
    """The file that the old text was read from, with the changes to the new text tracked in it.

    With `moves` a paragraph in another place is tracked as moved, else as deleted and inserted. `highlight`
    marks placeholders that come yellow.
    Raises OfficialFileError when a paragraph that changes cannot be found in it. Parts without changes stay
    as they are, byte for byte.
    """
    text, notes = parts(data)
    first = 1 + max(_ids(text) + _ids(notes), default=0)
    stamps = Stamps(signature, first)
    written = _Official(text, Notes(notes, stamps), alignment, stamps, Printed(data))
    written.write(moves=moves)
    if highlight:
        looks.highlight_blanks(text, first)
    if written.notes.come:
        in_order(text, notes)
    return packed(data, {TEXT: text} | ({NOTES: notes} if written.notes.changed else {}))


_RANGE_ENDS = qn("w:moveFromRangeEnd"), qn("w:moveToRangeEnd")
_LINKS = qn("w:hyperlink"), qn("w:fldSimple"), qn("w:fldChar")


def _moves(root: Element) -> list[int]:
    """The numbers of the moves that are in the file already."""
    starts = root.iter(qn("w:moveFromRangeStart"), qn("w:moveToRangeStart"))
    names = (re.fullmatch(r"move(\d+)", one.get(qn("w:name")) or "") for one in starts)
    return [int(name[1]) for name in names if name]


def _ids(root: Element) -> list[int]:
    found = (one.get(qn("w:id")) for one in root.iter() if one.get(qn("w:author")) is not None)
    return [int(name) for name in found if name and name.isdigit()]


class _Official:
    """Walks through both texts and changes the file where they differ."""

    def __init__(
        self, root: Element, notes: Notes, alignment: Alignment, stamps: Stamps, printed: Printed
    ) -> None:
        self.notes = notes
        self._alignment = alignment
        self._stamps = stamps
        body = root.find(qn("w:body"))
        assert body is not None, "a text part has a body"
        self._body = body
        self._places = places(alignment.old, body)
        self._last: Element | None = None  # the element behind which new paragraphs come
        self._first_move = 1 + max(_moves(root), default=0)
        self._references = list(body.iter(qn("w:footnoteReference")))
        self._printed = printed
        self._models = Models(self._places, printed)

    def write(self, *, moves: bool) -> None:
        """All changes."""
        old, new = self._alignment.old, self._alignment.new
        write_front(self._body, next(iter(self._places.values()), None), self._alignment, self._stamps)
        write_adoption(self._body, self._places.values(), self._alignment, self._stamps)
        before, after = ([Laid(one, str(kind_of(one))) for one in side.paragraphs] for side in (old, new))
        owners = {one: place.paragraph for place in self._places.values() for one in place.elements}
        usual = wrong_numbers(self._places.values(), self._printed.labels(self._body))
        for item in sequence(before, after, self._alignment, moves=moves):
            self._stamps.next_paragraph()
            self._item(item)
        straight = Straight(self._body, new, self._models, self._printed, self._stamps)
        straight.looks(owners)
        straight.numbers(usual)

    def _item(self, item: Item) -> None:
        olds = [one.paragraph for one in item.olds]
        news = [one.paragraph for one in item.news]
        if not olds:
            for new in news:
                self._come(new, item)
            return
        found = [self._places.get(one.id) for one in olds]
        if olds == news and all(one is None or _prefix_stays(one, news) for one in found):
            pass
        elif None in found:
            if [one.text for one in olds] != [one.text for one in news]:
                raise OfficialFileError(olds[found.index(None)].id)
        elif not news:
            self._go([one for one in found if one is not None], item)
        else:
            self._change([one for one in found if one is not None], olds, news)
        known = [one for one in found if one is not None]
        if known:
            self._models.passed(known[-1].paragraph)
            self._last = known[-1].elements[-1]

    # -------------------------------------------------------------------------------------- what changes

    def _change(self, found: Sequence[Place], olds: Sequence[Paragraph], news: Sequence[Paragraph]) -> None:
        work = Work(found, news, Style(self._models.shape, self._models.before), self._refer)
        work.planned(woven(olds, news))
        for place, acts in zip(found, work.acts, strict=True):
            Editor(place, self._stamps).do(acts)
        for index in work.joined:
            self._mark_end(found[index].elements[-1], "del")

    def _go(self, found: Sequence[Place], item: Item) -> None:
        elements = [one for place in found for one in place.elements]
        tag = end = "del"
        if item.there is not None:
            strands = strands_here(item)
            tag, end = "moveFrom", TAGS.get(strands[-1].mark, "moveFrom")
            if any(next(one.iter(*_LINKS), None) is not None for one in elements):
                end = "del"  # LibreOffice leaves an empty paragraph where one with a link has moved away
            self._reword(found[0], strands)
        if item.parted:
            self._part(found[0])
        for element in elements:
            delete(runs_of(element), self._stamps, tag)
            self._mark_end(element, end)
            if item.reshaped:
                looks.same_shape(looks.properties_of(element), self._stamps.mark("pPrChange"))
            element.append(self._stamps.empty(end))
        if item.there is not None:
            self._around(elements, tag, item)

    def _reword(self, place: Place, strands: Sequence[Strand]) -> None:
        """Delete the words that did not move with the others; what is typed before them stays."""
        work = Work(
            [place], [place.paragraph], Style(self._models.shape, lambda _: place.before), self._refer
        )
        Editor(place, self._stamps).do(work.planned(strands).acts[0])

    def _around(self, elements: Sequence[Element], tag: str, item: Item) -> None:
        """Name the end of a move that these paragraphs are."""
        number = int(item.move.removeprefix("move")) + self._first_move - 1
        start, stop = self._stamps.around(tag, f"move{number}")
        elements[0].insert(1 if elements[0].find(qn("w:pPr")) is not None else 0, start)
        elements[-1].addnext(stop)

    def _part(self, place: Place) -> None:
        """Delete the first word of a paragraph that goes as a change of its own."""
        end = place.atom(len(place.paragraph.text.partition(" ")[0]) + 1)
        with self._stamps.apart():
            Editor(place, self._stamps).do([Gone(0, end)])

    def _mark_end(self, element: Element, tag: str) -> None:
        properties = looks.properties_of(element)
        if properties.find(qn("w:sectPr")) is None:  # the end of a section has to stay
            looks.mark_end(properties, self._stamps.mark(tag))

    # ---------------------------------------------------------------------------------------- what comes

    def _come(self, new: Paragraph, item: Item) -> None:
        moved = item.there is not None
        strands = [one for one in (strands_here(item) if moved else woven([], [new])) if not one.ends]
        tag = "moveTo" if moved else "ins"
        end = TAGS.get(strands[-1].mark, tag) if strands else tag
        element = w("p", self._models.shape(new))
        looks.mark_end(element[0], self._stamps.mark(end))
        model = self._models.words(new)
        begun, rest = first_word(strands) if item.parted else ((), strands)
        typed = self._models.before(new)
        before = [(tag, looks.run(typed, model))] if typed else []
        with self._stamps.apart():
            element.extend(self._marked(before if begun else [], begun, tag, model))
        element.extend(self._marked([] if begun else before, rest, tag, model))
        element.append(self._stamps.empty(end))
        if item.reshaped:
            reshape(element, self._stamps)
        self._set(element, opens_part=new.opens_unit and new.part is not Part.ANNEX)
        if moved:
            self._around([element], tag, item)

    def _marked(
        self, runs: list[tuple[str, Element]], strands: Sequence[Strand], tag: str, model: Element
    ) -> Iterator[Element]:
        """These runs and those of the strands, in their marks."""
        after_note = False
        for strand in strands:
            mark, made = TAGS.get(strand.mark, tag), self._made(strand, model)
            runs += [(mark, looks.comma(made))] if after_note and strand.note is not None else []
            runs.append((mark, made))
            after_note = strand.note is not None
        for mark, some in groupby(runs, key=itemgetter(0)):
            yield self._stamps.mark(mark, *(run for _, run in some))

    def _made(self, strand: Strand, model: Element) -> Element:
        """The run of a strand that comes."""
        if strand.note is None:
            return looks.run(strand.text, model, italic=strand.italic)
        made = self._refer(strand.note, None, 0)
        assert made is not None, "the mark of a footnote that comes is made"
        return made

    def _set(self, element: Element, *, opens_part: bool) -> None:
        """Put a new paragraph behind the last one; in each part of a resolution the organ speaks anew."""
        formula = organ_line(self._body, next(iter(self._places.values()), None)) if opens_part else None
        if self._last is None:
            first = next(iter(self._places.values()), None)
            if first is None:
                raise OfficialFileError("the beginning of its text")
            (first.elements[0] if formula is None else formula).addprevious(element)
            self._last = element if formula is None else formula
            return
        following = self._last.getnext()
        ends = following is not None and following.tag in _RANGE_ENDS
        (following if ends and following is not None else self._last).addnext(element)
        self._last = element
        if formula is not None:
            self._stamps.next_paragraph()
            again = looks.come_again(formula, self._stamps)
            element.addnext(again)
            self._last = again

    def _refer(self, note: Note, place: Place | None, at: int) -> Element | None:
        if place is None:
            assert note.new is not None, "a footnote that comes is in the new text"
            return looks.reference(self.notes.add(note.new.text), self._references)
        if note.old is not None and note.new is not None and note.old.text != note.new.text:
            number = next((atom.note for atom in place.atoms[at:] if atom.note), "")
            self.notes.change(number, note)
        return None


def _prefix_stays(place: Place, news: Sequence[Paragraph]) -> bool:
    return all(one.label == place.paragraph.label for one in news)
