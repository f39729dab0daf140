# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a place of the draft by the name that delegations use for it, and every name there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafting.draft.record import Draft, DraftParagraph
from drafting.errors import DraftError
from drafting.reading.structure.letters import again_pattern
from drafting.resolution import Kind
from drafting.translation import listed, tr, trn

_OPERATIVE = "op"
_NOTE = re.compile(r"(?:fn|footnote|note|n)\.?(\d+)")
_HEADING = re.compile(r"(?:heading|section|part|chapter)?(\S+)")
_POINT = re.compile(r"(.+?)\([^()]*\)$")
_WORDS = 9
"""Words by which a paragraph is known again."""


@dataclass(frozen=True, slots=True)
class Named:
    """A paragraph, or its footnote `note`, by its name; `words` are its first."""

    name: str
    key: str
    note: str = ""
    words: str = ""


def names_of(draft: Draft) -> tuple[Named, ...]:
    """Every name that `find_named` knows, in the order of the text: paragraphs, then each its footnotes."""
    return tuple(_names(draft))


def _names(draft: Draft) -> Iterator[Named]:
    for paragraph in draft.paragraphs:
        begins = _begins(f"{paragraph.title} {paragraph.text}" if _titled(paragraph) else paragraph.text)
        yield Named(draft.label(paragraph.key).id, paragraph.key, "", begins)
        for note in sorted(paragraph.notes, key=lambda one: one.offset):
            number = draft.note_numbers[note.key]
            yield Named(f"fn {number}", paragraph.key, note.key, _begins(note.text))


def _titled(paragraph: DraftParagraph) -> bool:
    return bool(paragraph.title) and (paragraph.kind is Kind.HEADING or paragraph.opens_unit)


def _begins(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def find_named(draft: Draft, typed: str) -> Named:
    """What has this name: "PP4", "op 12 (a)", "OP7bis", "A1.OP3", "Annex I", "fn 3", "section II", "12".

    A number alone is that of an operative paragraph, a Roman one that of a heading. In a text of parts a name
    without its part is that of the only part that has it. Raises DraftError with a sentence that names what
    the draft has.
    """
    wanted = _plain(typed)
    if not wanted:
        raise DraftError(tr("Type the name of a paragraph, such as PP4 or OP12(a)."))
    every = names_of(draft)
    names = {_plain(one.name): one for one in every}
    for paragraph, one in zip(draft.paragraphs, (one for one in every if not one.note), strict=True):
        if paragraph.opens_unit and paragraph.title:
            names[_plain(paragraph.title)] = one
    if note := _NOTE.fullmatch(wanted):
        wanted = f"fn{note[1]}"
    for name in (wanted, _OPERATIVE + wanted):
        if name in names:
            return names[name]
        ending = [one for known, one in names.items() if known.endswith(f".{name}")]
        if ending:
            return _only(ending)
    if headings := _headings(draft, every, wanted):
        return _only(headings)
    missing = tr("There is no {name} in this draft.").format(name=typed.strip())
    raise DraftError(f"{missing} {_extent(draft, names, wanted)}".strip())


def _only(found: list[Named]) -> Named:
    if len(found) > 1:
        held = ", ".join(one.name for one in found)
        raise DraftError(tr("Which one is meant: {held}?").format(held=held))
    return found[0]


def _headings(draft: Draft, every: tuple[Named, ...], wanted: str) -> list[Named]:
    """The headings printed with this number."""
    match = _HEADING.fullmatch(wanted)
    titles = {one.key: _plain(one.title).rstrip(".") for one in draft.paragraphs if one.kind is Kind.HEADING}
    return [one for one in every if match and not one.note and titles.get(one.key) == match[1]]


def _plain(name: str) -> str:
    """The name without blanks and capitals; a point put in as it is printed ("(a bis)") is named "(a)bis"."""
    return _printed_point().sub(r"(\1)\2", "".join(name.split()).casefold())


@cache
def _printed_point() -> re.Pattern[str]:
    return re.compile(rf"\((\w{{1,6}}?)({again_pattern()})\)")


def _extent(draft: Draft, names: dict[str, Named], wanted: str) -> str:
    """What there is instead: footnotes, the points of a paragraph, or up to what the two parts go."""
    if wanted.startswith("fn"):
        count = len(draft.note_numbers)
        return (
            trn("It has {n} footnote.", "It has {n} footnotes.", count)
            if count
            else tr("It has no footnotes.")
        )
    point = _POINT.fullmatch(wanted)
    above = point and (names.get(point[1]) or names.get(_OPERATIVE + point[1]))
    if above:
        rest = {one.name.removeprefix(above.name): one for one in names.values()}
        points = [name for name in rest if re.fullmatch(r"\([^()]*\)", name)]
        return _points(above.name, points)
    lasts = [_last(draft, kind) for kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
    known = [draft.label(one.key).id for one in lasts if one is not None]
    return tr("Its paragraphs go up to {names}.").format(names=listed(known)) if known else ""


def _points(name: str, points: list[str]) -> str:
    if not points:
        return tr("{name} has no points.").format(name=name)
    if len(points) == 1:
        return tr("{name} has one point, {only}.").format(name=name, only=points[0])
    return tr("{name} has points {first} to {last}.").format(name=name, first=points[0], last=points[-1])


def _last(draft: Draft, kind: Kind) -> DraftParagraph | None:
    found = [one for one in draft.paragraphs if one.kind is kind]
    resolution = [one for one in found if not one.unit] or found
    return resolution[-1] if resolution else None
