# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the paragraphs of a record stand in the Word file it was read from, letter by letter.

The reader tidies what it reads (white space, typed numbers, repeated marks of footnotes); here its text is
found again in the letters of the file, which alone are changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn

from drafting.glyphs import folded
from drafting.reading.charsets import UNSEEN
from drafting.resolution import Paragraph, Resolution
from drafting.writing.official.atoms import NOTE, Atom, atoms
from drafting.writing.ooxml import Element, writable

_LONGEST_LABEL = 40  # letters before the text: tabs, a typed number
_MOST_PARTS = 3  # paragraphs of a file that were read as one


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph of the record stands.

    `elements` are the paragraphs of the file, more than one where a page break divided it. `letters[i]` is
    the atom of the letter at `i` in the text of the record, None where the reader put a blank in. `start` is
    the index of the first atom of the text; what stands before is its typed number and white space.
    """

    paragraph: Paragraph
    elements: tuple[Element, ...]
    atoms: tuple[Atom, ...]
    letters: tuple[int | None, ...]
    start: int

    @property
    def number(self) -> str:
        """The number that is typed before the text, with its stop; empty where Word counts."""
        typed = (one for one in self.atoms[: self.start] if not (one.raised or _unseen(one)))
        return "".join(atom.letter for atom in typed).strip()

    @property
    def before(self) -> str:
        """What is typed before the text: tabs and a number."""
        return "".join(atom.letter for atom in self.atoms[: self.start])

    def atom(self, offset: int) -> int:
        """The atom of the letter at an offset of the text, or the first one behind it."""
        return next((at for at in self.letters[offset:] if at is not None), len(self.atoms))

    def end(self, offset: int) -> int:
        """The atom behind the letter in front of an offset of the text."""
        known = (at for at in reversed(self.letters[:offset]) if at is not None)
        return next(known, self.start - 1) + 1


def places(record: Resolution, body: Element) -> dict[str, Place]:
    """The places of all paragraphs that are found, by id, in their order."""
    waiting = [element for element in body.iter(qn("w:p")) if not _is_inside(element)]
    letters = [tuple(atoms(element)) for element in waiting]
    found: dict[str, Place] = {}
    at = 0
    for paragraph in record.paragraphs:
        if not paragraph.text:
            continue
        for first in range(at, len(waiting)):
            place = _place(paragraph, waiting, letters, first)
            if place is not None:
                found[paragraph.id] = place
                at = first + len(place.elements)
                break
    return found


def _is_inside(element: Element) -> bool:
    """Whether a paragraph stands in a text box or an alternative for one."""
    return any(True for _ in element.iterancestors(qn("w:txbxContent")))


def _place(
    paragraph: Paragraph, elements: Sequence[Element], letters: Sequence[tuple[Atom, ...]], first: int
) -> Place | None:
    joined: tuple[Atom, ...] = ()
    for count in range(1, _MOST_PARTS + 1):
        if first + count > len(elements):
            break
        joined += letters[first + count - 1]
        if len(joined) < len(paragraph.text) - len(paragraph.text.split()):
            continue
        for start in _starts(joined, paragraph):
            found = _matched(paragraph.text, joined, start)
            if found is not None:
                parts = tuple(elements[first : first + count])
                return Place(paragraph, parts, joined, tuple(found), start)
        if len(joined) > 2 * len(paragraph.text) + _LONGEST_LABEL:
            break
    return None


def matched_anywhere(
    paragraph: Paragraph, elements: tuple[Element, ...], found: tuple[Atom, ...]
) -> Place | None:
    """The place of a text in these elements, whatever stands before it; None when they say something else."""
    for start in range(min(len(found), _LONGEST_LABEL)):
        letters = _matched(paragraph.text, found, start)
        if letters is not None:
            return Place(paragraph, elements, found, tuple(letters), start)
    return None


def _starts(letters: Sequence[Atom], paragraph: Paragraph) -> Iterator[int]:
    """Where the text can begin: after white space and its number alone."""
    first, number = folded(writable(paragraph.text[:1])), paragraph.label.strip(".")
    before = ""
    for index, atom in enumerate(letters[:_LONGEST_LABEL]):
        if folded(atom.letter) == first and before.strip().strip(".") in {"", number}:
            yield index
        before += "" if atom.raised or _unseen(atom) else atom.letter


def _matched(text: str, letters: Sequence[Atom], start: int) -> list[int | None] | None:
    """For each letter of the text its atom; None where the atoms from `start` on say something else."""
    plain = folded(writable(text))
    found: list[int | None] = []
    at = start
    for letter in plain:
        while at < len(letters) and not _same(letter, letters[at]) and _passed(letters[at]):
            at += 1
        if at < len(letters) and _same(letter, letters[at]):
            found.append(at)
            at += 1
        elif letter.isspace():
            found.append(None)
        else:
            return None
    rest = letters[at:]
    return found if all(_passed(one) for one in rest) else None


def _same(letter: str, atom: Atom) -> bool:
    if letter.isspace():
        return atom.letter.isspace()
    return folded(atom.letter) == letter


def _passed(atom: Atom) -> bool:
    """What the reader takes out of a text: white space that is too much, signs unseen, marks of footnotes."""
    return atom.letter.isspace() or atom.letter == NOTE or _unseen(atom) or atom.raised


def _unseen(atom: Atom) -> bool:
    return ord(atom.letter) in UNSEEN
