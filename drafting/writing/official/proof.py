# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of changes in an official file: it is settled both ways and read again before anybody gets it.

Rejected, every paragraph and footnote holds letter by letter what it held before, and Word prints the same
numbers. Accepted, every paragraph of the new text stands in its order, with its number, which Word counts
or which is typed, and its footnotes; all else in the file says
what it said, but for the lines above the text that change and those of an adoption that go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from docx.oxml.ns import qn

from drafting.comparing.records import Alignment
from drafting.errors import TrackingFailed
from drafting.glyphs import squeezed
from drafting.resolution import Footnote, Resolution
from drafting.writing.official.atoms import NOTE, Atom, atoms
from drafting.writing.official.edits import note_atoms
from drafting.writing.official.front import changed_letters, is_organ_line, text_of
from drafting.writing.official.package import parts
from drafting.writing.official.places import Place, places
from drafting.writing.official.printed import Printed
from drafting.writing.official.settling import settle
from drafting.writing.official.straight import is_right, number_of, wrong_numbers
from drafting.writing.ooxml import Element

_LONGEST = 60


def prove(original: bytes, written: bytes, alignment: Alignment) -> None:
    """Raises TrackingFailed, which names the first paragraph that would read otherwise."""
    before, after = parts(original), parts(written)
    for root in (*before, *after):  # changes that were there are rejected with ours
        settle(root, accept=False)
    see_same(letters(*after), letters(*before), "rejected")
    printed = Printed(written)
    see_same(_printed(printed, after[0]), _printed(printed, before[0]), "rejected")
    stood, taken = parts(original), parts(written)
    for root in (*stood, *taken):
        settle(root, accept=True)
    was, now = _Side.of(alignment.old, *stood), _Side.of(alignment.new, *taken)
    _stands(now, {was.beside(note, text) for note, text in was.footnotes()})
    _numbered(was, now, printed)
    _nothing_else(was, now, changed_letters(was.body, was.places.values(), alignment))


def letters(text: Element, notes: Element) -> list[str]:
    """What each paragraph says, with its footnotes at their marks; their ids may change, as in Word."""
    said = _said(notes)
    return [
        "".join(f"{{{said.get(atom.note)}}}" if atom.note else atom.letter for atom in atoms(one))
        for one in text.iter(qn("w:p"))
    ]


def _said(notes: Element) -> dict[str | None, str]:
    """The text of each footnote by its id."""
    return {one.get(qn("w:id")): "".join(atom.letter for atom in atoms(one)) for one in notes}


def see_same(found: Sequence[str], meant: Sequence[str], taken: str) -> None:
    """Raises TrackingFailed where two texts say something else; `taken` says how the changes were taken."""
    for one, other in zip(found, meant, strict=False):
        if one != other:
            raise TrackingFailed(taken, _shown(one), _shown(other))
    if len(found) != len(meant):
        raise TrackingFailed(taken, f"{len(found)} paragraphs", f"{len(meant)} paragraphs")


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two texts, and where its paragraphs stand in the file with all changes accepted."""

    record: Resolution
    body: Element
    places: Mapping[str, Place]
    said: Mapping[str | None, str]

    @classmethod
    def of(cls, record: Resolution, text: Element, notes: Element) -> _Side:
        body = text.find(qn("w:body"))
        assert body is not None, "a text part has a body"
        return cls(record, body, places(record, body), _said(notes))

    def footnotes(self) -> Iterator[tuple[Footnote, str | None]]:
        """Each footnote with what the file says in it, None without a mark; repeated marks say nothing."""
        for place in self.places.values():
            notes = sorted(place.paragraph.footnotes, key=lambda note: note.offset)
            for note, (start, end) in zip(notes, note_atoms(place), strict=True):
                marks = [atom.note for atom in place.atoms[start:end] if atom.letter == NOTE]
                if marks or start == end:
                    yield note, squeezed(self.said.get(marks[-1], "")) if marks else None

    def beside(self, note: Footnote, text: str | None) -> str:
        """What stands in a footnote beside its text: a typed number, or nothing."""
        return (text or "").replace(squeezed(note.text), "", 1).strip()

    def strange_marks(self) -> Counter[str]:
        """The marks of footnotes in its paragraphs that are none of theirs."""
        found: Counter[str] = Counter()
        for place in self.places.values():
            own = {at for start, end in note_atoms(place) for at in range(start, end)}
            others = (atom for at, atom in enumerate(place.atoms) if at not in own)
            found.update(self.said.get(one.note, "") for one in others if one.letter == NOTE)
        return found

    def without_lines(self, said: Iterable[str]) -> Iterator[str]:
        """What paragraphs say, but the names of annexes and parts without a title, which are of the text."""
        bare = (one for one in self.record.paragraphs if one.opens_unit and not one.text)
        left = Counter("".join(one.label.split()) + ",".join(NOTE for _ in one.footnotes) for one in bare)
        for text in said:
            if left[text]:
                left[text] -= 1
            else:
                yield text

    def others(self) -> Iterator[Element]:
        """The paragraphs of the file that are none of the text, but for the lines of the organ."""
        own = {element for place in self.places.values() for element in place.elements}
        strange = (one for one in self.body.iter(qn("w:p")) if one not in own)
        return (one for one in strange if not is_organ_line(one))

    def organ_lines(self) -> int:
        """How often the organ speaks, which it does anew in each part."""
        return sum(is_organ_line(one) for one in self.body.iter(qn("w:p")))


def _stands(now: _Side, usual: Collection[str]) -> None:
    """Every paragraph and footnote stands there; beside a footnote only what is `usual` in the file."""
    for paragraph in now.record.paragraphs:
        if not paragraph.text:
            continue
        place = now.places.get(paragraph.id)
        if place is None:
            raise TrackingFailed("accepted", "something else", f"{paragraph.id} {_shown(paragraph.text)}")
    for note, text in now.footnotes():
        if text is None:
            raise TrackingFailed("accepted", "no mark", f"footnote {note.number} {_shown(note.text)}")
        if squeezed(note.text) not in text or now.beside(note, text) not in {"", *usual}:
            raise TrackingFailed("accepted", _shown(text), _shown(note.text))


def _printed(printed: Printed, text: Element) -> list[str]:
    """Each paragraph with the number that Word prints before it, to be held against another file."""
    return [f"{label} {text_of(one)}" for one, label in printed.labels(text).items()]


def _numbered(was: _Side, now: _Side, printed: Printed) -> None:
    """Every number is printed once, counted or typed; what Word printed otherwise before, it may still."""
    usual = wrong_numbers(was.places.values(), printed.labels(was.body))
    labels = printed.labels(now.body)
    for place in now.places.values():
        number = shown, typed, meant = number_of(place, labels)
        if not is_right(number) and number not in usual:
            said = _shown(place.paragraph.text)
            raise TrackingFailed("accepted", f"{shown} {typed}".strip() or said, f"{meant} {said}".strip())


def _nothing_else(was: _Side, now: _Side, changed: Mapping[Atom, str]) -> None:
    """What is none of the text says what it did, but for the letters that are `changed`."""
    if left := now.strange_marks() - was.strange_marks():
        raise TrackingFailed("accepted", _shown(next(iter(left))), "no footnote")
    if now.organ_lines() < was.organ_lines():
        raise TrackingFailed("accepted", "no organ", "an organ that speaks")
    meant = list(was.without_lines(text_of(one, changed) for one in was.others()))
    found = list(now.without_lines(text_of(one) for one in now.others()))
    if "".join(found) != "".join(meant):
        pairs = zip_longest(filter(None, found), filter(None, meant), fillvalue="")
        one, other = next(pair for pair in pairs if pair[0] != pair[1])
        raise TrackingFailed("accepted", _shown(one), _shown(other))


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
