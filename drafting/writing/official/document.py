# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes written into the official file itself: the text part and the footnotes, all else byte for byte."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import qn

from drafting.comparing.records import Alignment
from drafting.errors import OfficialFileError
from drafting.resolution import Kind, Paragraph
from drafting.writing.laid import Laid
from drafting.writing.official import looks
from drafting.writing.official.acts import Style, Work
from drafting.writing.official.atoms import runs_of
from drafting.writing.official.edits import Editor, delete
from drafting.writing.official.notes import Notes, in_order
from drafting.writing.official.package import NOTES, TEXT, packed, parts
from drafting.writing.official.places import Place, places
from drafting.writing.ooxml import Element, w
from drafting.writing.tracked.sequence import Item, sequence
from drafting.writing.tracked.stamp import Signature, Stamps
from drafting.writing.tracked.weaving import Note, woven


def official_bytes(data: bytes, alignment: Alignment, signature: Signature) -> bytes:
    """The file that the old text was read from, with the changes to the new text tracked in it.

    Raises OfficialFileError when a paragraph that changes cannot be found in it. Parts without changes stay
    as they are, byte for byte.
    """
    text, notes = parts(data)
    stamps = Stamps(signature, first=1 + max(_ids(text) + _ids(notes), default=0))
    written = _Official(text, Notes(notes, stamps), alignment, stamps)
    written.write()
    if written.notes.come:
        in_order(text, notes)
    return packed(data, {TEXT: text} | ({NOTES: notes} if written.notes.changed else {}))


def _ids(root: Element) -> list[int]:
    found = (one.get(qn("w:id")) for one in root.iter() if one.get(qn("w:author")) is not None)
    return [int(name) for name in found if name and name.isdigit()]


class _Official:
    """Walks through both texts and changes the file where they differ."""

    def __init__(self, root: Element, notes: Notes, alignment: Alignment, stamps: Stamps) -> None:
        self.notes = notes
        self._alignment = alignment
        self._stamps = stamps
        body = root.find(qn("w:body"))
        assert body is not None, "a text part has a body"
        self._body = body
        self._places = places(alignment.old, body)
        self._last: Element | None = None  # the element behind which new paragraphs come
        self._references = list(body.iter(qn("w:footnoteReference")))

    def write(self) -> None:
        """All changes."""
        old, new = self._alignment.old, self._alignment.new
        sides = [Laid(one, "") for one in old.paragraphs], [Laid(one, "") for one in new.paragraphs]
        for item in sequence(*sides, self._alignment):
            self._stamps.next_paragraph()
            self._item(item)

    def _item(self, item: Item) -> None:
        olds = [one.paragraph for one in item.olds]
        news = [one.paragraph for one in item.news]
        if not olds:
            for new in news:
                self._come(new)
            return
        found = [self._places.get(one.id) for one in olds]
        if olds == news and all(one is None or _prefix_stays(one, news) for one in found):
            pass
        elif None in found:
            if [one.text for one in olds] != [one.text for one in news]:
                raise OfficialFileError(olds[found.index(None)].id)
        elif not news:
            self._go([one for one in found if one is not None])
        else:
            self._change([one for one in found if one is not None], olds, news)
        known = [one for one in found if one is not None]
        if known:
            self._last = known[-1].elements[-1]

    # -------------------------------------------------------------------------------------- what changes

    def _change(self, found: Sequence[Place], olds: Sequence[Paragraph], news: Sequence[Paragraph]) -> None:
        work = Work(found, news, Style(self._shape, self._before), self._refer)
        work.planned(woven(olds, news))
        for place, acts in zip(found, work.acts, strict=True):
            Editor(place, self._stamps).do(acts)
        for index in work.joined:
            self._mark_end(found[index].elements[-1], "del")

    def _go(self, found: Sequence[Place]) -> None:
        for element in (one for place in found for one in place.elements):
            delete(runs_of(element), self._stamps)
            self._mark_end(element, "del")
            element.append(self._stamps.empty("del"))

    def _mark_end(self, element: Element, tag: str) -> None:
        properties = element.get_or_add_pPr()  # type: ignore[attr-defined]
        if properties.find(qn("w:sectPr")) is None:  # the end of a section has to stay
            looks.mark_end(properties, self._stamps.mark(tag))

    # ---------------------------------------------------------------------------------------- what comes

    def _come(self, new: Paragraph) -> None:
        model = self._model(new)
        element = w("p", self._shape(new))
        looks.mark_end(element[0], self._stamps.mark("ins"))
        runs = [looks.run(self._before(new), _words(model))] if self._before(new) else []
        for strand in woven([], [new]):
            if strand.note is not None:
                made = self._refer(strand.note, None, 0)
                runs += [made] if made is not None else []
            elif not strand.ends:
                runs.append(looks.run(strand.text, _words(model), italic=strand.italic))
        element.extend((self._stamps.mark("ins", *runs), self._stamps.empty("ins")))
        if self._last is None:
            first = next(iter(self._places.values()), None)
            if first is None:
                raise OfficialFileError(new.id)
            first.elements[0].addprevious(element)
        else:
            self._last.addnext(element)
        self._last = element

    def _refer(self, note: Note, place: Place | None, at: int) -> Element | None:
        if place is None:
            assert note.new is not None, "a footnote that comes is in the new text"
            return looks.reference(self.notes.add(note.new.text), self._references)
        if note.old is not None and note.new is not None and note.old.text != note.new.text:
            number = next((atom.note for atom in place.atoms[at:] if atom.note), "")
            self.notes.change(number, note)
        return None

    # ------------------------------------------------------------------------------------------- models

    def _model(self, new: Paragraph) -> Place:
        """A paragraph of the file of the same kind: the nearest one before in the new text, else any."""
        alike = [one for one in self._places.values() if _kind(one.paragraph) == _kind(new)]
        lower = [one for one in self._places.values() if one.paragraph.part is new.part]
        found = alike or lower or list(self._places.values())
        if not found:
            raise OfficialFileError(new.id)
        near = [one for one in found if one.elements[-1] is self._last]
        return (near or found)[-1]

    def _shape(self, new: Paragraph) -> Element:
        return looks.shape(self._model(new).elements[-1])

    def _before(self, new: Paragraph) -> str:
        """What is typed before a paragraph of this kind, with its own number; numbers Word counts are not."""
        model = self._model(new)
        typed, label = model.before, model.paragraph.label
        if not label or label not in typed:
            return typed if _kind(model.paragraph) == _kind(new) else "\t"
        if _kind(model.paragraph) == _kind(new):
            return typed.replace(label, new.label, 1)
        head, _, tail = typed.partition(label)
        return f"{head}{new.label}{tail}" if new.label else "\t"


def _prefix_stays(place: Place, news: Sequence[Paragraph]) -> bool:
    return all(one.label == place.paragraph.label for one in news)


def _kind(paragraph: Paragraph) -> tuple[Kind, int]:
    return paragraph.kind, paragraph.level


def _words(model: Place) -> Element:
    atom = next((one for one in model.atoms[model.start :] if not one.raised), model.atoms[0])
    return atom.run
