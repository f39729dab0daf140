# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of changes in an official file: it is settled both ways and read again before anybody gets it.

Rejected, every paragraph and footnote holds letter by letter what it held before. Accepted, every paragraph
of the new text stands in its order, with its number and its footnotes, and no others.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import qn

from drafting.comparing.records import Alignment
from drafting.errors import TrackingFailed
from drafting.glyphs import squeezed
from drafting.resolution import Paragraph
from drafting.writing.official.atoms import NOTE, atoms
from drafting.writing.official.edits import note_atoms
from drafting.writing.official.front import missing_lines
from drafting.writing.official.package import parts
from drafting.writing.official.places import Place, places
from drafting.writing.official.settling import settle
from drafting.writing.ooxml import Element

_LONGEST = 60


def prove(original: bytes, written: bytes, alignment: Alignment) -> None:
    """Raises TrackingFailed, which names the first paragraph that would read otherwise."""
    before, after, taken = parts(original), parts(written), parts(written)
    for root in (*before, *after):  # changes that were there are rejected with ours
        settle(root, accept=False)
    see_same(letters(*after), letters(*before), "rejected")
    for root in taken:
        settle(root, accept=True)
    _stands(alignment, *taken)
    for line in missing_lines(_body(before[0]), _body(taken[0]), alignment):
        raise TrackingFailed("accepted", "something else", _shown(line))


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


def _stands(alignment: Alignment, text: Element, notes: Element) -> None:
    found = places(alignment.new, _body(text))
    said = _said(notes)
    for paragraph in alignment.new.paragraphs:
        if not paragraph.text:
            continue
        place = found.get(paragraph.id)
        if place is None:
            raise TrackingFailed("accepted", "something else", f"{paragraph.id} {_shown(paragraph.text)}")
        _numbered(place, paragraph)
        _noted(place, said)


def _body(text: Element) -> Element:
    body = text.find(qn("w:body"))
    assert body is not None, "a text part has a body"
    return body


def _numbered(place: Place, paragraph: Paragraph) -> None:
    typed = "".join(atom.letter for atom in place.atoms[: place.start] if not atom.raised).strip().strip(".")
    if typed and typed != paragraph.label.strip("."):
        raise TrackingFailed("accepted", typed, f"{paragraph.label} {_shown(paragraph.text)}")


def _noted(place: Place, said: dict[str | None, str]) -> None:
    """Every footnote of a paragraph stands at its place with its text; marks that repeat one have none."""
    notes = sorted(place.paragraph.footnotes, key=lambda note: note.offset)
    for note, (start, end) in zip(notes, note_atoms(place), strict=True):
        marks = [atom.note for atom in place.atoms[start:end] if atom.letter == NOTE]
        if start == end:
            raise TrackingFailed("accepted", place.paragraph.id, f"footnote {note.number}")
        if marks and squeezed(note.text) not in squeezed(said.get(marks[-1], "")):
            raise TrackingFailed("accepted", _shown(said.get(marks[-1], "")), _shown(note.text))


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
