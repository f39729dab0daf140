# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines above the text of an official file, session to title, tracked where the draft says otherwise.

Lines the file does not have (the committee of a draft) are not brought in. Those that only an adopted text
has (by whom and when it was adopted, on what report, at which meeting, by which vote) go where the new text
is a draft.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from types import MappingProxyType

from docx.oxml.ns import qn

from drafting.comparing.records import Alignment
from drafting.errors import OfficialFileError
from drafting.glyphs import folded
from drafting.reading.masthead.forms import formula_in
from drafting.resolution import Footnote, Resolution
from drafting.writing.bodies import (
    adoption,
    adoption_day,
    is_adopted,
    lines_below,
    number_printed,
    vote_lines,
)
from drafting.writing.laid import line
from drafting.writing.official.atoms import Atom, atoms
from drafting.writing.official.edits import Editor, Gone
from drafting.writing.official.notes import acts_of
from drafting.writing.official.places import Place, matched_anywhere
from drafting.writing.ooxml import Element
from drafting.writing.tracked.stamp import Stamps
from drafting.writing.tracked.weaving import Note

_MOST_PARTS = 3  # paragraphs of a file that are one line
_TITLE = "title"


@dataclass(frozen=True, slots=True)
class _Line:
    """One line as it was and as it is."""

    name: str
    old: str
    new: str


def write_front(body: Element, first: Place | None, alignment: Alignment, stamps: Stamps) -> None:
    """Track what changed in the lines above `first`, the first paragraph of the text.

    Raises OfficialFileError when the title changed and is not found; other lines may not be in the file.
    """
    front = _front(body, first)
    for changed in _changed(alignment):
        place = _found(changed, front)
        if place is None and changed.name == _TITLE and alignment.old.masthead.title:
            raise OfficialFileError("the title")
        if place is not None:
            stamps.next_paragraph()
            Editor(place, stamps).do(list(acts_of(place, Note(_said(changed.old), _said(changed.new)))))


def write_adoption(body: Element, known: Iterable[Place], alignment: Alignment, stamps: Stamps) -> None:
    """Track as gone what only an adopted text says of itself, outside the paragraphs `known`."""
    outside = _outside(body, known)
    for text in _of_adoption(alignment):
        place = _found(_Line("adoption", text, ""), outside)
        if place is not None:
            stamps.next_paragraph()
            Editor(place, stamps).do([Gone(place.start, len(place.atoms))])


def _outside(body: Element, known: Iterable[Place]) -> list[Element]:
    taken = {element for place in known for element in place.elements}
    return [one for one in body.iter(qn("w:p")) if one not in taken]


def _of_adoption(alignment: Alignment) -> Iterator[str]:
    masthead, vote = alignment.old.masthead, alignment.old.vote
    if not is_adopted(alignment.old) or is_adopted(alignment.new):
        return iter(())
    day = adoption_day(masthead)
    found = [
        " ".join(adoption(masthead)),
        masthead.report,
        f"{masthead.meeting} {day}",
        masthead.meeting,
        day,
    ]
    found += [masthead.adoption, f"[{masthead.adoption}]"]
    found += [text for line in (vote_lines(vote) if vote else ()) for text in line]
    return filter(None, found)


def organ_line(body: Element, first: Place | None) -> Element | None:
    """The line in which the organ opens the text ("The General Assembly,"); None where it has no own line."""
    return next((one for one in reversed(_front(body, first)) if is_organ_line(one)), None)


def is_organ_line(paragraph: Element) -> bool:
    """Whether the organ opens a text in this paragraph, and nothing else stands in it."""
    text = " ".join("".join(atom.letter for atom in atoms(paragraph)).split())
    match = formula_in(text)
    return match is not None and match.group().strip() == text


def changed_letters(body: Element, known: Collection[Place], alignment: Alignment) -> dict[Atom, str]:
    """What is to stand in the place of letters that are not in `known`, in the file of the old text."""
    meant: dict[Atom, str] = {}
    front = _front(body, next(iter(known), None))
    for changed in _changed(alignment):
        if (place := _found(changed, front, meant)) is not None:
            first, *rest = (place.atoms[at] for at in place.letters if at is not None)
            meant |= {first: changed.new, **dict.fromkeys(rest, "")}
    outside = _outside(body, known)
    for text in _of_adoption(alignment):
        if (place := _found(_Line("adoption", text, ""), outside, meant)) is not None:
            meant |= dict.fromkeys(place.atoms[place.start :], "")
    return meant


def text_of(paragraph: Element, changed: Mapping[Atom, str] = MappingProxyType({})) -> str:
    """The letters of a paragraph without white space, some of them `changed`."""
    return _plain("".join(changed.get(atom, atom.letter) for atom in atoms(paragraph)))


def _plain(text: str) -> str:
    return "".join(folded(text).split())


def _front(body: Element, first: Place | None) -> list[Element]:
    """The paragraphs above the text, all of them where it has none."""
    end = first.elements[0] if first else None
    return list(takewhile(lambda one: one is not end, body.iter(qn("w:p"))))


def _changed(alignment: Alignment) -> Iterator[_Line]:
    olds, news = dict(_lines(alignment.old)), dict(_lines(alignment.new))
    for name, old in olds.items():
        if old and news.get(name, "") not in {"", old}:
            yield _Line(name, old, news[name])


def _lines(resolution: Resolution) -> Iterator[tuple[str, str]]:
    masthead = resolution.masthead
    yield from lines_below(masthead)
    number = number_printed(masthead, is_adopted(resolution))
    yield _TITLE, f"{number} {masthead.title}".strip()


def _found(changed: _Line, front: Sequence[Element], passed: Collection[Atom] = ()) -> Place | None:
    said = line(changed.name, changed.old)
    for start in range(len(front)):
        for count in range(1, _MOST_PARTS + 1):
            elements = tuple(front[start : start + count])
            letters = tuple(atom for one in elements for atom in atoms(one) if atom not in passed)
            place = matched_anywhere(said, elements, letters)
            if place is not None:
                return place
    return None


def _said(text: str) -> Footnote:
    """A line in the shape in which texts without footnotes are woven."""
    return Footnote(0, 0, text)
