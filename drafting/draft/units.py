# SPDX-License-Identifier: GPL-3.0-or-later
"""Annexes, parts and sections: adding them, and taking their lines out without losing a word.

The line of an annex or a part is a heading that opens it; its name ("Annex II", "B") and the numbers of
sections follow from the order (`drafting.draft.counting`). Sources: Editorial Manual on resolutions and on
headings; rules 1.8 and 10.2.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from drafting.data import load
from drafting.draft.blocks import parents, refused
from drafting.draft.counting import changed_keys, is_section, recounted
from drafting.draft.paragraph import DraftParagraph
from drafting.draft.record import Draft
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.resolution import Kind, Part
from drafting.translation import tr

_NEW = "+"  # the unit of a new annex or part until it is named by its place


def add_annex(draft: Draft, key: str = "") -> Step:
    """Put in an annex: its line without a title, and an empty paragraph, behind the annex of `key` or all.

    The line has the last key but one of the new draft. The first annex is called "Annex", of several each has
    a number.
    """
    here = draft.paragraph(key) if key else None
    annexes = [at for at, one in enumerate(draft.paragraphs) if one.part is Part.ANNEX]
    own = here is not None and here.part is Part.ANNEX
    within = [at for at in annexes if here is not None and own and draft.paragraphs[at].unit == here.unit]
    at = (within or [len(draft.paragraphs) - 1])[-1] + 1
    titles = [one.title for one in draft.paragraphs if one.opens_unit and one.part is Part.ANNEX]
    words = load("labels")["annexes"]
    word = words.get(draft.base.masthead.language, words["en"])
    number = draft.last_key
    line = DraftParagraph(
        f"p{number + 1}", Kind.HEADING, Part.ANNEX, "", title=titles[0] if titles else word,
        unit=_NEW, opens=True,
    )  # fmt: skip
    first = DraftParagraph(f"p{number + 2}", Kind.TEXT, Part.ANNEX, "", unit=_NEW)
    made = recounted(draft.paragraphs, (*draft.paragraphs[:at], line, first, *draft.paragraphs[at:]))
    return _added(draft, made, tr("Add annex"))


def add_part(draft: Draft, key: str = "") -> Step:
    """Put in a part of the resolution, behind that of `key`: its line and an empty operative paragraph.

    In a text without parts, what stands there becomes part A, and the new one part B. The line of the new
    part has the last key but one of the new draft.
    """
    text = [one for one in draft.paragraphs if one.part is not Part.ANNEX]
    annexes = [one for one in draft.paragraphs if one.part is Part.ANNEX]
    number = draft.last_key
    if not any(one.unit for one in text):
        number += 1
        text = [_line(f"p{number}", "-"), *(replace(one, unit="-") for one in text)]
    here = draft.paragraph(key) if key else None
    own = [at for at, one in enumerate(text) if here is not None and one.unit == here.unit]
    at = (own or [len(text) - 1])[-1] + 1
    first = DraftParagraph(f"p{number + 2}", Kind.OPERATIVE, Part.OPERATIVE, "", unit=_NEW)
    made = (*text[:at], _line(f"p{number + 1}", _NEW), first, *text[at:], *annexes)
    return _added(draft, recounted(draft.paragraphs, made), tr("Add part"))


def _line(key: str, unit: str) -> DraftParagraph:
    return DraftParagraph(key, Kind.HEADING, Part.PREAMBLE, "", unit=unit, opens=True)


def _added(draft: Draft, made: tuple[DraftParagraph, ...], name: str) -> Step:
    fresh = [one for one in made if one.key not in draft]
    after = replace(draft, paragraphs=made, last_key=draft.last_key + len(fresh))
    return styled(Step(after, changed_keys(draft.paragraphs, made), name))


def insert_heading(draft: Draft, key: str, text: str = "") -> Step:
    """Put in a heading before a paragraph, above which its section begins; a point's paragraph is meant.

    Its key is the last of the new draft; it is numbered as the headings beside it are. Raises DraftError in
    the preamble, and before the line of an annex or a part.
    """
    above = parents(draft.paragraphs)
    place = draft.paragraph(key)
    while above[place.key]:
        place = draft.paragraph(above[place.key])
    if place.part is Part.PREAMBLE:
        raise refused(tr("A preamble has no headings."))
    at = draft.position(place.key) + place.opens_unit
    heading = DraftParagraph(f"p{draft.last_key + 1}", Kind.HEADING, place.part, text, unit=place.unit)
    made = recounted(draft.paragraphs, (*draft.paragraphs[:at], heading, *draft.paragraphs[at:]))
    before = draft.label(place.key).id
    return _added(draft, made, tr("Insert heading before {paragraph}").format(paragraph=before))


def restart_numbers(draft: Draft, key: str) -> Step:
    """Let the numbers below a heading begin anew, or count on where they did; for other paragraphs its own.

    Raises DraftError above the first heading of a text.
    """
    heading = section_of(draft, key)
    if heading is None:
        raise refused(tr("There is no heading above it whose numbers could begin anew."))
    made = replace(heading, restarts=not heading.restarts)
    name = (
        tr("Count on below {heading}") if heading.restarts else tr("Begin numbers anew below {heading}")
    ).format(heading=draft.label(heading.key).id)
    after = tuple(made if one.key == heading.key else one for one in draft.paragraphs)
    return styled(Step(replace(draft, paragraphs=after), frozenset({heading.key}), name))


def section_of(draft: Draft, key: str) -> DraftParagraph | None:
    """The heading under which a paragraph stands in its text, or itself; None when there is none."""
    here = draft.paragraph(key)
    above = reversed(draft.paragraphs[: draft.position(key) + 1])
    return next((one for one in above if is_section(one) and one.unit == here.unit), None)


# ------------------------------------------------------------------------------ taking their lines out


def loosened(draft: Draft, gone: Collection[str]) -> tuple[tuple[DraftParagraph, ...], frozenset[str]]:
    """The paragraphs with those found homes whose annex or part loses its line, and the keys that go as well.

    They join the text above: the annex before, or the end of the resolution; those of a part the preamble and
    the operative part of the part before. A text of which nothing but empty paragraphs would be left goes
    with its line. Raises DraftError when the first of several parts would lose its line.
    """
    paragraphs, going = draft.paragraphs, set(gone)
    for line in [one for one in draft.paragraphs if one.key in gone and one.opens_unit]:
        rest = [one for one in paragraphs if one.unit == line.unit and one.key not in going]
        if not any(one.text.strip() or one.notes for one in rest):
            going |= {one.key for one in rest}
        else:
            paragraphs = _joined(paragraphs, line, going)
    return paragraphs, frozenset(going)


def _joined(
    paragraphs: tuple[DraftParagraph, ...], line: DraftParagraph, going: Collection[str]
) -> tuple[DraftParagraph, ...]:
    """The paragraphs with those of one annex or part in the text above it that is not going as well."""
    at = next(index for index, one in enumerate(paragraphs) if one.key == line.key)
    above = next((one for one in reversed(paragraphs[:at]) if one.key not in going), None)
    own = [one for one in paragraphs if one.unit == line.unit and one.key != line.key]
    others = [one for one in paragraphs if one.unit != line.unit]
    if line.part is not Part.ANNEX:
        return _joined_part(paragraphs, line, own, above)
    home = above.unit if above else ""
    into_annex = above is not None and above.part is Part.ANNEX
    moved = [replace(one, unit=home) if into_annex else _operative(one, home) for one in own]
    place = next(index for index, one in enumerate(paragraphs) if one.unit == line.unit)
    return (*others[:place], line, *moved, *others[place:])


def _operative(paragraph: DraftParagraph, unit: str) -> DraftParagraph:
    """A paragraph of an annex at the end of the operative part."""
    kind = Kind.OPERATIVE if paragraph.kind is Kind.PREAMBULAR else paragraph.kind
    return replace(paragraph, kind=kind, part=Part.OPERATIVE, unit=unit)


def _joined_part(
    paragraphs: tuple[DraftParagraph, ...],
    line: DraftParagraph,
    own: list[DraftParagraph],
    above: DraftParagraph | None,
) -> tuple[DraftParagraph, ...]:
    parts = {one.unit for one in paragraphs if one.unit and one.part is not Part.ANNEX}
    if above is None and len(parts) > 1:
        raise refused(
            tr("The first part keeps its line while others follow: take theirs out before it, or move it.")
        )
    home = above.unit if above else ""
    here = [one for one in paragraphs if above is not None and one.unit == home]
    begun = [*here, *(replace(one, unit=home) for one in own)]
    openers = [one for one in begun if one.opens_unit]
    ordered = [one for one in begun if not one.opens_unit]
    preamble = [one for one in ordered if one.part is Part.PREAMBLE]
    operative = [one for one in ordered if one.part is not Part.PREAMBLE]
    taken = {one.key for one in begun}
    at = next(index for index, one in enumerate(paragraphs) if one.key in taken or one.key == line.key)
    rest = [one for one in paragraphs if one.key not in taken and one.key != line.key]
    return (*rest[:at], *openers, line, *preamble, *operative, *rest[at:])


def told_loosened(before: Draft, after: Draft) -> str:
    """What stands elsewhere because a heading or the line of an annex or a part is gone; "" when nothing."""
    told = []
    for line in (one for one in before.paragraphs if one.key not in after and one.kind is Kind.HEADING):
        section = _below(before, line)
        stays = [one for one in section if one.key in after]
        if not stays:
            continue
        home = _home(after, after.paragraph(stays[0].key))
        sentence = tr("What stood under “{line}” stands {where} now.")
        told.append(sentence.format(line=f"{line.title} {line.text}".strip(), where=home))
    return " ".join(told)


def _below(draft: Draft, line: DraftParagraph) -> list[DraftParagraph]:
    """What a line opened or headed."""
    if line.opens_unit:
        return [one for one in draft.paragraphs if one.unit == line.unit and one.key != line.key]
    found: list[DraftParagraph] = []
    for one in draft.paragraphs[draft.position(line.key) + 1 :]:
        if one.unit != line.unit or one.kind is Kind.HEADING:
            break
        found.append(one)
    return found


def _home(draft: Draft, paragraph: DraftParagraph) -> str:
    above = section_of(draft, paragraph.key)
    line = next((one for one in draft.paragraphs if one.opens_unit and one.unit == paragraph.unit), None)
    named = above or line
    if named is not None and f"{named.title}{named.text}":
        return tr("under “{line}”").format(line=f"{named.title} {named.text}".strip())
    if paragraph.part is Part.OPERATIVE:
        return tr("in the operative part")
    return tr("in the preamble") if paragraph.part is Part.PREAMBLE else tr("in the annex")
